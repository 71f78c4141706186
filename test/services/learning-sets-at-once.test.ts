/** Two hundred people at one session, fifty at a time, on the real store: in memory and on Azure's emulator. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Attendee,
  held,
  type LearningSet,
  newLearningSet,
  type Step,
  type Terms,
  waiting,
} from '../../src/academy/learning-set.ts';
import { calendarOf } from '../../src/academy/plan.ts';
import { handOver } from '../../src/delivery/hand-over.ts';
import { changeSet } from '../../src/services/change-learning-set.ts';
import { createSessionsInDelivery } from '../../src/services/learning-set-in-delivery.ts';
import { noticesOfNew } from '../../src/services/learning-set-notices.ts';
import type { Needs } from '../../src/services/needs.ts';
import { loadProgramme } from '../../src/storage/programme-files.ts';
import { newId } from '../storage/adapters.ts';
import {
  beginTest,
  closeStore,
  log,
  openStore,
  over,
  ports,
  storage,
  stores,
  tag,
  watched,
} from '../storage/repository-store.ts';

const now = Temporal.Instant.from('2026-11-16T09:00:00Z');
const startsAt = Temporal.Instant.from('2026-12-03T14:00:00Z');
const people = 200;
const atOnce = 50;

const terms: Terms = {
  title: 'Action learning set',
  facilitator: { personId: 'ruth', name: 'Ruth Calder' },
  startsAt,
  minutes: 90,
  place: 'Room 2.14',
  link: '',
  capacity: 30,
  presenterSlots: 1,
  audience: { kind: 'everybody' },
  countsFor: null,
  acceptWithinHours: 24,
};
const who = (number: number): Attendee => ({
  personId: `${tag}-person-${number}`,
  name: `Person ${number}`,
  participantId: `${tag}-p-${number}`,
  cohort: 'Autumn 2026',
  team: 'North',
});

/** The same choices on every machine (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function anyStep(number: number, random: () => number): Step {
  const person = who(number);
  const { personId } = person;
  const dice = random();
  if (dice < 0.35) return { step: 'book', who: person };
  if (dice < 0.65) return { step: 'wait', who: person };
  if (dice < 0.8) return { step: 'leave', personId };
  if (dice < 0.92) return { step: 'accept', personId };
  const capacity = 15 + Math.floor(random() * 25);
  const whenOverbooked = random() < 0.5 ? 'keep-everybody' : 'last-wait';
  return { step: 'edit', terms: { ...terms, capacity }, whenOverbooked };
}

/** The services of one process over the store that is open. */
async function oneProcess(): Promise<Needs> {
  const reading = await loadProgramme('luton');
  if (!reading.ok) throw new Error('luton does not parse');
  const nobody = async () => {};
  const alarms = { participant: nobody, person: nobody, learningSet: nobody, lane: nobody };
  const { programme } = reading;
  const clock = { now: () => now };
  const calendar = calendarOf(programme);
  return { ...ports, ...over(storage.tables), programme, calendar, alarms, clock, log, newId };
}

function holds(set: LearningSet): void {
  expect(held(set).length).toBeLessThanOrEqual(set.terms.capacity);
  const ids = set.places.map(({ personId }) => personId);
  expect(new Set(ids).size).toBe(ids.length);
  const orders = set.places.map(({ order }) => order);
  expect(new Set(orders).size).toBe(orders.length);
}

/** How often each occasion stands in somebody's lane as a message of its own. */
async function toldTo(personId: string): Promise<ReadonlyMap<string, number>> {
  const lane = ports.outbox.laneOf({ kind: 'person', personId });
  const counts = new Map<string, number>();
  for (const { notice } of await ports.outbox.pending(lane)) {
    const { subject, mode } = notice;
    if (subject.card !== 'learning-set' || mode !== 'show') continue;
    counts.set(subject.about, (counts.get(subject.about) ?? 0) + 1);
  }
  return counts;
}

const everybody = Array.from({ length: people }, (_, number) => number);
const owner = () => ({ kind: 'learning-set', id: `${tag}-session` }) as const;

async function load() {
  const versioned = await ports.learningSets.load(owner().id);
  if (versioned === undefined) throw new Error('there is no session');
  return versioned;
}

async function plan(needs: Needs): Promise<void> {
  const { id } = owner();
  const fresh = newLearningSet({ id, series: id, terms, createdBy: 'helen' });
  const audit = { verb: 'learning-set-plan', by: 'helen', outcome: 'planned' };
  const notices = noticesOfNew(needs, fresh, null, now);
  expect(await needs.learningSets.commit(null, fresh, { notices, audit }, now)).toBe('committed');
}

