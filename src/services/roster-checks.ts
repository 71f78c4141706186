import type { AllocatedFunction } from '../academy/roles.ts';
import { allocatedFunctions } from '../academy/roles.ts';
import { didYouMean } from './nearest-word.ts';
import { grants } from './permission.ts';
import type { Person } from './ports.ts';
import type { NqswDetails, RosterColumn, RowMention } from './roster-row.ts';
import type { PlacedEntry, PlacedMention, RosterFault } from './roster-sheet.ts';

/** The column that names who holds a function for an NQSW. */
export const columnOf = {
  'reflective-supervisor': 'reflectiveSupervisor',
  assessor: 'assessor',
  'host-manager': 'hostManager',
  'deputy-manager': 'deputyManager',
  mentor: 'mentor',
} as const satisfies Record<AllocatedFunction, keyof NqswDetails & RosterColumn>;

/** Who is named for which function, by e-mail. */
export function namedBy(
  nqsw: NonNullable<RowMention['nqsw']>,
): readonly { readonly function: AllocatedFunction; readonly email: string }[] {
  return allocatedFunctions.flatMap((name) => {
    const email = nqsw[columnOf[name]];
    return email === null ? [] : [{ function: name, email }];
  });
}

function repeated(
  rows: readonly PlacedMention[],
  column: 'email' | 'entraId',
  remedy: string,
): RosterFault[] {
  const firstRow = new Map<string, number>();
  return rows.flatMap((mention) => {
    const value = mention[column];
    if (value === null) return [];
    const first = firstRow.get(value);
    if (first === undefined) {
      firstRow.set(value, mention.row);
      return [];
    }
    return [{ row: mention.row, column, message: `${value} stands already in row ${first}: ${remedy}` }];
  });
}

/** A person may stand in the file once, and an Entra id belongs to one person. */
export function repetitions(rows: readonly PlacedMention[]): RosterFault[] {
  return [
    ...repeated(rows, 'email', 'keep one row for each person, with all their roles'),
    ...repeated(rows, 'entraId', 'every person has their own Entra object id'),
  ];
}

/** Whoever is named for a function must be somebody else, and in the file or already known to the academy. */
export function wrongReferences(
  rows: readonly PlacedMention[],
  inFile: ReadonlySet<string>,
  known: ReadonlyMap<string, Person>,
): RosterFault[] {
  return rows.flatMap(({ row, email: own, nqsw }) =>
    (nqsw === null ? [] : namedBy(nqsw)).flatMap(({ function: name, email }) => {
      const column = columnOf[name];
      if (email === own) {
        return [{ row, column, message: 'is the NQSW: name the person who holds this function for them' }];
      }
      if (inFile.has(email) || known.has(email)) return [];
      const suggestion = didYouMean(email, [...inFile]);
      const remedy = suggestion === '' ? ': add a row for this person, or mend the e-mail' : suggestion;
      return [{ row, column, message: `${email} is neither in this file nor known to the academy${remedy}` }];
    }),
  );
}

/**
 * An Entra id that the academy holds for one person cannot be given to another whom it knows, or who stands in the
 * file beside them. Given to an e-mail nobody has had so far, it means that the person's e-mail has changed.
 */
export function takenEntraIds(
  rows: readonly PlacedMention[],
  holders: ReadonlyMap<string, Person>,
  known: ReadonlyMap<string, Person>,
): RosterFault[] {
  const inFile = new Set(rows.map(({ email }) => email));
  return rows.flatMap(({ row, email, entraId }) => {
    const holder = entraId === null ? undefined : holders.get(entraId);
    if (holder === undefined || holder.email === email) return [];
    if ((email === null || !known.has(email)) && !inFile.has(holder.email)) return [];
    const message = `belongs to ${holder.email} already: check which of the two it is`;
    return [{ row, column: 'entraId', message }];
  });
}

/** One NQSW with their reflective supervisor, as it will stand after the import; `row` null when not of the file. */
export interface Supervised {
  readonly row: number | null;
  readonly supervisor: string;
}

/**
 * The span of a reflective supervisor (DOMAIN L17, N3): an NQSW beyond it is refused. The rows are taken in the order of
 * the file, after those the academy has already allocated and the file does not mention.
 */
export function beyondSpan(supervised: readonly Supervised[], span: number | null): RosterFault[] {
  if (span === null) return [];
  const counts = new Map<string, number>();
  const total = (supervisor: string) => supervised.filter((one) => one.supervisor === supervisor).length;
  return [...supervised]
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    .flatMap(({ row, supervisor }) => {
      const count = (counts.get(supervisor) ?? 0) + 1;
      counts.set(supervisor, count);
      if (row === null || count <= span) return [];
      const message = `${supervisor} would have ${total(supervisor)} NQSWs and may have ${span}: name somebody else`;
      return [{ row, column: 'reflectiveSupervisor', message }];
    });
}

function rolesWith(verb: 'record-supervision' | 'ask-own-nqsws', name: AllocatedFunction): string[] {
  return Object.entries(grants[verb])
    .filter(([, relations]) => relations.includes(name))
    .map(([role]) => role);
}

/** The roles that let somebody act in a function: record in it where it records, otherwise look. */
export function rolesFor(name: AllocatedFunction): string[] {
  const recording = rolesWith('record-supervision', name);
  return recording.length > 0 ? recording : rolesWith('ask-own-nqsws', name);
}

/** One person who is both to the same NQSW, where the council keeps the two apart (C13): saved, but worth saying. */
export function bothAtOnce(entries: readonly PlacedEntry[], isAllowed: boolean): RosterFault[] {
  if (isAllowed) return [];
  return entries
    .filter(({ nqsw }) => nqsw !== null && nqsw.assessor === nqsw.reflectiveSupervisor)
    .map(({ row }) => ({
      row,
      column: columnOf.assessor,
      message: 'is the reflective supervisor too: in this programme they are two people',
    }));
}

/** People named for a function whose roles do not let them act in it: saved, but worth saying. */
export function powerless(
  entries: readonly PlacedEntry[],
  known: ReadonlyMap<string, Pick<Person, 'roles'>>,
): RosterFault[] {
  const rolesOf = new Map<string, readonly string[]>([...known].map(([email, { roles }]) => [email, roles]));
  for (const { email, roles } of entries) rolesOf.set(email, roles);
  return entries.flatMap(({ row, nqsw }) =>
    (nqsw === null ? [] : namedBy(nqsw)).flatMap(({ function: name, email }) => {
      const fitting = rolesFor(name);
      if (rolesOf.get(email)?.some((role) => fitting.includes(role)) ?? true) return [];
      const message = `${email} has not the role ${fitting.join(' or ')}, so the bot will not let them act for this NQSW`;
      return [{ row, column: columnOf[name], message }];
    }),
  );
}
