import type { Temporal } from 'temporal-polyfill';
import { hasPlainTotal } from './amounts.ts';
import type { Slots } from './intents.ts';
import type { Reading } from './reading.ts';

/** A statement turned round: "is my caseload 16", "do I have 16", "should my caseload be 16". */
const askedFor =
  / (?:is|are|was|were|am|do|does|did|should|may|might|must|shall) (?:my|our|his|her|their|the|a|i|we|it|that|this|you|he|she|they) | (?:can|could|would|will) (?:my|our|his|her|their|the|a|i|we|it|that|this|he|she|they) /u;
const asks = /^ (?:is|are|was|were|am i|do|does|did|should|may|might|must|has|have you) |\?/u;
const asksWith = / (?:what|whats|how|hows|why|when|whens|whenever|who|whos|whose|which|where|ok with) /u;
const denied =
  / (?:not|never|isnt|arent|aint|wasnt|werent|dont|doesnt|didnt|havent|hasnt|hadnt|cant|cannot|couldnt|wont|wouldnt|shouldnt|no longer|no more|neither|without|wrong|mistake|incorrect|instead|rather|delete|remove|undo|ignore) /u;
const supposed =
  / (?:if|unless|until|till|once|whether|could have|would|wouldve|should|shouldve|might|may|must|maybe|perhaps|possibly|probably|likely|hypothetically|suppose|supposing|supposed|imagine|pretend|assume|assuming|lets say|example|eg|wish|hope|hoping|want|wanted|need|target|think|thought|guess|reckon|said|says|heard|told|sure|allowed|meant|max|maximum|limit|cap|tops) |^ say /u;
const toCome =
  / (?:will|ill|itll|well be|shall|going to|gonna|about to|due to|expect|expecting|expected|getting|soon|tomorrow|tmrw|next|later|by the end|could go|coming) /u;
const gone =
  / (?:was|were|had|used|been at|yesterday|ago|previously|formerly|before|earlier|last|once|originally|ever) /u;
const roughly =
  / (?:about|around|roughly|approximately|approx|nearly|almost|circa|ish|odd|between|under|below|above|at least|at most|fewer than|less than|more than|or|point|half|quarter|third) | \+/u;
/** Somebody who is neither the writer nor named. */
const ofOthers =
  / (?:colleague|colleagues|friend|friends|everyone|everybody|someone|somebody|others|they|team|manager) (?:has|have|are|is|got|holds|hold) /u;
const uncertain = [askedFor, asks, asksWith, denied, supposed, toCome, roughly, ofOthers];

/**
 * Whether a message says a caseload in any other way than plainly of today: asked, denied, supposed, past, to come,
 * relative or rough, or with a word that nobody has explained. Such a number is no report and raises nothing (A8, A9): the person is asked first.
 */
export function isTentative(reading: Reading, said: Slots, today: Temporal.PlainDate): boolean {
  const typed = reading.words.map((word) => plain(word.raw));
  const meant = reading.texts.map((text, at) => (text === 'were' ? (typed[at] ?? text) : text));
  const lines = [lineOf(meant), lineOf(typed)];
  const is = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  if (hasStrangeWord(reading) || uncertain.some(is) || isOtherDay(said, today)) return true;
  const total = hasPlainTotal(reading);
  return total === 'unclear' || (total !== 'now' && is(gone));
}

/** "Gone to 17" and "given two more, now on 17" are as plain as "is". */
const hasStrangeWord = ({ unexplained }: Reading): boolean =>
  unexplained.some((text) => !/^(?:gone|went|given)$/u.test(text));
const lineOf = (texts: readonly string[]): string => ` ${texts.join(' ')} `;
/** "We're" is no "were". */
const plain = (raw: string): string =>
  raw
    .toLowerCase()
    .replace(/^we're$/u, 'we are')
    .replaceAll("'", '');

function isOtherDay({ date, month }: Slots, today: Temporal.PlainDate): boolean {
  const isOtherDate = date !== undefined && date !== today.toString();
  return isOtherDate || (month !== undefined && month !== today.toPlainYearMonth().toString());
}
