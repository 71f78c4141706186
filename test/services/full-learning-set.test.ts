/** The fullest session there can be, on the real stores: each step of it is one transaction of at most a hundred rows. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Attendee,
  booked,
  mostPlaces,
  newLearningSet,
  type Step,
  type Terms,
  waiting,
} from '../../src/academy/learning-set.ts';
import { calendarOf } from '../../src/academy/plan.ts';
import { changeSet } from '../../src/services/change-learning-set.ts';
import { noticesOfNew } from '../../src/services/learning-set-notices.ts';
import { loadProgramme } from '../../src/storage/programme-files.ts';
import { beginTest, closeStore, log, openStore, ports, stores, tag } from '../storage/repository-store.ts';

const planned = Temporal.Instant.from('2026-11-16T09:00:00Z');
const startsAt = Temporal.Instant.from('2026-12-03T14:00:00Z');
const ended = Temporal.Instant.from('2026-12-03T15:30:00Z');

const terms: Terms = {
  title: 'Service meeting',
  facilitator: { personId: 'ruth', name: 'Ruth Calder' },
  startsAt,
  minutes: 90,
  place: 'Hall',
  link: '',
  capacity: mostPlaces,
  presenterSlots: 0,
  audience: { kind: 'everybody' },
  countsFor: null,
  acceptWithinHours: 24,
};
const who = (number: number): Attendee => ({
  personId: `person-${number}`,
  name: `Person ${number}`,
  participantId: `p-${number}`,
  cohort: 'Autumn 2026',
  team: 'North',
});
const everybody = Array.from({ length: mostPlaces }, (_, number) => who(number));
const owner = () => `${tag}-session`;

async function needsOf() {
  const reading = await loadProgramme('luton');
  if (!reading.ok) throw new Error('luton does not parse');
  const { programme } = reading;
  const nobody = async () => {};
  const alarms = { participant: nobody, person: nobody, learningSet: nobody, lane: nobody };
  return { ...ports, programme, calendar: calendarOf(programme), alarms, log };
}

async function load() {
  const versioned = await ports.learningSets.load(owner());
  if (versioned === undefined) throw new Error('there is no session');
  return versioned;
}

/** A session in which everybody has a place from the start. */
async function planFull(): Promise<void> {
  const needs = await needsOf();
  const given = { id: owner(), series: owner(), terms, createdBy: 'helen' };
  const set = newLearningSet(given, everybody);
  const audit = { verb: 'learning-set-plan', by: 'helen', outcome: 'planned' };
  const notices = noticesOfNew(needs, set, 'booked', planned);
  expect(await ports.learningSets.commit(null, set, { notices, audit }, planned)).toBe('committed');
}

const take = async (step: Step, now = planned) =>
  changeSet(await needsOf(), await load(), step, 'helen', now);
const fewer = (capacity: number): Step => ({
  step: 'edit',
  terms: { ...terms, capacity, startsAt: startsAt.add({ hours: 1 }) },
  whenOverbooked: 'last-wait',
});

describe.each(stores)('$name', ({ open }) => {
  beforeAll(() => openStore(open));
  afterAll(closeStore);
  beforeEach(beginTest);

  it('lets as many wait at once as can be told in one transaction, and says how many places that leaves', async () => {
    await planFull();
    expect(await take(fewer(1))).toMatchObject({ ok: false, refused: 'too-many-would-wait', least: 55 });
    expect(booked((await load()).set)).toHaveLength(mostPlaces);

    expect(await take(fewer(55))).toMatchObject({ ok: true });
    const { set } = await load();
    expect([booked(set).length, waiting(set).length]).toEqual([55, 25]);
    expect(waiting(set)[0]?.personId).toBe('person-55');
  });

  it('marks everybody while offers that nobody took come to their end', async () => {
    await planFull();
    for (let more = 0; more < 15; more += 1) await take({ step: 'wait', who: who(mostPlaces + more) });
    const late = startsAt.subtract({ minutes: 10 });
    for (let gone = 0; gone < 15; gone += 1) {
      await take({ step: 'leave', personId: `person-${gone}` }, late);
    }
    const all = new Set(everybody.map(({ personId }) => personId));
    const step = {
      step: 'mark',
      by: 'helen',
      name: 'Helen Marsh',
      attended: all,
      apologies: new Set<string>(),
    } as const;
    expect(await take(step, ended)).toMatchObject({ ok: true });
    const { set } = await load();
    expect(booked(set).every(({ attendance }) => attendance === 'attended')).toBe(true);
    expect(booked(set)).toHaveLength(65);
  });
});
