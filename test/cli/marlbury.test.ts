import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { academy, documentOf } from './string-terminal.ts';

/*
 * Marlbury, the sixth council: its officer wanted what no preset has. Its file stands in test/fixtures.
 */
const file = 'test/fixtures/marlbury.yaml';
const year = ['--programme', file, '--start', '2026-10-05', '--fte', '0.8'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-marlbury-'));
});
afterAll(() => rm(folder, { recursive: true }));

const itemSchema = z.looseObject({ id: z.string() });

describe('The sixth council', () => {
  it('has a file in order, with nothing left to note', async () => {
    const ran = await academy(['programmes', 'check', file]);
    expect(ran).toMatchObject({ exit: 0, err: '' });
    expect(ran.out).toContain('is in order: marlbury, Marlbury, 4 series, 4 reviews');
    expect(ran.out).not.toContain('Note:');
    expect(ran.out).not.toContain('feedback-from-families');
    expect(ran.out).toMatch(/^caseload +How the caseload grows +this file$/m);
    expect(ran.out).toMatch(/^panel +Who decides whether somebody has passed +the programme extended$/m);
  });

  it('has the year that stands in its file', async () => {
    const ran = await academy([
      'plan',
      ...year,
      '--pause',
      '2027-03-15..2027-04-11',
      '--today',
      '2026-10-05',
    ]);
    expect(ran.exit).toBe(0);
    await expect(ran.out).toMatchFileSnapshot('marlbury-year.txt');
  });

  it('quotes nothing but its own handbook as the reason of what it has set', async () => {
    const ran = await academy(['plan', ...year, '--json']);
    const { items } = z.object({ items: z.array(itemSchema) }).parse(documentOf(ran));
    const supervision = items.find(({ id }) => id === 'reflective-supervision-1');
    expect(JSON.stringify(supervision)).toContain('Marlbury handbook, page 5');
    expect(JSON.stringify(supervision)).not.toContain('at least weekly');
  });

  it('is reminded seven and two working days before, and nudged two and four after', async () => {
    const ran = await academy(['remind', ...year, '--from', '2027-02-20', '--to', '2027-03-12', '--json']);
    const { notices } = z
      .object({
        notices: z.array(
          z.object({ item: z.string(), stage: z.string(), recipient: z.string(), sendAt: z.string() }),
        ),
      })
      .parse(documentOf(ran));
    const ofReview = notices.filter(({ item }) => item === 'review-4m');
    expect(ofReview.map(({ sendAt, stage, recipient }) => `${sendAt} ${stage} ${recipient}`)).toEqual([
      '2027-02-24T08:45:00Z before-7 assessor',
      '2027-02-24T08:45:00Z before-7 nqsw',
      '2027-03-03T08:45:00Z before-2 assessor',
      '2027-03-03T08:45:00Z before-2 nqsw',
      '2027-03-05T08:45:00Z day assessor',
      '2027-03-05T08:45:00Z day nqsw',
      '2027-03-09T08:45:00Z overdue-2 assessor',
      '2027-03-09T08:45:00Z overdue-2 nqsw',
      '2027-03-11T08:45:00Z overdue-4 academy-manager-channel',
      '2027-03-11T08:45:00Z overdue-4 assessor',
      '2027-03-11T08:45:00Z overdue-4 nqsw',
    ]);
  });

  it('takes the roster of the README, whose roles and columns are the product’s own', async () => {
    const readme = await readFile('README.md', 'utf8');
    const [, rows = ''] = /```csv\n(.*?)```/s.exec(readme) ?? [];
    const roster = join(folder, 'roster.csv');
    await writeFile(roster, rows);
    const env = { DATA_DIR: join(folder, 'data') };
    const ran = await academy(['import', roster, '--dry-run', '--programme', file], { env });
    expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 0, err: '' });
    expect(ran.out).toContain('Ada Wren (Autumn 2026): starts Mon 5 Oct 2026, ends Wed 5 Jan 2028, FTE 0.8');
    expect(ran.out).toContain('Practice Mentor: Bo Finch · Assessor: Cy Rook · Service Manager: Di Lark');
    await writeFile(roster, rows.replace('practice-educator', 'Practice Mentor'));
    const wrong = await academy(['import', roster, '--dry-run', '--programme', file], { env });
    expect(wrong.err).toContain(
      'row 4, column roles: "Practice Mentor" is not a role: it is what the programme calls its reflective-supervisor, whose role is senior-practitioner',
    );
  });
});
