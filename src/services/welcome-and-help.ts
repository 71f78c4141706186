import type { Programme } from '../academy/programme.ts';
import type { Role } from '../academy/roles.ts';
import { may } from './permission.ts';
import type { Person } from './ports.ts';
import type { Reply } from './turn.ts';
import type { ActionView, View } from './views.ts';

const ask = (title: string, intent: string): ActionView => ({ title, verb: 'ask', data: { intent } });
const openRecord: ActionView = {
  title: 'Record supervision',
  verb: 'record-open',
  data: { participantId: '', item: '' },
};
const openCaseload: ActionView = {
  title: 'Report a caseload',
  verb: 'caseload-open',
  data: { participantId: '' },
};

interface Ability {
  /** What the reader can do, as a sentence of the welcome; `unit` is what caseloads are counted in. Null where help alone says it. */
  readonly sentence: string | ((unit: string) => string) | null;
  readonly say: string;
  readonly get: string;
  readonly action: ActionView | null;
}

const recordAbility: Ability = {
  sentence: 'Record a supervision, or say that it did not happen, in under a minute.',
  say: 'record supervision',
  get: 'a form for the session; the oldest one that is owed comes first',
  action: openRecord,
};
const ownNqswsAbility: Ability = {
  sentence: 'See what is next for the people you support.',
  say: "what's next",
  get: 'the next sessions and reviews that you lead',
  action: ask('What’s next', 'whats-next'),
};

const reviewAbility: Ability = {
  sentence:
    'Record a review or an observation of somebody whom you assess, and see what evidence is missing.',
  say: 'record a review',
  get: 'a form of dates and an outcome; also: correct a review, record an observation, review pack, recommend an outcome',
  action: null,
};
const coverAbility: Ability = {
  sentence: null,
  say: 'cover for Amara',
  get: 'a form for who covers and when; “who covers me?” shows what is arranged',
  action: null,
};
const enrolmentAbility: Ability = {
  sentence: null,
  say: "extend Amara's programme",
  get: 'every date that it moves, before anything is kept; also: Tom has left, Priya returns on 1 February',
  action: null,
};
const evidenceAbility: Ability = {
  sentence: 'See what evidence of your portfolio is there and what is missing.',
  say: 'what evidence is missing?',
  get: 'every document with its date, and a way to mark it as received; nothing of what it says',
  action: null,
};

const overdueAbility: Ability = {
  sentence: 'See what is overdue, and what went by without a record.',
  say: "what's overdue?",
  get: 'every session and review that nobody has recorded, with who leads it',
  action: ask('What’s overdue', 'overdue'),
};
const myNqswsAbility: Ability = {
  sentence: 'See your NQSWs side by side: the next date, what is overdue, the caseload.',
  say: 'my NQSWs',
  get: 'a line for each; then ask about one by name, “when is Amara’s next review?”',
  action: ask('My NQSWs', 'my-nqsws'),
};

const concernAbility: Ability = {
  sentence: 'Raise a concern in private; only its kind is kept.',
  say: 'raise a concern',
  get: 'a short form that says who will see it, and later who has it and by when',
  action: null,
};
const moveAbility: Ability = {
  sentence: 'Ask to move to another team, and see where your request stands.',
  say: 'I want to move team',
  get: 'what it means and how it goes on; nothing begins before you say so',
  action: null,
};
const askPersonAbility: Ability = {
  sentence: 'Ask a person: your question is handed over, and you see when they have seen it.',
  say: 'ask a person',
  get: 'a short form; whoever is on leave is stood in for, and your words are erased once they are seen',
  action: null,
};
const requestsAbility: Ability = {
  sentence: 'See where each request to move team stands, and who is next.',
  say: 'move team requests',
  get: 'the requests that have reached you, with their step, age and date',
  action: ask('Requests to move team', 'move-team-status'),
};
const concernsAbility: Ability = {
  sentence: 'See the concerns that have reached you, and take the next step.',
  say: 'open concerns',
  get: 'each with its level, its age and whose turn it is',
  action: ask('Open concerns', 'concerns'),
};

