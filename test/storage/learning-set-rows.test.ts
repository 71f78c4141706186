import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { attendances } from '../../src/academy/learning-set.ts';
import { notHeldReasons } from '../../src/academy/not-held.ts';
import * as rows from '../../src/storage/learning-set-rows.ts';
import type { RowShape } from '../../src/storage/row-shape.ts';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const count = fc.nat({ max: 500 });
const some = fc.integer({ min: 1, max: 500 });
const at = fc
  .bigInt({ min: 1_388_534_400_000_000_000n, max: 2_208_988_800_000_000_000n })
  .map((nanoseconds) => Temporal.Instant.fromEpochNanoseconds(nanoseconds));
const done = maybe(fc.record({ by: text, name: text, at }));

const terms = fc.record({
  title: text,
  facilitator: fc.record({ personId: text, name: text }),
  startsAt: at,
  minutes: some,
  place: text,
  link: text,
  capacity: some,
  presenterSlots: count,
  audience: fc.oneof(
    fc.constant({ kind: 'everybody' as const }),
    fc.record({ kind: fc.constant('cohort' as const), cohort: text }),
    fc.record({ kind: fc.constant('team' as const), team: text }),
  ),
  countsFor: maybe(text),
  acceptWithinHours: some,
});

const head = fc.record({
  revision: count,
  commit: text,
  id: text,
  series: text,
  createdBy: text,
  changes: count,
  arrivals: count,
  offers: count,
  cancelled: done,
  marked: maybe(
    fc.oneof(
      fc.record({ by: text, name: text, at }),
      fc.record({ by: text, name: text, at, notHeld: fc.constantFrom(...notHeldReasons) }),
    ),
  ),
  terms,
  edits: fc.array(fc.record({ change: count, by: text, name: text, at, before: terms }), { maxLength: 3 }),
});

const place = fc.record({
  personId: text,
  name: text,
  participantId: maybe(text),
  cohort: maybe(text),
  team: text,
  order: some,
  standing: fc.oneof(
    fc.constantFrom({ is: 'booked' as const }, { is: 'waiting' as const }),
    fc.record({ is: fc.constant('offered' as const), until: at, offer: some }),
    fc.record({
      is: fc.constant('left' as const),
      how: fc.constantFrom('themselves' as const, 'offer-lapsed' as const),
    }),
  ),
  presents: maybe(fc.record({ topic: text, minutes: some })),
  attendance: maybe(fc.constantFrom(...attendances)),
  onFile: fc.boolean(),
});

const audit = fc.record({ verb: text, by: text, outcome: text, at, revision: count });
const start = fc.record({ id: text, startsAt: at });

/** Printed, kept as text as the store does, read and printed again: the same, to the nanosecond. */
function comesBack<T>(shape: RowShape<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      const body: unknown = JSON.parse(JSON.stringify(shape.body(value)));
      const reading = shape.read({ schema: shape.schema, body });
      expect(reading.ok && shape.body(reading.value)).toEqual(body);
    }),
    { seed: 20261203 },
  );
}

describe('a row of a session that was printed reads as what it was printed from', () => {
  it('the head', () => {
    comesBack(rows.head, head);
  });
  it('a place', () => {
    comesBack(rows.place, place);
  });
  it('the audit and the index', () => {
    comesBack(rows.audit, audit);
    comesBack(rows.start, start);
  });
});

it('what is owed later for the same thing takes the place of what still waits', () => {
  const { owed } = rows.sessionKeys;
  expect(owed('learning-set:s:before-5@1')).toBe(owed('learning-set:s:before-5@2'));
  expect(owed('learning-set:s:before-5@1')).not.toBe(owed('learning-set:s:before-1@1'));
});
