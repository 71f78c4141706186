import type { Temporal } from 'temporal-polyfill';
import { type DateMention, datesIn } from './dates.ts';
import { wordsOf } from './words.ts';

/** The day of the session and the day to which somebody wants to move it, as ISO dates, as far as they were said. */
export interface HeardMove {
  readonly from?: string;
  readonly to?: string;
}

const week = { days: 7 } as const;

/** "Tuesday's … to Thursday": the Thursday after that Tuesday, where today's next one would come before it. */
function dayAfter(mention: DateMention, today: Temporal.PlainDate, from: string | null): string | null {
  const soonest = mention.resolve(today, 'future');
  if (from === null || soonest === null || soonest > from) return soonest;
  const later = today.add({ days: today.until(from).days });
  const after = mention.resolve(later, 'future');
  return after !== null && after <= later.add(week).toString() ? after : soonest;
}

/** Reads "can we move Tuesday's supervision to Thursday": of one day alone the words before it say which it is. */
export function heardMove(text: string, today: Temporal.PlainDate): HeardMove {
  const words = wordsOf(text);
  const days = datesIn(words).filter(({ kind }) => kind === 'date');
  const [first, second] = days;
  if (first === undefined) return {};
  if (second === undefined) {
    const isTarget = /^(?:to|for|until|till)$/u.test(words[first.from - 1]?.text ?? '');
    const day = first.resolve(today, 'future');
    if (day === null) return {};
    return isTarget ? { to: day } : { from: day };
  }
  const from = first.resolve(today, 'future');
  const to = dayAfter(second, today, from);
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}
