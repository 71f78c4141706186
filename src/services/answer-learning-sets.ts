import { Temporal } from 'temporal-polyfill';
import { endsAt, type LearningSet } from '../academy/learning-set.ts';
import { countWords, longDate } from '../academy/wording.ts';
import type { Intent, Slots } from '../understanding/intents.ts';
import { ask } from './ask-buttons.ts';
import type { Asker } from './asker.ts';
import { sessionReply, takeStep } from './book-learning-set.ts';
import { onDay, openTo, placedIn, sessionsAhead, sessionsBefore } from './find-learning-sets.ts';
import { leadingLine } from './learning-set-leading.ts';
import type { Shown } from './learning-set-parts.ts';
import { sessionLine } from './learning-set-views.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { VersionedSet } from './ports.ts';
import { openPresent } from './present-at-learning-set.ts';
import { newView } from './short-answers.ts';
import { standingTo } from './show-learning-set.ts';
import type { Reply } from './turn.ts';
import type { ActionView, LearningSetsView, View } from './views.ts';

const sessions = ask('Open sessions', 'learning-sets');
const bookings = ask('My bookings', 'my-bookings');
const planNew: ActionView = {
  title: 'Plan sessions',
  verb: 'learning-set-plan-open',
  data: { sessionId: '' },
};
const figures: ActionView = { title: 'Take-up and attendance', verb: 'learning-set-figures', data: {} };

function list(
  heading: string,
  intro: string,
  lines: LearningSetsView['sessions'],
  actions: readonly ActionView[],
): Reply {
  const view: View = {
    card: 'learning-sets',
    summary: `${heading}: ${intro}`,
    data: { heading, intro, sessions: lines, actions },
  };
  return newView(view);
}

const shownTo = (needs: Needs, asker: Asker): Shown => ({ programme: needs.programme, now: asker.now });

function linesFor(needs: Needs, asker: Asker, found: readonly VersionedSet[]): LearningSetsView['sessions'] {
  return found.map(({ set }) => sessionLine(set, asker.person.id, shownTo(needs, asker)));
}

const dayWords = (date: string | undefined) =>
  date === undefined ? '' : ` on ${longDate(Temporal.PlainDate.from(date))}`;

/** Whether the asker plans sessions, or leads this one. */
const isLedBy = (asker: Asker, set: LearningSet) =>
  may('lead-learning-set', asker.person.roles, standingTo(set, asker.person.id));

async function ledLines(
  needs: Needs,
  asker: Asker,
  found: readonly VersionedSet[],
  date: string | undefined,
): Promise<LearningSetsView['sessions']> {
  const isOver = ({ set }: VersionedSet) =>
    endsAt(set.terms).epochMilliseconds <= asker.now.epochMilliseconds;
  const before = onDay(needs, await sessionsBefore(needs, asker), date);
  const unmarked = before.filter((one) => isOver(one) && one.set.marked === null);
  return [...unmarked, ...found]
    .filter(({ set }) => isLedBy(asker, set))
    .map(({ set }) => leadingLine(set, shownTo(needs, asker)));
}

function introOf(count: number, all: number, date: string | undefined): string {
  const when = dayWords(date);
  if (count > 0) return `${countWords(count, 'session')}${when === '' ? ' to come' : when}.`;
  const next = all > 0 ? 'These are the others.' : 'When one is, you are told here.';
  return `No session is planned${when} that is open to you. ${next}`;
}

/** Sessions that the asker may come to, leads or plans (FEATURES Q5, M8). */
async function listSessions(needs: Needs, asker: Asker, date: string | undefined): Promise<Reply> {
  const coming = await sessionsAhead(needs, asker);
  const isLedThen = onDay(needs, coming, date).some(({ set }) => isLedBy(asker, set));
  const ledOn = isLedThen ? date : undefined;
  const led = await ledLines(needs, asker, onDay(needs, coming, ledOn), ledOn);
  const mayPlan = may('plan-learning-set', asker.person.roles, ['academy']);
  if (mayPlan) {
    const words =
      led.length === 0
        ? 'No session is planned yet.'
        : `${countWords(led.length, 'session')}${dayWords(ledOn)}.`;
    return list('Action learning sets', words, led, [planNew, figures]);
  }
  const open = await openTo(needs, asker, coming);
  const wanted = onDay(needs, open, date);
  const lines = linesFor(needs, asker, wanted.length > 0 ? wanted : open);
  const intro = introOf(wanted.length + led.length, lines.length, date);
  return list(
    'Action learning sets',
    intro,
    [...led, ...lines],
    [bookings, ask('Look again', 'learning-sets')],
  );
}