const correctAbility: Ability = {
  sentence: null,
  say: 'I made a mistake in a record',
  get: 'your latest records, each with a button that corrects it; the first is kept beside it',
  action: null,
};
const chronologyAbility: Ability = {
  sentence: null,
  say: 'chronology',
  get: 'what happened in a year, newest first; also “Amara’s chronology”, and as PDF or CSV',
  action: null,
};
const putOffAbility: Ability = {
  sentence: null,
  say: 'remind me tomorrow',
  get: 'the reminder that you have now, with a day until which it waits; its date does not move',
  action: null,
};
const hoursAbility: Ability = {
  sentence: null,
  say: 'log 3 hours protected time',
  get: 'your hours of the week beside what is promised, and the last four weeks; also “how much protected time have I had?”',
  action: null,
};
const cadenceAbility: Ability = {
  sentence: null,
  say: 'cadence decision for Amara',
  get: 'how often reflective supervision goes on after six months: as before, monthly, or every so many weeks',
  action: null,
};
const attestAbility: Ability = {
  sentence: null,
  say: 'the child file is up to date for Amara',
  get: 'a form for one date, which settles the recording that is due; nothing of what is recorded',
  action: null,
};
const followPauseAbility: Ability = {
  sentence: null,
  say: 'pauses',
  get: 'the pauses that you take part in; who proposes one, and whose agreement it takes',
  action: null,
};

const ownInductionAbility: Ability = {
  sentence: null,
  say: 'my induction',
  get: 'what it covers and what has been ticked; “my exit tasks” in the last month',
  action: null,
};
const inductionAbility: Ability = {
  sentence: null,
  say: 'induction checklist for Amara',
  get: 'what the induction covers, to tick with its day; what is left at its end is overdue',
  action: null,
};
const auditAbility: Ability = {
  sentence: null,
  say: 'log an audit for Amara',
  get: 'a day, a grade, a theme and whose work it was',
  action: null,
};
const probationAbility: Ability = {
  sentence: null,
  say: 'probation for Amara',
  get: 'when it ends, and your answer: confirmed, extended or not confirmed; you are asked before it ends',
  action: null,
};
const exitAbility: Ability = {
  sentence: null,
  say: 'exit tasks for Amara',
  get: 'what belongs to the end of the programme, from its last month on',
  action: null,
};

const otherDayAbility: Ability = {
  sentence: 'Agree another day for a supervision to come with whoever it is with.',
  say: 'move Tuesday’s supervision to Thursday',
  get: 'the other side is asked; once they agree that session moves, and no other',
  action: null,
};
const dateHeldAbility: Ability = {
  sentence: 'Enter the day of a personal supervision; the academy does not see it.',
  say: 'personal supervision with Amara was on Tuesday',
  get: 'a form for the day alone',
  action: null,
};
const attendanceAbility: Ability = {
  sentence: 'Record who was at a session of a group that you lead.',
  say: 'record attendance',
  get: 'one card for everybody you support in it',
  action: null,
};
const attendedAbility: Ability = {
  sentence: 'Say that you were at a meeting of which nobody keeps a list.',
  say: 'I attended the team meeting',
  get: 'the meetings of the last four weeks, to tick',
  action: null,
};

