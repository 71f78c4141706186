import { z } from 'zod';
import { academyFunction, months, period, phase, source, words } from './programme-fields.ts';

/*
 * What a council's source promises beside supervision, meetings and reviews: portfolio documents, observations,
 * questionnaires, workshops, rotation, a buddy. A source seldom dates these as firmly as a review, so none is part of a
 * plan until its council says `inPlan: true`.
 */

/** When an arrangement takes place. */
const when = z.discriminatedUnion('by', [
  /** At a rhythm, like a series (A3). */
  z.strictObject({ by: z.literal('cadence'), phases: z.array(phase).min(1) }),
  /** With the reviews of these stages: on the day of each, or so long before it. Part-time people's move with them (A7). */
  z.strictObject({
    by: z.literal('review'),
    stages: z.array(months).min(1),
    before: period.nullable().default(null),
  }),
  /** Some time between two points counted from the clock start; `from` null for the start itself. */
  z.strictObject({ by: z.literal('window'), from: period.nullable().default(null), until: period }),
  /** With the end of the programme. */
  z.strictObject({ by: z.literal('end') }),
  /** When the people concerned agree: it has no date here. */
  z.strictObject({ by: z.literal('agreement'), lasts: period.nullable().default(null) }),
]);

export type ArrangementTime = z.output<typeof when>;

export const arrangement = z.strictObject({
  title: words,
  kind: z.enum(['supervision', 'meeting', 'recording', 'document', 'observation', 'milestone']),
  lead: academyFunction,
  /** Who else takes part, beside the NQSW. */
  with: z.array(academyFunction).default([]),
  inPlan: z.boolean().default(false),
  when,
  source,
});
