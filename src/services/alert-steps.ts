/** What can be done with an alert of any kind, by whom, and who is shown it afterwards (M2, M3, A9, P5). */
import type { Temporal } from 'temporal-polyfill';
import type {
  AlertHandling,
  CaseloadAlert,
  OverdueAlert,
  ParticipantFile,
} from '../academy/participant-file.ts';
import type { ShownAlert } from './alert-view.ts';
import type { Asker } from './asker.ts';
import { permittedFile } from './asker.ts';
import { caseloadAlertView } from './caseload-alert.ts';
import { changeFile, type Decision } from './change-file.ts';
import { concernShownAgain } from './concern-step.ts';
import type { Needs } from './needs.ts';
import { overdueAlertView } from './overdue-alert.ts';
import { may } from './permission.ts';
import type { Fact, Notice, Person } from './ports.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

/** An alert together with what it is about. */
export type KnownAlert =
  | { readonly card: 'caseload-alert'; readonly alert: CaseloadAlert }
  | { readonly card: 'overdue-alert'; readonly alert: OverdueAlert };

/** The alert of this id, whatever its kind. */
export function alertOf(file: ParticipantFile, alertId: string): KnownAlert | undefined {
  const caseload = file.alerts.find((alert) => alert.alertId === alertId);
  if (caseload !== undefined) return { card: 'caseload-alert', alert: caseload };
  const overdue = file.overdueAlerts.find((alert) => alert.alertId === alertId);
  return overdue === undefined ? undefined : { card: 'overdue-alert', alert: overdue };
}

/** The alert as it stands now, for one reader. */
export function alertView(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  file: ParticipantFile,
  { card, alert }: KnownAlert,
  now: Temporal.Instant,
  shown: ShownAlert,
): View {
  if (card === 'caseload-alert') return caseloadAlertView(needs.programme, file, alert, shown);
  const today = now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  return overdueAlertView(needs, file, alert, today, shown);
}

/** The fact that an alert stands like this from now on. */
export const factOf = (known: KnownAlert): Fact =>
  known.card === 'caseload-alert'
    ? { fact: 'alert-changed', alert: known.alert }
    : { fact: 'overdue-alert-changed', alert: known.alert };

/** The same alert, dealt with further. */
export const dealtWith = (known: KnownAlert, handling: Partial<AlertHandling>): KnownAlert =>
  known.card === 'caseload-alert'
    ? { card: known.card, alert: { ...known.alert, ...handling } }
    : { card: known.card, alert: { ...known.alert, ...handling } };

/** Everybody an alert can be given to: the people who run the academy and those who supervise in it. */
const assigneeRoles = [
  'academy-manager',
  'senior-practitioner',
  'practice-educator',
  'head-of-academy',
] as const;

