/**
 * What each card shows, worded and ready: cards only lay it out. Every string is plain text for a reader in the
 * academy's language and zone; the card layer escapes it. Tones are Adaptive Card colours with a meaning.
 */

import type { ActionView, ChoiceView, FactView, LinkView, Tone } from './shown-parts.ts';
import type {
  AttendanceFormView,
  LearningSetFormView,
  LearningSetsView,
  LearningSetView,
  PresentFormView,
} from './views-of-learning-sets.ts';
import type {
  ConfirmRecordView,
  NotHappenedFormView,
  RecordedView,
  RecordFormView,
} from './views-of-records.ts';
import type { DigestView, RemindersView, SettingsView } from './views-of-reminders.ts';

export type { ActionView, ChoiceView, FactView, LinkView, Tone } from './shown-parts.ts';
export type {
  AttendanceFormView,
  LearningSetFormView,
  LearningSetsView,
  LearningSetView,
  PresentFormView,
} from './views-of-learning-sets.ts';
export type {
  ConfirmRecordView,
  NotHappenedFormView,
  RecordedView,
  RecordFormView,
} from './views-of-records.ts';
export type {
  CalendarLinksView,
  DigestView,
  OpenReminderView,
  ReminderLineView,
  RemindersView,
  SettingsView,
} from './views-of-reminders.ts';

export interface WelcomeView {
  readonly firstName: string;
  readonly academy: string;
  readonly intro: string;
  /** What the reader can do, one sentence each. */
  readonly canDo: readonly string[];
  readonly actions: readonly ActionView[];
}

export interface HelpView {
  readonly heading: string;
  readonly intro: string;
  /** Examples of what to type, with what comes back. */
  readonly examples: readonly { readonly say: string; readonly get: string }[];
  readonly actions: readonly ActionView[];
}

/** A short answer, a confirmation or a refusal with its next step. */
export interface MessageView {
  readonly heading: string;
  readonly tone: Tone;
  readonly lines: readonly string[];
  readonly facts: readonly FactView[];
  readonly actions: readonly ActionView[];
}

/** One dated item: the next review or the next supervision. */
export interface NextItemView {
  /** The next of each other kind, where the question was of no one kind; soonest first. */
  readonly others: readonly { readonly title: string; readonly date: string; readonly when: string }[];
  readonly heading: string;
  readonly title: string;
  /** "Monday 8 March 2027" */
  readonly date: string;
  /** "in 12 days", "today", "5 days overdue (3 working days)" */
  readonly when: string;
  readonly tone: Tone;
  readonly facts: readonly FactView[];
  /** What comes before it, soonest first. */
  readonly before: readonly { readonly title: string; readonly date: string; readonly when: string }[];
  /** The reasoning of the date, step by step; never empty. */
  readonly why: readonly string[];
  /** Whether the reasoning stands open, because it was asked for. */
  readonly whyShown?: true;
  readonly actions: readonly ActionView[];
}

export interface ItemListView {
  readonly heading: string;
  readonly intro: string;
  readonly items: readonly {
    readonly title: string;
    readonly date: string;
    readonly when: string;
    readonly tone: Tone;
    readonly lead: string;
  }[];
  readonly actions: readonly ActionView[];
}

/** A date as it stands, with the one that it moved from. */
export interface MovedView {
  /** "Mon 8 Mar 2027"; empty while it has none. */
  readonly date: string;
  /** The old date, to be struck; empty when it never moved. */
  readonly was: string;
  /** "in 12 days", "held on Mon 8 Mar 2027", "in 12 days, moved by the pause" */
  readonly when: string;
}

/** A whole year, short enough for a phone: what is late, what happens once, and how each series stands. */
export interface MyYearView {
  readonly heading: string;
  readonly span: string;
  /** "9 of 12 done so far, 2 missed, 1 overdue" */
  readonly progress: string;
  readonly notes: readonly string[];
  readonly late: readonly { readonly title: string; readonly date: string; readonly when: string }[];
  readonly steps: readonly (MovedView & {
    readonly title: string;
    readonly standing: 'done' | 'due' | 'overdue' | 'missed' | 'upcoming' | 'paused' | 'cancelled';
  })[];
  readonly series: readonly (MovedView & { readonly title: string; readonly progress: string })[];
  readonly actions: readonly ActionView[];
}

