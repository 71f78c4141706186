/** The past of one demo NQSW: what the programme says fell due, recorded as held by those who lead it. */
import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../academy/calendar.ts';
import { longestGapDays } from '../academy/national-floor.ts';
import type {
  AgreedAction,
  Allocation,
  CaseloadReport,
  HeldRecord,
  Participant,
  Pause,
} from '../academy/participant-file.ts';
import { type PlanInput, recordStanding, yearPlan } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import type { Programme } from '../academy/programme.ts';
import { recordedAct } from '../academy/recorded-act.ts';
import { recordingIn } from '../academy/recording.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import type { Fact, NewParticipant, Person } from '../services/ports.ts';
import { type DemoNqsw, nqsws, staff } from './demo-people.ts';
import { portfolioFacts } from './demo-portfolio.ts';

export interface DemoGround {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly today: Temporal.PlainDate;
}

const fullTimeHours = 37;

const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });

function startOf({ startedDaysAgo }: DemoNqsw, { calendar, today }: DemoGround): Temporal.PlainDate {
  const monday = mondayOf(today.subtract({ days: startedDaysAgo }));
  return isWorkingDay(calendar, monday) ? monday : addWorkingDays(calendar, monday, 1);
}

/** A cohort has the month in which its first members started. */
function cohortOf({ intake }: DemoNqsw, ground: DemoGround): string {
  const starts = nqsws.filter((one) => one.intake === intake).map((one) => startOf(one, ground));
  const first = starts.toSorted(Temporal.PlainDate.compare)[0] ?? ground.today;
  return `${first.toLocaleString('en-GB', { month: 'long', year: 'numeric' })} cohort`;
}

function pauseOf({ person, leaveWeeks }: DemoNqsw, { today }: DemoGround): Pause | undefined {
  if (leaveWeeks === 0) return undefined;
  const back = mondayOf(today.subtract({ days: 2 }));
  return {
    pauseId: `${person.participantId}-leave`,
    fromOn: back.subtract({ weeks: leaveWeeks }),
    untilOn: back.subtract({ days: 1 }),
  };
}

/** The participant and who does what for them, from the first day on. */
export function demoParticipant(one: DemoNqsw, ground: DemoGround): NewParticipant {
  const startOn = startOf(one, ground);
  const allocated = (does: Allocation['function'], { id, name }: Person): Allocation => ({
    function: does,
    personId: id,
    name,
    fromOn: startOn,
    untilOn: null,
  });
  const participant: Participant = {
    id: one.person.participantId ?? one.person.id,
    personId: one.person.id,
    name: one.person.name,
    cohort: cohortOf(one, ground),
    startOn,
    fte: one.fte,
    contractedHours: Math.round(fullTimeHours * one.fte * 100) / 100,
    team: one.person.team,
  };
  return {
    participant,
    allocations: [
      allocated('reflective-supervisor', one.supervisor),
      allocated('assessor', staff.educator),
      allocated('host-manager', one.hostManager),
    ],
  };
}

function leadOf(lead: AcademyFunction, one: DemoNqsw): Person {
  if (lead === 'reflective-supervisor') return one.supervisor;
  if (lead === 'assessor') return staff.educator;
  if (lead === 'host-manager') return one.hostManager;
  return staff.manager;
}

const actionWords: readonly Pick<AgreedAction, 'what' | 'owner'>[] = [
  { what: 'Book the next direct observation', owner: 'nqsw' },
  { what: 'Read the chronology guidance before the next session', owner: 'nqsw' },
  { what: 'Arrange a shadowing day with the court team', owner: 'supervisor' },
  { what: 'Draft the critical reflection log', owner: 'nqsw' },
];

/** Picks one of a list, the same at every start, but not the same for neighbours. */
function picked<T>(list: readonly T[], turn: number): readonly T[] {
  const one = list[turn % list.length];
  return one === undefined ? [] : [one];
}

const everySixth = 6;

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0;

interface Year {
  readonly ground: DemoGround;
  readonly startOn: Temporal.PlainDate;
  readonly pauses: readonly Pause[];
}
interface Standing extends Year {
  /** When each session of reflective supervision is held, by its item. */
  readonly reflective: ReadonlyMap<string, Temporal.PlainDate>;
}

