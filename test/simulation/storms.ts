/**
 * Hours of throttling in a few seconds: the pace, the circuit and the shared quota as they are, lanes as loops that do
 * nothing but send. Answers to people go out beside them and wait for nothing.
 */
import type { RateLaw } from '../../src/delivery/adaptive-rate.ts';
import { createPace, type Pace } from '../../src/delivery/pace.ts';
import { startQuota } from '../../src/delivery/quota.ts';
import type { Beat, Heartbeats } from '../../src/services/outbox.ts';
import { throttledPauses } from '../../src/teams/deliver-replies.ts';
import { start } from '../delivery/world.ts';
import { recordingLog } from '../support/recording-log.ts';
import { type Chance, seeded } from './seeded.ts';
import { type QuotaPlan, type Storms, ThrottlingTeams } from './throttling-teams.ts';
import { VirtualTime } from './virtual-time.ts';

export interface StormPlan {
  readonly seed: number;
  readonly hours: number;
  readonly processes: number;
  /** What the processes believe the quota to be. */
  readonly perSecond: number;
  readonly quota: QuotaPlan;
  readonly storms: Storms | null;
  /** Answers to people, a second. */
  readonly answers: number;
  readonly law?: RateLaw;
  /** Told after each virtual hour, and at the end. */
  readonly onHour?: (hours: number) => void;
}

export interface StormFigures {
  readonly sent: number;
  readonly answered: number;
  /** Part of what could have been sent that was, while everybody had something to send. */
  readonly used: number;
  /** Part of all requests that were refused, from the second minute on. */
  readonly refused: number;
  /** Seconds from the first try of an answer until it was taken, 99th percentile. */
  readonly answerP99: number;
  /** Answers that were given up. */
  readonly unanswered: number;
}

/** So many destinations for each process, each with one message after the other. */
const lanes = 400;
const inFlight = 16;

function memoryHeartbeats(): Heartbeats {
  const beats = new Map<string, Beat>();
  return {
    beat: async (beat) => void beats.set(beat.process, beat),
    list: async () => [...beats.values()],
    end: async (process) => void beats.delete(process),
  };
}

class Storm {
  readonly #plan: StormPlan;
  readonly #chance: Chance;
  readonly #time = new VirtualTime(start);
  readonly #teams: ThrottlingTeams;
  readonly #restUntil = new Map<string, number>();
  readonly #waits: number[] = [];
  #isOver = false;
  #sent = 0;
  #requests = 0;
  #refusals = 0;
  #possible = 0;
  #used = 0;
  #unanswered = 0;

  constructor(plan: StormPlan) {
    this.#plan = plan;
    this.#chance = seeded(plan.seed);
    this.#teams = new ThrottlingTeams(plan.quota, plan.storms, this.#chance);
  }

  async run(): Promise<StormFigures> {
    const { perSecond, processes, law, hours, onHour } = this.#plan;
    const { timers } = this.#time;
    const heartbeats = memoryHeartbeats();
    const log = recordingLog();
    for (let n = 0; n < processes; n += 1) {
      const pace = createPace({ timers, perSecond, ...(law === undefined ? {} : { law }) });
      const clock = { now: () => this.#time.shown() };
      const owner = `process-${n}`;
      startQuota({ heartbeats, clock, timers, log, owner, perSecond, sends: true, onShare: pace.limitTo });
      for (let k = 0; k < inFlight; k += 1) void this.#send(pace, n, k);
      void this.#answer(pace, n);
    }
    void this.#measure();
    for (let gone = 0; gone < hours; ) {
      const step = Math.min(1, hours - gone);
      await this.#time.advance(step * 3_600_000);
      gone += step;
      onHour?.(gone);
    }
    this.#isOver = true;
    const sorted = this.#waits.toSorted((a, b) => a - b);
    return {
      sent: this.#sent,
      answered: this.#waits.length,
      used: this.#used / this.#possible,
      refused: this.#refusals / this.#requests,
      answerP99: (sorted[Math.floor(sorted.length * 0.99)] ?? 0) / 1_000,
      unanswered: this.#unanswered,
    };
  }

  /** What Teams would have taken and had not asked us to hold back: no more than we mean to send. */
  async #measure(): Promise<void> {
    while (!this.#isOver) {
      const seconds = this.#time.elapsed() / 1_000;
      const isAsked = this.#teams.isStorm(seconds) === 'said';
      if (seconds >= 60 && !isAsked)
        this.#possible += Math.min(this.#teams.takes(seconds), this.#plan.perSecond) / 10;
      await this.#time.wait(100);
    }
  }

  async #request(pace: Pace | null, destination: string) {
    await this.#time.wait(this.#chance.between(30, 70));
    const now = this.#time.elapsed();
    const isAsked = this.#teams.isStorm(now / 1_000) === 'said';
    const told = this.#teams.request(now);
    await this.#time.wait(this.#chance.between(30, 70));
    if (now >= 60_000) {
      this.#requests += 1;
      if (told.outcome === 'throttled') this.#refusals += 1;
      else if (!isAsked) this.#used += 1;
    }
    pace?.came(destination, told);
    return told;
  }

  /** One place of a worker: takes the next lane that does not rest and sends its next message. */
  async #send(pace: Pace, process: number, place: number): Promise<void> {
    for (let n = place; !this.#isOver; n += inFlight) {
      const destination = `${process}-${n % lanes}`;
      if ((this.#restUntil.get(destination) ?? 0) > this.#time.elapsed()) {
        await this.#time.wait(1);
        continue;
      }
      const turn = await pace.turn(destination, 'routine');
      if (!turn.go) {
        await this.#time.wait(Math.min(turn.wait, 5_000));
        continue;
      }
      const told = await this.#request(pace, destination);
      if (told.outcome === 'sent') this.#sent += 1;
      else this.#restUntil.set(destination, this.#time.elapsed() + (told.retryAfterSeconds ?? 2) * 1_000);
    }
  }

  /** Answers at random moments, each tried again as the bot does. */
  async #answer(pace: Pace, process: number): Promise<void> {
    const perProcess = this.#plan.answers / this.#plan.processes;
    for (let n = 0; !this.#isOver; n += 1) {
      await this.#time.wait(-Math.log(1 - this.#chance.next()) * (1_000 / perProcess));
      void this.#answerOne(pace, `answer-${process}-${n}`);
    }
  }

  async #answerOne(pace: Pace, destination: string): Promise<void> {
    const begun = this.#time.elapsed();
    for (const pause of [0, ...throttledPauses]) {
      await this.#time.wait(pause);
      pace.sentAnswer();
      const told = await this.#request(null, destination);
      if (told.outcome === 'sent') {
        this.#waits.push(this.#time.elapsed() - begun);
        return;
      }
      pace.answerRefused();
    }
    this.#unanswered += 1;
  }
}

export const weather = (plan: StormPlan): Promise<StormFigures> => new Storm(plan).run();
