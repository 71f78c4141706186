import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/cli/csv-sheet.ts';
import { notMentioned, prepareRoster } from '../../src/services/import-roster.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';
import { chatOf } from './reminding.ts';
import { marta, owen, tom } from './roles-in-teams.ts';
import { importRoster } from './roster-for-tests.ts';

const refusal = 'I cannot show or change that for you';

let teams: AcademyInTeams;
let participantId = '';

const as = (who: typeof amara) => teams.client.person(who);
const last = (who: typeof amara) => wordsOf(as(who).lastCard());
const at = async (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
  await teams.settled();
};
const idOf = async ({ email }: { readonly email: string }) =>
  (await teams.academy.ports.people.byEmail(email))?.id ?? '';
const file = async () => (await teams.academy.ports.files.load(participantId))?.file;
const entries = async (kind: string) => ((await file())?.entries ?? []).filter(({ entry }) => entry === kind);
const press = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};
const open = (who: typeof amara, form: string, about = '') =>
  as(who).invokes('year-open', { v: 1, verb: 'year-open', participantId, form, about });
const sees = async (who: typeof amara) => {
  const answer = await as(who).invokes('record-open', { v: 1, verb: 'record-open', participantId, item: '' });
  return answer.text.includes(refusal) ? 'nothing' : 'the year';
};
const reminders = (who: typeof amara) =>
  chatOf(teams, who).filter((text) => /Reflective supervision \d/u.test(text) && text.includes('Amara'))
    .length;

beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-12T09:00:00Z' });
  for (const who of [amara, priya, helen, tom, marta, owen]) await as(who).says('hello');
  await teams.settled();
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
});
afterAll(() => teams.stop());

describe('cover for a holder who is away', () => {
  it('is arranged by whoever holds the function, and by nobody who does not', async () => {
    expect((await open(amara, 'cover')).text).toContain(refusal);
    expect((await open(owen, 'cover')).card).toBeDefined();
    await as(priya).says('cover for Amara');
    expect(last(priya)).toContain('Cover for Amara Okoro');
    const wrong = await press(priya, 'Arrange this cover', { on: '2026-10-09', personId: await idOf(tom) });
    expect(wrong).toContain('Choose today or a later day');
    expect(wrong).toContain('Choose the last day.');
    expect(JSON.stringify(as(priya).lastCard())).toContain('2026-10-09');
    expect(await entries('cover')).toHaveLength(0);
  });

  it('is kept once however often it is pressed, and everybody concerned is told', async () => {
    await as(priya).says('cover for Amara');
    const inputs = { personId: await idOf(owen), on: '2026-10-19', to: '2026-10-23' };
    const form = as(priya).lastCard();
    expect(await press(priya, 'Arrange this cover', inputs)).toContain(
      'Owen Prys, DipSW covers for Priya Nandakumar from Mon 19 Oct 2026 to Fri 23 Oct 2026',
    );
    const [save] = buttonsOf(form).filter(({ title }) => title === 'Arrange this cover');
    const again = await as(priya).invokes('year-save', { ...save?.data, ...inputs });
    expect(wordsOf(again.card ?? {})).toContain('That was saved already');
    await as(helen).says('cover for Amara');
    const second = await press(helen, 'Arrange this cover', {
      ...inputs,
      choice: 'reflective-supervisor',
      personId: await idOf(marta),
    });
    expect(second).toContain('End that first, or choose other days');
    expect(await entries('cover')).toHaveLength(1);
    expect(last(owen)).toContain('On these days you see what Priya Nandakumar sees');
    expect(last(amara)).toContain('On these days Owen Prys, DipSW is there for you instead');
    await as(priya).says('who covers me?');
    expect(last(priya)).toContain('Owen Prys, DipSW covers for Priya Nandakumar');
  });

  it('lets the cover see and record on those days, and nothing before and after', async () => {
    await at('2026-10-18T22:30:00Z');
    expect(await sees(owen)).toBe('nothing');
    await at('2026-10-18T23:00:00Z');
    expect(await sees(owen)).toBe('the year');
    await as(owen).says('my NQSWs');
    expect(last(owen)).toContain('Amara Okoro');
    await as(amara).says('when is my next reflective supervision?');
    expect(last(amara)).toContain('Owen Prys, DipSW, for Priya Nandakumar');
    await as(amara).says('who supports me?');
    expect(last(amara)).toContain('Owen Prys, DipSW, for Priya Nandakumar');
    await at('2026-10-23T22:59:00Z');
    expect(await sees(owen)).toBe('the year');
    expect(await sees(priya)).toBe('the year');
    await at('2026-10-23T23:00:00Z');
    expect(await sees(owen)).toBe('nothing');
    expect(await sees(priya)).toBe('the year');
  });

  it('sends the reminders of those days to the cover and not to the holder', async () => {
    const before = { owen: reminders(owen), priya: reminders(priya) };
    await as(priya).says('cover for Amara');
    await press(priya, 'Arrange this cover', {
      personId: await idOf(owen),
      on: '2026-10-26',
      to: '2026-11-06',
    });
    for (const day of ['26', '27', '28', '29']) await at(`2026-10-${day}T10:00:00Z`);
    expect(reminders(priya)).toBe(before.priya);
    expect(reminders(owen)).toBeGreaterThan(before.owen);
  });

  it('is ended early by the holder, once, and then the holder is told again', async () => {
    await as(priya).says('cover for Amara');
    const form = await press(priya, 'End cover by Owen Prys, DipSW');
    expect(form).toContain('When is Priya Nandakumar back?');
    const ending = as(priya).lastCard();
    expect(await press(priya, 'End this cover', { on: '2026-10-30' })).toContain(
      'From Friday 30 October 2026',
    );
    const [end] = buttonsOf(ending).filter(({ title }) => title === 'End this cover');
    await as(priya).invokes('year-save', { ...end?.data, on: '2026-10-30' });
    expect(await entries('cover-ended')).toHaveLength(1);
    expect(last(owen)).toContain('The cover for Amara Okoro ends early');
    await at('2026-10-30T10:00:00Z');
    expect(await sees(owen)).toBe('nothing');
    const before = reminders(priya);
    await at('2026-11-06T10:00:00Z');
    expect(reminders(priya)).toBeGreaterThan(before);
  });
});

