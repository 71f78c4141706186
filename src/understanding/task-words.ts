import type { YearFormName } from '../academy/year-form-name.ts';
import { enrolmentAsked } from './enrolment-words.ts';
import { wordsOf } from './words.ts';

/*
 * Requests to enter something of a year: "log 3 hours of protected time", "induction checklist for Amara". The intents
 * tell what is asked; what is to be entered is recognised beside them, and only where the words leave no doubt.
 */

/** The words of a message, in lower case. */
export type TaskReading = readonly string[];

/** Whether a message asks for this form. Whose it is, and whether the asker may, is for the services. */
export type Recogniser = (words: TaskReading, text: string) => boolean;

const lineOf = (words: TaskReading) => ` ${words.join(' ')} `;

/** "cover for Amara", "who covers me?", "arrange cover for my leave". */
const asksForCover: Recogniser = (words) =>
  / (?:arrange|set up|organise|add|need|end|cancel|change) (?:a |some |the |my )?cover | cover (?:for|while|during) | who (?:covers|is covering|will cover)(?: for)? me | (?:who|whos|is anyone|anybody) covering for me /u.test(
    lineOf(words),
  ) &&
  !/ (?:visit|visits|duty|court|contact|child|children|case|cases|letter|topics?|how|what|does) /u.test(
    lineOf(words),
  );

/** "record the handover for Amara", "handover held". */
const asksForHandover: Recogniser = (words) =>
  / (?:record|log|enter|had|held|done) (?:the |a |my )?hand ?over | hand ?over (?:was |is |has been )?(?:held|done|recorded) /u.test(
    lineOf(words),
  );

const recognisers: { readonly [Name in YearFormName]?: Recogniser } = {
  cover: asksForCover,
  handover: asksForHandover,
  enrolment: (_, text) => enrolmentAsked(text) !== undefined,
};

const mostWords = 16;

/** The form that a message asks for; undefined for everything else. */
export function taskRequest(text: string): YearFormName | undefined {
  const words = wordsOf(text).map((word) => word.text);
  if (words.length === 0 || words.length > mostWords) return undefined;
  const found = Object.entries(recognisers).find(([, asksFor]) => asksFor(words, text));
  return found?.[0] as YearFormName | undefined;
}
