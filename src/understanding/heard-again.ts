import { asksOfThePast } from './asks-of-the-past.ts';
import { isForSomebodyElse } from './elsewhere-asked.ts';
import { confidenceThreshold, type FullUnderstanding, type Intent } from './intents.ts';
import type { Reading } from './reading.ts';
import { type SecondOpinion, secondOpinion } from './second-opinion.ts';
import { isTurnedDown } from './turned-down.ts';

/** The second opinion contradicts when it is at least as sure as this of something else … */
const sureOfAnother = 0.4;
/** … and gives what the rules say no more than this; more is needed of what the rules themselves are not sure of. */
const ruledOut = { sure: 0.25, unsure: 0.5 } as const;
/** From here on the rules are sure of what they say. */
const rulesAreSure = 0.85;
/** What the rules are not sure of must seem at least so likely to it, whatever else seems likelier. */
const leastOfTheUnsure = 0.4;
/** How sure it must be to be offered for a message that the rules are unsure of. */
const worthOffering = 0.4;
/** From here on it stands by what the rules half believe … */
const sureOfTheSame = 0.75;
/** … where they do at least so much … */
const halfBelieved = 0.4;
/** … and nothing is kept or booked by the answer alone. */
const actsAtOnce: ReadonlySet<Intent> = new Set(['caseload', 'learning-sets', 'cancel-booking']);
/** What an answer is worth that both half believe. */
const agreed = 0.65;
/** What a contradicted answer is worth: it is asked back. */
const contradicted = 0.5;
const mostOffered = 3;

const namesCaseload = ({ spans }: Reading) => spans.some(({ concepts }) => concepts.includes('caseload'));

function isAgreed(
  { intent, confidence }: FullUnderstanding,
  reading: Reading,
  opinion: SecondOpinion,
): boolean {
  return (
    intent !== 'unknown' &&
    reading.words.filter(({ kind }) => kind !== 'symbol').length > 1 &&
    opinion.likeliest === intent &&
    opinion.probability >= sureOfTheSame &&
    confidence >= halfBelieved &&
    !actsAtOnce.has(intent) &&
    !asksOfThePast(reading, intent) &&
    !isTurnedDown(reading, intent)
  );
}

/** Whether the second opinion takes it for something else, or, where the rules are not sure either, for nothing much. */
function isDoubted(
  { intent, confidence, slots }: FullUnderstanding,
  reading: Reading,
  opinion: SecondOpinion,
): boolean {
  // A number that is not plainly said opens the form and keeps nothing: that asks back already.
  if (intent === 'caseload' && slots.tentative === true && namesCaseload(reading)) return false;
  const given = opinion.probabilityOf(intent);
  if (confidence < rulesAreSure && given < leastOfTheUnsure) return true;
  const most = confidence < rulesAreSure ? ruledOut.unsure : ruledOut.sure;
  return opinion.likeliest !== intent && opinion.probability >= sureOfAnother && given <= most;
}

/**
 * Lets the second opinion hear what the rules made of a message. It never answers by itself: it turns an answer that it
 * finds unlikely into a question back, lets one stand that both half believe, and adds what it takes the message to be to
 * what is offered.
 */
export function heardAgain(
  understood: FullUnderstanding,
  reading: Reading,
  opinionOf: (reading: Reading) => SecondOpinion = secondOpinion,
): FullUnderstanding {
  if (understood.also.length > 0 || isForSomebodyElse(reading)) return understood;
  const { intent, confidence, candidates } = understood;
  const opinion = opinionOf(reading);
  const { likeliest, probability } = opinion;
  const offers = (least: number): readonly FullUnderstanding['intent'][] =>
    likeliest === 'unknown' || probability < least ? [] : [likeliest];
  if (intent === 'unknown' || confidence < confidenceThreshold) {
    if (isAgreed(understood, reading, opinion)) return { ...understood, confidence: agreed, candidates: [] };
    const offered = [...new Set([...candidates, ...offers(worthOffering)])].slice(0, mostOffered);
    return { ...understood, candidates: offered };
  }
  if (!isDoubted(understood, reading, opinion)) return understood;
  return {
    ...understood,
    confidence: contradicted,
    candidates: [...new Set([...offers(sureOfAnother), intent])],
  };
}
