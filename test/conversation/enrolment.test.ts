import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EnrolmentStep, leavingReasons } from '../../src/academy/enrolment.ts';
import { chooseStandards, type Enroller, takeEnrolmentStep } from '../../src/services/manage-enrolment.ts';
import { wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';

/*
 * Amara began on 7 September 2026. Her 3-month review is due on Monday 7 December; she leaves a week before it, and
 * comes back at the beginning of February.
 */
let teams: AcademyInTeams;
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-11-30T10:00:00Z' });
  for (const who of [amara, priya, helen]) await teams.client.person(who).says('hello');
  await teams.settled();
});
afterAll(() => teams.stop());

async function enroller(who: typeof helen): Promise<Enroller> {
  const person = await teams.academy.ports.people.byEmail(who.email);
  if (person === undefined) throw new Error(`nobody is ${who.email}`);
  const { now } = teams.time;
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  return { kind: 'person', asker: { person, now, today } };
}

const idOfAmara = async () =>
  (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? 'nobody';
const step = async (who: typeof helen, wanted: EnrolmentStep) =>
  takeEnrolmentStep(teams.academy.needs, await enroller(who), await idOfAmara(), wanted);
const day = (text: string) => Temporal.PlainDate.from(text);

async function until(instant: string): Promise<void> {
  teams.time.now = Temporal.Instant.from(instant);
  await teams.settled();
}
const told = (who: typeof amara) => teams.client.person(who).messages().length;
async function answer(text: string): Promise<string> {
  const person = teams.client.person(amara);
  await person.says(text);
  return wordsOf(person.lastCard());
}

describe('An enrolment in the whole bot', () => {
  it('is the Academy Manager’s to change, and nobody else’s', async () => {
    const leave = { step: 'leave', on: day('2026-11-30'), reason: leavingReasons[0] } as const;
    for (const who of [priya, amara]) {
      expect(await step(who, leave)).toEqual({ ok: false, refused: 'not-found' });
      const chosen = chooseStandards(teams.academy.needs, await enroller(who), await idOfAmara(), 'ecs');
      expect(await chosen).toEqual({ ok: false, refused: 'not-found' });
    }
    expect(await answer('when is my next review?')).toContain('Monday 7 December 2026');
    expect((await step(helen, leave)).ok).toBe(true);
  });

  it('reminds nobody after the last day, and tells the truth to whoever asks', async () => {
    await until('2026-11-30T23:00:00Z');
    const before = { amara: told(amara), priya: told(priya) };
    await until('2026-12-18T10:00:00Z');
    expect({ amara: told(amara), priya: told(priya) }).toEqual(before);
    expect(await answer('what’s next')).toContain('Its last day was Monday 30 November 2026');
  });

  it('begins again where it stood, and reminds again', async () => {
    await until('2027-02-01T08:30:00Z');
    const back = { step: 'return', on: day('2027-02-01'), cohort: 'Spring 2027' } as const;
    expect((await step(helen, back)).ok).toBe(true);
    // Away for 62 days, from 1 December to 31 January.
    expect(await answer('when is my next review?')).toContain('Monday 8 February 2027');
    const before = told(amara);
    await until('2027-02-08T10:00:00Z');
    expect(told(amara)).toBeGreaterThan(before);
  });

  it('tells the people concerned of a step that was taken on the command line, too', async () => {
    const { now } = teams.time;
    const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
    const who: Enroller = { kind: 'command-line', now, today };
    const extension = { step: 'extend', to: day('2028-03-01') } as const;
    expect((await takeEnrolmentStep(teams.academy.needs, who, await idOfAmara(), extension)).ok).toBe(true);
    await teams.settled();
    const words = wordsOf(teams.client.person(priya).lastCard());
    expect(words).toContain('Amara Okoro’s programme is extended');
    expect(words).toContain('The academy’s administrator, Mon 8 Feb 2027');
  });
});
