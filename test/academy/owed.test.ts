import { describe, expect, it } from 'vitest';
import { noticesBetween } from '../../src/academy/owed.ts';
import { date, preset } from './support/luton.ts';
import { allNotices, at, type RemindedCase, remindedOf, timetable } from './support/reminded.ts';

/*
 * Timetables worked out with a calendar beside them. Start is Monday 7 September 2026 unless a case says otherwise;
 * "reflective-supervisor" is the lead of reflective supervision, "assessor" of reviews.
 */
const luton = await preset('luton');

const of = (item: string, given: RemindedCase = {}) => timetable(allNotices(luton, given), item);
const off = (...weekdays: ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[]) => ({ weekdays, leave: [] });

describe('The stages of an item (A12)', () => {
  it('are 5 and 1 working days before, the day, and 1, 3 and 5 after, the last with the channel', () => {
    expect(of('review-3m')).toEqual([
      'Mon 30 Nov 2026 before-5: assessor, nqsw',
      'Fri 4 Dec 2026 before-1: assessor, nqsw',
      'Mon 7 Dec 2026 day: assessor, nqsw',
      'Tue 8 Dec 2026 overdue-1: assessor, nqsw',
      'Thu 10 Dec 2026 overdue-3: assessor, nqsw',
      'Mon 14 Dec 2026 overdue-5: academy-manager-channel, assessor, nqsw',
    ]);
  });

  it('count neither weekends nor bank holidays: Christmas, its substitute day and New Year', () => {
    expect(of('reflective-supervision-11')).toEqual([
      'Fri 18 Dec 2026 before-5: nqsw, reflective-supervisor',
      'Thu 24 Dec 2026 before-1: nqsw, reflective-supervisor',
      'Tue 29 Dec 2026 day: nqsw, reflective-supervisor',
      'Wed 30 Dec 2026 overdue-1: nqsw, reflective-supervisor',
      'Mon 4 Jan 2027 overdue-3: nqsw, reflective-supervisor',
      'Wed 6 Jan 2027 overdue-5: academy-manager-channel, nqsw, reflective-supervisor',
    ]);
  });

  it('are fewer for what needs fewer: a meeting the day before, a milestone 5 before and its day', () => {
    expect(of('team-meeting-3')).toEqual(['Fri 25 Sep 2026 before-1: host-manager, nqsw']);
    expect(of('induction-end')).toEqual([
      'Fri 11 Sep 2026 before-5: nqsw, reflective-supervisor',
      'Fri 18 Sep 2026 day: nqsw, reflective-supervisor',
    ]);
    expect(of('programme-end')).toEqual([
      'Tue 31 Aug 2027 before-5: academy-manager, nqsw',
      'Tue 7 Sep 2027 day: academy-manager, nqsw',
    ]);
  });

  it('come from the programme file, in their order however it lists them', () => {
    const stages = { ...luton.reminders.stages, review: ['overdue-1', 'before-1'] as const };
    const programme = {
      ...luton,
      reminders: { ...luton.reminders, stages: { ...stages, review: [...stages.review] } },
    };
    expect(timetable(allNotices(programme), 'review-3m')).toEqual([
      'Fri 4 Dec 2026 before-1: assessor, nqsw',
      'Tue 8 Dec 2026 overdue-1: academy-manager-channel, assessor, nqsw',
    ]);
  });

  it('may be any working days up to twenty; the last after the date goes to the channel', () => {
    const own = ['before-7', 'before-2', 'day', 'overdue-2', 'overdue-4'] as const;
    const stages = { ...luton.reminders.stages, review: [...own], supervision: [...own] };
    const notices = allNotices({ ...luton, reminders: { ...luton.reminders, stages } });
    expect(timetable(notices, 'review-3m')).toEqual([
      'Thu 26 Nov 2026 before-7: assessor, nqsw',
      'Thu 3 Dec 2026 before-2: assessor, nqsw',
      'Mon 7 Dec 2026 day: assessor, nqsw',
      'Wed 9 Dec 2026 overdue-2: assessor, nqsw',
      'Fri 11 Dec 2026 overdue-4: academy-manager-channel, assessor, nqsw',
    ]);
  });

  it('are without an escalation where none comes after the date', () => {
    const stages = { ...luton.reminders.stages, review: ['before-20' as const, 'day' as const] };
    const notices = allNotices({ ...luton, reminders: { ...luton.reminders, stages } });
    expect(timetable(notices, 'review-3m')).toEqual([
      'Mon 9 Nov 2026 before-20: assessor, nqsw',
      'Mon 7 Dec 2026 day: assessor, nqsw',
    ]);
  });

  it('after a milestone are none, even where its file names some: it is done by itself', () => {
    const reminders = {
      ...luton.reminders,
      stages: { ...luton.reminders.stages, milestone: ['day' as const, 'overdue-1' as const] },
    };
    expect(timetable(allNotices({ ...luton, reminders }), 'induction-end')).toEqual([
      'Fri 18 Sep 2026 day: nqsw, reflective-supervisor',
    ]);
  });

  it('of before the clock start are not owed, and the clock start itself is not before it', () => {
    expect(of('reflective-supervision-1')[0]).toBe('Mon 7 Sep 2026 before-5: nqsw, reflective-supervisor');
    // From Tuesday 25 August the bank holiday on the 31st puts the fifth working day before on Monday the 24th.
    expect(of('reflective-supervision-1', { start: '2026-08-25' })[0]).toBe(
      'Fri 28 Aug 2026 before-1: nqsw, reflective-supervisor',
    );
  });
});

