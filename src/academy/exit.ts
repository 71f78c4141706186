import { Temporal } from 'temporal-polyfill';
import { civilDay, plainDate } from './civil-days.ts';
import { enrolmentOf } from './enrolment-history.ts';
import type { ParticipantFile } from './participant-file.ts';
import { plusPeriod } from './period.ts';
import type { YearPlan } from './plan-item.ts';
import type { Programme } from './programme.ts';
import { entriesOf } from './year-entry.ts';
import type { ExitTask } from './year-settings.ts';

type Day = Temporal.PlainDate;

export interface TaskOfExit extends ExitTask {
  readonly doneOn: Day | null;
  /** Whether it can be done now: the exit is open, and the programme is completed where the task waits for that. */
  readonly isAsked: boolean;
}

/** Where somebody stands with the end of their programme on the plan's day (Q21). */
export interface ExitStanding {
  /** So long before the end as the programme file says, or on the day of a completion before that. */
  readonly opensOn: Day;
  /** The planned end of the programme. */
  readonly endsOn: Day;
  readonly completedOn: Day | null;
  readonly isOpen: boolean;
  readonly tasks: readonly TaskOfExit[];
}

const isAfter = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) > 0;

/** Null where the council names no tasks, for somebody who has left, and while an open pause holds the end. */
export function exitStanding(
  { exit }: Pick<Programme, 'exit'>,
  file: ParticipantFile,
  plan: Pick<YearPlan, 'items' | 'today'>,
): ExitStanding | null {
  const enrolment = enrolmentOf(file);
  const completedOn = enrolment.state === 'completed' ? enrolment.completedOn : null;
  const endsOn = plan.items.find(({ id }) => id === 'programme-end')?.due ?? completedOn;
  if (exit === null || endsOn === null || enrolment.state === 'left') return null;
  const usual = plainDate(plusPeriod(civilDay(endsOn), exit.opensBefore, -1));
  const opensOn = completedOn !== null && isAfter(usual, completedOn) ? completedOn : usual;
  const isOpen = !isAfter(opensOn, plan.today);
  const done = entriesOf(file.entries, 'exit-task');
  return {
    opensOn,
    endsOn,
    completedOn,
    isOpen,
    tasks: exit.tasks.map((task) => ({
      ...task,
      doneOn: done.findLast(({ task: code }) => code === task.code)?.on ?? null,
      isAsked: isOpen && (task.from === 'opening' || completedOn !== null),
    })),
  };
}
