import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import {
  confidenceThreshold,
  type Intent,
  intents,
  type Slots,
  type Understanding,
} from '../src/understanding/intents.ts';
import { understand } from '../src/understanding/understand.ts';

/** One labelled message: what was typed, what was meant, and the particulars it must yield. */
export interface Utterance {
  readonly text: string;
  readonly intent: Intent;
  readonly slots: Slots;
  readonly heldOut: boolean;
}

/** A message as it was understood; below the threshold it counts as unanswered, whatever the guess. */
export interface Judged {
  readonly utterance: Utterance;
  readonly as: Intent;
  readonly guess: Intent;
  readonly confidence: number;
  readonly slots: Slots;
}

export interface Evaluation {
  readonly name: string;
  readonly count: number;
  /** Understood as labelled, a refusal included. */
  readonly right: number;
  /** An answer given to something else than was asked, or to what should have been refused. */
  readonly wrong: number;
  /** Neither: asked back, or refused although it could have been understood. */
  readonly unanswered: number;
  /** Right intent, but not exactly the particulars. */
  readonly wrongSlots: number;
  readonly misses: readonly Judged[];
  /** labelled intent → understood intent → how often */
  readonly confusion: ReadonlyMap<Intent, ReadonlyMap<Intent, number>>;
  /** Processor time, so that a busy machine does not count against it. */
  readonly microsecondsAMessage: number;
}

export const today = Temporal.PlainDate.from('2026-11-04');
const splitSeed = 20_261_104;

/** The labelled set, each message of it marked as for tuning or held out (a third, by a seeded shuffle). */
export function labelledUtterances(
  file = new URL('../test/understanding/utterances.txt', import.meta.url),
): readonly Utterance[] {
  const read: Omit<Utterance, 'heldOut'>[] = [];
  let intent: Intent = 'unknown';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('//')) continue;
    if (line.startsWith('# ')) {
      intent = intentNamed(line.slice(2));
      continue;
    }
    const [text = '', slots = ''] = line.split(' => ');
    read.push({ text, intent, slots: slotsFrom(slots) });
  }
  const order = shuffled(read.length);
  const held = new Set(order.slice(0, Math.ceil(read.length / 3)));
  return read.map((utterance, index) => ({ ...utterance, heldOut: held.has(index) }));
}

/** What the second opinion is trained on: everything but the third that is held out. */
export function trainingMessages(): readonly Utterance[] {
  return [...labelledUtterances().filter(({ heldOut }) => !heldOut), ...laterUtterances()];
}

/** Messages written later, each round measured unseen and tuned on from then on. */
export function laterUtterances(): readonly Utterance[] {
  return labelledUtterances(new URL('../test/understanding/later.txt', import.meta.url));
}

function intentNamed(name: string): Intent {
  const intent = intents.find((each) => each === name);
  if (intent === undefined) throw new Error(`The labelled set names "${name}", which is no intent`);
  return intent;
}

function slotsFrom(list: string): Slots {
  const pairs = list.split(' ').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      if (name === 'happened' || name === 'books') return [name, value !== 'no'];
      return [name, ['count', 'hours', 'skip'].includes(name) ? Number(value) : value.replaceAll('_', ' ')];
    }),
  );
}

/** Fisher-Yates with a small seeded generator (mulberry32): the same third on every machine. */
function shuffled(length: number): readonly number[] {
  const order = Array.from({ length }, (_, index) => index);
  let state = splitSeed;
  for (let i = length - 1; i > 0; i -= 1) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const j = ((mixed ^ (mixed >>> 14)) >>> 0) % (i + 1);
    const [a, b] = [order[i] ?? 0, order[j] ?? 0];
    order[i] = b;
    order[j] = a;
  }
  return order;
}

/** What a method makes of a message. */
export type Method = (text: string) => Understanding;

const asTheBot: Method = (text) => understand(text, { today });

