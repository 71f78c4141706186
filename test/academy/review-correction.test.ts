import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type AssessmentAct,
  type AssessmentEntry,
  type ReviewEntry,
  type ReviewHeld,
  reviewHistories,
  standingReviews,
} from '../../src/academy/assessment.ts';
import { additionalItemOf, additionalReviews, reviewOf } from '../../src/academy/review.ts';
import {
  type CorrectionFilled,
  type CorrectionGround,
  checkCorrection,
  isRestedOn,
} from '../../src/academy/review-correction.ts';
import { date } from './support/luton.ts';

const source = { where: 'the council’s own words' };
const review = (count: number, mode: 'always' | 'ifRequired', final = false) => ({
  id: `review-${count}m`,
  title: `${count}-month review`,
  at: { unit: 'month', count } as const,
  mode,
  final,
  source,
});
const programme = {
  reviews: [review(3, 'always'), review(6, 'always'), review(9, 'ifRequired'), review(12, 'always', true)],
};

const at = Temporal.Instant.from('2027-03-08T10:00:00Z');
const entered = (act: AssessmentAct, entryId: string): AssessmentEntry => ({
  ...act,
  entryId,
  by: 'm',
  byName: 'M',
  at,
});
const held = (given: Partial<ReviewHeld> = {}): ReviewHeld => ({
  entry: 'review',
  item: 'review-6m',
  heldOn: date('2027-03-08'),
  outcome: 'on-track',
  nextPlanOn: date('2027-06-07'),
  additionalOn: null,
  needed: false,
  ...given,
});
const unsatisfactory = {
  outcome: 'unsatisfactory',
  additionalOn: date('2027-04-12'),
  concernId: 'c',
} as const;
const corrects = (of: string) => ({ correction: { of, because: 'entered-wrongly' } }) as const;

describe('what was recorded of a review', () => {
  const entries = [
    entered(held({ item: 'review-3m', ...unsatisfactory, additionalOn: date('2027-01-11') }), 'a'),
    entered(held(unsatisfactory), 'b'),
    entered(held({ item: 'review-3m', ...corrects('a') }), 'c'),
    entered(held({ ...unsatisfactory, additionalOn: date('2027-04-19'), ...corrects('b') }), 'd'),
  ];

  it('is its first record and each correction, of which the newest counts', () => {
    expect(reviewHistories(entries).map((one) => one.map(({ entryId }) => entryId))).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect(standingReviews(entries).map(({ entryId }) => entryId)).toEqual(['c', 'd']);
    expect(reviewOf(entries, 'review-3m')?.entryId).toBe('c');
  });

  it('leaves the other additional reviews their numbers when one is withdrawn or moved', () => {
    expect(additionalReviews(entries.slice(0, 2)).map(({ id, on }) => `${id} ${on}`)).toEqual([
      'review-additional-1 2027-01-11',
      'review-additional-2 2027-04-12',
    ]);
    expect(additionalReviews(entries).map(({ id, on }) => `${id} ${on}`)).toEqual([
      'review-additional-2 2027-04-19',
    ]);
    expect(additionalItemOf(entries, 'review-3m')).toBe('review-additional-1');
    expect(additionalItemOf(entries, 'review-12m')).toBeUndefined();
  });

  it('has its number again when it is needed after all', () => {
    const again = held({
      item: 'review-3m',
      ...unsatisfactory,
      additionalOn: date('2027-05-10'),
      ...corrects('c'),
    });
    expect(additionalReviews([...entries, entered(again, 'e')]).map(({ id, on }) => `${id} ${on}`)).toEqual([
      'review-additional-1 2027-05-10',
      'review-additional-2 2027-04-19',
    ]);
  });
});

const filled = (given: Partial<CorrectionFilled> = {}): CorrectionFilled => ({
  heldOn: date('2027-03-08'),
  outcome: 'on-track',
  nextPlanOn: date('2027-06-07'),
  additionalOn: null,
  needed: false,
  because: 'entered-wrongly',
  ...given,
});

const ground = (stands: Partial<ReviewHeld>, given: Partial<CorrectionGround> = {}): CorrectionGround => {
  const standing = entered(held(stands), 'b') as ReviewEntry;
  return {
    programme,
    required: [],
    today: date('2027-03-15'),
    held: 'counts',
    entries: [standing],
    standing,
    isConcernOpen: false,
    hasAdditionalBegun: false,
    ...given,
  };
};

/** What a correction does: the concern, the additional review, the conditional one; or what is wrong, or that nothing is. */
function comesTo(given: Partial<CorrectionFilled>, on: CorrectionGround): string {
  const checked = checkCorrection(filled(given), on);
  if (!checked.ok) return Object.entries(checked.faults).flat().join(' ');
  if (!checked.changes) return 'says so already';
  const { concern, additional, conditional, act } = checked;
  const needed = conditional === null ? '-' : conditional.isNeeded ? 'needed' : 'not needed';
  return `${concern ?? '-'} | ${additional ?? '-'} ${act.additionalOn ?? ''} | ${needed}`;
}

const to = { outcome: 'unsatisfactory', additionalOn: date('2027-04-12') } as const;
const open = { isConcernOpen: true };
const begun = { isConcernOpen: true, hasAdditionalBegun: true };
const left = { outcome: 'on-track', additionalOn: date('2027-04-12'), concernId: 'c' } as const;

