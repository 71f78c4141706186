/** Stopping all sending and starting it again: the same from the chat and from the command line. */
import type { Temporal } from 'temporal-polyfill';
import type { Needs } from './needs.ts';
import type { UndeliveredReason } from './outbox.ts';

export type ControlNeeds = Pick<Needs, 'sending' | 'outbox' | 'alarms' | 'ledger' | 'people'>;

interface Step {
  /** A person's id, or `command-line`. */
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Stops at once and loses nothing: what is owed goes on entering the lanes and waits there. Whoever was first keeps the credit. */
export async function stopSending(needs: ControlNeeds, step: Step): Promise<'stopped' | 'already'> {
  if ((await needs.sending.state()).paused !== null) return 'already';
  await needs.sending.pause(step);
  return 'stopped';
}

/** Starts again and wakes every lane in which something waits, so that nothing stays until the next sweep. */
export async function resumeSending(needs: ControlNeeds, step: Step): Promise<'started' | 'already'> {
  const wasPaused = (await needs.sending.state()).paused !== null;
  if (wasPaused) await needs.sending.resume(step);
  // Also when somebody else has started it: they may have died before waking the lanes.
  for (const { lane } of await needs.outbox.waiting()) await needs.alarms.lane(lane, step.at);
  return wasPaused ? 'started' : 'already';
}

const keptForPilot: ReadonlySet<UndeliveredReason> = new Set(['not-in-pilot']);

/**
 * Limits messages to these people, or to nobody less than everybody. What was kept aside for those who may have it now
 * is put back, so that a pilot loses nothing but the reminders of its time.
 */
export async function limitSending(
  needs: ControlNeeds,
  personIds: readonly string[] | null,
  { by, at }: Step,
): Promise<void> {
  await needs.sending.pilot(personIds, by, at);
  const waiting = new Set<string>();
  for await (const { destination, reason } of needs.outbox.undelivered()) {
    if (destination.kind === 'person' && keptForPilot.has(reason)) waiting.add(destination.personId);
  }
  for (const personId of waiting) {
    if (personIds !== null && !personIds.includes(personId)) continue;
    const destination = { kind: 'person', personId } as const;
    await needs.outbox.revive(destination, at, keptForPilot);
    await needs.alarms.lane(needs.outbox.laneOf(destination), at);
  }
}

/** How sending stands, with names in place of ids. */
export interface SendingSummary {
  readonly stopped: { readonly by: string; readonly at: Temporal.Instant } | null;
  /** Names of the pilot group; null when everybody is sent messages. */
  readonly pilot: readonly string[] | null;
  readonly waiting: number;
}

export async function nameOf(needs: Pick<Needs, 'people'>, by: string): Promise<string> {
  if (by === 'command-line') return 'the administrator (command line)';
  return (await needs.people.byId(by))?.name ?? 'somebody who is no longer on the roster';
}

export async function sendingSummary(needs: ControlNeeds): Promise<SendingSummary> {
  const [{ paused, pilot }, waiting] = await Promise.all([needs.sending.state(), needs.ledger.waiting()]);
  const names = pilot === null ? null : await Promise.all(pilot.map((id) => nameOf(needs, id)));
  return {
    stopped: paused === null ? null : { by: await nameOf(needs, paused.by), at: paused.at },
    pilot: names?.toSorted((a, b) => a.localeCompare(b, 'en-GB')) ?? null,
    waiting,
  };
}
