import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { type Intent, intents, type Slots } from '../src/understanding/intents.ts';
import { confidenceThreshold, understand } from '../src/understanding/understand.ts';

/** One labelled message: what was typed, what was meant, and the particulars it must yield. */
export interface Utterance {
  readonly text: string;
  readonly intent: Intent;
  readonly slots: Slots;
  readonly heldOut: boolean;
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
  readonly misses: readonly {
    readonly utterance: Utterance;
    readonly as: Intent;
    readonly confidence: number;
    readonly slots: Slots;
  }[];
  /** labelled intent → understood intent → how often */
  readonly confusion: ReadonlyMap<Intent, ReadonlyMap<Intent, number>>;
  readonly microsecondsAMessage: number;
}

const today = Temporal.PlainDate.from('2026-11-04');
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
      if (name === 'happened') return [name, value !== 'no'];
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

export function evaluate(name: string, utterances: readonly Utterance[]): Evaluation {
  const misses: Evaluation['misses'][number][] = [];
  const confusion = new Map<Intent, Map<Intent, number>>();
  const tally = { right: 0, wrong: 0, wrongSlots: 0 };
  const began = performance.now();
  const understood = utterances.map(({ text }) => understand(text, { today }));
  const took = performance.now() - began;
  for (const [index, utterance] of utterances.entries()) {
    const { intent, confidence, slots } = understood[index] ?? {
      intent: 'unknown',
      confidence: 0,
      slots: {},
    };
    const as = intent === 'unknown' || confidence >= confidenceThreshold ? intent : 'unknown';
    const row = confusion.get(utterance.intent) ?? new Map<Intent, number>();
    row.set(as, (row.get(as) ?? 0) + 1);
    confusion.set(utterance.intent, row);
    const right = as === utterance.intent;
    const sameSlots = !right || as === 'unknown' || sameParticulars(slots, utterance.slots);
    if (right) tally.right += 1;
    else if (as !== 'unknown') tally.wrong += 1;
    if (!sameSlots) tally.wrongSlots += 1;
    if (!right || !sameSlots) misses.push({ utterance, as: intent, confidence, slots });
  }
  return {
    name,
    count: utterances.length,
    ...tally,
    unanswered: utterances.length - tally.right - tally.wrong,
    misses,
    confusion,
    microsecondsAMessage: (took * 1000) / Math.max(1, utterances.length),
  };
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
