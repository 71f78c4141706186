import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/academy/civil-days.ts';
import { floorShortfall } from '../../src/academy/national-floor.ts';
import { parseProgramme } from '../../src/academy/parse-programme.ts';
import type { Programme } from '../../src/academy/programme.ts';
import { loadProgramme, presetIds, readProgrammeDocument } from '../../src/storage/programme-files.ts';
import { date, planOf, preset } from './support/luton.ts';

type Json = Record<string, unknown>;

async function lutonDocument(): Promise<Json> {
  const reading = await readProgrammeDocument('luton');
  if (!reading.ok) throw new Error('luton.yaml cannot be read');
  return structuredClone(reading.document) as Json;
}

/** Sets one value of a document by its path; undefined removes it. */
function withValue(document: Json, path: string, value: unknown): Json {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = document;
  for (const key of keys) place = place[key] as Json;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return document;
}

describe('The presets', () => {
  it('are these, and every one is without fault', async () => {
    expect(await presetIds()).toEqual(['doncaster', 'durham', 'luton', 'national', 'sefton', 'slough']);
    for (const id of await presetIds()) expect((await preset(id)).id).toBe(id);
  });

  it('hold what each council’s source says: series with their number of dates, reviews, and what is below the floor', async () => {
    const rows: string[] = [];
    for (const id of await presetIds()) {
      const programme = await preset(id);
      const { items, warnings } = planOf(programme);
      const counts = Map.groupBy(
        items.filter(({ id: item, series }) => item.startsWith(`${series}-`) && series !== 'review'),
        ({ series }) => series,
      );
      const reviews = items.filter(({ series }) => series === 'review').map(({ id: item }) => item.slice(7));
      const series = [...counts].map(([name, all]) => `${name} ${all.length}`).sort();
      rows.push(
        `${id}: ${series.join(', ')}; reviews ${reviews.join(' ')}; ${warnings.map(({ code }) => code)}`,
      );
    }
    expect(rows).toEqual([
      'doncaster: claim 2, reflective-supervision 22; reviews 3m 6m 12m; ',
      'durham: case-mapping 26, claim 2, development-day 12, reflective-supervision 22; reviews 3m 6m 12m; caseload-cap-missing',
      'luton: assessor-support 12, case-supervision 12, child-file-recording 6, claim 2, peer-supervision 12, personal-supervision 12, reflective-supervision 22, scrum 26, service-session 4, team-development-session 12, team-meeting 52; reviews 3m 6m 9m 12m; ',
      'national: claim 2, reflective-supervision 22; reviews 3m 6m 12m; caseload-cap-missing',
      'sefton: claim 2, practice-reflective-meeting 52, reflective-supervision 22; reviews 3m 6m 12m; caseload-cap-missing',
      'slough: claim 2, reflective-supervision 19, three-way-supervision 12; reviews 3m 6m 12m; below-national-floor',
    ]);
  });

  it('say what their council has still to set', async () => {
    const notes: string[] = [];
    for (const id of await presetIds()) {
      const reading = await loadProgramme(id);
      if (reading.ok) notes.push(...reading.notes.map(({ code, path }) => `${id} ${code} ${path}`));
    }
    expect(notes).toEqual([
      'doncaster ramp-missing caseload.ramp',
      'doncaster observations-undated observations.total',
      'durham caseload-cap-missing caseload.cap',
      'durham observations-undated observations.total',
      'luton observations-undated observations.total',
      'national caseload-cap-missing caseload.cap',
      'national observations-undated observations.total',
      'sefton caseload-cap-missing caseload.cap',
      'sefton observations-undated observations.total',
      'slough cadence-missing series.group-supervision.cadence',
      'slough observations-undated observations.total',
    ]);
  });

  it('keep the national floor whatever the start date, except Slough’s', async () => {
    for (const id of await presetIds()) {
      const programme = await preset(id);
      const below = new Set<boolean>();
      for (let day = civilDay(date('2024-01-01')); day < civilDay(date('2028-01-01')); day += 3) {
        below.add(floorShortfall(programme, day) !== null);
      }
      expect([...below], id).toEqual([id === 'slough']);
    }
  });
});

