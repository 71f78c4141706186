import { endsAt, type LearningSet, type Place, placeOf, presenters } from '../academy/learning-set.ts';
import type { Programme } from '../academy/programme.ts';
import { countWords } from '../academy/wording.ts';
import { ask } from './ask-buttons.ts';
import {
  act,
  factsOf,
  lineOf,
  meetingLink,
  type Section,
  type Shown,
  timeWords,
} from './learning-set-parts.ts';
import { actionsFor, statusFor } from './learning-set-standing.ts';
import type { LearningSetsView, View } from './views.ts';

/** How an action learning set works, in the academy's own words (L31). */
function method({
  learningSets: {
    presentationMinutes: { least, most },
  },
}: Programme): readonly string[] {
  return [
    `1. One person presents for ${least} to ${most} minutes: what makes it hard, and what they want help with. Everybody else only listens.`,
    '2. Then the others take turns with questions and thoughts, while the presenter only listens.',
    '3. At the end the presenter says what they take from it and what they will do.',
    'Bring a question, not a file: nothing that points to a child or a family.',
  ];
}

const presenterLine = ({ name, presents }: Place) =>
  `${name}: “${presents?.topic ?? ''}” (${countWords(presents?.minutes ?? 0, 'minute')})`;

function sectionsFor(set: LearningSet, personId: string, { programme, now }: Shown): readonly Section[] {
  const isBooked = placeOf(set, personId)?.standing.is === 'booked';
  if (!isBooked || set.cancelled !== null || set.terms.presenterSlots === 0) return [];
  const presenting = presenters(set).map(presenterLine);
  const isOver = endsAt(set.terms).epochMilliseconds <= now.epochMilliseconds;
  return [
    ...(presenting.length > 0 ? [{ title: 'Who presents', lines: presenting }] : []),
    ...(isOver ? [] : [{ title: 'How we work', lines: method(programme) }]),
  ];
}

/** A session as whoever may come sees it now. `intro` says why it is shown, '' when they asked for it. */
export function sessionView(set: LearningSet, personId: string, shown: Shown, intro = ''): View {
  const { title } = set.terms;
  const { status, tone } = statusFor(set, personId, shown);
  const isBooked = placeOf(set, personId)?.standing.is === 'booked';
  return {
    card: 'learning-set',
    summary: intro === '' ? `${title}: ${status}` : `${title}: ${intro}`,
    data: {
      heading: title,
      when: timeWords(set, shown.programme.timeZone),
      intro,
      status,
      tone,
      facts: factsOf(set),
      sections: [...(shown.dates === undefined ? [] : [shown.dates]), ...sectionsFor(set, personId, shown)],
      links: [...(isBooked && set.cancelled === null ? meetingLink(set) : []), ...(shown.calendar ?? [])],
      actions: [
        ...actionsFor(set, personId, shown),
        ...(shown.dates === undefined ? [] : [ask('All sessions', 'learning-sets')]),
        ask('My bookings', 'my-bookings'),
      ],
    },
  };
}

/** One line of a list of sessions, for whoever may come. */
export const sessionLine = (
  set: LearningSet,
  personId: string,
  shown: Shown,
): LearningSetsView['sessions'][number] =>
  lineOf(set, shown, statusFor(set, personId, shown), [
    ...actionsFor(set, personId, shown).slice(0, 1),
    act('More about it', 'learning-set-open', set),
  ]);
