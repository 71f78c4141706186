import type { Temporal } from 'temporal-polyfill';
import { phrasesOf } from './concept.ts';
import { type ReviewStage, reviewStages, type Slots, type Understanding } from './intents.ts';
import { type ConceptName, isKnownWord } from './lexicon.ts';
import { type Reading, readWords } from './reading.ts';
import { slotsOf } from './slots.ts';
import type { Word } from './words.ts';

const leads = [
  'what about',
  'how about',
  'and what about',
  'and how about',
  'and',
  'ok and',
  'okay and',
  'what of',
  'same for',
  'and for',
  'and the same for',
  'also',
  'no',
  'no i meant',
  'no i mean',
  'i meant',
  'i mean',
  'sorry i meant',
  'sorry i mean',
  'i meant to say',
  'sorry',
];
/** Said before a number that takes the place of the one before it, or answers a form. */
const corrections =
  /^(?:(?:no|sorry|oops|actually|wait|i meant|i mean|i meant to say|meant|it should be|should be|should have been|its|it is|make that|make it|that should be|try|not \d+|ive got|i have|im on) )*(\d{1,4})(?: (?:children|kids|cases))?(?: (?:not \d+|sorry))?$/u;
const others = new Set(
  phrasesOf(`
    the other one, other one, the other, not that one, wrong one, thats the wrong one, a different one, not this one,
    thats not the one, not that, i meant the other one, the other kind`),
);
/** What else somebody may have meant who says "the other one" of a date. */
const otherThan: Partial<Record<Understanding['intent'], readonly Understanding['intent'][]>> = {
  'next-review': ['next-supervision', 'whats-next', 'my-year'],
  'next-supervision': ['next-review', 'whats-next', 'my-year'],
  'whats-next': ['next-review', 'next-supervision', 'my-year'],
  'my-year': ['next-review', 'next-supervision', 'whats-next'],
};
const further = new Set(
  phrasesOf(`
    the one after, one after, the one after that, one after that, after that, the next one, next one,
    the one following, the following one, then, the next, next, the one after next, and after, after,
    whats after that, what comes after that, what is after that, whats the one after,
    when is the one after, whens the one after, when is the one after that, whens the one after that,
    when is the next one, the second one, after this, after this one, the one after this,
    whats next after that, what happens after that, whats after this, then what, what then`),
);
const whys = new Set(
  phrasesOf(`
    why, why then, why is that, whys that, how come, why that date, why that day, why this date,
    but why, why so late, why so early, why so soon, y, explain, explain that, can you explain, how so,
    really why, why not earlier, why not sooner, reason, whats the reason`),
);
const agains = new Set(
  phrasesOf(`
    when, when is it, when is that, whens that, whens it, what date, which day, what day, when was that,
    what day is that, what date is that, date, what day is it`),
);
const mine = new Set(
  phrasesOf(`
    mine, me, myself, for me, my own, me then`),
);

/** What the new subject of "what about …" asks, when nothing else is said. */
const subjectAsks: readonly (readonly [ConceptName, Understanding['intent']])[] = [
  ['learningSet', 'learning-sets'],
  ['review', 'next-review'],
  ['stage', 'next-review'],
  ['supervision', 'next-supervision'],
  ['event', 'whats-next'],
  ['ending', 'my-year'],
  ['caseload', 'caseload'],
  ['protectedTime', 'protected-time'],
  ['overdue', 'overdue'],
  ['function', 'people'],
];

/** A follow-up; with candidates when it is to be asked back. */
type FollowUp = Understanding & { readonly candidates?: readonly Understanding['intent'][] };

/** How sure a follow-up is: it leans on what was understood before. */
const followed = 0.9;

/**
 * Reads a message that is complete only together with the one before it: "and the one after?", "why?",
 * "what about supervision?", "and Tom?". Undefined when it stands on its own feet.
 */
export function followUp(
  typed: readonly Word[],
  follows: Understanding,
  today: Temporal.PlainDate,
): FollowUp | undefined {
  const number = follows.intent === 'caseload' ? numberIn(typed) : undefined;
  if (number !== undefined)
    return { intent: 'caseload', slots: { ...about(follows.slots.person), ...number }, confidence: followed };
  const dated = typed.filter((word) => word.kind !== 'symbol');
  const led = ledBy(dated.map((word) => word.text));
  const rest = dated.slice(led);
  const line = rest.map((word) => word.text).join(' ');
  if (rest.length === 0 || rest.length > 7) return undefined;
  const short = saidShort(line, follows);
  if (short !== undefined) return short;
  return led === 0 ? undefined : newSubject(rest, follows, today);
}

/** "why?", "and the one after?", "when is it?", "the other one", "and mine?" */
function saidShort(line: string, follows: Understanding): FollowUp | undefined {
  // Of supervision in general the next of any series is meant; its card holds the reasons, those of a review would not be asked for.
  if (whys.has(line) && follows.intent === 'next-supervision' && follows.slots.series === undefined)
    return { ...follows, confidence: followed };
  if (whys.has(line) && isDated(follows))
    return { intent: 'why-date', slots: kept(follows.slots), confidence: followed };
  if (further.has(line) && isDated(follows)) return furtherOn(follows);
  if (others.has(line)) return otherOne(follows);
  if (agains.has(line) && isDated(follows)) return { ...follows, confidence: followed };
  if (mine.has(line)) {
    const { person: _, ...slots } = follows.slots;
    return { intent: follows.intent, slots, confidence: followed };
  }
  return undefined;
}

