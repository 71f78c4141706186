import { Temporal } from 'temporal-polyfill';
import type { WakeUp, WakeUps } from '../services/outbox.ts';
import { type Alarm, longestHop, readAlarm } from './alarms.ts';
import { codeOf } from './code-of.ts';
import { handOver } from './hand-over.ts';
import type { LaneTurns } from './lane-turns.ts';
import { lookAtParticipant } from './look.ts';
import type { DeliveryNeeds } from './needs.ts';
import { tellWeek } from './weekly.ts';

export interface AlarmNeeds extends DeliveryNeeds {
  readonly queue: Pick<WakeUps, 'delete' | 'extend' | 'poison'>;
  readonly turns: LaneTurns;
  readonly noteFault: (event: string, fault: unknown, ids: Readonly<Record<string, string | number>>) => void;
}

const mostReceives = 5;

async function serveAndLookAgain({ turns, alarms }: AlarmNeeds, lane: string): Promise<void> {
  const { next } = await turns.serve(lane);
  if (next !== undefined) await alarms.lane(lane, next);
}

/** Puts back what could not reach somebody who has now been seen. */
async function reviveFor({ people, outbox, alarms, clock }: AlarmNeeds, entraId: string): Promise<void> {
  const person = await people.byEntraId(entraId);
  if (person === undefined) return;
  const destination = { kind: 'person', personId: person.id } as const;
  await outbox.revive(destination, clock.now());
  // Also when nothing was put back now: whoever did it may have died before saying so.
  await alarms.lane(outbox.laneOf(destination), clock.now());
}

async function act(needs: AlarmNeeds, alarm: Alarm): Promise<void> {
  switch (alarm.kind) {
    case 'participant':
      await lookAtParticipant(needs, alarm.id);
      return;
    case 'person':
      await tellWeek(needs, alarm.id, Temporal.Instant.from(alarm.at));
      return;
    case 'learning-set':
      await handOver(needs, alarm);
      return;
    case 'lane':
      return serveAndLookAgain(needs, alarm.lane);
    case 'seen':
      return reviveFor(needs, alarm.entraId);
    default:
      return alarm satisfies never;
  }
}

/**
 * An alarm that comes before its time is on one of the hops of a long wait, or the queue's clock is ahead of ours. The
 * last stretch is waited for by hiding the message, so that however far the clocks are apart, nothing goes round.
 */
async function putBack(needs: AlarmNeeds, wakeUp: WakeUp, alarm: Alarm): Promise<'later' | 'now'> {
  const early = Temporal.Instant.from(alarm.at).epochMilliseconds - needs.clock.now().epochMilliseconds;
  if (early <= 0) return 'now';
  if (early > longestHop.total('milliseconds')) {
    await needs.alarms.send(alarm);
    await needs.queue.delete(wakeUp);
  } else await needs.queue.extend(wakeUp, Math.ceil(early / 1000));
  return 'later';
}

/**
 * Does what an alarm asks for. A failure gives it back, later each time; the fifth puts it aside, which loses nothing:
 * the next sweep finds whatever it spoke of.
 */
export async function answerAlarm(needs: AlarmNeeds, wakeUp: WakeUp): Promise<void> {
  const { queue, log, noteFault } = needs;
  const { dequeueCount: receives } = wakeUp;
  const alarm = readAlarm(wakeUp.payload);
  if (alarm === undefined) {
    log.warn('delivery.unreadable-alarm', { receives });
    return queue.poison(wakeUp, 'bad-payload');
  }
  try {
    if ((await putBack(needs, wakeUp, alarm)) === 'later') return;
    await act(needs, alarm);
  } catch (fault) {
    noteFault('delivery.alarm-failed', fault, { kind: alarm.kind, receives });
    if (receives >= mostReceives) await queue.poison(wakeUp, codeOf(fault));
    else await queue.extend(wakeUp, 5 * 2 ** receives);
    return;
  }
  await queue.delete(wakeUp);
}
