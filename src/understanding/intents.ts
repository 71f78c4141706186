/** What somebody may have meant by a message, and the particulars they gave. */
import type { YearFormName } from '../academy/year-form-name.ts';
import type { AssessmentRequest } from './assessment-words.ts';
import type { SendingRequest } from './sending-words.ts';

export const intents = [
  'next-review',
  'next-supervision',
  'whats-next',
  'my-year',
  'why-date',
  'learning-sets',
  'my-bookings',
  'cancel-booking',
  'present',
  'move-team',
  'move-team-status',
  'withdraw-move',
  'caseload',
  'protected-time',
  'raise-concern',
  'people',
  'handbook',
  'help',
  'settings',
  'record-supervision',
  'my-nqsws',
  'overdue',
  'concerns',
  'pause',
  'report',
  'retention',
  'wellbeing',
  'greeting',
  'thanks',
  'unknown',
] as const;
export type Intent = (typeof intents)[number];

export const reviewStages = ['3m', '6m', '9m', '12m'] as const;
export type ReviewStage = (typeof reviewStages)[number];

/** The particulars found in a message. A slot that was not mentioned is absent, never guessed. */
export interface Slots {
  readonly stage?: ReviewStage;
  /** A series as in item ids: `reflective-supervision`, `team-meeting`, `programme-end`. */
  readonly series?: string;
  /** Which one of its series: 5 in "reflective supervision 5". */
  readonly sequence?: number;
  /** A caseload exactly as typed: whether it can be one (whole, 0 or more) is for A8 to say. */
  readonly count?: number;
  /** True when a caseload was not plainly said of today: asked, denied, supposed, past, to come, relative or rough. */
  readonly tentative?: true;
  readonly hours?: number;
  /** ISO date, British order, read from `today`. */
  readonly date?: string;
  /** YYYY-MM */
  readonly month?: string;
  /** Whoever else the message is about, as typed: a name, an e-mail or a pronoun nobody has explained. */
  readonly person?: string;
  /** False when the message says that a session did not, or will not, take place. */
  readonly happened?: boolean;
  /** True when the message asks for a place outright: "book me on the learning set on 3 December". */
  readonly books?: true;
  /** How many items to pass over: 1 for "and the one after?". */
  readonly skip?: number;
}

export interface Understanding {
  readonly intent: Intent;
  readonly slots: Slots;
  /** From 0 (no idea) to 1. Below `confidenceThreshold` the answer is a question back. */
  readonly confidence: number;
}

/** An understanding with what else it might have been. */
export interface FullUnderstanding extends Understanding {
  /** At most three intents to offer when `confidence` is below `confidenceThreshold`; the likeliest first. */
  readonly candidates: readonly Intent[];
  /** A second thing that the same message asked for, in order. */
  readonly also: readonly Understanding[];
  /** Set when it is about sending as a whole; the intent is then `report` for a list or figures, `unknown` for a switch. */
  readonly sending?: SendingRequest;
  /** Set when it is about the assessment of a year; the intent is then that of a record, or of the year. */
  readonly assessment?: AssessmentRequest;
  /** Set when it asks for one of the forms of a year; the intent is then that of a record. */
  readonly task?: YearFormName;
}

/** From here on an understanding is acted on; below it the person is asked what they meant. */
export const confidenceThreshold = 0.6;
