import type { ParticipantFile } from '../academy/participant-file.ts';
import type { YearEntry, YearEntryKind } from '../academy/year-entry.ts';
import type { Asker } from './asker.ts';
import { showAttendance } from './attended-form.ts';
import { showCadenceDecided } from './cadence-words.ts';
import { showCaseloadConfirmed } from './confirm-caseload.ts';
import { showCover, showCoverEnded } from './cover-words.ts';
import { showDateHeld } from './date-held-form.ts';
import type { Needs } from './needs.ts';
import type { Recipient, Subject } from './ports.ts';
import { showProbation } from './probation-form.ts';
import { readForMessage } from './procedure-message.ts';
import { showAnswer, showProposal } from './reschedule-form.ts';
import { showEnrolled } from './show-enrolled.ts';
import type { View } from './views.ts';

type YearSubject = Extract<Subject, { card: 'year-entry' }>;

/** What the message about an entry says now to this reader; nothing once it is not theirs to see. */
export type ShowEntry<Kind extends YearEntryKind> = (
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  entry: Extract<YearEntry, { entry: Kind }>,
) => View | undefined | Promise<View | undefined>;

/** The kinds of entry of which somebody else is told. */
const shows: { readonly [Kind in YearEntryKind]?: ShowEntry<Kind> } = {
  enrolled: showEnrolled,
  'cadence-decided': showCadenceDecided,
  probation: showProbation,
  cover: showCover,
  'cover-ended': showCoverEnded,
  attendance: showAttendance,
  'date-held': showDateHeld,
  'reschedule-proposed': showProposal,
  'reschedule-answered': showAnswer,
  'caseload-confirmed': showCaseloadConfirmed,
};

/** A message about something entered of a year, as it stands now for this reader. */
export async function showYearEntry(
  needs: Needs,
  recipient: Recipient,
  subject: YearSubject,
): Promise<View | undefined> {
  const read = await readForMessage(needs, recipient, subject.participantId);
  if (read === undefined) return undefined;
  const { file, person } = read;
  const entry = file.entries.find(({ entryId }) => entryId === subject.entryId);
  if (entry === undefined) return undefined;
  const now = needs.clock.now();
  const today = now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const show = shows[entry.entry] as ShowEntry<YearEntryKind> | undefined;
  return show?.(needs, { person, now, today }, file, entry);
}