/** A working day after its date, where that has gone by and counts. */
function late(due: Temporal.PlainDate, standing: Year): Temporal.PlainDate {
  const after = addWorkingDays(standing.ground.calendar, due, 1);
  const counts =
    isBefore(after, standing.ground.today) &&
    recordStanding(standing, after, standing.ground.today) === 'counts';
  return counts ? after : due;
}

const reflective = 'reflective-supervision';

/** So many days later, on days on which the programme runs. */
function runningLater(from: Temporal.PlainDate, days: number, pauses: readonly Pause[]): Temporal.PlainDate {
  return pauses.reduce((reached, { fromOn, untilOn }) => {
    const isBetween = untilOn !== null && isBefore(from, fromOn) && !isBefore(reached, fromOn);
    return isBetween ? reached.add({ days: fromOn.until(untilOn).days + 1 }) : reached;
  }, from.add({ days }));
}

/** The last working day on which a session is not further from the one before than the national standard allows. */
function withinGap(
  before: Temporal.PlainDate | undefined,
  on: Temporal.PlainDate,
  { ground: { calendar }, pauses }: Year,
): Temporal.PlainDate {
  const latest = before === undefined ? on : runningLater(before, longestGapDays, pauses);
  if (!isBefore(latest, on)) return on;
  return isWorkingDay(calendar, latest) ? latest : addWorkingDays(calendar, latest, -1);
}

/**
 * When reflective supervision was held: as an academy does that watches the national standard, on the working day on or
 * before the date of the cadence, where a date that is moved to the next working day leaves a window empty.
 */
function reflectiveDays(one: DemoNqsw, year: Year): ReadonlyMap<string, Temporal.PlainDate> {
  const { programme, calendar, today } = year.ground;
  const planned = (roll: Programme['roll']) =>
    yearPlan({ ...programme, roll }, calendar, bareInput(one, year), today).items.flatMap((item) =>
      item.series === reflective && item.due !== null ? [{ id: item.id, due: item.due }] : [],
    );
  const dues = new Map(planned(programme.roll).map(({ id, due }) => [id, due]));
  const days = new Map<string, Temporal.PlainDate>();
  let before: Temporal.PlainDate | undefined;
  for (const { id, due } of planned('preceding')) {
    before = one.lapses.includes(id) ? late(dues.get(id) ?? due, year) : withinGap(before, due, year);
    days.set(id, before);
  }
  return days;
}

/** Mostly on the day; now and then a working day late, as it goes. */
function heldOn(item: PlanItem, due: Temporal.PlainDate, standing: Standing): Temporal.PlainDate {
  const watched = standing.reflective.get(item.id);
  if (watched !== undefined) return watched;
  return item.sequence % everySixth === 4 ? late(due, standing) : due;
}

const at = (on: Temporal.PlainDate, time: string, { programme }: DemoGround) =>
  on.toZonedDateTime({ timeZone: programme.timeZone, plainTime: time }).toInstant();

function recordOf(one: DemoNqsw, item: PlanItem, due: Temporal.PlainDate, standing: Standing): HeldRecord {
  const { ground } = standing;
  const { programme, calendar } = ground;
  const lead = leadOf(item.lead, one);
  const on = heldOn(item, due, standing);
  const themes = programme.supervision.themes.map(({ code }) => code);
  const isReflective = item.series === 'reflective-supervision';
  const actions = isReflective && item.sequence % 3 === 0 ? picked(actionWords, item.sequence) : [];
  const recordId = `${one.person.participantId}-${item.id}`;
  return {
    recordId,
    submissionId: `${recordId}-sent`,
    item: item.id,
    recordedBy: lead.id,
    recordedByName: lead.name,
    recordedAt: at(on, '16:30', ground),
    outcome: 'held',
    heldOn: on,
    minutes: item.kind === 'supervision' ? programme.supervision.minimumMinutes : 60,
    mode: item.sequence % 4 === 3 ? 'remote' : 'face-to-face',
    themes: [...new Set([...picked(themes, item.sequence * 5), ...picked(themes, item.sequence * 7 + 3)])],
    childFile: isReflective ? 'yes' : 'no-case-discussed',
    templateUsed: isReflective,
    coWorkerRecorded: isReflective,
    actions: actions.map((action) => ({ ...action, dueOn: addWorkingDays(calendar, on, 10) })),
  };
}

/** Meetings are simply over once they have gone by. */
const recordedKinds = new Set<PlanItem['kind']>(['supervision', 'review', 'recording']);
const isRecorded = (item: PlanItem) => recordedKinds.has(item.kind);

