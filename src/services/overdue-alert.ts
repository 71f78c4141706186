import type { Temporal } from 'temporal-polyfill';
import { workingDaysBetween } from '../academy/calendar.ts';
import type { OverdueAlert, ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { countWords, dateAndTime, shortDate } from '../academy/wording.ts';
import { type AlertStory, alertViewOf, type ShownAlert } from './alert-view.ts';
import { itemTitle } from './item-title.ts';
import type { Needs } from './needs.ts';
import { planOf, recordOf } from './recordable-items.ts';
import type { View } from './views.ts';

/** How the record of the item stands, without a word of why. */
function recordWords(file: ParticipantFile, item: PlanItem | undefined, id: string): string {
  const record = recordOf(file, id);
  if (record?.outcome === 'held') {
    return `Held on ${shortDate(record.heldOn)}, recorded by ${record.recordedByName}`;
  }
  if (record !== undefined) return 'Recorded as not held: it counts as missed';
  if (item?.status === 'missed') return 'None when the next one fell due: it counts as missed';
  return 'Nothing is recorded';
}

function closingWords(file: ParticipantFile, id: string): string {
  const record = recordOf(file, id);
  return record?.outcome === 'held'
    ? `recorded by ${record.recordedByName} as held on ${shortDate(record.heldOn)}, closed`
    : 'no longer overdue, closed';
}

function openedWords(needs: Pick<Needs, 'programme' | 'calendar'>, { openedAt, dueOn }: OverdueAlert) {
  const on = openedAt.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const late = countWords(workingDaysBetween(needs.calendar, dueOn, on), 'working day');
  return `nothing was recorded ${late} after the date`;
}

/** An item whose nudges have all gone by without a record: who, what, since when (P5, A12). */
export function overdueAlertView(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  file: ParticipantFile,
  alert: OverdueAlert,
  today: Temporal.PlainDate,
  shown: ShownAlert,
): View {
  const { programme } = needs;
  const isOpen = alert.resolved === null;
  const item = planOf(needs, file, today).items.find(({ id }) => id === alert.item);
  const title = item?.title ?? itemTitle(programme, alert.item);
  const { id: participantId, name, team } = file.participant;
  const lead = item === undefined ? [] : [{ title: 'Led by', value: `the ${programme.titles[item.lead]}` }];
  const isRecorded = recordOf(file, alert.item)?.outcome === 'held';
  const story: AlertStory = {
    participantId,
    heading: isOpen ? `${title} for ${name} is overdue` : `${title} for ${name}: the alert is closed`,
    measure: `due ${shortDate(alert.dueOn)}`,
    facts: [
      { title: 'Team', value: team },
      ...lead,
      { title: 'Record', value: recordWords(file, item, alert.item) },
      { title: 'Alert since', value: dateAndTime(alert.openedAt, programme.timeZone) },
    ],
    opened: openedWords(needs, alert),
    meanwhile: [],
    closedByItself: closingWords(file, alert.item),
    stillSo: isRecorded ? null : 'still not recorded as held',
  };
  const data = alertViewOf(alert, story, shown, programme.timeZone);
  const state = isOpen ? `${story.measure}, nothing recorded` : 'closed';
  return { card: 'overdue-alert', summary: `${title} for ${name}: ${state}`, data };
}