/** "14", "sorry, 14", "no, I meant 14 not 41"; with a question mark it asks, and reports nothing. */
function numberIn(typed: readonly Word[]): Slots | undefined {
  const line = typed
    .filter((word) => word.kind !== 'symbol')
    .map((word) => word.raw.toLowerCase().replaceAll(/['’]/gu, ''))
    .join(' ');
  const said = corrections.exec(line);
  if (said === null) return undefined;
  const asks = typed.some((word) => word.raw === '?');
  return { count: Number(said[1]), ...(asks ? { tentative: true } : {}) };
}

/** Of people: the question again without the name, so that it is asked whom. Of dates: what else it may have been. */
function otherOne(follows: Understanding): FollowUp | undefined {
  const offered = otherThan[follows.intent];
  if (offered !== undefined) return { intent: 'unknown', slots: {}, confidence: 0.5, candidates: offered };
  const isOfPerson = follows.intent === 'record-supervision' || follows.intent === 'caseload';
  return isOfPerson ? { intent: follows.intent, slots: {}, confidence: followed } : undefined;
}

function ledBy(texts: readonly string[]): number {
  const lengths = leads
    .filter((phrase) => texts.join(' ').startsWith(`${phrase} `))
    .map((phrase) => phrase.split(' ').length);
  return Math.max(0, ...lengths);
}

function isDated(understanding: Understanding): boolean {
  return [
    'next-review',
    'next-supervision',
    'whats-next',
    'why-date',
    'my-year',
    'overdue',
    'learning-sets',
  ].includes(understanding.intent);
}

function kept({ stage, series, person, skip }: Slots): Slots {
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(series === undefined ? {} : { series }),
    ...(person === undefined ? {} : { person }),
    ...(skip === undefined ? {} : { skip }),
  };
}

function furtherOn(follows: Understanding): Understanding {
  const intent =
    follows.intent === 'why-date'
      ? follows.slots.series === undefined
        ? 'next-review'
        : 'next-supervision'
      : follows.intent;
  const stage = nextStage(follows.slots.stage);
  if (intent === 'next-review' && stage !== undefined)
    return { intent, slots: { ...about(follows.slots.person), stage }, confidence: followed };
  return {
    intent,
    slots: { ...kept(follows.slots), skip: (follows.slots.skip ?? 0) + 1 },
    confidence: followed,
  };
}

function nextStage(stage: ReviewStage | undefined): ReviewStage | undefined {
  return stage === undefined ? undefined : reviewStages[reviewStages.indexOf(stage) + 1];
}

/** What a new subject may be said with, so that nothing else slips in under "what about". */
const sayable = new Set<ConceptName>([
  ...subjectAsks.map(([name]) => name),
  'person',
  'date',
  'month',
  'period',
  'number',
  'next',
  'agenda',
  'mine',
  'session',
  'any',
  'show',
  'bot',
]);

function newSubject(
  words: readonly Word[],
  follows: Understanding,
  today: Temporal.PlainDate,
): Understanding | undefined {
  const reading = readWords(words);
  const name = loneName(reading);
  if (!isSayable(reading, name)) return undefined;
  const subject = subjectAsks.find(([each]) =>
    reading.spans.some((span) => span.concepts.includes(each)),
  )?.[1];
  const intent = subject ?? follows.intent;
  const said = slotsOf(reading, intent, today, follows.slots.person);
  const slots = name === undefined ? said : { ...said, person: name };
  const isPeriod = reading.dates.length > 0 && isDated(follows);
  if (subject === undefined && Object.keys(slots).length === 0 && !isPeriod) return undefined;
  const carried = subject === undefined ? kept(follows.slots) : about(follows.slots.person);
  // "What about 18?" asks; it reports nothing.
  const asked: Slots = intent === 'caseload' && slots.count !== undefined ? { tentative: true } : {};
  return { intent, slots: { ...carried, ...slots, ...asked }, confidence: followed };
}

function isSayable(reading: Reading, name: string | undefined): boolean {
  const strange = reading.unexplained.filter((text) => text !== name?.toLowerCase());
  return (
    strange.length === 0 && reading.spans.every((span) => span.concepts.some((each) => sayable.has(each)))
  );
}

function about(person: string | undefined): Slots {
  return person === undefined ? {} : { person };
}

/** After "and" or "what about", one unknown word is a name. */
function loneName(reading: Reading): string | undefined {
  const [only, ...others] = reading.words;
  if (only === undefined || others.length > 0 || only.kind !== 'word' || reading.dates.length > 0)
    return undefined;
  const base = only.possessiveOf ?? only.text;
  return isKnownWord(base) ? undefined : only.raw.slice(0, base.length);
}
