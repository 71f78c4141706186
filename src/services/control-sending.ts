/** Stopping all sending and starting it again: the same from the chat and from the command line. */
import type { Temporal } from 'temporal-polyfill';
import type { Needs } from './needs.ts';

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
