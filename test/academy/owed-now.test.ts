import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { inOneMessage } from '../../src/academy/one-message.ts';
import { noticesBetween, owed, type Reminded, type ReminderNotice } from '../../src/academy/owed.ts';
import { preset } from './support/luton.ts';
import { randomParticipants } from './support/random-participants.ts';
import { allNotices, always, at, type RemindedCase, remindedOf, startOf } from './support/reminded.ts';

const luton = await preset('luton');

const compare = Temporal.Instant.compare;
const keys = (notices: readonly ReminderNotice[]) => notices.map(({ key }) => key);
const inFull = ({ key, sendAt, text }: ReminderNotice) => `${sendAt} ${key} ${text}`;
const none = () => false;

/** A worker that remembers what it sent. */
function worker(reminded: Reminded, since: Temporal.Instant) {
  const sent: ReminderNotice[] = [];
  const ran = (now: Temporal.Instant) => {
    const answer = owed(reminded, now, {
      since,
      wasSent: (key) => sent.some((notice) => notice.key === key),
    });
    sent.push(...answer.notices);
    return answer;
  };
  return { sent, ran };
}

/** Runs whenever the last answer says, and at other times besides. */
function runUntil(
  reminded: Reminded,
  from: Temporal.Instant,
  to: Temporal.Instant,
  besides: readonly Temporal.Instant[],
) {
  const { sent, ran } = worker(reminded, from);
  const extra = [...besides].sort(compare);
  let next: Temporal.Instant | null = ran(from).nextAt;
  while (next !== null && compare(next, to) < 0) {
    const between = extra[0];
    const now: Temporal.Instant = between !== undefined && compare(between, next) < 0 ? between : next;
    if (now === between) extra.shift();
    const { nextAt } = ran(now);
    if (nextAt !== null && compare(nextAt, now) <= 0) throw new Error(`${nextAt} does not lie after ${now}`);
    next = nextAt;
  }
  return sent;
}

const hours = fc.integer({ min: -48, max: 24 * 500 });
const hoursAfter = (reminded: Reminded, count: number) =>
  startOf(reminded).toZonedDateTime('Europe/London').toInstant().add({ hours: count });

describe('The same notices whatever the pieces', () => {
  it('a time that is cut anywhere gives the notices of the whole', () => {
    fc.assert(
      fc.property(randomParticipants(luton), fc.array(hours, { maxLength: 6 }), (reminded, cuts) => {
        const inside = cuts.map((count) => hoursAfter(reminded, count)).sort(compare);
        const ends = [always[0], ...inside, always[1]];
        const pieces = ends.slice(1).flatMap((to, index) => noticesBetween(reminded, ends[index] ?? to, to));
        expect(pieces.map(inFull)).toEqual(noticesBetween(reminded, ...always).map(inFull));
      }),
      { seed: 21, numRuns: 20 },
    );
  });

  it('a worker that runs whenever something can be owed, and at odd times too, sends exactly those', () => {
    fc.assert(
      fc.property(
        randomParticipants(luton),
        fc.array(hours, { maxLength: 20 }),
        fc.nat({ max: 300 }),
        (reminded, odd, after) => {
          const from = hoursAfter(reminded, after * 24);
          const to = from.add({ hours: 24 * 40 });
          const besides = odd.map((count) => from.add({ hours: Math.abs(count) % (24 * 40) }));
          expect(runUntil(reminded, from, to, besides).map(inFull)).toEqual(
            noticesBetween(reminded, from, to).map(inFull),
          );
        },
      ),
      { seed: 22, numRuns: 15 },
    );
  });
});

/** What one worker, down from one instant and back at another, sends on its return and at each time it asks for. */
function afterOutage(
  given: RemindedCase,
  item: string,
  downFrom: string,
  backAt: string,
  until: string,
): string[] {
  const reminded = remindedOf(luton, given);
  const { sent, ran } = worker(reminded, always[0]);
  for (const notice of noticesBetween(reminded, always[0], at(downFrom))) sent.push(notice);
  const told: string[] = [];
  let now: Temporal.Instant | null = at(backAt);
  while (now !== null && compare(now, at(until)) < 0) {
    const { notices, nextAt } = ran(now);
    const local = now
      .toZonedDateTimeISO('Europe/London')
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
    told.push(
      ...notices
        .filter((notice) => notice.item === item)
        .map(({ stage, recipient }) => `${local} ${stage} ${recipient}`),
    );
    now = nextAt;
  }
  return told;
}

