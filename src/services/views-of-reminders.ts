/** What the cards show by which people are told of dates, and choose how. */
import type { ActionView, ChoiceView, FactView, Tone } from './shown-parts.ts';

/** One reminder among those of a message. */
export interface ReminderLineView {
  /** "Reflective supervision 3"; '' where the card's heading says it. */
  readonly title: string;
  /** "Amara Okoro"; '' for the reader's own. */
  readonly who: string;
  /** "Monday 28 September 2026"; '' while it has none. */
  readonly date: string;
  /** The date that it was first told with, to be struck; '' when it has not moved. */
  readonly was: string;
  /** "in 5 days", "5 days overdue (3 working days)", "held on Mon 28 Sep 2026, recorded by Priya Nandakumar" */
  readonly when: string;
  readonly tone: Tone;
  /** What its button needs to unfold it; null where there is nothing to do, or it is unfolded. */
  readonly choose: ActionView['data'] | null;
}

/** The one reminder of a message that is unfolded, with everything that can be done about it. */
export interface OpenReminderView {
  /** Which line it belongs to, from 0. */
  readonly at: number;
  readonly participantId: string;
  readonly item: string;
  readonly facts: readonly FactView[];
  readonly notes: readonly string[];
  /** What was just done; '' when nothing was. */
  readonly saved: string;
  /** Whether it is first among the buttons, or can be pressed at all. */
  readonly record: 'first' | 'also' | 'no';
  readonly notHappened: boolean;
  /** The way to what settles it, where that is no record of a session. */
  readonly form: ActionView | null;
  /** The way to another day for it, for one of the two whose session it is. */
  readonly otherDay: ActionView | null;
  /** Null when it cannot be put off. */
  readonly later: {
    readonly data: ActionView['data'];
    readonly choices: readonly ChoiceView[];
    readonly choice: string;
    readonly earliestDate: string;
    readonly latestDate: string;
    readonly date: string;
    readonly errors: { readonly choice: string | null; readonly date: string | null };
  } | null;
  readonly calendar: CalendarLinksView | null;
  /** The reasoning of the date, step by step; empty where there is no date. */
  readonly why: readonly string[];
}

/** Everything that somebody is reminded of at one moment. */
export interface RemindersView {
  readonly heading: string;
  readonly intro: string;
  readonly tone: Tone;
  readonly lines: readonly ReminderLineView[];
  /** Those for which there is no room of their own, a line each. */
  readonly rest: readonly string[];
  /** "… and 8 more"; '' when all are there. */
  readonly more: string;
  readonly open: OpenReminderView | null;
  readonly actions: readonly ActionView[];
}

/** How its reader is reminded, as it stands or as it was sent back. */
export interface SettingsView {
  readonly heading: string;
  /** What was just done; '' when nothing was. */
  readonly saved: string;
  readonly reminders: string;
  readonly reminderChoices: readonly ChoiceView[];
  readonly at: string;
  readonly atChoices: readonly ChoiceView[];
  /** 'yes' or 'no'. */
  readonly calendarLinks: string;
  readonly leave: readonly { readonly words: string; readonly data: ActionView['data'] }[];
  readonly leaveFrom: string;
  readonly leaveUntil: string;
  readonly earliestDate: string;
  /** What cannot be switched off. */
  readonly always: readonly string[];
  readonly errors: {
    readonly summary: string | null;
    readonly reminders: string | null;
    readonly at: string | null;
    readonly leaveFrom: string | null;
    readonly leaveUntil: string | null;
  };
  readonly actions: readonly ActionView[];
}

/** A date in somebody's week. */
interface WeekItemView {
  readonly title: string;
  /** With whom; '' for what is the reader's own. */
  readonly who: string;
  /** "today", "5 days overdue (3 working days)"; '' where its day says it. */
  readonly when: string;
}

/** Somebody's week in one message. */
export interface DigestView {
  readonly heading: string;
  readonly intro: string;
  readonly overdue: readonly WeekItemView[];
  readonly days: readonly { readonly day: string; readonly items: readonly WeekItemView[] }[];
  /** "… and 8 more"; '' when all are there. */
  readonly more: string;
  readonly actions: readonly ActionView[];
}

/** The ways into somebody's own calendar; each address is '' where there is none. */
export interface CalendarLinksView {
  /** What is filled in, and what is still to be chosen. */
  readonly hint: string;
  readonly meetingUrl: string;
  readonly fileUrl: string;
}
