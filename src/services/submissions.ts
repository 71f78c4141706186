/**
 * What people send with a card. The card layer bounds every field (length, characters, ids) and fills in '' for
 * what is missing, so that a service can answer with the same form, the reason at the field and the rest kept.
 */
interface Participantwise {
  readonly participantId: string;
}

interface Pausewise extends Participantwise {
  readonly pauseId: string;
}

interface Sessionwise {
  readonly sessionId: string;
}

/** `new` where the card with the button stays as it is and the form becomes a message of its own. */
interface Opening {
  readonly opens?: 'new';
}

export interface Submissions {
  /** A button that stands for a typed question; `intent` is one of the known intents, `topic` one of the guidance. */
  readonly ask: { readonly intent: string; readonly topic?: string };
  /** `participantId` and `item` may be '': then the person, or the session, is still to be chosen. */
  readonly 'record-open': Participantwise & {
    readonly item: string;
    /** The record that is to be corrected, where it is not a new one. */
    readonly corrects?: string;
  } & Opening;
  readonly 'record-supervision': Participantwise & {
    readonly submissionId: string;
    /** The record that it takes the place of; '' for a new one. */
    readonly corrects: string;
    readonly item: string;
    readonly heldOn: string;
    readonly minutes: string;
    readonly mode: string;
    /** Comma-joined codes. */
    readonly themes: string;
    readonly childFile: string;
    /** 'yes' or 'no'; '' while unanswered. The same for `coWorkerRecorded`. */
    readonly templateUsed: string;
    readonly coWorkerRecorded: string;
    readonly actionRows: readonly { readonly what: string; readonly owner: string; readonly dueOn: string }[];
    /** 'true' when an unusual date has been confirmed. */
    readonly confirmDate: string;
  };
  readonly 'not-happened-open': Participantwise & { readonly item: string } & Opening;
  readonly 'record-not-happened': Participantwise & {
    readonly submissionId: string;
    readonly item: string;
    readonly reason: string;
    readonly rearrangedOn: string;
  };
  readonly 'confirm-agree': Participantwise & { readonly recordId: string };
  readonly 'confirm-not-right': Participantwise & { readonly recordId: string; readonly reason: string };
  /** `participantId` may be '': then the person is still to be chosen, or is the asker. */
  readonly 'caseload-open': Participantwise;
  readonly 'caseload-report': Participantwise & {
    readonly submissionId: string;
    readonly count: string;
    /** What was typed for each kind of work, by its code. */
    readonly categories: readonly { readonly code: string; readonly typed: string }[];
  };
  readonly 'alert-acknowledge': Participantwise & { readonly alertId: string };
  readonly 'alert-assign': Participantwise & { readonly alertId: string; readonly to: string };
  readonly 'alert-resolve': Participantwise & { readonly alertId: string };
  readonly 'nqsw-open': Participantwise;
  /** `cohort:` or `person:` with its name or id; '' for the whole academy. */
  readonly 'compliance-open': { readonly group: string };
  readonly 'caseloads-open': Readonly<Record<never, never>>;
  /** `participantId` may be '': then it is the asker's own. `earlier`: how many of the newest entries to pass over; '' for none. */
  readonly 'chronology-open': Participantwise & { readonly earlier: string };
  readonly 'settings-save': Settingswise;
  /** The leave that is taken back, and what was typed beside it. */
  readonly 'settings-leave-remove': Settingswise & { readonly fromOn: string; readonly untilOn: string };
  readonly 'reminder-choose': Reminderwise;
  readonly 'reminder-snooze': Reminderwise & { readonly choice: string; readonly date: string };
  readonly 'sending-open': Readonly<Record<never, never>>;
  readonly 'sending-stop': Readonly<Record<never, never>>;
  readonly 'sending-stop-now': Readonly<Record<never, never>>;
  readonly 'sending-resume': Readonly<Record<never, never>>;
  /** How many days up to today; '' for the usual ones. */
  readonly 'delivery-report': { readonly days: string };
  readonly 'undelivered-open': Readonly<Record<never, never>>;
  /** One entry of the list, or `everybody`. */
  readonly 'undelivered-retry': { readonly who: string };
  readonly 'learning-set-open': Sessionwise;
  readonly 'learning-set-book': Sessionwise;
  readonly 'learning-set-wait': Sessionwise;
  readonly 'learning-set-accept': Sessionwise;
  readonly 'learning-set-leave': Sessionwise;
  readonly 'learning-set-present-open': Sessionwise;
  readonly 'learning-set-present': Sessionwise & { readonly topic: string; readonly minutes: string };
  readonly 'learning-set-not-present': Sessionwise;
  /** `sessionId` may be '': then a new one is planned. The same for `learning-set-plan`. */
  readonly 'learning-set-plan-open': Sessionwise & {
    /** A session that is to be planned anew, as it was and on another day. */
    readonly like?: string;
  };
  readonly 'learning-set-plan': Sessionwise & {
    readonly submissionId: string;
    /** How many changes the session had had when the form was opened. */
    readonly seen: string;
    readonly title: string;
    readonly facilitator: string;
    readonly onDate: string;
    readonly time: string;
    readonly minutes: string;
    readonly place: string;
    readonly link: string;
    readonly capacity: string;
    readonly presenterSlots: string;
    /** `everybody`, or `cohort:` or `team:` with its name. */
    readonly audience: string;
    readonly countsFor: string;
    readonly acceptWithinHours: string;
    readonly everyWeeks: string;
    readonly howOften: string;
    /** `themselves` or `everybody`: who books those that may come. */
    readonly enrol: string;
    readonly whenOverbooked: string;
  };
  readonly 'learning-set-cancel-open': Sessionwise;
  readonly 'learning-set-cancel': Sessionwise;
  readonly 'learning-set-lead': Sessionwise;
  readonly 'learning-set-attendance-open': Sessionwise;
  /** Comma-joined ids of people. */
  readonly 'learning-set-attendance': Sessionwise & {
    readonly attended: string;
    readonly apologies: string;
    /** What happened, where nobody came: a reason, or that it was held; '' while it has not been asked. */
    readonly happened: string;
  };
  readonly 'learning-set-figures': Readonly<Record<string, never>>;
  /** `participantId` may be '': then the person is still to be chosen. */
  readonly 'assess-review-open': Participantwise & { readonly item: string };
  readonly 'assess-review': Participantwise & {
    readonly submissionId: string;
    readonly item: string;
    readonly heldOn: string;
    readonly outcome: string;
    readonly nextPlanOn: string;
    readonly additionalOn: string;
    /** 'yes' or 'no'; '' where it was not asked. */
    readonly needed: string;
  };
  /** `of` is a record of the review that is to be corrected. Both may be '': then the person, or the review, is still to be chosen. */
  readonly 'assess-correction-open': Participantwise & { readonly of: string };
  readonly 'assess-correction': Participantwise & {
    readonly submissionId: string;
    readonly of: string;
    readonly heldOn: string;
    readonly outcome: string;
    readonly nextPlanOn: string;
    readonly additionalOn: string;
    readonly needed: string;
    readonly because: string;
  };
  readonly 'assess-observation-open': Participantwise;
  readonly 'assess-observation': Participantwise & {
    readonly submissionId: string;
    readonly heldOn: string;
    readonly observer: string;
    /** Comma-joined codes. */
    readonly statements: string;
    readonly feedback: string;
  };
  /** `show`: 'next' for the pack of the next review, anything else for every stage. */
  readonly 'assess-evidence-open': Participantwise & { readonly show: string };
  readonly 'assess-evidence': Participantwise & {
    readonly show: string;
    readonly item: string;
    readonly receivedOn: string;
  };
  readonly 'assess-final-open': Participantwise;
  /** What a step does not ask for is ''. `seen` is how many steps the card showed. */
  readonly 'assess-final': Participantwise & {
    readonly step: string;
    readonly seen: string;
    readonly outcome: string;
    readonly to: string;
    readonly anonymised: string;
    readonly on: string;
  };
  readonly 'enrol-open': Readonly<Record<never, never>>;
  /** `step`: `dates` shows them, `save` enrols, `change` gives the form back as it was typed. */
  readonly 'enrol-save': EnrolFields & { readonly submissionId: string; readonly step: string };
  /** `form` is one of the forms of a year; `about` what it is about, where there are several, or ''. */
  readonly 'year-open': Participantwise & { readonly form: string; readonly about: string } & Opening;
  readonly 'year-save': Participantwise & {
    readonly submissionId: string;
    readonly form: string;
    readonly about: string;
    /** Which of the form's buttons; '' where there is one. */
    readonly step: string;
    readonly on: string;
    readonly to: string;
    readonly choice: string;
    /** Comma-joined codes. */
    readonly codes: string;
    readonly number: string;
    readonly personId: string;
    /** A name that was written, of a cohort; absent of a form that asks for none. */
    readonly name?: string;
  };
  readonly 'move-wish': { readonly submissionId: string };
  readonly 'move-open': Participantwise & { readonly requestId: string };
  /** What a step does not ask for is ''. `seen` is how many steps the card showed. */
  readonly 'move-step': Participantwise & {
    readonly requestId: string;
    readonly step: string;
    readonly seen: string;
    readonly heldOn: string;
    readonly meetOn: string;
    readonly aims: string;
    readonly supports: string;
    readonly link: string;
    readonly reasons: string;
    readonly reason: string;
    readonly questions: string;
  };
  /** `pauseId` may be '': then the one that is under way, or a new one. The rest is what was filled in so far. */
  readonly 'pause-open': Pausewise & {
    readonly reason: string;
    readonly fromOn: string;
    readonly untilOn: string;
  };
  readonly 'pause-show': Pausewise;
  readonly 'allocation-open': Participantwise;
  /** `overSpan` is the reason for one NQSW more than the span; '' where none is needed. */
  readonly 'allocation-save': Participantwise & {
    readonly function: string;
    readonly personId: string;
    readonly fromOn: string;
    readonly untilOn: string;
    readonly overSpan: string;
  };
  readonly 'pause-preview': Pausewise & {
    /** `propose`, `lengthen` or `end`. */
    readonly change: string;
    readonly reason: string;
    readonly fromOn: string;
    readonly untilOn: string;
    readonly backOn: string;
  };
  /** What a step does not ask for is ''. `seen` is how often the terms had been put when the card was drawn. */
  readonly 'pause-step': Pausewise & {
    readonly step: string;
    readonly seen: string;
    readonly reason: string;
    readonly fromOn: string;
    readonly untilOn: string;
    readonly backOn: string;
    readonly task: string;
  };
  /** `participantId` may be '': then the person is still to be chosen, or is the asker. */
  readonly 'concern-open': Participantwise;
  readonly 'concern-raise': Participantwise & {
    readonly submissionId: string;
    readonly category: string;
    /** 'yes' when it is about the reflective supervisor. */
    readonly about: string;
  };
  /** One of the functions that can be asked, or '' for the first. */
  readonly 'question-open': { readonly function: string };
  readonly 'question-send': {
    readonly submissionId: string;
    readonly to: string;
    readonly question: string;
  };
  readonly 'question-seen': Participantwise & { readonly questionId: string };
  readonly 'concern-show': Participantwise & { readonly concernId: string };
  readonly 'concern-step': Participantwise & {
    readonly concernId: string;
    readonly step: string;
    readonly seen: string;
    readonly heldOn: string;
    readonly decision: string;
  };
}

