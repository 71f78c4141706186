/** What the buttons about sending as a whole send. */
import { z } from 'zod';
import type { Submissions } from '../services/submissions.ts';
import { idOrNone, shortAnswer } from './submission-fields.ts';

export const nothingMore = z.object({}) satisfies z.ZodType<Submissions['sending-open']>;
export const reportDays = z.object({ days: shortAnswer }) satisfies z.ZodType<Submissions['delivery-report']>;
export const retryWhom = z.object({ who: idOrNone }) satisfies z.ZodType<Submissions['undelivered-retry']>;
