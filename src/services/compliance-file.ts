import type { Temporal } from 'temporal-polyfill';
import { auditFigures } from '../academy/audit.ts';
import { exportedCount } from '../academy/complexity.ts';
import { type Compliance, percentOf, summedCompliance } from '../academy/compliance.ts';
import { entriesOf } from '../academy/year-entry.ts';
import type { Asker } from './asker.ts';
import { goodGrade } from './audit-figures.ts';
import type { DownloadedFile } from './chronology-file.ts';
import { type Group, groupsOf, type Kept, keptBy } from './compliance-groups.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { CalendarTarget } from './ports.ts';
import { printCsv } from './print-csv.ts';
import type { LinkView } from './views.ts';

type Ground = Pick<Needs, 'programme'>;

/** One line of the sheet: the academy, a cohort, whoever supervises, or one person. */
interface Line {
  readonly level: string;
  readonly name: string;
  readonly cohort: string;
  readonly supervisors: string;
  readonly members: readonly Kept[];
}

const supervisorsOf = ({ supervisors }: Kept) => supervisors.map(({ name }) => name).join('; ');

const lineOfPerson = ({ programme }: Ground, kept: Kept): Line => ({
  level: programme.titles.nqsw,
  name: kept.file.participant.name,
  cohort: kept.file.participant.cohort,
  supervisors: supervisorsOf(kept),
  members: [kept],
});

const lineOfGroup = ({ programme }: Ground, { of, name, members }: Group): Line =>
  of === 'cohort'
    ? { level: 'cohort', name, cohort: name, supervisors: '', members }
    : { level: programme.titles['reflective-supervisor'], name, cohort: '', supervisors: name, members };

/** The academy, its groups and its people; of one group, the group and its people. */
function linesOf(ground: Ground, all: readonly Kept[], chosen: Group | undefined): readonly Line[] {
  const people = (chosen?.members ?? all).map((kept) => lineOfPerson(ground, kept));
  if (chosen !== undefined) return [lineOfGroup(ground, chosen), ...people];
  const whole = {
    level: 'academy',
    name: ground.programme.academy,
    cohort: '',
    supervisors: '',
    members: all,
  };
  return [whole, ...groupsOf(ground, all).map((group) => lineOfGroup(ground, group)), ...people];
}

/** "No data" is no nought (A11). */
const share = (part: number, whole: number) => percentOf(part, whole) ?? 'no data';

const figures = ({ fellDue, done, onTime, missed, overdue, floorBreaches }: Compliance) => [
  fellDue,
  done,
  share(done, fellDue),
  onTime,
  share(onTime, fellDue),
  missed,
  overdue,
  floorBreaches,
];

/** The last time below the national standard: of one person alone. */
function lastBreach(members: readonly Kept[]): readonly string[] {
  const [only, ...others] = members;
  const last = only === undefined || others.length > 0 ? undefined : only.compliance.breaches.at(-1);
  return last === undefined ? ['', ''] : [last.fromOn.toString(), last.untilOn.toString()];
}

/** A small number of audits could point to a family, as a small number by kind of work could (L26). */
function audits({ programme }: Ground, members: readonly Kept[]): readonly string[] {
  if (programme.audits === null) return [];
  const logged = members.flatMap(({ file }) => entriesOf(file.entries, 'audit'));
  const { together, heldByNqsw } = auditFigures(programme, logged);
  // Of few audits how many were good says almost as much as the number itself.
  return [together, heldByNqsw].flatMap(({ all, goodOrBetter }) =>
    all === 0 ? ['0', '0'] : [exportedCount(all), exportedCount(goodOrBetter)],
  );
}

function header({ programme }: Ground): readonly string[] {
  const { nqsw } = programme.titles;
  const good = goodGrade(programme);
  const ofAudits = [
    'audits',
    `audits ${good} or better`,
    `audits of work held by the ${nqsw}`,
    `of these ${good} or better`,
  ];
  return [
    'level',
    'name',
    'cohort',
    'supervised by',
    'people',
    'fell due',
    'done',
    'done %',
    'on time',
    'on time %',
    'missed',
    'overdue',
    'below the national standard',
    'last below it from',
    'last below it to',
    ...(programme.audits === null ? [] : ofAudits),
  ];
}

/** Somebody's figures, or several people's together, as they stand on the board. */
const rowOf = (ground: Ground, { level, name, cohort, supervisors, members }: Line) => [
  level,
  name,
  cohort,
  supervisors,
  members.length,
  ...figures(summedCompliance(members.map(({ compliance }) => compliance))),
  ...lastBreach(members),
  ...audits(ground, members),
];

/** The compliance board as a sheet (M5): the same figures, with every person; `chosen` for those of one group alone. */
export function complianceCsv(ground: Ground, all: readonly Kept[], chosen?: Group): string {
  const rows = linesOf(ground, all, chosen).map((line) => rowOf(ground, line));
  return printCsv(header(ground), rows);
}

/** How long the address of the file is good for. */
const addressHours = 48;

/** Where the board's file is fetched; none where the bot has no address that can be reached from outside. */
export async function complianceLink(
  { calendarLinks }: Pick<Needs, 'calendarLinks'>,
  asker: Asker,
  group: string,
): Promise<readonly LinkView[]> {
  const target = { kind: 'compliance', group, personId: asker.person.id } as const;
  const url = await calendarLinks.to(target, asker.now.add({ hours: addressHours }));
  return url === null ? [] : [{ title: 'Compliance as a file', url }];
}

const fileName = (today: Temporal.PlainDate, chosen: Group | undefined) => {
  const of = (chosen?.name ?? 'academy').normalize('NFD').toLowerCase();
  return `compliance-${of.replace(/[^a-z0-9]+/g, '-')}-${today}.csv`;
};

/**
 * The sheet that an address stands for, as the figures stand now; undefined when whoever it was made for may no longer
 * see the academy as a whole. Each time it is fetched stands in the audit.
 */
export async function complianceDownload(
  needs: Needs,
  { group, personId }: Extract<CalendarTarget, { kind: 'compliance' }>,
  now: Temporal.Instant,
): Promise<DownloadedFile | undefined> {
  const person = await needs.people.byId(personId);
  if (person === undefined || !may('see-academy', person.roles, ['academy'])) return undefined;
  const today = now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const all = await keptBy(needs, { person, now, today });
  const chosen = groupsOf(needs, all).find(({ code }) => code === group);
  if (group !== '' && chosen === undefined) return undefined;
  await needs.audit.note({ verb: 'see-compliance', by: person.id, outcome: 'csv', at: now });
  const content = new TextEncoder().encode(complianceCsv(needs, all, chosen));
  return { name: fileName(today, chosen), type: 'text/csv', content };
}
