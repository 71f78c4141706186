import { z } from 'zod';
import {
  hasStarted,
  type LearningSet,
  newLearningSet,
  type Refusal,
  type Terms,
  type WhenOverbooked,
} from '../academy/learning-set.ts';
import { isClosed } from '../academy/recording.ts';
import type { Asker } from './asker.ts';
import { invitees, possibleFacilitators } from './attendees.ts';
import { changeSet } from './change-learning-set.ts';
import { changedSince } from './changed-plan.ts';
import {
  audienceChoice,
  checkPlan,
  noPlanErrors,
  type PlanChoices,
  type PlanErrors,
  type PlanRules,
  type PlanSubmission,
  planError,
} from './learning-set-form.ts';
import { cancelQuestion } from './learning-set-leading.ts';
import { noticesOfNew, occasions } from './learning-set-notices.ts';
import { timeWords } from './learning-set-parts.ts';
import { idInSeries } from './learning-set-series.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import { leading } from './show-learning-set.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { LearningSetFormView, View } from './views.ts';
import { wakeDelivery } from './wake-delivery.ts';

/** Sessions between two people: nobody books a place in them. */
const oneToOne = new Set([
  'reflective-supervision',
  'case-supervision',
  'personal-supervision',
  'three-way-supervision',
  'assessor-support',
]);
const groupKinds = new Set(['supervision', 'meeting']);

const mayPlan = ({ person }: Asker) => may('plan-learning-set', person.roles, ['academy']);

function refusedPlan(needs: Needs, asker: Asker): Reply {
  needs.log.warn('permission.refused', { verb: 'plan-learning-set', person: asker.person.id });
  return notForYou(needs.programme);
}

const sorted = (names: Iterable<string>) =>
  [...new Set(names)].filter((name) => name !== '').toSorted((a, b) => a.localeCompare(b, 'en-GB'));

async function choicesOf(needs: Needs): Promise<PlanChoices> {
  const [facilitators, nqsws] = await Promise.all([
    possibleFacilitators(needs),
    needs.people.withRole('nqsw'),
  ]);
  const ids = nqsws.map(({ participantId }) => participantId).filter((id) => id !== null);
  const files = await Promise.all(ids.map((id) => needs.files.load(id)));
  return {
    facilitators: facilitators.map(({ id, name }) => ({ id, name })),
    cohorts: sorted(files.flatMap((versioned) => versioned?.file.participant.cohort ?? [])),
    teams: sorted([...nqsws, ...facilitators].map(({ team }) => team)),
    series: needs.programme.series.filter(
      (one) => groupKinds.has(one.kind) && !oneToOne.has(one.id) && !isClosed(one),
    ),
  };
}

const rulesOf = (needs: Needs, asker: Asker, choices: PlanChoices, isNew: boolean): PlanRules => ({
  ...choices,
  programme: needs.programme,
  today: asker.today,
  now: asker.now,
  isNew,
});

function formView(
  asker: Asker,
  choices: PlanChoices,
  filled: PlanSubmission,
  errors: PlanErrors = noPlanErrors,
  overbooked: LearningSetFormView['overbooked'] = null,
): View {
  const { whenOverbooked: _, ...kept } = filled;
  const isNew = filled.sessionId === '';
  const heading = isNew ? 'Plan sessions' : 'Change this session';
  const named = (kind: string, names: readonly string[]) =>
    names.map((name) => ({ value: `${kind}:${name}`, title: `The ${kind} ${name}` }));
  return {
    card: 'learning-set-form',
    summary: heading,
    data: {
      ...kept,
      heading,
      actionTitle: isNew ? 'Plan it' : 'Save the changes',
      facilitators: choices.facilitators.map(({ id, name }) => ({ value: id, title: name })),
      earliestDate: asker.today.toString(),
      audiences: [
        { value: 'everybody', title: 'Everybody on the programme' },
        ...named('cohort', choices.cohorts),
        ...named('team', choices.teams),
      ],
      series: [
        { value: 'nothing', title: 'Nothing else' },
        ...choices.series.map(({ id, title }) => ({ value: id, title })),
      ],
      overbooked,
      errors,
    },
  };
}

function freshPlan(needs: Needs): PlanSubmission {
  return {
    submissionId: needs.newId(),
    sessionId: '',
    seen: '',
    title: 'Action learning set',
    facilitator: '',
    onDate: '',
    time: '14:00',
    minutes: '90',
    place: '',
    link: '',
    capacity: '8',
    presenterSlots: String(needs.programme.learningSets.presentersPerSession),
    audience: 'everybody',
    countsFor: 'nothing',
    acceptWithinHours: String(needs.programme.learningSets.acceptWithinHours),
    everyWeeks: '4',
    howOften: '1',
    enrol: 'themselves',
    whenOverbooked: '',
  };
}