describe('After an outage', () => {
  it('the latest stage alone is owed, to each who was to hear of it', () => {
    // Down from the eve of "5 days before" to the afternoon of the third nudge.
    expect(
      afterOutage({}, 'review-3m', '2026-11-29T12:00Z', '2026-12-10T15:00Z', '2026-12-14T00:00Z'),
    ).toEqual(['2026-12-10T15:00 overdue-3 assessor', '2026-12-10T15:00 overdue-3 nqsw']);
  });

  it('nothing is sent at night, at the weekend or on somebody’s day off: it waits for the next opening', () => {
    const absences = { assessor: { weekdays: ['mon' as const], leave: [] } };
    expect(
      afterOutage({ absences }, 'review-6m', '2027-03-01T00:00Z', '2027-03-05T22:00Z', '2027-03-09T00:00Z'),
    ).toEqual(['2027-03-08T09:00 day nqsw']);
    expect(
      afterOutage(
        { absences },
        'review-6m',
        '2027-03-01T00:00Z',
        '2027-03-05T22:00Z',
        '2027-03-10T00:00Z',
      ).at(1),
    ).toBe('2027-03-09T09:00 overdue-1 assessor');
  });

  it('a meeting that is over is not announced, nor a day that has gone when nudges follow', () => {
    expect(
      afterOutage({}, 'team-meeting-3', '2026-09-24T12:00Z', '2026-09-29T10:00Z', '2026-09-30T00:00Z'),
    ).toEqual([]);
    // Back at 08:30 on the day after: the first nudge is half an hour away.
    expect(
      afterOutage({}, 'review-3m', '2026-12-06T12:00Z', '2026-12-08T08:30Z', '2026-12-09T00:00Z'),
    ).toEqual(['2026-12-08T09:00 overdue-1 assessor', '2026-12-08T09:00 overdue-1 nqsw']);
  });

  it('a claim, a milestone and a lapse are told late rather than never', () => {
    const late = (item: string, down: string, back: string) =>
      afterOutage({}, item, down, back, back.replace('T10', 'T11'));
    expect(late('claim-2', '2027-03-30T12:00Z', '2027-04-06T10:00Z')).toHaveLength(1);
    expect(late('induction-end', '2026-09-17T12:00Z', '2026-09-22T10:00Z')).toHaveLength(2);
    expect(late('cadence-decision', '2027-03-20T12:00Z', '2027-03-25T10:00Z')).toEqual([
      '2027-03-25T10:00 lapsed academy-manager',
    ]);
  });

  it('what was recorded meanwhile is not owed, and of what was missed only the escalation', () => {
    const held = { held: { 'review-3m': '2026-12-09' } };
    expect(
      afterOutage(held, 'review-3m', '2026-11-29T12:00Z', '2026-12-10T15:00Z', '2026-12-20T00:00Z'),
    ).toEqual([]);
    const item = 'reflective-supervision-3';
    expect(afterOutage({}, item, '2026-09-29T00:00Z', '2026-10-20T10:00Z', '2026-10-25T00:00Z')).toEqual([
      '2026-10-20T11:00 overdue-5 academy-manager-channel',
    ]);
  });

  it('what was late before a pause is nudged when the pause is over, and not within it', () => {
    const given = { pauses: ['2026-10-21..2026-11-03'] };
    const item = 'reflective-supervision-6';
    expect(afterOutage(given, item, '2026-10-20T00:00Z', '2026-10-21T10:00Z', '2026-11-05T00:00Z')).toEqual([
      '2026-11-04T08:00 overdue-1 nqsw',
      '2026-11-04T08:00 overdue-1 reflective-supervisor',
    ]);
  });

  it('is worded for the day on which it is read', () => {
    const reminded = remindedOf(luton, { name: 'Amara Okafor' });
    const textsAt = (now: string, item: string) =>
      owed(reminded, at(now), { since: always[0], wasSent: none })
        .notices.filter((notice) => notice.item === item)
        .map(({ text }) => text);
    expect(textsAt('2026-12-01T15:00Z', 'review-3m')).toEqual([
      '3-month review for Amara Okafor is due in 6 days, on Mon 7 Dec 2026.',
      '3-month review is due in 6 days, on Mon 7 Dec 2026. Led by the Practice Educator.',
    ]);
    expect(textsAt('2026-12-11T15:00Z', 'review-3m')[0]).toBe(
      '3-month review for Amara Okafor was due on Mon 7 Dec 2026, 4 days overdue (4 working days). Nothing is recorded yet: please record it, or say that it did not happen.',
    );
    expect(textsAt('2027-04-06T15:00Z', 'claim-2')).toEqual([
      'Funding claim 2: completion for Amara Okafor was due on Wed 31 Mar 2027, 6 days overdue (4 working days).',
    ]);
  });

  it('says "tomorrow" and "today" only when that is so', () => {
    fc.assert(
      fc.property(randomParticipants(luton), hours, (reminded, count) => {
        const now = hoursAfter(reminded, count);
        const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
        for (const { text, due } of owed(reminded, now, { since: always[0], wasSent: none }).notices) {
          const away = today.until(due).days;
          expect([text, text.includes('tomorrow'), text.includes('today')]).toEqual([
            text,
            away === 1,
            away === 0,
          ]);
        }
      }),
      { seed: 23, numRuns: 60 },
    );
  });

  it('owes one stage of an item to each recipient at most, and nothing of before it was in our care', () => {
    fc.assert(
      fc.property(randomParticipants(luton), hours, (reminded, count) => {
        const now = hoursAfter(reminded, count);
        const since = now.subtract({ hours: 24 * 10 });
        const { notices } = owed(reminded, now, { since, wasSent: none });
        const debts = notices.map(({ item, recipient }) => `${item} ${recipient}`);
        expect(new Set(debts).size).toBe(debts.length);
        expect(notices.filter(({ sendAt }) => compare(sendAt, since) < 0)).toEqual([]);
        expect(owed(reminded, now, { since, wasSent: (key) => keys(notices).includes(key) }).notices).toEqual(
          [],
        );
      }),
      { seed: 24, numRuns: 60 },
    );
  });
});

