import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import type { Asker } from '../../src/services/asker.ts';
import { markEvidence } from '../../src/services/evidence.ts';
import type { Needs } from '../../src/services/needs.ts';
import { submitRecord } from '../../src/services/record-supervision.ts';
import type { Reply } from '../../src/services/turn.ts';
import type { Exchange } from '../support/bot-client.ts';
import { wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, escalations, helen, priya } from './academy-in-teams.ts';

let teams: AcademyInTeams;
let participantId = '';

/** Monday 5 October 2026, ten in the morning in London; the clock stands, so that all presses are in one instant. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z' });
  for (const who of [amara, priya, helen]) await teams.client.person(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
});
afterAll(() => teams.stop());

const twenty = Array.from({ length: 20 }, (_, n) => n);

/** Twenty presses at once, on one data or each on its own. */
function pressed(who: typeof amara, verb: string, dataOf: (n: number) => Json): Promise<readonly Exchange[]> {
  const person = teams.client.person(who);
  return Promise.all(twenty.map((n) => person.invokes(verb, { v: 1, verb, participantId, ...dataOf(n) })));
}

/** What each of them was told, each wording once with how often. */
function told(answers: readonly Exchange[]): Readonly<Record<string, number>> {
  const words = answers.map(({ card, text }) => (card === undefined ? text : String(wordsOf(card))));
  return Object.fromEntries([...Map.groupBy(words, (one) => one)].map(([one, all]) => [one, all.length]));
}

async function file(): Promise<ParticipantFile> {
  const versioned = await teams.academy.ports.files.load(participantId);
  if (versioned === undefined) throw new Error('Amara has no file.');
  return versioned.file;
}

const held = (item: string) => ({
  item,
  heldOn: '2026-10-05',
  minutes: '95',
  mode: 'face-to-face',
  themes: teams.academy.programme.supervision.themes[0]?.code ?? '',
  childFile: 'yes',
  templateUsed: 'yes',
  coWorkerRecorded: 'yes',
});

const cardsOf = (who: typeof amara, words: string) =>
  teams.client
    .person(who)
    .messages()
    .filter(({ card }) => wordsOf(card ?? {}).includes(words));