/** A session as it stands, on the form. */
function planOfSet(needs: Needs, set: LearningSet): PlanSubmission {
  const { terms } = set;
  const start = terms.startsAt.toZonedDateTimeISO(needs.programme.timeZone);
  return {
    ...freshPlan(needs),
    sessionId: set.id,
    seen: String(set.changes),
    title: terms.title,
    facilitator: terms.facilitator.personId,
    onDate: start.toPlainDate().toString(),
    time: start.toPlainTime().toString({ smallestUnit: 'minute' }),
    minutes: String(terms.minutes),
    place: terms.place,
    link: terms.link,
    capacity: String(terms.capacity),
    presenterSlots: String(terms.presenterSlots),
    audience: audienceChoice(set),
    countsFor: terms.countsFor ?? 'nothing',
    acceptWithinHours: String(terms.acceptWithinHours),
  };
}

/** A session as it was, still to be given another day. */
const planAnew = (needs: Needs, set: LearningSet): PlanSubmission => ({
  ...planOfSet(needs, set),
  sessionId: '',
  seen: '',
  onDate: '',
});

const overWords = (set: LearningSet) =>
  message(set.cancelled === null ? 'This session has begun' : 'This session is cancelled', [
    'Nothing can be changed in it any more.',
  ]);

/** The form for a new session or series, or for one that is planned (FEATURES M8). */
export async function openPlan(
  needs: Needs,
  asker: Asker,
  { sessionId, like = '' }: Submissions['learning-set-plan-open'],
): Promise<Reply> {
  if (!mayPlan(asker)) return refusedPlan(needs, asker);
  const choices = await choicesOf(needs);
  if (sessionId === '') {
    const model = await needs.learningSets.load(like);
    const plan = model === undefined ? freshPlan(needs) : planAnew(needs, model.set);
    return pressedView(formView(asker, choices, plan));
  }
  const versioned = await needs.learningSets.load(sessionId);
  if (versioned === undefined) return refusedPlan(needs, asker);
  const { set } = versioned;
  if (set.cancelled !== null || hasStarted(set, asker.now)) return pressedView(overWords(set));
  return pressedView(formView(asker, choices, planOfSet(needs, set)));
}

async function createAll(
  needs: Needs,
  asker: Asker,
  plan: PlanSubmission,
  terms: readonly Terms[],
): Promise<readonly LearningSet[] | string> {
  const [first] = terms;
  if (first === undefined) return [];
  const enrols = plan.enrol === 'everybody';
  const people = enrols ? await invitees(needs, first) : [];
  if (people.length > first.capacity) {
    return `${people.length} people may come. Give as many places, or let people book for themselves.`;
  }
  const made: LearningSet[] = [];
  // The first comes last: a series is made known once, with its first session, which names the dates of the others.
  for (const [at, each] of [...terms.entries()].toReversed()) {
    const given = { id: idInSeries(plan.submissionId, at), series: plan.submissionId, terms: each };
    const set = newLearningSet({ ...given, createdBy: asker.person.id }, people);
    const announced = at > 0 ? null : enrols ? 'booked' : 'invited';
    const notices = noticesOfNew(needs, set, announced, asker.now);
    const audit = { verb: 'learning-set-plan', by: asker.person.id, outcome: 'planned' };
    const outcome = await needs.learningSets.commit(null, set, { notices, audit }, asker.now);
    // Sent before, perhaps with other answers: what was planned then is what stands.
    const standing = outcome === 'committed' ? undefined : await needs.learningSets.load(set.id);
    await wakeDelivery(needs, { session: set.id }, asker.now);
    made.push(standing?.set ?? set);
  }
  return made.toReversed();
}

function plannedView(needs: Needs, made: readonly LearningSet[], enrols: boolean): View {
  const [first] = made;
  const who = enrols ? 'Everybody who may come has a place and is told.' : 'Everybody who may come is told.';
  return message(made.length === 1 ? 'Planned' : `${made.length} sessions planned`, [who], {
    tone: 'good',
    facts: made.slice(0, 12).map((set) => ({
      title: set.terms.title,
      value: timeWords(set, needs.programme.timeZone),
    })),
    actions: [
      ...(first === undefined
        ? []
        : [{ title: 'Open the first', verb: 'learning-set-lead', data: { sessionId: first.id } }]),
      { title: 'All sessions', verb: 'ask', data: { intent: 'learning-sets' } },
    ],
  });
}

async function planNew(
  needs: Needs,
  asker: Asker,
  plan: PlanSubmission,
  choices: PlanChoices,
  terms: readonly Terms[],
): Promise<Reply> {
  const made = await createAll(needs, asker, plan, terms);
  if (typeof made === 'string') {
    return pressedView(formView(asker, choices, plan, planError('capacity', made, true)));
  }
  needs.log.info('learning-set.planned', { sessions: made.length, by: asker.person.id });
  return pressedView(plannedView(needs, made, plan.enrol === 'everybody'));
}

/** The session as its planner sees it, on a card that is brought up to date. */
export async function leadingReply(needs: Needs, asker: Asker, set: LearningSet, intro = ''): Promise<Reply> {
  const view = await leading(needs, asker.person, set, intro);
  if (view === undefined) {
    needs.log.warn('permission.refused', { verb: 'lead-learning-set', person: asker.person.id });
    return notForYou(needs.programme);
  }
  const shows = { card: 'learning-set', sessionId: set.id, about: occasions.leading } as const;
  return { kind: 'view', view, at: 'pressed', shows };
}

