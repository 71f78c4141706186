import type { Temporal } from 'temporal-polyfill';

/* What whoever plans a session of a learning set decides, and what they had decided before. */

export type Audience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'cohort'; readonly cohort: string }
  | { readonly kind: 'team'; readonly team: string };

/** What whoever plans a session decides, and may change until it starts. */
export interface Terms {
  readonly title: string;
  readonly facilitator: { readonly personId: string; readonly name: string };
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly place: string;
  /** A meeting's address, or '' when people meet in a room. */
  readonly link: string;
  readonly capacity: number;
  readonly presenterSlots: number;
  readonly audience: Audience;
  /** The series of the programme that coming to it counts for; null when it is for its own sake. */
  readonly countsFor: string | null;
  /** How long an offered place is kept. */
  readonly acceptWithinHours: number;
}

/** A change of the terms: what they were before it, and who made it. */
export interface Edit {
  /** How many changes there had been until then. */
  readonly change: number;
  readonly by: string;
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly before: Terms;
}

/** How many changes back it is known what whoever has the form open had been shown. */
const mostEdits = 5;

/** The changes with one more; those that are too old to have been shown to anybody go. */
export const withNewest = (edits: readonly Edit[], made: Edit): readonly Edit[] =>
  [...edits, made].slice(-mostEdits);

/** Everything that terms say, in one text: two of them say the same exactly where these are equal. */
const saidBy = ({ facilitator, startsAt, audience, ...rest }: Terms) =>
  JSON.stringify([
    facilitator.personId,
    startsAt.epochMilliseconds,
    Object.values(audience),
    ...Object.entries(rest)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, value]) => value),
  ]);

/** Whether two say the same, whatever the order in which they were read. */
export const isSameTerms = (one: Terms, other: Terms): boolean => saidBy(one) === saidBy(other);
