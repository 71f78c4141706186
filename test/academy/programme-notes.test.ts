import { expect, it } from 'vitest';
import type { ProgrammeSettings } from '../../src/academy/programme.ts';
import { notesOf } from '../../src/academy/programme-notes.ts';
import { preset } from './support/luton.ts';

const luton = await preset('luton');
const [review] = luton.reviews;
if (review === undefined) throw new Error('Luton has no reviews');

type Arranged = readonly [kind: 'observation' | 'document', inPlan: boolean, stages: readonly number[]];

/** A council that has decided everything, with arrangements of its own and reviews after 3 and 12 months. */
const settings = (arranged: Readonly<Record<string, Arranged>>, changes: Partial<ProgrammeSettings> = {}) => {
  const arrangements = Object.fromEntries(
    Object.entries(arranged).map(([id, [kind, inPlan, stages]]) => [
      id,
      { kind, inPlan, when: { by: 'review', stages: stages.map((count) => ({ unit: 'month', count })) } },
    ]),
  );
  const reviews = [3, 12].map((count) => ({ ...review, at: { unit: 'month', count } }));
  const observations = { ...luton.observations, total: 3 };
  const series = {};
  return {
    ...luton,
    series,
    reviews,
    observations,
    arrangements,
    ...changes,
  } as unknown as ProgrammeSettings;
};
const notes = (given: ProgrammeSettings) =>
  notesOf(given).map(({ code, path, message }) => `${code} ${path} ${message}`);
const dated: Readonly<Record<string, Arranged>> = { seen: ['observation', true, [3]] };

it('wants nothing of a council that has decided everything', () => {
  expect(notes(settings(dated))).toEqual([]);
  const none = { ...luton.observations, total: 0 };
  expect(notes(settings({}, { observations: none }))).toEqual([]);
});

it('wants a date for observations that are asked for', () => {
  const wants = (named: string) =>
    `observations-undated observations.total is 3, and none has a date in the plan: set inPlan: true and when for ${named}`;
  expect(notes(settings({}))).toEqual([wants('an arrangement of the kind observation')]);
  expect(
    notes(
      settings({
        seen: ['observation', false, [3]],
        log: ['document', true, [3]],
        also: ['observation', false, []],
      }),
    ),
  ).toEqual([wants('arrangements.seen, also')]);
  expect(notes(settings({ ...dated, also: ['observation', false, [3]] }))).toEqual([]);
});

it('points at stages of what is not in the plan for which there is no review', () => {
  expect(
    notes(settings({ ...dated, log: ['document', false, [3, 6, 9]], plan: ['document', false, [12]] })),
  ).toEqual([
    'stage-without-review arrangements.log.when.stages names P6M, P9M, when this programme has no review: name some of P3M, P12M, or take the arrangement away with “log: null”',
  ]);
  // In the plan it is a fault of the file, told elsewhere.
  expect(notes(settings({ ...dated, log: ['document', true, [6]] }))).toEqual([]);
  const always = {
    log: { kind: 'document', inPlan: false, when: { by: 'rhythm' } },
    ...settings(dated).arrangements,
  };
  expect(
    notes(settings({}, { arrangements: always as unknown as ProgrammeSettings['arrangements'] })),
  ).toEqual([]);
});

it('wants the limit, the build-up and the rhythms that are still open', () => {
  const caseload = { ...luton.caseload, cap: null, norm: null, ramp: null };
  const series = { scrum: { cadence: [] }, peer: { cadence: [{}] } };
  const open = { caseload, series } as unknown as Partial<ProgrammeSettings>;
  expect(notes(settings(dated, open))).toEqual([
    'caseload-cap-missing caseload.cap is not set, so no caseload can be a breach: set the number that this council protects',
    'ramp-missing caseload.ramp is not set, so the cap applies from the first day: set the build-up, or [] for none',
    'cadence-missing series.scrum.cadence is empty, so the series has no dates: set how often it is held',
  ]);
});