describe('The national floor (C2)', () => {
  const sessions = (programme: Programme) =>
    planOf(programme).items.filter(({ series }) => series === 'reflective-supervision');

  async function enforced(id: string, cadence?: unknown): Promise<Programme> {
    const read = await readProgrammeDocument(id);
    if (!read.ok) throw new Error(`${id} cannot be read`);
    const document = { ...(structuredClone(read.document) as Json), floorCheck: 'enforce' };
    const changed =
      cadence === undefined
        ? document
        : withValue(document, 'series.reflective-supervision.cadence', cadence);
    const parsed = parseProgramme(changed);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.programme;
  }

  it('is kept in Slough once the council enforces it: six weekly sessions, then its own rhythm', async () => {
    const dates = (programme: Programme) => sessions(programme).map(({ due }) => String(due));
    const slough = await enforced('slough');
    expect(dates(slough)).toEqual(dates(await preset('national')));
    expect(planOf(slough).warnings).toEqual([]);
  });

  it('changes nothing where supervision is weekly at first', async () => {
    expect(sessions(await enforced('luton'))).toEqual(sessions(await preset('luton')));
  });

  it('is still warned about where weekly sessions alone do not reach it', async () => {
    const monthly = await enforced('slough', [
      { every: 'P2W', until: 'P4W' },
      { every: 'P1M', until: 'end' },
    ]);
    expect(
      sessions(monthly)
        .slice(5, 8)
        .map(({ due }) => String(due)),
    ).toEqual(['2026-10-19', '2026-11-09', '2026-12-07']);
    expect(planOf(monthly).warnings.map(({ code }) => code)).toEqual(['below-national-floor']);
  });

  it('gives no dates to a rhythm that is not set', async () => {
    expect(sessions(await enforced('slough', []))).toEqual([]);
  });
});

describe('A programme file with a fault', () => {
  const longAgo = { from: '2026-12-31', until: '2026-12-29' };
  it.each<[string, unknown, string]>([
    ['caseload.cap', '15', 'caseload.cap: must be a number'],
    ['caseload.cap', undefined, 'caseload.cap: is missing: it must be a number'],
    ['caseload.capp', 15, 'caseload.capp: is not a setting of a programme: remove it, or mend its spelling'],
    ['caseload.cap', 0, 'caseload.cap: must be at least 1'],
    ['caseload.cap', 14.5, 'caseload.cap: must be a whole number'],
    ['span.most', 51, 'span.most: must be at most 50'],
    ['series', [], 'series: must be a group of settings'],
    ['council', '', 'council: must not be empty'],
    ['caseload.unit', 'kids', 'caseload.unit: must be one of children, cases'],
    ['timeZone', 'Europe/Luton', 'timeZone: must be a time zone of the IANA list, such as Europe/London'],
    ['sendingHours.from', '9am', 'sendingHours.from: must be a time such as "09:00"'],
    ['sendingHours.from', '19:00', 'sendingHours.until: must be later than sendingHours.from'],
    ['claims.lastDay', '31/03/2027', 'claims.lastDay: must be a date, such as 2026-12-24'],
    ['claims.lastDay', '2027-02-30', 'claims.lastDay: must be a date, such as 2026-12-24'],
    ['closures', [longAgo], 'closures[0]: must end on or after the day it begins, and last at most 366 days'],
    ['cadenceDecision.at', 'P6W', 'cadenceDecision.at: must be in whole months, such as P3M'],
    [
      'induction.length',
      '2 weeks',
      'induction.length: must be a period of one unit, such as P10D, P6W, P3M or P1Y',
    ],
    [
      'induction.lead',
      'tutor',
      'induction.lead: must be one of nqsw, reflective-supervisor, assessor, host-manager, deputy-manager, mentor, academy-manager, head-of-academy',
    ],
    ['titles.assessor', undefined, 'titles.assessor: is missing: it must be text'],
    ['reminders.stages.review', undefined, 'reminders.stages.review: is missing: it must be a list'],
    ['observations.byAssessor', 4, 'observations.byAssessor: must not be more than observations.total'],
    [
      'learningSets.presentationMinutes.least',
      11,
      'learningSets.presentationMinutes.least: must not be more than most',
    ],
    [
      'series.child-file-recording',
      { title: 'x', kind: 'recording', lead: 'nqsw', cadence: [], source: { where: 'x' } },
      'series.child-file-recording: belongs in supervision.childFile.attestEvery: remove it here',
    ],
    [
      'series.case-supervision.cadence',
      [
        { every: 'P1M', until: 'end' },
        { every: 'P2M', until: 'end' },
      ],
      'series.case-supervision.cadence[0].until: is end, so no phase can follow: remove those after it',
    ],
    [
      'series.case-supervision.cadence',
      [
        { every: 'P1W', until: 'P6M' },
        { every: 'P2W', until: 'P6W' },
      ],
      'series.case-supervision.cadence[1].until: must be later than the phase before it, which runs to 6 months',
    ],
    [
      'series.case-supervision.cadence',
      [{ every: 'P0W', until: 'end' }],
      'series.case-supervision.cadence[0].every: must be a period of one unit, such as P10D, P6W, P3M or P1Y',
    ],
    [
      'caseload.ramp',
      [
        { untilMonth: 3, cap: 9 },
        { untilMonth: 3, cap: 12 },
      ],
      'caseload.ramp[1].untilMonth: must be later than the step before it',
    ],
  ])('at %s set to %j is told the place and the remedy', async (path, value, expected) => {
    const reading = parseProgramme(withValue(await lutonDocument(), path, value));
    if (reading.ok) expect.fail('was accepted');
    expect(reading.faults.map((fault) => `${fault.path}: ${fault.message}`)).toEqual([expected]);
  });

  it('is told every fault at once', async () => {
    const document = withValue(withValue(await lutonDocument(), 'length.period', 'P1W'), 'id', 'My Council');
    const reading = parseProgramme(document);
    if (reading.ok) expect.fail('was accepted');
    expect(reading.faults.map(({ path }) => path).sort()).toEqual(['id', 'length.period']);
  });

  it.each([null, 'luton', [], 42])('that is not a programme at all (%j) is refused', (document) => {
    expect(parseProgramme(document)).toMatchObject({ ok: false, faults: [{ path: '' }] });
  });

  it('has its reviews in order, within the programme, with one that is final', async () => {
    const document = await lutonDocument();
    const reviews = document.reviews as Json[];
    document.reviews = [reviews[1], reviews[0], { ...reviews[2], at: 'P13M' }];
    const reading = parseProgramme(document);
    if (reading.ok) expect.fail('was accepted');
    expect(reading.faults.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'reviews[1].at must be later than the review before it: put the reviews in order',
      "reviews[2].at is after the programme's end at 12 months",
      'reviews must mark exactly one review with final: true',
    ]);
  });
});