describe('twenty presses at once', () => {
  it('of one form make one record, and everybody is shown it', async () => {
    const answers = await pressed(priya, 'record-supervision', () => ({
      ...held('reflective-supervision-4'),
      submissionId: 'one-form',
    }));
    expect(Object.values(told(answers))).toEqual([20]);
    expect(Object.keys(told(answers))[0]).toContain('Waiting for Amara Okoro to agree');
    expect((await file()).records).toHaveLength(1);
    await teams.settled();
    expect(cardsOf(amara, 'has recorded this session with you')).toHaveLength(1);
  });

  it('of an answer to it give one answer, and everybody is shown the one that stands', async () => {
    const recordId = (await file()).records[0]?.recordId ?? '';
    const person = teams.client.person(amara);
    const answers = await Promise.all(
      twenty.map((n) => {
        const verb = n % 2 === 0 ? 'confirm-agree' : 'confirm-not-right';
        return person.invokes(verb, { v: 1, verb, participantId, recordId, reason: 'wrong-date' });
      }),
    );
    expect((await file()).confirmations).toHaveLength(1);
    expect(Object.values(told(answers))).toEqual([20]);
  });

  it('of twenty forms for one session make one record, and the others are told that it is recorded', async () => {
    const before = (await file()).records.length;
    const answers = await pressed(priya, 'record-supervision', (n) => ({
      ...held('reflective-supervision-3'),
      submissionId: `form-${n}`,
    }));
    expect(Object.values(told(answers)).toSorted((a, b) => a - b)).toEqual([1, 19]);
    expect(JSON.stringify(told(answers))).toContain('What you have just sent was not kept.');
    expect((await file()).records).toHaveLength(before + 1);
  });

  it('that a session did not happen are one, and the NQSW hears of it once', async () => {
    const before = (await file()).records.length;
    const answers = await pressed(priya, 'record-not-happened', (n) => ({
      item: 'reflective-supervision-2',
      submissionId: `missed-${n}`,
      reason: 'urgent-work',
      rearrangedOn: '2026-10-22',
    }));
    expect(Object.values(told(answers))).toEqual([20]);
    expect((await file()).records).toHaveLength(before + 1);
    await teams.settled();
    expect(cardsOf(amara, 'Reflective supervision 2 has a new date')).toHaveLength(1);
  });

  it('with one count are one report, which opens one alert', async () => {
    const answers = await pressed(amara, 'caseload-report', () => ({ submissionId: 'count', count: '16' }));
    const { caseloads, alerts } = await file();
    expect([caseloads.length, alerts.length]).toEqual([1, 1]);
    expect(answers.every(({ card }) => wordsOf(card ?? {}).includes('Your caseload: 16 children'))).toBe(
      true,
    );
    await teams.settled();
    expect(cardsOf(helen, 'of 15 children')).toHaveLength(1);
  });

  it('with twenty counts are all kept, in one alert that ends where the last of them ended', async () => {
    const answers = await pressed(amara, 'caseload-report', (n) => ({
      submissionId: `count-${n}`,
      count: String(17 + n),
    }));
    for (const [n, { card }] of answers.entries()) {
      expect(wordsOf(card ?? {})).toContain(`Your caseload: ${17 + n} children`);
    }
    const { caseloads, alerts } = await file();
    expect([caseloads.length, alerts.length]).toEqual([21, 1]);
    await teams.settled();
    expect(cardsOf(helen, `${alerts[0]?.count} of 15 children`)).toHaveLength(1);
  });

  it('on an alert in the channel are told what stands, and everybody it was given to hears of it', async () => {
    const channel = teams.client.channel(escalations);
    const manager = teams.client.person(helen);
    await manager.says('use this channel for escalations', { in: channel });
    await teams.settled();
    const alertId = (await file()).alerts[0]?.alertId ?? '';
    const inAlert = { participantId, alertId, v: 1 };
    const ids = await Promise.all(
      [priya.email, 'marta.educator@example.org'].map(
        async (email) => (await teams.academy.ports.people.byEmail(email))?.id ?? '',
      ),
    );
    const answers = await Promise.all(
      twenty.map((n) =>
        manager.invokes(
          'alert-assign',
          { ...inAlert, verb: 'alert-assign', to: ids[n % 2] ?? '' },
          { in: channel },
        ),
      ),
    );
    await teams.settled();
    const [alert] = (await file()).alerts;
    const standing = wordsOf(teams.connector.standing(channel.id).at(-1)?.card ?? {});
    expect(answers.filter(({ card }) => card === undefined)).toEqual([]);
    expect(standing).toContain(`Assigned to ${alert?.assigned?.toName}`);
  });
});

describe('whoever is taken off between their press and its commit', () => {
  /** The academy in which the file changes before anything is kept: nobody supports Amara any more. */
  function takenOff(): Needs {
    const { needs } = teams.academy;
    let isTakenOff = false;
    const load: Needs['files']['load'] = async (id) => {
      const versioned = await needs.files.load(id);
      if (versioned === undefined || !isTakenOff) return versioned;
      return { ...versioned, file: { ...versioned.file, allocations: [] } };
    };
    const commit: Needs['files']['commit'] = async () => {
      isTakenOff = true;
      return 'conflict';
    };
    return { ...needs, files: { ...needs.files, load, commit } };
  }
  const asking = async (email: string): Promise<Asker> => {
    const person = await teams.academy.ports.people.byEmail(email);
    if (person === undefined) throw new Error(`Nobody is ${email}.`);
    const now = teams.academy.clock.now();
    return { person, now, today: now.toZonedDateTimeISO('Europe/London').toPlainDate() };
  };
  const refused = (reply: Reply) => JSON.stringify(reply).includes('I cannot show or change that for you');

  it('corrects no record of theirs', async () => {
    const record = (await file()).records.find(({ outcome }) => outcome === 'held');
    const corrected = { ...held(record?.item ?? ''), minutes: '120', corrects: record?.recordId ?? '' };
    const sent = { ...corrected, participantId, submissionId: 'late', confirmDate: '', actionRows: [] };
    expect(refused(await submitRecord(takenOff(), await asking(priya.email), sent))).toBe(true);
  });

  it('marks no document as received', async () => {
    const sent = { participantId, show: 'all', item: 'critical-reflection-3m', receivedOn: '2026-10-05' };
    const marta = await asking('marta.educator@example.org');
    expect(refused(await markEvidence(takenOff(), marta, sent))).toBe(true);
  });
});
