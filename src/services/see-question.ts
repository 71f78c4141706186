import type { Question } from '../academy/question.ts';
import { seen } from '../academy/question.ts';
import type { Asker } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact, Person, Recipient, Subject } from './ports.ts';
import { refuseAudited } from './procedure-people.ts';
import { questionNotice } from './question-facts.ts';
import { askedView, receivedView } from './question-view.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

const handedTo = ({ id, roles }: Person, question: Question) =>
  question.to === id && may('answer-question', roles, ['academy']);

/** Marks a question as seen by whoever it was handed to, and erases its words; the same words for everybody else as for none. */
export async function seeQuestion(
  needs: Needs,
  asker: Asker,
  sent: Submissions['question-seen'],
): Promise<Reply> {
  const versioned = await needs.files.load(sent.participantId);
  const isMeant = (one: Question) => one.questionId === sent.questionId && handedTo(asker.person, one);
  if (versioned === undefined || !versioned.file.questions.some(isMeant)) {
    return refuseAudited(needs, asker, 'answer-question', versioned);
  }
  const after = await changeFile(needs, versioned, asker.now, (file): Decision<Question | undefined> => {
    const before = file.questions.find(isMeant);
    if (before === undefined) return { facts: [], result: undefined };
    const question = seen(before, asker.now);
    if (question === before) return { facts: [], result: before };
    const { id, personId } = file.participant;
    const facts: readonly Fact[] = [
      { fact: 'question-changed', question },
      questionNotice(id, question, 'seen', personId, ['asked', 'refresh'], asker.now),
      questionNotice(id, question, 'seen', question.to, ['asked', 'refresh'], asker.now),
      { fact: 'audited', verb: 'answer-question', by: asker.person.id, outcome: 'seen' },
    ];
    return { facts, result: question };
  });
  if (after === undefined) return notForYou(needs.programme);
  const { file } = versioned;
  const nqsw = await needs.people.byId(file.participant.personId);
  return pressedView(
    receivedView({ programme: needs.programme, file, question: after, now: asker.now }, nqsw),
  );
}

/** A question in the chat of its NQSW, or of whoever it was handed to, as it stands when the message goes. */
export async function showQuestion(
  needs: Needs,
  recipient: Recipient,
  { participantId, questionId }: Extract<Subject, { card: 'question' }>,
): Promise<View | undefined> {
  if (recipient.kind !== 'person') return undefined;
  const { personId } = recipient;
  const file = (await needs.files.load(participantId))?.file;
  const question = file?.questions.find((one) => one.questionId === questionId);
  if (file === undefined || question === undefined) return undefined;
  const shown = { programme: needs.programme, file, question, now: needs.clock.now() };
  if (personId === file.participant.personId) return askedView(shown, await needs.people.byId(question.to));
  const reader = await needs.people.byId(personId);
  if (reader === undefined || !handedTo(reader, question)) return undefined;
  return receivedView(shown, await needs.people.byId(file.participant.personId));
}
