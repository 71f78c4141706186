import type { Programme } from '../academy/programme.ts';
import type { Role } from '../academy/roles.ts';
import {
  type Ability,
  askPersonAbility,
  attendanceAbility,
  attendedAbility,
  attestAbility,
  auditAbility,
  cadenceAbility,
  chronologyAbility,
  concernAbility,
  concernsAbility,
  correctAbility,
  coverAbility,
  dateHeldAbility,
  enrolAbility,
  enrolmentAbility,
  evidenceAbility,
  exitAbility,
  followPauseAbility,
  hoursAbility,
  inductionAbility,
  moveAbility,
  myNqswsAbility,
  openCaseload,
  otherDayAbility,
  overdueAbility,
  ownInductionAbility,
  ownNqswsAbility,
  probationAbility,
  putOffAbility,
  recordAbility,
  requestsAbility,
  reviewAbility,
} from './abilities.ts';
import { ask, whatsNext } from './ask-buttons.ts';

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
      action: whatsNext,
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
      get: 'say it in the channel that alerts should go to; “open alerts” lists those that nobody has resolved',
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
      get: 'what was held on time, missed or below the national standard, down to a person and as a file; and caseloads over four weeks',
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
    enrolAbility,
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

/** What people with these roles can ask for under this programme, what they do most first. */
export function abilitiesOf(programme: Programme, roles: readonly Role[]): readonly Ability[] {
  const all = roles
    .flatMap((role) => abilities[role] ?? [])
    .filter((ability) => isOffered(programme, ability));
  return all.filter((ability, index) => all.findIndex((other) => other.say === ability.say) === index);
}
