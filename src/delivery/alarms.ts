/** What is said over the alarm queue: who or what may have something to do, and from when on. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { LaneKey, WakeUps } from '../services/outbox.ts';
import type { Alarms, Clock } from '../services/ports.ts';

const alarmCodec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('participant'), id: z.string().min(1), at: z.iso.datetime() }),
  z.object({ kind: z.literal('person'), id: z.string().min(1), at: z.iso.datetime() }),
  z.object({ kind: z.literal('learning-set'), id: z.string().min(1), at: z.iso.datetime() }),
  z.object({ kind: z.literal('lane'), lane: z.string().min(1), at: z.iso.datetime() }),
  z.object({ kind: z.literal('seen'), entraId: z.string().min(1), at: z.iso.datetime() }),
]);

/**
 * `participant`, `learning-set`: notices may be owed in this file or session. `lane`: something may wait in this lane. `seen`: this person can
 * be reached, so what could not arrive before may go now.
 */
export type Alarm = z.infer<typeof alarmCodec>;

export interface DeliveryAlarms extends Alarms {
  /** The time for this person's weekly message has come. */
  person(personId: string, at: Temporal.Instant): Promise<void>;
  lane(lane: LaneKey, at: Temporal.Instant): Promise<void>;
  seen(entraId: string, at: Temporal.Instant): Promise<void>;
  /** Sends the alarm on towards its time. */
  send(alarm: Alarm): Promise<void>;
}

/** The queue keeps a message hidden for seven days at most; the rest of a longer wait is another hop. */
export const longestHop = Temporal.Duration.from({ hours: 7 * 24 - 1 });

/** Alarms over a queue. `onSent` wakes the worker of the same process, which need not wait for its next look. */
export function createAlarms(
  queue: Pick<WakeUps, 'send'>,
  clock: Clock,
  onSent: () => void = () => {},
): DeliveryAlarms {
  async function send(alarm: Alarm): Promise<void> {
    const furthest = clock.now().add(longestHop);
    const at = Temporal.Instant.from(alarm.at);
    await queue.send(JSON.stringify(alarm), Temporal.Instant.compare(at, furthest) > 0 ? furthest : at);
    onSent();
  }
  return {
    send,
    participant: (id, at) => send({ kind: 'participant', id, at: at.toString() }),
    person: (id, at) => send({ kind: 'person', id, at: at.toString() }),
    learningSet: (id, at) => send({ kind: 'learning-set', id, at: at.toString() }),
    lane: (lane, at) => send({ kind: 'lane', lane, at: at.toString() }),
    seen: (entraId, at) => send({ kind: 'seen', entraId, at: at.toString() }),
  };
}

/** Undefined for what no release of this product has written. */
export function readAlarm(payload: string): Alarm | undefined {
  try {
    return alarmCodec.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
