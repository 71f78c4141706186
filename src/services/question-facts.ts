import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Question } from '../academy/question.ts';
import type { Fact, Notice, Subject } from './ports.ts';

type About = Extract<Subject, { card: 'question' }>['about'];

export const questionSubject = (participantId: string, questionId: string, about: About): Subject => ({
  card: 'question',
  participantId,
  questionId,
  about,
});

/** What somebody is owed of a question: a message of their own, or the one that they have brought up to date. */
export const questionNotice = (
  participantId: string,
  { questionId }: Question,
  change: 'asked' | 'seen' | 'lapsed',
  personId: string,
  [about, mode]: readonly [About, Notice['mode']],
  owedAt: Temporal.Instant,
): Fact => ({
  fact: 'notice-owed',
  notice: {
    key: `question~${questionId}~${change}~${about}~${personId}`,
    recipient: { kind: 'person', personId },
    subject: questionSubject(participantId, questionId, about),
    mode,
    owedAt,
  },
});

/** What is added when nobody has looked in time: the words go, and the NQSW gets a message of their own. */
export function lapsedFacts(
  file: ParticipantFile,
  question: Question,
  now: Temporal.Instant,
): readonly Fact[] {
  const { id, personId } = file.participant;
  return [
    { fact: 'question-changed', question },
    questionNotice(id, question, 'lapsed', personId, ['asked', 'refresh'], now),
    questionNotice(id, question, 'lapsed', question.to, ['asked', 'refresh'], now),
    questionNotice(id, question, 'lapsed', personId, ['lapsed', 'show'], now),
  ];
}
