/** What becomes of alerts without anybody pressing: opened by the last rung, closed by the file, posted again by time. */
import { Temporal } from 'temporal-polyfill';
import { nextPostingOf } from '../academy/alert-repeat.ts';
import { enrolmentDates } from '../academy/enrolment-history.ts';
import { standingOfItem } from '../academy/item-standing.ts';
import type { AlertHandling, OverdueAlert, ParticipantFile } from '../academy/participant-file.ts';
import { nextSendable, reachableDays } from '../academy/sending-time.ts';
import { alertNotices, dealtWith, factOf, type KnownAlert, shownOneToOne } from '../services/alert-steps.ts';
import { changeFile, type Decision } from '../services/change-file.ts';
import type { Needs } from '../services/needs.ts';
import type { People, Person, VersionedFile } from '../services/ports.ts';
import { planOf } from '../services/recordable-items.ts';

interface AlertNeeds
  extends Pick<Needs, 'programme' | 'calendar' | 'files' | 'alarms' | 'log' | 'openAlerts'> {
  readonly people: Pick<People, 'withRole'>;
}

/** An item whose last rung has come. */
export interface LastRung {
  readonly item: string;
  readonly dueOn: Temporal.PlainDate;
}

/** An alert as it stands after a change that nobody pressed for. */
interface AlertChange {
  readonly known: KnownAlert;
  readonly change: 'opened' | 'closed' | `again-${number}`;
}

const untouched: Omit<AlertHandling, 'openedAt'> = {
  acknowledged: null,
  assigned: null,
  assignedBefore: [],
  resolved: null,
  repeatedAt: [],
};

const idOf = ({ item, dueOn }: LastRung) => `${item}:${dueOn}`;

const alertsOf = (file: ParticipantFile): readonly KnownAlert[] => [
  ...file.alerts.map((alert) => ({ card: 'caseload-alert', alert }) as const),
  ...file.overdueAlerts.map((alert) => ({ card: 'overdue-alert', alert }) as const),
];

type RuleNeeds = Pick<Needs, 'programme' | 'calendar'>;

/** When an alert is posted again: at the coming opening where its time was missed. */
function repeatAt(
  { programme, calendar }: RuleNeeds,
  alert: AlertHandling,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const at = nextPostingOf(alert, programme, calendar);
  if (at === null || at.epochMilliseconds > now.epochMilliseconds) return at;
  return nextSendable(programme, reachableDays({ calendar, pauses: [] }, undefined), now);
}

/** Everything that has to be changed about a file's alerts now (M3, P5). */
function alertChanges(
  needs: RuleNeeds,
  file: ParticipantFile,
  lastRungs: readonly LastRung[],
  now: Temporal.Instant,
): readonly AlertChange[] {
  const today = now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const plan = planOf(needs, file, today);
  const isLate = ({ item, dueOn }: LastRung) =>
    ['open', 'missed'].includes(standingOfItem(plan, item, dueOn));
  const isKnown = (id: string) => file.overdueAlerts.some(({ alertId }) => alertId === id);
  const opened = lastRungs
    .filter((rung) => isLate(rung) && !isKnown(idOf(rung)))
    .map((rung): OverdueAlert => ({ alertId: idOf(rung), ...rung, openedAt: now, ...untouched }))
    .map((alert): AlertChange => ({ known: { card: 'overdue-alert', alert }, change: 'opened' }));
  const { lastOn } = enrolmentDates(file);
  const isOver = lastOn !== null && Temporal.PlainDate.compare(lastOn, today) < 0;
  const isSettled = (known: KnownAlert) => (known.card === 'overdue-alert' ? !isLate(known.alert) : isOver);
  const changed = alertsOf(file).flatMap((known): readonly AlertChange[] => {
    if (known.alert.resolved !== null) return [];
    if (isSettled(known)) {
      const resolved = { by: null, name: null, at: now };
      return [{ known: dealtWith(known, { resolved }), change: 'closed' }];
    }
    if (repeatAt(needs, known.alert, now) !== now) return [];
    const repeatedAt = [...known.alert.repeatedAt, now];
    return [{ known: dealtWith(known, { repeatedAt }), change: `again-${repeatedAt.length}` }];
  });
  return [...opened, ...changed];
}

const isSame = (one: AlertChange) => (other: AlertChange) =>
  one.change === other.change && one.known.alert.alertId === other.known.alert.alertId;

function decided(
  file: ParticipantFile,
  change: AlertChange,
  now: Temporal.Instant,
  managers: readonly Person[],
) {
  const people = change.change === 'opened' ? [] : shownOneToOne(change.known.alert, managers);
  return [factOf(change.known), ...alertNotices(file, change.known, change.change, now, people)];
}

/**
 * Opens, closes and posts again what is to be, each alert in a transaction of its own, decided on the file as it then
 * stands. Gives back when one of them is to be posted again.
 */
export async function bringAlertsUpToDate(
  needs: AlertNeeds,
  versioned: VersionedFile,
  lastRungs: readonly LastRung[],
  now: Temporal.Instant,
): Promise<readonly Temporal.Instant[]> {
  const { files, openAlerts, people } = needs;
  const { id } = versioned.file.participant;
  let current: VersionedFile | undefined = versioned;
  const changes = alertChanges(needs, versioned.file, lastRungs, now);
  const managers = changes.length === 0 ? [] : await people.withRole('academy-manager');
  for (const change of changes) {
    if (current === undefined) return [];
    const { alertId } = change.known.alert;
    if (change.change === 'opened') await openAlerts.opening(id, alertId);
    await changeFile(needs, current, now, (file): Decision<void> => {
      const same = alertChanges(needs, file, lastRungs, now).find(isSame(change));
      return { facts: same === undefined ? [] : decided(file, same, now, managers), result: undefined };
    });
    if (change.change === 'closed') await openAlerts.resolved(id, alertId);
    current = await files.load(id);
  }
  return alertsOf(current?.file ?? versioned.file)
    .map(({ alert }) => repeatAt(needs, alert, now) ?? now)
    .filter((at) => at !== now);
}