/** What is typed to enrol one NQSW: the columns of a roster, with a cohort that nobody is in yet beside the known ones. */
export interface EnrolFields {
  readonly name: string;
  readonly email: string;
  readonly team: string;
  /** Comma-joined codes. */
  readonly nonWorkingDays: string;
  readonly entraId: string;
  readonly cohort: string;
  readonly newCohort: string;
  readonly start: string;
  readonly fte: string;
  readonly contractedHours: string;
  /** The id of somebody who was chosen, or a name or e-mail address that was typed. The same for the other four. */
  readonly reflectiveSupervisor: string;
  readonly assessor: string;
  readonly hostManager: string;
  readonly deputyManager: string;
  readonly mentor: string;
}

/** Everything on the card of settings. */
interface Settingswise {
  readonly reminders: string;
  readonly at: string;
  /** 'yes' or 'no'. */
  readonly calendarLinks: string;
  readonly leaveFrom: string;
  readonly leaveUntil: string;
}

/** One reminder of a message: which message, and what it is about at which date. */
export interface Reminderwise extends Participantwise {
  /** The message's moment, an ISO instant. */
  readonly moment: string;
  readonly item: string;
  readonly dueOn: string;
}

export type SubmissionVerb = keyof Submissions;

export type Submission = {
  [Verb in SubmissionVerb]: { readonly verb: Verb; readonly data: Submissions[Verb] };
}[SubmissionVerb];
