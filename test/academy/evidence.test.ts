import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type AssessmentAct, observationsIn, reviewsIn } from '../../src/academy/assessment.ts';
import {
  evidenceCounts,
  evidenceStages,
  programmeWithEvidence,
  receivedOn,
  supervisionSince,
} from '../../src/academy/evidence.ts';
import { observationSettled, observationStanding } from '../../src/academy/observation.ts';
import type { PlanItem } from '../../src/academy/plan-item.ts';
import { checkReview, openReviews, type ReviewFilled, reviewOf } from '../../src/academy/review.ts';
import { date, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const at = Temporal.Instant.from('2027-03-08T10:00:00Z');
const entered = (...acts: readonly AssessmentAct[]) =>
  acts.map((act, index) => ({ ...act, entryId: `e${index}`, by: 'm', byName: 'M', at }));

const review = (item: string, heldOn: string): AssessmentAct => ({
  entry: 'review',
  item,
  heldOn: date(heldOn),
  outcome: 'on-track',
  nextPlanOn: null,
  additionalOn: null,
});
const observation = (heldOn: string): AssessmentAct => ({
  entry: 'observation',
  heldOn: date(heldOn),
  observer: 'assessor',
  statements: [],
  feedbackGiven: true,
  item: null,
});
const received = (item: string, on: string): AssessmentAct => ({
  entry: 'evidence',
  item,
  receivedOn: date(on),
});

describe('what is kept of the assessment', () => {
  const entries = entered(
    review('review-3m', '2026-12-07'),
    observation('2026-12-01'),
    received('reflective-log-3m', '2026-12-02'),
    received('reflective-log-3m', '2026-12-04'),
    review('review-6m', '2027-03-08'),
    review('review-6m', '2027-03-09'),
  );

  it('is told apart by its kind', () => {
    expect(reviewsIn(entries).map(({ item }) => item)).toEqual(['review-3m', 'review-6m', 'review-6m']);
    expect(observationsIn(entries).map(({ heldOn }) => String(heldOn))).toEqual(['2026-12-01']);
  });

  it('is the first record of a review, and the last day of a document', () => {
    expect(String(reviewOf(entries, 'review-6m')?.heldOn)).toBe('2027-03-08');
    expect(reviewOf(entries, 'review-12m')).toBeUndefined();
    expect(String(receivedOn(entries, 'reflective-log-3m'))).toBe('2026-12-04');
    expect(receivedOn(entries, 'review-3m')).toBeUndefined();
  });
});

const item = (id: string, status: PlanItem['status'], rest: Partial<PlanItem> = {}) =>
  ({ id, status, kind: 'review', due: date('2027-03-08'), ...rest }) as PlanItem;

describe('what can be recorded', () => {
  it('are the reviews with a date: overdue ones first, those that are to come, then missed ones', () => {
    const items = [
      item('missed', 'missed'),
      item('upcoming', 'upcoming'),
      item('done', 'done'),
      item('overdue', 'overdue'),
      item('due', 'due'),
      item('overdue-too', 'overdue'),
      item('suspended', 'suspended'),
      item('cancelled', 'cancelled'),
      item('dateless', 'upcoming', { due: null }),
      item('supervision', 'due', { kind: 'supervision' }),
    ];
    expect(openReviews({ items }).map(({ id }) => id)).toEqual([
      'overdue',
      'overdue-too',
      'due',
      'upcoming',
      'missed',
    ]);
  });

  it('is the first observation that still waits for its observer', () => {
    const one = (id: string, status: PlanItem['status'], rest: Partial<PlanItem> = {}) =>
      item(id, status, { kind: 'observation', lead: 'assessor', ...rest });
    const items = [
      one('done', 'done'),
      one('cancelled', 'cancelled'),
      one('suspended', 'suspended'),
      one('other', 'upcoming', { lead: 'reflective-supervisor' }),
      one('document', 'upcoming', { kind: 'document' }),
      one('missed', 'missed'),
      one('next', 'upcoming'),
    ];
    expect(observationSettled({ items }, 'assessor')?.id).toBe('missed');
    expect(observationSettled({ items }, 'reflective-supervisor')?.id).toBe('other');
    expect(observationSettled({ items }, 'host-manager')).toBeNull();
  });

  it('has no day from which observations are short while there is no start or no end', () => {
    const standing = (start: string | null, end: string | null) =>
      observationStanding([], luton, {
        start: start === null ? null : date(start),
        end: end === null ? null : date(end),
        today: date('2030-01-01'),
      });
    expect(standing('2026-09-07', '2027-09-07')).toMatchObject({ isShort: true });
    for (const [start, end] of [
      [null, '2027-09-07'],
      ['2026-09-07', null],
      [null, null],
    ] as const)
      expect(standing(start, end)).toMatchObject({ warnsOn: null, isShort: false });
  });
});

describe('a review with something missing', () => {
  const ground = { programme: luton, required: [], today: date('2027-03-09'), held: 'counts' as const };
  const filled: ReviewFilled = {
    item: item('review-6m', 'due'),
    heldOn: date('2027-03-08'),
    outcome: 'on-track',
    nextPlanOn: date('2027-06-07'),
    additionalOn: null,
    needed: false,
  };
  const faults = (change: Partial<ReviewFilled>, today = '2027-03-09') => {
    const checked = checkReview({ ...filled, ...change }, { ...ground, today: date(today) });
    return checked.ok ? {} : checked.faults;
  };

  it('is told everything at once, each at its field', () => {
    const nothing = { item: null, heldOn: null, outcome: null, nextPlanOn: null, needed: null };
    expect(faults(nothing)).toEqual({
      item: 'no-such-review',
      heldOn: 'missing',
      outcome: 'missing',
      nextPlanOn: 'missing',
    });
  });

  it('brings an additional one after it, from today on', () => {
    const unsatisfactory = (additionalOn: string, today: string) =>
      faults({ outcome: 'unsatisfactory', additionalOn: date(additionalOn) }, today);
    expect(unsatisfactory('2027-03-09', '2027-03-09')).toEqual({});
    expect(unsatisfactory('2027-03-10', '2027-03-09')).toEqual({});
    expect(unsatisfactory('2027-03-08', '2027-03-08')).toEqual({ additionalOn: 'not-after-review' });
    expect(faults({ outcome: 'unsatisfactory', additionalOn: date('2027-03-09'), heldOn: null })).toEqual({
      heldOn: 'missing',
    });
  });
});

describe('the portfolio by stage', () => {
  const document = (series: string, months: number, status: PlanItem['status']) =>
    item(`${series}-${months}m`, status, { kind: 'document', series });
  const items = [
    item('review-3m', 'done'),
    item('review-6m', 'due'),
    item('review-12m', 'upcoming'),
    document('reflective-log', 3, 'done'),
    document('feedback', 3, 'overdue'),
    document('reflective-log', 6, 'upcoming'),
    item('reflective-log-12m', 'upcoming', { kind: 'observation', series: 'reflective-log' }),
    item('feedback-9m', 'upcoming', { kind: 'document', series: 'feedback' }),
  ];
  const stages = evidenceStages(luton, { ...planOf(luton), items });

  it('has each review that is in the plan with its own documents, and none without', () => {
    expect(stages.map(({ review: { id }, documents }) => [id, documents.map((one) => one.id)])).toEqual([
      ['review-3m', ['reflective-log-3m', 'feedback-3m']],
      ['review-6m', ['reflective-log-6m']],
    ]);
  });

  it('counts by kind of document how many are there', () => {
    expect(evidenceCounts(stages)).toEqual([
      { series: 'reflective-log', there: 1, wanted: 2 },
      { series: 'feedback', there: 0, wanted: 1 },
    ]);
  });

  it('puts documents and observations of a stage in the plan, and nothing else that was left out', () => {
    const [known] = luton.arrangements;
    if (known === undefined) expect.fail('Luton has no arrangements');
    const arranged = (id: string, kind: typeof known.kind, by: 'review' | 'rhythm') =>
      ({ ...known, id, kind, inPlan: false, when: { by } }) as typeof known;
    const programme = {
      ...luton,
      arrangements: [
        arranged('document', 'document', 'review'),
        arranged('observation', 'observation', 'review'),
        arranged('meeting', 'meeting', 'review'),
        arranged('log', 'document', 'rhythm'),
      ],
    };
    const made = programmeWithEvidence(programme);
    expect(made.arrangements.map(({ id, inPlan }) => [id, inPlan])).toEqual([
      ['document', true],
      ['observation', true],
      ['meeting', false],
      ['log', false],
    ]);
    expect(programmeWithEvidence(programme)).toBe(made);
    expect({ ...made, arrangements: [] }).toEqual({ ...programme, arrangements: [] });
  });
});

it('counts reflective supervision alone, to the day itself, and neither suspended nor cancelled ones', () => {
  const session = (due: string | null, status: PlanItem['status'], heldOn?: string) =>
    item('s', status, {
      series: 'reflective-supervision',
      due: due === null ? null : date(due),
      ...(heldOn === undefined ? {} : { heldOn: date(heldOn) }),
    });
  const items = [
    session('2027-03-01', 'done', '2027-03-01'),
    session('2027-03-02', 'done', '2027-03-01'),
    session('2027-03-03', 'done', '2027-03-04'),
    session('2027-03-04', 'done'),
    session('2027-03-05', 'suspended'),
    session('2027-03-06', 'cancelled'),
    session('2027-03-08', 'overdue'),
    session('2027-03-09', 'due'),
    session('2027-03-10', 'upcoming'),
    session(null, 'upcoming'),
    { ...session('2027-03-02', 'missed'), series: 'case-supervision' },
  ];
  const found = supervisionSince({ items, today: date('2027-03-09') }, null);
  expect(found).toEqual({ due: 6, held: 4, late: 1, missed: 0, open: 2 });
});
