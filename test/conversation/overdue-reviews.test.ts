import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara } from './academy-in-teams.ts';

let teams: AcademyInTeams;

/** Amara began on 7 September 2026: on 14 June 2027 the reviews of three, six and nine months stand unrecorded. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2027-06-14T09:00:00Z' });
});
afterAll(() => teams.stop());

it('shows the review that is owed longest, and the others beside it', async () => {
  const person = teams.client.person(amara);
  await person.says('when is my next review?');
  const words = wordsOf(person.lastCard());
  expect(words).toContain('Monday 7 December 2026');
  expect(words).toContain('Also overdue\n6-month review, Mon 8 Mar 2027; 9-month review, Mon 7 Jun 2027');
});

it('lists every overdue review among what is next', async () => {
  const person = teams.client.person(amara);
  await person.says("what's next");
  const words = wordsOf(person.lastCard());
  for (const review of ['3-month review', '6-month review', '9-month review'])
    expect(words).toContain(review);
});
