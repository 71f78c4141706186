import type { Temporal } from 'temporal-polyfill';
import type { CaseloadAlert, ParticipantFile } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import { dateAndTime } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import { permittedFile } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact, Notice, Person } from './ports.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { CaseloadAlertView, ChoiceView, Tone, View } from './views.ts';
import { notForYou, pressedView } from './welcome-and-help.ts';

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

function stateOf(alert: CaseloadAlert): { state: string; tone: Tone } {
  if (alert.resolved !== null) {
    const isStillOver = alert.count > alert.cap;
    const state = isStillOver ? `Resolved by ${alert.resolved.name}, still over the limit` : 'Resolved';
    return { state, tone: isStillOver ? 'warning' : 'good' };
  }
  if (alert.assigned !== null) return { state: `Assigned to ${alert.assigned.toName}`, tone: 'warning' };
  if (alert.acknowledged !== null)
    return { state: `Acknowledged by ${alert.acknowledged.name}`, tone: 'warning' };
  return { state: 'Waiting for somebody to acknowledge it', tone: 'attention' };
}

const mostCounts = 5;

/** The counts reported while the alert was open, after the one that opened it; the newest five. */
function countsReported({ caseloads }: ParticipantFile, alert: CaseloadAlert) {
  const from = alert.openedAt.epochMilliseconds;
  const until = alert.resolved?.at.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  const within = caseloads.filter(({ at }) => at.epochMilliseconds > from && at.epochMilliseconds <= until);
  return within.slice(-mostCounts);
}

function historyOf(programme: Programme, file: ParticipantFile, alert: CaseloadAlert): readonly string[] {
  const at = (instant: CaseloadAlert['openedAt']) => dateAndTime(instant, programme.timeZone);
  const lines = [{ at: alert.openedAt, text: `${at(alert.openedAt)}: the caseload went over the limit` }];
  for (const report of countsReported(file, alert)) {
    lines.push({ at: report.at, text: `${at(report.at)}: ${report.count} reported` });
  }
  const { acknowledged, assigned, resolved } = alert;
  if (acknowledged !== null) {
    lines.push({ at: acknowledged.at, text: `${at(acknowledged.at)}: acknowledged by ${acknowledged.name}` });
  }
  for (const given of [...alert.assignedBefore, ...(assigned === null ? [] : [assigned])]) {
    lines.push({ at: given.at, text: `${at(given.at)}: assigned to ${given.toName} by ${given.name}` });
  }
  if (resolved !== null) {
    const by = resolved.name === null ? 'back within the limit, closed' : `resolved by ${resolved.name}`;
    lines.push({ at: resolved.at, text: `${at(resolved.at)}: ${by}` });
  }
  return lines.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds).map((line) => line.text);
}

const choices = (people: readonly Person[]): readonly ChoiceView[] =>
  people.map((person) => ({ value: person.id, title: person.name }));

/** The alert as everybody in the channel may see it: who, how many, since when; never a reason (A9). */
export function caseloadAlertView(
  programme: Programme,
  file: ParticipantFile,
  alert: CaseloadAlert,
  assignees: readonly Person[],
  extra: { readonly note?: string | null; readonly error?: string | null } = {},
): View {
  const { state, tone } = stateOf(alert);
  const open = alert.resolved === null;
  const { name, team } = file.participant;
  const measure = `${alert.count} of ${alert.cap} ${programme.caseload.unit}`;
  const data: CaseloadAlertView = {
    participantId: file.participant.id,
    alertId: alert.alertId,
    heading: open ? `${name}’s caseload is over the limit` : `${name}’s caseload alert is closed`,
    measure,
    tone,
    state,
    facts: [
      { title: 'Team', value: team },
      { title: 'Since', value: dateAndTime(alert.openedAt, programme.timeZone) },
      { title: 'Last reported', value: dateAndTime(alert.updatedAt, programme.timeZone) },
    ],
    history: historyOf(programme, file, alert),
    note: extra.note ?? null,
    assignees: choices(assignees),
    can: { acknowledge: open && alert.acknowledged === null, assign: open, resolve: open },
    error: extra.error ?? null,
  };
  return { card: 'caseload-alert', summary: `${name}: ${measure}${open ? '' : ' (closed)'}`, data };
}

/**
 * What is owed after a change to an alert: the escalation channel shows it, and every place where it was shown to
 * one person is brought up to date. `change` makes the keys unique for each change.
 */
export function alertNotices(
  file: ParticipantFile,
  alert: CaseloadAlert,
  change: string,
  owedAt: Notice['owedAt'],
  people: readonly { readonly personId: string; readonly mode: Notice['mode'] }[],
): readonly Fact[] {
  const key = `caseload-alert~${alert.alertId}~${change}`;
  const subject = {
    card: 'caseload-alert',
    participantId: file.participant.id,
    alertId: alert.alertId,
    again: 0,
  } as const;
  const inChannel: Notice = { key, recipient: { kind: 'escalations' }, subject, mode: 'show', owedAt };
  const oneToOne = people.map(
    ({ personId, mode }): Notice => ({
      key: `${key}~${personId}`,
      recipient: { kind: 'person', personId },
      subject,
      mode,
      owedAt,
    }),
  );
  return [inChannel, ...oneToOne].map((notice): Fact => ({ fact: 'notice-owed', notice }));
}