export async function assigneesOf(needs: Pick<Needs, 'people'>): Promise<readonly Person[]> {
  const found = await Promise.all(assigneeRoles.map((role) => needs.people.withRole(role)));
  const byId = new Map(found.flat().map((person) => [person.id, person]));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** Of a hundred operations of a transaction, those that are left beside the facts. */
const mostNotices = 90;

type ShownTo = readonly { readonly personId: string; readonly mode: Notice['mode'] }[];

/**
 * What is owed after a change to an alert: the escalation channel shows it, and every place where it was shown to one
 * person is brought up to date, earlier postings too: the latest of them, so that all fit into one transaction. `change`
 * makes the keys unique for each change.
 */
export function alertNotices(
  file: ParticipantFile,
  { card, alert }: KnownAlert,
  change: string,
  owedAt: Notice['owedAt'],
  people: ShownTo,
): readonly Fact[] {
  const participantId = file.participant.id;
  const latest = alert.repeatedAt.length;
  const most = Math.max(1, Math.floor(mostNotices / (people.length + 1)));
  const postings = Array.from({ length: latest + 1 }, (_, again) => again).slice(-most);
  const notices = postings.flatMap((again): readonly Notice[] => {
    const key = `${card}~${participantId}~${alert.alertId}~${again}~${change}`;
    const subject = { card, participantId, alertId: alert.alertId, again } as const;
    const modeOf = (mode: Notice['mode']) => (again === latest ? mode : 'refresh');
    return [
      { key, recipient: { kind: 'escalations' }, subject, mode: modeOf('show'), owedAt },
      ...people.map(
        ({ personId, mode }): Notice => ({
          key: `${key}~${personId}`,
          recipient: { kind: 'person', personId },
          subject,
          mode: modeOf(mode),
          owedAt,
        }),
      ),
    ];
  });
  return notices.map((notice): Fact => ({ fact: 'notice-owed', notice }));
}

/** Whoever may have been shown the alert one to one: the managers, and the person it is assigned to. */
export function shownOneToOne(alert: AlertHandling, managers: readonly Person[]): ShownTo {
  const assignee = alert.assigned === null ? [] : [{ personId: alert.assigned.to, mode: 'show' as const }];
  const others = managers
    .filter((manager) => manager.id !== alert.assigned?.to)
    .map((manager) => ({ personId: manager.id, mode: 'refresh' as const }));
  return [...assignee, ...others];
}

/** Whoever had the alert before it was given to another sees on their card that it has gone. */
function noLongerWith(before: AlertHandling, after: AlertHandling, managers: readonly Person[]): ShownTo {
  const had = before.assigned?.to;
  const isTold = had === undefined || had === after.assigned?.to || managers.some(({ id }) => id === had);
  return isTold ? [] : [{ personId: had, mode: 'refresh' }];
}

type AlertStep =
  | { readonly step: 'acknowledge' }
  /** `to` is a person's id, as the card sent it. */
  | { readonly step: 'assign'; readonly to: string }
  | { readonly step: 'resolve' };

type Stepped =
  | { readonly ok: true; readonly handling: Partial<AlertHandling> }
  | { readonly ok: false; readonly error: string | null };

/**
 * One step of an open alert; a step that has already been taken changes nothing and shows what stands. It is given
 * only to somebody on the list: whoever has it may read it.
 */
function advance(alert: AlertHandling, step: AlertStep, asker: Asker, assignees: readonly Person[]): Stepped {
  const by = { by: asker.person.id, name: asker.person.name, at: asker.now };
  const acknowledged = alert.acknowledged ?? by;
  if (alert.resolved !== null) return { ok: false, error: null };
  switch (step.step) {
    case 'acknowledge':
      return alert.acknowledged === null
        ? { ok: true, handling: { acknowledged } }
        : { ok: false, error: null };
    case 'assign': {
      const to = assignees.find(({ id }) => id === step.to);
      if (to === undefined)
        return { ok: false, error: 'Choose a person from the list, then press “Assign”.' };
      if (alert.assigned?.to === to.id) return { ok: false, error: null };
      const assigned = { ...by, to: to.id, toName: to.name };
      const assignedBefore = [...alert.assignedBefore, ...(alert.assigned === null ? [] : [alert.assigned])];
      return { ok: true, handling: { assigned, assignedBefore, acknowledged } };
    }
    case 'resolve':
      return { ok: true, handling: { resolved: by, acknowledged } };
    default:
      return step satisfies never;
  }
}

/** Acknowledge, assign or resolve, with actor and time; the channel's message is updated in place. */
export async function takeAlertStep(
  needs: Needs,
  asker: Asker,
  target: Submissions['alert-acknowledge'],
  step: AlertStep,
): Promise<Reply> {
  const { programme } = needs;
  if (!may('handle-alert', asker.person.roles, ['academy'])) return notForYou(programme);
  const versioned = await permittedFile(needs, asker, 'handle-alert', target.participantId);
  if (versioned === undefined) return notForYou(programme);
  const [assignees, managers] = await Promise.all([
    assigneesOf(needs),
    needs.people.withRole('academy-manager'),
  ]);
  // Not the time: two people may press in the same instant, and each change must be shown.
  const change = `${step.step}~${needs.newId()}`;
  const view = await changeFile(needs, versioned, asker.now, (file): Decision<View | null> => {
    const known = alertOf(file, target.alertId);
    if (known === undefined) return { facts: [], result: null };
    const stepped = advance(known.alert, step, asker, assignees);
    if (!stepped.ok) {
      const result = alertView(needs, file, known, asker.now, { assignees, error: stepped.error });
      return { facts: [], result };
    }
    const after = dealtWith(known, stepped.handling);
    const people = [
      ...shownOneToOne(after.alert, managers),
      ...noLongerWith(known.alert, after.alert, managers),
    ];
    const facts: Fact[] = [
      factOf(after),
      ...alertNotices(file, after, change, asker.now, people),
      { fact: 'audited', verb: `alert-${step.step}`, by: asker.person.id, outcome: 'done' },
    ];
    return { facts, result: alertView(needs, file, after, asker.now, { assignees }) };
  });
  if (view === null) return notForYou(programme);
  if (step.step === 'resolve') await needs.openAlerts.resolved(target.participantId, target.alertId);
  return pressedView(view);
}

/**
 * A channel has been chosen, or the app is back in it: every alert that is still open is shown there, and managers who
 * had it one to one see that they are no longer alone with it.
 */
export async function showOpenAlerts(needs: Needs, now: Temporal.Instant): Promise<void> {
  const [open, managers] = await Promise.all([
    needs.openAlerts.list(),
    needs.people.withRole('academy-manager'),
  ]);
  // New each time: what was shown in this channel before it was left is out of date.
  const change = `channel~${needs.newId()}`;
  for (const { participantId, alertId } of open) {
    const versioned = await needs.files.load(participantId);
    if (versioned === undefined) continue;
    await changeFile(needs, versioned, now, (file): Decision<void> => {
      const known = alertOf(file, alertId);
      if (known === undefined) {
        return { facts: concernShownAgain(needs, file, alertId, change, now), result: undefined };
      }
      if (known.alert.resolved !== null) return { facts: [], result: undefined };
      const people = managers.map(({ id }) => ({ personId: id, mode: 'refresh' as const }));
      return { facts: alertNotices(file, known, change, now, people), result: undefined };
    });
  }
}
