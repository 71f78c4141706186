/** What every kind of alert shows: what it is about, and how it has been dealt with. */
import type { AlertHandling } from '../academy/participant-file.ts';
import { dateAndTime } from '../academy/wording.ts';
import type { Person } from './ports.ts';
import type { AlertView, ChoiceView, Tone } from './views.ts';

/** A line of an alert's history, with its moment. */
export interface HistoryLine {
  readonly at: AlertHandling['openedAt'];
  readonly what: string;
}

/** What one kind of alert says of itself; how it is dealt with is said alike for all. */
export interface AlertStory {
  readonly participantId: string;
  readonly heading: string;
  readonly measure: string;
  readonly facts: AlertView['facts'];
  readonly opened: string;
  /** What has happened to its cause while it was open. */
  readonly meanwhile: readonly HistoryLine[];
  /** How it was closed when no person closed it. */
  readonly closedByItself: string;
  /** What is still so although it is closed: "still over the limit"; null when nothing is. */
  readonly stillSo: string | null;
}

/** How an alert is shown to one reader. */
export interface ShownAlert {
  /** Whom it can be given to. */
  readonly assignees: readonly Person[];
  readonly note?: string | null;
  readonly error?: string | null;
  /** Which posting of it this is, from 0; the latest unless said otherwise, and the latest alone has buttons. */
  readonly again?: number;
  /** For somebody who may not act on it. */
  readonly toRead?: boolean;
}

function stateOf(
  { acknowledged, assigned, resolved }: AlertHandling,
  stillSo: string | null,
): { readonly state: string; readonly tone: Tone } {
  if (resolved !== null) {
    return stillSo === null || resolved.name === null
      ? { state: 'Resolved', tone: 'good' }
      : { state: `Resolved by ${resolved.name}, ${stillSo}`, tone: 'warning' };
  }
  if (assigned !== null) return { state: `Assigned to ${assigned.toName}`, tone: 'warning' };
  if (acknowledged !== null) return { state: `Acknowledged by ${acknowledged.name}`, tone: 'warning' };
  return { state: 'Waiting for somebody to acknowledge it', tone: 'attention' };
}

function historyOf(alert: AlertHandling, story: AlertStory, timeZone: string): readonly string[] {
  const { openedAt, acknowledged, assigned, assignedBefore, resolved, repeatedAt } = alert;
  const lines: HistoryLine[] = [{ at: openedAt, what: story.opened }, ...story.meanwhile];
  for (const at of repeatedAt) lines.push({ at, what: 'posted again, nobody had acknowledged it' });
  if (acknowledged !== null) {
    lines.push({ at: acknowledged.at, what: `acknowledged by ${acknowledged.name}` });
  }
  for (const given of [...assignedBefore, ...(assigned === null ? [] : [assigned])]) {
    lines.push({ at: given.at, what: `assigned to ${given.toName} by ${given.name}` });
  }
  if (resolved !== null) {
    const what = resolved.name === null ? story.closedByItself : `resolved by ${resolved.name}`;
    lines.push({ at: resolved.at, what });
  }
  return lines
    .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .map(({ at, what }) => `${dateAndTime(at, timeZone)}: ${what}`);
}

const choices = (people: readonly Person[]): readonly ChoiceView[] =>
  people.map((person) => ({ value: person.id, title: person.name }));

const givenToYou = 'This alert has been given to you. An Academy Manager closes it when it is dealt with.';

function noteOf(alert: AlertHandling, shown: ShownAlert, timeZone: string): string | null {
  const again = shown.again ?? alert.repeatedAt.length;
  const newer = alert.repeatedAt[again];
  if (newer !== undefined) {
    return `Posted again on ${dateAndTime(newer, timeZone)}: please use the newer message.`;
  }
  if (alert.resolved !== null) return null;
  if (shown.toRead === true) return givenToYou;
  const repeated =
    again > 0 && alert.acknowledged === null ? 'Posted again because nobody has acknowledged it.' : '';
  return [repeated, shown.note ?? ''].filter((part) => part !== '').join(' ') || null;
}

/** The alert as everybody in the channel may see it: who, what, since when; never a reason (A9, P5). */
export function alertViewOf(
  alert: AlertHandling & { readonly alertId: string },
  story: AlertStory,
  shown: ShownAlert,
  timeZone: string,
): AlertView {
  const isLatest = (shown.again ?? alert.repeatedAt.length) >= alert.repeatedAt.length;
  const canAct = alert.resolved === null && isLatest && shown.toRead !== true;
  return {
    participantId: story.participantId,
    alertId: alert.alertId,
    heading: story.heading,
    measure: story.measure,
    ...stateOf(alert, story.stillSo),
    facts: story.facts,
    history: historyOf(alert, story, timeZone),
    note: noteOf(alert, shown, timeZone),
    assignees: choices(shown.assignees),
    can: { acknowledge: canAct && alert.acknowledged === null, assign: canAct, resolve: canAct },
    error: shown.error ?? null,
  };
}
