/** What the cards of action learning sets show. */
import type { ActionView, ChoiceView, FactView, LinkView, Tone } from './shown-parts.ts';

/** Sessions that somebody may come to, lead or plan, soonest first. */
export interface LearningSetsView {
  readonly heading: string;
  readonly intro: string;
  readonly sessions: readonly {
    readonly title: string;
    readonly when: string;
    readonly detail: string;
    readonly status: string;
    readonly tone: Tone;
    /** At most two. */
    readonly actions: readonly ActionView[];
  }[];
  readonly actions: readonly ActionView[];
}

/** One session, as its reader stands to it. */
export interface LearningSetView {
  readonly heading: string;
  readonly when: string;
  /** Why it is shown; '' when the reader asked for it. */
  readonly intro: string;
  readonly status: string;
  readonly tone: Tone;
  readonly facts: readonly FactView[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** Ways out of Teams' chat: the meeting, the calendar. At most three. */
  readonly links: readonly LinkView[];
  readonly actions: readonly ActionView[];
}

/** What somebody brings to a session. */
export interface PresentFormView {
  readonly sessionId: string;
  readonly heading: string;
  readonly when: string;
  /** Who has presented so far. */
  readonly rotation: readonly string[];
  readonly topic: string;
  readonly minutes: string;
  readonly least: number;
  readonly most: number;
  readonly errors: { readonly topic: string | null; readonly minutes: string | null };
}

/** A session, or a series of them, as it is planned or changed. Field errors stand at their field. */
export interface LearningSetFormView {
  readonly submissionId: string;
  /** '' while it is new. */
  readonly sessionId: string;
  /** How many changes the session had had when it was shown. */
  readonly seen: string;
  readonly heading: string;
  readonly actionTitle: string;
  readonly title: string;
  readonly facilitators: readonly ChoiceView[];
  readonly facilitator: string;
  readonly earliestDate: string;
  readonly onDate: string;
  /** "HH:mm" */
  readonly time: string;
  readonly minutes: string;
  readonly place: string;
  readonly link: string;
  readonly capacity: string;
  readonly presenterSlots: string;
  readonly audiences: readonly ChoiceView[];
  readonly audience: string;
  readonly series: readonly ChoiceView[];
  readonly countsFor: string;
  readonly acceptWithinHours: string;
  /** Asked of a new session only. */
  readonly everyWeeks: string;
  readonly howOften: string;
  readonly enrol: string;
  /** Asked when fewer places are left than are taken; null otherwise. */
  readonly overbooked: { readonly question: string; readonly choices: readonly ChoiceView[] } | null;
  readonly errors: {
    readonly summary: string | null;
    readonly title: string | null;
    readonly facilitator: string | null;
    readonly onDate: string | null;
    readonly time: string | null;
    readonly minutes: string | null;
    readonly place: string | null;
    readonly link: string | null;
    readonly capacity: string | null;
    readonly presenterSlots: string | null;
    readonly audience: string | null;
    readonly acceptWithinHours: string | null;
    readonly everyWeeks: string | null;
    readonly howOften: string | null;
    readonly whenOverbooked: string | null;
  };
}

export interface AttendanceFormView {
  readonly sessionId: string;
  readonly heading: string;
  readonly when: string;
  readonly people: readonly ChoiceView[];
  /** Comma-joined ids; the same for `apologies`. */
  readonly attended: string;
  readonly apologies: string;
  /** Asked where nobody is ticked as having come; null otherwise. */
  readonly nobody: { readonly words: string; readonly choices: readonly ChoiceView[] } | null;
  readonly happened: string;
  readonly error: string | null;
}
