import * as addresses from './address-rows.ts';
import { assessmentEntry } from './assessment-rows.ts';
import { auditEntry } from './audit-trail.ts';
import { linkSecret, linkSecretKind } from './calendar-links.ts';
import * as enrolment from './enrolment-rows.ts';
import { heartbeat } from './heartbeats.ts';
import { hint, hintKind } from './hints.ts';
import { seenActivity } from './inbound-ledger.ts';
import { kindOfKey } from './keys.ts';
import * as sets from './learning-set-rows.ts';
import { openAlert } from './open-alerts.ts';
import * as outbox from './outbox-rows.ts';
import * as file from './participant-rows.ts';
import { pauseStep } from './pause-rows.ts';
import * as people from './people-rows.ts';
import { preferencesKind, preferencesShape } from './preferences.ts';
import * as procedure from './procedure-rows.ts';
import { purgeRow, purgeState } from './purge.ts';
import { question } from './question-rows.ts';
import * as reminders from './reminder-log.ts';
import type { RowFault, RowShape } from './row-shape.ts';
import { sendingRow, sendingState } from './sending-control.ts';
import type { Row, TableName, TableStore } from './table-store.ts';
import { trailKind, wake, wakeKind } from './wake-times.ts';
import { yearEntry } from './year-rows.ts';

/** The shapes by table and kind of row: the kind is the row key up to its first "~". */
const shapes: Readonly<
  Partial<Record<TableName, Readonly<Record<string, Pick<RowShape<unknown>, 'read'>>>>>
> = {
  participants: {
    [file.headKey]: file.head,
    [file.profileKey]: file.profile,
    'file-allocation': file.allocation,
    'file-record': file.sessionRecord,
    'file-confirmation': file.confirmation,
    'file-caseload': file.caseload,
    'file-alert': file.alert,
    'file-overdue': file.overdueAlert,
    'file-snooze': file.snooze,
    'file-move': procedure.moveStep,
    'file-concern': procedure.concernStep,
    'file-assessment': assessmentEntry,
    'file-year': yearEntry,
    'file-question': question,
    'file-pausing': pauseStep,
    'file-enrolment': enrolment.enrolmentEntry,
    'file-required': enrolment.requirement,
    'file-standards': enrolment.standardsChoice,
    'file-pause': file.pause,
    'file-submission': file.submission,
    owed: file.owed,
    audit: file.audit,
    [reminders.toldKind]: reminders.told,
    [reminders.sinceKey]: reminders.remindersSince,
  },
  people: {
    [people.personRow]: people.person,
    'leads-to': people.trail,
    allocation: people.allocationTrail,
  },
  outbox: {
    [outbox.claimKey]: outbox.claim,
    pending: outbox.pending,
    notice: outbox.ledger,
    undelivered: outbox.undelivered,
    posted: outbox.posted,
  },
  settings: {
    [addresses.chosenRow]: addresses.chosenEscalations,
    alert: openAlert,
    beat: heartbeat,
    [sendingRow]: sendingState,
    [purgeRow]: purgeState,
    [preferencesKind]: preferencesShape,
    [linkSecretKind]: linkSecret,
  },
  audit: { audit: auditEntry },
  sessions: {
    [sets.headKey]: sets.head,
    'set-place': sets.place,
    start: sets.start,
    owed: file.owed,
    audit: sets.audit,
  },
  wakes: { [wakeKind]: wake, [trailKind]: wake, [hintKind]: hint },
};

function shapeOf(table: TableName, row: Row): Pick<RowShape<unknown>, 'read'> | undefined {
  if (table === 'inbound') return seenActivity;
  if (table === 'addresses') {
    return kindOfKey(row.partitionKey) === 'channel' ? addresses.channelAddress : addresses.personAddress;
  }
  return shapes[table]?.[kindOfKey(row.rowKey)];
}

export interface UnreadableRow {
  readonly table: TableName;
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly fault: RowFault;
}

/** The tables whose rows are read through a shape. Table `local` is local mode's own. */
const checked: readonly TableName[] = [
  'people',
  'participants',
  'addresses',
  'outbox',
  'settings',
  'inbound',
  'audit',
  'wakes',
  'sessions',
];

/** Every key that can exist: keys are made of printable ASCII. */
const everyPartition = { from: ' ', to: '~~' } as const;

/** Reads every row as the product would and names those that it sets aside. */
export async function* findUnreadableRows(tables: TableStore): AsyncIterable<UnreadableRow> {
  for (const table of checked) {
    for await (const row of tables.range({ table, partition: everyPartition })) {
      const shape = shapeOf(table, row);
      const reading = shape?.read(row) ?? ({ ok: false, fault: 'unknown-kind' } as const);
      if (reading.ok) continue;
      yield { table, partitionKey: row.partitionKey, rowKey: row.rowKey, fault: reading.fault };
    }
  }
}
