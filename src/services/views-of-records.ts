/** What the cards about the record of a session show. */
import type { ActionView, ChoiceView, FactView, Tone } from './shown-parts.ts';

/** The supervision record, as opened or as sent back with what is wrong. Field errors stand at their field. */
export interface RecordFormView {
  readonly submissionId: string;
  readonly participantId: string;
  /** The record that is corrected; '' for a new one. */
  readonly corrects: string;
  /** What correcting comes to; null for a new record. */
  readonly correction: string | null;
  readonly name: string;
  readonly sessions: readonly ChoiceView[];
  readonly item: string;
  readonly latestDate: string;
  readonly heldOn: string;
  readonly minutes: string;
  readonly mode: string;
  readonly themeChoices: readonly ChoiceView[];
  /** Comma-joined codes, as Teams sends them. */
  readonly themes: string;
  readonly childFile: string;
  readonly templateUsed: string;
  readonly coWorkerRecorded: string;
  /** Always three rows; empty rows are empty strings. */
  readonly actionRows: readonly { readonly what: string; readonly owner: string; readonly dueOn: string }[];
  /** Asked when the date is before the start or inside a pause; null otherwise. */
  readonly confirmDate: string | null;
  readonly errors: {
    readonly summary: string | null;
    readonly item: string | null;
    readonly heldOn: string | null;
    readonly minutes: string | null;
    readonly mode: string | null;
    readonly themes: string | null;
    readonly childFile: string | null;
    readonly templateUsed: string | null;
    readonly coWorkerRecorded: string | null;
    /** One for each action row. */
    readonly actionRows: readonly (string | null)[];
  };
  /** What each council calls the template and the co-worker attestation. */
  readonly wording: { readonly childFile: string; readonly template: string; readonly coWorker: string };
}

export interface NotHappenedFormView {
  readonly submissionId: string;
  readonly participantId: string;
  readonly name: string;
  readonly sessions: readonly ChoiceView[];
  readonly item: string;
  readonly reasons: readonly ChoiceView[];
  readonly reason: string;
  readonly earliestDate: string;
  readonly rearrangedOn: string;
  readonly errors: {
    readonly summary: string | null;
    readonly item: string | null;
    readonly reason: string | null;
    readonly rearrangedOn: string | null;
  };
}

/** What the recorder sees of their record, from "waiting for agreement" on. */
export interface RecordedView {
  readonly heading: string;
  readonly tone: Tone;
  readonly status: string;
  readonly facts: readonly FactView[];
  readonly agreedActions: readonly string[];
  readonly actions: readonly ActionView[];
}

/** What the NQSW is asked about a record of their session. */
export interface ConfirmRecordView {
  readonly participantId: string;
  readonly recordId: string;
  readonly heading: string;
  readonly intro: string;
  readonly facts: readonly FactView[];
  readonly agreedActions: readonly string[];
  readonly reasons: readonly ChoiceView[];
  /** Null while it waits for an answer; then what was said, and nothing more can be pressed. */
  readonly answered: { readonly text: string; readonly tone: Tone } | null;
  /** What can be done next, once it is answered; none while it waits. */
  readonly actions: readonly ActionView[];
  readonly error: string | null;
}
