import type { AssessmentAct, AssessmentEntry, Entered } from '../academy/assessment.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Asker } from './asker.ts';
import type { Fact, Person, Subject } from './ports.ts';

/** What somebody enters of the assessment, with who and when. */
export function enteredBy<Act extends AssessmentAct>(
  { person, now }: Asker,
  entryId: string,
  act: Act,
): Act & Entered {
  return { ...act, entryId, by: person.id, byName: person.name, at: now };
}

/** The facts of an entry, with what tells the same form sent again from another one; '' where there is no form. */
export function entryFacts(
  file: ParticipantFile,
  entry: AssessmentEntry,
  submissionId: string,
): readonly Fact[] {
  const kept: readonly Fact[] =
    submissionId === '' ? [] : [{ fact: 'submission-kept', submissionId, made: entry.entryId }];
  return [
    { fact: 'assessment-entered', entry, position: file.assessed.length },
    ...kept,
    { fact: 'audited', verb: `assessment-${entry.entry}`, by: entry.by, outcome: 'entered' },
  ];
}

/** The file as it is with one more entry. */
export const withEntry = (file: ParticipantFile, entry: AssessmentEntry): ParticipantFile => ({
  ...file,
  assessed: [...file.assessed, entry],
});

/** A message of its own about an entry for each of these people, but for whoever made it. */
export function entryNotices(
  people: readonly Person[],
  entry: AssessmentEntry,
  subject: Subject,
): readonly Fact[] {
  return people
    .filter(({ id }) => id !== entry.by)
    .map(({ id }) => ({
      fact: 'notice-owed',
      notice: {
        key: `assessment~${entry.entryId}~${id}`,
        recipient: { kind: 'person', personId: id },
        subject,
        mode: 'show',
        owedAt: entry.at,
      },
    }));
}
