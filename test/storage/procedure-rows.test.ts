import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { correctionReasons } from '../../src/academy/assessment.ts';
import { academyFunctions } from '../../src/academy/roles.ts';
import { assessmentEntry } from '../../src/storage/assessment-rows.ts';
import { postedKey, subjectCodec } from '../../src/storage/notice-rows.ts';
import { concernStep, moveStep } from '../../src/storage/procedure-rows.ts';
import type { RowShape } from '../../src/storage/row-shape.ts';

const seed = 20260914;
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const codes = fc.array(text, { maxLength: 4 });
const heldOn = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => Temporal.PlainDate.from('2014-01-01').add({ days }));
const at = fc
  .bigInt({ min: 1_388_534_400_000_000_000n, max: 2_208_988_800_000_000_000n })
  .map((nanoseconds) => Temporal.Instant.fromEpochNanoseconds(nanoseconds));
const taken = { by: text, byName: text, at, told: codes, asked: codes };
const ofMove = { ...taken, requestId: text };
const takenOver = {
  step: fc.constant('take-over' as const),
  function: fc.constantFrom(...academyFunctions),
};
const ofConcern = { ...taken, concernId: text };

/** Whatever a step can hold is read as it was written. */
function roundTrip<T>(shape: RowShape<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      const body: unknown = JSON.parse(JSON.stringify(shape.body(value)));
      expect(shape.read({ schema: shape.schema, body })).toEqual({ ok: true, value });
    }),
    { seed, numRuns: 200 },
  );
}

test('a step of a request to move team reads as it was written', () =>
  roundTrip(
    moveStep,
    fc.oneof(
      fc.record({ ...ofMove, step: fc.constantFrom('wish' as const) }),
      fc.record({ ...ofMove, step: fc.constantFrom('conversation' as const, 'review' as const), heldOn }),
      fc.record({
        ...ofMove,
        step: fc.constant('meeting' as const),
        heldOn,
        aims: codes,
        supports: codes,
        link: text,
      }),
      fc.record({
        ...ofMove,
        step: fc.constantFrom('stay' as const, 'approve' as const, 'withdraw' as const),
      }),
      fc.record({ ...ofMove, step: fc.constant('go-on' as const) }),
      fc.record({
        ...ofMove,
        step: fc.constantFrom('invite' as const, 'propose-day' as const),
        meetOn: heldOn,
      }),
      fc.record({ ...ofMove, step: fc.constant('accept-day' as const) }),
      fc.record({ ...ofMove, ...takenOver }),
      fc.record({ ...ofMove, step: fc.constant('request' as const), reasons: codes }),
      fc.record({ ...ofMove, step: fc.constant('refuse' as const), reason: text }),
      fc.record({ ...ofMove, step: fc.constant('ask-more' as const), questions: codes }),
      fc.record({ ...ofMove, step: fc.constant('answer-more' as const), reasons: codes, link: text }),
    ) as fc.Arbitrary<Parameters<typeof moveStep.body>[0]>,
  ));

test('an entry of an assessment reads as it was written', () => {
  const entered = { entryId: text, by: text, byName: text, at };
  const outcome = fc.constantFrom('pass' as const, 'fail' as const, 'extend' as const);
  const maybe = fc.option(heldOn, { nil: null });
  roundTrip(
    assessmentEntry,
    fc.oneof(
      fc.record({
        ...entered,
        entry: fc.constant('review' as const),
        item: text,
        heldOn,
        outcome: fc.constantFrom('on-track' as const, 'concerns' as const, 'unsatisfactory' as const),
        nextPlanOn: maybe,
        additionalOn: maybe,
      }),
      fc.record({
        ...entered,
        entry: fc.constant('review' as const),
        item: text,
        heldOn,
        outcome: fc.constantFrom('on-track' as const, 'unsatisfactory' as const),
        nextPlanOn: maybe,
        additionalOn: maybe,
        needed: fc.boolean(),
        concernId: text,
        correction: fc.record({ of: text, because: fc.constantFrom(...correctionReasons) }),
      }),
      fc.record({
        ...entered,
        entry: fc.constant('observation' as const),
        heldOn,
        observer: fc.constantFrom('assessor' as const, 'reflective-supervisor' as const),
        statements: codes,
        feedbackGiven: fc.boolean(),
        item: fc.option(text, { nil: null }),
      }),
      fc.record({ ...entered, entry: fc.constant('evidence' as const), item: text, receivedOn: heldOn }),
      fc.record({
        ...entered,
        entry: fc.constantFrom('recommend' as const, 'decide' as const),
        outcome,
        to: maybe,
      }),
      fc.record({
        ...entered,
        entry: fc.constantFrom(
          'acknowledge-appeal' as const,
          'hear-appeal' as const,
          'close-appeal' as const,
        ),
        on: heldOn,
      }),
    ) as fc.Arbitrary<Parameters<typeof assessmentEntry.body>[0]>,
  );
});

test('a step of a concern reads as it was written', () =>
  roundTrip(
    concernStep,
    fc.oneof(
      fc.record({
        ...ofConcern,
        step: fc.constant('raise' as const),
        category: text,
        aboutId: fc.option(text, { nil: null }),
      }),
      fc.record({
        ...ofConcern,
        step: fc.constantFrom('discuss' as const, 'agree' as const, 'no-agreement' as const),
        heldOn,
      }),
      fc.record({ ...ofConcern, step: fc.constantFrom('escalate' as const, 'resolve' as const) }),
      fc.record({ ...ofConcern, step: fc.constant('decide' as const), decision: text }),
      fc.record({ ...ofConcern, ...takenOver }),
      fc.record({ ...ofConcern, step: fc.constant('review-corrected' as const), restsOnIt: fc.boolean() }),
    ) as fc.Arbitrary<Parameters<typeof concernStep.body>[0]>,
  ));

test('a step that no release of this product wrote is left alone', () => {
  const step = { requestId: 'm', by: 'u', byName: 'U', at: '2026-09-14T08:00:00Z', told: [], asked: [] };
  const read = (body: object) => moveStep.read({ schema: 1, body }).ok;
  expect(read({ ...step, step: 'wish' })).toBe(true);
  expect(read({ ...step, step: 'jump' })).toBe(false);
  expect(read({ ...step, step: 'conversation' })).toBe(false);
  expect(read({ ...step, step: 'wish', told: [''] })).toBe(false);
});

test('messages about a request differ by request, turn and reminder', () => {
  const subject = { card: 'move-request', participantId: 'p', requestId: 'm', turn: 2, nudge: 0 } as const;
  expect(subjectCodec.parse(JSON.parse(JSON.stringify(subject)))).toEqual(subject);
  const keys = [
    subject,
    { ...subject, turn: 3 },
    { ...subject, nudge: 1 },
    { ...subject, requestId: 'n' },
    { card: 'concern', participantId: 'p', concernId: 'm', turn: 2, nudge: 0 } as const,
    { card: 'concern-post', participantId: 'p', concernId: 'm' } as const,
  ].map(postedKey);
  expect(new Set(keys).size).toBe(keys.length);
});
