import { isForSomebodyElse } from './elsewhere-asked.ts';
import { confidenceThreshold, type FullUnderstanding } from './intents.ts';
import type { Reading } from './reading.ts';
import { type SecondOpinion, secondOpinion } from './second-opinion.ts';

/** The second opinion contradicts when it is at least as sure as this of something else … */
const sureOfAnother = 0.4;
/** … and gives what the rules say no more than this; more is needed of what the rules themselves are not sure of. */
const ruledOut = { sure: 0.1, unsure: 0.25 } as const;
/** From here on the rules are sure of what they say. */
const rulesAreSure = 0.85;
/** How sure it must be to be offered for a message that the rules are unsure of. */
const worthOffering = 0.4;
/** What a contradicted answer is worth: it is asked back. */
const contradicted = 0.5;
const mostOffered = 3;

/**
 * Lets the second opinion hear what the rules made of a message. It never answers: it turns an answer that it finds
 * all but impossible into a question back, and adds what it takes the message to be to what is offered.
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
    const offered = [...new Set([...candidates, ...offers(worthOffering)])].slice(0, mostOffered);
    return { ...understood, candidates: offered };
  }
  const most = confidence < rulesAreSure ? ruledOut.unsure : ruledOut.sure;
  const disagrees =
    likeliest !== intent && probability >= sureOfAnother && opinion.probabilityOf(intent) <= most;
  if (!disagrees) return understood;
  return { ...understood, confidence: contradicted, candidates: [...offers(sureOfAnother), intent] };
}
