import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem, YearPlan } from '../academy/plan-item.ts';
import { shortDate } from '../academy/wording.ts';
import type { Needs } from './needs.ts';
import { openTo } from './open-plan.ts';
import { previewOf } from './pause-preview.ts';
import { planOf } from './recordable-items.ts';
import type { ProcedureView } from './views.ts';

type Ground = Pick<Needs, 'programme' | 'calendar'>;

const dated = ({ items }: YearPlan) =>
  items.filter(({ due, status }) => due !== null && status !== 'cancelled' && status !== 'suspended');

function counted(count: number, singular: string, plural: string): readonly string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? singular : plural}.`];
}

const dayOf = ({ due }: PlanItem) => (due === null ? 'no date' : shortDate(due));

/** A line for each date that stands alone, and one for each series, with how many of it and from when to when. */
function linesOf({ programme }: Ground, items: readonly PlanItem[]): readonly string[] {
  const series = new Map(programme.series.map(({ id, title }) => [id, title]));
  return [...Map.groupBy(items, ({ series: of, id }) => (series.has(of) ? of : id))].map(([of, ones]) => {
    const [first, last] = [ones[0], ones.at(-1)];
    if (first === undefined || last === undefined) return '';
    if (ones.length === 1) return `${first.title}: ${dayOf(first)}`;
    return `${series.get(of) ?? first.title}: ${ones.length}, from ${dayOf(first)} to ${dayOf(last)}`;
  });
}

/**
 * Every date that a step of an enrolment moves, and how many come and go with it (M4), but for those of closed series to
 * whoever has no part in them (L7). Nothing is kept.
 */
export function previewEnrolment(
  ground: Ground,
  before: ParticipantFile,
  after: ParticipantFile,
  today: Temporal.PlainDate,
  standing: readonly string[],
): { readonly moved: NonNullable<ProcedureView['moved']>; readonly notes: readonly string[] } {
  const seen = (file: ParticipantFile) => dated(openTo(ground, planOf(ground, file, today), standing));
  const [was, is] = [seen(before), seen(after)];
  const [had, has] = [new Set(was.map(({ id }) => id)), new Set(is.map(({ id }) => id))];
  const come = is.filter(({ id }) => !had.has(id));
  const gone = was.filter(({ id }) => !has.has(id));
  const { moved, notes } = previewOf(ground, before, after, today, standing);
  const list = (title: string, items: typeof come) =>
    items.length === 0 ? [] : [{ title, lines: linesOf(ground, items), apart: true as const }];
  const counts = [
    ...counted(come.length, 'date is new', 'dates are new'),
    ...counted(gone.length, 'date falls away', 'dates fall away'),
  ];
  return {
    moved: [...moved, ...list('New dates', come), ...list('No longer due', gone)],
    // Of somebody who leaves nothing moves: it is no longer due.
    notes: moved.length === 0 && counts.length > 0 ? counts : [...notes, ...counts],
  };
}
