import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import { type CivilDay, civilDay } from './civil-days.ts';
import { clockStart } from './enrolment-history.ts';
import { type ExitStanding, exitStanding } from './exit.ts';
import { pauseSpans } from './groundwork.ts';
import { inductionStanding } from './induction.ts';
import type { ParticipantFile } from './participant-file.ts';
import { type Ground, unpausedWorkingDaysAfter } from './placement.ts';
import { planInputOf } from './plan.ts';
import type { YearPlan } from './plan-item.ts';
import { probationAskedOn, probationStanding } from './probation.ts';
import type { Programme } from './programme.ts';
import { unpausedWorkingDaysBefore } from './reminder-stages.ts';
import type { AcademyFunction } from './roles.ts';

type Day = Temporal.PlainDate;

/** What somebody is called to in the year when its day comes, and reminded of while it is open. */
export const callNames = ['induction', 'probation', 'exit'] as const;
export type CallName = (typeof callNames)[number];

export const callStages = ['asked', 'before-5', 'before-1', 'day', 'after-1', 'after-5'] as const;
export type CallStage = (typeof callStages)[number];

/** One call: the same for the same date and stage, whoever computes it and whenever. */
export interface YearCall {
  readonly call: CallName;
  /** The date that it is about. */
  readonly dueOn: Day;
  readonly stage: CallStage;
  /** The day on which it is made, before anybody's own working pattern is looked at. */
  readonly on: CivilDay;
  readonly to: AcademyFunction;
}

/** What the calls of one participant are computed from. */
export interface CallGround {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly plan: YearPlan;
}

type Wanted = { readonly stage: CallStage; readonly on: CivilDay | null };

const made = (call: CallName, dueOn: Day, to: AcademyFunction, wanted: readonly Wanted[]): YearCall[] =>
  wanted.flatMap(({ stage, on }) => (on === null ? [] : [{ call, dueOn, stage, on, to }]));

/** Topics that the induction has left open, once, on the working day after its end (P10). */
function inductionCalls({ programme, plan }: CallGround, file: ParticipantFile, ground: Ground): YearCall[] {
  const stand = inductionStanding(programme, file.entries, plan, file.participant.knownOn);
  const { topics, endsOn } = stand;
  if (endsOn === null || stand.isFromBefore || topics.every(({ coveredOn }) => coveredOn !== null)) return [];
  const after = unpausedWorkingDaysAfter(civilDay(endsOn), 1, ground);
  return made('induction', endsOn, 'reflective-supervisor', [{ stage: 'after-1', on: after }]);
}

/** The question about probation, and its reminders as those of a decision (T3, A12). */
function probationCalls({ programme, plan }: CallGround, file: ParticipantFile, ground: Ground): YearCall[] {
  const standing = probationStanding(file.entries, plan);
  const asked = probationAskedOn(programme, standing, ground);
  if (asked === null || standing.endsOn === null) return [];
  const due = civilDay(standing.endsOn);
  const reminders: readonly Wanted[] = [
    { stage: 'before-5', on: unpausedWorkingDaysBefore(due, 5, ground) },
    { stage: 'before-1', on: unpausedWorkingDaysBefore(due, 1, ground) },
    { stage: 'day', on: due },
  ];
  const later = reminders.filter(({ on }) => on !== null && on > asked);
  return made('probation', standing.endsOn, 'host-manager', [{ stage: 'asked', on: asked }, ...later]);
}

function ownersOf({ tasks }: ExitStanding, from: 'opening' | 'completion'): readonly AcademyFunction[] {
  const open = tasks.filter((task) => task.from === from && task.doneOn === null);
  return [...new Set(open.map(({ owner }) => owner))];
}

/** Each owner of an open task: when the exit opens, before the end and after it; what waits for the completion, after that. */
function exitCalls({ programme, plan }: CallGround, file: ParticipantFile, ground: Ground): YearCall[] {
  const standing = exitStanding(programme, file, plan);
  if (standing === null) return [];
  const { opensOn, endsOn, completedOn } = standing;
  const opens = civilDay(opensOn);
  const last = civilDay(completedOn ?? endsOn);
  const before = unpausedWorkingDaysBefore(civilDay(endsOn), 5, ground);
  const opening: readonly Wanted[] = [
    { stage: 'asked', on: opens },
    { stage: 'before-5', on: opens < before && before <= last ? before : null },
    { stage: 'after-1', on: unpausedWorkingDaysAfter(last, 1, ground) },
  ];
  const completion: readonly Wanted[] = [
    { stage: 'after-1', on: unpausedWorkingDaysAfter(last, 1, ground) },
    { stage: 'after-5', on: unpausedWorkingDaysAfter(last, 5, ground) },
  ];
  return [
    ...ownersOf(standing, 'opening').flatMap((owner) => made('exit', endsOn, owner, opening)),
    ...(completedOn === null
      ? []
      : ownersOf(standing, 'completion').flatMap((owner) => made('exit', completedOn, owner, completion))),
  ];
}

/**
 * Every call of a participant's year as their file stands (P10, T3, Q21): computed like the reminders and never stored. What
 * is settled calls nobody. Of somebody who has completed or left, only the tasks of a completed programme are left.
 */
export function yearCalls(ground: CallGround, file: ParticipantFile): readonly YearCall[] {
  const { programme, calendar } = ground;
  const input = planInputOf(file, programme.timeZone);
  const startOn = clockStart(file);
  if (startOn === null) return [];
  const place = { start: civilDay(startOn), calendar, pauses: pauseSpans(input.pauses) };
  const isOver = input.lastOn !== undefined && input.lastOn !== null;
  return [
    ...(isOver ? [] : inductionCalls(ground, file, place)),
    ...(isOver ? [] : probationCalls(ground, file, place)),
    ...exitCalls(ground, file, place),
  ];
}
