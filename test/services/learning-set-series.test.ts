import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { type LearningSet, newLearningSet, type Terms } from '../../src/academy/learning-set.ts';
import { idInSeries, seriesTold } from '../../src/services/learning-set-series.ts';
import { preset } from '../academy/support/luton.ts';

const programme = await preset('luton');
const first = Temporal.ZonedDateTime.from('2026-12-03T14:00[Europe/London]');
const terms: Terms = {
  title: 'Action learning set',
  facilitator: { personId: 'ruth', name: 'Ruth Calder' },
  startsAt: first.toInstant(),
  minutes: 90,
  place: 'Online',
  link: '',
  capacity: 8,
  presenterSlots: 1,
  audience: { kind: 'everybody' },
  countsFor: null,
  acceptWithinHours: 24,
};

/** So many sessions, each four weeks after the one before. */
const planned = (sessions: number): readonly LearningSet[] =>
  Array.from({ length: sessions }, (_, at) => {
    const startsAt = first.add({ weeks: 4 * at }).toInstant();
    const given = { id: idInSeries('s-1', at), series: 's-1', terms: { ...terms, startsAt } };
    return newLearningSet({ ...given, createdBy: 'helen' }, []);
  });

async function told(sets: readonly LearningSet[], of = 0) {
  const load = async (id: string) => {
    const set = sets.find((one) => one.id === id);
    return set === undefined ? undefined : { set, revision: 1, etag: 'e' };
  };
  const unused = async () => expect.fail('nothing else is asked of the store');
  const set = sets[of];
  if (set === undefined) throw new Error('no such session');
  return seriesTold({ programme, learningSets: { load, commit: unused, between: unused } }, set);
}

const cancelled = { by: 'helen', name: 'Helen Boateng', at: first.toInstant() };

it('names every date of a series, with those that were moved and without those that were cancelled', async () => {
  const [one, two, three, ...rest] = planned(4);
  if (one === undefined || two === undefined || three === undefined) throw new Error('four sessions');
  const later = { ...three, terms: { ...three.terms, startsAt: first.add({ weeks: 20 }).toInstant() } };
  expect(await told([one, { ...two, cancelled }, later, ...rest])).toEqual({
    intro: 'A series of 3 sessions is planned. This is the first.',
    section: {
      title: 'All dates',
      lines: [
        'Thu 3 Dec 2026, 14:00 (UK time)',
        'Thu 25 Feb 2027, 14:00 (UK time)',
        'Thu 22 Apr 2027, 14:00 (UK time)',
      ],
    },
  });
});

it('does not call the first what does not take place', async () => {
  const [one, ...rest] = planned(2);
  if (one === undefined) throw new Error('two sessions');
  expect((await told([{ ...one, cancelled }, ...rest]))?.intro).toBe('A series of 1 session is planned.');
});

it('names of a long one the first, the last and how many there are', async () => {
  expect((await told(planned(12)))?.section.lines).toHaveLength(12);
  expect((await told(planned(13)))?.section).toEqual({
    title: '13 dates',
    lines: ['The first: Thu 3 Dec 2026, 14:00 (UK time)', 'The last: Thu 4 Nov 2027, 14:00 (UK time)'],
  });
});

it('says nothing of a series with a session that stands alone, or that does not begin one', async () => {
  expect(await told(planned(1))).toBeNull();
  expect(await told(planned(3), 1)).toBeNull();
});