const abilities: Partial<Record<Role, readonly Ability[]>> = {
  nqsw: [
    {
      sentence: 'Ask when your next review is, and why it is on that date.',
      say: 'when is my next review?',
      get: 'the date, who leads it, what comes before it, and the reason for the date',
      action: ask('When is my next review?', 'next-review'),
    },
    {
      sentence: 'Ask when your next supervision is.',
      say: 'when is my next supervision?',
      get: 'the next session of each kind',
      action: ask('When is my next supervision?', 'next-supervision'),
    },
    {
      sentence: 'See everything that is coming up.',
      say: "what's next",
      get: 'the next dates of your year, soonest first',
      action: ask('What’s next', 'whats-next'),
    },
    {
      sentence: (unit) =>
        `Tell the academy how many ${unit} you hold, so that somebody notices when it is too many.`,
      say: 'my caseload is 14',
      get: 'the number is kept, and the academy is told if it is over your limit',
      action: { ...openCaseload, title: 'Report my caseload' },
    },
    {
      sentence: 'Book a place in an action learning set, and volunteer to present.',
      say: 'what learning sets are there?',
      get: 'the sessions that are open to you, with the places left',
      action: ask('Action learning sets', 'learning-sets'),
    },
    moveAbility,
    evidenceAbility,
    otherDayAbility,
    attendedAbility,
    {
      sentence: 'Ask what you have missed, or what falls into a week or a month.',
      say: "what's due this week?",
      get: 'the dates of those days; “what have I missed?” shows what nobody recorded',
      action: null,
    },
    {
      sentence: 'Ask who does what for you.',
      say: 'who is my Practice Educator?',
      get: 'their name; “who supports me?” shows everybody',
      action: null,
    },
    askPersonAbility,
    concernAbility,
    {
      sentence: null,
      say: 'my chronology',
      get: 'what happened in your year, newest first, also as PDF or CSV',
      action: null,
    },
    {
      sentence: null,
      say: 'I need a pause',
      get: 'how a pause comes about, and a button that tells your academy; no reason is asked here',
      action: null,
    },
    ownInductionAbility,
    hoursAbility,
    putOffAbility,
  ],
  'senior-practitioner': [
    recordAbility,
    ownNqswsAbility,
    overdueAbility,
    myNqswsAbility,
    {
      sentence: "Report an NQSW's caseload when it worries you.",
      say: 'report a caseload',
      get: 'a form with the people you support; over the limit, the academy is alerted',
      action: openCaseload,
    },
    concernAbility,
    otherDayAbility,
    correctAbility,
    chronologyAbility,
    inductionAbility,
    auditAbility,
    cadenceAbility,
    attestAbility,
    putOffAbility,
    coverAbility,
  ],
  'practice-educator': [
    recordAbility,
    ownNqswsAbility,
    reviewAbility,
    attendanceAbility,
    overdueAbility,
    myNqswsAbility,
    correctAbility,
    chronologyAbility,
    followPauseAbility,
    auditAbility,
    putOffAbility,
    coverAbility,
  ],
  'team-manager': [
    recordAbility,
    ownNqswsAbility,
    dateHeldAbility,
    otherDayAbility,
    overdueAbility,
    myNqswsAbility,
    correctAbility,
    followPauseAbility,
    probationAbility,
    putOffAbility,
    coverAbility,
  ],
  'deputy-team-manager': [ownNqswsAbility, dateHeldAbility, otherDayAbility, myNqswsAbility, coverAbility],
  mentor: [ownNqswsAbility, attendanceAbility, myNqswsAbility, coverAbility],
  'academy-manager': [
    {
      ...overdueAbility,
      sentence: 'See what is overdue across the academy, and who has not been recorded.',
    },
    {
      sentence: 'See who is over their caseload, as last reported.',
      say: 'who is over their caseload?',
      get: 'every count with its limit, the furthest over first',
      action: ask('Who is over their caseload?', 'caseload'),
    },
    {
      ...myNqswsAbility,
      sentence: 'See everybody on the programme: the next date, what is overdue, the caseload.',
    },
    {
      sentence:
        'Get caseload alerts in a channel of your team, and acknowledge, assign and resolve them there.',
      say: 'use this channel for escalations',
      get: 'say it in the channel that alerts should go to',
      action: null,
    },
    {
      sentence: 'Plan action learning sets, and see who comes.',
      say: 'action learning sets',
      get: 'every session with its places, a form for new ones, take-up and attendance',
      action: ask('Action learning sets', 'learning-sets'),
    },
    {
      sentence: null,
      say: 'compliance report',
      get: 'what was held on time, missed or below the national standard, down to a person; and caseloads over four weeks',
      action: null,
    },
    {
      sentence: null,
      say: 'take-up of learning sets',
      get: 'places booked, who came and who waited, for each cohort',
      action: null,
    },
    {
      sentence: null,
      say: 'pause Amara’s programme',
      get: 'every date that would move, before anybody is asked to agree',
      action: null,
    },
    {
      sentence: null,
      say: 'who is not allocated?',
      get: 'what nobody does for whom; “change Tom’s supervisor” gives it to somebody from a day on',
      action: null,
    },
    enrolmentAbility,
    coverAbility,
    chronologyAbility,
    {
      sentence: null,
      say: 'any disagreements with records?',
      get: 'the records that somebody says are not right and nobody has corrected',
      action: null,
    },
    attendanceAbility,
    requestsAbility,
    concernsAbility,
    {
      sentence: 'See which messages arrived, and whom they did not reach.',
      say: 'delivery report',
      get: 'what was sent, what was not and why, and who does not have the app',
      action: { title: 'Delivery report', verb: 'delivery-report', data: { days: '' } },
    },
    {
      sentence: 'Stop all messages at once when something is wrong, and start them again.',
      say: 'stop all messages',
      get: 'everything waits, and nothing is lost, until you start sending again',
      action: null,
    },
    auditAbility,
    exitAbility,
  ],
  'head-of-academy': [requestsAbility, concernsAbility],
};

