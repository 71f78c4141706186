import { largestCaseload } from '../academy/caseload.ts';
import { type CategoryReading, readCategories } from '../academy/complexity.ts';
import type { CategoryCount, ParticipantFile } from '../academy/participant-file.ts';
import { dateAndTime } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import { limitWords, oneOf } from './caseload-words.ts';
import type { Needs } from './needs.ts';
import type { VersionedFile } from './ports.ts';
import type { Submissions } from './submissions.ts';
import type { CaseloadFormView, View } from './views.ts';

/** What the form holds: as it was typed. */
export type FilledCaseload = Pick<Submissions['caseload-report'], 'submissionId' | 'count' | 'categories'>;

export const isOwn = (asker: Asker, file: ParticipantFile) => file.participant.personId === asker.person.id;

export const notANumber = `Give a whole number from 0 to ${largestCaseload}.`;

/** What is wrong with a form that was sent. */
export interface CaseloadErrors {
  readonly count: string | null;
  readonly categories: Extract<CategoryReading, { ok: false }>['errors'];
}
export const noErrors: CaseloadErrors = { count: null, categories: new Map() };

function lastReport(needs: Needs, file: ParticipantFile): string {
  const last = file.caseloads.at(-1);
  if (last === undefined) return 'Nothing has been reported yet.';
  return `Last reported: ${last.count}, on ${dateAndTime(last.at, needs.programme.timeZone)}.`;
}

type Category = CaseloadFormView['categories'][number];

function categoriesOf(
  { programme }: Needs,
  filled: FilledCaseload,
  errors: CaseloadErrors,
): readonly Category[] {
  const one = oneOf(programme);
  return (programme.caseload.complexity?.categories ?? []).map(({ code, title }) => {
    const wrong = errors.categories.get(code);
    const tooMany =
      typeof wrong === 'object'
        ? `By kind these are ${wrong.byKind}, and ${filled.count.trim()} in all. Count each ${one} once.`
        : null;
    const typed = filled.categories.find((each) => each.code === code)?.typed ?? '';
    return { code, title, count: typed, error: wrong === 'not-a-number' ? notANumber : tooMany };
  });
}

/** The form of somebody's caseload: empty, or as it was sent with the reason at each field. `lead` comes before its hint. */
export function caseloadForm(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  filled: FilledCaseload,
  errors: CaseloadErrors = noErrors,
  lead = '',
): View {
  const { unit } = needs.programme.caseload;
  const own = isOwn(asker, file);
  const heading = own ? 'Your caseload' : `${file.participant.name}’s caseload`;
  return {
    card: 'caseload-form',
    summary: heading,
    data: {
      submissionId: filled.submissionId,
      count: filled.count,
      participantId: file.participant.id,
      heading,
      question: own
        ? `How many ${unit} do you hold today?`
        : `How many ${unit} does ${file.participant.name} hold today?`,
      hint: `${lead}${limitWords(needs.programme, file, asker)} ${lastReport(needs, file)}`,
      error: errors.count,
      categories: categoriesOf(needs, filled, errors),
      each: `Count each ${oneOf(needs.programme)} once, under what weighs most, and leave out what does not apply.`,
    },
  };
}

/** A form that nothing is filled in on yet, or a count alone. */
export const emptyCaseload = (submissionId: string, count = ''): FilledCaseload => ({
  submissionId,
  count,
  categories: [],
});

/** The counts by kind, of those kinds that the council has; null with the reasons where they are not to be kept. */
export function categoriesIn(
  { programme }: Pick<Needs, 'programme'>,
  { categories }: FilledCaseload,
  total: number | null,
): CategoryReading {
  const codes = new Set(programme.caseload.complexity?.categories.map(({ code }) => code));
  return readCategories(
    categories.filter(({ code }) => codes.has(code)),
    total,
  );
}

export function choosePerson(files: readonly VersionedFile[]): View | null {
  const [first] = files;
  if (first === undefined) return null;
  return {
    card: 'choose-person',
    summary: 'Whose caseload?',
    data: {
      heading: 'Report a caseload',
      question: 'Whose caseload is it?',
      people: files.map(({ file }) => ({ value: file.participant.id, title: file.participant.name })),
      chosen: first.file.participant.id,
      error: null,
      verb: 'caseload-open',
      actionTitle: 'Continue',
    },
  };
}

/** A count with what of it is complex work. */
export interface ReportedCaseload {
  readonly submissionId: string;
  readonly count: number;
  readonly categories: readonly CategoryCount[];
}