describe('a function that changes hands', () => {
  it('asks the one who hands over and the one who takes over to talk, once each', async () => {
    await at('2026-11-09T09:00:00Z');
    await as(helen).says("change Amara's supervisor");
    await press(helen, 'Save this allocation', {
      function: 'assessor',
      personId: await idOf(tom),
      fromOn: '2026-11-16',
    });
    expect(last(marta)).toContain('Tom Adeyemi takes over from you as Practice Educator of Amara Okoro');
    expect(last(tom)).toContain('You take over from Marta Kowalczyk');
    await at('2026-11-16T09:30:00Z');
    const tasks = (who: typeof amara) =>
      chatOf(teams, who).filter((text) => text.startsWith('Handover of Amara'));
    expect([tasks(marta).length, tasks(tom).length]).toEqual([1, 1]);
  });

  it('shows the new one what is to come and what happened, the old one nothing from that day on', async () => {
    const chronology = async (who: typeof amara) => {
      const answer = await as(who).says('chronology of Amara');
      return answer.text.includes(refusal) ? '' : last(who);
    };
    expect(await chronology(tom)).toContain('Cover ended early: the holder is back from Fri 30 Oct 2026');
    expect(await chronology(marta)).toBe('');
    expect((await open(marta, 'handover')).text).toContain(refusal);
    await as(tom).says('review pack for Amara');
    expect(last(tom)).toContain('Marta Kowalczyk to Tom Adeyemi on Mon 16 Nov 2026: no handover is recorded');
    await as(tom).says('record a review of Amara');
    expect(last(tom)).toContain('no handover is recorded');
    expect(buttonsOf(as(tom).lastCard()).map(({ title }) => title)).toContain('Record the handover');
  });

  it('keeps the day of the handover, once, and the pack says so', async () => {
    await as(tom).says('record the handover for Amara');
    expect(await press(tom, 'Handover held', { on: '2026-11-17' })).toContain('That day is still to come');
    const form = as(tom).lastCard();
    expect(await press(tom, 'Handover held', { on: '2026-11-16' })).toContain(
      'held on Monday 16 November 2026',
    );
    const [save] = buttonsOf(form).filter(({ title }) => title === 'Handover held');
    await as(helen).invokes('year-save', { ...save?.data, submissionId: 's-other', on: '2026-11-15' });
    expect(await entries('handover')).toHaveLength(1);
    await as(tom).says('review pack for Amara');
    expect(last(tom)).toContain('handed over on Mon 16 Nov 2026');
  });
});

describe('a roster that is imported again', () => {
  it('does not undo what was given in the chat, and takes nobody off', async () => {
    const bytes = readFileSync(join(import.meta.dirname, '../fixtures/roster.csv'));
    await importRoster(teams.academy, bytes);
    const assessors = ((await file())?.allocations ?? []).filter((one) => one.function === 'assessor');
    expect(assessors.map(({ name, fromOn, untilOn }) => `${name} ${fromOn}..${untilOn ?? ''}`)).toEqual([
      'Marta Kowalczyk 2026-09-07..2026-11-15',
      'Tom Adeyemi 2026-11-16..',
    ]);
    expect(await sees(tom)).toBe('the year');
    expect(await sees(marta)).toBe('nothing');
    const { needs, clock } = teams.academy;
    const today = clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
    const csv = readCsv(
      Buffer.from(
        bytes
          .toString()
          .replace(/^jo\.deputy.*\n/mu, '')
          .replace('jo.deputy@example.org', ''),
      ),
    );
    if (!csv.ok) throw new Error('the roster cannot be read');
    const again = await prepareRoster(needs, csv.sheet, today);
    if (!again.ok) throw new Error(JSON.stringify(again.faults));
    const absent = await notMentioned(needs, again.people);
    expect(absent.map(({ name }) => name)).toEqual(['Jo Whitfield']);
    expect(again.warnings.map(({ column, message }) => `${column}: ${message}`)).toContainEqual(
      expect.stringContaining(
        'assessor: is left as it is: in the chat it was given to Tom Adeyemi from 2026-11-16',
      ),
    );
  });

  it('says in the audit who imported it', async () => {
    const audit: string[] = [];
    for await (const row of teams.academy.storage.tables.range({ table: 'audit', partition: 'academy' }))
      audit.push(JSON.stringify(row));
    expect(audit.filter((row) => row.includes('import-roster'))).toHaveLength(2);
  });
});
