import { describe, expect, it } from 'vitest';
import { inOneMessage } from '../../src/academy/one-message.ts';
import type { ReminderNotice } from '../../src/academy/owed.ts';
import { date } from './support/luton.ts';
import { at } from './support/reminded.ts';

const notice = (item: string, due: string, sendAt: string): ReminderNotice => ({
  key: item,
  item,
  due: date(due),
  stage: 'before-1',
  recipient: item.startsWith('review') ? 'assessor' : 'nqsw',
  sendAt: at(sendAt),
  text: item,
});

describe('Several notices', () => {
  it('for one person at one time are one message, what was due longest ago first, and messages in order of time', () => {
    const notices = [
      notice('review-6m', '2027-03-08', '2027-03-05T09:00Z'),
      notice('scrum-2', '2026-10-05', '2026-10-02T08:00Z'),
      notice('scrum-1', '2026-09-21', '2026-10-02T08:00Z'),
      notice('review-3m', '2026-12-07', '2026-10-02T08:00Z'),
    ];
    const told = inOneMessage(notices, ({ recipient }) => recipient).map(({ to, sendAt, notices: said }) => [
      to,
      String(sendAt),
      said.map(({ item }) => item),
    ]);
    expect(told).toEqual([
      ['nqsw', '2026-10-02T08:00:00Z', ['scrum-1', 'scrum-2']],
      ['assessor', '2026-10-02T08:00:00Z', ['review-3m']],
      ['assessor', '2027-03-05T09:00:00Z', ['review-6m']],
    ]);
    // Of two people behind two functions, or one behind both.
    expect(inOneMessage(notices, () => 'm1')).toHaveLength(2);
    expect(inOneMessage([], () => 'm1')).toEqual([]);
  });
});
