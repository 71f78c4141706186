import { Temporal } from 'temporal-polyfill';
import { enrolmentDates } from '../academy/enrolment-history.ts';
import { leadOn } from '../academy/holding.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem, YearPlan } from '../academy/plan-item.ts';
import { type AllocatedFunction, allocatedFunctions } from '../academy/roles.ts';
import { longDate, shortDate, whenWords } from '../academy/wording.ts';
import { offProgramme } from './answer-off-programme.ts';
import { ask, whatsNext } from './ask-buttons.ts';
import { type Asker, permittedFile, permittedFiles, standing } from './asker.ts';
import type { Needs } from './needs.ts';
import { planFor } from './open-plan.ts';
import { isOwedUntilRecorded, recordOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { ActionView, FactView, NextItemView, Tone, View } from './views.ts';

/** A dated item that is still to happen: at its due date, or at the new date it was rearranged to. */
export interface OpenItem {
  readonly item: PlanItem;
  readonly on: Temporal.PlainDate;
  readonly rearranged: boolean;
}

const waiting = new Set<PlanItem['status']>(['overdue', 'due', 'upcoming']);

function openItem(file: ParticipantFile, item: PlanItem, today: Temporal.PlainDate): OpenItem | undefined {
  const record = recordOf(file, item.id);
  if (record?.outcome === 'did-not-happen') {
    const stillToCome = Temporal.PlainDate.compare(record.rearrangedOn, today) >= 0;
    return stillToCome ? { item, on: record.rearrangedOn, rearranged: true } : undefined;
  }
  if (item.due === null || !waiting.has(item.status)) return undefined;
  if (item.status === 'overdue' && !isOwedUntilRecorded(item)) return undefined;
  return { item, on: item.due, rearranged: false };
}

/** What is still to happen, soonest (or longest overdue) first. */
export function openItems(plan: YearPlan, file: ParticipantFile): readonly OpenItem[] {
  const last = enrolmentDates(file).lastOn?.toString() ?? '9999';
  return plan.items
    .map((item) => openItem(file, item, plan.today))
    .filter((open) => open !== undefined)
    .filter(({ on }) => on.toString() <= last)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on));
}

