import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Allocation } from '../../src/academy/participant-file.ts';
import { wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';

const ben = { entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0009', name: 'Ben', email: 'ben.nqsw@example.org' };

let teams: AcademyInTeams;
beforeEach(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z' });
});
afterEach(() => teams.stop());

const participantOf = async ({ email }: { readonly email: string }) =>
  (await teams.academy.ports.people.byEmail(email))?.participantId ?? '';

async function fileOf(who: typeof amara) {
  const versioned = await teams.academy.ports.files.load(await participantOf(who));
  if (versioned === undefined) throw new Error('no file');
  return versioned.file;
}

const press = (who: typeof amara, verb: string, data: Json) =>
  teams.client.person(who).invokes(verb, { v: 1, verb, ...data });

const sessionOf = (participantId: string, submissionId: string): Json => ({
  participantId,
  submissionId,
  item: 'reflective-supervision-2',
  heldOn: '2026-10-05',
  minutes: '95',
  mode: 'remote',
  themes: teams.academy.programme.supervision.themes[0]?.code ?? '',
  childFile: 'yes',
  templateUsed: 'yes',
  coWorkerRecorded: 'yes',
});

const refusal = 'I cannot show or change that for you';

describe('a card whose data was changed', () => {
  it('opens and changes nobody else’s file, in the words for one that does not exist', async () => {
    const [of, nobody] = [await participantOf(ben), 'no-such-participant'];
    const attempts: readonly (readonly [typeof amara, string, (participantId: string) => Json])[] = [
      [priya, 'record-open', (participantId) => ({ participantId, item: '' })],
      [priya, 'record-supervision', (participantId) => sessionOf(participantId, 's1')],
      [priya, 'not-happened-open', (participantId) => ({ participantId, item: '' })],
      [
        priya,
        'record-not-happened',
        (participantId) => ({
          participantId,
          item: 'reflective-supervision-2',
          submissionId: 's2',
          reason: 'other',
          rearrangedOn: '2026-10-08',
        }),
      ],
      [priya, 'caseload-open', (participantId) => ({ participantId })],
      [amara, 'caseload-report', (participantId) => ({ participantId, submissionId: 's3', count: '30' })],
      [amara, 'record-open', (participantId) => ({ participantId, item: '' })],
    ];
    for (const [who, verb, dataOf] of attempts) {
      const [theirs, none] = [await press(who, verb, dataOf(of)), await press(who, verb, dataOf(nobody))];
      expect([verb, theirs.text]).toEqual([verb, none.text]);
      expect(theirs.text).toContain(refusal);
    }
    const file = await fileOf(ben);
    expect([file.records, file.caseloads, file.alerts]).toEqual([[], [], []]);
  });

  it('answers no record but one’s own', async () => {
    await press(priya, 'record-supervision', sessionOf(await participantOf(amara), 's1'));
    const recordId = (await fileOf(amara)).records[0]?.recordId ?? '';
    for (const about of [ben, amara]) {
      const participantId = await participantOf(about);
      const answer = await press(ben, 'confirm-agree', { participantId, recordId });
      expect(answer.text).toContain(refusal);
    }
    expect((await fileOf(amara)).confirmations).toEqual([]);
  });

  it('takes no step of an alert that is another participant’s, is none, or is for a manager', async () => {
    await teams.client.person(amara).says('my caseload is 16');
    const alertId = (await fileOf(amara)).alerts[0]?.alertId ?? '';
    const ofAmara = await participantOf(amara);
    const attempts = [
      await press(helen, 'alert-resolve', { participantId: await participantOf(ben), alertId }),
      await press(helen, 'alert-resolve', { participantId: ofAmara, alertId: 'none' }),
      await press(amara, 'alert-resolve', { participantId: ofAmara, alertId }),
      await press(priya, 'alert-acknowledge', { participantId: ofAmara, alertId }),
    ];
    for (const { text } of attempts) expect(text).toContain(refusal);
    expect((await fileOf(amara)).alerts[0]).toMatchObject({ acknowledged: null, resolved: null });
  });

  it('with the submission of another kind of form is answered, and keeps nothing', async () => {
    const participantId = await participantOf(amara);
    await press(amara, 'caseload-report', { participantId, submissionId: 'twice', count: '12' });
    const record = await press(priya, 'record-supervision', sessionOf(participantId, 'twice'));
    expect(wordsOf(record.card ?? {})).toContain('This form has been sent before');
    await press(priya, 'record-supervision', sessionOf(participantId, 'once'));
    const count = await press(amara, 'caseload-report', { participantId, submissionId: 'once', count: '30' });
    expect(wordsOf(count.card ?? {})).toContain('This form has been sent before');
    expect((await fileOf(amara)).caseloads).toHaveLength(1);
  });
});

it('lets an allocation last to midnight in London of its last day, and not a minute longer', async () => {
  const { participant, allocations } = await fileOf(amara);
  const untilOn = Temporal.PlainDate.from('2026-10-05');
  const ending = allocations.map(
    (one): Allocation => (one.function === 'reflective-supervisor' ? { ...one, untilOn } : one),
  );
  await teams.academy.ports.roster.save([], [{ participant, allocations: ending }]);
  const opens = () => press(priya, 'record-open', { participantId: participant.id, item: '' });
  teams.time.now = Temporal.Instant.from('2026-10-05T22:59:00Z');
  const evening = await opens();
  expect(evening.text).not.toContain(refusal);
  teams.time.now = Temporal.Instant.from('2026-10-05T23:00:00Z');
  const night = await opens();
  expect(night.text).toContain(refusal);
  await teams.client.person(priya).says('record supervision');
  expect(wordsOf(teams.client.person(priya).lastCard())).toContain('Nobody is allocated to you');
});

it('keeps no count for what was said after it', async () => {
  const person = teams.client.person(amara);
  await person.says('my caseload is 12');
  await person.says('mine');
  await person.says('and me?');
  expect((await fileOf(amara)).caseloads).toHaveLength(1);
});

it('asks whom a form is about when the name is not theirs, also when it could only be one', async () => {
  const sp = teams.client.person(priya);
  await sp.says('record supervision with Ben');
  expect(wordsOf(sp.lastCard())).toContain('Whom did you meet?');
  await sp.says("Ben's caseload is 16");
  expect(wordsOf(sp.lastCard())).toContain('Whose caseload is it?');
  const own = await teams.client.person(amara).says("Ben's caseload is 16");
  expect(own.text).toContain(refusal);
});

it('shows a disagreement to nobody who is no longer a manager when it is sent', async () => {
  for (const who of [amara, helen]) await teams.client.person(who).says('hello');
  await press(priya, 'record-supervision', sessionOf(await participantOf(amara), 's1'));
  const recordId = (await fileOf(amara)).records[0]?.recordId ?? '';
  const manager = await teams.academy.ports.people.byEmail(helen.email);
  if (manager === undefined) throw new Error('no manager');
  const subject = {
    card: 'record-disagreement',
    participantId: await participantOf(amara),
    recordId,
  } as const;
  const recipient = { kind: 'person', personId: manager.id } as const;
  await press(amara, 'confirm-not-right', {
    participantId: subject.participantId,
    recordId,
    reason: 'wrong-date',
  });
  expect(await teams.academy.showSubject(recipient, subject, false, [])).toBeDefined();
  await teams.academy.ports.roster.save([{ ...manager, roles: ['administrator'] }], []);
  expect(await teams.academy.showSubject(recipient, subject, false, [])).toBeUndefined();
});

it('shows an answer on the recorder’s card that came while that card was still being updated', async () => {
  const sp = teams.client.person(priya);
  for (const who of [amara, priya]) await teams.client.person(who).says('hello');
  await sp.says('record supervision for Amara');
  teams.connector.fail({ delayMs: 1_500 }, { method: 'PUT' });
  const themes = teams.academy.programme.supervision.themes[0]?.code ?? '';
  const inputs = { ...sessionOf('', ''), themes } as Readonly<Record<string, string>>;
  const { participantId: _, submissionId: __, ...answers } = inputs;
  const slow = sp.presses('Record supervision', { inputs: answers });
  await expect.poll(async () => (await fileOf(amara)).records.length).toBe(1);
  const recordId = (await fileOf(amara)).records[0]?.recordId ?? '';
  const participantId_ = await participantOf(amara);
  await press(amara, 'confirm-agree', { participantId: participantId_, recordId });
  await teams.settled();
  const place = {
    kind: 'person',
    personId: (await teams.academy.ports.people.byEmail(priya.email))?.id ?? '',
  } as const;
  const subject = { card: 'supervision-recorded', participantId: participantId_, recordId } as const;
  expect(await teams.academy.ports.postedCards.find(place, subject)).toBeDefined();
  const updates = teams.connector.taken.filter(({ method }) => method === 'PUT');
  expect(updates.map(({ card }) => wordsOf(card ?? {})).join('\n')).toContain('Amara Okoro agreed');
  await slow;
});
