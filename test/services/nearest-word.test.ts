import { describe, expect, it } from 'vitest';
import { roles } from '../../src/academy/roles.ts';
import { didYouMean, nearestWord } from '../../src/services/nearest-word.ts';

describe('the nearest word', () => {
  it.each([
    ['nqws', 'nqsw'],
    ['NQSW', 'nqsw'],
    ['Senior Practitioner', 'senior-practitioner'],
    ['senior_practicioner', 'senior-practitioner'],
    ['practice-educater', 'practice-educator'],
    ['team manger', 'team-manager'],
    ['deputy team manager', 'deputy-team-manager'],
    ['head of the academy', 'head-of-academy'],
    ['admin', 'administrator'],
    ['mentors', 'mentor'],
  ])('to the role "%s" is %s', (typed, meant) => {
    expect(nearestWord(typed, roles)).toBe(meant);
  });

  it.each(['wizard', '', '   ', 'x', 'social worker', '???'])('to "%s" is none', (typed) => {
    expect(nearestWord(typed, roles)).toBeUndefined();
    expect(didYouMean(typed, roles)).toBe('');
  });

  it('is the closest of several that are close', () => {
    expect(nearestWord('review-6', ['review-6m', 'review-9m', 'review-12m'])).toBe('review-6m');
  });
});
