import type { Temporal } from 'temporal-polyfill';
import { actingOn } from '../academy/holding.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import {
  type AcademyFunction,
  type AllocatedFunction,
  academyFunctions,
  allocatedFunctions,
} from '../academy/roles.ts';
import { type Asker, standing } from './asker.ts';
import { changeFile } from './change-file.ts';
import type { Needs } from './needs.ts';
import { may, type PermissionVerb } from './permission.ts';
import type { Person, VersionedFile } from './ports.ts';
import { notForYou } from './short-answers.ts';
import type { Reply } from './turn.ts';

/*
 * Who stands where in the two procedures: whom a function means for one NQSW on a day, and what somebody who asks holds.
 */

/** The people who hold each function for an NQSW. */
export type Holders = ReadonlyMap<AcademyFunction, readonly Person[]>;

const isAllocated = (name: AcademyFunction): name is AllocatedFunction =>
  allocatedFunctions.some((known) => known === name);

function personIdsOf(
  file: ParticipantFile,
  name: AcademyFunction,
  on: Temporal.PlainDate,
): readonly string[] {
  if (name === 'nqsw') return [file.participant.personId];
  return actingOn(file, on)
    .filter((holding) => holding.function === name)
    .map(({ personId }) => personId);
}

/**
 * Everybody who does a function for this NQSW on a day, a cover in place of its holder (P13); whoever is on no roster any
 * more is left out.
 */
export async function holdersFor(
  { people }: { readonly people: Pick<Needs['people'], 'byId' | 'withRole'> },
  file: ParticipantFile,
  on: Temporal.PlainDate,
): Promise<Holders> {
  const found = await Promise.all(
    academyFunctions.map(async (name): Promise<readonly [AcademyFunction, readonly Person[]]> => {
      if (name === 'academy-manager' || name === 'head-of-academy')
        return [name, await people.withRole(name)];
      const holders = await Promise.all(
        [...new Set(personIdsOf(file, name, on))].map((id) => people.byId(id)),
      );
      return [name, holders.filter((person) => person !== undefined)];
    }),
  );
  return new Map(found);
}

/** The people of several functions, each once, without those left out. */
export function peopleOf(
  holders: Holders,
  functions: readonly AcademyFunction[],
  without: readonly (string | null)[] = [],
): readonly Person[] {
  const all = functions.flatMap((name) => holders.get(name) ?? []);
  const byId = new Map(all.map((person) => [person.id, person]));
  return [...byId.values()].filter(({ id }) => !without.includes(id));
}

/** Functions of a step whom nobody holds: the step would reach nobody. */
export function unheld(
  holders: Holders,
  functions: readonly AcademyFunction[],
  without: readonly (string | null)[] = [],
): readonly AcademyFunction[] {
  return functions.filter((name) => peopleOf(holders, [name], without).length === 0);
}

/** The functions that somebody holds for this NQSW and may use for this verb, by the table of permissions. */
export function functionsFor(
  asker: Asker,
  file: ParticipantFile,
  verb: PermissionVerb,
): readonly AcademyFunction[] {
  const { roles } = asker.person;
  const wide = (['academy-manager', 'head-of-academy'] as const).filter(
    (role) => roles.includes(role) && may(verb, [role], ['academy']),
  );
  const near = standing(asker, file).filter((relation) => may(verb, roles, [relation]));
  const own: readonly AcademyFunction[] = near.includes('self') ? ['nqsw'] : [];
  return [...own, ...allocatedFunctions.filter((name) => near.includes(name)), ...wide];
}

/** "Priya Nandakumar (Senior Practitioner)", or the title alone of whoever serves the whole academy. */
export function whoWords(
  programme: Programme,
  file: ParticipantFile,
  name: AcademyFunction,
  on: Temporal.PlainDate,
): string {
  if (name === 'nqsw') return file.participant.name;
  const title = programme.titles[name];
  if (!isAllocated(name)) return title;
  const names = actingOn(file, on)
    .filter((holding) => holding.function === name)
    .map((holding) => holding.name);
  return names.length === 0 ? title : `${names.join(', ')} (${title})`;
}

/**
 * Refuses in the words for what does not exist, and writes the attempt into the audit of the file that it was about, if
 * there is one (G3).
 */
export async function refuseAudited(
  needs: Needs,
  asker: Asker,
  verb: string,
  versioned: VersionedFile | undefined,
): Promise<Reply> {
  if (versioned !== undefined) {
    const audited = { fact: 'audited', verb, by: asker.person.id, outcome: 'refused' } as const;
    await changeFile(needs, versioned, asker.now, () => ({ facts: [audited], result: undefined }));
  }
  needs.log.warn('permission.refused', { verb, person: asker.person.id });
  return notForYou(needs.programme);
}