export function evaluate(
  name: string,
  utterances: readonly Utterance[],
  method: Method = asTheBot,
): Evaluation {
  const before = process.cpuUsage();
  const understood = utterances.map((utterance) => judged(utterance, method));
  const { user, system } = process.cpuUsage(before);
  const count = (is: (each: Judged) => boolean): number => understood.filter(is).length;
  return {
    name,
    count: utterances.length,
    right: count(isRight),
    wrong: count((each) => !isRight(each) && each.as !== 'unknown'),
    unanswered: count((each) => !isRight(each) && each.as === 'unknown'),
    wrongSlots: count((each) => isRight(each) && !hasRightParticulars(each)),
    misses: understood.filter((each) => !isRight(each) || !hasRightParticulars(each)),
    confusion: confusionOf(understood),
    microsecondsAMessage: (user + system) / Math.max(1, utterances.length),
  };
}

function judged(utterance: Utterance, method: Method): Judged {
  const { intent, confidence, slots } = method(utterance.text);
  return {
    utterance,
    as: confidence >= confidenceThreshold ? intent : 'unknown',
    guess: intent,
    confidence,
    slots,
  };
}

function isRight({ utterance, as }: Judged): boolean {
  return as === utterance.intent;
}

function hasRightParticulars({ utterance, as, slots }: Judged): boolean {
  return as === 'unknown' || sameParticulars(slots, utterance.slots);
}

function confusionOf(understood: readonly Judged[]): Evaluation['confusion'] {
  const confusion = new Map<Intent, Map<Intent, number>>();
  for (const { utterance, as } of understood) {
    const row = confusion.get(utterance.intent) ?? new Map<Intent, number>();
    confusion.set(utterance.intent, row.set(as, (row.get(as) ?? 0) + 1));
  }
  return confusion;
}

function sameParticulars(found: Slots, expected: Slots): boolean {
  const line = (slots: Slots): string =>
    JSON.stringify(Object.entries(slots).sort(([a], [b]) => a.localeCompare(b)));
  return line(found) === line(expected);
}

/** The measurements of understanding as lines of text: the two parts of the labelled set and what was confused. */
export function understandingReport(): {
  readonly evaluations: readonly Evaluation[];
  readonly text: string;
} {
  const all = labelledUtterances();
  const evaluations = [
    evaluate(
      'tuned on',
      all.filter(({ heldOut }) => !heldOut),
    ),
    evaluate(
      'held out',
      all.filter(({ heldOut }) => heldOut),
    ),
  ];
  return { evaluations, text: evaluations.map(evaluationText).join('\n') };
}

/** One line of the comparison of methods. */
export function shortText({
  name,
  count,
  right,
  wrong,
  unanswered,
  microsecondsAMessage,
}: Evaluation): string {
  const share = (part: number): string => `${((100 * part) / count).toFixed(1)} %`.padStart(7);
  return `  ${name.padEnd(52)} right ${share(right)}  wrong ${share(wrong)}  not answered ${share(unanswered)}  ${(microsecondsAMessage / 1000).toFixed(2)} ms`;
}

export function evaluationText(evaluation: Evaluation): string {
  const share = (part: number): string => `${((100 * part) / evaluation.count).toFixed(1)} %`;
  const { name, count, right, wrong, unanswered, wrongSlots, microsecondsAMessage } = evaluation;
  return [
    `${name}: ${count} messages, right ${share(right)}, wrong ${share(wrong)}, not answered ${share(unanswered)}, right intent with other particulars ${share(wrongSlots)}, ${(microsecondsAMessage / 1000).toFixed(2)} ms a message`,
    ...confusionLines(evaluation),
  ].join('\n');
}

function confusionLines({ confusion }: Evaluation): readonly string[] {
  return [...confusion].map(([intent, row]) => {
    const total = [...row.values()].reduce((sum, times) => sum + times, 0);
    const others = [...row].filter(([as]) => as !== intent).map(([as, times]) => `${as} ${times}`);
    return `  ${intent.padEnd(20)} ${String(row.get(intent) ?? 0).padStart(3)} of ${String(total).padStart(3)}${others.length > 0 ? `   taken for ${others.join(', ')}` : ''}`;
  });
}
