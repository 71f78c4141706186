import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemKinds } from '../../src/academy/plan-item.ts';
import { academyFunctions } from '../../src/academy/roles.ts';
import { academy, documentOf } from './string-terminal.ts';

/*
 * Wexmoor, a council that nobody has met: its file was written from the README alone. Ten sessions of reflective
 * supervision by a rhythm of its own, part of the year at half caseload, documents before the reviews, no probation.
 */
const wexmoor = `
extends: national
id: wexmoor
council: Wexmoor
academy: Wexmoor Early Years in Practice
closures:
  - { from: 2026-12-29, until: 2026-12-31 }
titles:
  nqsw: Early Career Social Worker
  reflective-supervisor: Practice Lead
  assessor: Practice Lead
  academy-manager: Learning Lead
assessorMayBeSupervisor: true
probation: null
induction:
  length: P3W
  title: End of welcome weeks
  lead: host-manager
  source: { where: "Wexmoor guide, page 2", wording: three welcome weeks }
series:
  reflective-supervision:
    cadence:
      - { every: P1W, until: P6W }
      - { every: P3W, until: end }
    source: { where: "Wexmoor guide, page 4" }
  court-skills:
    title: Court skills
    kind: meeting
    lead: mentor
    cadence: [{ every: P2M, until: P6M }]
    source: { where: "Wexmoor guide, page 5" }
  team-reflection:
    title: Team reflection
    kind: supervision
    lead: host-manager
    cadence: []
    source: { where: "Wexmoor guide, page 5", wording: regular team reflection }
caseload:
  unit: cases
  cap: 10
  ramp: [{ untilMonth: 6, cap: 5 }]
  source: { where: "Wexmoor guide, page 6" }
arrangements:
  portfolio:
    title: Portfolio
    kind: document
    lead: nqsw
    inPlan: true
    when: { by: review, stages: [P6M, P12M], before: P1W }
    source: { where: "Wexmoor guide, page 8" }
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-council-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(text: string): Promise<string> {
  const file = join(folder, 'council.yaml');
  await writeFile(file, text);
  return file;
}

const planSchema = z.object({
  items: z.array(z.object({ id: z.string(), due: z.string(), lead: z.string() })),
  warnings: z.array(z.object({ code: z.string() })),
});
const pointsOf = (err: string) => err.split('\n').filter((line) => line.startsWith('  - '));

describe('A council that nobody has met', () => {
  it('checks its file: what it has still to decide is a note', async () => {
    const ran = await academy(['programmes', 'check', await written(wexmoor)]);
    expect(ran).toMatchObject({ exit: 0, err: '' });
    expect(ran.out).toContain('is in order: wexmoor, Wexmoor, 3 series, 4 reviews');
    expect(ran.out).toContain('Note: series.team-reflection.cadence is empty');
    expect(ran.out).toMatch(/portfolio +Portfolio +1 week before the reviews at 6 and 12 months +yes/);
  });

  it('plans a year by it', async () => {
    const file = await written(wexmoor);
    const ran = await academy(['plan', '--programme', file, '--start', '2026-09-07', '--json']);
    const { items, warnings } = planSchema.parse(documentOf(ran));
    const dueOf = Object.fromEntries(items.map(({ id, due }) => [id, due]));
    expect(dueOf).toMatchObject({
      'induction-end': '2026-09-25',
      'reflective-supervision-6': '2026-10-19',
      'reflective-supervision-7': '2026-11-09',
      // Mon 11 Jan 2027 is three times three weeks after that.
      'reflective-supervision-10': '2027-01-11',
      'court-skills-3': '2027-03-08',
      'portfolio-6m': '2027-02-26',
      'review-12m': '2027-09-07',
    });
    expect(items.some(({ id }) => id.startsWith('team-reflection') || id === 'probation-end')).toBe(false);
    expect(items.some(({ id }) => id === 'court-skills-4')).toBe(false);
    expect(warnings.map(({ code }) => code)).toEqual(['below-national-floor']);
  });

  it('reads its own titles, and answers in its bot', async () => {
    const file = await written(wexmoor);
    const { out } = await academy(['plan', '--programme', file, '--start', '2026-09-07']);
    expect(out).toMatch(/review-3m +3-month review +Practice Lead/);
    expect(out).toContain('Learning Lead');
    const doctor = await academy(['doctor', '--json'], {
      env: { PROGRAMME: file, DATA_DIR: join(folder, 'data') },
    });
    expect(JSON.stringify(documentOf(doctor))).toContain('Wexmoor, time zone Europe/London');
  });
});

describe('The slips of a first file', () => {
  const slips: readonly (readonly [what: string, change: (text: string) => string, point: string])[] = [
    [
      'nothing that it builds on',
      (text) => text.replace('extends: national\n', ''),
      'extends is missing: begin the file with “extends: national”, and only what differs need stand in it',
    ],
    [
      'a function of its own',
      (text) => text.replace('  assessor: Practice Lead', '  practice-lead: Practice Lead'),
      'titles.practice-lead is no function: they are nqsw, reflective-supervisor',
    ],
    [
      'a value without its source',
      (text) => text.replace(/ {4}cadence: \[\]\n {4}source: .*\n/, '    cadence: []\n'),
      'series.team-reflection.source is missing: say where this comes from, such as source: { where: "Council handbook, page 4" }',
    ],
    [
      'a rhythm in words',
      (text) => text.replace('cadence: []', 'cadence: monthly'),
      'series.team-reflection.cadence must be a list of phases, such as [{ every: P2W, until: end }]',
    ],
    [
      'a phase without its end',
      (text) => text.replace('{ every: P3W, until: end }', '{ every: P3W }'),
      'series.reflective-supervision.cadence[1].until must be end, or a period from the start such as P6M',
    ],
    [
      'a period in words',
      (text) => text.replace('every: P3W', 'every: 3 weeks'),
      'series.reflective-supervision.cadence[1].every must be a period of one unit, such as P10D',
    ],
  ];
  it.each(slips)('%s: is named with what to write', async (_what, change, point) => {
    const ran = await academy(['programmes', 'check', await written(change(wexmoor))]);
    expect(ran.exit).toBe(1);
    expect(pointsOf(ran.err)[0]).toContain(point);
  });
});

describe('The README', () => {
  it('shows a whole file, which is in order and gives a plan', async () => {
    const readme = await readFile('README.md', 'utf8');
    const [, example = ''] = /```yaml\n(# fernshire\.yaml\n.*?)```/s.exec(readme) ?? [];
    const file = await written(example);
    const checked = await academy(['programmes', 'check', file]);
    expect(checked.out).toContain('is in order: fernshire, Fernshire, 2 series, 4 reviews');
    const ran = await academy(['plan', '--programme', file, '--start', '2026-09-07', '--json']);
    const ids = planSchema.parse(documentOf(ran)).items.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['academy-day-1', 'development-plan-6m', 'review-12m']));
    expect(ids).not.toContain('review-9m');
  });

  it('lists every function and every kind that a file may name', async () => {
    const readme = await readFile('README.md', 'utf8');
    const [, section = ''] = readme.split('### A programme of your own');
    const given = new Set(['decision', 'claim']);
    for (const word of [...academyFunctions, ...itemKinds.filter((kind) => !given.has(kind))]) {
      expect(section).toContain(`\`${word}\``);
    }
  });
});
