import type { CaseloadAlert, ParticipantFile } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import { dateAndTime } from '../academy/wording.ts';
import { alertViewOf, type HistoryLine, type ShownAlert } from './alert-view.ts';
import type { View } from './views.ts';

const mostCounts = 5;

/** The counts reported while the alert was open, after the one that opened it; the newest five. */
function countsReported({ caseloads }: ParticipantFile, alert: CaseloadAlert): readonly HistoryLine[] {
  const from = alert.openedAt.epochMilliseconds;
  const until = alert.resolved?.at.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  const within = caseloads.filter(({ at }) => at.epochMilliseconds > from && at.epochMilliseconds <= until);
  return within.slice(-mostCounts).map(({ at, count }) => ({ at, what: `${count} reported` }));
}

/** A caseload over its limit: who, how many, since when (A9). */
export function caseloadAlertView(
  programme: Programme,
  file: ParticipantFile,
  alert: CaseloadAlert,
  shown: ShownAlert,
): View {
  const isOpen = alert.resolved === null;
  const { id: participantId, name, team } = file.participant;
  const measure = `${alert.count} of ${alert.cap} ${programme.caseload.unit}`;
  const data = alertViewOf(
    alert,
    {
      participantId,
      heading: isOpen ? `${name}’s caseload is over the limit` : `${name}’s caseload alert is closed`,
      measure,
      facts: [
        { title: 'Team', value: team },
        { title: 'Since', value: dateAndTime(alert.openedAt, programme.timeZone) },
        { title: 'Last reported', value: dateAndTime(alert.updatedAt, programme.timeZone) },
      ],
      opened: 'the caseload went over the limit',
      meanwhile: countsReported(file, alert),
      closedByItself:
        alert.count > alert.cap ? 'no longer on the programme, closed' : 'back within the limit, closed',
      stillSo: alert.count > alert.cap ? 'still over the limit' : null,
    },
    shown,
    programme.timeZone,
  );
  return { card: 'caseload-alert', summary: `${name}: ${measure}${isOpen ? '' : ' (closed)'}`, data };
}
