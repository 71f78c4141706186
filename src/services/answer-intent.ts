import type { PlanItem } from '../academy/plan-item.ts';
import { type Intent, intents, type Understanding } from '../understanding/intents.ts';
import { anyScope, type Scope } from '../understanding/scope.ts';
import { answerAlerts } from './answer-alerts.ts';
import {
  answerNextReview,
  answerNextSupervision,
  answerWhatsNext,
  notOnProgramme,
  type Whose,
} from './answer-dates.ts';
import { answerHandbook, type HandbookQuestion } from './answer-handbook.ts';
import { learningSetAnswers } from './answer-learning-sets.ts';
import { answerMyYear } from './answer-my-year.ts';
import { answerCaseloads } from './answer-nqsws.ts';
import { answerOverdue } from './answer-overdue.ts';
import { answerPause } from './answer-pause.ts';
import { answerPeople, answerWellbeing } from './answer-people.ts';
import { answerPeriod } from './answer-period.ts';
import { answerProtectedTime } from './answer-protected-time.ts';
import { answerWhyDate, withReasons } from './answer-why.ts';
import type { Asker } from './asker.ts';
import { openCompliance } from './compliance-board.ts';
import { answerConcerns } from './concern-list.ts';
import { answerMoveStatus, answerMoveTeam, answerWithdrawMove } from './move-tracker.ts';
import type { Needs } from './needs.ts';
import { openNotHappened } from './not-happened.ts';
import { answerMyNqsws } from './nqsw-board.ts';
import { askWhomMet, openRecord } from './open-record.ts';
import { may, type PermissionVerb } from './permission.ts';
import { askWhoseConcern, openConcern } from './raise-concern.ts';
import { askWhoseCaseload, openCaseload, tellCaseload, tellCaseloadOf } from './report-caseload.ts';
import { openSettings } from './settings.ts';
import { message, newView, notForYou } from './short-answers.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';
import { helpFor, mainActions } from './welcome-and-help.ts';
import { functionsOf, isOwnName, participantMeant } from './who-is-meant.ts';

type Asked = HandbookQuestion & {
  readonly intent: string;
  readonly slots: Understanding['slots'];
  readonly confidence: number;
  /** Which days and whom it reaches; absent of a button. */
  readonly scope?: Scope;
};

/** The words on a button that stands for a question. */
export const buttonTitles: Partial<Record<Intent, string>> = {
  'next-review': 'When is my next review?',
  'next-supervision': 'When is my next supervision?',
  'whats-next': 'What’s next',
  'my-year': 'My year',
  'why-date': 'Why this date?',
  caseload: 'Report a caseload',
  'record-supervision': 'Record supervision',
  'learning-sets': 'Action learning sets',
  'my-bookings': 'My bookings',
  people: 'Who supports me?',
  overdue: 'What’s overdue',
  'my-nqsws': 'My NQSWs',
  'move-team': 'I want to move team',
  'move-team-status': 'Where is my move request?',
  'raise-concern': 'Raise a concern',
  pause: 'Pause a programme',
  concerns: 'Open concerns',
  wellbeing: 'I am struggling',
  settings: 'Change how I am reminded',
  help: 'Help',
};

const own: Whose = { kind: 'own' };

/**
 * Whose data the question is about: of somebody who supports the asker it is the asker's own. Null when a name was
 * given that is nobody the asker may ask about.
 */
export async function whoseDates(
  needs: Needs,
  asker: Asker,
  person: string | undefined,
): Promise<Whose | null> {
  if (person === undefined || isOwnName(asker, person)) return own;
  const ledBy = await functionsOf(needs, asker, person);
  if (ledBy.length > 0) return { kind: 'own', ledBy };
  const participantId = await participantMeant(needs, asker, 'ask-own-nqsws', person);
  return participantId === undefined ? null : { kind: 'supported', participantId };
}

/** `isOpen` when a name was given that may be nobody's or several people's: then it is asked whom it is about. */
async function meantOrAll(
  needs: Needs,
  asker: Asker,
  verb: PermissionVerb,
  person: string | undefined,
): Promise<{ readonly participantId: string; readonly isOpen: boolean }> {
  if (person === undefined) return { participantId: '', isOpen: false };
  const participantId = await participantMeant(needs, asker, verb, person);
  return { participantId: participantId ?? '', isOpen: participantId === undefined };
}

/** Whoever oversees others and reports for nobody, or asks which of them, is shown everybody's counts. */
async function answerCaseload(
  needs: Needs,
  asker: Asker,
  { slots, scope = anyScope }: Asked,
): Promise<View | null> {
  const isOfOthers = asker.person.participantId === null && slots.count === undefined;
  if (isOfOthers && scope.asksWhich && slots.person === undefined) return answerCaseloads(needs, asker);
  const seesOnly = isOfOthers && asker.person.roles.includes('academy-manager');
  return (await reportedCaseload(needs, asker, slots)) ?? (seesOnly ? answerCaseloads(needs, asker) : null);
}

