import { capFor, nextCap } from '../academy/caseload.ts';
import { clockStart } from '../academy/enrolment-history.ts';
import type { CaseloadReport, CategoryCount, ParticipantFile } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import { shortDate } from '../academy/wording.ts';
import type { Asker } from './asker.ts';

type Ruled = Pick<Programme, 'caseload'>;
type On = Pick<Asker, 'today'>;

/** One of what the council counts: a child, or a case. */
export const oneOf = ({ caseload: { unit } }: Ruled): string => (unit === 'children' ? 'child' : 'case');

/** "From Mon 7 Dec 2026: up to 12 children"; '' while no other limit is to come (P17). */
export function nextCapWords(programme: Ruled, file: ParticipantFile, { today }: On): string {
  const next = nextCap(programme, clockStart(file), today);
  if (next === null) return '';
  const upTo = next.cap === null ? 'no limit' : `up to ${next.cap} ${programme.caseload.unit}`;
  return `From ${shortDate(next.fromOn)}: ${upTo}`;
}

/** The limit of the month, what it is a share of, and how it goes on (A8, P17). */
export function limitWords(programme: Ruled, file: ParticipantFile, asker: On): string {
  const { share, ramp, unit, cap: settled } = programme.caseload;
  const cap = capFor(programme, clockStart(file), asker.today);
  if (cap === null) return 'Your council has not set a limit yet.';
  const of =
    share === null || cap !== settled ? '' : `, ${share.percent} % of the ${share.of} that are usual`;
  const next = nextCapWords(programme, file, asker);
  const built =
    ramp === null ? ' It is to be built up to; your council has not said in which steps yet.' : '';
  return `The limit${next === '' ? '' : ' this month'} is ${cap}${of === '' ? '' : ` ${unit}`}${of}.${next === '' ? built : ` ${next}.`}`;
}

/** "3 immigration, 2 court work": a kind that the council no longer lists stands by its code; '' for none. */
export function categoriesWords(
  { caseload: { complexity } }: Ruled,
  categories: readonly CategoryCount[],
  countWords: (count: number) => string = String,
): string {
  const list = complexity?.categories ?? [];
  const titleOf = (code: string) => list.find((one) => one.code === code)?.title.toLowerCase() ?? code;
  return categories.map(({ code, count }) => `${countWords(count)} ${titleOf(code)}`).join(', ');
}

/** "3 children by kind: …" is left to the place; this is what of a report is complex work, and '' where nothing was said. */
export const complexityWords = (programme: Ruled, { categories }: Pick<CaseloadReport, 'categories'>) =>
  categories.length === 0 ? '' : `By kind: ${categoriesWords(programme, categories)}`;