/** A session that is kept by its day alone, or as attendance (L7, L10). */
function entryFact(
  one: DemoNqsw,
  item: PlanItem,
  due: Temporal.PlainDate,
  position: number,
  standing: Standing,
): Fact | null {
  const { ground } = standing;
  const on = heldOn(item, due, standing);
  const act = recordedAct(recordingIn(ground.programme, item.series), item, on, true);
  if (act === null) return null;
  const lead = leadOf(item.lead, one);
  const entered = { by: lead.id, byName: lead.name, at: at(on, '16:30', ground) };
  const entry = { ...act, ...entered, entryId: `${one.person.participantId}-${item.id}` };
  return { fact: 'year-entered', entry, position };
}

function confirmationOf(one: DemoNqsw, record: HeldRecord, ground: DemoGround): Fact {
  return {
    fact: 'record-confirmed',
    confirmation: {
      recordId: record.recordId,
      answer: 'agreed',
      reason: null,
      by: one.person.id,
      at: at(record.heldOn, '17:15', ground),
    },
  };
}

/** A session that falls due today is the newest: leaving the one before it open would make that one missed. */
function newestUpTo(
  items: readonly PlanItem[],
  series: string,
  today: Temporal.PlainDate,
): PlanItem | undefined {
  return items.findLast(
    (item) => item.series === series && item.due !== null && Temporal.PlainDate.compare(item.due, today) <= 0,
  );
}

/** What the year was planned from before anything of it was recorded. */
function bareInput(one: DemoNqsw, { startOn, pauses }: Year): PlanInput {
  return { startOn, pauses, fte: one.fte, contractedHours: null, records: [], required: [] };
}

function recordFacts(one: DemoNqsw, standing: Standing): Fact[] {
  const { programme, calendar, today } = standing.ground;
  const input = bareInput(one, standing);
  const recorded = yearPlan(programme, calendar, input, today).items.filter(isRecorded);
  const open = one.owes.map((series) => newestUpTo(recorded, series, today));
  const isOpen = (item: PlanItem) =>
    open.some((owed) => owed?.series === item.series && owed.sequence <= item.sequence);
  const past = recorded.flatMap((item) =>
    item.due !== null && isBefore(heldOn(item, item.due, standing), today) ? [{ item, due: item.due }] : [],
  );
  return past
    .filter(({ item }) => !isOpen(item))
    .flatMap(({ item, due }, position) => {
      const entered = entryFact(one, item, due, position, standing);
      if (entered !== null) return [entered];
      const record = recordOf(one, item, due, standing);
      const recorded: Fact = { fact: 'session-recorded', record };
      const wantsConfirmation = item.kind === 'supervision';
      return wantsConfirmation ? [recorded, confirmationOf(one, record, standing.ground)] : [recorded];
    });
}

/** Reported by the NQSW every four weeks, the newest six days ago; none before they started. */
function caseloadFacts(one: DemoNqsw, { ground, startOn }: Standing): Fact[] {
  return one.caseloads.flatMap((count, index): Fact[] => {
    const back = one.caseloads.length - 1 - index;
    const on = ground.today.subtract({ days: 6 + back * 28 });
    if (Temporal.PlainDate.compare(on, startOn) < 0) return [];
    const report: CaseloadReport = {
      reportId: `${one.person.participantId}-caseload-${index + 1}`,
      count,
      categories: [],
      by: one.person.id,
      byName: one.person.name,
      at: at(on, '10:00', ground),
    };
    return [{ fact: 'caseload-reported', report }];
  });
}

/** Everything in one demo NQSW's file beside who they are. The ids are the same at every call. */
export function demoFacts(one: DemoNqsw, ground: DemoGround): readonly Fact[] {
  const pause = pauseOf(one, ground);
  const pauses = pause === undefined ? [] : [pause];
  const year: Year = { ground, startOn: startOf(one, ground), pauses };
  const standing: Standing = { ...year, reflective: reflectiveDays(one, year) };
  return [
    ...pauses.map((agreed): Fact => ({ fact: 'pause-agreed', pause: agreed })),
    ...recordFacts(one, standing),
    ...caseloadFacts(one, standing),
    ...portfolioFacts(
      {
        participantId: one.person.participantId ?? one.person.id,
        startOn: standing.startOn,
        input: bareInput(one, standing),
        nqsw: one.person,
        supervisor: one.supervisor,
        assessor: staff.educator,
      },
      ground,
    ),
  ];
}
