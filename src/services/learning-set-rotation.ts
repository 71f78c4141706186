import { booked, type LearningSet } from '../academy/learning-set.ts';
import { shortDate } from '../academy/wording.ts';
import { dayOf } from './mark-learning-set.ts';
import type { Needs } from './needs.ts';

/** As long as anybody is on the programme. */
const lookBack = { hours: 24 * 366 } as const;

/** Who presented in a series up to a session, latest first, and who of those with a place never has (L32). */
export async function rotationOf(
  needs: Pick<Needs, 'learningSets' | 'programme'>,
  set: LearningSet,
): Promise<readonly string[]> {
  if (set.terms.presenterSlots === 0) return [];
  const { startsAt } = set.terms;
  const before = await needs.learningSets.between(startsAt.subtract(lookBack), startsAt);
  const presented = [...before.map((versioned) => versioned.set), set]
    .filter((other) => other.series === set.series && other.cancelled === null)
    .toReversed()
    .flatMap((other) =>
      other.places
        .filter(({ presents, attendance }) => presents !== null && attendance === 'attended')
        .map(({ personId, name }) => ({ personId, words: `${name}, ${shortDate(dayOf(needs, other))}` })),
    );
  const known = new Set(presented.map(({ personId }) => personId));
  const notYet = booked(set).filter(({ personId }) => !known.has(personId));
  const names = notYet.map(({ name }) => name).join(', ');
  return [
    ...presented.slice(0, 12).map(({ words }) => words),
    ...(names === '' ? [] : [`Not yet: ${names}`]),
  ];
}
