/** Figures over the ledger of what was sent: pure, so that every count can be checked by hand. */
import { Temporal } from 'temporal-polyfill';
import type { LedgerEntry } from './delivery-ledger.ts';
import { passingReasons, type UndeliveredReason, undeliveredReasons } from './outbox.ts';

/** Civil days in the academy's zone, both included. */
export interface Period {
  readonly fromOn: Temporal.PlainDate;
  readonly toOn: Temporal.PlainDate;
}

export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

/** Counts of notices: several that share one message each count, and so does an update of a message in place. */
export interface Outcomes {
  readonly sent: number;
  readonly unreachable: number;
  readonly givenUp: number;
  readonly heldBack: number;
  /** No longer true or needed when its turn came. */
  readonly dropped: number;
  /** Waiting now, whatever the period. */
  readonly waiting: number;
}

export interface DeliveryFigures {
  readonly total: Outcomes;
  /** Separate messages in which what was sent stands. */
  readonly messages: number;
  readonly unreachable: readonly ReasonCount[];
  readonly givenUp: readonly ReasonCount[];
  readonly heldBack: readonly ReasonCount[];
  /** Notices that Teams slowed down, and how often in all. */
  readonly throttled: { readonly notices: number; readonly times: number };
  /** Notices that may have arrived twice, because a reply was lost. */
  readonly ambiguous: number;
  readonly kinds: readonly (Outcomes & { readonly card: string | null })[];
  /** Whose messages did not arrive, the most first. */
  readonly notReached: readonly (ReasonCount &
    Pick<LedgerEntry, 'lane' | 'to'> & { readonly since: Temporal.Instant })[];
}

const undeliveredReason = (reason: string | null): UndeliveredReason | undefined =>
  undeliveredReasons.find((known) => known === reason);

/** Which of the outcomes an entry is. An undelivered one without a known reason counts as given up. */
function outcomeOf({ state, reason }: LedgerEntry): keyof Outcomes {
  switch (state) {
    case 'pending':
      return 'waiting';
    case 'undelivered': {
      if (reason === 'not-in-pilot') return 'heldBack';
      const known = undeliveredReason(reason);
      return known !== undefined && passingReasons.has(known) ? 'unreachable' : 'givenUp';
    }
    case 'held-back':
      return 'heldBack';
    default:
      return state;
  }
}

const none: Outcomes = { sent: 0, unreachable: 0, givenUp: 0, heldBack: 0, dropped: 0, waiting: 0 };

function outcomesOf(entries: readonly LedgerEntry[]): Outcomes {
  const counts = { ...none };
  for (const entry of entries) counts[outcomeOf(entry)] += 1;
  return counts;
}

/** The most frequent first; by name where they are equal. */
function byReason(entries: readonly LedgerEntry[]): readonly ReasonCount[] {
  const groups = Map.groupBy(entries, ({ reason }) => reason ?? 'unknown');
  return [...groups]
    .map(([reason, { length: count }]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

function notReachedIn(entries: readonly LedgerEntry[]): DeliveryFigures['notReached'] {
  const groups = Map.groupBy(entries, ({ lane, reason }) => `${lane} ${reason}`);
  return [...groups.values()]
    .flatMap((all) => {
      const [first] = all.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
      if (first === undefined) return [];
      const { lane, to, reason, at: since } = first;
      return [{ lane, to, reason: reason ?? 'unknown', count: all.length, since }];
    })
    .toSorted((a, b) => b.count - a.count || (a.lane < b.lane ? -1 : 1));
}

/** Which entries belong to a report: what waits always does, the rest by the civil day on which it ended. */
export function within({ fromOn, toOn }: Period, timeZone: string): (entry: LedgerEntry) => boolean {
  const startOf = (on: Temporal.PlainDate) => on.toZonedDateTime(timeZone).epochMilliseconds;
  const from = startOf(fromOn);
  const until = startOf(toOn.add({ days: 1 }));
  return ({ state, at }) =>
    state === 'pending' || (at.epochMilliseconds >= from && at.epochMilliseconds < until);
}

/** Counts entries that belong to one report. */
export function deliveryFigures(entries: readonly LedgerEntry[]): DeliveryFigures {
  const being = (outcome: keyof Outcomes) => entries.filter((entry) => outcomeOf(entry) === outcome);
  const slowed = entries.filter(({ throttled }) => throttled > 0);
  const kinds = [...Map.groupBy(entries, ({ card }) => card)].map(([card, all]) => ({
    card,
    ...outcomesOf(all),
  }));
  const shown = being('sent').map(({ lane, activityId }, at) => `${lane} ${activityId ?? at}`);
  return {
    total: outcomesOf(entries),
    messages: new Set(shown).size,
    unreachable: byReason(being('unreachable')),
    givenUp: byReason(being('givenUp')),
    heldBack: byReason(being('heldBack')),
    throttled: { notices: slowed.length, times: slowed.reduce((sum, { throttled }) => sum + throttled, 0) },
    ambiguous: entries.filter(({ ambiguous }) => ambiguous).length,
    kinds: kinds.toSorted((a, b) => b.sent - a.sent || ((a.card ?? '~') < (b.card ?? '~') ? -1 : 1)),
    notReached: notReachedIn([...being('unreachable'), ...being('givenUp')]),
  };
}
