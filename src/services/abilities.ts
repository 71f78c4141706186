import { ask, whatsNext } from './ask-buttons.ts';
import type { ActionView } from './views.ts';

/* What somebody can ask for, each with the words to type and what comes of them. */

const openRecord: ActionView = {
  title: 'Record supervision',
  verb: 'record-open',
  data: { participantId: '', item: '' },
};
export const openCaseload: ActionView = {
  title: 'Report a caseload',
  verb: 'caseload-open',
  data: { participantId: '' },
};

export interface Ability {
  /** What the reader can do, as a sentence of the welcome; `unit` is what caseloads are counted in. Null where help alone says it. */
  readonly sentence: string | ((unit: string) => string) | null;
  readonly say: string;
  readonly get: string;
  readonly action: ActionView | null;
}

export const recordAbility: Ability = {
  sentence: 'Record a supervision, or say that it did not happen, in under a minute.',
  say: 'record supervision',
  get: 'a form for the session; the oldest one that is owed comes first',
  action: openRecord,
};
export const ownNqswsAbility: Ability = {
  sentence: 'See what is next for the people you support.',
  say: "what's next",
  get: 'the next sessions and reviews that you lead',
  action: whatsNext,
};

export const reviewAbility: Ability = {
  sentence:
    'Record a review or an observation of somebody whom you assess, and see what evidence is missing.',
  say: 'record a review',
  get: 'a form of dates and an outcome; also: correct a review, record an observation, review pack, recommend an outcome',
  action: null,
};
export const coverAbility: Ability = {
  sentence: null,
  say: 'cover for Amara',
  get: 'a form for who covers and when; “who covers me?” shows what is arranged',
  action: null,
};
export const enrolmentAbility: Ability = {
  sentence: null,
  say: "extend Amara's programme",
  get: 'every date that it moves, before anything is kept; also: Tom has left, Priya returns on 1 February',
  action: null,
};
export const enrolAbility: Ability = {
  sentence: null,
  say: 'enrol Nadia Brook',
  get: 'a card for one person who joins, with every date before anything is kept',
  action: null,
};
export const evidenceAbility: Ability = {
  sentence: 'See what evidence of your portfolio is there and what is missing.',
  say: 'what evidence is missing?',
  get: 'every document with its date, and a way to mark it as received; nothing of what it says',
  action: null,
};

export const overdueAbility: Ability = {
  sentence: 'See what is overdue, and what went by without a record.',
  say: "what's overdue?",
  get: 'every session and review that nobody has recorded, with who leads it',
  action: ask('What’s overdue', 'overdue'),
};
export const myNqswsAbility: Ability = {
  sentence: 'See your NQSWs side by side: the next date, what is overdue, the caseload.',
  say: 'my NQSWs',
  get: 'a line for each; then ask about one by name, “when is Amara’s next review?”',
  action: ask('My NQSWs', 'my-nqsws'),
};

export const concernAbility: Ability = {
  sentence: 'Raise a concern in private; only its kind is kept.',
  say: 'raise a concern',
  get: 'a short form that says who will see it, and later who has it and by when',
  action: null,
};
export const moveAbility: Ability = {
  sentence: 'Ask to move to another team, and see where your request stands.',
  say: 'I want to move team',
  get: 'what it means and how it goes on; nothing begins before you say so',
  action: null,
};
export const askPersonAbility: Ability = {
  sentence: 'Ask a person: your question is handed over, and you see when they have seen it.',
  say: 'ask a person',
  get: 'a short form; whoever is on leave is stood in for, and your words are erased once they are seen',
  action: null,
};
export const requestsAbility: Ability = {
  sentence: 'See where each request to move team stands, and who is next.',
  say: 'move team requests',
  get: 'the requests that have reached you, with their step, age and date',
  action: ask('Requests to move team', 'move-team-status'),
};
export const concernsAbility: Ability = {
  sentence: 'See the concerns that have reached you, and take the next step.',
  say: 'open concerns',
  get: 'each with its level, its age and whose turn it is',
  action: ask('Open concerns', 'concerns'),
};

export const correctAbility: Ability = {
  sentence: null,
  say: 'I made a mistake in a record',
  get: 'your latest records, each with a button that corrects it; the first is kept beside it',
  action: null,
};
export const chronologyAbility: Ability = {
  sentence: null,
  say: 'chronology',
  get: 'what happened in a year, newest first; also “Amara’s chronology”, and as PDF or CSV',
  action: null,
};
export const putOffAbility: Ability = {
  sentence: null,
  say: 'remind me tomorrow',
  get: 'the reminder that you have now, with a day until which it waits; its date does not move',
  action: null,
};
export const hoursAbility: Ability = {
  sentence: null,
  say: 'log 3 hours protected time',
  get: 'your hours of the week beside what is promised, and the last four weeks; also “how much protected time have I had?”',
  action: null,
};
export const cadenceAbility: Ability = {
  sentence: null,
  say: 'cadence decision for Amara',
  get: 'how often reflective supervision goes on after six months: as before, monthly, or every so many weeks',
  action: null,
};
export const attestAbility: Ability = {
  sentence: null,
  say: 'the child file is up to date for Amara',
  get: 'a form for one date, which settles the recording that is due; nothing of what is recorded',
  action: null,
};
export const followPauseAbility: Ability = {
  sentence: null,
  say: 'pauses',
  get: 'the pauses that you take part in; who proposes one, and whose agreement it takes',
  action: null,
};

export const ownInductionAbility: Ability = {
  sentence: null,
  say: 'my induction',
  get: 'what it covers and what has been ticked; “my exit tasks” in the last month',
  action: null,
};
export const inductionAbility: Ability = {
  sentence: null,
  say: 'induction checklist for Amara',
  get: 'what the induction covers, to tick with its day; what is left at its end is overdue',
  action: null,
};
export const auditAbility: Ability = {
  sentence: null,
  say: 'log an audit for Amara',
  get: 'a day, a grade, a theme and whose work it was',
  action: null,
};
export const probationAbility: Ability = {
  sentence: null,
  say: 'probation for Amara',
  get: 'when it ends, and your answer: confirmed, extended or not confirmed; you are asked before it ends',
  action: null,
};
export const exitAbility: Ability = {
  sentence: null,
  say: 'exit tasks for Amara',
  get: 'what belongs to the end of the programme, from its last month on',
  action: null,
};

export const otherDayAbility: Ability = {
  sentence: 'Agree another day for a supervision to come with whoever it is with.',
  say: 'move Tuesday’s supervision to Thursday',
  get: 'the other side is asked; once they agree that session moves, and no other',
  action: null,
};
export const dateHeldAbility: Ability = {
  sentence: 'Enter the day of a personal supervision; the academy does not see it.',
  say: 'personal supervision with Amara was on Tuesday',
  get: 'a form for the day alone',
  action: null,
};
export const attendanceAbility: Ability = {
  sentence: 'Record who was at a session of a group that you lead.',
  say: 'record attendance',
  get: 'one card for everybody you support in it',
  action: null,
};
export const attendedAbility: Ability = {
  sentence: 'Say that you were at a meeting of which nobody keeps a list.',
  say: 'I attended the team meeting',
  get: 'the meetings of the last four weeks, to tick',
  action: null,
};