/** Fifty people press at once, half of them in one process and half in another. */
async function wave(processes: readonly Needs[], numbers: readonly number[], random: () => number) {
  const first = await load();
  const steps = numbers.map((number) => anyStep(number, random));
  const taken = await Promise.all(
    steps.map((step, at) => {
      const needs = processes[at % processes.length];
      if (needs === undefined) throw new Error('no process');
      return changeSet(needs, first, step, 'somebody', now);
    }),
  );
  for (const { set } of taken) holds(set);
  const after = await load();
  // Whoever stood there stands there still: nothing that one process wrote was lost to another.
  const known = first.set.places.map(({ personId }) => personId);
  expect(after.set.places.map(({ personId }) => personId)).toEqual(expect.arrayContaining(known));
  return after;
}

async function handEverythingOver(needs: Needs): Promise<void> {
  const sessions = createSessionsInDelivery(needs);
  const alarms = { ...needs.alarms, seen: async () => {}, send: async () => {} };
  const delivery = { ...needs, ...ports, sessions, alarms };
  // Twice, as when a worker died in between.
  await handOver(delivery, owner());
  await handOver(delivery, owner());
}

/** Who was told how often of an occasion. */
async function timesTold(ids: readonly string[], about: string): Promise<ReadonlySet<number>> {
  const counts = await Promise.all(ids.map(async (id) => (await toldTo(id)).get(about) ?? 0));
  return new Set(counts);
}

describe.each(stores)('$name', ({ open }) => {
  beforeAll(() => openStore(open));
  afterAll(closeStore);
  beforeEach(beginTest);

  it('a change whose reply was lost is kept, and kept once', async () => {
    const needs = await oneProcess();
    await plan(needs);
    let replies = 0;
    const losing = over(watched(async () => (++replies === 1 ? 'lost' : undefined)).tables);
    const step = { step: 'book', who: who(1) } as const;
    const change = await changeSet({ ...needs, ...losing }, await load(), step, 'somebody', now);
    expect(change.ok).toBe(true);
    const { set, revision } = await load();
    expect([set.places.length, revision]).toEqual([1, 2]);
  });

  it('a session that is moved is found under its new time alone', async () => {
    const needs = await oneProcess();
    await plan(needs);
    const moved = startsAt.add({ hours: 24 });
    const step = { step: 'edit', terms: { ...terms, startsAt: moved }, whenOverbooked: 'ask' } as const;
    await changeSet(needs, await load(), step, 'helen', now);
    const found = async (from: Temporal.Instant) =>
      (await ports.learningSets.between(from, from.add({ hours: 1 }))).filter(
        ({ set }) => set.id === owner().id,
      );
    expect(await found(startsAt)).toEqual([]);
    expect((await found(moved)).map(({ set }) => set.changes)).toEqual([1]);
  });

  it('two processes give out no place twice, lose nobody and tell each once, fifty people at a time', async () => {
    const [one, other] = [await oneProcess(), await oneProcess()];
    await plan(one);
    const random = seeded(20261203);
    for (let from = 0; from < people * 2; from += atOnce) {
      const start = from % people;
      await wave([one, other], everybody.slice(start, start + atOnce), random);
    }
    const before = await load();
    expect(before.revision).toBeGreaterThan(100);
    const queue = waiting(before.set).map(({ order }) => order);
    expect(queue.length).toBeGreaterThan(10);
    expect(queue).toEqual(queue.toSorted((a, b) => a - b));

    const members = [...held(before.set), ...waiting(before.set)].map(({ personId }) => personId);
    const others = everybody.map((number) => who(number).personId).filter((id) => !members.includes(id));
    const cancel = { step: 'cancel', by: 'helen', name: 'Helen Marsh' } as const;
    await Promise.all([one, other].map((needs) => changeSet(needs, before, cancel, 'helen', now)));
    expect((await load()).set.changes).toBe(before.set.changes + 1);

    await handEverythingOver(one);
    expect(await timesTold(members, 'cancelled')).toEqual(new Set([1]));
    expect(await timesTold(others, 'cancelled')).toEqual(new Set([0]));
    for (const { personId, standing } of before.set.places) {
      if (standing.is !== 'offered') continue;
      expect(await timesTold([personId], `offer-${standing.offer}`)).toEqual(new Set([1]));
    }
    // What is left is owed later: reminders, offers that end, and who came.
    const left = await ports.owed.of(owner());
    expect(left.filter(({ notice }) => Temporal.Instant.compare(notice.owedAt, now) <= 0)).toEqual([]);
  }, 120_000);
});
