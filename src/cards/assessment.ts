/** What the cards of the assessment send back. */
import { z } from 'zod';
import type { Submissions } from '../services/submissions.ts';
import { code, codes, id, idOrNone, shortAnswer } from './submission-fields.ts';

export const ofParticipant = z.object({ participantId: idOrNone }) satisfies z.ZodType<
  Submissions['assess-final-open']
>;

export const reviewOpen = z.object({ participantId: idOrNone, item: idOrNone }) satisfies z.ZodType<
  Submissions['assess-review-open']
>;

export const reviewSent = z.object({
  participantId: id,
  submissionId: id,
  item: code,
  heldOn: shortAnswer,
  outcome: code,
  nextPlanOn: shortAnswer,
  additionalOn: shortAnswer,
  needed: code,
}) satisfies z.ZodType<Submissions['assess-review']>;

export const correctionOpen = z.object({ participantId: idOrNone, of: idOrNone }) satisfies z.ZodType<
  Submissions['assess-correction-open']
>;

export const correctionSent = z.object({
  participantId: id,
  submissionId: id,
  of: id,
  heldOn: shortAnswer,
  outcome: code,
  nextPlanOn: shortAnswer,
  additionalOn: shortAnswer,
  needed: code,
  because: code,
}) satisfies z.ZodType<Submissions['assess-correction']>;

export const observationSent = z.object({
  participantId: id,
  submissionId: id,
  heldOn: shortAnswer,
  observer: code,
  statements: codes,
  feedback: code,
}) satisfies z.ZodType<Submissions['assess-observation']>;

export const evidenceOpen = z.object({ participantId: idOrNone, show: code }) satisfies z.ZodType<
  Submissions['assess-evidence-open']
>;

export const evidenceMarked = z.object({
  participantId: id,
  show: code,
  item: code,
  receivedOn: shortAnswer,
}) satisfies z.ZodType<Submissions['assess-evidence']>;

export const finalSent = z.object({
  participantId: id,
  step: code,
  seen: shortAnswer,
  outcome: code,
  to: shortAnswer,
  anonymised: codes,
  on: shortAnswer,
}) satisfies z.ZodType<Submissions['assess-final']>;
