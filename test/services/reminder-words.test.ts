import { expect, it } from 'vitest';
import { calendarOf, planInputOf, yearPlan } from '../../src/academy/plan.ts';
import type { ReminderNow } from '../../src/services/reminder-now.ts';
import { headingOf, reminderTone, standingWords } from '../../src/services/reminder-words.ts';
import { date, preset } from '../academy/support/luton.ts';
import { amara, nothingHappened } from '../support/empty-file.ts';

const programme = await preset('luton');
const needs = { programme, calendar: calendarOf(programme) };
const file = { ...nothingHappened, participant: amara };
const today = date('2026-10-01');
const { items } = yearPlan(programme, needs.calendar, planInputOf(file), today);

/** What is said on 1 October of a reminder of the item, with nothing recorded of it. */
function said(id: string, standing: 'open' | 'missed'): readonly string[] {
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`no ${id}`);
  const now: ReminderNow = {
    entry: {
      recipient: 'nqsw',
      participantId: 'p1',
      item: id,
      stage: 'day',
      dueOn: item.due ?? today,
    },
    file,
    item,
    standing,
    record: undefined,
    isOwn: true,
    putOffUntil: null,
    overtaken: false,
  };
  return [headingOf(now, today, needs), standingWords(now, today, needs), reminderTone(now, today)];
}

it('says of a meeting that nobody records that it has been, of a session that it is overdue or missed', () => {
  for (const standing of ['open', 'missed'] as const) {
    expect(said('team-meeting-1', standing)).toEqual([
      'Host team meeting and SCRUM 1 has been',
      'has been',
      'default',
    ]);
  }
  expect(said('reflective-supervision-3', 'open')[0]).toBe('Reflective supervision 3 is overdue');
  expect(said('reflective-supervision-2', 'missed')[0]).toBe('Reflective supervision 2 was missed');
});
