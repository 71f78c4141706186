import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../academy/calendar.ts';
import { enrolmentOf } from '../academy/enrolment-history.ts';
import type { Allocation, Participant } from '../academy/participant-file.ts';
import { type PlanInput, planInputOf, yearPlan } from '../academy/plan.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import type { Programme } from '../academy/programme.ts';
import { roles } from '../academy/roles.ts';
import type { NewId, NewParticipant, ParticipantFiles, People, Person, Roster } from './ports.ts';
import { reallocate } from './roster-allocations.ts';
import {
  beyondSpan,
  bothAtOnce,
  columnOf,
  namedBy,
  powerless,
  repetitions,
  type Supervised,
  takenEntraIds,
  wrongReferences,
} from './roster-checks.ts';
import { type NqswDetails, rosterColumns } from './roster-row.ts';
import {
  type PlacedEntry,
  type PlacedMention,
  type RosterFault,
  readSheet,
  type Sheet,
} from './roster-sheet.ts';

export interface ImportNeeds {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly people: People;
  readonly files: Pick<ParticipantFiles, 'load'>;
  readonly newId: NewId;
}

type Change = 'new' | 'changed' | 'unchanged';

export interface PersonChange {
  readonly row: number;
  readonly person: Person;
  /** What the row changes: of the person, and of an NQSW's programme and of who is allocated to them. */
  readonly change: Change;
}

export interface ParticipantChange extends NewParticipant {
  readonly row: number;
  readonly change: Change;
  /** What of the row is not followed, because the chat has said something else since. */
  readonly warnings: readonly RosterFault[];
  /** The year as it stands on the day of the import, so that it can be checked before anything is saved. */
  readonly plan: YearPlan;
}

/** Somebody whom a file does not mention. */
export interface AbsentPerson extends Person {
  /** An NQSW whose programme goes on: left out by mistake, or somebody whose leaving nobody has entered. */
  readonly isOnProgramme: boolean;
}

/** What an import would do. Faults and the rest exclude each other: all of the file, or nothing. */
export type RosterImport =
  | { readonly ok: false; readonly faults: readonly RosterFault[] }
  | {
      readonly ok: true;
      readonly people: readonly PersonChange[];
      readonly participants: readonly ParticipantChange[];
      readonly warnings: readonly RosterFault[];
    };

/** How many reads the store is asked for at once. */
const readsAtOnce = 16;

async function inBatches<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += readsAtOnce) {
    results.push(...(await Promise.all(items.slice(from, from + readsAtOnce).map(read))));
  }
  return results;
}

async function lookUp(
  keys: readonly (string | null)[],
  find: (key: string) => Promise<Person | undefined>,
): Promise<Map<string, Person>> {
  const distinct = [...new Set(keys)].filter((key) => key !== null);
  const found = await inBatches(distinct, async (key) => [key, await find(key)] as const);
  return new Map(found.flatMap(([key, person]) => (person === undefined ? [] : [[key, person] as const])));
}

/** What the academy already knows of the people that a file is about or names. */
interface Known {
  readonly byEmail: ReadonlyMap<string, Person>;
  readonly byEntraId: ReadonlyMap<string, Person>;
}

async function lookUpEverybody(people: People, rows: readonly PlacedMention[]): Promise<Known> {
  const named = rows.flatMap(({ nqsw }) => (nqsw === null ? [] : namedBy(nqsw).map(({ email }) => email)));
  const byEmail = await lookUp([...rows.map(({ email }) => email), ...named], (email) =>
    people.byEmail(email),
  );
  const byEntraId = await lookUp(
    rows.map(({ entraId }) => entraId),
    (entraId) => people.byEntraId(entraId),
  );
  return { byEmail, byEntraId };
}

/** The person of a row, if the academy knows them: by e-mail, or by Entra id when their e-mail has changed. */
function knownPerson(known: Known, { email, entraId }: PlacedMention): Person | undefined {
  const byEmail = email === null ? undefined : known.byEmail.get(email);
  return byEmail ?? (entraId === null ? undefined : known.byEntraId.get(entraId));
}

const planOf = (needs: ImportNeeds, input: PlanInput, today: Temporal.PlainDate) =>
  yearPlan(needs.programme, needs.calendar, input, today);

function freshInput(nqsw: Pick<NqswDetails, 'startOn' | 'fte' | 'contractedHours'>): PlanInput {
  const { startOn, fte, contractedHours } = nqsw;
  return { startOn, fte, contractedHours, pauses: [], records: [], required: [] };
}

/** Still on the programme on the day, or still to begin it; while a pause has no end, so has the programme (A17). */
function isOnProgramme(needs: ImportNeeds, input: PlanInput, today: Temporal.PlainDate): boolean {
  const last = input.lastOn ?? planOf(needs, input, today).end;
  return last === null || last.toString() >= today.toString();
}