/** What a council has turned off, or has no arrangement for, is offered to nobody. */
function isOffered(
  { moveTeam, cadenceDecision, series, inductionTopics, probation, audits, exit }: Programme,
  ability: Ability,
): boolean {
  if (ability === cadenceAbility) return cadenceDecision !== null;
  if (ability === inductionAbility || ability === ownInductionAbility) return inductionTopics !== null;
  if (ability === probationAbility) return probation !== null;
  if (ability === auditAbility) return audits !== null;
  if (ability === exitAbility) return exit !== null;
  if (ability === attestAbility) return series.some(({ kind }) => kind === 'recording');
  return moveTeam.offered || (ability !== moveAbility && ability !== requestsAbility);
}

function abilitiesOf(programme: Programme, roles: readonly Role[]): readonly Ability[] {
  const all = roles
    .flatMap((role) => abilities[role] ?? [])
    .filter((ability) => isOffered(programme, ability));
  return all.filter((ability, index) => all.findIndex((other) => other.say === ability.say) === index);
}

const mostButtons = 6;
/** As many as a card shows; whoever holds several roles can do more. */
const mostExamples = 22;
const help = ask('Help', 'help');

/** The buttons for what a person with these roles does most, at most six. */
export function mainActions(programme: Programme, roles: readonly Role[]): readonly ActionView[] {
  return abilitiesOf(programme, roles)
    .map((ability) => ability.action)
    .filter((action) => action !== null)
    .slice(0, mostButtons);
}

const nothingYet = 'I have nothing for your role to do yet. You will be told here when something needs you.';

/** Shown once, when the person first has the app: why they have it and what to do next, by role. */
export function welcome(programme: Programme, person: Person): View {
  const { unit } = programme.caseload;
  const can = abilitiesOf(programme, person.roles)
    .map(({ sentence }) => (typeof sentence === 'function' ? sentence(unit) : sentence))
    .filter((sentence) => sentence !== null);
  return {
    card: 'welcome',
    summary: `Welcome to the ${programme.academy} assistant`,
    data: {
      firstName: person.name.split(' ')[0] ?? person.name,
      academy: programme.academy,
      intro:
        'I keep the assessed and supported year on its path: dates, supervision records and caseloads. I never need to know anything about a child or a family, so please leave that out.',
      canDo: can.length > 0 ? can : [nothingYet],
      actions: [...mainActions(programme, person.roles), help].slice(0, mostButtons),
    },
  };
}

export const changeReminders = ask('Change how I am reminded', 'settings');

/** What this person can ask for, with the words to type. */
export function helpFor(programme: Programme, person: Person): View {
  const can = abilitiesOf(programme, person.roles);
  const isReminded = may('change-settings', person.roles, ['academy']);
  const own = isReminded ? [changeReminders] : [];
  return {
    card: 'help',
    summary: 'What I can do for you',
    data: {
      heading: 'What I can do for you',
      intro: can.length > 0 ? 'These are examples: your own words will do.' : nothingYet,
      examples: can.slice(0, mostExamples).map(({ say, get }) => ({ say, get })),
      actions: [...mainActions(programme, person.roles).slice(0, mostButtons - own.length), ...own],
    },
  };
}

/** A short answer on the plain card. */
export function message(
  heading: string,
  lines: readonly string[],
  extra: Partial<Extract<View, { card: 'message' }>['data']> = {},
): View {
  return {
    card: 'message',
    summary: heading,
    data: { heading, lines, tone: 'default', facts: [], actions: [], ...extra },
  };
}

/** For somebody who is on no roster: no data, and whom to ask. The same words whoever they are. */
export function unknownPerson(programme: Programme): View {
  return message('I do not know you yet', [
    `You are not on the ${programme.academy} list that I work from, so I cannot show you anything.`,
    `Please ask your ${programme.titles['academy-manager']} to add you, with the e-mail address you use in Teams.`,
  ]);
}

/** The same words whether the thing does not exist or is somebody else's. */
export function notForYou(programme: Programme): Reply {
  return {
    kind: 'text',
    text: `I cannot show or change that for you. If you think you should be able to, please ask your ${programme.titles['academy-manager']}.`,
  };
}

export const newView = (view: View): Reply => ({ kind: 'view', view, at: 'new' });
export const pressedView = (view: View): Reply => ({ kind: 'view', view, at: 'pressed' });
