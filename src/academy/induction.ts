import type { Temporal } from 'temporal-polyfill';
import type { YearPlan } from './plan-item.ts';
import type { Programme } from './programme.ts';
import { entriesOf, type YearEntry } from './year-entry.ts';

type Day = Temporal.PlainDate;

export interface InductionTopic {
  readonly code: string;
  readonly title: string;
  /** The day on which it was covered, as last entered; null while it is not. */
  readonly coveredOn: Day | null;
}

/** Where somebody stands with their induction on the plan's day (P10, L21). */
export interface InductionStanding {
  /** In the programme's order; empty where the council names none. */
  readonly topics: readonly InductionTopic[];
  /** The last day of the induction; null where the council gives it no length, and while there is no date. */
  readonly endsOn: Day | null;
  /** Whether the induction is over and something is not covered. */
  readonly isOverdue: boolean;
  /** Whether it was over before records were kept here: then nothing is asked for that is not covered. */
  readonly isFromBefore: boolean;
}

export function inductionStanding(
  { inductionTopics }: Pick<Programme, 'inductionTopics'>,
  entries: readonly YearEntry[],
  plan: Pick<YearPlan, 'items' | 'today'>,
  knownOn?: Day | undefined,
): InductionStanding {
  const covered = entriesOf(entries, 'induction-topic');
  const topics = (inductionTopics?.topics ?? []).map(({ code, title }) => ({
    code,
    title,
    coveredOn: covered.findLast(({ topic }) => topic === code)?.on ?? null,
  }));
  const end = plan.items.find(({ id }) => id === 'induction-end');
  const endsOn = end === undefined || end.status === 'cancelled' ? null : end.due;
  const isOver = endsOn !== null && end?.status === 'done' && !endsOn.equals(plan.today);
  const isLacking = isOver && topics.some(({ coveredOn }) => coveredOn === null);
  const isEarlier = isLacking && knownOn !== undefined && endsOn.toString() < knownOn.toString();
  return { topics, endsOn, isOverdue: isLacking && !isEarlier, isFromBefore: isEarlier };
}

/** What is not covered yet. */
export const topicsLeft = ({ topics }: InductionStanding): readonly InductionTopic[] =>
  topics.filter(({ coveredOn }) => coveredOn === null);
