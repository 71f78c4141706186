import type { PlanItem } from '../academy/plan-item.ts';
import { itemWhenWords, longDate } from '../academy/wording.ts';
import type { Slots } from '../understanding/intents.ts';
import {
  leadOf,
  nextItem,
  noneLeft,
  notOnProgramme,
  standardsOf,
  type Whose,
  type Year,
  type YearNeeds,
  yearOf,
} from './answer-dates.ts';
import { offProgramme } from './answer-off-programme.ts';
import { ask } from './ask-buttons.ts';
import type { Asker } from './asker.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

type Asked = Pick<Slots, 'stage' | 'series' | 'sequence' | 'date' | 'skip'>;

const bySequence = (one: PlanItem, other: PlanItem) => one.sequence - other.sequence;

/** The item that the words name by its stage, its number or its date; of several on one day, what is recorded first. */
function namedItem({ plan: { items } }: Year, asked: Asked): PlanItem | undefined {
  if (asked.stage !== undefined) return items.find(({ id }) => id === `review-${asked.stage}`);
  const ofSeries = items.filter(({ series }) => asked.series === undefined || series === asked.series);
  if (asked.series !== undefined && asked.sequence !== undefined) {
    return ofSeries.find(({ sequence }) => sequence === asked.sequence);
  }
  if (asked.date === undefined) return undefined;
  const then = ofSeries.filter(({ due }) => String(due) === asked.date);
  return then.find(({ kind }) => kind === 'review' || kind === 'supervision') ?? then[0];
}

/** Nothing more precise was said: the next of the series, or else its last; the next review when no series was named. */
function nextOrLast({ plan, open }: Year, { series, skip }: Asked): PlanItem | undefined {
  const wanted = (item: PlanItem) => (series === undefined ? item.kind === 'review' : item.series === series);
  const next = open.filter(({ item }) => wanted(item))[skip ?? 0]?.item;
  return next ?? plan.items.filter(wanted).toSorted(bySequence).at(-1);
}

function noSuch(needs: YearNeeds, asked: Asked): View {
  const conditional = needs.programme.reviews.find(({ id }) => id === `review-${asked.stage}`);
  if (conditional !== undefined) {
    return message(`There is no ${conditional.title} at the moment`, [
      `In this programme the ${conditional.title} is held only if it is required. If it is, it gets its date then.`,
    ]);
  }
  return message(
    'I know no such date',
    ['Nothing of that name is in the year. Ask for the year to see what is.'],
    { actions: [ask('My year', 'my-year')] },
  );
}

/** An item that is over, or that stands still: its reasons are as good as those of one to come. */
function pastItem(needs: YearNeeds, { file, plan, whose }: Year, item: PlanItem): View {
  const when = itemWhenWords(item, plan.today, needs.calendar);
  const date = item.due === null ? 'No date at the moment' : longDate(item.due);
  return {
    card: 'next-item',
    summary: `${item.title}: ${date} (${when})`,
    data: {
      heading: `${whose} date`,
      title: item.title,
      date,
      when,
      tone: item.status === 'done' ? 'good' : 'default',
      facts: [leadOf(needs, file, item, plan.today), ...standardsOf(item)],
      before: [],
      others: [],
      why: item.why,
      actions: [ask('My year', 'my-year')],
    },
  };
}

/** Whoever asks why in so many words is shown the reasons at once. */
export const withReasons = (view: View): View =>
  view.card === 'next-item' ? { ...view, data: { ...view.data, whyShown: true } } : view;

/** "Why this date?", of any item that the words name (FEATURES Q1 to Q3). */
export async function answerWhyDate(
  needs: YearNeeds,
  asker: Asker,
  whose: Whose,
  asked: Asked,
): Promise<View> {
  const year = await yearOf(needs, asker, whose);
  if (year === null) return notOnProgramme(needs);
  const off = year.plan.start === null ? offProgramme(needs, year, asker.today) : null;
  if (off !== null) return off;
  const isNamed = asked.stage !== undefined || asked.sequence !== undefined;
  const item = namedItem(year, asked) ?? (isNamed ? undefined : nextOrLast(year, asked));
  if (item === undefined) {
    return isNamed || asked.series !== undefined
      ? noSuch(needs, asked)
      : noneLeft(year, needs, 'review', ({ kind }) => kind === 'review');
  }
  const open = year.open.find((one) => one.item.id === item.id);
  if (open === undefined) return pastItem(needs, year, item);
  const actions = whose.kind === 'own' ? [ask('My year', 'my-year')] : [];
  return nextItem(needs, year.file, year.plan, year.open, open, `${year.whose} date`, actions);
}
