import { Temporal } from 'temporal-polyfill';
import type { PlanItem } from '../academy/plan-item.ts';
import { itemWhenWords, shortDate } from '../academy/wording.ts';
import type { Period } from '../understanding/scope.ts';
import {
  isOverdue,
  leadOf,
  notOnProgramme,
  type OpenItem,
  openItems,
  type Whose,
  yearOf,
} from './answer-dates.ts';
import { ask, whatsNext } from './ask-buttons.ts';
import { type Asker, permittedFiles, standing } from './asker.ts';
import { missedWords } from './missed-words.ts';
import type { Needs } from './needs.ts';
import { planFor } from './open-plan.ts';
import type { ActionView, ItemListView, View } from './views.ts';

type Year = Pick<NonNullable<Awaited<ReturnType<typeof yearOf>>>, 'file' | 'plan' | 'open'>;
type Row = ItemListView['items'][number] & { readonly on: Temporal.PlainDate };
type Wanted = (item: PlanItem) => boolean;

/** Where an item stands in the year: its new date if it was rearranged, the day it was held, or when it was due. */
function dayOf(open: readonly OpenItem[], item: PlanItem): Temporal.PlainDate | null {
  return open.find((one) => one.item === item)?.on ?? item.heldOn ?? item.due;
}

function tone(item: PlanItem, on: Temporal.PlainDate, today: Temporal.PlainDate): Row['tone'] {
  if (item.status === 'done') return 'good';
  if (item.status === 'overdue' || item.status === 'missed') return 'attention';
  return today.until(on).days <= 7 && today.until(on).days >= 0 ? 'warning' : 'default';
}

function within({ from, until }: Period, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, until) <= 0;
}

function rowsOf(
  needs: Needs,
  year: Year,
  period: Period,
  wanted: Wanted,
  lead: (item: PlanItem) => string,
): readonly Row[] {
  const { file, plan, open } = year;
  return plan.items.flatMap((item) => {
    const on = item.status === 'cancelled' ? null : dayOf(open, item);
    if (on === null || !wanted(item) || !within(period, on)) return [];
    const when =
      item.status === 'missed' ? missedWords(file, item) : itemWhenWords(item, plan.today, needs.calendar);
    return [
      {
        title: item.title,
        date: shortDate(on),
        when,
        tone: tone(item, on, plan.today),
        lead: lead(item),
        on,
      },
    ];
  });
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What comes first after the period, for when there is nothing in it: an answer is no dead end. */
function firstAfter({ open }: Year, period: Period, wanted: Wanted): string {
  const next = open.find(({ item, on }) => wanted(item) && Temporal.PlainDate.compare(on, period.until) > 0);
  return next === undefined ? '' : ` The next is ${next.item.title}, ${shortDate(next.on)}.`;
}

function listed(heading: string, intro: string, rows: readonly Row[], actions: readonly ActionView[]): View {
  const items = rows
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
    .map(({ on: _, ...row }) => row);
  return { card: 'item-list', summary: `${heading}: ${intro}`, data: { heading, intro, items, actions } };
}

function introOf(count: number, overdue: number, period: Period, after: string): string {
  const found =
    count === 0
      ? `Nothing is due ${period.words}.${after}`
      : `${count === 1 ? 'One date' : `${count} dates`}, soonest first.`;
  return overdue === 0
    ? found
    : `${found} ${overdue === 1 ? 'One thing is' : `${overdue} things are`} overdue from before.`;
}

const overdueBefore = ({ open, plan }: Year, period: Period) =>
  open.filter(
    (one) =>
      one.item.kind !== 'claim' &&
      isOverdue(one, plan.today) &&
      Temporal.PlainDate.compare(one.on, period.from) < 0,
  ).length;

/** "What's due this week?", "what have I got in November?", "did Amara have anything last week?": one year's dates in a period. */
async function ofOne(needs: Needs, asker: Asker, whose: Whose, period: Period, kind: Wanted): Promise<View> {
  const year = await yearOf(needs, asker, whose);
  if (year === null) return notOnProgramme(needs);
  const own = whose.kind === 'own';
  const wanted: Wanted = (item) => kind(item) && item.kind !== 'claim';
  const rows = rowsOf(
    needs,
    year,
    period,
    wanted,
    (item) => leadOf(needs, year.file, item, asker.today).value,
  );
  const isAhead = Temporal.PlainDate.compare(period.until, asker.today) >= 0;
  const overdue = isAhead ? overdueBefore(year, period) : 0;
  const intro = introOf(rows.length, overdue, period, isAhead ? firstAfter(year, period, wanted) : '');
  const heading = own ? capital(period.words) : `${year.file.participant.name}, ${period.words}`;
  const late = overdue > 0 && own ? [ask('What’s overdue', 'overdue')] : [];
  const actions = own ? [...late, whatsNext, ask('My year', 'my-year')] : [ask('My NQSWs', 'my-nqsws')];
  return listed(heading, intro, rows, actions);
}

/** What the asker leads for the people they support; of the whole academy's people everything but team meetings. */
async function ofAll(needs: Needs, asker: Asker, period: Period, kind: Wanted): Promise<View> {
  const files = await permittedFiles(needs, asker, 'ask-own-nqsws');
  if (files.length === 0) return notOnProgramme(needs);
  const seesAll = asker.person.roles.includes('academy-manager');
  const years = files.map(({ file }) => {
    const plan = planFor(needs, asker, file);
    const mine = standing(asker, file);
    const wanted: Wanted = (item) =>
      kind(item) && (seesAll ? item.kind !== 'meeting' : mine.some((one) => one === item.lead));
    return { year: { file, plan, open: openItems(plan, file) }, wanted };
  });
  const rows = years.flatMap(({ year, wanted }) => {
    const { name } = year.file.participant;
    return rowsOf(needs, year, period, wanted, (item) =>
      seesAll ? `${name} · ${leadOf(needs, year.file, item, asker.today).value}` : name,
    );
  });
  const intro = introOf(rows.length, 0, period, '');
  return listed(
    `${capital(period.words)}, ${seesAll ? 'across the academy' : 'for the people you support'}`,
    intro,
    rows,
    [ask('What’s overdue', 'overdue'), ask('My NQSWs', 'my-nqsws')],
  );
}

/** Everything, or every item of a kind, that falls into some days: of oneself, of one person, or of all. */
export function answerPeriod(
  needs: Needs,
  asker: Asker,
  whose: Whose,
  period: Period,
  kind: Wanted = () => true,
): Promise<View> {
  const isOfOne = whose.kind === 'supported' || asker.person.participantId !== null;
  return isOfOne ? ofOne(needs, asker, whose, period, kind) : ofAll(needs, asker, period, kind);
}
