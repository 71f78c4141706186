import { Temporal } from 'temporal-polyfill';
import {
  confirmationDay,
  confirmationMonth,
  confirmedIn,
  isAskedAbout,
} from '../academy/caseload-confirmation.ts';
import { type CivilDay, civilDay } from '../academy/civil-days.ts';
import { pauseSpans } from '../academy/groundwork.ts';
import { firstReachable, nextSendable, reachableDays, reminderInstant } from '../academy/sending-time.ts';
import { dayOf } from '../academy/time-limit.ts';
import type { Notice } from '../services/ports.ts';
import { absenceOf } from './holders.ts';
import type { LaneNeeds, Looked } from './looked.ts';

/** The question is no item of the plan, and asks for none. */
type LookedForAsking = Omit<Looked, 'plan'>;

interface Asking {
  readonly personId: string;
  readonly month: Temporal.PlainYearMonth;
  readonly at: Temporal.Instant;
  /** The first moment from now on at which this person can be sent anything. */
  readonly sendableAt: Temporal.Instant;
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

/** The day on which a month is asked about, unless the NQSW is no longer on the programme by then. */
function askedOn(looked: LookedForAsking, month: Temporal.PlainYearMonth): CivilDay | null {
  const { file, input } = looked;
  const day = confirmationDay(looked, month);
  if (day === null || !isAskedAbout(file, day, (at) => dayOf(looked, at))) return null;
  const { lastOn } = input;
  const isOver = lastOn !== undefined && lastOn !== null && civilDay(lastOn) < civilDay(day);
  return isOver ? null : civilDay(day);
}

/** Whom a month is asked of and when: each host manager at their own hour, on their first day at work from its day on. */
function askings(looked: LookedForAsking, month: Temporal.PlainYearMonth): readonly Asking[] {
  const { programme, calendar, file, input, holders, now, since } = looked;
  const from = askedOn(looked, month);
  if (from === null || confirmedIn(file, month) !== undefined) return [];
  const next = confirmationDay(looked, month.add({ months: 1 }));
  const pauses = pauseSpans(input.pauses);
  return holders
    .filter(({ functions }) => functions.includes('host-manager'))
    .flatMap((holder): readonly Asking[] => {
      const reachable = reachableDays({ calendar, pauses }, absenceOf(holder));
      const day = firstReachable(reachable, from);
      // Away until the next month is asked about: that one then has everything.
      if (day === null || next === null || day >= civilDay(next)) return [];
      const at = reminderInstant(programme, day, holder.settings.at ?? undefined);
      const sendableAt = nextSendable(programme, reachable, now);
      if (sendableAt === null || isBefore(at, since)) return [];
      return [{ personId: holder.person.id, month, at, sendableAt }];
    });
}

function noticeOf(
  participantId: string,
  { personId, month, at, sendableAt }: Asking,
  now: Temporal.Instant,
): Notice {
  return {
    key: `caseloads-to-confirm~${participantId}~${month}~${personId}`,
    recipient: { kind: 'person', personId },
    subject: { card: 'caseloads-to-confirm', personId, month: month.toString() },
    mode: 'show',
    owedAt: isBefore(at, now) ? sendableAt : at,
  };
}

/** The message of the month before loses its buttons once the next one is there. */
function lapseOf(participantId: string, { personId, month, at }: Asking): Notice {
  const before = month.subtract({ months: 1 }).toString();
  return {
    key: `caseloads-to-confirm~${participantId}~${before}~${personId}~lapsed`,
    recipient: { kind: 'person', personId },
    subject: { card: 'caseloads-to-confirm', personId, month: before },
    mode: 'refresh',
    owedAt: at,
  };
}

/**
 * Asks the host managers of an NQSW once a month whether the count is right (T6). A notice has one key for ever and all
 * NQSWs of one manager share one message, so looking again changes nothing. The instants at which somebody is still to
 * be asked.
 */
export async function askForCaseloads(
  { outbox, alarms }: LaneNeeds,
  looked: LookedForAsking,
): Promise<readonly Temporal.Instant[]> {
  const { file, now } = looked;
  const participantId = file.participant.id;
  const today = dayOf(looked, now);
  const current = confirmationMonth(looked, today);
  if (current === null) return [];
  const due = askings(looked, current);
  for (const asking of due.filter(({ at }) => !isBefore(now, at))) {
    const recipient = { kind: 'person', personId: asking.personId } as const;
    for (const notice of [lapseOf(participantId, asking), noticeOf(participantId, asking, now)]) {
      await outbox.accept(recipient, notice, now);
      await alarms.lane(outbox.laneOf(recipient), notice.owedAt);
    }
  }
  const toCome = [...due, ...askings(looked, current.add({ months: 1 }))];
  return toCome.map(({ at }) => at);
}
