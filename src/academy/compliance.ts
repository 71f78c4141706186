import { Temporal } from 'temporal-polyfill';
import { isBeforeRecords, isUnheardFromBefore } from './before-records.ts';
import { clockStart, enrolmentDates } from './enrolment-history.ts';
import { type FloorBreach, floorBreaches, type SessionHeld } from './floor-breaches.ts';
import { pauseSpans } from './groundwork.ts';
import type { ParticipantFile } from './participant-file.ts';
import { planInputOf } from './plan.ts';
import type { PlanItem, YearPlan } from './plan-item.ts';

/** What has become of everything that was to be recorded and has fallen due. */
export interface Compliance {
  /** Items that fell due to date; suspended and cancelled ones are left out, and what is due today until it is recorded. */
  readonly fellDue: number;
  /** Recorded as held, on or before the due date or after it. */
  readonly done: number;
  /** Held on or before the due date, among `done`. */
  readonly onTime: number;
  readonly missed: number;
  /** Past their date with nothing recorded, and not yet missed. */
  readonly overdue: number;
  /** What fell due before records were kept here and has none: left out of every other figure. */
  readonly fromBefore: number;
  /** Windows of the national standard without a full session. */
  readonly floorBreaches: number;
}

/** One participant's, with the windows by their dates. */
export interface ParticipantCompliance extends Compliance {
  readonly breaches: readonly FloorBreach[];
}

const isOnTime = ({ due, heldOn }: PlanItem) =>
  due !== null && heldOn !== undefined && Temporal.PlainDate.compare(heldOn, due) <= 0;

function heldSessions(file: ParticipantFile, { items }: Pick<YearPlan, 'items'>): readonly SessionHeld[] {
  return items
    .filter(({ series }) => series === 'reflective-supervision')
    .flatMap(({ id, heldOn }) => {
      const record = file.records.findLast(({ item }) => item === id);
      return heldOn === undefined || record?.outcome !== 'held'
        ? []
        : [{ on: heldOn, minutes: record.minutes }];
    });
}

/**
 * How one participant's year has been kept up to the plan's day (RULES "States of an item", "Two standards").
 * `isCounted` says which items have to be recorded at all.
 */
export function complianceOf(
  file: ParticipantFile,
  plan: YearPlan,
  isCounted: (item: PlanItem) => boolean,
): ParticipantCompliance {
  const { today } = plan;
  const fallen = plan.items.filter(
    (item) => isCounted(item) && item.due !== null && Temporal.PlainDate.compare(item.due, today) <= 0,
  );
  const fell = fallen.filter((item) => !isUnheardFromBefore(file, item));
  const count = (of: (item: PlanItem) => boolean) => fell.filter(of).length;
  const done = count(({ status }) => status === 'done');
  const missed = count(({ status }) => status === 'missed');
  const overdue = count(({ status }) => status === 'overdue');
  const startOn = clockStart(file);
  const ground = { endOn: enrolmentDates(file).lastOn ?? plan.end, today };
  const breaches =
    startOn === null
      ? []
      : floorBreaches(heldSessions(file, plan), {
          startOn,
          ...ground,
          pauses: pauseSpans(planInputOf(file).pauses),
        }).filter(({ fromOn }) => !isBeforeRecords(file, fromOn));
  return {
    fellDue: done + missed + overdue,
    done,
    onTime: count((item) => item.status === 'done' && isOnTime(item)),
    missed,
    overdue,
    fromBefore: fallen.length - fell.length,
    floorBreaches: breaches.length,
    breaches,
  };
}

/** Several participants' together: counts are added, so that whoever had more to do weighs more. */
export function summedCompliance(each: readonly Compliance[]): Compliance {
  const sum = (of: (one: Compliance) => number) => each.reduce((total, one) => total + of(one), 0);
  return {
    fellDue: sum(({ fellDue }) => fellDue),
    done: sum(({ done }) => done),
    onTime: sum(({ onTime }) => onTime),
    missed: sum(({ missed }) => missed),
    overdue: sum(({ overdue }) => overdue),
    fromBefore: sum(({ fromBefore }) => fromBefore),
    floorBreaches: sum((one) => one.floorBreaches),
  };
}

/** A whole per cent, rounded half up; null, never 0, where there is nothing to divide by (A11). */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole));
}
