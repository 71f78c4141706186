import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { complianceOf, type ParticipantCompliance, summedCompliance } from '../../src/academy/compliance.ts';
import { findIdentifier } from '../../src/academy/identifier-guard.ts';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import { calendarOf, planInputOf, recordStanding, yearPlan } from '../../src/academy/plan.ts';
import { seedDemoAcademy } from '../../src/local/demo-academy.ts';
import { everybody, nqsws, staff } from '../../src/local/demo-people.ts';
import { isOwedUntilRecorded } from '../../src/services/recordable-items.ts';
import { loadProgramme } from '../../src/storage/programme-files.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';

const reading = await loadProgramme('luton');
if (!reading.ok) throw new Error('the Luton programme does not load');
const { programme } = reading;
const calendar = calendarOf(programme);
const silent = { info: () => {}, warn: () => {}, error: () => {} };

async function emptyAcademy(today: Temporal.PlainDate) {
  const clock = {
    now: () => today.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant(),
  };
  let made = 0;
  const newId = () => {
    made += 1;
    return `id-${made}`;
  };
  const storage = await openSqliteStorage({ file: ':memory:', clock, newId });
  const ports = createRepositories({ tables: storage.tables, clock, newId, log: silent });
  const needs = { people: ports.people, roster: ports.roster, files: ports.files, programme, calendar };
  const fileOf = async (name: string) => {
    const id = nqsws.find(({ person }) => person.name === name)?.person.participantId ?? '';
    const standing = await ports.files.load(id);
    if (standing === undefined) throw new Error(`no file for ${name}`);
    return standing.file;
  };
  return { storage, ports, needs, fileOf, close: () => storage.close() };
}

const planOn = (file: ParticipantFile, today: Temporal.PlainDate) =>
  yearPlan(programme, calendar, planInputOf(file), today);

const owed = (file: ParticipantFile, today: Temporal.PlainDate, status: 'overdue' | 'due') =>
  planOn(file, today)
    .items.filter((item) => item.status === status && isOwedUntilRecorded(item))
    .map((item) => `${file.participant.name}: ${item.series}`);

const anyWednesday = Temporal.PlainDate.from('2026-10-14');