/** People or groups side by side, with one of them to choose: what an academy looks over at a glance. */
export interface BoardView {
  readonly heading: string;
  readonly intro: string;
  /** Shares side by side: a chart where a client draws one, otherwise bars of characters. `share` is a whole per cent. */
  readonly figures: {
    readonly title: string;
    readonly bars: readonly { readonly title: string; readonly share: number; readonly words: string }[];
  } | null;
  /** Numbers over some days: lines where a client draws them, otherwise words. `on` is an ISO date. */
  readonly trend?: {
    readonly title: string;
    readonly days: readonly { readonly on: string; readonly title: string }[];
    /** A value for each day; null where nothing is known. */
    readonly lines: readonly { readonly title: string; readonly values: readonly (number | null)[] }[];
  };
  readonly rows: readonly {
    readonly title: string;
    readonly tone: Tone;
    readonly lines: readonly string[];
  }[];
  /** "… and 8 more"; '' when all are there. */
  readonly more: string;
  /** One to look at closely; null where there is nothing to choose. */
  readonly choose: {
    readonly id: 'participantId' | 'group';
    readonly label: string;
    readonly choices: readonly ChoiceView[];
    readonly chosen: string;
    readonly actions: readonly ActionView[];
  } | null;
  readonly links: readonly LinkView[];
  readonly actions: readonly ActionView[];
}

export interface ChoosePersonView {
  readonly heading: string;
  readonly question: string;
  /** `title` is the name with what is owed ("Amara Okoro – 1 overdue"), `value` the participant id. */
  readonly people: readonly ChoiceView[];
  readonly chosen: string;
  readonly error: string | null;
  /** The verb that opens the form for the person chosen. */
  readonly verb:
    | 'record-open'
    | 'caseload-open'
    | 'concern-open'
    | 'pause-open'
    | 'allocation-open'
    | 'assess-review-open'
    | 'assess-correction-open'
    | 'assess-observation-open'
    | 'assess-evidence-open'
    | 'assess-final-open'
    | 'year-open';
  /** The form that it opens, where one verb opens several. */
  readonly form?: string;
  readonly actionTitle: string;
}

export interface CaseloadFormView {
  readonly submissionId: string;
  readonly participantId: string;
  readonly heading: string;
  readonly question: string;
  readonly hint: string;
  readonly count: string;
  readonly error: string | null;
  /** The council's kinds of complex work, with what was typed and what is wrong with it; empty where it names none. */
  readonly categories: readonly {
    readonly code: string;
    readonly title: string;
    readonly count: string;
    readonly error: string | null;
  }[];
  /** How to count by kind. */
  readonly each: string;
}

/** An alert in the managers' channel: neutral facts only. */
export interface AlertView {
  readonly participantId: string;
  readonly alertId: string;
  readonly heading: string;
  /** "16 of 15 children", "due Mon 28 Sep 2026" */
  readonly measure: string;
  readonly tone: Tone;
  /** "Open", "Acknowledged", "Assigned", "Resolved" */
  readonly state: string;
  readonly facts: readonly FactView[];
  /** Who did what and when, oldest first. */
  readonly history: readonly string[];
  /** Said when no channel has been chosen and the alert came one to one. */
  readonly note: string | null;
  readonly assignees: readonly ChoiceView[];
  readonly can: { readonly acknowledge: boolean; readonly assign: boolean; readonly resolve: boolean };
  readonly error: string | null;
}

/** What was sent and what was not. Counts are worded; `share` is a whole percent of everything, for the bar. */
export interface DeliveryReportView {
  readonly heading: string;
  readonly period: string;
  readonly outcomes: readonly {
    readonly title: string;
    readonly share: number;
    readonly words: string;
    readonly detail: string;
    readonly tone: Tone;
  }[];
  readonly notes: readonly string[];
  readonly kinds: readonly FactView[];
  readonly people: readonly FactView[];
  readonly more: string;
  readonly actions: readonly ActionView[];
}

/** Whose messages did not arrive, and who has no app. */
export interface UndeliveredView {
  readonly heading: string;
  readonly intro: string;
  /** What came of trying again; null when nobody has. */
  readonly note: string | null;
  readonly people: readonly { readonly name: string; readonly reason: string; readonly since: string }[];
  readonly more: string;
  readonly hints: readonly string[];
  /** Whose messages can be tried again; empty when there are none. */
  readonly choices: readonly ChoiceView[];
  readonly chosen: string;
  readonly notInstalled: { readonly intro: string; readonly groups: readonly FactView[] };
  readonly actions: readonly ActionView[];
}

/** One thing asked at a step. `many` gives comma-joined codes, `one` a code, `link` an address, `text` a line. */
export interface ProcedureInputView {
  readonly kind: 'date' | 'many' | 'one' | 'link' | 'number' | 'text';
  readonly id: string;
  readonly label: string;
  readonly choices: readonly ChoiceView[];
  /** The last day that can be chosen; '' for none. */
  readonly latest: string;
  readonly value: string;
  readonly error: string | null;
}

