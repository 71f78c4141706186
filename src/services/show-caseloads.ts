import { Temporal } from 'temporal-polyfill';
import {
  confirmationDay,
  confirmationMonth,
  confirmedIn,
  isAskedAbout,
} from '../academy/caseload-confirmation.ts';
import { enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { dayOf } from '../academy/time-limit.ts';
import { countWords, monthAndYear } from '../academy/wording.ts';
import { type Asker, standing } from './asker.ts';
import {
  answeredLine,
  answeredView,
  type CaseloadQuestion,
  confirmForm,
  questionFor,
  reportedWords,
} from './caseload-question.ts';
import { eachOf } from './in-few-at-once.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Recipient, Subject } from './ports.ts';
import { nothingFilled, procedureCard } from './procedure-view.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';
import { openYearForm } from './year-form.ts';

type CaseloadsSubject = Extract<Subject, { card: 'caseloads-to-confirm' }>;

/** Those about whom a manager is asked in a month, by name. */
async function askedAbout(
  needs: Needs,
  asker: Asker,
  month: Temporal.PlainYearMonth,
): Promise<readonly ParticipantFile[]> {
  const askedOn = confirmationDay(needs, month);
  if (askedOn === null) return [];
  const held = await needs.people.allocatedTo(asker.person.id);
  const ids = held.filter((one) => one.function === 'host-manager').map(({ participantId }) => participantId);
  const loaded = await eachOf([...new Set(ids)], (id) => needs.files.load(id));
  return loaded
    .flatMap((versioned) => (versioned === undefined ? [] : [versioned.file]))
    .filter((file) => may('confirm-caseload', asker.person.roles, standing(asker, file)))
    .filter((file) => !['completed', 'left'].includes(enrolmentOf(file).state))
    .filter((file) => isAskedAbout(file, askedOn, (at) => dayOf(needs, at)))
    .toSorted((one, other) => one.participant.name.localeCompare(other.participant.name, 'en-GB'));
}

/** More than these are no card for a phone; the others take their place once they are answered. */
const mostSections = 6;

interface Asked {
  readonly file: ParticipantFile;
  readonly question: CaseloadQuestion;
}
type Open = Asked & { readonly question: Extract<CaseloadQuestion, { at: 'open' }> };

const isOpen = (one: Asked): one is Open => one.question.at === 'open';

const answeredLines = (needs: Needs, all: readonly Asked[]) =>
  all.flatMap(({ file, question }) =>
    question.at === 'answered' ? [answeredLine(needs, file, question.entry)] : [],
  );

function listView(needs: Needs, month: Temporal.PlainYearMonth, all: readonly Asked[]): View {
  const open = all.filter(isOpen);
  const left = open.length - mostSections;
  const titled = open.slice(0, mostSections).map(({ file: { participant }, question: { report } }) => {
    const [firstName] = participant.name.split(' ');
    const { data, ...button } = openYearForm(`Look at ${firstName}’s`, participant.id, 'confirm-caseload');
    return {
      title: `${participant.name}: ${reportedWords(needs, report)}`,
      inputs: [],
      actions: [{ ...button, data: { ...data, opens: 'new' } }],
    };
  });
  return procedureCard({
    heading: `Are these caseloads right? ${monthAndYear(month)}`,
    state:
      open.length === 0
        ? 'You have answered for everybody. Thank you.'
        : `${countWords(open.length, 'number')} to confirm${left > 0 ? `, ${left} of them once these are answered` : ''}`,
    tone: open.length === 0 ? 'good' : 'default',
    sections: titled,
    history: answeredLines(needs, all),
  });
}

/** A month that another one has followed: what was said of it, and nothing to press any more. */
function lapsedView(needs: Needs, month: Temporal.PlainYearMonth, files: readonly ParticipantFile[]): View {
  const lines = files.map((file) => {
    const entry = confirmedIn(file, month);
    return entry === undefined ? `${file.participant.name}: not answered` : answeredLine(needs, file, entry);
  });
  return message(`Caseloads of ${monthAndYear(month)}`, [...lines, 'A later month is asked about by now.']);
}

/**
 * The message in which a host manager is asked about a month (T6): the form itself for one NQSW, a list to open each from
 * for several, and what was said once nothing is left to answer.
 */
export async function showCaseloadsToConfirm(
  needs: Needs,
  recipient: Recipient,
  subject: CaseloadsSubject,
  isStanding: boolean,
): Promise<View | undefined> {
  if (recipient.kind !== 'person' || recipient.personId !== subject.personId) return undefined;
  const person = await needs.people.byId(subject.personId);
  if (person === undefined) return undefined;
  const now = needs.clock.now();
  const asker: Asker = { person, now, today: dayOf(needs, now) };
  const month = Temporal.PlainYearMonth.from(subject.month);
  const files = await askedAbout(needs, asker, month);
  const isCurrent = confirmationMonth(needs, asker.today)?.equals(month) === true;
  if (!isCurrent) return isStanding ? lapsedView(needs, month, files) : undefined;
  const all = files.map((file): Asked => ({ file, question: questionFor(needs, file, asker.today) }));
  if (!isStanding && !all.some(isOpen)) return undefined;
  const [only, second] = all;
  if (only === undefined || second !== undefined) return listView(needs, month, all);
  const { file, question } = only;
  if (question.at === 'answered') return answeredView(needs, file, question.entry);
  if (question.at !== 'open') return undefined;
  return confirmForm(needs, asker, file, question, { submissionId: needs.newId(), filled: nothingFilled });
}
