import type { Temporal } from 'temporal-polyfill';
import { civilDay } from '../academy/civil-days.ts';
import { groundworkOf } from '../academy/groundwork.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { isOverdueStage, stageDay, stagesOf } from '../academy/reminder-stages.ts';
import type { Needs } from './needs.ts';
import type { ReminderEntry } from './ports.ts';
import { isOwedUntilRecorded } from './recordable-items.ts';

/**
 * Whether a later stage of the same date has come meanwhile, which says it all (RULES, "after an outage"). A reminder
 * waits in its lane from a quarter of an hour before its moment on: an outage that begins then leaves it there, and must
 * not bring it beside its successor.
 */
export function isOvertaken(
  { programme, calendar }: Pick<Needs, 'programme' | 'calendar'>,
  file: ParticipantFile,
  item: PlanItem,
  { stage, dueOn }: Pick<ReminderEntry, 'stage' | 'dueOn'>,
  today: Temporal.PlainDate,
): boolean {
  const stages = stagesOf(programme, item.kind);
  const names: readonly string[] = stages;
  const own = names.indexOf(stage);
  if (own < 0) return false;
  const { ground } = groundworkOf(programme, calendar, planInputOf(file, programme.timeZone));
  return stages
    .slice(own + 1)
    .filter((later) => isOwedUntilRecorded(item) || !isOverdueStage(later))
    .map((later) => stageDay(later, civilDay(dueOn), ground))
    .some((day) => day !== null && day <= civilDay(today));
}