describe('the demo academy', () => {
  it('is made once, in an empty store, and never over somebody’s own people', async () => {
    const academy = await emptyAcademy(anyWednesday);
    expect(await seedDemoAcademy(academy.needs, anyWednesday)).toBe('made');
    expect(await academy.ports.people.isEmpty()).toBe(false);
    const before = await academy.fileOf('Amara Okoro');
    expect(await seedDemoAcademy(academy.needs, anyWednesday.add({ days: 40 }))).toBe('people-already-there');
    expect((await academy.fileOf('Amara Okoro')).records.length).toBe(before.records.length);
    await academy.close();
  });

  it('is completed by the next start when the first was cut off half-way', async () => {
    const academy = await emptyAcademy(anyWednesday);
    let commits = 0;
    const breaking: typeof academy.ports.files = {
      load: (id) => academy.ports.files.load(id),
      commit: (...given) => {
        commits += 1;
        if (commits === 7) throw new Error('the machine was switched off');
        return academy.ports.files.commit(...given);
      },
    };
    await expect(seedDemoAcademy({ ...academy.needs, files: breaking }, anyWednesday)).rejects.toThrow(
      'switched off',
    );
    expect(await seedDemoAcademy(academy.needs, anyWednesday)).toBe('made');
    const whole = await emptyAcademy(anyWednesday);
    await seedDemoAcademy(whole.needs, anyWednesday);
    for (const { person } of nqsws) {
      const [mended, expected] = [await academy.fileOf(person.name), await whole.fileOf(person.name)];
      expect(mended.records.map(({ recordId }) => recordId).toSorted()).toEqual(
        expected.records.map(({ recordId }) => recordId).toSorted(),
      );
      expect(mended.confirmations.length).toBe(expected.confirmations.length);
      expect(mended.caseloads).toEqual(expected.caseloads);
    }
    await Promise.all([academy.close(), whole.close()]);
  });

  it('has the people that an academy has, all invented, and nobody above the span', async () => {
    const academy = await emptyAcademy(anyWednesday);
    await seedDemoAcademy(academy.needs, anyWednesday);
    const counts = new Map<string, number>();
    for (const { roles } of everybody)
      for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'head-of-academy': 1,
      'academy-manager': 1,
      'practice-educator': 1,
      'senior-practitioner': 2,
      'team-manager': 3,
      nqsw: 10,
    });
    expect(everybody.every(({ email }) => email.endsWith('@example.org'))).toBe(true);
    expect(new Set(everybody.map(({ entraId }) => entraId)).size).toBe(everybody.length);
    for (const senior of [staff.ruth, staff.ifeoma]) {
      const supervised = (await academy.ports.people.allocatedTo(senior.id)).filter(
        (one) => one.function === 'reflective-supervisor',
      );
      expect(supervised.length).toBeGreaterThan(0);
      expect(supervised.length).toBeLessThanOrEqual(programme.span.most ?? 0);
    }
    for (const one of everybody)
      expect((await academy.ports.people.byEntraId(one.entraId ?? ''))?.id).toBe(one.id);
    await academy.close();
  });

  it('has two cohorts on programme at the same time, one person part-time and one just back from leave', async () => {
    const academy = await emptyAcademy(anyWednesday);
    await seedDemoAcademy(academy.needs, anyWednesday);
    const files = await Promise.all(nqsws.map(({ person }) => academy.fileOf(person.name)));
    const onProgramme = files.filter((file) => {
      const { end, start } = planOn(file, anyWednesday);
      return (
        end !== null &&
        start !== null &&
        start.toString() <= anyWednesday.toString() &&
        end.toString() > anyWednesday.toString()
      );
    });
    expect(onProgramme.length).toBe(10);
    expect(new Set(onProgramme.map((file) => file.participant.cohort))).toEqual(
      new Set(['November 2025 cohort', 'April 2026 cohort']),
    );
    expect(files.filter((file) => file.participant.fte === 0.6).map((file) => file.participant.name)).toEqual(
      ['Priya Raman'],
    );
    const grace = await academy.fileOf('Grace Adeyemi');
    expect(grace.pauses).toHaveLength(1);
    expect(grace.pauses[0]?.untilOn?.toString()).toBe('2026-10-11');
    expect(planOn(grace, anyWednesday).end?.toString()).not.toBe(
      grace.participant.startOn?.add({ years: 1 }).toString(),
    );
    await academy.close();
  });

  const days = [
    '2026-01-02', // between bank holidays
    '2026-03-29', // a Sunday, the clocks change
    '2026-05-25', // a bank holiday Monday
    '2026-09-14', // a Monday on which sessions fall due
    '2026-09-22',
    '2026-12-31',
    '2027-02-15',
  ];
  it.each(days)(
    'made on %s it owes what it is meant to owe, and keeps the national standard but once or twice',
    async (day) => {
      const today = Temporal.PlainDate.from(day);
      const academy = await emptyAcademy(today);
      await seedDemoAcademy(academy.needs, today);
      const [late, dueToday]: [string[], string[]] = [[], []];
      const kept: ParticipantCompliance[] = [];
      const below: string[] = [];
      for (const { person } of nqsws) {
        const file = await academy.fileOf(person.name);
        late.push(...owed(file, today, 'overdue'));
        dueToday.push(...owed(file, today, 'due'));
        const plan = planOn(file, today);
        const compliance = complianceOf(file, plan, isOwedUntilRecorded);
        kept.push(compliance);
        below.push(...compliance.breaches.map(() => person.name));
        const missed = plan.items.filter(({ status, kind }) => status === 'missed' && kind === 'supervision');
        expect(missed.map(({ id }) => id)).toEqual([]);
      }
      const meant = ['Amara Okoro: reflective-supervision', 'Hannah Osei: case-supervision'];
      expect(late.filter((one) => !meant.includes(one))).toEqual([]);
      expect(meant.filter((one) => !late.includes(one) && !dueToday.includes(one))).toEqual([]);
      // One session that came a day late; and the one that is owed, once its fortnight has gone by.
      const lapsed = below.filter((name) => name !== 'Amara Okoro');
      expect(lapsed).toEqual(['Callum Reid']);
      expect(below.length).toBeLessThanOrEqual(2);
      const { onTime, fellDue } = summedCompliance(kept);
      expect(onTime).toBeGreaterThan(0.8 * fellDue);
      expect(onTime).toBeLessThan(fellDue - 2);
      await academy.close();
    },
  );

  it('records only what counts, in words that hold no identifier', async () => {
    const academy = await emptyAcademy(anyWednesday);
    await seedDemoAcademy(academy.needs, anyWednesday);
    const files = await Promise.all(nqsws.map(({ person }) => academy.fileOf(person.name)));
    for (const { participant, pauses, records } of files) {
      const held = records.flatMap((record) => (record.outcome === 'held' ? [record] : []));
      const standings = held.map(({ heldOn }) =>
        recordStanding({ startOn: participant.startOn, pauses }, heldOn, anyWednesday),
      );
      expect(standings.filter((standing) => standing !== 'counts')).toEqual([]);
      const words = held.flatMap(({ actions }) => actions.map(({ what }) => what));
      expect(words.filter((what) => findIdentifier(what) !== null)).toEqual([]);
    }
    const amara = files.find(({ participant }) => participant.name === 'Amara Okoro');
    expect(amara?.records.length).toBeGreaterThan(15);
    expect(amara?.confirmations.length).toBeGreaterThan(10);
    await academy.close();
  });

  it('has a caseload one below the cap and one at it, and no alert', async () => {
    const academy = await emptyAcademy(anyWednesday);
    await seedDemoAcademy(academy.needs, anyWednesday);
    const newest = async (name: string) => (await academy.fileOf(name)).caseloads.at(-1)?.count;
    expect([await newest('Amara Okoro'), await newest('Callum Reid'), await newest('Yusuf Karim')]).toEqual([
      14,
      15,
      undefined,
    ]);
    expect((await academy.fileOf('Callum Reid')).alerts).toEqual([]);
    await academy.close();
  });
});
