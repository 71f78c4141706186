import { booked, type LearningSet, type Place } from '../academy/learning-set.ts';
import { countWords, shortDate } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import { dayOf } from './mark-learning-set.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { message, notForYou } from './short-answers.ts';
import type { Reply } from './turn.ts';
import type { FactView } from './views.ts';

/** How long back take-up and attendance are counted. */
const counted = { hours: 24 * 366 } as const;

interface Tally {
  places: number;
  marked: number;
  attended: number;
  waiting: number;
}

const staff = 'Colleagues who are not on the programme';
const groupOf = ({ participantId, cohort }: Place) =>
  participantId === null ? staff : cohort === null || cohort === '' ? 'No cohort' : cohort;

/** Whether it is known if they came: of a session that did not take place there is nothing to know. */
const wasToCome = ({ attendance }: Place) => attendance !== null && attendance !== 'not-held';

function count(tally: Tally, place: Place): Tally {
  const isBooked = place.standing.is === 'booked';
  return {
    places: tally.places + (isBooked ? 1 : 0),
    marked: tally.marked + (isBooked && wasToCome(place) ? 1 : 0),
    attended: tally.attended + (place.attendance === 'attended' ? 1 : 0),
    waiting: tally.waiting + (place.standing.is === 'waiting' ? 1 : 0),
  };
}

/** Places taken, attendance and waiting, for each cohort. */
function figuresOf(sets: readonly LearningSet[]): ReadonlyMap<string, Readonly<Tally>> {
  const tallies = new Map<string, Tally>();
  for (const place of sets.flatMap((set) => set.places)) {
    const group = groupOf(place);
    tallies.set(group, count(tallies.get(group) ?? { places: 0, marked: 0, attended: 0, waiting: 0 }, place));
  }
  return tallies;
}

const factOf = ([title, { places, marked, attended, waiting }]: readonly [
  string,
  Readonly<Tally>,
]): FactView => ({
  title,
  value: [
    `${places} booked`,
    ...(marked > 0 ? [`${attended} of ${marked} came`] : []),
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
  ].join(', '),
});

/** Whoever had a place and did not come, latest session first: with apologies or without. */
function missing(needs: Needs, sets: readonly LearningSet[]): readonly string[] {
  return sets.toReversed().flatMap((set) =>
    booked(set)
      .filter(({ attendance }) => attendance === 'absent' || attendance === 'apologies')
      .map(({ name, attendance }) => {
        const how = attendance === 'apologies' ? ' (apologies)' : '';
        return `${name}${how}: ${set.terms.title}, ${shortDate(dayOf(needs, set))}`;
      }),
  );
}

const mostNamed = 15;

/** Take-up, attendance and waiting for each cohort, and who has not come (FEATURES M8). */
export async function showFigures(
  needs: Needs,
  asker: Asker,
  at: 'new' | 'pressed' = 'pressed',
): Promise<Reply> {
  if (!may('plan-learning-set', asker.person.roles, ['academy'])) return notForYou(needs.programme);
  const found = await needs.learningSets.between(asker.now.subtract(counted), asker.now.add(counted));
  const sets = found.map(({ set }) => set).filter(({ cancelled }) => cancelled === null);
  const capacity = sets.reduce((sum, set) => sum + set.terms.capacity, 0);
  const taken = sets.reduce((sum, set) => sum + booked(set).length, 0);
  const absent = missing(needs, sets);
  const figures = [...figuresOf(sets)].toSorted(([a], [b]) => a.localeCompare(b, 'en-GB'));
  const fell = sets.filter(({ marked }) => marked?.notHeld !== undefined).length;
  const lines = [
    `${sets.length} sessions of the last and the next twelve months: ${taken} of ${capacity} places booked.`,
    ...(fell === 0 ? [] : [`${countWords(fell, 'session')} did not take place.`]),
    ...(absent.length === 0
      ? ['Nobody who had a place stayed away.']
      : ['Had a place and did not come:', ...absent.slice(0, mostNamed)]),
  ];
  const view = message('Take-up and attendance', lines, {
    facts: figures.slice(0, mostNamed).map(factOf),
    actions: [{ title: 'All sessions', verb: 'ask', data: { intent: 'learning-sets' } }],
  });
  return { kind: 'view', view, at };
}
