/** What was typed on the card that enrols one NQSW, as the row of a roster: one reading for both, with the same errors. */

import { findIdentifier } from '../academy/identifier-guard.ts';
import { allocatedFunctions } from '../academy/roles.ts';
import type { Asker } from './asker.ts';
import { writtenCohort } from './cohorts.ts';
import { prepareRoster, type RosterImport } from './import-roster.ts';
import type { Needs } from './needs.ts';
import type { Person } from './ports.ts';
import type { Filled } from './procedure-view.ts';
import { columnOf } from './roster-checks.ts';
import { type RosterColumn, rosterColumns } from './roster-row.ts';
import type { Sheet } from './roster-sheet.ts';
import type { EnrolFields, Submissions } from './submissions.ts';

type Sent = Submissions['enrol-save'];

export const enrolFields = [
  'name',
  'email',
  'team',
  'nonWorkingDays',
  'entraId',
  'cohort',
  'newCohort',
  'start',
  'fte',
  'contractedHours',
  'reflectiveSupervisor',
  'assessor',
  'hostManager',
  'deputyManager',
  'mentor',
] as const satisfies readonly (keyof EnrolFields)[];

/** The fields as they were sent, to stand on the next card. */
export const typedOf = (sent: EnrolFields): Record<(typeof enrolFields)[number], string> =>
  ({
    ...Object.fromEntries(enrolFields.map((field) => [field, sent[field]])),
  }) as Record<(typeof enrolFields)[number], string>;

const supporterColumns = allocatedFunctions.map((name) => columnOf[name]);

const plain = (text: string) => text.trim().toLowerCase();

/** Who is meant: chosen from the list, or typed as an e-mail address or a whole name. Undefined for nobody, or several. */
function supporterMeant(people: readonly Person[], typed: string): Person | undefined {
  const chosen = people.find(({ id, email }) => id === typed || email === plain(typed));
  if (chosen !== undefined) return chosen;
  const [only, second] = people.filter(({ name }) => plain(name) === plain(typed));
  return second === undefined ? only : undefined;
}

/** A column's fault as it reads at a field of the card. */
const atField = (message: string) =>
  /^(?:is|must|holds|belongs|has) /u.test(message) ? `This ${message}.` : `${message}.`;

/** Who and what can be chosen on the card. */
export interface EnrolGround {
  readonly people: readonly Person[];
  readonly cohorts: readonly string[];
}

interface Read {
  readonly cells: Readonly<Record<RosterColumn, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Fields whose text is kept nowhere. */
  readonly refused: readonly string[];
}

function readFields(sent: EnrolFields, { people, cohorts }: EnrolGround): Read {
  const errors: Record<string, string> = {};
  const name = findIdentifier(sent.name);
  // Somebody may be known by initials; a number or a date in a name points to a case.
  if (name !== null && name.kind !== 'initials') errors.name = name.words;
  const team = findIdentifier(sent.team);
  if (team !== null) errors.team = team.words;
  const written = writtenCohort(sent.newCohort, cohorts);
  if (!written.ok) errors.newCohort = written.words;
  const refused = Object.keys(errors);
  if (sent.cohort !== '' && !cohorts.includes(sent.cohort)) errors.cohort = 'Choose a cohort from the list.';
  if (sent.cohort !== '' && sent.newCohort !== '')
    errors.newCohort = 'Choose a cohort, or write a new one, not both.';
  const supporters = supporterColumns.map((column) => {
    const typed = sent[column];
    if (typed === '') return [column, ''] as const;
    const meant = supporterMeant(people, typed);
    if (meant === undefined)
      errors[column] =
        'The academy knows nobody of this name or address. Check it, or have them added with the roster first.';
    return [column, meant?.email ?? ''] as const;
  });
  const { email, entraId, nonWorkingDays, start, fte, contractedHours } = sent;
  const cells = {
    email,
    name: sent.name,
    team: sent.team,
    entraId,
    start,
    fte,
    contractedHours,
    roles: 'nqsw',
    nonWorkingDays: nonWorkingDays.replaceAll(',', ';'),
    cohort: written.ok && written.cohort !== '' ? written.cohort : sent.cohort,
    ...(Object.fromEntries(supporters) as Record<(typeof supporterColumns)[number], string>),
  };
  return { cells, errors, refused };
}

const sheetOf = (cells: Read['cells']): Sheet => ({
  header: rosterColumns,
  rows: [{ row: 2, cells: rosterColumns.map((column) => cells[column]) }],
});

type Prepared = RosterImport & { readonly ok: true };

/** What the card comes to: everything that a roster of this one row would do, or what is wrong at which field. */
export type EnrolReading =
  | { readonly as: 'faulty'; readonly filled: Filled }
  /** The address is that of somebody who is on the programme. */
  | { readonly as: 'enrolled'; readonly person: Person; readonly participantId: string }
  | { readonly as: 'ready'; readonly prepared: Prepared };

async function knownBy(
  needs: Needs,
  email: string,
): Promise<Extract<EnrolReading, { as: 'enrolled' }> | string | null> {
  const person = email === '' ? undefined : await needs.people.byEmail(email);
  if (person === undefined) return null;
  const { participantId, roles, name } = person;
  if (participantId !== null) return { as: 'enrolled', person, participantId };
  const isNqsw = roles.length === 0 || roles.includes('nqsw');
  return isNqsw
    ? null
    : `This is the address of ${name}, who has another role in the academy. Roles are changed with the roster.`;
}

/** The field at which a fault of a column stands: where no cohort is known there is no list of them. */
const fieldOf = (column: string | null, { cohorts }: EnrolGround) =>
  column === 'cohort' && cohorts.length === 0 ? 'newCohort' : (column ?? 'name');

/** Reads the card as `prepareRoster` reads a file, and saves nothing. `newId` is the id of whoever is new. */
export async function readEnrolment(
  needs: Needs,
  { today }: Pick<Asker, 'today'>,
  sent: Sent,
  ground: EnrolGround,
  newId: Needs['newId'] = needs.newId,
): Promise<EnrolReading> {
  const { cells, errors, refused } = readFields(sent, ground);
  const known = await knownBy(needs, cells.email.toLowerCase());
  if (known !== null && typeof known !== 'string') return known;
  const prepared = await prepareRoster({ ...needs, newId }, sheetOf(cells), today);
  const faults = prepared.ok ? [] : prepared.faults;
  const all: Record<string, string> = {
    ...Object.fromEntries(faults.map(({ column, message }) => [fieldOf(column, ground), atField(message)])),
    ...errors,
    ...(known === null ? {} : { email: known }),
  };
  if (prepared.ok && Object.keys(all).length === 0) return { as: 'ready', prepared };
  const values = { ...typedOf(sent), ...Object.fromEntries(refused.map((field) => [field, ''])) };
  return { as: 'faulty', filled: { values, errors: all } };
}