/** A request to move team, or a concern: where it stands, and what whoever's turn it is can do. */
export interface ProcedureView {
  readonly heading: string;
  readonly tone: Tone;
  readonly state: string;
  readonly facts: readonly FactView[];
  /** The steps from beginning to end; empty where there is no fixed way. */
  readonly path: readonly { readonly title: string; readonly mark: 'done' | 'now' | 'ahead' }[];
  /** What stands over the steps; "The steps" where nothing is said. */
  readonly pathTitle?: string;
  /** What stands over the dates; "Dates that move" where nothing is said. */
  readonly movedTitle?: string;
  /**
   * Dates that are or would be moved, from the old to the new: the first group stands above the buttons. What is `apart`
   * moves no date but brings or ends some, and stands under its own title.
   */
  readonly moved?: readonly {
    readonly title: string;
    readonly lines: readonly string[];
    readonly apart?: true;
  }[];
  /** Shares as bars, each with its words; at most twelve. */
  readonly figures?: NonNullable<BoardView['figures']>;
  readonly history: readonly string[];
  /** A document in the council's own store. */
  readonly link: { readonly title: string; readonly url: string } | null;
  readonly sections: readonly {
    readonly title: string;
    readonly inputs: readonly ProcedureInputView[];
    readonly actions: readonly ActionView[];
  }[];
  readonly note: string | null;
  readonly error: string | null;
}

/** What of somebody's portfolio is there, and what is missing: dates and counts, never what it says. */
export interface EvidenceView {
  readonly participantId: string;
  /** 'next' for the pack of the next review, 'all' for every stage. */
  readonly show: string;
  readonly heading: string;
  readonly intro: string;
  /** What was just marked; '' when nothing was. */
  readonly saved: string;
  /** Said when observations are missing late in the year; '' otherwise. */
  readonly warning: string;
  readonly facts: readonly FactView[];
  readonly stages: readonly {
    readonly title: string;
    readonly detail: string;
    readonly lines: readonly {
      readonly mark: 'there' | 'ahead' | 'late';
      readonly title: string;
      readonly words: string;
    }[];
  }[];
  /** Null for whoever only reads it, and when everything is there. */
  readonly form: {
    readonly choices: readonly ChoiceView[];
    readonly item: string;
    readonly receivedOn: string;
    readonly latest: string;
    readonly errors: { readonly item: string | null; readonly receivedOn: string | null };
  } | null;
  readonly actions: readonly ActionView[];
}

/** A question that is handed to a person: the form for it, and how it stands to either of the two. */
export interface QuestionView {
  readonly heading: string;
  readonly tone: Tone;
  readonly lines: readonly string[];
  /** What the NQSW wrote, for whoever is to see it; '' for everybody else, and once it has been seen. */
  readonly words: string;
  readonly facts: readonly FactView[];
  readonly form: {
    readonly submissionId: string;
    readonly choices: readonly ChoiceView[];
    readonly to: string;
    readonly words: string;
    readonly longest: number;
    readonly errors: { readonly to: string | null; readonly question: string | null };
  } | null;
  readonly links: readonly LinkView[];
  readonly actions: readonly ActionView[];
}

export interface Views {
  readonly welcome: WelcomeView;
  readonly help: HelpView;
  readonly message: MessageView;
  readonly 'next-item': NextItemView;
  readonly 'item-list': ItemListView;
  readonly 'my-year': MyYearView;
  readonly board: BoardView;
  readonly 'choose-person': ChoosePersonView;
  readonly 'record-form': RecordFormView;
  readonly 'not-happened-form': NotHappenedFormView;
  readonly recorded: RecordedView;
  readonly 'confirm-record': ConfirmRecordView;
  readonly 'caseload-form': CaseloadFormView;
  readonly procedure: ProcedureView;
  readonly evidence: EvidenceView;
  readonly question: QuestionView;
  readonly 'caseload-alert': AlertView;
  readonly 'overdue-alert': AlertView;
  readonly reminders: RemindersView;
  readonly settings: SettingsView;
  readonly digest: DigestView;
  readonly 'delivery-report': DeliveryReportView;
  readonly undelivered: UndeliveredView;
  readonly 'learning-sets': LearningSetsView;
  readonly 'learning-set': LearningSetView;
  readonly 'present-form': PresentFormView;
  readonly 'learning-set-form': LearningSetFormView;
  readonly 'attendance-form': AttendanceFormView;
}

export type CardName = keyof Views;

/** A card to show: its name, what it shows, and the words for the toast, the chat list and the screen reader. */
export type View = {
  [Name in CardName]: { readonly card: Name; readonly data: Views[Name]; readonly summary: string };
}[CardName];
