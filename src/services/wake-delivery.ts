import type { Temporal } from 'temporal-polyfill';
import type { Needs } from './needs.ts';

/** What has been changed: the file of a participant, or a session of an action learning set. */
type Changed = { readonly participant: string } | { readonly session: string };

/** The change is kept: an alarm that cannot be sent is no fault of it, and the next sweep finds what is owed. */
export async function wakeDelivery(
  { alarms, log }: Pick<Needs, 'alarms' | 'log'>,
  changed: Changed,
  now: Temporal.Instant,
): Promise<void> {
  try {
    if ('participant' in changed) await alarms.participant(changed.participant, now);
    else await alarms.learningSet(changed.session, now);
  } catch (fault) {
    log.error('alarm.not-sent', fault, changed);
  }
}
