import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { AssessmentEntry } from '../../src/academy/assessment.ts';
import { supervisionSince } from '../../src/academy/evidence.ts';
import { observationStanding } from '../../src/academy/observation.ts';
import type { PlanItem } from '../../src/academy/plan-item.ts';
import {
  additionalReviews,
  checkReview,
  conditionalAfter,
  type ReviewFilled,
} from '../../src/academy/review.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const source = { where: 'the council’s own words' };
const at = (count: number) => ({ unit: 'month', count }) as const;
const review = (count: number, mode: 'always' | 'ifRequired', final = false) => ({
  id: `review-${count}m`,
  title: `${count}-month review`,
  at: at(count),
  mode,
  final,
  source,
});
const programme = {
  reviews: [review(3, 'always'), review(6, 'always'), review(9, 'ifRequired'), review(12, 'always', true)],
};
const item = (id: string) => ({ id }) as PlanItem;
const ground = { programme, required: [], today: day('2027-03-09'), held: 'counts' as const };
const filled: ReviewFilled = {
  item: item('review-6m'),
  heldOn: day('2027-03-08'),
  outcome: 'on-track',
  nextPlanOn: day('2027-06-07'),
  additionalOn: null,
  needed: false,
};

describe('a review as it was filled in', () => {
  it('is kept when nothing is missing, and requires nothing that was not said to be needed', () => {
    expect(checkReview(filled, ground)).toMatchObject({ ok: true, requires: null });
    expect(checkReview({ ...filled, needed: true }, ground)).toMatchObject({
      ok: true,
      requires: 'review-9m',
    });
  });

  it.each([
    [{ item: null }, { item: 'no-such-review' }],
    [{ heldOn: null }, { heldOn: 'missing' }],
    [{ outcome: null }, { outcome: 'missing' }],
    [{ needed: null }, { needed: 'missing' }],
    [{ nextPlanOn: null }, { nextPlanOn: 'missing' }],
    [{ nextPlanOn: day('2027-03-08') }, { nextPlanOn: 'not-after-review' }],
    [{ additionalOn: day('2027-04-01') }, { additionalOn: 'only-unsatisfactory' }],
    [{ outcome: 'unsatisfactory' as const }, { additionalOn: 'missing' }],
    [{ outcome: 'unsatisfactory' as const, additionalOn: day('2027-03-08') }, { additionalOn: 'in-past' }],
  ])('is refused at its field: %o', (change, faults) => {
    expect(checkReview({ ...filled, ...change }, ground)).toEqual({ ok: false, faults });
  });

  it('is refused on a day that does not count, and needs no further plan when it is the last', () => {
    for (const held of ['in-future', 'before-start', 'in-pause'] as const) {
      expect(checkReview(filled, { ...ground, held })).toEqual({ ok: false, faults: { heldOn: held } });
    }
    const last = { ...filled, item: item('review-12m'), nextPlanOn: null, needed: null };
    expect(checkReview(last, ground)).toMatchObject({ ok: true, requires: null });
  });

  it('asks about the conditional review at the one before it alone, until it is required', () => {
    expect(programme.reviews.map(({ id }) => conditionalAfter(programme, [], id))).toEqual([
      null,
      'review-9m',
      null,
      null,
    ]);
    expect(conditionalAfter(programme, ['review-9m'], 'review-6m')).toBeNull();
  });
});

const entered = { entryId: 'e', by: 'm', byName: 'M', at: Temporal.Instant.from('2027-03-08T10:00:00Z') };
const held = { entry: 'review', item: 'review-6m', heldOn: day('2027-03-08'), nextPlanOn: null } as const;

it('numbers additional reviews in the order in which they were entered', () => {
  const entries: AssessmentEntry[] = [
    { ...entered, ...held, outcome: 'unsatisfactory', additionalOn: day('2027-05-03') },
    { ...entered, ...held, outcome: 'on-track', additionalOn: null },
    { ...entered, ...held, outcome: 'unsatisfactory', additionalOn: day('2027-04-12') },
  ];
  expect(additionalReviews(entries).map(({ id, on }) => `${id} ${on}`)).toEqual([
    'review-additional-1 2027-05-03',
    'review-additional-2 2027-04-12',
  ]);
});

describe('observations', () => {
  const observations = { total: 3, byAssessor: 2, source };
  const one = (observer: 'assessor' | 'reflective-supervisor'): AssessmentEntry => ({
    ...entered,
    entry: 'observation',
    heldOn: day('2027-03-08'),
    observer,
    statements: [],
    feedbackGiven: true,
    item: null,
  });
  const plan = (today: string) => ({ start: day('2026-09-07'), end: day('2027-09-07'), today: day(today) });
  const standing = (entries: AssessmentEntry[], today: string) =>
    observationStanding(entries, { observations }, plan(today));

  it('are short from the day on which three quarters of the year are over', () => {
    // 365 days: 273.75 of them have passed on the 274th day after the start.
    expect(String(standing([], '2027-01-01').warnsOn)).toBe('2027-06-08');
    expect(standing([], '2027-06-07').isShort).toBe(false);
    expect(standing([], '2027-06-08')).toMatchObject({ isShort: true, missing: 3 });
  });

  it('must be enough in all and by the assessor', () => {
    const others = [one('reflective-supervisor'), one('reflective-supervisor'), one('reflective-supervisor')];
    expect(standing(others, '2027-06-08')).toMatchObject({ held: 3, byAssessor: 0, missing: 2 });
    const enough = [one('assessor'), one('assessor'), one('reflective-supervisor')];
    expect(standing(enough, '2027-06-08')).toMatchObject({ missing: 0, isShort: false });
  });
});

it('counts supervision that fell due since the last review as held, late, missed or open', () => {
  const session = (due: string, status: PlanItem['status'], heldOn?: string): PlanItem => ({
    id: due,
    series: 'reflective-supervision',
    sequence: 1,
    kind: 'supervision',
    title: due,
    nominal: day(due),
    due: day(due),
    status,
    lead: 'reflective-supervisor',
    why: [],
    ...(heldOn === undefined ? {} : { heldOn: day(heldOn) }),
  });
  const items = [
    session('2027-03-01', 'missed'),
    session('2027-03-08', 'done', '2027-03-08'),
    session('2027-03-15', 'done', '2027-03-15'),
    session('2027-03-22', 'done', '2027-03-24'),
    session('2027-03-29', 'missed'),
    session('2027-04-05', 'suspended'),
    session('2027-04-12', 'overdue'),
    session('2027-04-19', 'upcoming'),
  ];
  const found = supervisionSince({ items, today: day('2027-04-13') }, day('2027-03-08'));
  expect(found).toEqual({ due: 4, held: 2, late: 1, missed: 1, open: 1 });
  expect(supervisionSince({ items, today: day('2027-04-13') }, null)).toMatchObject({ due: 6, missed: 2 });
});
