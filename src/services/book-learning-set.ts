import { isInvited, type LearningSet, placeOf, type Refusal, type Step } from '../academy/learning-set.ts';
import type { Asker } from './asker.ts';
import { attendeeOf } from './attendees.ts';
import { changeSet } from './change-learning-set.ts';
import { occasions } from './learning-set-notices.ts';
import { sessionView } from './learning-set-views.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Subject, VersionedSet } from './ports.ts';
import { notForYou } from './short-answers.ts';
import { shownTo } from './show-learning-set.ts';
import type { Reply } from './turn.ts';

/** Why nothing came of a step, said before how the session stands. */
const refusalWords: Readonly<Record<Refusal['refused'], string>> = {
  full: 'There is no place left, so nothing has been booked. You can join the waiting list.',
  cancelled: 'This session is cancelled.',
  started: 'This session has begun, so nothing can be changed here any more.',
  'not-started': 'This session has not begun yet.',
  'no-offer': 'The place is no longer kept for you.',
  'no-place': 'You have no place in this session.',
  'not-booked': 'To present you need a place.',
  'presenters-full': 'Somebody else presents in this session. Your topic has not been kept.',
  overbooked: 'There are fewer places than people.',
  'presenters-over': 'More people present than that.',
  'changed-since': 'This session has been changed since you opened it.',
  'too-many-would-wait': 'More people would lose their place than can be told at once.',
};

const subjectOf = ({ id }: LearningSet): Subject => ({
  card: 'learning-set',
  sessionId: id,
  about: occasions.place,
});

/** The session on a card that is brought up to date whenever it changes. */
export async function sessionReply(
  needs: Needs,
  asker: Asker,
  set: LearningSet,
  more: { readonly at: 'pressed' | 'new'; readonly intro?: string },
): Promise<Reply> {
  const shown = await shownTo(needs, set, asker.person.id);
  const view = sessionView(set, asker.person.id, shown, more.intro ?? '');
  return { kind: 'view', view, at: more.at, shows: subjectOf(set) };
}

/** The session, if it is one that the asker may come to or stands in: otherwise it does not exist for them. */
export async function bookableSet(
  needs: Needs,
  asker: Asker,
  sessionId: string,
): Promise<VersionedSet | undefined> {
  const versioned = await needs.learningSets.load(sessionId);
  if (versioned !== undefined && may('book-learning-set', asker.person.roles, ['academy'])) {
    if (placeOf(versioned.set, asker.person.id) !== undefined) return versioned;
    if (isInvited(versioned.set.terms, await attendeeOf(needs, asker.person))) return versioned;
  }
  needs.log.warn('permission.refused', { verb: 'book-learning-set', person: asker.person.id });
  return undefined;
}

/** What a member can do with their own place. */
export type OwnStep = 'book' | 'wait' | 'accept' | 'leave' | 'not-present';

async function ownStep(needs: Needs, asker: Asker, name: OwnStep): Promise<Step> {
  const { id: personId } = asker.person;
  return name === 'book' || name === 'wait'
    ? { step: name, who: await attendeeOf(needs, asker.person) }
    : { step: name, personId };
}

export async function takeStep(
  needs: Needs,
  asker: Asker,
  sessionId: string,
  step: Step | OwnStep,
  at: 'pressed' | 'new' = 'pressed',
): Promise<Reply> {
  const versioned = await bookableSet(needs, asker, sessionId);
  if (versioned === undefined) return notForYou(needs.programme);
  const taken = typeof step === 'string' ? await ownStep(needs, asker, step) : step;
  const change = await changeSet(needs, versioned, taken, asker.person.id, asker.now);
  if (change.ok) return sessionReply(needs, asker, change.set, { at });
  needs.log.info('learning-set.refused', { session: sessionId, refused: change.refused });
  return sessionReply(needs, asker, change.set, { at, intro: refusalWords[change.refused] });
}

export async function openSession(needs: Needs, asker: Asker, sessionId: string): Promise<Reply> {
  const versioned = await bookableSet(needs, asker, sessionId);
  if (versioned === undefined) return notForYou(needs.programme);
  return sessionReply(needs, asker, versioned.set, { at: 'pressed' });
}
