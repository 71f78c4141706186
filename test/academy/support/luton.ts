import { Temporal } from 'temporal-polyfill';
import { calendarOf, type PlanInput, yearPlan } from '../../../src/academy/plan.ts';
import type { PlanItem, YearPlan } from '../../../src/academy/plan-item.ts';
import type { Programme } from '../../../src/academy/programme.ts';
import type { PlanRecord } from '../../../src/academy/record-history.ts';
import { loadProgramme } from '../../../src/storage/programme-files.ts';

export const date = (text: string) => Temporal.PlainDate.from(text);

export async function preset(id: string): Promise<Programme> {
  const reading = await loadProgramme(id);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.programme;
}

/** "2026-11-02..2026-12-13", or "2027-02-01.." for one with no end yet. */
function pause(text: string): PlanInput['pauses'][number] {
  const [from = '', until = ''] = text.split('..');
  return { fromOn: date(from), untilOn: until === '' ? null : date(until) };
}

export interface Case {
  readonly start?: string;
  readonly fte?: number;
  readonly pauses?: readonly string[];
  readonly held?: Readonly<Record<string, string>>;
  readonly notHeld?: Readonly<Record<string, string>>;
  readonly required?: readonly string[];
  readonly today?: string;
  readonly roll?: 'following' | 'preceding';
  /** As pauses are written: "2026-12-29..2026-12-31". */
  readonly closures?: readonly string[];
}

export function inputOf(given: Case): PlanInput {
  const records = (outcome: PlanRecord['outcome'], items: Readonly<Record<string, string>> = {}) =>
    Object.entries(items).map(([item, on]): PlanRecord => ({ item, outcome, on: date(on), confirmed: true }));
  return {
    startOn: date(given.start ?? '2026-09-07'),
    fte: given.fte ?? 1,
    contractedHours: 37,
    pauses: (given.pauses ?? []).map(pause),
    records: [...records('held', given.held), ...records('did-not-happen', given.notHeld)],
    required: given.required ?? [],
  };
}

export function planOf(programme: Programme, given: Case = {}): YearPlan {
  const rolled = { ...programme, roll: given.roll ?? programme.roll };
  const closures = (given.closures ?? [])
    .map(pause)
    .map(({ fromOn, untilOn }) => ({ from: fromOn, until: untilOn ?? fromOn }));
  return yearPlan(rolled, calendarOf(rolled, closures), inputOf(given), date(given.today ?? '2026-09-07'));
}

export function itemOf(plan: YearPlan, id: string): PlanItem {
  const item = plan.items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`the plan has no ${id}`);
  return item;
}
