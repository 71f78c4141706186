import { booked, type LearningSet } from '../academy/learning-set.ts';
import type { Programme } from '../academy/programme.ts';
import { timeWords } from './learning-set-parts.ts';
import type { View } from './views.ts';

/** Who came, asked of whoever led the session: everybody with a place is ticked, as most people come. */
export function attendanceForm(
  programme: Programme,
  set: LearningSet,
  filled?: { readonly attended: string; readonly apologies: string; readonly error: string },
): View {
  const places = booked(set);
  const marked = (what: string) =>
    places.filter(({ attendance }) => attendance === what).map(({ personId }) => personId);
  const ticked = set.marked === null ? places.map(({ personId }) => personId) : marked('attended');
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
      error: filled?.error ?? null,
    },
  };
}
