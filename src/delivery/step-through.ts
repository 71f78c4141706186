import { Temporal } from 'temporal-polyfill';
import type { DeliveryNeeds } from './needs.ts';

type StepNeeds = Pick<DeliveryNeeds, 'clock' | 'owed' | 'outbox' | 'wakes'>;

/** Instants to come at which a notice is owed, one that waits may be tried, or somebody is to be looked at. */
async function instantsToCome({
  clock,
  owed,
  outbox,
  wakes,
}: StepNeeds): Promise<readonly Temporal.Instant[]> {
  const found: Temporal.Instant[] = [];
  for await (const owner of owed.owners()) {
    for (const { notice } of await owed.of(owner)) found.push(notice.owedAt);
  }
  for (const { from } of await outbox.waiting()) if (from !== null) found.push(from);
  const now = clock.now();
  const wake = await wakes.next(now);
  if (wake !== undefined) found.push(wake);
  return found.filter((at) => Temporal.Instant.compare(at, now) > 0);
}

/** The first of them before `to`. */
async function nextStep(needs: StepNeeds, to: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const [first] = (await instantsToCome(needs)).toSorted(Temporal.Instant.compare);
  return first !== undefined && Temporal.Instant.compare(first, to) < 0 ? first : undefined;
}

/**
 * Moves a clock to `to` as time itself would: what is due now is finished first, then the clock stands at each instant
 * at which something waits, in order, and that is finished before the next. Back in time there is nothing between.
 */
export async function stepThrough(
  needs: StepNeeds,
  to: Temporal.Instant,
  steps: {
    readonly moveTo: (at: Temporal.Instant) => Promise<void>;
    /**
     * Resolves when everything that is due by the clock has been sent or has failed for now; false when nobody does
     * it, and then there is nothing to stop for on the way.
     */
    readonly finish: () => Promise<unknown>;
  },
): Promise<void> {
  let isServed = (await steps.finish()) !== false;
  while (isServed) {
    const at = await nextStep(needs, to);
    if (at === undefined) break;
    await steps.moveTo(at);
    isServed = (await steps.finish()) !== false;
  }
  await steps.moveTo(to);
  await steps.finish();
}
