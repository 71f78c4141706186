import type { Temporal } from 'temporal-polyfill';
import type { StepTaken } from '../academy/move-team.ts';
import { dayOf, nudgesFor, type TimeGround } from '../academy/time-limit.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import type { Person, Recipient, VersionedFile } from './ports.ts';
import { latestTurns } from './procedure-notices.ts';
import { isPausedOn } from './procedure-view.ts';
import type { View } from './views.ts';
import { message } from './welcome-and-help.ts';

/* What a message about a procedure has become by the time at which it is sent or brought up to date. */

/** How a message is to look: as the procedure stands, as a reminder of it, or as what it has been followed by. */
export type Showing<Step> =
  | { readonly as: 'standing' | 'reminder' | 'newer-below' | 'not-yours' }
  | { readonly as: 'followed'; readonly by: Step }
  | { readonly as: 'nothing' };

interface Message<Step extends StepTaken> {
  readonly steps: readonly Step[];
  readonly turn: number;
  readonly nudge: number;
  readonly personId: string;
  /** Whether it has reached the person, as they stand on the day. */
  readonly isTheirs: boolean;
  /** Whether the message stands in their chat already. */
  readonly isStanding: boolean;
  readonly isPaused: boolean;
}

const nothing = { as: 'nothing' } as const;

/**
 * A reminder is shown while nothing has followed and no pause of the programme has begun (A6); a message that another
 * has followed says so and no more. What would say nothing new is not posted, only brought up to date where it stands.
 */
export function showingOf<Step extends StepTaken>(one: Message<Step>): Showing<Step> {
  const whereItStands = (showing: Showing<Step>) => (one.isStanding ? showing : nothing);
  if (!one.isTheirs) return whereItStands({ as: 'not-yours' });
  const by = one.steps[one.turn + 1];
  if (one.nudge > 0) {
    if (by !== undefined) return whereItStands({ as: 'followed', by });
    return one.isPaused ? nothing : { as: 'reminder' };
  }
  const latest = latestTurns(one.steps).get(one.personId) ?? 0;
  return one.turn < latest ? whereItStands({ as: 'newer-below' }) : { as: 'standing' };
}

interface Drawn extends VersionedFile {
  readonly person: Person;
}

/** The file that a message is about and whom it is for; undefined for a channel, and for what is gone. */
export async function readForMessage(
  needs: Pick<Needs, 'files' | 'people'>,
  recipient: Recipient,
  participantId: string,
): Promise<Drawn | undefined> {
  if (recipient.kind !== 'person') return undefined;
  const [versioned, person] = await Promise.all([
    needs.files.load(participantId),
    needs.people.byId(recipient.personId),
  ]);
  return versioned === undefined || person === undefined ? undefined : { ...versioned, person };
}

/** The reader of a message on the day for which it is drawn: that of the last step, or of the reminder. */
export function readerOf(
  ground: TimeGround,
  person: Person,
  last: StepTaken,
  nudge: number,
  dueOn: Temporal.PlainDate | null,
): Asker {
  const reminded = dueOn === null ? undefined : nudgesFor(ground, dueOn, person.nonWorkingDays)[nudge - 1];
  const now = reminded ?? last.at;
  return { person, now, today: dayOf(ground, now) };
}

export const isPausedFor = ({ file }: VersionedFile, { today }: Asker): boolean =>
  isPausedOn(file.pauses, today);

/** On the card of somebody whom it no longer concerns. */
export const noLongerWithYou: View = message('This is no longer with you', [
  'Somebody else supports this NQSW now.',
]);
