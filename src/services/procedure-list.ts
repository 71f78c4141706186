import type { Temporal } from 'temporal-polyfill';
import { workingDaysBetween } from '../academy/calendar.ts';
import { countWords, longDate, whenWords } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import type { ActionView, View } from './views.ts';

/** One open request or concern, as a tracker shows it (M9, M10). */
export interface Tracked {
  readonly title: string;
  /** Who acts next, in words. */
  readonly next: string;
  readonly openSince: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly action: ActionView;
}

const mostButtons = 6;

/** Where everything stands: how far, who is next, by when, and how old in working days; the most urgent first. */
export function trackerView(
  { calendar }: Pick<Needs, 'calendar'>,
  { today }: Pick<Asker, 'today'>,
  heading: string,
  tracked: readonly Tracked[],
): View {
  const inOrder = tracked.toSorted((a, b) => a.dueOn.toString().localeCompare(b.dueOn.toString()));
  const late = inOrder.filter(({ dueOn }) => dueOn.toString() < today.toString()).length;
  return {
    card: 'item-list',
    summary: `${heading}: ${tracked.length} open`,
    data: {
      heading,
      intro: `${tracked.length} open${late === 0 ? '' : `, ${late} past the date`}.`,
      items: inOrder.map(({ title, next, openSince, dueOn }) => {
        const age = countWords(workingDaysBetween(calendar, openSince, today), 'working day');
        return {
          title,
          date: longDate(dueOn),
          when: whenWords(dueOn, today, calendar),
          tone: dueOn.toString() < today.toString() ? ('attention' as const) : ('default' as const),
          lead: `Next: ${next}. Open for ${age}.`,
        };
      }),
      actions: inOrder.slice(0, mostButtons).map(({ action }) => action),
    },
  };
}
