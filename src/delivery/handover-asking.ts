import type { Temporal } from 'temporal-polyfill';
import { openHandovers } from '../academy/handover.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import type { Outbox } from '../services/outbox.ts';
import type { Notice, People } from '../services/ports.ts';
import type { DeliveryAlarms } from './alarms.ts';

interface AskingNeeds {
  readonly people: Pick<People, 'byId'>;
  readonly outbox: Pick<Outbox, 'laneOf' | 'accept'>;
  readonly alarms: Pick<DeliveryAlarms, 'lane'>;
}

/** One look at a participant, as far as handovers go. */
interface Looked {
  readonly programme: Programme;
  readonly file: ParticipantFile;
  readonly now: Temporal.Instant;
  /** What changed hands before it is nobody's debt: a fresh import asks for none. */
  readonly since: Temporal.Instant;
}

/**
 * Asks whoever hands a function over and whoever takes it to talk, once each and as soon as the change is known, whether it
 * was made in the chat or by a roster (A8, P13): a notice has one key for ever, so looking again changes nothing.
 */
export async function askForHandovers(
  { people, outbox, alarms }: AskingNeeds,
  { programme, file, now, since }: Looked,
): Promise<void> {
  const { id: participantId } = file.participant;
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const owed = openHandovers(file, dayOf(now)).filter(
    ({ fromOn }) => fromOn.toString() >= dayOf(since).toString(),
  );
  for (const { function: of, fromOn, from, to } of owed) {
    for (const personId of [from, to]) {
      if ((await people.byId(personId)) === undefined) continue;
      const recipient = { kind: 'person', personId } as const;
      const notice: Notice = {
        key: `handover~${participantId}~${of}~${fromOn}`,
        recipient,
        subject: { card: 'handover', participantId, function: of, fromOn },
        mode: 'show',
        owedAt: now,
      };
      await outbox.accept(recipient, notice, now);
      await alarms.lane(outbox.laneOf(recipient), now);
    }
  }
}
