/** Notices and their subjects as they stand in rows. */
import { z } from 'zod';
import { academyFunctions, allocatedFunctions } from '../academy/roles.ts';
import { isReminderStage, type ReminderStage } from '../academy/stage-name.ts';
import { callNames, callStages } from '../academy/year-call.ts';
import type { Gathering, Notice, Recipient, ReminderEntry, Subject } from '../services/ports.ts';
import { key } from './keys.ts';
import { instant, plainDate } from './row-shape.ts';

const ofRecord = { participantId: z.string().min(1), recordId: z.string().min(1) };

const ofAlert = {
  participantId: z.string().min(1),
  alertId: z.string().min(1),
  again: z.int().nonnegative().default(0),
};
const ofMoment = { personId: z.string().min(1), moment: z.iso.datetime() };

const ofTurn = {
  participantId: z.string().min(1),
  turn: z.int().nonnegative(),
  nudge: z.int().nonnegative(),
};

export const subjectCodec = z.discriminatedUnion('card', [
  z.object({ card: z.literal('confirm-record'), ...ofRecord }),
  z.object({ card: z.literal('supervision-recorded'), ...ofRecord }),
  z.object({ card: z.literal('record-disagreement'), ...ofRecord }),
  z.object({ card: z.literal('caseload-alert'), ...ofAlert }),
  z.object({ card: z.literal('overdue-alert'), ...ofAlert }),
  z.object({ card: z.literal('move-request'), ...ofTurn, requestId: z.string().min(1) }),
  z.object({ card: z.literal('concern'), ...ofTurn, concernId: z.string().min(1) }),
  z.object({ card: z.literal('pause'), ...ofTurn, pauseId: z.string().min(1) }),
  z.object({ card: z.literal('pause-post'), participantId: z.string().min(1), pauseId: z.string().min(1) }),
  z.object({
    card: z.literal('pause-return'),
    participantId: z.string().min(1),
    pauseId: z.string().min(1),
    backOn: plainDate,
  }),
  z.object({
    card: z.literal('concern-post'),
    participantId: z.string().min(1),
    concernId: z.string().min(1),
  }),
  z.object({
    card: z.literal('review-recorded'),
    participantId: z.string().min(1),
    entryId: z.string().min(1),
  }),
  z.object({
    card: z.literal('final-assessment'),
    participantId: z.string().min(1),
    turn: z.int().nonnegative(),
  }),
  z.object({
    card: z.literal('question'),
    participantId: z.string().min(1),
    questionId: z.string().min(1),
    about: z.enum(['asked', 'lapsed']),
  }),
  z.object({ card: z.literal('observations-short'), participantId: z.string().min(1) }),
  z.object({ card: z.literal('enrolment'), participantId: z.string().min(1), stepId: z.string().min(1) }),
  z.object({
    card: z.literal('year-entry'),
    participantId: z.string().min(1),
    entryId: z.string().min(1),
  }),
  z.object({
    card: z.literal('caseloads-to-confirm'),
    personId: z.string().min(1),
    month: z.string().regex(/^\d{4}-\d{2}$/),
  }),
  z.object({
    card: z.literal('handover'),
    participantId: z.string().min(1),
    function: z.enum(allocatedFunctions),
    fromOn: plainDate,
  }),
  z.object({
    card: z.literal('year-call'),
    participantId: z.string().min(1),
    call: z.enum(callNames),
    dueOn: plainDate,
    stage: z.enum(callStages),
  }),
  z.object({ card: z.literal('reminders'), ...ofMoment }),
  z.object({ card: z.literal('digest'), ...ofMoment }),
  z.object({ card: z.literal('learning-set'), sessionId: z.string().min(1), about: z.string().min(1) }),
]) satisfies z.ZodType<Subject>;

const recipientCodec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.string().min(1) }),
  z.object({ kind: z.literal('escalations') }),
  z.object({
    kind: z.literal('learning-set'),
    sessionId: z.string().min(1),
    of: z.enum(['booked', 'members', 'invited']),
  }),
]) satisfies z.ZodType<Recipient | Gathering>;

export const reminderEntry = z.object({
  participantId: z.string().min(1),
  item: z.string().min(1),
  dueOn: plainDate,
  stage: z.union([z.enum(['lapsed', 'snoozed']), z.custom<ReminderStage>(isReminderStage)]),
  recipient: z.enum(academyFunctions),
}) satisfies z.ZodType<ReminderEntry>;

export const noticeCodec = z.object({
  key: z.string().min(1),
  recipient: recipientCodec,
  subject: subjectCodec,
  mode: z.enum(['show', 'refresh']),
  owedAt: instant,
  reminder: reminderEntry.exactOptional(),
}) satisfies z.ZodType<Notice>;

/** What tells one subject from another: its card and all that it is about. */
export function postedKey(subject: Subject): string {
  switch (subject.card) {
    case 'caseload-alert':
    case 'overdue-alert': {
      const { card, participantId, alertId, again } = subject;
      // The first posting keeps the key that it had before anything was posted again.
      const repeat = again === 0 ? [] : [String(again)];
      return key('posted', card, participantId, alertId, ...repeat);
    }
    case 'move-request':
    case 'concern': {
      const { card, participantId, turn, nudge } = subject;
      const id = card === 'concern' ? subject.concernId : subject.requestId;
      return key('posted', card, participantId, id, String(turn), String(nudge));
    }
    case 'pause': {
      const { card, participantId, pauseId, turn, nudge } = subject;
      return key('posted', card, participantId, pauseId, String(turn), String(nudge));
    }
    case 'pause-post':
      return key('posted', subject.card, subject.participantId, subject.pauseId);
    case 'pause-return':
      return key('posted', subject.card, subject.participantId, subject.pauseId, subject.backOn.toString());
    case 'enrolment':
      return key('posted', subject.card, subject.participantId, subject.stepId);
    case 'concern-post':
      return key('posted', subject.card, subject.participantId, subject.concernId);
    case 'review-recorded':
    case 'year-entry':
      return key('posted', subject.card, subject.participantId, subject.entryId);
    case 'year-call': {
      const { card, participantId, call, dueOn, stage } = subject;
      return key('posted', card, participantId, call, dueOn.toString(), stage);
    }
    case 'final-assessment':
      return key('posted', subject.card, subject.participantId, String(subject.turn));
    case 'question':
      return key('posted', subject.card, subject.participantId, subject.questionId, subject.about);
    case 'handover':
      return key('posted', subject.card, subject.participantId, subject.function, subject.fromOn.toString());
    case 'observations-short':
      return key('posted', subject.card, subject.participantId);
    case 'caseloads-to-confirm':
      return key('posted', subject.card, subject.personId, subject.month);
    case 'reminders':
    case 'digest':
      return key('posted', subject.card, subject.personId, subject.moment);
    case 'learning-set':
      return key('posted', subject.card, subject.sessionId, subject.about);
    default:
      return key('posted', subject.card, subject.participantId, subject.recordId);
  }
}