describe('Reading programme files', () => {
  it('names the presets when an id is unknown, and the fault when a path is', async () => {
    expect(await loadProgramme('luten')).toMatchObject({
      ok: false,
      faults: [{ message: expect.stringContaining('the presets are doncaster, durham, luton') }],
    });
    expect(await loadProgramme('./no-such.yaml')).toMatchObject({
      ok: false,
      faults: [{ message: 'the file ./no-such.yaml does not exist' }],
    });
    expect(await loadProgramme('./test')).toMatchObject({
      ok: false,
      faults: [{ message: 'the file ./test is a folder, not a file' }],
    });
  });

  it('names the line of a fault in the YAML', async () => {
    const reading = await loadProgramme('./test/academy/support/broken.yaml.txt');
    if (reading.ok) expect.fail('was accepted');
    expect(reading.faults[0]?.message).toMatch(/^line 2: /);
  });

  it('takes from the programme that a file extends only what the file leaves out', async () => {
    const reading = await loadProgramme('./test/academy/support/own-council.yaml');
    if (!reading.ok) expect.fail(JSON.stringify(reading.faults));
    const { programme } = reading;
    expect(programme.council).toBe('Fernshire');
    expect(programme.caseload).toMatchObject({ cap: 12, unit: 'children' });
    expect(programme.titles['reflective-supervisor']).toBe('Practice Coach');
    expect(programme.titles['host-manager']).toBe('Team Manager');
    expect(programme.series.map(({ id }) => id)).toEqual(['reflective-supervision', 'peer-supervision']);
  });

  it('extends only programmes that come with the product and stand by themselves', async () => {
    for (const base of ['nowhere', 'durham']) {
      const reading = await loadProgramme(`./test/academy/support/extends-${base}.yaml`);
      expect(reading).toMatchObject({ ok: false, faults: [{ path: 'extends' }] });
    }
  });
});
