/** Who holds which function for a participant, and when and how each of them wants to be told. */
import type { Temporal } from 'temporal-polyfill';
import { actingOn } from '../academy/holding.ts';
import type { Hours } from '../academy/owed.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Absences } from '../academy/reminder-schedule.ts';
import { type AcademyFunction, academyFunctions } from '../academy/roles.ts';
import type { Absence } from '../academy/sending-time.ts';
import type { People, Person, PersonSettings, Preferences } from '../services/ports.ts';

export interface HolderNeeds {
  readonly people: Pick<People, 'byId' | 'withRole'>;
  readonly preferences: Pick<Preferences, 'of'>;
}

/** One person in all the functions that they hold for a participant, in the order of `academyFunctions`. */
export interface Holder {
  readonly person: Person;
  readonly settings: PersonSettings;
  readonly functions: readonly AcademyFunction[];
}

export const absenceOf = ({ person, settings }: Pick<Holder, 'person' | 'settings'>): Absence => ({
  weekdays: person.nonWorkingDays,
  leave: settings.leave,
});

/** Functions that belong to the whole academy are held by everybody with the role. */
const academyWide = ['academy-manager', 'head-of-academy'] as const;

async function holdings(
  { people }: HolderNeeds,
  file: ParticipantFile,
  on: Temporal.PlainDate,
): Promise<readonly (readonly [AcademyFunction, Person | undefined])[]> {
  const known = await Promise.all([
    people.byId(file.participant.personId).then((person) => [['nqsw', person] as const]),
    ...actingOn(file, on).map(async (one) => [[one.function, await people.byId(one.personId)] as const]),
    ...academyWide.map(async (role) =>
      (await people.withRole(role)).map((person) => [role, person] as const),
    ),
  ]);
  return known.flat();
}

/**
 * Everybody who does a function for the participant on a day, a cover in place of its holder (P13); somebody with several
 * functions once.
 */
export async function holdersOf(
  needs: HolderNeeds,
  file: ParticipantFile,
  on: Temporal.PlainDate,
): Promise<readonly Holder[]> {
  const byPerson = new Map<string, { readonly person: Person; readonly functions: Set<AcademyFunction> }>();
  for (const [held, person] of await holdings(needs, file, on)) {
    if (person === undefined) continue;
    const one = byPerson.get(person.id) ?? { person, functions: new Set() };
    byPerson.set(person.id, one);
    one.functions.add(held);
  }
  return Promise.all(
    [...byPerson.values()].map(async ({ person, functions }) => ({
      person,
      settings: await needs.preferences.of(person.id),
      functions: academyFunctions.filter((one) => functions.has(one)),
    })),
  );
}

/**
 * For each function the holders of one rhythm: they work on the same days and want to be told at the same hour, so their
 * reminders are computed together.
 */
export interface Tier {
  readonly absences: Absences;
  readonly hours: Hours;
  readonly holders: ReadonlyMap<AcademyFunction, readonly Holder[]>;
}

const rhythmOf = ({ person, settings }: Holder) =>
  JSON.stringify([person.nonWorkingDays, settings.leave, settings.at]);

/** As few tiers as there are rhythms within one function: one, unless two holders of it differ. */
export function tiersOf(holders: readonly Holder[]): readonly Tier[] {
  const tiers: { absences: Absences; hours: Hours; holders: Map<AcademyFunction, readonly Holder[]> }[] = [];
  for (const held of academyFunctions) {
    const ofFunction = holders.filter(({ functions }) => functions.includes(held));
    [...Map.groupBy(ofFunction, rhythmOf).values()].forEach((alike, n) => {
      const [first] = alike;
      if (first === undefined) return;
      tiers[n] ??= { absences: {}, hours: {}, holders: new Map() };
      const tier = tiers[n];
      tier.absences[held] = absenceOf(first);
      if (first.settings.at !== null) tier.hours[held] = first.settings.at;
      tier.holders.set(held, alike);
    });
  }
  return tiers;
}
