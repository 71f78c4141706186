import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { noticesBetween, type ReminderNotice } from '../../src/academy/owed.ts';
import { preset } from './support/luton.ts';
import { expectedNotices } from './support/owed-oracle.ts';
import { randomParticipants } from './support/random-participants.ts';
import { startOf } from './support/reminded.ts';

const luton = await preset('luton');
/** More of them by `OWED_RUNS`, for a long look. */
const runs = Number(process.env.OWED_RUNS ?? 8);
const days = 45;

const midnight = (on: Temporal.PlainDate) => on.toZonedDateTime('Europe/London').toInstant();
const onItsDay = ({ sendAt, item, due, stage, recipient }: ReminderNotice) =>
  `${sendAt.toZonedDateTimeISO('Europe/London').toPlainDate()} ${item}:${due}:${stage}:${recipient}`;

describe('Against a walk from day to day', () => {
  it(
    `the notices of ${days} days are the same, for any start, pattern, leave, pauses and records`,
    () => {
      let seen = 0;
      fc.assert(
        fc.property(randomParticipants(luton), fc.nat({ max: 420 }), (reminded, after) => {
          const first = startOf(reminded).add({ days: after - 5 });
          const last = first.add({ days: days - 1 });
          const found = noticesBetween(reminded, midnight(first), midnight(last.add({ days: 1 })));
          seen += found.length;
          expect(found.map(onItsDay).sort()).toEqual(expectedNotices(reminded, first, last));
        }),
        { seed: 11, numRuns: runs },
      );
      expect(seen).toBeGreaterThan(runs);
    },
    Math.max(30_000, runs * 4000),
  );
});