/** Whoever may have been shown the alert one to one: the managers, and the person it is assigned to. */
export function shownOneToOne(
  alert: CaseloadAlert,
  managers: readonly Person[],
): readonly { readonly personId: string; readonly mode: Notice['mode'] }[] {
  const assignee = alert.assigned === null ? [] : [{ personId: alert.assigned.to, mode: 'show' as const }];
  const others = managers
    .filter((manager) => manager.id !== alert.assigned?.to)
    .map((manager) => ({ personId: manager.id, mode: 'refresh' as const }));
  return [...assignee, ...others];
}

type Shown = ReturnType<typeof shownOneToOne>;

/** Whoever had the alert before it was given to another sees on their card that it has gone. */
function noLongerWith(before: CaseloadAlert, after: CaseloadAlert, managers: readonly Person[]): Shown {
  const had = before.assigned?.to;
  const isTold = had === undefined || had === after.assigned?.to || managers.some(({ id }) => id === had);
  return isTold ? [] : [{ personId: had, mode: 'refresh' }];
}

export type AlertStep =
  | { readonly step: 'acknowledge' }
  /** `to` is a person's id, as the card sent it. */
  | { readonly step: 'assign'; readonly to: string }
  | { readonly step: 'resolve' };

/** The alert for somebody who may not act on it: the person it was given to. */
export function caseloadAlertToRead(programme: Programme, file: ParticipantFile, alert: CaseloadAlert): View {
  const view = caseloadAlertView(programme, file, alert, []);
  if (view.card !== 'caseload-alert') return view;
  const note =
    alert.resolved === null
      ? 'This alert has been given to you. An Academy Manager closes it when it is dealt with.'
      : null;
  return {
    ...view,
    data: { ...view.data, note, can: { acknowledge: false, assign: false, resolve: false } },
  };
}

type Stepped =
  | { readonly ok: true; readonly alert: CaseloadAlert }
  | { readonly ok: false; readonly error: string | null };

/**
 * One step of an open alert; a step that has already been taken changes nothing and shows what stands. It is given
 * only to somebody on the list: whoever has it may read it.
 */
function advance(alert: CaseloadAlert, step: AlertStep, asker: Asker, assignees: readonly Person[]): Stepped {
  const by = { by: asker.person.id, name: asker.person.name, at: asker.now };
  if (alert.resolved !== null) return { ok: false, error: null };
  switch (step.step) {
    case 'acknowledge':
      return alert.acknowledged === null
        ? { ok: true, alert: { ...alert, acknowledged: by } }
        : { ok: false, error: null };
    case 'assign': {
      const to = assignees.find(({ id }) => id === step.to);
      if (to === undefined)
        return { ok: false, error: 'Choose a person from the list, then press “Assign”.' };
      if (alert.assigned?.to === to.id) return { ok: false, error: null };
      const assigned = { ...by, to: to.id, toName: to.name };
      const assignedBefore = [...alert.assignedBefore, ...(alert.assigned === null ? [] : [alert.assigned])];
      return {
        ok: true,
        alert: { ...alert, assigned, assignedBefore, acknowledged: alert.acknowledged ?? by },
      };
    }
    case 'resolve':
      return { ok: true, alert: { ...alert, resolved: by, acknowledged: alert.acknowledged ?? by } };
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
  if (!may('handle-caseload-alert', asker.person.roles, ['academy'])) return notForYou(programme);
  const versioned = await permittedFile(needs, asker, 'handle-caseload-alert', target.participantId);
  if (versioned === undefined) return notForYou(programme);
  const [assignees, managers] = await Promise.all([
    assigneesOf(needs),
    needs.people.withRole('academy-manager'),
  ]);
  // Not the time: two people may press in the same instant, and each change must be shown.
  const change = `${step.step}~${needs.newId()}`;
  const view = await changeFile(needs, versioned, asker.now, (file): Decision<View | null> => {
    const alert = file.alerts.find((candidate) => candidate.alertId === target.alertId);
    if (alert === undefined) return { facts: [], result: null };
    const stepped = advance(alert, step, asker, assignees);
    if (!stepped.ok) {
      const result = caseloadAlertView(programme, file, alert, assignees, { error: stepped.error });
      return { facts: [], result };
    }
    const changed = stepped.alert;
    const people = [...shownOneToOne(changed, managers), ...noLongerWith(alert, changed, managers)];
    const facts: Fact[] = [
      { fact: 'alert-changed', alert: changed },
      ...alertNotices(file, changed, change, asker.now, people),
      { fact: 'audited', verb: `alert-${step.step}`, by: asker.person.id, outcome: 'done' },
    ];
    return { facts, result: caseloadAlertView(programme, file, changed, assignees) };
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
      const alert = file.alerts.find((candidate) => candidate.alertId === alertId);
      if (alert === undefined || alert.resolved !== null) return { facts: [], result: undefined };
      const people = managers.map(({ id }) => ({ personId: id, mode: 'refresh' as const }));
      return { facts: alertNotices(file, alert, change, now, people), result: undefined };
    });
  }
}