describe('A missed item (RULES, "States of an item")', () => {
  it('is escalated on its own day, to the channel alone', () => {
    expect(of('reflective-supervision-3').slice(-3)).toEqual([
      'Tue 29 Sep 2026 overdue-1: nqsw, reflective-supervisor',
      'Thu 1 Oct 2026 overdue-3: nqsw, reflective-supervisor',
      'Mon 5 Oct 2026 overdue-5: academy-manager-channel',
    ]);
  });

  it('reminds nobody whose nudge would move to the day on which it is missed', () => {
    const given = { absences: { nqsw: off('thu', 'fri') } };
    expect(of('reflective-supervision-3', given).slice(-2)).toEqual([
      'Thu 1 Oct 2026 overdue-3: reflective-supervisor',
      'Mon 5 Oct 2026 overdue-5: academy-manager-channel',
    ]);
  });

  it('that was recorded as not held is escalated all the same, and nobody is nudged', () => {
    expect(of('reflective-supervision-9', { notHeld: { 'reflective-supervision-9': '2026-11-30' } })).toEqual(
      [
        'Mon 23 Nov 2026 before-5: nqsw, reflective-supervisor',
        'Fri 27 Nov 2026 before-1: nqsw, reflective-supervisor',
        'Mon 7 Dec 2026 overdue-5: academy-manager-channel',
      ],
    );
  });
});

describe('A record', () => {
  it('counts from 00:00 of its date: what was owed before was owed, and nothing is from then on', () => {
    const upTo = (on: string) =>
      of('review-3m', { held: { 'review-3m': on } }).map((line) => line.split(':')[0]);
    expect(upTo('2026-12-10')).toEqual([
      'Mon 30 Nov 2026 before-5',
      'Fri 4 Dec 2026 before-1',
      'Mon 7 Dec 2026 day',
      'Tue 8 Dec 2026 overdue-1',
    ]);
    expect(upTo('2026-12-07')).toEqual(['Mon 30 Nov 2026 before-5', 'Fri 4 Dec 2026 before-1']);
    expect(upTo('2026-11-30')).toEqual([]);
  });

  it('outside the cadence leaves its item owed', () => {
    expect(of('review-3m', { held: { 'review-3m': '2026-09-01' } })).toHaveLength(6);
  });

  it('of the next session does not spare this one', () => {
    expect(
      of('reflective-supervision-3', { held: { 'reflective-supervision-4': '2026-10-05' } }),
    ).toHaveLength(6);
  });
});

