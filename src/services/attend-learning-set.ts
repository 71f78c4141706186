import { booked, hasStarted } from '../academy/learning-set.ts';
import type { Asker } from './asker.ts';
import { attendanceForm } from './attendance-form.ts';
import { changeSet } from './change-learning-set.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { leadingReply } from './plan-learning-set.ts';
import type { VersionedSet } from './ports.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import { standingTo } from './show-learning-set.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';

/** The session, if the asker leads it or plans all of them. */
async function ledSet(needs: Needs, asker: Asker, sessionId: string): Promise<VersionedSet | undefined> {
  const versioned = await needs.learningSets.load(sessionId);
  const standing = versioned === undefined ? [] : standingTo(versioned.set, asker.person.id);
  if (versioned !== undefined && may('lead-learning-set', asker.person.roles, standing)) return versioned;
  needs.log.warn('permission.refused', { verb: 'lead-learning-set', person: asker.person.id });
  return undefined;
}

export async function openLeading(needs: Needs, asker: Asker, sessionId: string): Promise<Reply> {
  const versioned = await ledSet(needs, asker, sessionId);
  return versioned === undefined ? notForYou(needs.programme) : leadingReply(needs, asker, versioned.set);
}

const notBegun = message('This session has not begun yet', [
  'Who came can be marked from the time on at which it begins.',
]);

export async function openAttendance(needs: Needs, asker: Asker, sessionId: string): Promise<Reply> {
  const versioned = await ledSet(needs, asker, sessionId);
  if (versioned === undefined) return notForYou(needs.programme);
  const { set } = versioned;
  if (set.cancelled !== null) return leadingReply(needs, asker, set);
  return pressedView(hasStarted(set, asker.now) ? attendanceForm(needs.programme, set) : notBegun);
}

const idsOf = (joined: string) => new Set(joined.split(',').filter((id) => id !== ''));

/** Keeps who came; whoever is ticked in neither list had a place and did not come. */
export async function submitAttendance(
  needs: Needs,
  asker: Asker,
  { sessionId, attended, apologies }: Submissions['learning-set-attendance'],
): Promise<Reply> {
  const versioned = await ledSet(needs, asker, sessionId);
  if (versioned === undefined) return notForYou(needs.programme);
  const [came, excused] = [idsOf(attended), idsOf(apologies)];
  const twice = booked(versioned.set).find(({ personId }) => came.has(personId) && excused.has(personId));
  if (twice !== undefined) {
    const error = `${twice.name} is ticked in both lists. Choose one of them.`;
    return pressedView(attendanceForm(needs.programme, versioned.set, { attended, apologies, error }));
  }
  const { id: by, name } = asker.person;
  const step = { step: 'mark', by, name, attended: came, apologies: excused } as const;
  const change = await changeSet(needs, versioned, step, by, asker.now);
  if (!change.ok && change.refused === 'not-started') return pressedView(notBegun);
  return leadingReply(needs, asker, change.set);
}
