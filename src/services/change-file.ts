import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Needs } from './needs.ts';
import type { Fact, VersionedFile } from './ports.ts';
import { wakeDelivery } from './wake-delivery.ts';

/** What a decision on a file comes to: facts to add and a result, or a result alone when nothing changes. */
export interface Decision<Result> {
  readonly facts: readonly Fact[];
  readonly result: Result;
}

/** Thrown when a file keeps changing under us: the person is asked to try again, nothing was kept. */
class FileBusyError extends Error {
  readonly code = 'file-busy';
  override readonly name = 'FileBusyError';
  constructor() {
    super('The participant file kept changing while a change was being made');
  }
}

/** Each time round one of those who press at once gets through: more tries than an academy has people at one file. */
const mostTries = 50;

/**
 * Decides on the file as read and commits the facts; when somebody else changed the file meanwhile, reads it
 * again and decides anew, so that two people pressing at once get one effect and both are told the truth.
 * Wakes the delivery after each change.
 */
export async function changeFile<Result>(
  needs: Pick<Needs, 'files' | 'alarms' | 'log'>,
  first: VersionedFile,
  now: Temporal.Instant,
  decide: (file: ParticipantFile) => Decision<Result>,
): Promise<Result> {
  const participantId = first.file.participant.id;
  let current: VersionedFile | undefined = first;
  for (let attempt = 0; attempt < mostTries && current !== undefined; attempt += 1) {
    const { facts, result } = decide(current.file);
    if (facts.length === 0) return result;
    const outcome = await needs.files.commit(participantId, current.version, facts, now);
    if (outcome === 'committed') {
      // Any change can change what people are to be told, and when.
      await wakeDelivery(needs, { participant: participantId }, now);
      return result;
    }
    current = await needs.files.load(participantId);
  }
  throw new FileBusyError();
}
