import type { Temporal } from 'temporal-polyfill';
import { asksOfThePast } from './asks-of-the-past.ts';
import { type AssessmentRequest, assessmentRequest } from './assessment-words.ts';
import { clausesOf, sentencesOf } from './clauses.ts';
import { followUp } from './follow-up.ts';
import { heardAgain } from './heard-again.ts';
import { instructsTheBot } from './instructions-to-the-bot.ts';
import { confidenceThreshold, type FullUnderstanding, type Intent, type Understanding } from './intents.ts';
import { tellsOfOwnLeave } from './leave-words.ts';
import { type Fit, fits as fitsOf } from './match.ts';
import { type Reading, read } from './reading.ts';
import { type SendingRequest, sendingRequest } from './sending-words.ts';
import { slotsOf } from './slots.ts';
import { taskRequest } from './task-words.ts';
import { isTurnedDown } from './turned-down.ts';
import { speaksOfDistress } from './wellbeing.ts';
import { wordsOf } from './words.ts';

export interface Context {
  /** The academy's own date, from which "Tuesday" and "in November" are read. */
  readonly today: Temporal.PlainDate;
  /** What the message before this one was understood as, so that "why?" and "and the one after?" mean something. */
  readonly follows?: Understanding;
  /** The message is a question whatever form it names: whoever sent it has none to fill in. */
  readonly withoutForms?: true;
}

/** Below this it is not even worth asking back: the text is `unknown`. */
const guessThreshold = 0.35;
/** What a clause must reach when the rest of the message means nothing to the bot. */
const clauseThreshold = 0.8;
const small: ReadonlySet<Intent> = new Set(['greeting', 'thanks']);

/** What a message means: intent, particulars and how sure that is. Pure: the same words always mean the same. */
export function understand(text: string, context: Context): Understanding {
  const { intent, slots, confidence } = understandFully(text, context);
  return { intent, slots, confidence };
}

/** A second hearing of what the rules made of a message, or of one clause of it. */
type Hear = (understood: FullUnderstanding, reading: Reading) => FullUnderstanding;

/**
 * `understand` with the candidates to offer and whatever else the message asked. `hear` lets a second opinion change
 * what the rules made of it.
 */
export function understandFully(text: string, context: Context, hear: Hear = heardAgain): FullUnderstanding {
  const whole = read(text);
  if (whole.words.length === 0) return unknown(1, []);
  if (instructsTheBot(text)) return unknown(1, []);
  if (speaksOfDistress(whole)) return found('wellbeing', 0.95, whole, context);
  const requested = requestedIn(text, whole, context);
  if (requested !== undefined) return requested;
  if (/^\s*\?{1,3}\s*$/u.test(text)) return found('help', 0.8, whole, context);
  const followed =
    context.follows === undefined ? undefined : followUp(wordsOf(text), context.follows, context.today);
  if (followed !== undefined) return { candidates: [], ...followed, also: [] };
  if (tellsOfOwnLeave(whole.texts)) return found('settings', 0.85, whole, context);
  // A number alone is a caseload only where one was asked for.
  if (/^\s*\d{1,3}\s*$/u.test(text)) return unknown(1, ['caseload']);
  return hear(fromClauses(text, whole, context, hear), whole);
}

/** What the intents do not tell apart: a switch, a part of the assessment, a form of the year. */
function requestedIn(text: string, whole: Reading, context: Context): FullUnderstanding | undefined {
  const sending = sendingRequest(text);
  if (sending !== undefined) return { ...ofSending(sending, whole, context), sending };
  const assessment = assessmentRequest(text);
  if (assessment !== undefined) return { ...ofAssessment(assessment, whole, context), assessment };
  const task = context.withoutForms === true ? undefined : taskRequest(text);
  if (task === undefined) return undefined;
  const intent = task === 'protected-time' ? task : 'record-supervision';
  return { ...found(intent, 0.95, whole, context), task };
}

const switches: ReadonlySet<SendingRequest> = new Set(['stop', 'resume', 'state']);

function ofSending(request: SendingRequest, whole: Reading, context: Context): FullUnderstanding {
  return switches.has(request) ? unknown(1, []) : found('report', 0.95, whole, context);
}

/** A record is a record whatever it is of; the rest is asked of the year. */
function ofAssessment(request: AssessmentRequest, whole: Reading, context: Context): FullUnderstanding {
  const isRecord = request.startsWith('record-') || request === 'correct-review';
  return found(isRecord ? 'record-supervision' : 'my-year', 0.95, whole, context);
}

