import type { Temporal } from 'temporal-polyfill';
import { enrolmentDates, enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { longDate } from '../academy/wording.ts';
import type { Needs } from './needs.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

interface WhoseYear {
  readonly file: ParticipantFile;
  /** "Your", or "Amara Okoro’s". */
  readonly whose: string;
}

const isOver = (lastOn: Temporal.PlainDate | null, today: Temporal.PlainDate) =>
  lastOn !== null && lastOn.toString() < today.toString();

/** Registration is pending, or was when they left: the clock has never started, so there is no date to give (D20). */
function notBegun({ file, whose }: WhoseYear, manager: string): View {
  const lines =
    enrolmentOf(file).state === 'left'
      ? [`${whose} programme did not begin.`]
      : [
          `${whose} registration is not confirmed here yet, so the programme has not begun and nothing is due.`,
          'Every date is worked out from the first day, as soon as that day is entered.',
        ];
  return message(`${whose} programme has no dates yet`, [
    ...lines,
    `To find out when that will be, please ask the ${manager}.`,
  ]);
}

/**
 * What is said of the dates of somebody who has none to come: because the clock has not started, or because they have
 * completed the programme or left it. Null for everybody who is on it.
 */
export function offProgramme(
  { programme: { titles } }: Pick<Needs, 'programme'>,
  year: WhoseYear,
  today: Temporal.PlainDate,
): View | null {
  const { startOn, lastOn } = enrolmentDates(year.file);
  const manager = titles['academy-manager'];
  if (startOn === null) return notBegun(year, manager);
  if (lastOn === null || !isOver(lastOn, today)) return null;
  const { whose } = year;
  const nothingDue = 'What was recorded stays on file, and nothing more is due.';
  if (enrolmentOf(year.file).state === 'completed') {
    return message(
      `${whose} programme is complete`,
      [`It was completed on ${longDate(lastOn)}. ${nothingDue}`, `Questions go to the ${manager}.`],
      { tone: 'good' },
    );
  }
  return message(`${whose} programme is over`, [
    `Its last day was ${longDate(lastOn)}. ${nothingDue}`,
    `If you think that is wrong, please ask the ${manager}.`,
  ]);
}
