import { booked, hasStarted, type LearningSet } from '../academy/learning-set.ts';
import type { Asker } from './asker.ts';
import { attendanceForm } from './attendance-form.ts';
import { changeSetWhile } from './change-learning-set.ts';
import type { Needs } from './needs.ts';
import { happened } from './not-held.ts';
import { may } from './permission.ts';
import { leadingReply } from './plan-learning-set.ts';
import type { VersionedSet } from './ports.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import { standingTo } from './show-learning-set.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

const isLedBy = ({ person }: Asker, set: LearningSet) =>
  may('lead-learning-set', person.roles, standingTo(set, person.id));

/** The session, if the asker leads it or plans all of them. */
async function ledSet(needs: Needs, asker: Asker, sessionId: string): Promise<VersionedSet | undefined> {
  const versioned = await needs.learningSets.load(sessionId);
  if (versioned !== undefined && isLedBy(asker, versioned.set)) return versioned;
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

type Sent = Submissions['learning-set-attendance'];

/** Why the form goes back instead of being kept: somebody is ticked twice, or nobody is and nothing is said of it. */
function notKeptYet(programme: Needs['programme'], set: LearningSet, sent: Sent): View | undefined {
  const [came, excused] = [idsOf(sent.attended), idsOf(sent.apologies)];
  const places = booked(set);
  const twice = places.find(({ personId }) => came.has(personId) && excused.has(personId));
  const error = twice === undefined ? null : `${twice.name} is ticked in both lists. Choose one of them.`;
  const isNobody = places.length > 0 && !places.some(({ personId }) => came.has(personId));
  const asks = isNobody && happened(sent.happened) === null;
  return error === null && !asks
    ? undefined
    : attendanceForm(programme, set, { ...sent, error, asks: isNobody });
}

/**
 * Keeps who came; whoever is ticked in neither list had a place and did not come. Where nobody came it is asked whether it
 * took place at all: where it did not, nobody stayed away.
 */
export async function submitAttendance(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await ledSet(needs, asker, sent.sessionId);
  if (versioned === undefined) return notForYou(needs.programme);
  const again = notKeptYet(needs.programme, versioned.set, sent);
  if (again !== undefined) return pressedView(again);
  const { id: by, name } = asker.person;
  const attended = idsOf(sent.attended);
  const isNobody = !booked(versioned.set).some(({ personId }) => attended.has(personId));
  const what = isNobody ? happened(sent.happened) : null;
  const notHeld = what === null || what === 'absent' ? {} : { notHeld: what };
  const step = { step: 'mark', by, name, attended, apologies: idsOf(sent.apologies), ...notHeld } as const;
  const change = await changeSetWhile(needs, versioned, step, {
    by,
    now: asker.now,
    mayTake: (set) => isLedBy(asker, set),
  });
  if (change === 'not-theirs') return notForYou(needs.programme);
  if (!change.ok && change.refused === 'not-started') return pressedView(notBegun);
  return leadingReply(needs, asker, change.set);
}