/** The NQSWs that a supervisor of the file already has and the file does not mention. */
async function alreadySupervised(
  needs: ImportNeeds,
  supervisor: Person,
  mentioned: ReadonlySet<string>,
  today: Temporal.PlainDate,
): Promise<Supervised[]> {
  const allocations = await needs.people.allocatedTo(supervisor.id);
  const ids = allocations
    .filter((one) => one.function === 'reflective-supervisor' && !mentioned.has(one.participantId))
    .map(({ participantId }) => participantId);
  const files = await inBatches([...new Set(ids)], (id) => needs.files.load(id));
  return files
    .filter((versioned) => versioned !== undefined)
    .filter(({ file }) =>
      file.allocations.some(
        (one) =>
          one.function === 'reflective-supervisor' &&
          one.personId === supervisor.id &&
          (one.untilOn === null || one.untilOn.toString() >= today.toString()),
      ),
    )
    .filter(({ file }) => isOnProgramme(needs, planInputOf(file), today))
    .map(() => ({ row: null, supervisor: supervisor.email }));
}

async function spanFaults(
  needs: ImportNeeds,
  rows: readonly PlacedMention[],
  sound: readonly PlacedEntry[],
  known: Known,
  today: Temporal.PlainDate,
): Promise<RosterFault[]> {
  const isPending = (row: number) => sound.some((entry) => entry.row === row);
  const ofFile = rows.flatMap(({ row, nqsw }): Supervised[] => {
    const { startOn, reflectiveSupervisor: supervisor, fte, contractedHours } = nqsw ?? {};
    // A start that cannot be read is none that is still to come.
    if (startOn === undefined || !supervisor || (startOn === null && !isPending(row))) return [];
    const input = freshInput({ startOn, fte: fte ?? 1, contractedHours: contractedHours ?? null });
    return isOnProgramme(needs, input, today) ? [{ row, supervisor }] : [];
  });
  const mentioned = new Set(
    rows.map((mention) => knownPerson(known, mention)?.participantId).filter((id) => typeof id === 'string'),
  );
  const supervisors = [...new Set(ofFile.map(({ supervisor }) => supervisor))]
    .map((email) => known.byEmail.get(email))
    .filter((person) => person !== undefined);
  const already = await inBatches(supervisors, (person) =>
    alreadySupervised(needs, person, mentioned, today),
  );
  return beyondSpan([...already.flat(), ...ofFile], needs.programme.span.most);
}

function personOf(needs: ImportNeeds, entry: PlacedEntry, before: Person | undefined): PersonChange {
  const { row, nqsw, ...written } = entry;
  const id = before?.id ?? needs.newId();
  const person: Person = {
    ...written,
    id,
    // Follows from the person's id, so that an import which was cut off and is run again finds the same file.
    participantId: before?.participantId ?? (nqsw === null ? null : `n-${id}`),
    entraId: written.entraId ?? before?.entraId ?? null,
  };
  if (before === undefined) return { row, person, change: 'new' };
  return { row, person, change: isSame(person, before) ? 'unchanged' : 'changed' };
}

/** Whether two records say the same in every field, in whatever order their fields stand. */
function isSame<Facts extends object>(one: Facts, other: Facts): boolean {
  const fields = Object.keys(one) as (keyof Facts)[];
  return fields.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}

function areSame(some: readonly Allocation[], others: readonly Allocation[]): boolean {
  const missing = (one: Allocation) => !others.some((other) => isSame(one, other));
  return some.length === others.length && !some.some(missing);
}

/** A row leaves a person as they were only when it leaves their programme and their allocations so, too. */
function withProgramme(person: PersonChange, participants: readonly ParticipantChange[]): PersonChange {
  const own = participants.find(({ row }) => row === person.row);
  const moved = own !== undefined && own.change !== 'unchanged';
  return person.change === 'unchanged' && moved ? { ...person, change: 'changed' } : person;
}

function chatStands(row: number, { function: of, name, fromOn }: Allocation): RosterFault {
  const message = `is left as it is: in the chat it was given to ${name} from ${fromOn}. To change it, write there: change who supports the NQSW`;
  return { row, column: columnOf[of], message };
}

async function participantOf(
  needs: ImportNeeds,
  { row, person }: PersonChange,
  nqsw: NqswDetails,
  everybody: ReadonlyMap<string, Person>,
  today: Temporal.PlainDate,
): Promise<ParticipantChange | undefined> {
  const { id: personId, participantId: id, name, team } = person;
  if (id === null) return undefined;
  const before = (await needs.files.load(id))?.file;
  const { cohort, fte, contractedHours } = nqsw;
  // A roster without the start does not take away the one that is known.
  const startOn = nqsw.startOn ?? before?.participant.startOn ?? null;
  const knownOn = before === undefined ? today : before.participant.knownOn;
  const participant: Participant = {
    ...{ id, personId, name, cohort, startOn, fte, contractedHours, team },
    ...(knownOn === undefined ? {} : { knownOn }),
  };
  const wanted = namedBy(nqsw).flatMap(({ function: held, email }) => {
    const holder = everybody.get(email);
    return holder === undefined ? [] : [{ function: held, personId: holder.id, name: holder.name }];
  });
  const { allocations, overFile } = reallocate(before?.allocations ?? [], wanted, startOn, today);
  const known = before !== undefined;
  const same = known && isSame(participant, before.participant) && areSame(allocations, before.allocations);
  return {
    row,
    change: same ? 'unchanged' : known ? 'changed' : 'new',
    participant,
    allocations,
    warnings: overFile.map((one) => chatStands(row, one)),
    plan: planOf(
      needs,
      before === undefined
        ? freshInput({ startOn, fte, contractedHours })
        : planInputOf({ ...before, participant }),
      today,
    ),
  };
}

