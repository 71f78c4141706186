import { findIdentifier } from '../academy/identifier-guard.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import {
  type AskedFunction,
  askedFunctions,
  type Handing,
  lapsesAt,
  longestQuestion,
  type Question,
} from '../academy/question.ts';
import { askPersonRequest } from '../understanding/ask-person-words.ts';
import { scopeOf } from '../understanding/scope.ts';
import { type Asker, permittedFile } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import type { Fact } from './ports.ts';
import { holdersFor } from './procedure-people.ts';
import { questionNotice, questionSubject } from './question-facts.ts';
import { handingFor } from './question-people.ts';
import { askedView, questionCard } from './question-view.ts';
import { newView, notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { QuestionView, View } from './views.ts';

type Form = NonNullable<QuestionView['form']>;
interface Filled {
  readonly to: string;
  readonly words: string;
  readonly errors?: Form['errors'];
}

/** Whom the NQSW can choose: each function that somebody holds, with the name; the first one is always there. */
async function choicesFor(needs: Needs, asker: Asker, file: ParticipantFile): Promise<Form['choices']> {
  const holders = await holdersFor(needs, file, asker.today);
  const { titles } = needs.programme;
  return askedFunctions.flatMap((name) => {
    const names = (holders.get(name) ?? []).map((person) => person.name).join(', ');
    if (names === '' && name !== 'reflective-supervisor') return [];
    return [{ value: name, title: names === '' ? titles[name] : `${titles[name]}: ${names}` }];
  });
}

async function askForm(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  submissionId: string,
  { to, words, errors = { to: null, question: null } }: Filled,
): Promise<View> {
  const choices = await choicesFor(needs, asker, file);
  const chosen = choices.some(({ value }) => value === to) ? to : (choices[0]?.value ?? '');
  return questionCard('Ask a person', {
    lines: [
      'They get your words with your name, and answer you in your own chat. Your words are erased as soon as they have been seen, at the latest after five working days.',
      'If the person is on leave, somebody else gets them and you are told who. Please write nothing that points to a child or a family, and nothing about health.',
    ],
    form: { submissionId, choices, to: chosen, words, longest: longestQuestion, errors },
    actions: [{ title: 'Hand over my question', verb: 'question-send', data: { submissionId } }],
  });
}

/** The form for a question, with whom to ask and what was said already; null for whoever asks in no such way. */
async function openForm(needs: Needs, asker: Asker, filled: Filled): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'ask-person', asker.person.participantId ?? '');
  return versioned === undefined ? null : askForm(needs, asker, versioned.file, needs.newId(), filled);
}

export async function openQuestion(
  needs: Needs,
  asker: Asker,
  sent: Submissions['question-open'],
): Promise<Reply> {
  const view = await openForm(needs, asker, { to: sent.function, words: '' });
  // A message of its own: what it was pressed on, such as people to talk to, stays where it is.
  return view === null ? notForYou(needs.programme) : newView(view);
}

/** Why words cannot be handed over; null when they can. What the guard refuses is not given back (G6). */
function wordsFault(words: string): string | null {
  if (words === '') return 'Say in a sentence or two what it is about.';
  if (words.length > longestQuestion) return `Please say it in at most ${longestQuestion} characters.`;
  return findIdentifier(words)?.words ?? null;
}

/**
 * "Ask my Senior Practitioner …" (Q14): the form with what was typed in it, for nothing is handed over by a guess.
 * Undefined when it is no such request, or of somebody who is not on the programme.
 */
export async function answerAskPerson(needs: Needs, asker: Asker, text: string): Promise<View | undefined> {
  if (asker.person.participantId === null) return undefined;
  const request = askPersonRequest(text);
  if (request === undefined) return undefined;
  const named = scopeOf(text, asker.today).functions;
  const to = askedFunctions.find((name) => named.includes(name)) ?? askedFunctions[0];
  const { words } = request;
  const guarded = findIdentifier(words);
  const filled =
    guarded === null
      ? { to, words: words.slice(0, longestQuestion) }
      : { to, words: '', errors: { to: null, question: guarded.words } };
  return (await openForm(needs, asker, filled)) ?? undefined;
}

type Reading =
  | { readonly ok: true; readonly wanted: AskedFunction; readonly words: string }
  | { readonly ok: false; readonly filled: Filled };

function read(sent: Submissions['question-send']): Reading {
  const wanted = askedFunctions.find((name) => name === sent.to);
  const words = sent.question;
  const fault = wordsFault(words);
  if (wanted !== undefined && fault === null) return { ok: true, wanted, words };
  const isKept = findIdentifier(words) === null;
  const errors = { to: wanted === undefined ? 'Choose whom to ask.' : null, question: fault };
  return { ok: false, filled: { to: sent.to, words: isKept ? words.slice(0, longestQuestion) : '', errors } };
}

function asked(
  needs: Needs,
  asker: Asker,
  sent: Submissions['question-send'],
  { wanted, words }: Extract<Reading, { ok: true }>,
  { to, handedAs }: Handing,
): (file: ParticipantFile) => Decision<Question | undefined> {
  const question: Question = {
    questionId: needs.newId(),
    wanted,
    to: to.id,
    toName: to.name,
    handedAs,
    askedAt: asker.now,
    lapsesAt: lapsesAt(needs, asker.now),
    words,
    ended: null,
  };
  return (file) => {
    const made = file.submissions.get(sent.submissionId);
    if (made !== undefined) {
      return { facts: [], result: file.questions.find(({ questionId }) => questionId === made) };
    }
    const facts: readonly Fact[] = [
      { fact: 'question-changed', question },
      { fact: 'submission-kept', submissionId: sent.submissionId, made: question.questionId },
      questionNotice(file.participant.id, question, 'asked', to.id, ['asked', 'show'], asker.now),
      { fact: 'audited', verb: 'ask-person', by: asker.person.id, outcome: handedAs },
    ];
    return { facts, result: question };
  };
}

/** Hands a question to a person, once for each form. The card that answers it is where the NQSW sees what becomes of it. */
export async function sendQuestion(
  needs: Needs,
  asker: Asker,
  sent: Submissions['question-send'],
): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'ask-person', asker.person.participantId ?? '');
  if (versioned === undefined) return notForYou(needs.programme);
  const { file } = versioned;
  const form = async (filled: Filled) =>
    pressedView(await askForm(needs, asker, file, sent.submissionId, filled));
  const reading = read(sent);
  if (!reading.ok) return form(reading.filled);
  const handing = await handingFor(needs, asker, file, reading.wanted);
  if (handing === undefined) {
    const error = 'Nobody who could take it is there today, so it has not been handed over. Choose another.';
    return form({ to: reading.wanted, words: reading.words, errors: { to: error, question: null } });
  }
  const question = await changeFile(needs, versioned, asker.now, asked(needs, asker, sent, reading, handing));
  if (question === undefined) return notForYou(needs.programme);
  const to = await needs.people.byId(question.to);
  const view = askedView({ programme: needs.programme, file, question, now: asker.now }, to);
  const shows = questionSubject(file.participant.id, question.questionId, 'asked');
  return { kind: 'view', view, at: 'pressed', shows };
}
