/** Two who press at once, for every form of a year: one effect, and both are told the truth. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { YearFormName } from '../../src/academy/year-form-name.ts';
import { wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { fileOf, idsOf } from './reminding.ts';
import { jo, marta, owen, tom } from './roles-in-teams.ts';

type Who = typeof amara;
type Press = readonly [who: Who, data: Json];

/** Two presses of forms that each opened for themselves: how many facts come of them, and what each may be told. */
interface Row {
  readonly form: YearFormName;
  readonly what: string;
  readonly at: string;
  readonly first: Press;
  readonly second: Press;
  readonly facts: number;
  /** What whoever came first is told, and what the other: whichever of the two that is. */
  readonly told: readonly [RegExp, RegExp];
}

const monday = '2026-10-12T09:30:00Z';
const rows: readonly Row[] = [
  {
    form: 'induction',
    what: 'one topic from two devices',
    at: monday,
    first: [priya, { codes: 'liquidlogic', on: '2026-09-11' }],
    second: [priya, { codes: 'liquidlogic', on: '2026-09-14' }],
    facts: 1,
    told: [/LiquidLogic: covered on/u, /had been ticked already/u],
  },
  {
    form: 'audit',
    what: 'two audits of two people',
    at: monday,
    first: [priya, { on: '2026-10-08', choice: 'good', codes: 'risk', to: 'yes' }],
    second: [marta, { on: '2026-10-09', choice: 'good', codes: 'risk', to: 'no' }],
    facts: 2,
    told: [/logged[\s\S]*1, of which 1 good or better/u, /logged[\s\S]*2, of which 2 good or better/u],
  },
  {
    form: 'date-held',
    what: 'two days for one session',
    at: monday,
    first: [tom, { choice: 'personal-supervision-1', on: '2026-10-06' }],
    second: [jo, { choice: 'personal-supervision-1', on: '2026-10-07' }],
    facts: 1,
    told: [/held on/u, /has its day already/u],
  },
  {
    form: 'attended',
    what: 'one meeting from two devices',
    at: monday,
    first: [amara, { codes: 'team-meeting-4' }],
    second: [amara, { codes: 'team-meeting-4' }],
    facts: 1,
    told: [/Saved: you were there/u, /stood there already/u],
  },
  {
    form: 'attendance',
    what: 'one session of a group from two devices',
    at: monday,
    first: [marta, { about: 'peer-supervision', on: '2026-10-07', codes: 'AMARA' }],
    second: [marta, { about: 'peer-supervision', on: '2026-10-07', codes: 'AMARA' }],
    facts: 1,
    told: [/1 person there/u, /1 person there/u],
  },
  {
    form: 'reschedule',
    what: 'a day from each side',
    at: monday,
    first: [amara, { step: 'propose', choice: 'reflective-supervision-6', on: '2026-10-15' }],
    second: [priya, { step: 'propose', choice: 'reflective-supervision-6', on: '2026-10-16' }],
    facts: 1,
    told: [/It waits for an answer/u, /Does that day suit you/u],
  },
  {
    form: 'cover',
    what: 'the same days by the holder and the Academy Manager',
    at: monday,
    first: [priya, { choice: 'reflective-supervisor', personId: 'OWEN', on: '2026-11-02', to: '2026-11-06' }],
    second: [
      helen,
      { choice: 'reflective-supervisor', personId: 'OWEN', on: '2026-11-03', to: '2026-11-04' },
    ],
    facts: 1,
    told: [/Cover for Amara Okoro/u, /End that first, or choose other days/u],
  },
  {
    form: 'protected-time',
    what: 'hours of one week from two devices',
    at: monday,
    first: [amara, { about: '2026-10-05', number: '3' }],
    second: [amara, { about: '2026-10-05', number: '4' }],
    facts: 2,
    told: [/hours of protected time/u, /It takes the place of/u],
  },
  {
    form: 'confirm-caseload',
    what: 'the same number and another one',
    at: '2026-11-05T09:30:00Z',
    first: [tom, { about: 'REPORT', step: 'matches' }],
    second: [tom, { about: 'REPORT', step: 'differs', number: '12' }],
    facts: 1,
    told: [/is confirmed|you have 12/u, /is confirmed|you have 12/u],
  },
  {
    form: 'attest',
    what: 'one recording from two devices',
    at: '2026-11-09T09:30:00Z',
    first: [priya, { choice: 'child-file-recording-1', on: '2026-11-06' }],
    second: [priya, { choice: 'child-file-recording-1', on: '2026-11-09' }],
    facts: 1,
    told: [/Stated:/u, /is stated already/u],
  },
  {
    form: 'handover',
    what: 'one talk by whoever takes over and the Academy Manager',
    at: '2026-11-16T09:30:00Z',
    first: [tom, { on: '2026-11-16' }],
    second: [helen, { on: '2026-11-15' }],
    facts: 1,
    told: [/Handover of Amara Okoro: held on/u, /has been recorded already/u],
  },
  {
    form: 'cadence',
    what: 'two decisions',
    at: '2027-03-08T09:30:00Z',
    first: [priya, { about: 'none', choice: 'keep', step: 'confirm-keep-' }],
    second: [priya, { about: 'none', choice: 'monthly', step: 'confirm-monthly-' }],
    facts: 1,
    told: [/Amara Okoro is told/u, /Somebody has decided since/u],
  },
  {
    form: 'enrolment',
    what: 'two extensions',
    at: '2027-06-07T09:30:00Z',
    first: [helen, { about: 'extend', step: 'extend', to: '2027-12-06' }],
    second: [helen, { about: 'extend', step: 'extend', to: '2027-12-06' }],
    facts: 1,
    told: [/The enrolment has been changed/u, /ends on Monday 6 December 2027 already/u],
  },
  {
    form: 'probation',
    what: 'two answers',
    at: '2027-08-09T09:30:00Z',
    first: [tom, { about: '0', choice: 'confirmed' }],
    second: [tom, { about: '0', choice: 'extended', to: '2027-12-06' }],
    facts: 1,
    told: [/answered on/u, /answered after this card was opened/u],
  },
  {
    form: 'exit',
    what: 'one task from two devices',
    at: '2027-11-22T09:30:00Z',
    first: [amara, { codes: 'programme-survey', on: '2027-11-19' }],
    second: [amara, { codes: 'programme-survey', on: '2027-11-19' }],
    facts: 1,
    told: [/done on/u, /was done already/u],
  },
];

