import { Temporal } from 'temporal-polyfill';
import { capFor } from '../academy/caseload.ts';
import {
  type Confirmed,
  confirmationDay,
  confirmationMonth,
  confirmedIn,
} from '../academy/caseload-confirmation.ts';
import { clockStart } from '../academy/enrolment-history.ts';
import type { CaseloadReport, ParticipantFile } from '../academy/participant-file.ts';
import { dayOf } from '../academy/time-limit.ts';
import { dateAndTime, longDate, monthAndYear, shortDate } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { numberInput, procedureCard } from './procedure-view.ts';
import { message } from './short-answers.ts';
import type { ActionView, View } from './views.ts';
import { type Given, saveYear } from './year-form.ts';

/* Whether a host manager has the same number (T6): what is asked, and what is said to the answer. */

type Ground = Pick<Needs, 'programme' | 'calendar'>;

/** How the question stands for one NQSW on a day. */
export type CaseloadQuestion =
  | { readonly at: 'open'; readonly month: Temporal.PlainYearMonth; readonly report: CaseloadReport }
  | { readonly at: 'answered'; readonly entry: Confirmed }
  | { readonly at: 'nothing-reported' }
  | { readonly at: 'nobody-asks' };

export function questionFor(
  ground: Ground,
  file: ParticipantFile,
  today: Temporal.PlainDate,
): CaseloadQuestion {
  const month = confirmationMonth(ground, today);
  if (month === null) return { at: 'nobody-asks' };
  const entry = confirmedIn(file, month);
  if (entry !== undefined) return { at: 'answered', entry };
  const report = file.caseloads.at(-1);
  return report === undefined ? { at: 'nothing-reported' } : { at: 'open', month, report };
}

/** "14 children, reported on Mon 26 Oct 2026 by Amara Okoro" */
export function reportedWords(ground: Ground, { count, at, byName }: CaseloadReport): string {
  const { unit } = ground.programme.caseload;
  return `${count} ${unit}, reported on ${shortDate(dayOf(ground, at))} by ${byName}`;
}

/** The form for one NQSW. `note` says what has changed since it was drawn. */
export function confirmForm(
  ground: Ground,
  asker: Asker,
  file: ParticipantFile,
  { month, report }: Extract<CaseloadQuestion, { at: 'open' }>,
  given: Pick<Given, 'submissionId' | 'filled'>,
  note: string | null = null,
): View {
  const { programme } = ground;
  const { unit } = programme.caseload;
  const cap = capFor(programme, clockStart(file), asker.today);
  const { name } = file.participant;
  const seen = { submissionId: given.submissionId, about: report.reportId };
  const button = (title: string, step: string) => saveYear(title, { file }, 'confirm-caseload', seen, step);
  return procedureCard({
    heading: `Is this ${name}’s caseload?`,
    state: reportedWords(ground, report),
    facts: [
      { title: 'Asked for', value: monthAndYear(month) },
      { title: 'Limit', value: cap === null ? 'Not set yet' : `${cap} ${unit}` },
    ],
    sections: [
      {
        title: 'Do you have the same number?',
        inputs: [],
        actions: [button(`Yes, ${report.count} is right`, 'matches')],
      },
      {
        title: 'Or another one?',
        inputs: [numberInput(given.filled, 'number', `How many ${unit} do you have for ${name}?`)],
        actions: [button('My number differs', 'differs')],
      },
    ],
    note,
  });
}

const myNqsws: ActionView = { title: 'My NQSWs', verb: 'ask', data: { intent: 'my-nqsws' } };

function nextAskedWords(ground: Ground, month: string): string {
  const next = confirmationDay(ground, Temporal.PlainYearMonth.from(month).add({ months: 1 }));
  return next === null ? '' : `I ask again on ${longDate(next)}.`;
}

/** One answered question in a line: "Amara Okoro: 14 is right (Tom Adeyemi, Mon 2 Nov 2026, 09:10 (UK time))". */
export function answeredLine({ programme }: Ground, file: ParticipantFile, entry: Confirmed): string {
  const { reported, counted, byName, at } = entry;
  const said = reported === counted ? `${counted} is right` : `${counted} instead of ${reported}`;
  return `${file.participant.name}: ${said} (${byName}, ${dateAndTime(at, programme.timeZone)})`;
}

/** What the answer of a month came to: of several that are given at once the first stands. */
export function answeredView(ground: Ground, file: ParticipantFile, entry: Confirmed): View {
  const { programme } = ground;
  const { titles } = programme;
  const { name } = file.participant;
  const { reported, counted, byName, at } = entry;
  const facts = [{ title: byName, value: dateAndTime(at, programme.timeZone) }];
  const isSame = reported === counted;
  const lines = isSame
    ? [nextAskedWords(ground, entry.month)]
    : [
        `${name} and their ${titles['reflective-supervisor']} are told of both numbers, and the ${titles['academy-manager']} sees them on the board of caseloads.`,
        `Please look at it together: ${name} then reports the number that is right.`,
      ];
  return message(
    isSame
      ? `${name}’s caseload of ${counted} is confirmed`
      : `${name} reported ${reported}, you have ${counted}`,
    lines.filter((line) => line !== ''),
    { tone: isSame ? 'good' : 'warning', facts, actions: [myNqsws] },
  );
}

/** For whoever asks by themselves where there is nothing to confirm. */
export function nothingToConfirm(
  { programme }: Ground,
  file: ParticipantFile,
  at: 'nothing-reported' | 'nobody-asks',
): View {
  const { name } = file.participant;
  const line =
    at === 'nobody-asks'
      ? 'Your council does not ask for caseloads to be confirmed.'
      : `There is nothing to confirm before ${name} or their ${programme.titles['reflective-supervisor']} has reported a number.`;
  const heading =
    at === 'nobody-asks' ? 'Caseloads are not confirmed here' : `${name} has not reported a caseload yet`;
  return message(heading, [line], { actions: [myNqsws] });
}
