import { slips } from './slips.ts';
import { wordsOf } from './words.ts';

const place = 'channel here'.split(' ');
const purpose = 'escalation escalations escalated alert alerts notifications warnings'.split(' ');
const choosing = new Set('use make set choose send post put have be direct this want should'.split(' '));
/** Words of a question, or of the opposite. */
const otherwise = new Set('not dont never stop why what who when which whose is are does did was'.split(' '));
const mostWords = 16;

/**
 * Whether a message in a channel makes it the one for alerts: "use this channel for escalations" and its like.
 * It says only what was meant; who may decide it is for the permission table.
 */
export function isChooseEscalationChannel(text: string): boolean {
  const words = wordsOf(text).map((word) => word.text);
  if (words.length > mostWords || words.some((word) => otherwise.has(word))) return false;
  return names(words, place) && names(words, purpose) && words.some((word) => choosing.has(word));
}

/** One of these words, or one slip from a long one. */
function names(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((word) => wanted.some((each) => slips(word, each, 1) <= (each.length >= 6 ? 1 : 0)));
}