/** "Book me on the action learning set on 3 December" books; a question shows what there is. */
async function answerLearningSets(needs: Needs, asker: Asker, slots: Slots): Promise<Reply> {
  if (slots.books === true) {
    const open = await openTo(needs, asker, await sessionsAhead(needs, asker));
    const [only, other] = onDay(needs, open, slots.date);
    if (only !== undefined && other === undefined) {
      return takeStep(needs, asker, only.set.id, 'book', 'new');
    }
  }
  return listSessions(needs, asker, slots.date);
}

async function ownSessions(
  needs: Needs,
  asker: Asker,
  date: string | undefined,
): Promise<readonly VersionedSet[]> {
  return onDay(needs, placedIn(asker, await sessionsAhead(needs, asker)), date);
}

/** Said of a day with what they have on other days: a weekday may have meant a later one. */
async function nothingBooked(needs: Needs, asker: Asker, date: string | undefined): Promise<Reply> {
  const others = date === undefined ? [] : await ownSessions(needs, asker, undefined);
  const more = others.length === 0 ? '' : ' This is what you have.';
  const words = `You have no place and wait for none${dayWords(date)}.${more}`;
  return list('Your bookings', words, linesFor(needs, asker, others), [sessions]);
}

/** Where the asker has a place or waits for one. */
async function answerMyBookings(needs: Needs, asker: Asker, slots: Slots): Promise<Reply> {
  const mine = await ownSessions(needs, asker, slots.date);
  if (mine.length === 0) return nothingBooked(needs, asker, slots.date);
  const intro = `${countWords(mine.length, 'session')}${dayWords(slots.date)}.`;
  return list('Your bookings', intro, linesFor(needs, asker, mine), [sessions]);
}

/** Gives up the one place on the day that was named; without a day, or with several, it is asked which. */
async function answerCancelBooking(needs: Needs, asker: Asker, slots: Slots): Promise<Reply> {
  const mine = await ownSessions(needs, asker, slots.date);
  const [only, other] = mine;
  if (only === undefined) return nothingBooked(needs, asker, slots.date);
  if (other === undefined && slots.date !== undefined)
    return takeStep(needs, asker, only.set.id, 'leave', 'new');
  if (other === undefined) {
    return sessionReply(needs, asker, only.set, { at: 'new', intro: 'Press the button to give it up.' });
  }
  return list('Which one?', 'Open a session to give up your place in it.', linesFor(needs, asker, mine), [
    sessions,
  ]);
}

/** The form for a topic when it is plain which session is meant, otherwise the sessions to choose from. */
async function answerPresent(needs: Needs, asker: Asker, slots: Slots): Promise<Reply> {
  const mine = await ownSessions(needs, asker, slots.date);
  const open = mine.filter(({ set }) => set.terms.presenterSlots > 0);
  const [only, other] = open.filter(
    ({ set }) => set.places.find(({ personId }) => personId === asker.person.id)?.standing.is === 'booked',
  );
  if (only !== undefined && other === undefined) return openPresent(needs, asker, only.set.id, 'new');
  if (only === undefined) return listSessions(needs, asker, slots.date);
  return list('Which one?', 'Open the session in which you want to present.', linesFor(needs, asker, open), [
    sessions,
  ]);
}

/** The questions about learning sets, each with its answer. */
export const learningSetAnswers: Partial<
  Record<Intent, (needs: Needs, asker: Asker, slots: Slots) => Promise<Reply>>
> = {
  'learning-sets': answerLearningSets,
  'my-bookings': answerMyBookings,
  'cancel-booking': answerCancelBooking,
  present: answerPresent,
};
