import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type PauseStep, pauseParties, pauseReasons, pauseTaskNames } from '../../src/academy/pause.ts';
import { postedKey, subjectCodec } from '../../src/storage/notice-rows.ts';
import { pauseStep } from '../../src/storage/pause-rows.ts';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const ids = fc.array(text, { maxLength: 4 });
const day = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => Temporal.PlainDate.from('2014-01-01').add({ days }));
const at = fc
  .bigInt({ min: 1_388_534_400_000_000_000n, max: 2_208_988_800_000_000_000n })
  .map((nanoseconds) => Temporal.Instant.fromEpochNanoseconds(nanoseconds));
const taken = { pauseId: text, by: text, byName: text, at, told: ids, asked: ids };

const steps: fc.Arbitrary<PauseStep> = fc.oneof(
  fc.record({ ...taken, step: fc.constant('ask' as const) }),
  fc.record({ ...taken, step: fc.constant('withdraw' as const) }),
  fc.record({
    ...taken,
    step: fc.constant('propose' as const),
    reason: fc.constantFrom(...pauseReasons),
    fromOn: day,
    untilOn: fc.option(day, { nil: null }),
  }),
  fc.record({ ...taken, step: fc.constant('lengthen' as const), untilOn: day }),
  fc.record({
    ...taken,
    step: fc.constantFrom('agree' as const, 'decline' as const),
    parties: fc.subarray([...pauseParties]),
  }),
  fc.record({ ...taken, step: fc.constant('end' as const), backOn: day }),
  fc.record({ ...taken, step: fc.constant('record' as const), task: fc.constantFrom(...pauseTaskNames) }),
);

test('a step of a pause reads as it was written', () => {
  fc.assert(
    fc.property(steps, (value) => {
      const body: unknown = JSON.parse(JSON.stringify(pauseStep.body(value)));
      expect(pauseStep.read({ schema: pauseStep.schema, body })).toEqual({ ok: true, value });
    }),
    { seed: 20261019, numRuns: 200 },
  );
});

test('a reason that is none of the list is not read: capability is no reason for a pause', () => {
  const step = {
    pauseId: 'b',
    by: 'u',
    byName: 'U',
    at: '2026-10-19T08:00:00Z',
    told: [],
    asked: [],
    step: 'propose',
    fromOn: '2026-11-02',
    untilOn: null,
  };
  const reads = (reason: string) =>
    pauseStep.read({ schema: pauseStep.schema, body: { ...step, reason } }).ok;
  expect(reads('sickness')).toBe(true);
  expect(reads('capability')).toBe(false);
});

test('each message about a pause is another message', () => {
  const about = { participantId: 'p', pauseId: 'b' };
  const backOn = Temporal.PlainDate.from('2026-12-14');
  const subjects = [
    { card: 'pause', ...about, turn: 0, nudge: 0 } as const,
    { card: 'pause', ...about, turn: 0, nudge: 1 } as const,
    { card: 'pause', ...about, turn: 1, nudge: 0 } as const,
    { card: 'pause-post', ...about } as const,
    { card: 'enrolment', participantId: about.participantId, stepId: about.pauseId } as const,
    { card: 'pause-return', ...about, backOn } as const,
    { card: 'pause-return', ...about, backOn: backOn.add({ days: 1 }) } as const,
  ];
  expect(new Set(subjects.map(postedKey)).size).toBe(subjects.length);
  for (const subject of subjects)
    expect(subjectCodec.decode(JSON.parse(JSON.stringify(subjectCodec.encode(subject))))).toEqual(subject);
});