/** What changes for a person the academy already knows and is easily a slip of the pen. */
function notableChanges(entries: readonly PlacedEntry[], known: Known): RosterFault[] {
  return entries.flatMap((entry) => {
    const before = knownPerson(known, entry);
    if (before === undefined) return [];
    const { row, email, entraId } = entry;
    const warnings: RosterFault[] = [];
    if (before.email !== email) {
      const message = `replaces ${before.email}: the Entra object id says it is the same person`;
      warnings.push({ row, column: 'email', message });
    }
    if (entraId !== null && before.entraId !== null && before.entraId !== entraId) {
      const message =
        'differs from the id this person has used so far: from now on only the new one is recognised';
      warnings.push({ row, column: 'entraId', message });
    }
    return warnings;
  });
}

/**
 * Everybody whom the academy knows and a file does not mention. An import takes nobody off: they are named, so that a row
 * left out by mistake is noticed. Reads the file of each of them, so it is for whoever brings a whole roster.
 */
export async function notMentioned(
  { people, files }: Pick<ImportNeeds, 'people' | 'files'>,
  mentioned: readonly PersonChange[],
): Promise<readonly AbsentPerson[]> {
  const all = (await inBatches(roles, (role) => people.withRole(role))).flat();
  const ids = new Set(mentioned.map(({ person }) => person.id));
  const absent = new Map(all.filter(({ id }) => !ids.has(id)).map((person) => [person.id, person]));
  const named = [...absent.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  return inBatches(named, async (person) => {
    const file = person.participantId === null ? undefined : (await files.load(person.participantId))?.file;
    const state = file === undefined ? 'left' : enrolmentOf(file).state;
    return { ...person, isOnProgramme: state !== 'left' && state !== 'completed' };
  });
}

const columns: readonly (string | null)[] = rosterColumns;
const columnOrder = ({ column }: RosterFault) => columns.indexOf(column);

const inOrder = (faults: readonly RosterFault[]) =>
  [...faults].sort((a, b) => a.row - b.row || columnOrder(a) - columnOrder(b));

/**
 * Reads a roster and works out what importing it on `today` (the academy's civil date) would do, without saving
 * anything. Every fault of the file is named, each with its row, column and remedy.
 */
export async function prepareRoster(
  needs: ImportNeeds,
  sheet: Sheet,
  today: Temporal.PlainDate,
): Promise<RosterImport> {
  const { faults: rowFaults, entries, mentions, emails } = readSheet(sheet, needs.programme);
  const known = await lookUpEverybody(needs.people, mentions);
  const faults = [
    ...rowFaults,
    ...repetitions(mentions),
    ...wrongReferences(mentions, emails, known.byEmail),
    ...takenEntraIds(mentions, known.byEntraId, known.byEmail),
    ...(await spanFaults(needs, mentions, entries, known, today)),
  ];
  if (faults.length > 0) return { ok: false, faults: inOrder(faults) };
  const people = entries.map((entry) => personOf(needs, entry, knownPerson(known, entry)));
  const everybody = new Map([
    ...known.byEmail,
    ...people.map(({ person }) => [person.email, person] as const),
  ]);
  const nqsws = entries.flatMap(({ nqsw }, index) => {
    const change = people[index];
    return nqsw === null || change === undefined ? [] : [{ change, nqsw }];
  });
  const prepared = await inBatches(nqsws, ({ change, nqsw }) =>
    participantOf(needs, change, nqsw, everybody, today),
  );
  const participants = prepared.filter((participant) => participant !== undefined);
  return {
    ok: true,
    people: people.map((person) => withProgramme(person, participants)),
    participants,
    warnings: inOrder([
      ...powerless(entries, known.byEmail),
      ...bothAtOnce(entries, needs.programme.assessorMayBeSupervisor),
      ...notableChanges(entries, known),
      ...participants.flatMap(({ warnings }) => warnings),
    ]),
  };
}

/**
 * Saves a prepared import, and who did it. People that the file does not mention stay as they are, and so does the file of an
 * NQSW whom it says nothing new of. New people are made known before
 * their files are, so that whoever runs the import again after it was cut off finds them, and nobody twice.
 */
export async function saveRoster(
  roster: Roster,
  prepared: RosterImport & { readonly ok: true },
  by = 'command-line',
): Promise<void> {
  const unknown = prepared.people.filter(({ change }) => change === 'new');
  await roster.save(
    unknown.map(({ person }) => ({ ...person, participantId: null })),
    [],
  );
  await roster.save(
    prepared.people.map(({ person }) => person),
    prepared.participants
      .filter(({ change }) => change !== 'unchanged')
      .map(({ participant, allocations }) => ({ participant, allocations })),
    by,
  );
}