export const isOverdue = (open: OpenItem, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(open.on, today) < 0;

function tone(open: OpenItem, today: Temporal.PlainDate): Tone {
  if (isOverdue(open, today)) return 'attention';
  return today.until(open.on).days <= 7 ? 'warning' : 'default';
}

type Wordable = Pick<Needs, 'programme' | 'calendar'>;

const when = (needs: Wordable, open: OpenItem, today: Temporal.PlainDate) =>
  whenWords(open.on, today, needs.calendar);

/** The person who leads the item for this participant today, with the council's title for what they do. */
export function leadOf(
  needs: Wordable,
  file: ParticipantFile,
  item: PlanItem,
  today: Temporal.PlainDate,
): FactView {
  const title = needs.programme.titles[item.lead];
  const leads = leadOn(file, item, today);
  if (leads !== undefined) {
    const inPlaceOf = leads.coversFor === null ? '' : `, for ${leads.coversFor.name}`;
    return { title, value: `${leads.name}${inPlaceOf}` };
  }
  if (item.lead === 'nqsw') return { title, value: file.participant.name };
  const isAllocated = allocatedFunctions.some((one) => one === item.lead);
  return isAllocated
    ? { title, value: 'Nobody is allocated at the moment' }
    : { title: 'Led by', value: title };
}

const ownQuestions = [
  ask('When is my next review?', 'next-review'),
  ask('When is my next supervision?', 'next-supervision'),
];
const recordFor = (file: ParticipantFile, item: string): ActionView => ({
  title: 'Record supervision',
  verb: 'record-open',
  data: { participantId: file.participant.id, item },
});

function titleOf(open: OpenItem): string {
  return open.rearranged ? `${open.item.title} (new date)` : open.item.title;
}

/**
 * The next item of each series, soonest first: nobody wants six weekly sessions before the review. Reviews that are
 * overdue are all kept, for each of them is still owed.
 */
function firstOfEachSeries(open: readonly OpenItem[]): readonly OpenItem[] {
  return open.filter((candidate, index) => {
    const { kind, status, series } = candidate.item;
    const isOwedReview = kind === 'review' && status === 'overdue';
    const first = open.findIndex((other) => other.item.series === series && !other.rearranged);
    return candidate.rearranged || isOwedReview || first === index;
  });
}

const mostBefore = 5;

function before(
  needs: Wordable,
  all: readonly OpenItem[],
  wanted: OpenItem,
  today: Temporal.PlainDate,
): NextItemView['before'] {
  const kinds = new Set<PlanItem['kind']>([
    'supervision',
    'review',
    'document',
    'observation',
    'decision',
    'recording',
  ]);
  return firstOfEachSeries(all.filter((open) => open !== wanted && kinds.has(open.item.kind)))
    .filter((open) => Temporal.PlainDate.compare(open.on, wanted.on) < 0)
    .slice(0, mostBefore)
    .map((open) => ({ title: titleOf(open), date: shortDate(open.on), when: when(needs, open, today) }));
}

/** What a review is held against (DOMAIN 2.3). */
export const standardsOf = ({ standards }: PlanItem): readonly FactView[] =>
  standards === undefined ? [] : [{ title: 'Standards', value: standards.name }];

/** Other reviews that are overdue: the card shows one, and the others must not be forgotten beside it. */
function alsoOverdue(
  all: readonly OpenItem[],
  shown: OpenItem,
  today: Temporal.PlainDate,
): readonly FactView[] {
  const others = all.filter(
    (open) =>
      shown.item.kind === 'review' && open.item.kind === 'review' && open !== shown && isOverdue(open, today),
  );
  const value = others.map((open) => `${open.item.title}, ${shortDate(open.on)}`).join('; ');
  return others.length === 0 ? [] : [{ title: 'Also overdue', value }];
}

function whyOf(open: OpenItem): readonly string[] {
  if (!open.rearranged) return open.item.why;
  const moved = `It was due on ${open.item.due === null ? 'a date now suspended' : longDate(open.item.due)} and did not happen; the new date agreed is ${longDate(open.on)}.`;
  return [...open.item.why, moved];
}

/** One dated item on a card of its own, with what comes before it and the reasons of its date. */
export function nextItem(
  needs: Wordable,
  file: ParticipantFile,
  plan: YearPlan,
  all: readonly OpenItem[],
  open: OpenItem,
  heading: string,
  actions: readonly ActionView[],
  others: readonly OpenItem[] = [],
): View {
  const { today } = plan;
  const words = when(needs, open, today);
  return {
    card: 'next-item',
    summary: `${open.item.title}: ${longDate(open.on)} (${words})`,
    data: {
      heading,
      title: titleOf(open),
      date: longDate(open.on),
      when: words,
      tone: tone(open, today),
      facts: [
        leadOf(needs, file, open.item, today),
        ...standardsOf(open.item),
        ...alsoOverdue(all, open, today),
      ],
      before: before(needs, all, open, today),
      others: others.map((each) => ({
        title: titleOf(each),
        date: shortDate(each.on),
        when: when(needs, each, today),
      })),
      why: whyOf(open),
      actions,
    },
  };
}

/** Paused with no end agreed: what would be next has no date, and none is made up (A6). */
function suspended(needs: Wordable, what: string): View {
  return message(`The ${what} has no date at the moment`, [
    'The programme is paused and the pause has no end date yet. When the end is agreed, every date is worked out again from there.',
    `If you think that is wrong, please ask your ${needs.programme.titles['academy-manager']}.`,
  ]);
}

export function noneLeft(
  year: Year,
  needs: Wordable,
  what: string,
  wanted: (item: PlanItem) => boolean,
): View {
  const { plan } = year;
  const off = offProgramme(needs, year, plan.today);
  if (off !== null) return off;
  if (plan.items.some((item) => wanted(item) && item.status === 'suspended')) return suspended(needs, what);
  const end = plan.end === null ? '' : ` The programme ends on ${longDate(plan.end)}.`;
  return message(`No further ${what} is planned`, [
    `Nothing of the kind is still to come in the year.${end}`,
  ]);
}

/** Whose dates are asked for: the asker's own, also those with somebody who leads them, or of somebody they support. */
export type Whose =
  | { readonly kind: 'own'; readonly ledBy?: readonly AllocatedFunction[] }
  | { readonly kind: 'supported'; readonly participantId: string };

export interface Year {
  readonly file: ParticipantFile;
  readonly plan: YearPlan;
  readonly open: readonly OpenItem[];
  /** "Your", or "Amara Okoro’s". */
  readonly whose: string;
}

/** What a year is read and worded with. */
export type YearNeeds = Wordable & Pick<Needs, 'files' | 'log'>;

/** The year asked for, or null when there is none that the asker may see. */
export async function yearOf(needs: YearNeeds, asker: Asker, whose: Whose): Promise<Year | null> {
  const participantId = whose.kind === 'own' ? asker.person.participantId : whose.participantId;
  if (participantId === null) return null;
  const verb = whose.kind === 'own' ? 'ask-own-plan' : 'ask-own-nqsws';
  const versioned = await permittedFile(needs, asker, verb, participantId);
  if (versioned === undefined) return null;
  const { file } = versioned;
  const plan = planFor(needs, asker, file);
  const words = whose.kind === 'own' ? 'Your' : `${file.participant.name}’s`;
  return { file, plan, open: openItems(plan, file), whose: words };
}

export const notOnProgramme = (needs: Wordable) =>
  message('You are not on the programme yourself', [
    `Only the ${needs.programme.titles.nqsw} has dates of their own here. For the people you support, ask: what’s next`,
  ]);

/** What is led by the person whom the asker named; all of it when they lead none of the kind: the card says who does. */
function ofLead(open: readonly OpenItem[], whose: Whose): readonly OpenItem[] {
  if (whose.kind === 'supported' || whose.ledBy === undefined) return open;
  const led = open.filter(({ item }) => whose.ledBy?.some((one) => one === item.lead));
  return led.length > 0 ? led : open;
}

const stages: Readonly<Record<string, string>> = {
  '3m': 'review-3m',
  '6m': 'review-6m',
  '9m': 'review-9m',
  '12m': 'review-12m',
};

function alreadyHeld(item: PlanItem | undefined): View | null {
  if (item?.status !== 'done') return null;
  const on = item.heldOn === undefined ? '' : ` It was held on ${longDate(item.heldOn)}.`;
  return message(`${item.title}: done`, [`This one is behind you.${on}`], {
    tone: 'good',
    actions: [ask('When is my next review?', 'next-review')],
  });
}

/** "When is my next review?", or a review asked for by its stage (FEATURES Q1). */
export async function answerNextReview(
  needs: Needs,
  asker: Asker,
  whose: Whose,
  asked: { readonly stage?: string; readonly skip?: number },
): Promise<View> {
  const year = await yearOf(needs, asker, whose);
  if (year === null) return notOnProgramme(needs);
  const { file, plan, open } = year;
  const id = asked.stage === undefined ? undefined : stages[asked.stage];
  const done = alreadyHeld(plan.items.find((item) => item.id === id));
  if (done !== null) return done;
  const wanted = (item: PlanItem) => item.kind === 'review' && (id === undefined || item.id === id);
  const next = ofLead(
    open.filter(({ item }) => wanted(item)),
    whose,
  )[asked.skip ?? 0];
  if (next === undefined) return noneLeft(year, needs, 'review', wanted);
  const own = [ask('When is my next supervision?', 'next-supervision'), whatsNext];
  const actions = whose.kind === 'own' ? own : [whatsNext];
  const heading = id === undefined ? `${year.whose} next review` : `${year.whose} review`;
  return nextItem(needs, file, plan, open, next, heading, actions);
}

/** "When is my next supervision?": the soonest, and the next of each other series; or of the series asked for (Q2). */
export async function answerNextSupervision(
  needs: Needs,
  asker: Asker,
  whose: Whose,
  asked: { readonly series?: string; readonly skip?: number },
): Promise<View> {
  const year = await yearOf(needs, asker, whose);
  if (year === null) return notOnProgramme(needs);
  const { file, plan, open } = year;
  const wanted = (item: PlanItem) =>
    asked.series === undefined ? item.kind === 'supervision' : item.series === asked.series;
  const next = ofLead(
    open.filter(({ item }) => wanted(item)),
    whose,
  )[asked.skip ?? 0];
  if (next === undefined) return noneLeft(year, needs, 'supervision', wanted);
  const own = [ask('When is my next review?', 'next-review'), whatsNext];
  const actions = whose.kind === 'own' ? own : [recordFor(file, next.item.id)];
  const isOfAnyKind =
    asked.series === undefined &&
    asked.skip === undefined &&
    (whose.kind === 'supported' || whose.ledBy === undefined);
  const kinds = isOfAnyKind ? firstOfEachSeries(open.filter(({ item }) => wanted(item))) : [];
  const others = kinds
    .filter((one) => one !== next && one.item.series !== next.item.series)
    .slice(0, mostBefore);
  return nextItem(needs, file, plan, open, next, `${year.whose} next supervision`, actions, others);
}

const mostListed = 8;

/** The soonest of them, and after those the reviews: however full the weeks before it, a review is never left out. */
function shortened<Row>(rows: readonly Row[], itemOf: (row: Row) => PlanItem): readonly Row[] {
  return rows.filter((row, index) => index < mostListed || itemOf(row).kind === 'review');
}

/** 'What’s next': the year of the NQSW asked for, or else the next dates that the asker leads for those they support. */
export async function answerWhatsNext(needs: Needs, asker: Asker, whose: Whose): Promise<View> {
  const year = await yearOf(needs, asker, whose);
  if (year === null) return answerForSupporter(needs, asker);
  const { file, plan, open } = year;
  const listed = shortened(
    firstOfEachSeries(open).filter(({ item }) => item.kind !== 'claim'),
    ({ item }) => item,
  );
  if (listed.length === 0) return noneLeft(year, needs, 'date', () => true);
  return {
    card: 'item-list',
    summary: `Next: ${listed[0]?.item.title ?? ''}`,
    data: {
      heading: whose.kind === 'own' ? 'What’s next for you' : `What’s next for ${file.participant.name}`,
      intro: 'The next of each kind, soonest first.',
      items: listed.map((each) => ({
        title: titleOf(each),
        date: shortDate(each.on),
        when: when(needs, each, plan.today),
        tone: tone(each, plan.today),
        lead: leadOf(needs, file, each.item, plan.today).value,
      })),
      actions: whose.kind === 'own' ? [...ownQuestions, ask('My year', 'my-year')] : [recordFor(file, '')],
    },
  };
}

async function answerForSupporter(needs: Needs, asker: Asker): Promise<View> {
  const files = await permittedFiles(needs, asker, 'ask-own-nqsws');
  if (files.length === 0) return notOnProgramme(needs);
  const { today } = asker;
  const rows = files.flatMap(({ file }) => {
    // The Academy Managers lead for everybody and are allocated to nobody.
    const mine: readonly string[] = [...standing(asker, file), ...asker.person.roles];
    const open = openItems(planFor(needs, asker, file), file).filter(({ item }) =>
      mine.some((one) => one === item.lead),
    );
    return firstOfEachSeries(open).map((each) => ({ file, each }));
  });
  const soonest = shortened(
    rows.toSorted((a, b) => Temporal.PlainDate.compare(a.each.on, b.each.on)),
    ({ each }) => each.item,
  );
  return {
    card: 'item-list',
    summary: 'What’s next for the people you support',
    data: {
      heading: 'What’s next for the people you support',
      intro: soonest.length === 0 ? 'Nothing that you lead is coming up.' : 'What you lead, soonest first.',
      items: soonest.map(({ file, each }) => ({
        title: titleOf(each),
        date: shortDate(each.on),
        when: when(needs, each, today),
        tone: tone(each, today),
        lead: file.participant.name,
      })),
      actions: [{ title: 'Record supervision', verb: 'record-open', data: { participantId: '', item: '' } }],
    },
  };
}
