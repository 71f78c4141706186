/** What is between an NQSW and somebody else stays there: in every view, file, log and table that others reach (L7, Q11, Q14, T3). */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables as tableNames } from '../../src/storage/table-store.ts';
import { wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';
import { idsOf } from './reminding.ts';
import { jo, marta, tom } from './roles-in-teams.ts';

type Who = typeof amara;
const everybody: readonly Who[] = [amara, priya, helen, tom, marta, jo];
/** Those of the academy who see something of the year. */
const academy: readonly Who[] = [priya, helen, marta];

const programme = join(import.meta.dirname, '../fixtures/luton-quiet.yaml');
const blank = { about: '', step: '', on: '', to: '', choice: '', codes: '', number: '', personId: '' };
const asked = 'May we meet before ten on Thursday';

let teams: AcademyInTeams;
let participantId = '';
const as = (who: Who) => teams.client.person(who);
let forms = 0;

async function saves(who: Who, form: string, data: Json) {
  const sent = { ...blank, v: 1, verb: 'year-save', participantId, form, submissionId: `form-${++forms}` };
  const answer = await as(who).invokes('year-save', { ...sent, ...data });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
}
async function says(who: Who, text: string) {
  const before = as(who).messages().length;
  const { text: answer } = await as(who).says(text);
  const cards = as(who).messages().slice(before);
  return [answer, ...cards.map(({ card }) => JSON.stringify(card ?? {}))].join('\n');
}

beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-12T09:30:00Z', programme });
  for (const who of everybody) await as(who).says('hello');
  await teams.settled();
  participantId = (await idsOf(teams, amara)).participantId;
  expect(await saves(tom, 'date-held', { choice: 'personal-supervision-1', on: '2026-10-06' })).toContain(
    'held on Tuesday 6 October 2026',
  );
  expect(
    await saves(tom, 'date-held', { choice: 'personal-supervision-1~again', on: '2026-10-08' }),
  ).toContain('Thursday 8 October');
  expect(
    await saves(amara, 'reschedule', { step: 'propose', choice: 'personal-supervision-2', on: '2026-11-10' }),
  ).toContain('proposes');
  await as(tom).presses('Agree');
  expect(await saves(amara, 'protected-time', { about: '2026-10-05', number: '2.75' })).toContain(
    '2.75 hours',
  );
  const answered = { choice: 'not-confirmed', about: '0' };
  expect(await saves(tom, 'probation', answered)).toContain('Not confirmed');
  await says(amara, `ask my SP ${asked}`);
  await as(amara).presses('Hand over my question', { inputs: { question: asked } });
  await teams.settled();
});
afterAll(() => teams.stop());

/** What can be typed to look into somebody's year, by anybody. */
const questions = [
  'my NQSWs',
  'Amara’s year',
  'what’s next for Amara',
  'when is Amara’s next personal supervision?',
  'when was Amara’s last personal supervision?',
  'how many supervisions has Amara had?',
  'why is Amara’s personal supervision on that date?',
  'what’s overdue for Amara?',
  'what’s overdue?',
  'chronology of Amara',
  'compliance report',
  'review pack for Amara',
  'how much protected time has Amara had?',
  'delivery report',
  'probation for Amara',
];

/** Words that would tell of a day of personal supervision, of hours, of the answer, or of the question. */
const told =
  /personal-supervision-\d|Personal supervision[^“”"]{0,60}(?:20\d\d|held|due|overdue)|2\.75|not confirmed|2026-11-10|before ten on Thursday/iu;

describe('what is closed to the academy', () => {
  it('is seen by those whose it is', async () => {
    expect(await says(amara, 'my chronology')).toMatch(/2\.75 hours/);
    expect(await says(tom, 'when is Amara’s next personal supervision?')).toContain(
      'Tuesday 10 November 2026',
    );
    expect(await says(jo, 'when is Amara’s next personal supervision?')).toContain(
      'Tuesday 10 November 2026',
    );
  });

  it.each(academy.map((who) => [who.name, who] as const))('is in no answer to %s', async (_, who) => {
    for (const text of questions) {
      expect([text, told.exec(await says(who, text))?.[0]]).toEqual([text, undefined]);
    }
  });

  it('is in no card and no preview that somebody of the academy opens by a forged button', async () => {
    const opened: readonly (readonly [string, Json])[] = [
      ['nqsw-open', {}],
      ['chronology-open', { earlier: '' }],
      ['record-open', { item: 'personal-supervision-2' }],
      ['not-happened-open', { item: 'personal-supervision-2' }],
      ['year-open', { form: 'date-held', about: 'personal-supervision-1' }],
      ['year-open', { form: 'reschedule', about: 'personal-supervision-2' }],
      ['year-open', { form: 'protected-time', about: '2026-10-05' }],
      ['year-open', { form: 'probation', about: '' }],
      ['year-open', { form: 'enrolment', about: 'extend' }],
    ];
    for (const who of academy) {
      for (const [verb, data] of opened) {
        const answer = await as(who).invokes(verb, { v: 1, verb, participantId, ...data });
        // What the forged button itself said is sent back with the form.
        const shown = JSON.stringify(answer.card ?? {}).replaceAll(
          /"(?:item|about)":"personal-supervision-2"/gu,
          '',
        );
        expect([verb, who.name, told.exec(shown)?.[0]]).toEqual([verb, who.name, undefined]);
      }
    }
  });

  it('is in no preview of what a change of the enrolment or a pause moves', async () => {
    const extended = await saves(helen, 'enrolment', { step: 'preview-extend', to: '2027-12-06' });
    expect(extended).toContain('what would move');
    expect(extended).not.toContain('Personal supervision');
    await says(helen, 'pause Amara’s programme');
    const dates = { fromOn: '2026-11-02', untilOn: '2026-12-13', reason: 'other' };
    const answer = await as(helen).presses('Show what would move', { inputs: dates });
    expect(wordsOf(answer.card ?? {})).toContain('Reflective supervision');
    expect(wordsOf(answer.card ?? {})).not.toContain('Personal supervision');
  });

  it('is in no file that others may fetch, nor in the channel', async () => {
    for (const who of [priya, helen, marta]) {
      const words = await says(who, 'chronology of Amara');
      const path = /https:\/\/academy\.example\.org(\/[^"]+\.csv)/u.exec(words)?.[1] ?? '';
      const csv = await fetch(`http://127.0.0.1:${teams.bot.port}${path}`);
      const text = await csv.text();
      expect([csv.status, text.includes('Programme') || text.includes('programme')]).toEqual([200, true]);
      expect([who.name, told.exec(text)?.[0]]).toEqual([who.name, undefined]);
    }
  });

  it('leaves neither its words in a log, an audit or a notice, nor a question anywhere once it was seen', async () => {
    const { tables } = teams.academy.storage;
    const everything = async () => {
      const rows: string[] = [];
      for (const table of tableNames)
        for await (const row of tables.range({ table, partition: { from: ' ', to: '\u{ffff}' } }))
          rows.push(JSON.stringify(row));
      return rows;
    };
    expect(teams.logLines.filter((line) => line.includes(asked))).toEqual([]);
    await as(priya).presses('I have seen this');
    await teams.settled();
    expect((await everything()).filter((row) => row.includes(asked))).toEqual([]);
    expect(teams.logLines.filter((line) => /2\.75|not-confirmed|2026-10-08/u.test(line))).toEqual([]);
  });
});
