import { describe, expect, it } from 'vitest';
import { extended } from '../../src/academy/extended-programme.ts';
import { parseProgramme } from '../../src/academy/parse-programme.ts';
import { readProgrammeDocument } from '../../src/storage/programme-files.ts';

const read = await readProgrammeDocument('national');
if (!read.ok) throw new Error('programmes/national.yaml cannot be read');
const national: Readonly<Record<string, unknown>> = Object(read.document);

const own = { where: 'Marlbury handbook, page 5' };

function reading(file: Readonly<Record<string, unknown>>) {
  const { document, inherited } = extended(national, file, 'national');
  return parseProgramme(document, inherited);
}

function programmeOf(file: Readonly<Record<string, unknown>>) {
  const parsed = reading(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.programme;
}

const notesOf = (file: Readonly<Record<string, unknown>>) => {
  const parsed = reading(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.notes
    .filter(({ path }) => path !== 'observations.total')
    .map(({ code, path }) => `${code} ${path}`);
};

const faultsOf = (file: Readonly<Record<string, unknown>>) => {
  const parsed = reading(file);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path} ${message}`);
};

const rarer = [
  { every: 'P1W', until: 'P8W' },
  { every: 'P5W', until: 'end' },
];
const capped = { cap: 14, source: own };

describe('A source', () => {
  it('is a council’s own as a whole: no words of another document stay with it', () => {
    const { series } = programmeOf({ series: { 'reflective-supervision': { cadence: rarer, source: own } } });
    expect(series.find(({ id }) => id === 'reflective-supervision')?.source).toEqual(own);
  });

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      'left out under a value of its own',
      { caseload: { cap: 14 } },
      ['source-inherited caseload.source', 'topic-inherited guidance.caseload'],
    ],
    [
      'left out under a title of its own',
      { series: { 'reflective-supervision': { title: 'Reflection' } } },
      ['caseload-cap-missing caseload.cap'],
    ],
    ['left out under the same value', { observations: { total: 3 } }, ['caseload-cap-missing caseload.cap']],
    [
      'left out in an arrangement that is in the plan',
      {
        caseload: capped,
        guidance: { caseload: null },
        arrangements: { 'feedback-from-families': { inPlan: true, when: { by: 'review', stages: ['P6M'] } } },
      },
      ['source-inherited arrangements.feedback-from-families.source'],
    ],
  ])('%s', (_what, file, notes) => {
    expect(notesOf(file)).toEqual(notes);
  });
});

describe('An inherited topic', () => {
  it('that tells a setting in words is noted once the setting is another', () => {
    expect(notesOf({ caseload: capped })).toEqual(['topic-inherited guidance.caseload']);
  });

  it('that tells of something taken away is noted too', () => {
    const arrangements = { 'standards-self-assessment': null };
    const guidance = { caseload: null };
    expect(notesOf({ caseload: capped, guidance, arrangements })).toEqual([
      'topic-inherited guidance.self-assessment',
    ]);
  });

  it.each<[string, unknown]>([
    ['written anew', { title: 'Caseload', text: 'At most {cap}.', source: own }],
    ['taken away', null],
  ])('%s is not', (_what, caseload) => {
    expect(notesOf({ caseload: capped, guidance: { caseload } })).toEqual([]);
  });

  it('takes its further words as text or as a list', () => {
    const topic = (also: unknown) => ({ title: 'Study', also, text: 'Learn.', source: own });
    const { guidance } = programmeOf({
      caseload: capped,
      guidance: { study: topic(['study time', 'reading']), reading: topic('study time, reading') },
    });
    const words = (id: string) => guidance.find((one) => one.id === id)?.also;
    expect([words('study'), words('reading')]).toEqual(['study time, reading', 'study time, reading']);
  });
});

describe('null', () => {
  it('takes away a series, an arrangement and a topic', () => {
    const programme = programmeOf({
      series: { 'reflective-supervision': null },
      arrangements: { 'feedback-from-families': null },
      guidance: { panel: null },
    });
    expect(programme.series).toEqual([]);
    expect(programme.arrangements.map(({ id }) => id)).not.toContain('feedback-from-families');
    expect(programme.guidance.map(({ id }) => id)).not.toContain('panel');
  });

  it.each(['series', 'arrangements', 'guidance'])('that takes nothing away under %s is a fault', (group) => {
    expect(faultsOf({ [group]: { 'peer-circle': null } })[0]).toMatch(
      new RegExp(
        `^${group}\\.peer-circle is null and takes nothing away, for national has none of that name`,
      ),
    );
  });

  it('turns moving team off and keeps its lists for whoever has begun', () => {
    const { moveTeam } = programmeOf({ moveTeam: null });
    expect(moveTeam.offered).toBe(false);
    expect(moveTeam.reasons.length).toBeGreaterThan(0);
    expect(programmeOf({}).moveTeam.offered).toBe(true);
  });

  it('takes no concern away from anybody', () => {
    expect(faultsOf({ concerns: null })[0]).toContain('concerns cannot be taken away');
  });
});

describe('Reviews of a council’s own', () => {
  const reviews = [
    { at: 'P4M', source: own },
    { at: 'P12M', final: true, source: own },
  ];
  const quiet = { caseload: capped, guidance: { caseload: null, reviews: null } };

  it('leave a note for each inherited stage that is none of them', () => {
    expect(notesOf({ ...quiet, reviews })).toEqual(
      [
        'critical-reflection',
        'development-plan',
        'standards-self-assessment',
        'professional-documentation',
        'feedback-from-families',
        'feedback-from-professionals',
        'assessor-observation',
        'other-observation',
      ].map((id) => `stage-without-review arrangements.${id}.when.stages`),
    );
  });
});
