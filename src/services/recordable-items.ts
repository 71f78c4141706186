import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../academy/calendar.ts';
import { type CivilDay, civilDay, plainDate } from '../academy/civil-days.ts';
import { kept } from '../academy/kept.ts';
import type { ParticipantFile, SessionRecord } from '../academy/participant-file.ts';
import { planInputOf, yearPlan } from '../academy/plan.ts';
import type { PlanItem, YearPlan } from '../academy/plan-item.ts';
import type { Programme } from '../academy/programme.ts';
import { isHeldBy, type Recording, recordingIn } from '../academy/recording.ts';
import { shortDate } from '../academy/wording.ts';
import type { Needs } from './needs.ts';
import type { Relation } from './permission.ts';
import type { ChoiceView } from './views.ts';

const planOfDay = kept(
  (file: ParticipantFile, programme: Programme, calendar: WorkingCalendar, today: CivilDay): YearPlan =>
    yearPlan(programme, calendar, planInputOf(file, programme.timeZone), plainDate(today)),
);

/** The participant's year as it stands today; made once for a file and a day. */
export function planOf(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  file: ParticipantFile,
  today: Temporal.PlainDate,
): YearPlan {
  return planOfDay(file, needs.programme, needs.calendar, civilDay(today));
}

/** The newest record of an item is the one that counts. */
export function recordOf(file: ParticipantFile, item: string): SessionRecord | undefined {
  return file.records.findLast((record) => record.item === item);
}

const remindedKinds = new Set<PlanItem['kind']>([
  'supervision',
  'review',
  'recording',
  'document',
  'observation',
  'decision',
]);

/** Whether it is owed until somebody records it: a meeting that has gone by is simply over. */
export function isOwedUntilRecorded(item: PlanItem): boolean {
  return remindedKinds.has(item.kind);
}

/** Whether the asker, standing so, leads the item and its sessions are recorded in this way. */
export const isLedBy = (
  programme: Programme,
  item: PlanItem,
  standing: readonly Relation[],
  recording: Recording,
): boolean =>
  recordingIn(programme, item.series) === recording && standing.some((one) => isHeldBy(item.lead, one));

/** Whether the NQSW has said that the newest record of the item is not right: then it may be recorded anew. */
export function isDisputed(file: ParticipantFile, item: string): boolean {
  const record = recordOf(file, item);
  return file.confirmations.some(
    ({ recordId, answer }) => recordId === record?.recordId && answer === 'not-right',
  );
}

const urgency: Partial<Record<PlanItem['status'], number>> = { overdue: 0, due: 1, upcoming: 2, missed: 3 };
const mostChoices = 12;

/**
 * The sessions that a record can be sent for now: the oldest overdue first, then what is due today, then the next
 * one of each series, then sessions that went by without a record, newest first; before all of them those whose
 * record the NQSW has said is not right. At most twelve.
 */
export function recordableItems(
  programme: Programme,
  plan: YearPlan,
  file: ParticipantFile,
  standing: readonly Relation[],
): readonly PlanItem[] {
  const led = plan.items.filter((item) => isLedBy(programme, item, standing, 'in-full') && item.due !== null);
  const disputed = led.filter((item) => isDisputed(file, item.id));
  const open = led.filter((item) => urgency[item.status] !== undefined);
  const isNextOfSeries = (item: PlanItem) =>
    item.status !== 'upcoming' ||
    open.find((other) => other.series === item.series && other.status === 'upcoming') === item;
  const wanted = open.filter(isNextOfSeries).filter((item) => recordOf(file, item.id)?.outcome !== 'held');
  const sorted = wanted.toSorted((a, b) => {
    const byUrgency = (urgency[a.status] ?? 9) - (urgency[b.status] ?? 9);
    if (byUrgency !== 0) return byUrgency;
    const byDate = String(a.due).localeCompare(String(b.due));
    return a.status === 'missed' ? -byDate : byDate;
  });
  return [...disputed, ...sorted].slice(0, mostChoices);
}

function standingWords(item: PlanItem, record: SessionRecord | undefined, disputed: boolean): string {
  if (disputed) return 'not agreed, record it again';
  if (record?.outcome === 'did-not-happen') return `rearranged to ${shortDate(record.rearrangedOn)}`;
  if (record?.outcome === 'held') return `held ${shortDate(record.heldOn)}`;
  const due = item.due === null ? 'no date' : `due ${shortDate(item.due)}`;
  if (item.status === 'overdue') return `${due}, overdue`;
  if (item.status === 'missed') return `${due}, not recorded`;
  return due;
}

export function sessionChoices(items: readonly PlanItem[], file: ParticipantFile): readonly ChoiceView[] {
  return items.map((item) => ({
    value: item.id,
    title: `${item.title} – ${standingWords(item, recordOf(file, item.id), isDisputed(file, item.id))}`,
  }));
}
