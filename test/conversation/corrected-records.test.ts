import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';

let teams: AcademyInTeams;
let participantId = '';

/** Monday 5 October 2026, ten in the morning in London. Amara began on 7 September. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z', programme: lutonQuiet });
  for (const who of [amara, priya, helen]) await teams.client.person(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
});
afterAll(() => teams.stop());

const item = 'reflective-supervision-3';
const inputs = {
  item,
  heldOn: '2026-09-28',
  minutes: '60',
  mode: 'face-to-face',
  childFile: 'yes',
  templateUsed: 'yes',
  coWorkerRecorded: 'yes',
};
const theme = () => teams.academy.programme.supervision.themes[0]?.code ?? '';

async function file(): Promise<ParticipantFile> {
  const versioned = await teams.academy.ports.files.load(participantId);
  if (versioned === undefined) throw new Error('Amara has no file.');
  return versioned.file;
}

const ofAmara = (words: string) =>
  teams.client
    .person(amara)
    .messages()
    .map(({ card }) => wordsOf(card ?? {}))
    .filter((card) => card.includes(words));

const corrects = (recordId: string, more: Json) => ({
  v: 1,
  verb: 'record-supervision',
  participantId,
  corrects: recordId,
  ...inputs,
  themes: theme(),
  ...more,
});

describe('a record that turns out to be wrong', () => {
  it('says who recorded it and when, also how long after the session', async () => {
    const sp = teams.client.person(priya);
    await sp.says('record supervision');
    const saved = await sp.presses('Record supervision', { inputs: { ...inputs, themes: theme() } });
    expect(wordsOf(saved.card ?? {})).toContain('by Priya Nandakumar, 7 days after the session');
    await teams.settled();
    expect(ofAmara('by Priya Nandakumar, 7 days after the session')).toHaveLength(1);
  });

  it('can be corrected by whoever made it, in the form with what was said', async () => {
    const sp = teams.client.person(priya);
    const form = await sp.presses('Correct this record');
    expect(wordsOf(form.card ?? {})).toContain('Correct a supervision record');
    expect(JSON.stringify(form.card)).toContain('"value":60');
    expect(buttonsOf(form.card ?? {})).not.toContain('It did not happen');
    const refused = await sp.presses('Save the correction', {
      inputs: { ...inputs, themes: theme(), minutes: '' },
    });
    expect(wordsOf(refused.card ?? {})).toContain('Give the length in whole minutes');
    expect(wordsOf(refused.card ?? {})).toContain('Correct a supervision record');
    const saved = await sp.presses('Save the correction', {
      inputs: { ...inputs, themes: theme(), minutes: '95' },
    });
    const words = wordsOf(saved.card ?? {});
    expect(words).toContain('95 minutes; before: 60 minutes (less than the 90 expected)');
    expect(words).toContain('First recorded');
    expect(words).toContain('Waiting for Amara Okoro to agree');
  });

  it('keeps both, counts the newest, and asks the NQSW anew with what has changed', async () => {
    const { records } = await file();
    expect(records.map((record) => record.outcome === 'held' && record.minutes)).toEqual([60, 95]);
    await teams.settled();
    expect(ofAmara('Replaced by the record of')).toHaveLength(1);
    const [asked] = ofAmara('has corrected the record of this session with you');
    expect(asked).toContain('; before: 60 minutes');
    const nqsw = teams.client.person(amara);
    await nqsw.presses('Agree');
    const { confirmations } = await file();
    expect(confirmations.map(({ recordId }) => recordId)).toEqual([records[1]?.recordId]);
  });

  it('is not asked about any more once it has been replaced', async () => {
    const recordId = (await file()).records[0]?.recordId ?? '';
    const verb = 'confirm-agree';
    const answer = await teams.client.person(amara).invokes(verb, { v: 1, verb, participantId, recordId });
    expect(wordsOf(answer.card ?? {})).toContain('Replaced by the record of');
    expect((await file()).confirmations).toHaveLength(1);
  });

  it('changes nothing when the correction says what the record says', async () => {
    const recordId = (await file()).records[1]?.recordId ?? '';
    const again = corrects(recordId, { minutes: '95', submissionId: 'the-same' });
    const answer = await teams.client.person(priya).invokes('record-supervision', again);
    expect(wordsOf(answer.card ?? {})).toContain('Amara Okoro agreed on');
    expect((await file()).records).toHaveLength(2);
  });

  it('becomes one new record when it is corrected twenty times at once', async () => {
    const recordId = (await file()).records[1]?.recordId ?? '';
    const sp = teams.client.person(priya);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const sent = corrects(recordId, { minutes: String(100 + n), submissionId: `correction-${n}` });
        return sp.invokes('record-supervision', sent);
      }),
    );
    expect((await file()).records).toHaveLength(3);
  });

  it('is corrected by nobody but its recorder', async () => {
    const recordId = (await file()).records[2]?.recordId ?? '';
    for (const who of [amara, helen]) {
      const sent = corrects(recordId, { minutes: '30', submissionId: `not-mine-${who.entraId}` });
      const answer = await teams.client.person(who).invokes('record-supervision', sent);
      expect(JSON.stringify(answer)).toContain('I cannot show or change that for you');
    }
    expect((await file()).records).toHaveLength(3);
  });
});