describe('A pause (A6)', () => {
  it('moves the stages with the item, and its working days do not count towards one', () => {
    const given = { pauses: ['2026-11-02..2026-12-13'] };
    expect(of('reflective-supervision-7', given)).toEqual([
      'Mon 26 Oct 2026 before-5: nqsw, reflective-supervisor',
      'Fri 30 Oct 2026 before-1: nqsw, reflective-supervisor',
      'Mon 14 Dec 2026 day: nqsw, reflective-supervisor',
      'Tue 15 Dec 2026 overdue-1: nqsw, reflective-supervisor',
      'Thu 17 Dec 2026 overdue-3: nqsw, reflective-supervisor',
      'Mon 21 Dec 2026 overdue-5: academy-manager-channel, nqsw, reflective-supervisor',
    ]);
  });

  it('that begins within a week leaves the days before it to count', () => {
    // Due on Monday 21 December: 18, 17 and 16 December, then 3 and 2 November.
    expect(of('case-supervision-2', { pauses: ['2026-11-04..2026-12-15'] })[0]).toBe(
      'Mon 2 Nov 2026 before-5: host-manager, nqsw',
    );
  });

  it('interrupts the nudges of what was late before it', () => {
    expect(of('reflective-supervision-6', { pauses: ['2026-10-21..2026-11-03'] }).slice(-3)).toEqual([
      'Tue 20 Oct 2026 overdue-1: nqsw, reflective-supervisor',
      'Thu 5 Nov 2026 overdue-3: nqsw, reflective-supervisor',
      'Mon 9 Nov 2026 overdue-5: academy-manager-channel, nqsw, reflective-supervisor',
    ]);
  });

  it('with no end yet silences everything from its first day', () => {
    const notices = allNotices(luton, { pauses: ['2026-11-02..'] });
    const last = notices.at(-1);
    expect(String(last?.sendAt)).toBe('2026-10-30T09:00:00Z');
    expect(notices.filter(({ item }) => item === 'review-3m')).toEqual([]);
  });

  it('keeps nobody from hearing of a claim, which it does not move: they hear before it', () => {
    expect(of('claim-2', { pauses: ['2027-03-01..2027-04-11'] })).toEqual([
      'Mon 22 Feb 2027 before-5: academy-manager',
      'Fri 26 Feb 2027 day: academy-manager',
    ]);
  });

  it('leaves an item that was recorded before it where it was, also for the one before', () => {
    const given = {
      pauses: ['2026-10-22..2026-11-04'],
      notHeld: { 'reflective-supervision-7': '2026-10-21' },
    };
    // Due on 2 November, inside the pause: five working days after it are 5, 6, 9, 10 and 11 November.
    expect(of('reflective-supervision-7', given)).toEqual([
      'Wed 11 Nov 2026 overdue-5: academy-manager-channel',
    ]);
    // From the record on the next one of session 6 falls due inside the pause, so after it session 6 is missed.
    expect(of('reflective-supervision-6', given).slice(-2)).toEqual([
      'Tue 20 Oct 2026 overdue-1: nqsw, reflective-supervisor',
      'Mon 9 Nov 2026 overdue-5: academy-manager-channel',
    ]);
  });
});

describe('People who are not there (A13)', () => {
  it('are reminded on their working day before, and nudged on their next one after', () => {
    expect(of('review-3m', { absences: { assessor: off('tue', 'fri') } })).toEqual([
      'Mon 30 Nov 2026 before-5: assessor, nqsw',
      'Thu 3 Dec 2026 before-1: assessor',
      'Fri 4 Dec 2026 before-1: nqsw',
      'Mon 7 Dec 2026 day: assessor, nqsw',
      'Tue 8 Dec 2026 overdue-1: nqsw',
      'Wed 9 Dec 2026 overdue-1: assessor',
      'Thu 10 Dec 2026 overdue-3: assessor, nqsw',
      'Mon 14 Dec 2026 overdue-5: academy-manager-channel, assessor, nqsw',
    ]);
  });

  it('hear of the later of two stages that come to one day', () => {
    expect(
      of('review-3m', { absences: { nqsw: off('mon', 'fri') } }).filter((line) => line.includes('nqsw')),
    ).toEqual([
      'Thu 26 Nov 2026 before-5: nqsw',
      'Thu 3 Dec 2026 day: nqsw',
      'Tue 8 Dec 2026 overdue-1: assessor, nqsw',
      'Thu 10 Dec 2026 overdue-3: assessor, nqsw',
      'Tue 15 Dec 2026 overdue-5: nqsw',
    ]);
  });

  it('are left alone on leave', () => {
    const leave = [{ fromOn: date('2026-12-01'), untilOn: date('2026-12-10') }];
    const given = { absences: { assessor: { weekdays: [], leave } } };
    expect(of('review-3m', given).filter((line) => line.includes('assessor'))).toEqual([
      'Mon 30 Nov 2026 day: assessor',
      'Fri 11 Dec 2026 overdue-3: assessor',
      'Mon 14 Dec 2026 overdue-5: academy-manager-channel, assessor, nqsw',
    ]);
  });

  it('before the programme has begun are not written to, whatever their pattern', () => {
    const given = { absences: { nqsw: off('mon') } };
    expect(of('reflective-supervision-1', given)[0]).toBe('Mon 7 Sep 2026 before-5: reflective-supervisor');
  });

  it('on every day of the week hear nothing', () => {
    const absences = { nqsw: off('mon', 'tue', 'wed', 'thu', 'fri') };
    const recipients = allNotices(luton, { absences }).map(({ recipient }) => recipient);
    expect(recipients).not.toContain('nqsw');
    expect(recipients).toContain('reflective-supervisor');
  });
});