const blank = { about: '', step: '', on: '', to: '', choice: '', codes: '', number: '', personId: '' };

let teams: AcademyInTeams;
let participantId = '';
let names: Readonly<Record<string, string>> = {};
let forms = 0;

beforeAll(async () => {
  teams = await academyInTeams({ now: monday, programme: lutonQuiet });
  for (const who of [amara, priya, helen, tom, jo, marta, owen]) await teams.client.person(who).says('hello');
  await teams.client.person(amara).says('my caseload is 14');
  participantId = (await idsOf(teams, amara)).participantId;
  const reportId = (await fileOf(teams, amara)).caseloads[0]?.reportId ?? '';
  names = { AMARA: participantId, OWEN: (await idsOf(teams, owen)).personId, REPORT: reportId };
});
afterAll(() => teams.stop());

/** Tom takes the assessor's function over from Marta on 16 November. */
async function handOver(): Promise<void> {
  const { participant, allocations } = await fileOf(teams, amara);
  const { personId } = await idsOf(teams, tom);
  const of = 'assessor' as const;
  const marked = allocations.map((one) =>
    one.function === of ? { ...one, untilOn: Temporal.PlainDate.from('2026-11-15') } : one,
  );
  const fromOn = Temporal.PlainDate.from('2026-11-16');
  const next = { function: of, personId, name: tom.name, fromOn, untilOn: null };
  await teams.academy.ports.roster.save([], [{ participant, allocations: [...marked, next] }]);
}

/** One press of a form with what it asks for; names of the table stand for ids. */
async function sends(form: YearFormName, [who, data]: Press, submissionId: string): Promise<string> {
  const given = Object.entries(data).map(([key, value]) => [key, names[String(value)] ?? value]);
  const sent = { ...blank, ...Object.fromEntries(given), participantId, form, submissionId };
  const answer = await teams.client.person(who).invokes('year-save', { v: 1, verb: 'year-save', ...sent });
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
}

const count = async () => {
  const { entries, enrolment } = await fileOf(teams, amara);
  return entries.length + enrolment.length;
};

it.each(rows.map((row) => [row.form, row.what, row] as const))('%s: %s', async (form, _, row) => {
  teams.time.now = Temporal.Instant.from(row.at);
  if (form === 'handover') await handOver();
  const before = await count();
  const ids = [`form-${++forms}`, `form-${++forms}`] as const;
  const answers = await Promise.all([sends(form, row.first, ids[0]), sends(form, row.second, ids[1])]);
  expect(await count()).toBe(before + row.facts);
  const [won, other] = row.told;
  const isEach = ([one = '', two = '']: readonly string[]) => won.test(one) && other.test(two);
  expect(isEach(answers) || isEach(answers.toReversed()) ? 'the truth' : answers).toBe('the truth');
  // The same two forms once more, as a client sends them that lost the answer.
  await Promise.all([sends(form, row.first, ids[0]), sends(form, row.second, ids[1])]);
  expect(await count()).toBe(before + row.facts);
});
