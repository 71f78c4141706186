import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { nextPostingOf } from '../../src/academy/alert-repeat.ts';
import type { AlertHandling } from '../../src/academy/participant-file.ts';
import { calendarOf } from '../../src/academy/plan.ts';
import { preset } from './support/luton.ts';

const luton = await preset('luton');
const at = (text: string) => Temporal.Instant.from(text);
const by = { by: 'morgan', name: 'Morgan', at: at('2026-09-15T10:00Z') };

function next(more: Partial<AlertHandling>): string | undefined {
  const handling = {
    openedAt: at('2026-09-14T08:00Z'),
    acknowledged: null,
    assigned: null,
    assignedBefore: [],
    resolved: null,
    repeatedAt: [],
    ...more,
  };
  return nextPostingOf(handling, luton, calendarOf(luton))?.toString();
}

test.each<[string, Partial<AlertHandling>, string | undefined]>([
  ['two working days after it was opened, at nine', {}, '2026-09-16T08:00:00Z'],
  ['over a weekend', { openedAt: at('2026-09-17T15:00Z') }, '2026-09-21T08:00:00Z'],
  ['over Christmas', { openedAt: at('2026-12-23T15:00Z') }, '2026-12-29T09:00:00Z'],
  [
    'two working days after it was last posted',
    { repeatedAt: [at('2026-09-18T08:00Z')] },
    '2026-09-22T08:00:00Z',
  ],
  [
    'two working days after its fourth repeat',
    { repeatedAt: Array(4).fill(at('2026-09-24T08:00Z')) },
    '2026-09-28T08:00:00Z',
  ],
  [
    'a week after its fifth repeat, and so on',
    { repeatedAt: Array(5).fill(at('2026-09-28T08:00Z')) },
    '2026-10-05T08:00:00Z',
  ],
  ['never, once somebody has acknowledged it', { acknowledged: by }, undefined],
  ['never, once it is closed', { resolved: by }, undefined],
])('an alert is posted again %s', (_, handling, expected) => {
  expect(next(handling)).toBe(expected);
});