describe('a correction', () => {
  it.each<[string, Partial<CorrectionFilled>, CorrectionGround, string]>([
    ['says nothing new', {}, ground({}), 'says so already'],
    ['of the day alone', { heldOn: date('2027-03-05') }, ground({}), '- | -  | -'],
    ['of the next plan alone', { nextPlanOn: date('2027-06-08') }, ground({}), '- | -  | -'],
    ['to some concerns', { outcome: 'concerns' }, ground({}), '- | -  | -'],
    ['to unsatisfactory', to, ground({}), 'opens | added 2027-04-12 | -'],
    ['to unsatisfactory without its day', { outcome: 'unsatisfactory' }, ground({}), 'additionalOn missing'],
    [
      'to unsatisfactory, the first concern open still',
      to,
      ground({ concernId: 'c' }, open),
      'again | added 2027-04-12 | -',
    ],
    ['away, the concern open', {}, ground(unsatisfactory, open), 'no-longer | withdrawn  | -'],
    ['away, the concern closed', {}, ground(unsatisfactory), '- | withdrawn  | -'],
    [
      'away, its day left as it was',
      { additionalOn: date('2027-04-12') },
      ground(unsatisfactory),
      '- | withdrawn  | -',
    ],
    [
      'away, with another day',
      { additionalOn: date('2027-04-13') },
      ground(unsatisfactory),
      'additionalOn only-unsatisfactory',
    ],
    ['away, the additional one begun', {}, ground(unsatisfactory, begun), 'no-longer | kept 2027-04-12 | -'],
    ['away once more: nothing new', {}, ground(left, begun), 'says so already'],
    ['back, the additional one begun', to, ground(left, begun), 'again | - 2027-04-12 | -'],
    [
      'of the additional day',
      { ...to, additionalOn: date('2027-04-19') },
      ground(unsatisfactory, open),
      '- | moved 2027-04-19 | -',
    ],
    [
      'of the additional day, begun',
      { ...to, additionalOn: date('2027-04-19') },
      ground(unsatisfactory, begun),
      'additionalOn additional-begun',
    ],
    [
      'of the day it was held, after the additional day has gone by',
      { ...to, heldOn: date('2027-03-05') },
      ground(unsatisfactory, { ...begun, today: date('2027-05-03') }),
      '- | - 2027-04-12 | -',
    ],
    [
      'to a day that is still to come',
      { heldOn: date('2027-03-16') },
      ground({}, { held: 'in-future' }),
      'heldOn in-future',
    ],
    ['without a reason', { outcome: 'concerns', because: null }, ground({}), 'because missing'],
    [
      'without a reason or a day',
      { heldOn: null, because: null },
      ground({}, { held: null }),
      'because missing heldOn missing',
    ],
    ['to needed', { needed: true }, ground({}), '- | -  | needed'],
    ['to not needed', {}, ground({ needed: true }, { required: ['review-9m'] }), '- | -  | not needed'],
    ['as needed as it is', { needed: true }, ground({}, { required: ['review-9m'] }), 'says so already'],
  ])('%s', (_, given, on, came) => {
    expect(comesTo(given, on)).toBe(came);
  });

  it('keeps a conditional review that has been held', () => {
    const on = ground({ needed: true }, { required: ['review-9m'] });
    const nine = entered(held({ item: 'review-9m', heldOn: date('2027-03-10') }), 'n');
    expect(comesTo({}, { ...on, entries: [...on.entries, nine] })).toBe('needed conditional-held');
  });

  it('names what it takes the place of, and keeps the concern it came with', () => {
    const checked = checkCorrection(filled(), ground(unsatisfactory, open));
    expect(checked).toMatchObject({
      act: { concernId: 'c', correction: { of: 'b', because: 'entered-wrongly' } },
    });
  });
});

describe('once somebody has recommended', () => {
  const recommended = entered({ entry: 'recommend', outcome: 'pass', to: null }, 'r');
  const on = (stands: Partial<ReviewHeld>) => {
    const without = ground(stands, { isConcernOpen: true });
    return { ...without, entries: [...without.entries, recommended] };
  };

  it.each<[Partial<CorrectionFilled>, Partial<ReviewHeld>, string]>([
    [{ outcome: 'concerns' }, {}, 'outcome rested-on'],
    [to, {}, 'outcome rested-on'],
    [{}, unsatisfactory, 'outcome rested-on'],
    [{ needed: true }, {}, 'needed rested-on'],
    [{ heldOn: date('2027-03-05') }, {}, '- | -  | -'],
    [{ nextPlanOn: date('2027-06-08') }, {}, '- | -  | -'],
  ])('%o of %o', (given, stands, came) => {
    expect(comesTo(given, on(stands))).toBe(came);
  });

  it('only the reviews before it are rested on', () => {
    const later = entered(held({ item: 'review-additional-1' }), 'l');
    const entries = [...on({}).entries, later];
    expect(isRestedOn(entries, 'review-6m')).toBe(true);
    expect(isRestedOn(entries, 'review-additional-1')).toBe(false);
    expect(isRestedOn(entries, 'review-3m')).toBe(false);
  });
});
