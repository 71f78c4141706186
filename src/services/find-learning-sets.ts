import { isInvited } from '../academy/learning-set.ts';
import type { Asker } from './asker.ts';
import { attendeeOf } from './attendees.ts';
import { isPlacedIn } from './learning-set-notices.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { VersionedSet } from './ports.ts';

/** How far ahead people plan and ask, and how long after a session its attendance is still missed. */
const ahead = { hours: 24 * 366 } as const;
const back = { hours: 24 * 42 } as const;

/** Sessions to come, earliest first; those that are cancelled are not among them. */
export async function sessionsAhead(
  needs: Pick<Needs, 'learningSets'>,
  asker: Asker,
): Promise<readonly VersionedSet[]> {
  const found = await needs.learningSets.between(asker.now, asker.now.add(ahead));
  return found.filter(({ set }) => set.cancelled === null);
}

/** Sessions that are over, latest first. */
export async function sessionsBefore(
  needs: Pick<Needs, 'learningSets'>,
  asker: Asker,
): Promise<readonly VersionedSet[]> {
  const found = await needs.learningSets.between(asker.now.subtract(back), asker.now);
  return found.filter(({ set }) => set.cancelled === null).toReversed();
}

/** Of these sessions the ones that the asker may come to, or has a place in. */
export async function openTo(
  needs: Pick<Needs, 'files' | 'clock' | 'programme'>,
  asker: Asker,
  sessions: readonly VersionedSet[],
): Promise<readonly VersionedSet[]> {
  if (!may('book-learning-set', asker.person.roles, ['academy'])) return [];
  const who = await attendeeOf(needs, asker.person);
  return sessions.filter(({ set }) => isInvited(set.terms, who) || isPlacedIn(set, asker.person.id));
}

/** Of these sessions the ones that the asker has a place in, or waits for. */
export const placedIn = (asker: Asker, sessions: readonly VersionedSet[]): readonly VersionedSet[] =>
  sessions.filter(({ set }) => isPlacedIn(set, asker.person.id));

/** The sessions of one day of the academy's calendar, or all of them when no day was named. */
export function onDay(
  { programme }: Pick<Needs, 'programme'>,
  sessions: readonly VersionedSet[],
  date: string | undefined,
): readonly VersionedSet[] {
  if (date === undefined) return sessions;
  return sessions.filter(
    ({ set }) => set.terms.startsAt.toZonedDateTimeISO(programme.timeZone).toPlainDate().toString() === date,
  );
}
