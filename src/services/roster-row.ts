/** One row of a roster file, as the Academy Manager wrote it, and what it says once it has been read. */

import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Programme } from '../academy/programme.ts';
import { type Role, roles } from '../academy/roles.ts';
import { type Weekday, weekdays } from '../academy/sending-time.ts';
import { typedDate } from '../academy/typed-date.ts';
import { didYouMean } from './nearest-word.ts';
import { roleRemedy } from './role-meant.ts';

export const rosterColumns = [
  'email',
  'name',
  'roles',
  'team',
  'entraId',
  'nonWorkingDays',
  'cohort',
  'start',
  'fte',
  'contractedHours',
  'reflectiveSupervisor',
  'assessor',
  'hostManager',
  'deputyManager',
  'mentor',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** The columns that say something about an NQSW's programme and are empty for everybody else. */
const nqswColumns = rosterColumns.slice(rosterColumns.indexOf('cohort'));
const neededOfNqsw = ['cohort', 'reflectiveSupervisor', 'assessor', 'hostManager'] as const;

const textLimit = 100;
/** Programmes are computed from the first year whose bank holidays are on file (A2). */
const earliestStart = '2014-01-01';

/** Tabs, line breaks, and the invisible characters that reorder or hide text on a card. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const line = z
  .string()
  .max(textLimit, `is longer than ${textLimit} characters: shorten it`)
  .refine((text) => !unprintable.test(text), 'holds a line break or an invisible character: type it again');

const email = z
  .string()
  .max(254, 'is too long for an e-mail address')
  .pipe(
    z.email({
      error: (issue) => `"${String(issue.input)}" is not an e-mail address: write it as name@council.example`,
    }),
  )
  .transform((address) => address.toLowerCase());

/** An empty cell says nothing. */
const orNull = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z
    .string()
    .transform((cell) => (cell === '' ? null : cell))
    .pipe(z.nullable(schema));

/** `;`-separated words of a known list; spaces and capitals do not matter. */
function listOf<Word extends string>(
  known: readonly Word[],
  what: string,
  remedyFor: (written: string) => string,
) {
  return z.string().transform((cell, context): readonly Word[] => {
    const found = new Set<Word>();
    for (const written of cell.split(';').map((part) => part.trim())) {
      if (written === '') continue;
      const word = known.find((each) => each === written.toLowerCase());
      if (word !== undefined) {
        found.add(word);
        continue;
      }
      context.addIssue({ code: 'custom', message: `"${written}" is not ${what}${remedyFor(written)}` });
    }
    return [...found];
  });
}

function weekdayRemedy(written: string): string {
  const suggestion = didYouMean(written, weekdays);
  return suggestion === '' ? `: use ${weekdays.join(', ')}, separated by ;` : suggestion;
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const britishDate = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

function dateRemedy(cell: string): string {
  if (isoDate.test(cell)) return `"${cell}" is not a day of the calendar: check the day and the month`;
  const [, day, month, year] = britishDate.exec(cell) ?? [];
  const meant = typedDate(`${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`);
  const example =
    meant === undefined ? 'as year-month-day, for example 2026-09-07' : `as ${meant.toString()}`;
  return `"${cell}" is not a date in the form 2026-09-07: write it ${example}`;
}

const startDate = z.string().transform((cell, context) => {
  const date = typedDate(cell);
  if (date === undefined) {
    context.addIssue({ code: 'custom', message: dateRemedy(cell) });
    return z.NEVER;
  }
  if (cell < earliestStart) {
    context.addIssue({ code: 'custom', message: `${cell} lies before ${earliestStart}: check the year` });
    return z.NEVER;
  }
  return date;
});

/** 0 < fte ≤ 1 with at most two decimals (A7). */
const fte = z
  .string()
  .regex(
    /^\d*\.?\d{1,2}$|^\d+$/,
    'must be a number such as 1 or 0.6, with at most two decimals and a full stop, not a percentage',
  )
  .transform(Number)
  .pipe(z.number().gt(0, 'must be more than 0').lte(1, 'must be at most 1 (full time)'));

const hours = z
  .string()
  .regex(/^\d+(\.\d{1,2})?$/, 'must be hours a week, such as 37 or 22.2')
  .transform(Number)
  .pipe(z.number().gt(0, 'must be more than 0').lte(60, 'must be at most 60 hours a week'));

const otherCells = z.object({
  email,
  name: line.min(1, 'is empty: write the name as colleagues know it'),
  team: line,
  entraId: orNull(
    z
      .guid('is not an Entra object id (a GUID): copy it from the Entra admin centre, or leave it empty')
      .transform((id) => id.toLowerCase()),
  ),
  nonWorkingDays: listOf(weekdays, 'a weekday', weekdayRemedy),
  cohort: line,
  start: orNull(startDate),
  fte: orNull(fte),
  contractedHours: orNull(hours),
  reflectiveSupervisor: orNull(email),
  assessor: orNull(email),
  hostManager: orNull(email),
  deputyManager: orNull(email),
  mentor: orNull(email),
});

/** A word that is no role may be what this programme calls a function. */
const cellsOf = (titles: Programme['titles']) =>
  otherCells.extend({ roles: listOf(roles, 'a role', (written) => roleRemedy(written, titles)) });
type Cells = z.output<ReturnType<typeof cellsOf>>;

/** What a row says of an NQSW's programme. */
export interface NqswDetails {
  readonly cohort: string;
  /** Null while registration is pending: then there are no dates (D20). */
  readonly startOn: Temporal.PlainDate | null;
  readonly fte: number;
  readonly contractedHours: number | null;
  readonly reflectiveSupervisor: string;
  readonly assessor: string;
  readonly hostManager: string;
  readonly deputyManager: string | null;
  readonly mentor: string | null;
}

export interface RosterEntry {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly team: string;
  readonly entraId: string | null;
  readonly nonWorkingDays: readonly Weekday[];
  /** Null for everybody who is not an NQSW. */
  readonly nqsw: NqswDetails | null;
}

/** What can be made out of a row, faulty cells being null: enough to compare it with the other rows. */
export interface RowMention {
  readonly email: string | null;
  readonly entraId: string | null;
  /** Null when the row says nothing of a programme. */
  readonly nqsw: { readonly [Detail in keyof NqswDetails]: NqswDetails[Detail] | null } | null;
}

export type RowReading =
  | { readonly ok: true; readonly entry: RosterEntry }
  | {
      readonly ok: false;
      readonly faults: readonly { readonly column: RosterColumn; readonly message: string }[];
      readonly mention: RowMention;
    };

type CellFault = { readonly column: RosterColumn; readonly message: string };

const isRole = (word: string) => roles.some((role) => role === word);

function emptyCells(written: Readonly<Record<RosterColumn, string>>): CellFault[] {
  const faults: CellFault[] = [];
  if (written.email === '')
    faults.push({ column: 'email', message: 'is empty: everybody needs an e-mail address' });
  const roleWords = written.roles
    .split(';')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  if (roleWords.length === 0) {
    faults.push({
      column: 'roles',
      message: `is empty: write one or more of ${roles.join(', ')}, separated by ;`,
    });
  }
  if (roleWords.includes('nqsw')) {
    const missing = neededOfNqsw.filter((column) => written[column] === '');
    return [...faults, ...missing.map((column) => ({ column, message: 'is empty: every NQSW needs it' }))];
  }
  // A row whose roles cannot be read may well be an NQSW's: its other cells are not judged by a slip in that one.
  if (roleWords.length === 0 || !roleWords.every(isRole)) return faults;
  const superfluous = nqswColumns.filter((column) => written[column] !== '');
  const message = 'is for NQSWs only: empty it, or add nqsw to the roles';
  return [...faults, ...superfluous.map((column) => ({ column, message }))];
}

function nqswDetails(read: Cells): NqswDetails | null {
  const { start, reflectiveSupervisor, assessor, hostManager } = read;
  if (!read.roles.includes('nqsw')) return null;
  if (reflectiveSupervisor === null || assessor === null || hostManager === null) return null;
  return {
    cohort: read.cohort,
    startOn: start,
    fte: read.fte ?? 1,
    contractedHours: read.contractedHours,
    reflectiveSupervisor,
    assessor,
    hostManager,
    deputyManager: read.deputyManager,
    mentor: read.mentor,
  };
}

/** What the cells without a fault say; one slip in a row hides nothing that is wrong beside it. */
function mentionOf(
  written: Readonly<Record<RosterColumn, string>>,
  faults: readonly CellFault[],
  cells: ReturnType<typeof cellsOf>,
): RowMention {
  const faulty = new Set(faults.map(({ column }) => column));
  const sound = rosterColumns.filter((column) => !faulty.has(column));
  const read = cells
    .partial()
    .safeParse(Object.fromEntries(sound.map((column) => [column, written[column]])));
  const { email, entraId, cohort, start, fte, ...details } = read.data ?? {};
  const { contractedHours, reflectiveSupervisor, assessor, hostManager, deputyManager, mentor } = details;
  return {
    email: email ?? null,
    entraId: entraId ?? null,
    nqsw: {
      cohort: cohort ?? null,
      startOn: start ?? null,
      fte: fte ?? null,
      contractedHours: contractedHours ?? null,
      reflectiveSupervisor: reflectiveSupervisor ?? null,
      assessor: assessor ?? null,
      hostManager: hostManager ?? null,
      deputyManager: deputyManager ?? null,
      mentor: mentor ?? null,
    },
  };
}

const isColumn = (name: unknown): name is RosterColumn => rosterColumns.some((column) => column === name);

type WrittenRow = Readonly<Record<RosterColumn, string>>;

/** Reads rows one by one, every fault at its column with the remedy. An empty `fte` is full time. */
export function rowReader(titles: Programme['titles']): (written: WrittenRow) => RowReading {
  const cells = cellsOf(titles);
  return (written) => readRow(written, cells);
}

function readRow(written: WrittenRow, cells: ReturnType<typeof cellsOf>): RowReading {
  const faults = emptyCells(written);
  const parsed = cells.safeParse(written);
  if (parsed.success && faults.length === 0) {
    const { email, name, roles, team, entraId, nonWorkingDays } = parsed.data;
    return {
      ok: true,
      entry: { email, name, roles, team, entraId, nonWorkingDays, nqsw: nqswDetails(parsed.data) },
    };
  }
  const known = new Set(faults.map(({ column }) => column));
  for (const issue of parsed.error?.issues ?? []) {
    const column = issue.path[0];
    if (isColumn(column) && !known.has(column)) faults.push({ column, message: issue.message });
  }
  return {
    ok: false,
    faults: faults.sort((a, b) => rosterColumns.indexOf(a.column) - rosterColumns.indexOf(b.column)),
    mention: mentionOf(written, faults, cells),
  };
}