async function reportedCaseload(
  needs: Needs,
  asker: Asker,
  slots: Understanding['slots'],
): Promise<View | null> {
  const { participantId, isOpen } = await meantOrAll(needs, asker, 'report-caseload', slots.person);
  // A form, not a report: another may have the same first name.
  if (isOpen && isOwnName(asker, slots.person ?? '')) return openCaseload(needs, asker, '');
  if (isOpen) return askWhoseCaseload(needs, asker);
  if (slots.count === undefined && slots.tentative !== true) return openCaseload(needs, asker, participantId);
  if (participantId !== '') return tellCaseloadOf(needs, asker, participantId, slots);
  return (await tellCaseload(needs, asker, slots)) ?? openCaseload(needs, asker, '');
}

async function answerRecord(needs: Needs, asker: Asker, slots: Understanding['slots']): Promise<View | null> {
  const { participantId, isOpen } = await meantOrAll(needs, asker, 'record-supervision', slots.person);
  if (isOpen) return askWhomMet(needs, asker);
  if (slots.happened === false && participantId !== '') {
    return openNotHappened(needs, asker, { participantId, item: '' });
  }
  return openRecord(needs, asker, { participantId, item: '' });
}

async function answerRaise(needs: Needs, asker: Asker, person: string | undefined): Promise<View | null> {
  const isAboutOthers = person !== undefined && asker.person.participantId === null;
  // Whoever can raise none is told of those that have reached them.
  if (!isAboutOthers) return (await openConcern(needs, asker, '')) ?? answerConcerns(needs, asker);
  const { participantId, isOpen } = await meantOrAll(needs, asker, 'raise-concern', person);
  return isOpen ? askWhoseConcern(needs, asker) : openConcern(needs, asker, participantId);
}

const whyNot = 'It is for somebody else to ask, or I do not know how. These are the things I can do for you.';

function notYet(needs: Needs, asker: Asker): View {
  return message('I cannot help you with that', [whyNot], {
    actions: mainActions(needs.programme, asker.person.roles),
  });
}

async function dates(
  needs: Needs,
  asker: Asker,
  { slots, scope = anyScope }: Asked,
  kind: 'review' | 'supervision',
): Promise<View | null> {
  const whose = await whoseDates(needs, asker, slots.person);
  if (whose === null) return null;
  const isOfAll = whose.kind === 'own' && asker.person.participantId === null;
  const isPeriod = scope.period !== null && (isOfAll || kind === 'supervision');
  if (isPeriod && slots.stage === undefined && scope.period !== null)
    return answerPeriod(needs, asker, whose, scope.period, isOf(kind, slots));
  if (isOfAll) return answerWhatsNext(needs, asker, whose);
  return kind === 'review'
    ? answerNextReview(needs, asker, whose, slots)
    : answerNextSupervision(needs, asker, whose, slots);
}

const isOf =
  (kind: PlanItem['kind'], { series }: Understanding['slots']) =>
  (item: PlanItem) =>
    series === undefined ? item.kind === kind : item.series === series;

async function whatsNext(needs: Needs, asker: Asker, { slots, scope }: Asked): Promise<View | null> {
  const whose = await whoseDates(needs, asker, slots.person);
  if (whose === null) return null;
  const period = scope?.period ?? null;
  return period === null ? answerWhatsNext(needs, asker, whose) : answerPeriod(needs, asker, whose, period);
}

/** "My NQSWs" for those who have any; a name or a period makes it a question about dates. */
async function nqsws(needs: Needs, asker: Asker, asked: Asked): Promise<View | null> {
  const isDates = asked.slots.person !== undefined || (asked.scope?.period ?? null) !== null;
  if (isDates || asker.person.participantId !== null) return whatsNext(needs, asker, asked);
  return (await answerMyNqsws(needs, asker)) ?? notOnProgramme(needs);
}

async function overdue(needs: Needs, asker: Asker, person: string | undefined): Promise<View | null> {
  const whose = await whoseDates(needs, asker, person);
  return whose === null ? null : answerOverdue(needs, asker, whose);
}

/** Somebody who supports the asker is asked after by what they do: "who is Priya?". */
async function people(needs: Needs, asker: Asker, { slots, scope = anyScope }: Asked): Promise<View | null> {
  const { person } = slots;
  const does = person === undefined ? [] : await functionsOf(needs, asker, person);
  if (does.length > 0) return answerPeople(needs, asker, { functions: does });
  const { functions } = scope;
  return answerPeople(needs, asker, person === undefined ? { functions } : { functions, person });
}

/** "How much protected time do I get?" names its topic, which is too short for the search. */
const protectedTimeTopic = ({ text = '' }: Asked) =>
  /\bhow (?:much|many)\b.*\bprotected (?:learning )?time\b/iu.test(text) ? { topic: 'protected-time' } : {};

const isOfAlerts = ({ text = '' }: Asked) => /\balerts?\b/iu.test(text);

