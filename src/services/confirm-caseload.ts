import type { Temporal } from 'temporal-polyfill';
import { isCaseload, largestCaseload } from '../academy/caseload.ts';
import { standingDifference } from '../academy/caseload-confirmation.ts';
import { holdingsOn } from '../academy/holding.ts';
import type { CaseloadReport, ParticipantFile } from '../academy/participant-file.ts';
import { dayOf } from '../academy/time-limit.ts';
import { shortDate } from '../academy/wording.ts';
import type { CaseloadConfirmed, YearEntry } from '../academy/year-entry.ts';
import { standing } from './asker.ts';
import {
  answeredView,
  type CaseloadQuestion,
  confirmForm,
  nothingToConfirm,
  questionFor,
} from './caseload-question.ts';
import { may } from './permission.ts';
import type { Fact } from './ports.ts';
import { peopleOf } from './procedure-people.ts';
import { nothingFilled } from './procedure-view.ts';
import { message } from './short-answers.ts';
import type { ShowEntry } from './show-year-entry.ts';
import type { View } from './views.ts';
import {
  type Given,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
  yearNotices,
} from './year-form.ts';

type Open = Extract<CaseloadQuestion, { at: 'open' }>;

const freshForm = ({ needs }: YearGround) => ({ submissionId: needs.newId(), filled: nothingFilled });

function asItStands(ground: YearGround, given: Pick<Given, 'submissionId' | 'filled'>): View {
  const { needs, asker, file } = ground;
  const question = questionFor(needs, file, asker.today);
  return question.at === 'open'
    ? confirmForm(needs, asker, file, question, given)
    : closedView(ground, question);
}

function closedView({ needs, file }: YearGround, question: Exclude<CaseloadQuestion, { at: 'open' }>): View {
  return question.at === 'answered'
    ? answeredView(needs, file, question.entry)
    : nothingToConfirm(needs, file, question.at);
}

/** Both numbers are told to the NQSW and to whoever supervises; every host manager's message shows the answer. */
function factsOf({ holders, file }: YearGround, [entry]: readonly YearEntry[]): readonly Fact[] {
  if (entry?.entry !== 'caseload-confirmed') return [];
  const { entryId, month, counted, reported, at } = entry;
  const participantId = file.participant.id;
  const concerned = peopleOf(holders, ['nqsw', 'reflective-supervisor']);
  const told =
    counted === reported ? [] : yearNotices(concerned, entry, { card: 'year-entry', participantId, entryId });
  const refreshed = peopleOf(holders, ['host-manager']).map(
    ({ id }): Fact => ({
      fact: 'notice-owed',
      notice: {
        key: `caseloads-to-confirm~${entryId}~${id}`,
        recipient: { kind: 'person', personId: id },
        subject: { card: 'caseloads-to-confirm', personId: id, month },
        mode: 'refresh',
        owedAt: at,
      },
    }),
  );
  return [...told, ...refreshed];
}

function kept(ground: YearGround, { month, report }: Open, counted: number): YearOutcome {
  const act: CaseloadConfirmed = {
    entry: 'caseload-confirmed',
    month: month.toString(),
    reportId: report.reportId,
    reported: report.count,
    counted,
  };
  return {
    acts: [act],
    facts: (entries) => factsOf(ground, entries),
    shown: (after) => asItStands({ ...ground, file: after }, freshForm(ground)),
  };
}

function numberTyped({ number }: YearSent): number | null {
  const text = number.trim();
  return /^\d{1,3}$/.test(text) && isCaseload(Number(text)) ? Number(text) : null;
}

/** Judges the answer by the number that stands when it comes: what the manager has not seen they cannot confirm. */
function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const { needs, asker, file } = ground;
  const question = questionFor(needs, file, asker.today);
  if (question.at !== 'open') return { view: closedView(ground, question) };
  const { report } = question;
  if (sent.about !== report.reportId) {
    const note = 'Another number has been reported since you were asked. Please look at this one.';
    return { view: confirmForm(needs, asker, file, question, freshForm(ground), note) };
  }
  if (sent.step === 'matches') return kept(ground, question, report.count);
  const counted = numberTyped(sent);
  if (counted === null) return { errors: { number: `Give a whole number from 0 to ${largestCaseload}.` } };
  return kept(ground, question, counted);
}

/** The host manager says whether the count is right, once a month for each NQSW (T6). */
export const confirmCaseload: YearForm = {
  permission: 'confirm-caseload',
  title: 'Confirm a caseload',
  view: asItStands,
  decide,
};

/** Brings the message of a difference up to date once another number is reported: for the NQSW and whoever supervises. */
export function differenceSettled(
  file: ParticipantFile,
  { reportId, at }: CaseloadReport,
  today: Temporal.PlainDate,
): readonly Fact[] {
  const difference = standingDifference(file);
  if (difference === null) return [];
  const { participant } = file;
  const supervisors = holdingsOn(file, today).filter((one) => one.function === 'reflective-supervisor');
  const ids = new Set([participant.personId, ...supervisors.map(({ personId }) => personId)]);
  return [...ids].map((personId) => ({
    fact: 'notice-owed',
    notice: {
      key: `year~${difference.entryId}~${personId}~${reportId}`,
      recipient: { kind: 'person', personId },
      subject: { card: 'year-entry', participantId: participant.id, entryId: difference.entryId },
      mode: 'refresh',
      owedAt: at,
    },
  }));
}

/** A difference, for the NQSW and for whoever may correct the number with them. */
export const showCaseloadConfirmed: ShowEntry<'caseload-confirmed'> = (needs, asker, file, entry) => {
  const { programme } = needs;
  if (!may('report-caseload', asker.person.roles, standing(asker, file))) return undefined;
  const { id: participantId, name, personId } = file.participant;
  const own = personId === asker.person.id;
  const whose = own ? 'your' : `${name}’s`;
  const actions = [
    {
      title: own ? 'Report my caseload' : 'Correct this number',
      verb: 'caseload-open',
      data: { participantId },
    },
  ] as const;
  const latest = file.caseloads.at(-1);
  if (standingDifference(file) !== entry) {
    const now =
      latest === undefined ? '' : `${latest.count} was reported on ${shortDate(dayOf(needs, latest.at))}.`;
    return message(`The number of ${whose} caseload has changed since`, [now], { tone: 'good', actions });
  }
  const manager = programme.titles['host-manager'];
  const { unit } = programme.caseload;
  return message(
    `Two numbers for ${whose} caseload`,
    [
      `${own ? 'You' : name} reported ${entry.reported} ${unit}; ${entry.byName} (${manager}) has ${entry.counted}.`,
      'Please look at it together, and report the number that is right.',
    ],
    { tone: 'warning', actions },
  );
};
