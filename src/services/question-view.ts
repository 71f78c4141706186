import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import { type Question, wordsAt } from '../academy/question.ts';
import { dateAndTime } from '../academy/wording.ts';
import { whatsNext } from './ask-buttons.ts';
import type { Person } from './ports.ts';
import type { FactView, LinkView, QuestionView, View } from './views.ts';

/** What a card about one question is drawn from. */
export interface QuestionShown {
  readonly programme: Programme;
  readonly file: ParticipantFile;
  readonly question: Question;
  /** The moment for which it is drawn. */
  readonly now: Temporal.Instant;
}

const nothing: QuestionView = {
  heading: '',
  tone: 'default',
  lines: [],
  words: '',
  facts: [],
  form: null,
  links: [],
  actions: [],
};

export const questionCard = (summary: string, data: Partial<QuestionView>): View => ({
  card: 'question',
  summary,
  data: { ...nothing, heading: summary, ...data },
});

/** A chat of the two, without the bot: nothing of what is said there passes through here. */
export const chatWith = ({ name, email }: Pick<Person, 'name' | 'email'>): LinkView => ({
  // By the first name: a longer button is cut off on a phone.
  title: `Write to ${name.split(' ')[0] ?? name}`.slice(0, 28),
  url: `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(email)}`,
});

/** Why somebody other than the holder has it: said to the NQSW and to whoever got it. */
function standInWords({ programme, question }: QuestionShown, name: string): readonly string[] {
  const title = programme.titles[question.wanted];
  switch (question.handedAs) {
    case 'holder':
      return [];
    case 'holder-away':
      return [`The ${title} is on leave, so this went to ${name} in their place.`];
    case 'nobody-holds-it':
      return [`Nobody is down as ${title} at the moment, so this went to ${name}.`];
    default:
      return question.handedAs satisfies never;
  }
}

function facts({ programme, question }: QuestionShown): readonly FactView[] {
  const { timeZone, titles } = programme;
  const { askedAt, lapsesAt, ended, wanted } = question;
  const at = (instant: Temporal.Instant) => dateAndTime(instant, timeZone);
  const standing: FactView =
    ended === null
      ? { title: 'Seen', value: 'not yet' }
      : { title: ended.as === 'seen' ? 'Seen' : 'Erased unseen', value: at(ended.at) };
  const kept: readonly FactView[] =
    ended === null ? [{ title: 'Kept at most until', value: at(lapsesAt) }] : [];
  return [{ title: 'Asked', value: at(askedAt) }, { title: 'For', value: titles[wanted] }, standing, ...kept];
}

/** The question as its NQSW sees it: to whom it went and whether they have seen it; its words are not repeated. */
export function askedView(shown: QuestionShown, to: Person | undefined): View {
  const { question } = shown;
  const { toName, ended, wanted } = question;
  const links = to === undefined ? [] : [chatWith(to)];
  const standing = { facts: facts(shown), links, actions: [whatsNext] };
  if (ended === null) {
    const lines = [
      ...standInWords(shown, toName),
      'You see here when they have seen it. They answer you in your own chat.',
    ];
    return questionCard(`Handed to ${toName}`, { lines, ...standing });
  }
  if (ended.as === 'seen') {
    const lines = ['Your words are erased. The answer comes in your own chat.'];
    return questionCard(`${toName} has seen your question`, { tone: 'good', lines, ...standing });
  }
  return questionCard('Nobody has looked at your question', {
    tone: 'warning',
    lines: [
      `${toName} has not opened it within five working days, and your words are erased.`,
      'You can ask again, write to them, or ask somebody else.',
    ],
    ...standing,
    actions: [{ title: 'Ask again', verb: 'question-open', data: { function: wanted } }, whatsNext],
  });
}

/** The question as whoever it was handed to sees it. Its words are on this card alone, until it is seen. */
export function receivedView(shown: QuestionShown, nqsw: Person | undefined): View {
  const { file, question, now } = shown;
  const { name, id } = file.participant;
  const links = nqsw === undefined ? [] : [{ ...chatWith(nqsw), title: 'Reply in your own chat' }];
  const standing = { facts: facts(shown), links };
  const words = wordsAt(question, now);
  if (question.ended === null && words !== null) {
    return {
      ...questionCard(`A question from ${name}`, {
        tone: 'warning',
        words,
        lines: [
          ...standInWords(shown, 'you'),
          'Please answer in your own chat. When you say that you have seen it, its words are erased here too.',
        ],
        ...standing,
        actions: [
          {
            title: 'I have seen this',
            verb: 'question-seen',
            data: { participantId: id, questionId: question.questionId },
          },
        ],
      }),
      // A toast is read over shoulders: no name.
      summary: 'A question for you',
    };
  }
  const lines =
    question.ended?.as === 'seen'
      ? [`${name} sees that you have seen it. The words are erased; please answer in your own chat.`]
      : [`Its words were erased after five working days. ${name} knows that nobody has looked.`];
  return {
    ...questionCard(`A question from ${name}`, { lines, ...standing }),
    summary: 'A question for you',
  };
}
