import { describe, expect, it } from 'vitest';
import { arrangementWords } from '../../src/academy/arrangement-words.ts';
import { parseProgramme } from '../../src/academy/parse-programme.ts';
import type { Programme } from '../../src/academy/programme.ts';
import { presetIds, readProgrammeDocument } from '../../src/storage/programme-files.ts';
import { itemOf, planOf, preset } from './support/luton.ts';

type Json = Record<string, unknown>;

/** The preset with these arrangements changed; with `true` one is turned on as it stands. */
async function reading(id: string, changes: Readonly<Record<string, Json | true>>, settings: Json = {}) {
  const read = await readProgrammeDocument(id);
  if (!read.ok) throw new Error(`${id} cannot be read`);
  const document = structuredClone(read.document) as Json & { arrangements: Record<string, Json> };
  for (const [name, change] of Object.entries(changes)) {
    const own = change === true ? { inPlan: true } : change;
    document.arrangements[name] = { ...document.arrangements[name], ...own };
  }
  return parseProgramme({ ...document, ...settings });
}

async function withTurnedOn(id: string, ...names: readonly string[]): Promise<Programme> {
  const parsed = await reading(id, Object.fromEntries(names.map((name) => [name, true])));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.programme;
}

const dates = (programme: Programme, series: string, given = {}) =>
  planOf(programme, given)
    .items.filter((item) => item.series === series)
    .map(({ id, kind, due }) => `${kind} ${id} ${due}`);

describe('An arrangement', () => {
  it('is in no preset’s plan until its council turns it on', async () => {
    for (const id of await presetIds()) {
      const programme = await preset(id);
      const arranged = new Set(programme.arrangements.map(({ id: name }) => name));
      expect(arranged.size, id).toBeGreaterThan(0);
      expect(planOf(programme).items.filter(({ series }) => arranged.has(series))).toEqual([]);
    }
  });

  it('of documents is due two weeks before each review, and never later than that', async () => {
    const luton = await withTurnedOn('luton', 'critical-reflection');
    expect(dates(luton, 'critical-reflection')).toEqual([
      'document critical-reflection-3m 2026-11-23',
      'document critical-reflection-6m 2027-02-19',
      'document critical-reflection-12m 2027-08-24',
    ]);
    expect(itemOf(planOf(luton), 'critical-reflection-6m').why.slice(0, 3)).toEqual([
      'Start Mon 7 Sep 2026 + 6 months = Sun 7 Mar 2027',
      '2 weeks before that = Sun 21 Feb 2027',
      'Saturday and Sunday are not working days, so the working day before: Fri 19 Feb 2027',
    ]);
  });

  it('of documents moves with the review for part-time people', async () => {
    const luton = await withTurnedOn('luton', 'critical-reflection');
    expect(dates(luton, 'critical-reflection', { fte: 0.5 })).toEqual([
      'document critical-reflection-3m 2027-02-19',
      'document critical-reflection-6m 2027-08-24',
      'document critical-reflection-12m 2028-08-24',
    ]);
  });

  it('of a conditional review exists once the review is required', async () => {
    const when = { by: 'review', stages: ['P9M'], before: 'P2W' };
    const parsed = await reading('durham', { 'critical-reflection': { inPlan: true, when } });
    if (!parsed.ok) expect.fail(JSON.stringify(parsed.faults));
    expect(dates(parsed.programme, 'critical-reflection')).toEqual([]);
    expect(dates(parsed.programme, 'critical-reflection', { required: ['review-9m'] })).toEqual([
      'document critical-reflection-9m 2027-05-24',
    ]);
  });

  it('of observations has two by the assessor and one by another', async () => {
    const luton = await withTurnedOn('luton', 'assessor-observation', 'other-observation');
    expect(dates(luton, 'assessor-observation')).toEqual([
      'observation assessor-observation-3m 2026-12-07',
      'observation assessor-observation-12m 2027-09-07',
    ]);
    expect(dates(luton, 'other-observation')).toEqual(['observation other-observation-6m 2027-03-08']);
    expect(itemOf(planOf(luton), 'other-observation-6m').lead).toBe('reflective-supervisor');
  });

  it('with a rhythm is a series: Slough’s health check twice and its workshops four times a year', async () => {
    const slough = await withTurnedOn('slough', 'health-check', 'practice-workshop');
    expect(dates(slough, 'health-check')).toEqual([
      'document health-check-1 2027-03-08',
      'document health-check-2 2027-09-07',
    ]);
    expect(dates(slough, 'practice-workshop')).toHaveLength(4);
  });

  it('with a window stands at its end and says when it begins: Doncaster’s rotation', async () => {
    const doncaster = await withTurnedOn('doncaster', 'first-rotation', 'host-team-move');
    expect(dates(doncaster, 'first-rotation')).toEqual(['milestone first-rotation 2027-01-07']);
    expect(dates(doncaster, 'host-team-move')).toEqual(['milestone host-team-move 2027-08-09']);
    expect(itemOf(planOf(doncaster), 'host-team-move').why[0]).toBe(
      'Not before 9 months after the start = Mon 7 Jun 2027; at the latest 11 months after the start Mon 7 Sep 2026 = Sat 7 Aug 2027',
    );
    const luton = await withTurnedOn('luton', 'office-attendance');
    expect(itemOf(planOf(luton), 'office-attendance').why[0]).toBe(
      'At the latest 3 months after the start Mon 7 Sep 2026 = Mon 7 Dec 2026',
    );
  });

  it('of the end moves with it: Durham’s career plan', async () => {
    const durham = await withTurnedOn('durham', 'career-plan');
    expect(dates(durham, 'career-plan', { fte: 0.8 })).toEqual(['document career-plan 2027-12-07']);
  });

  it('that people agree on has no date, turned on or not: Sefton’s clinical support', async () => {
    expect(dates(await withTurnedOn('sefton', 'clinical-support'), 'clinical-support')).toEqual([]);
  });
});