describe('Claims and the decision (A16)', () => {
  it('claims are the Academy Manager’s alone', () => {
    expect(of('claim-1')).toEqual(['Mon 7 Sep 2026 day: academy-manager']);
    expect(of('claim-2')).toEqual([
      'Mon 22 Mar 2027 before-5: academy-manager',
      'Wed 31 Mar 2027 day: academy-manager',
    ]);
  });

  it('a claim on a Sunday is told on the Friday before, and on the Monday after when nothing began before', () => {
    expect(of('claim-1', { start: '2026-11-01' })).toEqual(['Mon 2 Nov 2026 day: academy-manager']);
    const claims = { ...luton.claims, lastDay: date('2027-03-28') };
    expect(timetable(allNotices({ ...luton, claims }), 'claim-2')).toEqual([
      'Fri 19 Mar 2027 before-5: academy-manager',
      'Thu 25 Mar 2027 day: academy-manager',
    ]);
  });

  it('a decision nobody took is told to the Academy Manager on the day it lapses, and has no nudges', () => {
    expect(of('cadence-decision')).toEqual([
      'Mon 1 Mar 2027 before-5: nqsw, reflective-supervisor',
      'Fri 5 Mar 2027 before-1: nqsw, reflective-supervisor',
      'Mon 8 Mar 2027 day: nqsw, reflective-supervisor',
      'Mon 22 Mar 2027 lapsed: academy-manager',
    ]);
  });

  it('a decision that was taken does not lapse', () => {
    const taken = (on: string) => of('cadence-decision', { held: { 'cadence-decision': on } }).at(-1);
    expect(taken('2027-03-19')).toBe('Mon 8 Mar 2027 day: nqsw, reflective-supervisor');
    expect(taken('2027-03-23')).toBe('Mon 22 Mar 2027 lapsed: academy-manager');
  });
});

describe('The hour (A13, A14)', () => {
  const sentOn = (day: string, programme = luton) =>
    new Set(
      noticesBetween(remindedOf(programme), at(`${day}T00:00Z`), at(`${day}T23:59Z`)).map(({ sendAt }) =>
        String(sendAt),
      ),
    );

  it('is nine by the wall clock, on the days around both changes of the clock', () => {
    expect(sentOn('2026-10-23')).toEqual(new Set(['2026-10-23T08:00:00Z']));
    expect(sentOn('2026-10-26')).toEqual(new Set(['2026-10-26T09:00:00Z']));
    expect(sentOn('2027-03-25')).toEqual(new Set(['2027-03-25T09:00:00Z']));
    expect(sentOn('2027-03-31')).toEqual(new Set(['2027-03-31T08:00:00Z']));
  });

  it.each([
    ['06:30', '2026-10-26T08:00:00Z'],
    ['08:00', '2026-10-26T08:00:00Z'],
    ['16:45', '2026-10-26T16:45:00Z'],
    ['21:00', '2026-10-26T18:00:00Z'],
  ])('set to %s keeps within the sending hours', (hour, sendAt) => {
    const programme = { ...luton, reminders: { ...luton.reminders, at: hour } };
    expect(sentOn('2026-10-26', programme)).toEqual(new Set([sendAt]));
  });

  it('is included at the beginning of a time and not at its end', () => {
    const between = (from: string, to: string) => noticesBetween(remindedOf(luton), at(from), at(to)).length;
    const nine = '2026-09-07T08:00:00Z';
    expect(between(nine, '2026-09-07T08:00:00.000000001Z')).toBe(3);
    expect(between('2026-09-07T08:00:00.000000001Z', '2026-09-08T00:00Z')).toBe(0);
    expect(between('2026-09-01T00:00Z', nine)).toBe(0);
    expect(between(nine, nine)).toBe(0);
  });
});

describe('A notice', () => {
  it('has a key of participant, item, due date, stage and recipient, and no other has it', () => {
    const notices = allNotices(luton);
    expect(notices.find(({ item }) => item === 'review-6m')?.key).toBe(
      'p1:review-6m:2027-03-08:before-5:assessor',
    );
    expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length);
  });

  it('stands in order of time, then item, stage and recipient', () => {
    const order = allNotices(luton).map(
      ({ sendAt, item, stage, recipient }) => `${sendAt} ${item} ${stage} ${recipient}`,
    );
    expect([...order].sort()).toEqual(order);
  });

  it('goes out on working days alone, outside pauses, for every start', () => {
    for (const start of ['2026-09-07', '2026-12-19', '2024-02-29']) {
      const wrong = allNotices(luton, { start, pauses: ['2027-01-04..2027-01-17'] }).filter(({ sendAt }) => {
        const on = sendAt.toZonedDateTimeISO('Europe/London').toPlainDate();
        return on.dayOfWeek > 5 || (String(on) >= '2027-01-04' && String(on) <= '2027-01-17');
      });
      expect(wrong).toEqual([]);
    }
  });
});
