import { booked, type LearningSet } from '../academy/learning-set.ts';
import type { Programme } from '../academy/programme.ts';
import { timeWords } from './learning-set-parts.ts';
import { nobodyTicked, whatHappened } from './not-held.ts';
import type { View } from './views.ts';

/** What was sent and is to be asked again: what is wrong, and whether it is to be said why nobody came. */
interface Sent {
  readonly attended: string;
  readonly apologies: string;
  readonly happened: string;
  readonly error: string | null;
  readonly asks: boolean;
}

/** Who came, asked of whoever led the session: everybody with a place is ticked, as most people come. */
export function attendanceForm(programme: Programme, set: LearningSet, filled?: Sent): View {
  const places = booked(set);
  const marked = (what: string) =>
    places.filter(({ attendance }) => attendance === what).map(({ personId }) => personId);
  const ticked = set.marked === null ? places.map(({ personId }) => personId) : marked('attended');
  const choices = whatHappened.map(({ code, title }) => ({ value: code, title }));
  return {
    card: 'attendance-form',
    summary: `${set.terms.title}: who came?`,
    data: {
      sessionId: set.id,
      heading: `${set.terms.title}: who came?`,
      when: timeWords(set, programme.timeZone),
      people: places.map(({ personId, name }) => ({ value: personId, title: name })),
      attended: filled?.attended ?? ticked.join(','),
      apologies: filled?.apologies ?? marked('apologies').join(','),
      nobody: filled?.asks === true ? { words: nobodyTicked, choices } : null,
      happened: filled?.happened ?? '',
      error: filled?.error ?? null,
    },
  };
}
