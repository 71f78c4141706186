import type { AssessmentAct, AssessmentEntry, Entered } from '../academy/assessment.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Asker } from './asker.ts';
import type { Fact, Notice, Person, Subject } from './ports.ts';

/** What somebody enters of the assessment, with who and when. */
export function enteredBy<Act extends AssessmentAct>(
  { person, now }: Asker,
  entryId: string,
  act: Act,
): Act & Entered {
  return { ...act, entryId, by: person.id, byName: person.name, at: now };
}

const outcomeOf = (entry: AssessmentEntry) =>
  'correction' in entry && entry.correction !== undefined ? 'corrected' : 'entered';

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
    { fact: 'audited', verb: `assessment-${entry.entry}`, by: entry.by, outcome: outcomeOf(entry) },
  ];
}

/** The file as it is with one more entry. */
export const withEntry = (file: ParticipantFile, entry: AssessmentEntry): ParticipantFile => ({
  ...file,
  assessed: [...file.assessed, entry],
});

function noticeOf(
  id: string,
  key: string,
  subject: Subject,
  mode: Notice['mode'],
  owedAt: Notice['owedAt'],
): Fact {
  return {
    fact: 'notice-owed',
    notice: { key, recipient: { kind: 'person', personId: id }, subject, mode, owedAt },
  };
}

/** A message of its own about an entry for each of these people, but for whoever made it. */
export function entryNotices(
  people: readonly Pick<Person, 'id'>[],
  { entryId, by, at }: AssessmentEntry,
  subject: Subject,
): readonly Fact[] {
  return people
    .filter(({ id }) => id !== by)
    .map(({ id }) => noticeOf(id, `assessment~${entryId}~${id}`, subject, 'show', at));
}

/** What stands in chats about the record that an entry takes the place of is brought up to date, where it is shown at all. */
export function replacedNotices(
  people: readonly Pick<Person, 'id'>[],
  { entryId, at }: AssessmentEntry,
  replaced: Subject,
): readonly Fact[] {
  return people.map(({ id }) =>
    noticeOf(id, `assessment~${entryId}~replaced~${id}`, replaced, 'refresh', at),
  );
}
