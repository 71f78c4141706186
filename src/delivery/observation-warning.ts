import { Temporal } from 'temporal-polyfill';
import { civilDay } from '../academy/civil-days.ts';
import { pauseSpans } from '../academy/groundwork.ts';
import { observationStanding } from '../academy/observation.ts';
import { firstReachable, reachableDays, reminderInstant } from '../academy/sending-time.ts';
import type { Notice } from '../services/ports.ts';
import { absenceOf } from './holders.ts';
import type { LaneNeeds, Looked } from './looked.ts';

interface Warning {
  readonly personId: string;
  readonly at: Temporal.Instant;
}

/** Who is to be warned and when: the NQSW and the assessor, on their first working day of the last quarter. */
function warningsOf({ programme, calendar, file, input, plan, holders }: Looked): readonly Warning[] {
  const { missing, warnsOn } = observationStanding(file.assessed, programme, plan);
  const isOver = input.lastOn !== undefined && input.lastOn !== null;
  if (missing === 0 || warnsOn === null || isOver) return [];
  const told = holders.filter(
    ({ functions }) => functions.includes('nqsw') || functions.includes('assessor'),
  );
  const pauses = pauseSpans(input.pauses);
  return told.flatMap((holder) => {
    const day = firstReachable(reachableDays({ calendar, pauses }, absenceOf(holder)), civilDay(warnsOn));
    if (day === null) return [];
    return [{ personId: holder.person.id, at: reminderInstant(programme, day) }];
  });
}

/**
 * Warns of missing observations once, when three quarters of the programme are over (A3): a notice has one key for ever,
 * so looking again changes nothing. The instants at which somebody is still to be warned.
 */
export async function warnOfObservations(
  { outbox, alarms }: LaneNeeds,
  looked: Looked,
): Promise<readonly Temporal.Instant[]> {
  const { file, now, since } = looked;
  const participantId = file.participant.id;
  const warnings = warningsOf(looked).filter(({ at }) => Temporal.Instant.compare(at, since) >= 0);
  for (const { personId, at } of warnings) {
    if (Temporal.Instant.compare(at, now) > 0) continue;
    const recipient = { kind: 'person', personId } as const;
    const notice: Notice = {
      key: `observations-short~${participantId}`,
      recipient,
      subject: { card: 'observations-short', participantId },
      mode: 'show',
      owedAt: at,
    };
    await outbox.accept(recipient, notice, now);
    await alarms.lane(outbox.laneOf(recipient), now);
  }
  return warnings.map(({ at }) => at);
}
