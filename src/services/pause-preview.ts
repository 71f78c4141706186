import type { Temporal } from 'temporal-polyfill';
import { type MovedDate, movedDates } from '../academy/moved-dates.ts';
import type { ParticipantFile, Pause } from '../academy/participant-file.ts';
import { shortDate } from '../academy/wording.ts';
import type { Needs } from './needs.ts';
import { openTo } from './open-plan.ts';
import { planOf } from './recordable-items.ts';
import type { ProcedureView } from './views.ts';

type Ground = Pick<Needs, 'programme' | 'calendar'>;

/** The file as it would be with one pause changed, added or, with no dates, without it. */
export function withPause(file: ParticipantFile, pauseId: string, pause: Pause | null): ParticipantFile {
  const others = file.pauses.filter((one) => one.pauseId !== pauseId);
  return { ...file, pauses: pause === null ? others : [...others, pause] };
}

interface Preview {
  readonly moved: NonNullable<ProcedureView['moved']>;
  /** What is to be known before it is agreed: how many dates move, and that the year would become too long. */
  readonly notes: readonly string[];
}

const dayWords = (day: Temporal.PlainDate | null) => (day === null ? 'no date yet' : shortDate(day));
const moveWords = ({ was, now }: MovedDate) =>
  `${was === null ? 'no date' : shortDate(was)} → ${dayWords(now)}`;

/** Dates that stand alone are shown one by one, those of a series together under its name. */
function groupsOf({ programme }: Ground, moved: readonly MovedDate[]): Preview['moved'] {
  const titles = new Map(programme.series.map(({ id, title }) => [id, title]));
  const groups = Map.groupBy(moved, ({ item }) => titles.get(item.series) ?? '');
  const alone = groups.get('') ?? [];
  groups.delete('');
  const once = {
    title: 'Reviews and other single dates',
    lines: alone.map((one) => `${one.item.title}: ${moveWords(one)}`),
  };
  const series = [...groups].map(([title, ones]) => ({
    title: `${title}: ${ones.length}`,
    lines: ones.map((one) => `${one.item.sequence}: ${moveWords(one)}`),
  }));
  return alone.length === 0 ? series : [once, ...series];
}

/**
 * Every date that a change would move, from the old to the new (M4), as far as somebody who stands so to the NQSW may see
 * them. Nothing is kept.
 */
export function previewOf(
  ground: Ground,
  before: ParticipantFile,
  after: ParticipantFile,
  today: Temporal.PlainDate,
  standing: readonly string[],
): Preview {
  const seen = (file: ParticipantFile) => openTo(ground, planOf(ground, file, today), standing);
  const plan = seen(after);
  const moved = movedDates(seen(before), plan);
  const count =
    moved.length === 0
      ? 'No date of the programme moves.'
      : `${moved.length === 1 ? '1 date moves' : `${moved.length} dates move`}.`;
  const end = plan.end === null ? [] : [`The programme would end on ${shortDate(plan.end)}.`];
  const warned = plan.warnings
    .filter(({ code }) => code === 'beyond-24-months')
    .map(({ message }) => message);
  return { moved: groupsOf(ground, moved), notes: [count, ...end, ...warned] };
}