/** What a question about the past, or one that is turned down, can reach at most: it is asked back. */
const notAskedSo = 0.5;

function fits(reading: Reading): readonly Fit[] {
  return fitsOf(reading).map((fit) =>
    asksOfThePast(reading, fit.intent) || isTurnedDown(reading, fit.intent)
      ? { ...fit, confidence: Math.min(fit.confidence, notAskedSo) }
      : fit,
  );
}

interface Part {
  readonly reading: Reading;
  readonly fits: readonly Fit[];
}

function fromClauses(text: string, whole: Reading, context: Context, hear: Hear): FullUnderstanding {
  const wholeFits = fits(whole);
  const said = askedIn(text);
  const intents = new Set(said.map((part) => part.fits[0]?.intent));
  const [first, ...rest] = said;
  if (first !== undefined && intents.size > 1) return severally([first, ...rest], context, hear);
  const best = wholeFits[0];
  if (best !== undefined && best.confidence >= confidenceThreshold)
    return fromFits(wholeFits, whole, context);
  const only = first?.fits[0];
  const isClearer = only !== undefined && only.confidence > (best?.confidence ?? 0);
  if (first !== undefined && isClearer && !isOfCasework(only.intent, whole)) {
    return found(only.intent, only.confidence * 0.95, whole, context);
  }
  return fromFits(wholeFits, whole, context);
}

const general: ReadonlySet<Intent> = new Set(['whats-next', 'handbook', 'help', 'people', 'caseload']);

/** "What should I do?" after words about a child or a family is about them, and no question to the academy. */
function isOfCasework(intent: Intent, { spans }: Reading): boolean {
  return general.has(intent) && spans.some(({ concepts }) => concepts.includes('casework'));
}

/** The clauses that say something for themselves; pleasantries only when there is nothing else. */
function askedIn(text: string): readonly Part[] {
  const sentences = sentencesOf(text);
  const parts = sentences.flatMap((sentence) => {
    const whole = partOf(sentence);
    const clauses = clausesOf(sentence).map(partOf);
    const clear = clauses.filter(isClear);
    const joined = clear.length > 1 || !isClear(whole);
    return joined && clauses.length > 1 ? clear : [whole].filter(isClear);
  });
  const substantial = parts.filter((part) => !small.has(part.fits[0]?.intent ?? 'unknown'));
  return substantial.length > 0 ? substantial : parts;
}

function partOf(text: string): Part {
  const reading = read(text);
  return { reading, fits: fits(reading) };
}

function isClear(part: Part): boolean {
  return (part.fits[0]?.confidence ?? 0) >= clauseThreshold;
}

/** Each clause is heard by itself. A first one in doubt is asked back; a later one in doubt is left out. */
function severally(parts: readonly Part[], context: Context, hear: Hear): FullUnderstanding {
  const heard = parts.map((part) => hear(fromFits(part.fits, part.reading, context), part.reading));
  const main = heard[0] ?? unknown(1, []);
  if (main.confidence < confidenceThreshold) return main;
  const also = heard
    .filter(
      (each, index, all) =>
        each.confidence >= confidenceThreshold &&
        each.intent !== main.intent &&
        all.findIndex((other) => other.intent === each.intent) === index,
    )
    .map(({ intent, slots, confidence }) => ({ intent, slots, confidence }));
  return { ...main, also };
}

function fromFits(all: readonly Fit[], reading: Reading, context: Context): FullUnderstanding {
  const best = all[0];
  if (best === undefined || best.confidence < guessThreshold) return unknown(1 - (best?.confidence ?? 0), []);
  const understood = found(best.intent, best.confidence, reading, context);
  if (best.confidence >= confidenceThreshold) return understood;
  return { ...understood, candidates: candidatesOf(all) };
}

function candidatesOf(all: readonly Fit[]): readonly Intent[] {
  return [
    ...new Set(all.filter((fit) => fit.confidence >= guessThreshold * 0.8).map((fit) => fit.intent)),
  ].slice(0, 3);
}

function found(intent: Intent, confidence: number, reading: Reading, context: Context): FullUnderstanding {
  const slots = slotsOf(reading, intent, context.today, context.follows?.slots.person);
  return {
    intent,
    slots,
    confidence: Math.round(Math.min(confidence, 1) * 100) / 100,
    candidates: [],
    also: [],
  };
}

function unknown(confidence: number, candidates: readonly Intent[]): FullUnderstanding {
  return {
    intent: 'unknown',
    slots: {},
    confidence: Math.round(confidence * 100) / 100,
    candidates,
    also: [],
  };
}