describe('When to ask again', () => {
  it('is the next moment at which something is sent, and never once everything was', () => {
    const ask = (now: string, given: RemindedCase = {}) =>
      String(owed(remindedOf(luton, given), at(now), { since: at(now), wasSent: none }).nextAt);
    expect(ask('2026-08-01T00:00Z')).toBe('2026-09-07T08:00:00Z');
    expect(ask('2026-09-07T08:00:00Z')).toBe('2026-09-11T08:00:00Z');
    expect(ask('2028-01-01T00:00Z')).toBe('null');
    expect(ask('2026-11-02T00:00Z', { pauses: ['2026-11-02..'] })).toBe('null');
  });
});

describe('One message', () => {
  it('holds all that one person hears at one time, also in two functions', () => {
    const day = [at('2026-10-05T00:00Z'), at('2026-10-06T00:00Z')] as const;
    const notices = noticesBetween(remindedOf(luton), ...day);
    const byFunction = inOneMessage(notices, ({ recipient }) => recipient);
    expect(byFunction.map(({ to, notices: told }) => `${to} ${told.length}`).sort()).toEqual([
      'academy-manager-channel 1',
      'nqsw 2',
      'reflective-supervisor 2',
    ]);
    const samePerson = inOneMessage(notices, ({ recipient }) => (recipient === 'nqsw' ? 'amara' : 'samir'));
    expect(samePerson.map(({ to, notices: told }) => `${to} ${told.length}`).sort()).toEqual([
      'amara 2',
      'samir 3',
    ]);
  });

  it('keeps every notice, and never mixes times', () => {
    const notices = allNotices(luton, { absences: { nqsw: { weekdays: ['wed'], leave: [] } } });
    const messages = inOneMessage(notices, ({ recipient }) => recipient);
    expect(messages.flatMap(({ notices: told }) => keys(told)).sort()).toEqual(keys(notices).sort());
    for (const { to, sendAt, notices: told } of messages) {
      const dues = told.map(({ due }) => String(due));
      expect(dues).toEqual([...dues].sort());
      expect(told.every((notice) => notice.recipient === to && notice.sendAt.equals(sendAt))).toBe(true);
    }
  });

  it('is for several participants too', () => {
    const day = [at('2026-10-05T00:00Z'), at('2026-10-06T00:00Z')] as const;
    const two = ['p1', 'p2'].flatMap((id) =>
      noticesBetween({ ...remindedOf(luton), participant: { id, name: null } }, ...day),
    );
    const toLead = inOneMessage(two, ({ recipient, key }) => (recipient === 'nqsw' ? key : 'samir'));
    expect(toLead.find(({ to }) => to === 'samir')?.notices).toHaveLength(6);
  });
});