const whenOverbooked = z.enum(['keep-everybody', 'last-wait']).catch('keep-everybody');

function overbookedForm(asker: Asker, choices: PlanChoices, plan: PlanSubmission, held: number): Reply {
  const over = held - Number(plan.capacity);
  const people = over === 1 ? 'The last one waits' : `The last ${over} wait`;
  const question = {
    question: `${held} places are taken: ${over} more than you leave. What is to happen?`,
    choices: [
      { value: 'keep-everybody', title: `Everybody keeps their place: there are ${held} places` },
      {
        value: 'last-wait',
        title: `${people}, ahead of everybody else, and ${over === 1 ? 'is' : 'are'} told`,
      },
    ],
  };
  const errors = {
    ...noPlanErrors,
    summary: 'Nothing has been changed yet: please choose what is to happen.',
  };
  return pressedView(formView(asker, choices, plan, errors, question));
}

function refusedEdit(
  asker: Asker,
  choices: PlanChoices,
  plan: PlanSubmission,
  change: { readonly set: LearningSet } & Refusal,
): Reply {
  if (change.refused === 'overbooked') return overbookedForm(asker, choices, plan, change.held);
  if (change.refused === 'presenters-over') {
    const words = `${change.presenting} present already. Give at least that many, or ask one of them first.`;
    return pressedView(formView(asker, choices, plan, planError('presenterSlots', words, false)));
  }
  if (change.refused === 'too-many-would-wait') {
    const words = `So many people cannot be moved to the waiting list at once. Give at least ${change.least} places now and fewer afterwards.`;
    return pressedView(formView(asker, choices, plan, planError('capacity', words, false)));
  }
  return pressedView(overWords(change.set));
}

async function planAgain(
  needs: Needs,
  asker: Asker,
  plan: PlanSubmission,
  choices: PlanChoices,
  terms: Terms,
): Promise<Reply> {
  const versioned = await needs.learningSets.load(plan.sessionId);
  if (versioned === undefined) return refusedPlan(needs, asker);
  const chosen: WhenOverbooked =
    plan.whenOverbooked === '' ? 'ask' : whenOverbooked.parse(plan.whenOverbooked);
  const { id: by, name } = asker.person;
  const edited = { by, name, seen: Number(plan.seen) };
  const step = { step: 'edit', terms, whenOverbooked: chosen, edited } as const;
  const change = await changeSet(needs, versioned, step, asker.person.id, asker.now);
  if (!change.ok && change.refused === 'changed-since') {
    const asPlan = (one: LearningSet) => planOfSet(needs, one);
    const { merged, words } = changedSince({ choices, asPlan }, change.set, plan);
    return pressedView(formView(asker, choices, merged, { ...noPlanErrors, summary: words }));
  }
  if (!change.ok) return refusedEdit(asker, choices, plan, change);
  return leadingReply(
    needs,
    asker,
    change.set,
    'Saved. Everybody with a place is told of a new time or place.',
  );
}

/** Plans what the form says, or sends it back with what is wrong and everything else kept. */
export async function submitPlan(needs: Needs, asker: Asker, plan: PlanSubmission): Promise<Reply> {
  if (!mayPlan(asker)) return refusedPlan(needs, asker);
  const isNew = plan.sessionId === '';
  const choices = await choicesOf(needs);
  const checked = checkPlan(plan, rulesOf(needs, asker, choices, isNew));
  if (!checked.ok) return pressedView(formView(asker, choices, plan, checked.errors));
  const [terms] = checked.terms;
  if (isNew || terms === undefined) return planNew(needs, asker, plan, choices, checked.terms);
  return planAgain(needs, asker, plan, choices, terms);
}

/** Asked before it is done: everybody is told, and it cannot be taken back. */
export async function askCancel(needs: Needs, asker: Asker, sessionId: string): Promise<Reply> {
  const versioned = mayPlan(asker) ? await needs.learningSets.load(sessionId) : undefined;
  if (versioned === undefined) return refusedPlan(needs, asker);
  const { set } = versioned;
  if (set.cancelled !== null || hasStarted(set, asker.now)) return pressedView(overWords(set));
  return pressedView(cancelQuestion({ programme: needs.programme, now: asker.now }, set));
}

export async function cancelSession(needs: Needs, asker: Asker, sessionId: string): Promise<Reply> {
  const versioned = mayPlan(asker) ? await needs.learningSets.load(sessionId) : undefined;
  if (versioned === undefined) return refusedPlan(needs, asker);
  const step = { step: 'cancel', by: asker.person.id, name: asker.person.name } as const;
  const change = await changeSet(needs, versioned, step, asker.person.id, asker.now);
  return change.ok ? leadingReply(needs, asker, change.set) : pressedView(overWords(change.set));
}
