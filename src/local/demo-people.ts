/** The invented people of the demo academy. No such person exists; ids are opaque, because they stand in logs. */
import type { Role } from '../academy/roles.ts';
import type { Person } from '../services/ports.ts';

const entraIdOf = (number: number) => `5ca1ab1e-0000-4000-8000-${String(number).padStart(12, '0')}`;

function person(
  number: number,
  name: string,
  role: Role,
  team: string,
  nonWorkingDays: Person['nonWorkingDays'] = [],
): Person {
  const id = `demo-person-${String(number).padStart(2, '0')}`;
  return {
    id,
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
    roles: [role],
    team,
    entraId: entraIdOf(number),
    nonWorkingDays,
    participantId: role === 'nqsw' ? `demo-nqsw-${String(number).padStart(2, '0')}` : null,
  };
}

const teams = {
  academy: 'Social Work Academy',
  north: 'Family Safeguarding North',
  south: 'Family Safeguarding South',
  care: 'Children in Care',
} as const;

export const staff = {
  head: person(1, 'Patricia Lowell', 'head-of-academy', teams.academy),
  manager: person(2, 'Helen Marsh', 'academy-manager', teams.academy),
  educator: person(3, 'Martin Ellery', 'practice-educator', teams.academy, ['mon']),
  ruth: person(4, 'Ruth Calder', 'senior-practitioner', teams.academy),
  ifeoma: person(5, 'Ifeoma Nwosu', 'senior-practitioner', teams.academy),
  north: person(6, 'Sunita Bhatt', 'team-manager', teams.north),
  south: person(7, 'Gareth Pryce', 'team-manager', teams.south),
  care: person(8, 'Leila Farouk', 'team-manager', teams.care),
} as const satisfies Record<string, Person>;

/** One NQSW of the demo: when they started, seen from today, and what is worth asking about them. */
export interface DemoNqsw {
  readonly person: Person;
  readonly intake: 'first' | 'second';
  /** The clock start is the first working day on or after the Monday of the week this many days ago. */
  readonly startedDaysAgo: number;
  readonly fte: number;
  readonly supervisor: Person;
  readonly hostManager: Person;
  /** Counts reported month by month, the newest last. */
  readonly caseloads: readonly number[];
  /** The series whose newest session has not been recorded. */
  readonly owes: readonly string[];
  /** Sessions of reflective supervision that came a working day after their date, so that a window stayed empty. */
  readonly lapses: readonly string[];
  /** Back from leave: the first day back is the Monday of this week or, early in the week, of the last. */
  readonly leaveWeeks: number;
}

type Told = Partial<Pick<DemoNqsw, 'fte' | 'owes' | 'lapses' | 'leaveWeeks'>>;

function nqsw(
  number: number,
  name: string,
  [intake, startedDaysAgo]: readonly ['first' | 'second', number],
  [supervisor, hostManager]: readonly [Person, Person],
  caseloads: readonly number[],
  told: Told = {},
): DemoNqsw {
  const fte = told.fte ?? 1;
  return {
    person: person(number, name, 'nqsw', hostManager.team, fte < 1 ? ['thu', 'fri'] : []),
    intake,
    startedDaysAgo,
    fte,
    supervisor,
    hostManager,
    caseloads,
    owes: told.owes ?? [],
    lapses: told.lapses ?? [],
    leaveWeeks: told.leaveWeeks ?? 0,
  };
}

const { ruth, ifeoma, north, south, care } = staff;

export const nqsws: readonly DemoNqsw[] = [
  nqsw(11, 'Daniel Whitlock', ['first', 330], [ruth, south], [10, 12, 13, 15, 14, 13]),
  nqsw(12, 'Priya Raman', ['first', 330], [ifeoma, care], [5, 6, 7, 8, 8, 9], { fte: 0.6 }),
  nqsw(13, 'Grace Adeyemi', ['first', 302], [ruth, north], [9, 11, 12, 12], { leaveWeeks: 4 }),
  nqsw(14, 'Tomasz Zielinski', ['first', 255], [ifeoma, south], [11, 12, 14, 15]),
  nqsw(15, 'Amara Okoro', ['second', 170], [ruth, north], [9, 11, 12, 14], {
    owes: ['reflective-supervision'],
  }),
  nqsw(16, 'Callum Reid', ['second', 170], [ruth, care], [8, 10, 12, 15], {
    lapses: ['reflective-supervision-9'],
  }),
  nqsw(17, 'Hannah Osei', ['second', 142], [ruth, south], [8, 9, 11, 12], { owes: ['case-supervision'] }),
  nqsw(18, 'Mei Tan', ['second', 86], [ifeoma, north], [6, 9, 10]),
  nqsw(19, 'Joseph Banda', ['second', 30], [ifeoma, care], [5]),
  nqsw(20, 'Yusuf Karim', ['second', 9], [ifeoma, south], []),
];

export const everybody: readonly Person[] = [...Object.values(staff), ...nqsws.map(({ person }) => person)];
