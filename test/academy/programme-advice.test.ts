import { describe, expect, it } from 'vitest';
import { parseProgramme } from '../../src/academy/parse-programme.ts';
import { readProgrammeDocument } from '../../src/storage/programme-files.ts';

const read = await readProgrammeDocument('luton');
if (!read.ok) throw new Error('programmes/luton.yaml cannot be read');
const whole: Readonly<Record<string, unknown>> = Object(read.document);

type Change = (document: Record<string, unknown>) => void;

function faultsOf(change: Change): string[] {
  const document = structuredClone(whole);
  change(document);
  const parsed = parseProgramme(document);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path} ${message}`);
}

/** Puts a value where a dotted path leads. */
const put =
  (path: string, value: unknown): Change =>
  (document) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at: Record<string, unknown> = document;
    for (const key of keys) at = Object(at[key]);
    if (value === undefined) delete at[last];
    else at[last] = value;
  };

const source = { where: 'Invented' };

describe('A fault is told with what to write instead', () => {
  it.each<[string, unknown, string]>([
    ['council', 5, 'council must be text'],
    ['protectedTimePercent', 'ten', 'protectedTimePercent must be a number'],
    ['caseload.cap', 4.5, 'caseload.cap must be a whole number'],
    ['supervision.childFile.perSession', 'yes', 'supervision.childFile.perSession must be true or false'],
    ['reviews', 'P3M', 'reviews must be a list'],
    ['claims.titles', 'Claim', 'claims.titles must be a list of two'],
    ['caseload', 15, 'caseload must be a group of settings'],
    ['arrangements', 'none', 'arrangements must be a group of settings'],
    ['protectedTimePercent', 101, 'protectedTimePercent must be at most 100'],
    ['protectedTimePercent', -1, 'protectedTimePercent must be at least 0'],
    ['roll', 'sideways', 'roll must be one of following, preceding'],
    ['council', '', 'council must not be empty'],
    [
      'span.source.wording',
      '',
      'span.source.wording must not be empty: write something, or leave the line out',
    ],
    [
      'series.scrum.lead',
      undefined,
      'series.scrum.lead is missing: it must be one of nqsw, reflective-supervisor, assessor, host-manager, deputy-manager, mentor, academy-manager, head-of-academy',
    ],
    [
      'reminders.stages.review',
      ['before-21', 'day'],
      'reminders.stages.review[0] must be day, or working days before or after it from 1 to 20, such as before-5 and overdue-3',
    ],
    [
      'concerns',
      null,
      'concerns cannot be taken away: everybody on the programme may raise a concern. Leave it out, or set your own lists',
    ],
    [
      'moveTeam',
      null,
      'moveTeam must be a group of settings: turn the procedure off with moveTeam: { offered: false }',
    ],
    ['guidance.caseload.also', 5, 'guidance.caseload.also must be text or a list of words'],
    [
      'span.source',
      undefined,
      'span.source is missing: say where this comes from, such as source: { where: "Council handbook, page 4" }',
    ],
    ['span.source', 'page 4', 'span.source must be a group of settings'],
    ['span.most', undefined, 'span.most is missing: it must be a number'],
    [
      'titles.tutor',
      'Tutor',
      'titles.tutor is no function: they are nqsw, reflective-supervisor, assessor, host-manager, deputy-manager, mentor, academy-manager, head-of-academy, each with what your council calls it',
    ],
    ['span.limit', 5, 'span.limit is not a setting of a programme: remove it, or mend its spelling'],
    [
      'series.Case_Supervision',
      { title: 'x', kind: 'meeting', lead: 'nqsw', cadence: [], source },
      'series.Case_Supervision has a name that does not serve: it must be lower-case words joined by hyphens, such as case-supervision',
    ],
    [
      'series.scrum.cadence',
      'fortnightly',
      'series.scrum.cadence must be a list of phases, such as [{ every: P2W, until: end }]',
    ],
    [
      'arrangements.buddy',
      { title: 'x', kind: 'meeting', lead: 'nqsw', when: { by: 'moon' }, source },
      'arrangements.buddy.when.by must say by what it is dated: cadence, review, window, end or agreement',
    ],
  ])('%s = %s', (path, value, fault) => {
    expect(faultsOf(put(path, value))).toEqual([fault]);
  });

  it('names a phase that ends nowhere', () => {
    const cadence = [{ every: 'P1W', until: 'soon' }];
    expect(faultsOf(put('series.scrum.cadence', cadence))).toEqual([
      'series.scrum.cadence[0].until must be end, or a period from the start such as P6M',
    ]);
  });

  it('advises a file that leaves most out to build on another, and one that leaves a little out not', () => {
    const without =
      (...names: readonly string[]): Change =>
      (document) => {
        for (const name of names) delete document[name];
      };
    const advice =
      'extends is missing: begin the file with “extends: national”, and only what differs need stand in it';
    const four = ['length', 'series', 'claims', 'span'];
    expect(faultsOf(without(...four))).toHaveLength(4);
    expect(faultsOf(without(...four, 'retention'))[0]).toBe(advice);
    expect(faultsOf(without(...four, 'retention'))).toHaveLength(6);
    // What is missing inside a setting is a slip, however often.
    const titles = put('titles', { nqsw: 'NQSW' });
    expect(faultsOf(titles)).toHaveLength(7);
  });
});

describe('A file with a wrong type in it', () => {
  it('is told in the same run what no single field can show', () => {
    expect(
      faultsOf((document) => {
        put('protectedTimePercent', 'ten')(document);
        put('reviews.3.final', false)(document);
        put('observations.byAssessor', 4)(document);
      }),
    ).toEqual([
      'protectedTimePercent must be a number',
      'reviews must mark exactly one review with final: true',
      'observations.byAssessor must not be more than observations.total',
    ]);
  });

  it('is told nothing that only follows from the wrong type', () => {
    expect(faultsOf(put('reviews', 'P3M'))).toEqual(['reviews must be a list']);
  });
});

describe('An arrangement may not have the name of what is in the plan anyway', () => {
  it.each([
    'review',
    'claim',
    'child-file-recording',
    'cadence-decision',
    'induction-end',
    'probation-end',
    'programme-end',
    'scrum',
  ])('%s', (id) => {
    const one = { title: 'x', kind: 'meeting', lead: 'nqsw', when: { by: 'end' }, source };
    expect(faultsOf(put(`arrangements.${id}`, one))).toEqual([
      `arrangements.${id} has the name of something else in the plan: choose another`,
    ]);
  });
});

describe('What no single field can show', () => {
  const ramp = (...untilMonths: readonly number[]) =>
    untilMonths.map((untilMonth) => ({ untilMonth, cap: 5 }));
  it.each<[string, unknown, readonly string[]]>([
    ['caseload.ramp', ramp(1, 2, 3), []],
    [
      'caseload.ramp',
      [{ untilMonth: 1, cap: 16 }],
      ['caseload.ramp[0].cap is more than the cap of 15: a step leads up to it'],
    ],
    ['caseload.ramp', ramp(2, 2), ['caseload.ramp[1].untilMonth must be later than the step before it']],
    ['caseload.ramp', ramp(1, 3, 2), ['caseload.ramp[2].untilMonth must be later than the step before it']],
    ['observations.byAssessor', 3, []],
    ['learningSets.presentationMinutes', { least: 5, most: 5 }, []],
    [
      'sendingHours',
      { from: '08:00', until: '08:00' },
      ['sendingHours.until must be later than sendingHours.from'],
    ],
    [
      'supervision.themes',
      [
        { code: 'risk', title: 'Risk' },
        { code: 'court', title: 'Court' },
        { code: 'risk', title: 'Risk again' },
      ],
      ['supervision.themes[2].code repeats risk: codes must differ'],
    ],
  ])('%s', (path, value, faults) => {
    expect(faultsOf(put(path, value))).toEqual(faults);
  });

  it('notes what a council has still to decide, in words', () => {
    const document = structuredClone(whole);
    put('caseload.cap', null)(document);
    put('caseload.ramp', null)(document);
    put('series.scrum.cadence', [])(document);
    const parsed = parseProgramme(document);
    expect(parsed.ok && parsed.notes).toEqual([
      {
        code: 'caseload-cap-missing',
        path: 'caseload.cap',
        message: 'is not set, so no caseload can be a breach: set the number that this council protects',
      },
      {
        code: 'ramp-missing',
        path: 'caseload.ramp',
        message: 'is not set, so the cap applies from the first day: set the build-up, or [] for none',
      },
      {
        code: 'cadence-missing',
        path: 'series.scrum.cadence',
        message: 'is empty, so the series has no dates: set how often it is held',
      },
      {
        code: 'observations-undated',
        path: 'observations.total',
        message:
          'is 3, and none has a date in the plan: set inPlan: true and when for arrangements.assessor-observation, other-observation',
      },
    ]);
  });
});
