import { Temporal } from 'temporal-polyfill';
import { handOver } from './hand-over.ts';
import type { LaneTurns } from './lane-turns.ts';
import { dueWakes, lookAtAllDue } from './look.ts';
import type { DeliveryNeeds } from './needs.ts';
import { findUnfinished } from './sweep.ts';
import { wait } from './timers.ts';

export type FinishNeeds = DeliveryNeeds & {
  readonly turns: LaneTurns;
  readonly isStopping: () => boolean;
  /** Takes every alarm that is visible and waits for what it leads to. */
  readonly takeAll: () => Promise<void>;
};

/** While another process holds a lane: milliseconds between looks, and how many. The claim of a dead one ends sooner. */
const heldLook = 100;
const mostHeldLooks = 500;

/** Does at once what stands unfinished; whether anything moved, and whether another process holds some of it. */
async function finishOnce(needs: FinishNeeds): Promise<{ readonly moved: boolean; readonly held: boolean }> {
  let moved = await lookAtAllDue(needs);
  let held = false;
  const { owners, lanes } = await findUnfinished(needs, needs.clock.now());
  for (const owner of owners) moved += await handOver(needs, owner);
  for (const lane of lanes) {
    const served = await needs.turns.serve(lane);
    moved += served.settled;
    held ||= served.held;
  }
  return { moved: moved > 0, held };
}

/** Waits for the next retry when it comes by `endAt`; false when there is none. */
async function waitForRetry(needs: FinishNeeds, endAt: Temporal.Instant): Promise<boolean> {
  const now = needs.clock.now();
  const soonest = (await needs.outbox.waiting())
    .flatMap(({ from }) => (from === null || Temporal.Instant.compare(from, now) <= 0 ? [] : [from]))
    .toSorted(Temporal.Instant.compare)[0];
  if (soonest === undefined || Temporal.Instant.compare(soonest, endAt) > 0) return false;
  await wait(needs.timers, soonest.epochMilliseconds - now.epochMilliseconds + 1);
  return true;
}

/** Until everything that is due has come to an end: see `Worker.drain`. */
export async function finishEverything(needs: FinishNeeds, retriesWithinSeconds: number): Promise<void> {
  const endAt = needs.clock.now().add({ milliseconds: retriesWithinSeconds * 1000 });
  let looks = 0;
  while (!needs.isStopping()) {
    await needs.takeAll();
    const { moved, held } = await finishOnce(needs);
    if (moved) continue;
    if (held && looks < mostHeldLooks) {
      looks += 1;
      await wait(needs.timers, heldLook);
    } else if (!(await waitForRetry(needs, endAt))) return;
  }
}

/**
 * For a process without a worker: waits until the workers of other processes have finished what is due. False when
 * they have not within the time given.
 */
export async function waitUntilFinished(
  needs: Pick<DeliveryNeeds, 'clock' | 'timers' | 'owed' | 'outbox' | 'wakes'>,
  withinSeconds: number,
): Promise<boolean> {
  for (let looks = (withinSeconds * 1000) / heldLook; looks > 0; looks -= 1) {
    const { owners, lanes } = await findUnfinished(needs, needs.clock.now());
    const wakes = await dueWakes(needs, needs.clock.now());
    if (owners.length === 0 && lanes.length === 0 && wakes.length === 0) return true;
    await wait(needs.timers, heldLook);
  }
  return false;
}
