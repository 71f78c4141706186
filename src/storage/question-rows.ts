/** Questions handed to a person, as they stand in a participant's partition: one row for each, replaced as it changes. */
import { z } from 'zod';
import { askedFunctions, type Question } from '../academy/question.ts';
import { instant, rowShape } from './row-shape.ts';

export const question = rowShape(
  z.object({
    questionId: z.string().min(1),
    wanted: z.enum(askedFunctions),
    to: z.string().min(1),
    toName: z.string(),
    handedAs: z.enum(['holder', 'holder-away', 'nobody-holds-it']),
    askedAt: instant,
    lapsesAt: instant,
    words: z.string().nullable(),
    ended: z.object({ as: z.enum(['seen', 'lapsed']), at: instant }).nullable(),
  }) satisfies z.ZodType<Question>,
);
