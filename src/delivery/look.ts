/** Looking at somebody because an alarm spoke of them or their wake time has come. */
import type { Temporal } from 'temporal-polyfill';
import type { Wake, Waker } from '../services/ports.ts';
import { handOver } from './hand-over.ts';
import type { DeliveryNeeds } from './needs.ts';
import { remindParticipant } from './remind.ts';
import { tellWeek } from './weekly.ts';

/** Everything about one participant: what their file owes, then their reminders. Whether anything was done. */
export async function lookAtParticipant(needs: DeliveryNeeds, id: string): Promise<boolean> {
  const handed = await handOver(needs, { kind: 'participant', id });
  return (await remindParticipant(needs, id)) === 'looked' || handed > 0;
}

const lookAt = (needs: DeliveryNeeds, { kind, id, at }: Wake): Promise<boolean> =>
  kind === 'participant'
    ? lookAtParticipant(needs, id)
    : tellWeek(needs, id, at).then((came) => came === 'looked');

/** Everybody whose time has come by now, each once, since the earliest of their times. */
export async function dueWakes(
  { wakes }: Pick<DeliveryNeeds, 'wakes'>,
  now: Temporal.Instant,
): Promise<readonly Wake[]> {
  const found = new Map<string, Wake>();
  const nameOf = ({ kind, id }: Waker) => `${kind} ${id}`;
  for await (const wake of wakes.due(now)) {
    if (!found.has(nameOf(wake))) found.set(nameOf(wake), wake);
  }
  return [...found.values()];
}

/** Looks at everybody whose time has come; one of them who cannot be looked at keeps nobody else waiting. How many. */
export async function lookAtAllDue(needs: DeliveryNeeds): Promise<number> {
  let looked = 0;
  for (const wake of await dueWakes(needs, needs.clock.now())) {
    try {
      if (await lookAt(needs, wake)) looked += 1;
    } catch (fault) {
      needs.log.error('delivery.look-failed', fault, { kind: wake.kind, id: wake.id });
    }
  }
  return looked;
}
