/** Notices and their subjects as they stand in rows. */
import { z } from 'zod';
import type { Notice, Recipient, Subject } from '../services/ports.ts';
import { key } from './keys.ts';
import { instant } from './row-shape.ts';

const ofRecord = { participantId: z.string().min(1), recordId: z.string().min(1) };

export const subjectCodec = z.discriminatedUnion('card', [
  z.object({ card: z.literal('confirm-record'), ...ofRecord }),
  z.object({ card: z.literal('supervision-recorded'), ...ofRecord }),
  z.object({ card: z.literal('record-disagreement'), ...ofRecord }),
  z.object({
    card: z.literal('caseload-alert'),
    participantId: z.string().min(1),
    alertId: z.string().min(1),
  }),
]) satisfies z.ZodType<Subject>;

const recipientCodec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.string().min(1) }),
  z.object({ kind: z.literal('escalations') }),
]) satisfies z.ZodType<Recipient>;

export const noticeCodec = z.object({
  key: z.string().min(1),
  recipient: recipientCodec,
  subject: subjectCodec,
  mode: z.enum(['show', 'refresh']),
  owedAt: instant,
}) satisfies z.ZodType<Notice>;

/** What tells one subject from another: its card and all that it is about. */
export function postedKey(subject: Subject): string {
  const about = subject.card === 'caseload-alert' ? subject.alertId : subject.recordId;
  return key('posted', subject.card, subject.participantId, about);
}
