/**
 * Whose turn it is to send. Every message of this process passes here, so that all processes together keep to the
 * tenant's quota, no conversation gets more than Teams takes for it, and nothing is sent while the connector refuses.
 */
import { createAdaptiveRate, type RateLaw } from './adaptive-rate.ts';
import { createCircuit, type Told } from './circuit.ts';
import { createConversationWindows, withoutWindows } from './conversation-windows.ts';
import type { Timers } from './timers.ts';

/** `prompt` answers what a person has done, and goes before what was planned long ago. */
export type Urgency = 'prompt' | 'routine';

/** `wait`: not now; whoever asked had better let go of its lane and come back after so many milliseconds. */
export type PaceTurn = { readonly go: true } | { readonly go: false; readonly wait: number };

export interface Pace {
  /** Resolves when the next message to this destination may go. Each `go` is followed by `came` or `notSent`. */
  turn(destination: string, urgency: Urgency): Promise<PaceTurn>;
  came(destination: string, told: Told): void;
  notSent(destination: string): void;
  /** A message that waited for nobody, an answer to a person: it counts all the same. */
  sentAnswer(): void;
  /** Teams had no room for an answer to a person: it is tried again soon, and notices leave it the room. */
  answerRefused(): void;
  /** The share of the tenant's quota that is this process's own, in messages a second. */
  readonly limitTo: (perSecond: number) => void;
  /** Messages a second that are tried at present. */
  rate(): number;
}

export interface PaceNeeds {
  readonly timers: Timers;
  readonly perSecond: number;
  /** False where no conversation has a limit of its own. */
  readonly perConversation?: boolean;
  readonly law?: RateLaw;
  /** Everything is held back, or sent again. */
  readonly onHeld?: (milliseconds: number) => void;
}

/** Longer than this nobody keeps a lane and a place in the worker waiting. Milliseconds. */
const patience = 5_000;
/** Timers come late, so messages may go ahead of the even pace by so much. Milliseconds. */
const ahead = 100;
/** However many answers went out, notices are held back for no longer than this. Milliseconds. */
const mostOwed = 2_000;
/** So that the next try of an answer is taken: Teams fills its quota up meanwhile. Milliseconds. */
const roomForAnswer = 500;
/** While one message has gone ahead to see whether Teams takes any. Milliseconds. */
const lookAgain = 250;

interface Waiting {
  readonly destination: string;
  readonly resolve: (turn: PaceTurn) => void;
}

class Turns implements Pace {
  readonly #timers: Timers;
  readonly #onHeld: (milliseconds: number) => void;
  readonly #rate;
  readonly #windows;
  readonly #circuit = createCircuit();
  readonly #waiting: Record<Urgency, Waiting[]> = { prompt: [], routine: [] };
  #nextAt = 0;
  #cancel: () => void = () => {};

  constructor({ timers, perSecond, perConversation = true, law, onHeld = () => {} }: PaceNeeds) {
    this.#timers = timers;
    this.#onHeld = onHeld;
    this.#windows = perConversation ? createConversationWindows() : withoutWindows;
    this.#rate = createAdaptiveRate(perSecond, law);
  }

  turn(destination: string, urgency: Urgency): Promise<PaceTurn> {
    const now = this.#timers.elapsed();
    const wait = Math.max(this.#circuit.wait(now) ?? 0, this.#windows.wait(destination, now));
    if (wait > patience) return Promise.resolve({ go: false, wait });
    return new Promise((resolve) => {
      this.#waiting[urgency].push({ destination, resolve });
      this.#goOn();
    });
  }

  came(destination: string, told: Told): void {
    const now = this.#timers.elapsed();
    if (told.outcome === 'throttled') this.#rate.throttled(now);
    if (this.#circuit.came(destination, told, now)) this.#onHeld(this.#circuit.wait(now) ?? 0);
    this.#goOn();
  }

  notSent(destination: string): void {
    this.#circuit.notSent(destination);
    this.#goOn();
  }

  sentAnswer(): void {
    const now = this.#timers.elapsed();
    this.#count(now);
    this.#nextAt = Math.min(this.#nextAt, now + mostOwed);
  }

  answerRefused(): void {
    this.#nextAt = Math.max(this.#nextAt, this.#timers.elapsed() + roomForAnswer);
  }

  limitTo = (perSecond: number): void => this.#rate.limitTo(perSecond);

  rate(): number {
    return this.#rate.at(this.#timers.elapsed());
  }

  #count(now: number): void {
    this.#nextAt = Math.max(this.#nextAt, now) + 1_000 / this.#rate.at(now);
  }

  /** Gives turns to whoever may go, and sees to it that it is looked again when the next may. */
  #goOn(): void {
    this.#cancel();
    const now = this.#timers.elapsed();
    let wait = this.#held(now);
    while (wait === 0) wait = this.#giveOne(now) ? this.#held(now) : this.#soonest(now);
    if (wait === null) return;
    this.#cancel = this.#timers.after(wait, () => this.#goOn());
  }

  /** Milliseconds until the next message may go to anybody; null when nobody waits. */
  #held(now: number): number | null {
    if (this.#waiting.prompt.length + this.#waiting.routine.length === 0) return null;
    const circuit = this.#circuit.wait(now);
    if (circuit === null) return lookAgain;
    if (circuit > patience) {
      this.#sendAway(circuit);
      return null;
    }
    return Math.max(circuit, this.#nextAt - ahead - now, 0);
  }

  #sendAway(wait: number): void {
    for (const all of Object.values(this.#waiting)) {
      for (const { resolve } of all.splice(0)) resolve({ go: false, wait });
    }
  }

  #giveOne(now: number): boolean {
    for (const all of [this.#waiting.prompt, this.#waiting.routine]) {
      const first = all.findIndex(({ destination }) => this.#windows.wait(destination, now) <= 0);
      const [given] = first < 0 ? [] : all.splice(first, 1);
      if (given === undefined) continue;
      this.#windows.sent(given.destination, now);
      this.#circuit.left(given.destination);
      this.#count(now);
      given.resolve({ go: true });
      return true;
    }
    return false;
  }

  /** When the first of those who wait for their own conversation may go on. */
  #soonest(now: number): number {
    const all = [...this.#waiting.prompt, ...this.#waiting.routine];
    return Math.max(1, Math.min(...all.map(({ destination }) => this.#windows.wait(destination, now))));
  }
}

export const createPace = (needs: PaceNeeds): Pace => new Turns(needs);
