import { actingOn } from '../academy/holding.ts';
import type { EnrolmentEntry, ParticipantFile } from '../academy/participant-file.ts';
import type { Fact, Notice, Subject } from './ports.ts';

type EnrolmentSubject = Extract<Subject, { card: 'enrolment' }>;

/**
 * Who hears of a step of an enrolment (M4, D13, D20): the NQSW, everybody who does a function for them on the day on which it is
 * entered, and the Academy Managers’ channel; each once, and never whoever entered it.
 */
export function enrolmentNotices(file: ParticipantFile, entry: EnrolmentEntry): readonly Fact[] {
  const { id: participantId, personId: nqsw } = file.participant;
  const subject: EnrolmentSubject = { card: 'enrolment', participantId, stepId: entry.stepId };
  const supporting = actingOn(file, entry.decidedOn).map(({ personId }) => personId);
  const people = [...new Set([nqsw, ...supporting])].filter((id) => id !== entry.by);
  const owed = (key: string, recipient: Notice['recipient']): Fact => ({
    fact: 'notice-owed',
    notice: { key: `enrolment~${entry.stepId}~${key}`, recipient, subject, mode: 'show', owedAt: entry.at },
  });
  return [
    ...people.map((personId) => owed(personId, { kind: 'person', personId })),
    owed('channel', { kind: 'escalations' }),
  ];
}
