/** What somebody may have meant by a message, and the particulars they gave. */

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
  /** How many items to pass over: 1 for "and the one after?". */
  readonly skip?: number;
}

export interface Understanding {
  readonly intent: Intent;
  readonly slots: Slots;
  /** From 0 (no idea) to 1. Below `confidenceThreshold` the answer is a question back. */
  readonly confidence: number;
}
