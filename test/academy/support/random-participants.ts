import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Reminded } from '../../../src/academy/owed.ts';
import { calendarOf, type PlanInput, yearPlan } from '../../../src/academy/plan.ts';
import type { Programme } from '../../../src/academy/programme.ts';
import type { PlanRecord } from '../../../src/academy/record-history.ts';
import type { Absences } from '../../../src/academy/reminder-schedule.ts';
import { type Absence, weekdays } from '../../../src/academy/sending-time.ts';

const firstStart = Temporal.PlainDate.from('2024-01-01');

const absence = (start: Temporal.PlainDate): fc.Arbitrary<Absence> =>
  fc.record({
    weekdays: fc.subarray([...weekdays], { maxLength: 3 }),
    leave: fc.array(
      fc.tuple(fc.nat({ max: 360 }), fc.nat({ max: 20 })).map(([after, length]) => {
        const fromOn = start.add({ days: after });
        return { fromOn, untilOn: fromOn.add({ days: length }) };
      }),
      { maxLength: 3 },
    ),
  });

const absences = (start: Temporal.PlainDate): fc.Arbitrary<Absences> =>
  fc.record(
    {
      nqsw: absence(start),
      'reflective-supervisor': absence(start),
      assessor: absence(start),
      'host-manager': absence(start),
      'academy-manager': absence(start),
    },
    { requiredKeys: [] },
  );

type Pauses = PlanInput['pauses'];

/** Up to three, one of them sometimes without an end. */
const pauses = (start: Temporal.PlainDate): fc.Arbitrary<Pauses> =>
  fc
    .array(
      fc.record({ after: fc.nat({ max: 300 }), length: fc.nat({ max: 50 }), open: fc.nat({ max: 11 }) }),
      { maxLength: 3 },
    )
    .map((spans) =>
      spans.map(({ after, length, open }) => {
        const fromOn = start.add({ days: after });
        return { fromOn, untilOn: open === 0 ? null : fromOn.add({ days: length }) };
      }),
    );

const outcomes = ['held', 'held', 'did-not-happen'] as const;

/** Records of any item, from two weeks before its date to two weeks after it; several of one item now and then. */
function records(items: readonly { id: string; due: Temporal.PlainDate }[]): fc.Arbitrary<PlanRecord[]> {
  const some = fc.record({
    pick: fc.nat({ max: 10_000 }),
    away: fc.integer({ min: -14, max: 14 }),
    outcome: fc.constantFrom(...outcomes),
  });
  return fc.array(some, { maxLength: 80 }).map((picked) =>
    picked.flatMap(({ pick, away, outcome }): PlanRecord[] => {
      const item = items[pick % items.length];
      return item === undefined
        ? []
        : [{ item: item.id, outcome, on: item.due.add({ days: away }), confirmed: true }];
    }),
  );
}

/** Participants with every start, part-time patterns, leave, pauses and records. */
export function randomParticipants(programme: Programme): fc.Arbitrary<Reminded> {
  const calendar = calendarOf(programme);
  return fc
    .tuple(fc.nat({ max: 1200 }), fc.constantFrom(1, 1, 0.8, 0.6))
    .chain(([after, fte]) => {
      const startOn = firstStart.add({ days: after });
      const bare: PlanInput = { startOn, fte, contractedHours: null, pauses: [], records: [], required: [] };
      const items = yearPlan(programme, calendar, bare, startOn).items.flatMap(({ id, due }) =>
        due === null ? [] : [{ id, due }],
      );
      return fc.record({
        pauses: pauses(startOn),
        records: records(items),
        absences: absences(startOn),
        bare: fc.constant(bare),
      });
    })
    .map(({ bare, pauses: paused, records: made, absences: away }) => ({
      participant: { id: 'p1', name: null },
      programme,
      calendar,
      input: { ...bare, pauses: paused, records: made },
      absences: away,
    }));
}
