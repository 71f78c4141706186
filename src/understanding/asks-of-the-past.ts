import type { Intent } from './intents.ts';
import type { Reading } from './reading.ts';

const subject =
  '(?:(?:reflective|case|peer|group|formal|assessment|progress|1|one|to) )*(?:supervisions?|supos?|sups?|reviews?|sessions?|1:1s?|meetings?)';
const lastOnes = [
  new RegExp(` (?:my|the|our|his|her|their|was|were|had|s) (?:last|previous) ${subject} `, 'u'),
  new RegExp(`^ (?:the )?(?:last|previous) ${subject} `, 'u'),
  new RegExp(` (?:whens?|what|whats|which day|what day|what date) .*(?:last|previous) ${subject} `, 'u'),
];
const past = [
  ...lastOnes,
  / (?:when|what date|what day|which day) (?:was|were|did) (?!you )/u,
  / how did (?:i|we|he|she|they|it) (?:do|get on|go|perform) | did (?:i|we|he|she|they) (?:last|already) | (?:i|we|he|she|they) last (?:had|have|met|saw|seen) /u,
];
const counted =
  / how (?:many|much) .*(?:have|has|had|did) (?:i|we|he|she|they|\p{L}+) (?:had|have|done|do|been|already)| how (?:many|much) .*(?:so far|already|held|been done) /u;
/** "When did you say my next review is" asks of what is to come; "the last review of the year" too. */
const toCome = / (?:next|coming|upcoming|final|of the (?:year|programme)) /u;
const dated: ReadonlySet<Intent> = new Set(['next-review', 'next-supervision', 'whats-next']);
const telling = / (?:record|log|add|enter|note|write) /u;

/**
 * Whether a message that seems to be `intent` asks of what has been: "when was my last supervision", "how many
 * supervisions have I had". None of the questions answers that, and the next date would be a wrong answer.
 */
export function asksOfThePast(reading: Reading, intent: Intent): boolean {
  const line = ` ${reading.texts.join(' ')} `;
  if (telling.test(line) || toCome.test(line)) return false;
  if (counted.test(line)) return dated.has(intent) || intent === 'record-supervision';
  if (intent === 'people') return lastOnes.some((pattern) => pattern.test(line));
  return dated.has(intent) && past.some((pattern) => pattern.test(line));
}
