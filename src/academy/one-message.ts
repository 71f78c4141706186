import { Temporal } from 'temporal-polyfill';
import type { ReminderNotice } from './owed.ts';

/** What one person, or the channel, is told at one time. */
export interface OneMessage<Addressee extends string> {
  readonly to: Addressee;
  readonly sendAt: Temporal.Instant;
  /** What was due longest ago first; never none. */
  readonly notices: readonly ReminderNotice[];
}

/**
 * Several notices for one person at one time become one message (RULES, "Reminders are owed, not scheduled"), also when
 * they are about several participants or reach the person in several functions.
 */
export function inOneMessage<Addressee extends string>(
  notices: readonly ReminderNotice[],
  addresseeOf: (notice: ReminderNotice) => Addressee,
): readonly OneMessage<Addressee>[] {
  const messages = new Map<string, OneMessage<Addressee> & { readonly notices: ReminderNotice[] }>();
  const byDue = notices.toSorted((one, other) => Temporal.PlainDate.compare(one.due, other.due));
  for (const notice of byDue) {
    const { sendAt } = notice;
    const to = addresseeOf(notice);
    const moment = `${sendAt.epochMilliseconds} ${to}`;
    const message = messages.get(moment);
    if (message === undefined) messages.set(moment, { to, sendAt, notices: [notice] });
    else message.notices.push(notice);
  }
  return [...messages.values()].sort((one, other) => Temporal.Instant.compare(one.sendAt, other.sendAt));
}
