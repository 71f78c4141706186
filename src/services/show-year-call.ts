import { type CallName, yearCalls } from '../academy/year-call.ts';
import { standing } from './asker.ts';
import { exitForm } from './exit-form.ts';
import { inductionForm } from './induction-form.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Recipient, Subject } from './ports.ts';
import { probationForm } from './probation-form.ts';
import { noLongerWithYou, readForMessage } from './procedure-message.ts';
import { functionsFor, holdersFor } from './procedure-people.ts';
import { planOf } from './recordable-items.ts';
import type { View } from './views.ts';
import { freshGiven, type YearForm } from './year-form.ts';

/** The form that each call shows: what is asked for is answered in the message itself. */
const formOf: Readonly<Record<CallName, YearForm>> = {
  induction: inductionForm,
  probation: probationForm,
  exit: exitForm,
};

/**
 * What somebody is called to, as it stands now: the form, for as long as it is theirs to answer. What has been settled by
 * the time of sending is not posted, only brought up to date where it stands.
 */
export async function showYearCall(
  needs: Needs,
  recipient: Recipient,
  { participantId, call }: Extract<Subject, { card: 'year-call' }>,
  isStanding: boolean,
): Promise<View | undefined> {
  const read = await readForMessage(needs, recipient, participantId);
  if (read === undefined) return undefined;
  const { file, person } = read;
  const { programme, calendar } = needs;
  const now = needs.clock.now();
  const today = now.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const asker = { person, now, today };
  const form = formOf[call];
  if (!may(form.permission, person.roles, standing(asker, file)))
    return isStanding ? noLongerWithYou : undefined;
  const functions = functionsFor(asker, file, form.permission);
  const calls = yearCalls({ programme, calendar, plan: planOf(needs, file, today) }, file);
  const isOpen = calls.some((one) => one.call === call && functions.includes(one.to));
  if (!isOpen && !isStanding) return undefined;
  const holders = await holdersFor(needs, file, today);
  const ground = { needs, asker, file, holders, people: [], gathered: [] };
  const view = form.view(ground, freshGiven(needs));
  return view.card === 'procedure' ? { ...view, summary: `${view.summary}: ${view.data.state}` } : view;
}
