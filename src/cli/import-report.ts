import type { PlanItem, YearPlan } from '../academy/plan-item.ts';
import type { Programme } from '../academy/programme.ts';
import { type AllocatedFunction, allocatedFunctions } from '../academy/roles.ts';
import { shortDate } from '../academy/wording.ts';
import type { AbsentPerson, ParticipantChange, RosterImport } from '../services/import-roster.ts';
import { planDocument, spanWords } from './plan-report.ts';
import { counted, textTable } from './text-table.ts';

/** What a file comes to, with everybody whom it does not mention: they stay as they are. */
type Prepared = RosterImport & { readonly ok: true; readonly absent: readonly AbsentPerson[] };

/** An import as scripts read it (`academy import --json`). */
export function importDocument(prepared: Prepared, { dryRun }: { readonly dryRun: boolean }): unknown {
  const emails = new Map(prepared.people.map(({ person }) => [person.id, person.email]));
  return {
    dryRun,
    saved: !dryRun,
    people: prepared.people.map(({ row, change, person }) => ({
      row,
      change,
      email: person.email,
      name: person.name,
      roles: person.roles,
      team: person.team,
      nonWorkingDays: person.nonWorkingDays,
    })),
    participants: prepared.participants.map(({ row, change, participant, allocations, plan }) => ({
      row,
      change,
      email: emails.get(participant.personId),
      name: participant.name,
      cohort: participant.cohort,
      fte: participant.fte,
      contractedHours: participant.contractedHours,
      allocations: allocations.map(({ function: held, name, fromOn, untilOn }) => ({
        function: held,
        name,
        from: fromOn.toString(),
        until: untilOn?.toString() ?? null,
      })),
      plan: planDocument(plan),
    })),
    warnings: prepared.warnings,
    absent: prepared.absent.map(({ id, email, name, roles, isOnProgramme }) => ({
      id,
      email,
      name,
      roles,
      onProgramme: isOnProgramme,
    })),
  };
}

const firstItems = 5;

/** Every date before anything is saved (M1); afterwards what comes next, and every review. */
function datesToShow({ items, today }: YearPlan, dryRun: boolean): readonly PlanItem[] {
  if (dryRun) return items;
  const dated = items.filter(({ due }) => due !== null);
  const ahead = dated.filter(({ due }) => (due?.toString() ?? '') >= today.toString());
  const first = new Set((ahead.length > 0 ? ahead : dated).slice(0, firstItems));
  return dated.filter((item) => first.has(item) || item.kind === 'review');
}

/** The council's title; the function beside it where one title stands for two of them. */
function functionTitle({ titles }: Programme, name: AllocatedFunction): string {
  const shared = allocatedFunctions.some((other) => other !== name && titles[other] === titles[name]);
  return shared ? `${titles[name]} (${name})` : titles[name];
}

function participantText(
  { participant, allocations, plan }: ParticipantChange,
  { programme, dryRun }: Report,
): string {
  const held = allocatedFunctions.flatMap((name) => {
    const holder = allocations.find((one) => one.function === name && one.untilOn === null);
    return holder === undefined ? [] : [`${functionTitle(programme, name)}: ${holder.name}`];
  });
  const part = participant.fte === 1 ? 'full time' : `FTE ${participant.fte}`;
  const dates = textTable(datesToShow(plan, dryRun), [
    { title: '  DUE', cell: ({ due }) => `  ${due === null ? 'no date' : shortDate(due)}` },
    { title: 'WHAT', cell: ({ title }) => title },
    { title: 'STATE', cell: ({ status }) => status },
  ]);
  return [
    `${participant.name} (${participant.cohort}): ${spanWords(plan)}, ${part}`,
    `  ${held.join(' · ')}`,
    dates,
    ...plan.warnings.map(({ message }) => `  Note: ${message}`),
  ].join('\n');
}

/** How many rows are new, changed and as they were; what there is none of is left out. */
function changesText({ people }: Prepared): string {
  const kinds = ['new', 'changed', 'unchanged'] as const;
  return kinds
    .map((kind) => ({ kind, count: people.filter(({ change }) => change === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`)
    .join(', ');
}

const mostAbsent = 40;

function listed(absent: Prepared['absent']): readonly string[] {
  const named = absent
    .slice(0, mostAbsent)
    .map(({ name, email, roles, id }) => `  - ${name} (${email}): ${roles.join('; ')}; id ${id}`);
  const more = absent.length > mostAbsent ? [`  … and ${absent.length - mostAbsent} more`] : [];
  return [...named, ...more];
}

/** Nobody is taken off by being left out: they are named, in case that was a mistake, with what takes somebody off. */
function absentText(absent: Prepared['absent']): readonly string[] {
  const going = absent.filter(({ isOnProgramme }) => isOnProgramme);
  const others = absent.filter(({ isOnProgramme }) => !isOnProgramme);
  const nqsws = counted(going.length, 'NQSW on the programme is', 'NQSWs on the programme are');
  const people = counted(others.length, 'person is', 'people are');
  const [first] = going;
  return [
    ...(first === undefined
      ? []
      : [
          '',
          `${nqsws} not in this file and ${going.length === 1 ? 'stays' : 'stay'} on it, because an import takes nobody off:`,
          ...listed(going),
          `If somebody has left, an Academy Manager writes to the bot, for example “${first.name} has left”; or:`,
          `  npm run academy -- enrol ${first.email} leave --on YEAR-MONTH-DAY --reason not-disclosed`,
        ]),
    ...(others.length === 0
      ? []
      : [
          '',
          `${people} known to the academy and not in this file. They stay as they are:`,
          ...listed(others),
        ]),
  ];
}

interface Report {
  readonly dryRun: boolean;
  readonly file: string;
  readonly programme: Programme;
  /** The command that saves what was only looked at. */
  readonly toSave: string;
}

/** An import for a reader: everybody, and for each NQSW the dates. */
export function importText(prepared: Prepared, report: Report): string {
  const { dryRun, file, programme, toSave } = report;
  const { people, participants, warnings, absent } = prepared;
  const amount = `${counted(people.length, 'person', 'people')}, of them ${counted(participants.length, 'NQSW', 'NQSWs')}`;
  const conclusion = dryRun
    ? `Nothing was saved. To save it: ${toSave}`
    : `Saved: ${amount}. A running bot knows them from now on.`;
  return [
    `${file}: ${amount}, on the programme ${programme.id}: ${changesText(prepared)}`,
    '',
    textTable(people, [
      { title: 'ROW', cell: ({ row }) => String(row), align: 'right' },
      { title: 'NAME', cell: ({ person }) => person.name },
      { title: 'E-MAIL', cell: ({ person }) => person.email },
      { title: 'ROLES', cell: ({ person }) => person.roles.join('; ') },
      { title: 'TEAM', cell: ({ person }) => person.team },
      { title: '', cell: ({ change }) => change },
    ]),
    ...participants.flatMap((participant) => ['', participantText(participant, report)]),
    ...(warnings.length === 0 ? [] : ['', 'Please check:']),
    ...warnings.map(({ row, column, message }) => `  - row ${row}, column ${column ?? ''}: ${message}`),
    ...absentText(absent),
    '',
    conclusion,
  ].join('\n');
}
