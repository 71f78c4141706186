import { clockTime, shortDate } from '../academy/wording.ts';
import { ask } from './ask-buttons.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { itemTitle } from './item-title.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { ItemListView, View } from './views.ts';

type Row = ItemListView['items'][number];

const stateOf = (alert: {
  readonly acknowledged: { readonly name: string } | null;
  readonly assigned: { readonly toName: string } | null;
}): string => {
  if (alert.assigned !== null) return `with ${alert.assigned.toName}`;
  return alert.acknowledged === null
    ? 'nobody has acknowledged it yet'
    : `acknowledged by ${alert.acknowledged.name}`;
};

/** "Any open alerts?": those of the academy that nobody has resolved, the longest open first (M2). Null for anybody else. */
export async function answerAlerts(needs: Needs, asker: Asker): Promise<View | null> {
  if (!may('handle-alert', asker.person.roles, ['academy'])) return null;
  const { programme } = needs;
  const files = await permittedFiles(needs, asker, 'handle-alert');
  const open = files.flatMap(({ file }) => [
    ...file.alerts
      .filter((alert) => alert.resolved === null)
      .map((alert) => ({ alert, file, about: `${alert.count} of ${alert.cap} ${programme.caseload.unit}` })),
    ...file.overdueAlerts
      .filter((alert) => alert.resolved === null)
      .map((alert) => ({ alert, file, about: `${itemTitle(programme, alert.item)} is overdue` })),
  ]);
  const rows = open
    .toSorted((a, b) => a.alert.openedAt.epochMilliseconds - b.alert.openedAt.epochMilliseconds)
    .map(({ alert, file, about }): Row => {
      const on = alert.openedAt.toZonedDateTimeISO(programme.timeZone).toPlainDate();
      const isNew = alert.acknowledged === null && alert.assigned === null;
      return {
        title: `${file.participant.name}: ${about}`,
        date: `since ${shortDate(on)}, ${clockTime(alert.openedAt, programme.timeZone)}`,
        when: stateOf(alert),
        tone: isNew ? 'attention' : 'warning',
        lead: '',
      };
    });
  const intro =
    rows.length === 0 ? 'No alert is open.' : 'Each is dealt with on its card, where it was posted.';
  return {
    card: 'item-list',
    summary: `Open alerts: ${rows.length}`,
    data: {
      heading: 'Open alerts',
      intro,
      items: rows,
      actions: [ask('Who is over their caseload?', 'caseload'), ask('What’s overdue', 'overdue')],
    },
  };
}
