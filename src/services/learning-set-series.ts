import type { LearningSet } from '../academy/learning-set.ts';
import { countWords, dateAndTime } from '../academy/wording.ts';
import type { Section } from './learning-set-parts.ts';
import type { Needs } from './needs.ts';

/** Each session of a plan has an id that its submission gives, so that sending the plan twice plans once. */
export const idInSeries = (submissionId: string, at: number) =>
  at === 0 ? submissionId : `${submissionId}.${at + 1}`;

/** More dates than this are told by the first and the last of them. */
const mostNamed = 12;

/** The sessions that were planned together with the first of a series, itself among them; one alone for any other. */
async function seriesOf(
  { learningSets }: Pick<Needs, 'learningSets'>,
  set: LearningSet,
): Promise<readonly LearningSet[]> {
  const found = [set];
  if (set.id !== idInSeries(set.series, 0)) return found;
  for (let at = 1; ; at += 1) {
    const next = await learningSets.load(idInSeries(set.series, at));
    if (next === undefined) return found;
    found.push(next.set);
  }
}

/** A series as it is made known with its first session: every date, or of many the first and the last (M8). */
export interface SeriesTold {
  readonly intro: string;
  readonly section: Section;
}

/** Null for a session that stands alone. What has been cancelled since is left out, what has been moved stands on its new day. */
export async function seriesTold(
  needs: Pick<Needs, 'learningSets' | 'programme'>,
  set: LearningSet,
): Promise<SeriesTold | null> {
  const planned = await seriesOf(needs, set);
  if (planned.length === 1) return null;
  const days = planned
    .filter(({ cancelled }) => cancelled === null)
    .map(({ terms }) => terms.startsAt)
    .toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)
    .map((startsAt) => dateAndTime(startsAt, needs.programme.timeZone));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const section =
    days.length <= mostNamed
      ? { title: 'All dates', lines: days }
      : { title: `${days.length} dates`, lines: [`The first: ${first}`, `The last: ${last}`] };
  const series = `A series of ${countWords(days.length, 'session')} is planned.`;
  return { intro: set.cancelled === null ? `${series} This is the first.` : series, section };
}
