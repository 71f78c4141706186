/** Teams as a connector on a bad day: late, throttling, refusing, or taking a message without saying so. */
import type { CardMessage, Messenger, PostedMessage, SendOutcome } from '../../src/services/ports.ts';
import type { FaultyProcess } from './faulty-process.ts';
import type { Chance } from './seeded.ts';
import type { VirtualTime } from './virtual-time.ts';

const deadline = 10_000;

/** A message that Teams has taken. */
export interface Taken {
  /** What it shows, and to whom. */
  readonly what: string;
  /** Why its sender may not know of it, or not have said so: only then may it come twice. */
  excuse: 'reply-lost' | 'stood-still' | 'died' | null;
}

interface Under {
  readonly process: FaultyProcess;
  readonly taken: Taken;
  readonly at: number;
}

export class FaultyTeams {
  readonly taken: Taken[] = [];
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  readonly #likely: () => number;
  #underWay: Under[] = [];
  #ids = 0;

  constructor(time: VirtualTime, chance: Chance, likely: () => number) {
    this.#time = time;
    this.#chance = chance;
    this.#likely = likely;
  }

  /** The subject has been marked as sent: nothing can happen to it between acceptance and mark any more. */
  marked(what: string): void {
    this.#underWay = this.#underWay.filter(({ taken }) => taken.what !== what);
  }

  died(process: FaultyProcess): void {
    for (const { taken } of this.#underWay.filter((one) => one.process === process)) taken.excuse ??= 'died';
  }

  stoodStill(process: FaultyProcess): void {
    for (const { taken } of this.#underWay.filter((one) => one.process === process))
      taken.excuse ??= 'stood-still';
  }

  messenger(process: FaultyProcess): Messenger {
    const post = (to: string, message: CardMessage) => this.#post(process, to, message);
    return {
      toPerson: (address, message) => post(address.conversationId ?? address.userId, message),
      toChannel: (address, message) => post(address.channelId, message),
      update: (posted, message) => this.#update(process, posted, message),
    };
  }

  /** What goes wrong with a request, and whether it is done all the same. */
  async #fault(): Promise<{ readonly outcome: SendOutcome; readonly isDone: boolean } | undefined> {
    const chance = this.#chance;
    await this.#time.wait(chance.between(20, chance.happens(this.#likely()) ? 8_000 : 300));
    if (!chance.happens(this.#likely() * 3)) return undefined;
    const isDone = chance.happens(0.5);
    switch (chance.between(1, 5)) {
      case 1:
        return {
          outcome: { outcome: 'throttled', retryAfterSeconds: chance.pick([null, 1, 7, 60]) },
          isDone: false,
        };
      case 2:
        return {
          outcome: { outcome: 'busy', code: chance.pick(['412', '502', '503', '504']) },
          isDone: false,
        };
      case 3:
        return { outcome: { outcome: 'ambiguous', code: '500' }, isDone };
      case 4:
        await this.#time.wait(deadline);
        return { outcome: { outcome: 'ambiguous', code: 'deadline' }, isDone };
      default:
        return { outcome: { outcome: 'ambiguous', code: 'ECONNRESET' }, isDone };
    }
  }

  async #post(process: FaultyProcess, to: string, message: CardMessage): Promise<SendOutcome> {
    await process.standing();
    const sentAt = this.#time.elapsed();
    const fault = await this.#fault();
    if (fault === undefined || fault.isDone)
      this.#take(process, message.summary, sentAt, fault !== undefined);
    await process.standing();
    if (fault !== undefined) return fault.outcome;
    const activityId = `activity-${++this.#ids}`;
    return { outcome: 'sent', posted: { serviceUrl: 'http://127.0.0.1:9/', conversationId: to, activityId } };
  }

  #take(process: FaultyProcess, what: string, at: number, isLost: boolean): void {
    const taken: Taken = { what, excuse: isLost ? 'reply-lost' : null };
    if (process.isDead) taken.excuse ??= 'died';
    else if (process.wasPausedSince(this.#time.elapsed())) taken.excuse ??= 'stood-still';
    this.taken.push(taken);
    this.#underWay.push({ process, taken, at });
  }

  async #update(process: FaultyProcess, posted: PostedMessage, _: CardMessage): Promise<SendOutcome> {
    await process.standing();
    const fault = await this.#fault();
    await process.standing();
    return fault?.outcome ?? { outcome: 'sent', posted };
  }
}
