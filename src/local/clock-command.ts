import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../services/ports.ts';
import {
  type ClockReading,
  clockWords,
  destination,
  readClockBody,
  readClockCommand,
} from './clock-request.ts';

/** Moves the clock and returns once everything that fell due on the way has been sent (INTERFACES, "HTTP"). */
export type MoveClock = (to: Temporal.Instant) => Promise<void>;

export interface ClockNeeds {
  readonly clock: Clock;
  readonly move: MoveClock;
}

async function follow(needs: ClockNeeds, reading: ClockReading): Promise<ClockReading> {
  if (!reading.ok || reading.request.kind === 'tell') return reading;
  await needs.move(destination(reading.request, needs.clock.now()));
  return reading;
}

/** Local mode's chat command: what to answer, or undefined when the text is no clock command. */
export async function answerClockCommand(needs: ClockNeeds, text: string): Promise<string | undefined> {
  const reading = readClockCommand(text);
  if (reading === undefined) return undefined;
  const followed = await follow(needs, reading);
  if (!followed.ok) return followed.message;
  const verb = followed.request.kind === 'tell' ? 'It is' : 'It is now';
  return `${verb} ${clockWords(needs.clock.now())} (London time).`;
}

/** `POST /local/clock`: the status and JSON body of the answer. */
export async function answerClockBody(
  needs: ClockNeeds,
  body: unknown,
): Promise<{ readonly status: 200 | 400; readonly body: Readonly<Record<string, unknown>> }> {
  const followed = await follow(needs, readClockBody(body));
  if (!followed.ok) return { status: 400, body: { error: { code: 'clock', message: followed.message } } };
  return { status: 200, body: { now: needs.clock.now().toString(), words: clockWords(needs.clock.now()) } };
}