/** Hours that are logged, and how they stand (Q11); what the programme promises of them stands in its guidance. */
async function protectedTime(needs: Needs, asker: Asker, asked: Asked): Promise<View | null> {
  const { slots, text = '', scope = anyScope } = asked;
  const answer = await answerProtectedTime(needs, asker, { slots, text, period: scope.period });
  return answer === undefined ? answerHandbook(needs, asker, { topic: 'protected-time' }) : answer;
}

async function myYear(needs: Needs, asker: Asker, person: string | undefined): Promise<View | null> {
  const whose = await whoseDates(needs, asker, person);
  return whose === null ? null : answerMyYear(needs, asker, whose);
}

async function whyDate(needs: Needs, asker: Asker, slots: Understanding['slots']): Promise<View | null> {
  const whose = await whoseDates(needs, asker, slots.person);
  return whose === null ? null : answerWhyDate(needs, asker, whose, slots);
}

async function viewFor(needs: Needs, asker: Asker, asked: Asked & { intent: Intent }): Promise<View | null> {
  const { slots } = asked;
  switch (asked.intent) {
    case 'next-review':
      return dates(needs, asker, asked, 'review');
    case 'next-supervision':
      return dates(needs, asker, asked, 'supervision');
    case 'why-date': {
      const view = await whyDate(needs, asker, slots);
      return view === null ? null : withReasons(view);
    }
    case 'my-year':
      // "When does my probation end?" asks for one date of the year.
      return slots.series === undefined ? myYear(needs, asker, slots.person) : whyDate(needs, asker, slots);
    case 'whats-next':
      return whatsNext(needs, asker, asked);
    case 'my-nqsws':
      return nqsws(needs, asker, asked);
    case 'overdue':
      return overdue(needs, asker, slots.person);
    case 'protected-time':
      return protectedTime(needs, asker, asked);
    case 'record-supervision':
      return answerRecord(needs, asker, slots);
    case 'caseload':
      return answerCaseload(needs, asker, asked);
    case 'move-team':
      return answerMoveTeam(needs, asker);
    case 'move-team-status':
      return answerMoveStatus(needs, asker, slots.person);
    case 'withdraw-move':
      return answerWithdrawMove(needs, asker);
    case 'pause':
      return answerPause(needs, asker, slots);
    case 'raise-concern':
      return answerRaise(needs, asker, slots.person);
    case 'concerns':
      return (isOfAlerts(asked) ? await answerAlerts(needs, asker) : null) ?? answerConcerns(needs, asker);
    case 'report':
      return (await openCompliance(needs, asker, '')) ?? notYet(needs, asker);
    case 'people':
      return people(needs, asker, asked);
    case 'handbook':
      return answerHandbook(needs, asker, { ...asked, ...protectedTimeTopic(asked) });
    case 'settings':
      return openSettings(needs, asker);
    case 'wellbeing':
      return answerWellbeing(needs, asker);
    case 'help':
    case 'greeting':
      return helpFor(needs.programme, asker.person);
    default:
      return notYet(needs, asker);
  }
}

const thanked: Reply = {
  kind: 'text',
  text: 'You are welcome. Type “help” to see what else I can do.',
};

/** Answers what was understood, or the button that stands for it. */
export async function answerIntent(needs: Needs, asker: Asker, asked: Asked): Promise<readonly Reply[]> {
  const intent = intents.find((known) => known === asked.intent);
  if (intent === undefined || intent === 'unknown') return [newView(notYet(needs, asker))];
  if (intent === 'thanks') return [thanked];
  // Who plans sessions and asks who is booked means everybody's places.
  const isOfAll = intent === 'my-bookings' && may('plan-learning-set', asker.person.roles, ['academy']);
  const learningSet = learningSetAnswers[isOfAll ? 'learning-sets' : intent];
  if (learningSet !== undefined) return [await learningSet(needs, asker, asked.slots)];
  const view = await viewFor(needs, asker, { ...asked, intent });
  return [view === null ? notForYou(needs.programme) : newView(withNextStep(needs, view, asker, intent))];
}

const hasNoButton = (view: View): view is Extract<View, { card: 'message' | 'board' | 'item-list' }> =>
  (view.card === 'message' || view.card === 'board' || view.card === 'item-list') &&
  view.data.actions.length === 0;

/** No answer is a dead end: without a button it gets what its reader does most. Distress is offered people only. */
export function withNextStep(needs: Needs, view: View, { person }: Asker, intent?: Intent): View {
  if (!hasNoButton(view) || intent === 'wellbeing') return view;
  const offered = mainActions(needs.programme, person.roles).filter(({ data }) => data.intent !== intent);
  const actions = offered.slice(0, 2);
  switch (view.card) {
    case 'board':
      return view.data.choose === null ? { ...view, data: { ...view.data, actions } } : view;
    case 'item-list':
      return { ...view, data: { ...view.data, actions } };
    case 'message':
      return { ...view, data: { ...view.data, actions } };
    default:
      return view satisfies never;
  }
}