describe('When an arrangement takes place, in words', () => {
  it.each([
    ['national', 'critical-reflection', '2 weeks before the reviews at 3, 6 and 12 months'],
    ['national', 'other-observation', 'with the review at 6 months'],
    ['national', 'support-and-assessment-agreement', 'when people agree'],
    ['slough', 'practice-workshop', 'quarterly to the end'],
    ['slough', 'health-check', 'every 6 months to the end'],
    ['doncaster', 'first-rotation', 'not before 3 months, at the latest 4 months after the start'],
    ['doncaster', 'second-year', 'for 12 months, when people agree'],
    ['luton', 'office-attendance', 'at the latest 3 months after the start'],
    ['durham', 'career-plan', 'with the end of the programme'],
  ])('%s, %s: %s', async (id, name, words) => {
    const when = (await preset(id)).arrangements.find((one) => one.id === name)?.when;
    expect(when && arrangementWords(when)).toBe(words);
  });
});

describe('An arrangement with a fault', () => {
  const odd = (when: unknown) => ({ inPlan: true, when }) as Json;
  it.each<[string, string, Json, string]>([
    [
      'an unknown way of dating',
      'critical-reflection',
      odd({ by: 'moon' }),
      'arrangements.critical-reflection.when.by must say by what it is dated: cadence, review, window, end or agreement',
    ],
    [
      'a stage without a review',
      'critical-reflection',
      odd({ by: 'review', stages: ['P3M', 'P4M'] }),
      'arrangements.critical-reflection.when.stages[1] is no review of this programme: see reviews',
    ],
    [
      'more time before a review than there is',
      'critical-reflection',
      odd({ by: 'review', stages: ['P3M'], before: 'P4M' }),
      'arrangements.critical-reflection.when.before must be shorter than 3 months',
    ],
    [
      'a window the wrong way round',
      'office-attendance',
      odd({ by: 'window', from: 'P6M', until: 'P3M' }),
      'arrangements.office-attendance.when.until must be later than from, 6 months',
    ],
    [
      'a window beyond the programme',
      'office-attendance',
      odd({ by: 'window', until: 'P13M' }),
      "arrangements.office-attendance.when.until is after the programme's end at 12 months",
    ],
    [
      'phases after the end',
      'co-worker-check',
      odd({
        by: 'cadence',
        phases: [
          { every: 'P1M', until: 'end' },
          { every: 'P1M', until: 'end' },
        ],
      }),
      'arrangements.co-worker-check.when.phases[0].until is end, so no phase can follow: remove those after it',
    ],
    [
      'too few observations by the assessor',
      'assessor-observation',
      odd({ by: 'review', stages: ['P3M'] }),
      'observations.total is 3, and the arrangements date only 1; observations.byAssessor is 2, and the arrangements date only 1',
    ],
  ])('%s is told the place and the remedy', async (_, name, change, expected) => {
    const parsed = await reading('luton', { [name]: change });
    if (parsed.ok) expect.fail('was accepted');
    expect(parsed.faults.map(({ path, message }) => `${path} ${message}`).join('; ')).toBe(expected);
  });

  it('may not have the name of a series or of another item', async () => {
    const source = { where: 'x' };
    const any = { title: 'x', kind: 'meeting', lead: 'nqsw', when: { by: 'agreement' }, source };
    const parsed = await reading('luton', { 'case-supervision': any, review: any });
    if (parsed.ok) expect.fail('was accepted');
    expect(parsed.faults.map(({ path }) => path)).toEqual([
      'arrangements.case-supervision',
      'arrangements.review',
    ]);
  });

  it('that is not in the plan leaves a council free to choose other reviews', async () => {
    const source = { where: 'Fernshire handbook' };
    const reviews = [
      { at: 'P4M', source },
      { at: 'P11M', final: true, source },
    ];
    expect(await reading('national', {}, { reviews })).toMatchObject({ ok: true });
  });
});
