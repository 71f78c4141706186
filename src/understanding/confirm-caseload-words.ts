import type { Recogniser } from './task-words.ts';

const caseload = /^caseloads?$/u;
const confirming = /^(?:confirm|confirming|verify)$/u;
/** One's own number is reported, with a number or without; how it all works is a question. */
const other = /^(?:\d+|my|i|im|how|why|when|what|whats|who|whos|which|does|do|not|dont|report)$/u;

/** "confirm Amara's caseload", "confirm the caseloads of my team": whether the number is right (T6). */
export const asksToConfirmCaseload: Recogniser = (words) =>
  words.some((word) => confirming.test(word)) &&
  words.some((word) => caseload.test(word)) &&
  !words.some((word) => other.test(word));
