import { Temporal } from 'temporal-polyfill';
import { pauseSpans } from '../academy/groundwork.ts';
import {
  firstReachable,
  lastReachable,
  nextSendable,
  type Reachable,
  reachableDays,
  reminderInstant,
} from '../academy/sending-time.ts';
import { type YearCall, yearCalls } from '../academy/year-call.ts';
import type { Notice } from '../services/ports.ts';
import { absenceOf, type Holder } from './holders.ts';
import type { LaneNeeds, Looked } from './looked.ts';

/** One call as it is made to one person. */
interface PersonalCall extends YearCall {
  readonly personId: string;
  readonly at: Temporal.Instant;
  /** When the person can be sent something, from now on; null for never. */
  readonly sendableAt: Temporal.Instant | null;
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

/** A reminder before its date goes out on the person's working day up to it, everything else on the first from it (A13). */
function dayFor({ stage, on }: YearCall, reachable: Reachable, longestBack: number) {
  const back = stage.startsWith('before') ? lastReachable(reachable, on, on - longestBack) : null;
  return back ?? firstReachable(reachable, on);
}

const longestBackDays = 14;

function personalCalls(looked: Looked, holder: Holder, calls: readonly YearCall[]): readonly PersonalCall[] {
  const { programme, calendar, input, now } = looked;
  const reachable = reachableDays({ calendar, pauses: pauseSpans(input.pauses) }, absenceOf(holder));
  const sendableAt = nextSendable(programme, reachable, now);
  return calls
    .filter(({ to }) => holder.functions.includes(to))
    .flatMap((call) => {
      const day = dayFor(call, reachable, longestBackDays);
      if (day === null) return [];
      const at = reminderInstant(programme, day, holder.settings.at ?? undefined);
      return [{ ...call, personId: holder.person.id, at, sendableAt }];
    });
}

/** Of what has come only the latest stage of each date is still worth saying (RULES, "after an outage"). */
function latest(came: readonly PersonalCall[]): readonly PersonalCall[] {
  const byDate = new Map<string, PersonalCall>();
  for (const call of came) {
    const about = `${call.call} ${call.dueOn}`;
    const other = byDate.get(about);
    if (other === undefined || !isBefore(call.at, other.at)) byDate.set(about, call);
  }
  return [...byDate.values()];
}

function noticeOf(
  { call, dueOn, stage, personId }: PersonalCall,
  participantId: string,
  owedAt: Temporal.Instant,
) {
  const recipient = { kind: 'person', personId } as const;
  const subject = { card: 'year-call', participantId, call, dueOn, stage } as const;
  const key = `year-call~${participantId}~${call}~${dueOn}~${stage}~${personId}`;
  return { key, recipient, subject, mode: 'show', owedAt } as const satisfies Notice;
}

/**
 * Calls people to what the year asks of them when its day comes: each call once, because its notice has one key for ever.
 * The instants at which there is more to say.
 */
export async function callPeople(
  { outbox, alarms }: LaneNeeds,
  looked: Looked,
): Promise<readonly Temporal.Instant[]> {
  const { file, now, since } = looked;
  const calls = yearCalls(looked, file);
  const next: Temporal.Instant[] = [];
  for (const holder of looked.holders) {
    const mine = personalCalls(looked, holder, calls).filter(({ at }) => !isBefore(at, since));
    next.push(...mine.map(({ at }) => at));
    for (const call of latest(mine.filter(({ at }) => !isBefore(now, at)))) {
      if (call.sendableAt === null) continue;
      if (isBefore(now, call.sendableAt)) {
        next.push(call.sendableAt);
        continue;
      }
      const notice = noticeOf(call, file.participant.id, call.at);
      await outbox.accept(notice.recipient, notice, now);
      await alarms.lane(outbox.laneOf(notice.recipient), now);
    }
  }
  return next;
}
