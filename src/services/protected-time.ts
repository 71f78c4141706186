/** Protected time: an NQSW logs the hours of a week and sees them against what is promised (Q11, A7). */

import { Temporal } from 'temporal-polyfill';
import { clockStart } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import {
  hoursOf,
  lastWeeks,
  mondayOf,
  mostProtectedHours,
  percentOfPromise,
  promisedHours,
  protectedHours,
} from '../academy/protected-time.ts';
import { typedDate } from '../academy/typed-date.ts';
import { countWords, dayAndMonth, shortDate } from '../academy/wording.ts';
import { whatsNext } from './ask-buttons.ts';
import type { Needs } from './needs.ts';
import { numberInput, procedureCard } from './procedure-view.ts';
import { message } from './short-answers.ts';
import type { FactView, ProcedureView, View } from './views.ts';
import {
  type Given,
  openYearForm,
  saveYear,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
} from './year-form.ts';

type Wordable = Pick<Needs, 'programme'>;

/** "3.7", "2.25": as many decimals as it has, two at most. */
const numberWords = (hours: number) => String(Math.round(hours * 100) / 100);
const hoursWords = (hours: number) => countWords(Math.round(hours * 100) / 100, 'hour');

function promisedFact({ programme }: Wordable, { participant }: ParticipantFile): FactView {
  const { contractedHours } = participant;
  const promised = promisedHours(programme, contractedHours);
  const share = `${programme.protectedTimePercent} per cent of contracted hours`;
  return {
    title: 'Promised each week',
    value:
      promised === null || contractedHours === null
        ? `${share}, which I do not have for you`
        : `${hoursWords(promised)}, ${programme.protectedTimePercent} per cent of ${numberWords(contractedHours)}`,
  };
}

/** "81 % in 3 of the last 4 weeks"; undefined where nothing was logged, or the contracted hours are not known. */
export function protectedShare(
  { programme }: Wordable,
  file: ParticipantFile,
  today: Temporal.PlainDate,
): string | undefined {
  const weeks = lastWeeks(file.entries, clockStart(file), today);
  const percent = percentOfPromise(programme, file.participant.contractedHours, weeks);
  if (percent === null) return undefined;
  const logged = weeks.filter(({ hours }) => hours !== null).length;
  return `${percent} % in ${logged} of the last ${countWords(weeks.length, 'week')}`;
}

/** The last four weeks as bars against what is promised, or where that is not known against the fullest of them. */
function figuresOf(
  { programme }: Wordable,
  file: ParticipantFile,
  today: Temporal.PlainDate,
): NonNullable<ProcedureView['figures']> {
  const weeks = lastWeeks(file.entries, clockStart(file), today);
  const promised = promisedHours(programme, file.participant.contractedHours);
  const fullest = Math.max(...weeks.map(({ hours }) => hours ?? 0), 1);
  const whole = promised === null || promised === 0 ? fullest : promised;
  return {
    title: 'The last four weeks',
    bars: weeks.map((week) => {
      const percent = percentOfPromise(programme, file.participant.contractedHours, [week]);
      const share = Math.min(100, Math.round(((week.hours ?? 0) * 100) / whole));
      const said = week.hours === null ? 'nothing logged' : hoursWords(week.hours);
      return {
        title: `Week of ${dayAndMonth(week.weekOf)}`,
        share,
        words: percent === null ? said : `${said}, ${percent} %`,
      };
    }),
  };
}

/** "2026-10-12", with the hours that were typed after "~"; this week where it says nothing. */
function meantBy(about: string, today: Temporal.PlainDate) {
  const [week = '', hours = ''] = about.split('~');
  const day = typedDate(week) ?? today;
  return { weekOf: mondayOf(day), hours };
}

const weekWords = (weekOf: Temporal.PlainDate, today: Temporal.PlainDate) => {
  const weeks = weekOf.until(mondayOf(today)).days / 7;
  const name = weeks === 0 ? 'This week' : weeks === 1 ? 'Last week' : 'The week';
  return `${name}, from ${shortDate(weekOf)}`;
};

function notBegun({ needs, file }: YearGround): View {
  const start = clockStart(file);
  const line =
    start === null
      ? 'Your programme has no start date yet.'
      : `Your programme begins on ${shortDate(start)}.`;
  return message('There is no week to log yet', [line], {
    facts: [promisedFact(needs, file)],
    actions: [whatsNext],
  });
}

const hasBegun = ({ asker, file }: YearGround) => {
  const start = clockStart(file);
  return start !== null && Temporal.PlainDate.compare(mondayOf(start), asker.today) <= 0;
};

function otherWeeks(ground: YearGround, weekOf: Temporal.PlainDate) {
  const { asker, file } = ground;
  const thisWeek = mondayOf(asker.today);
  const start = clockStart(file);
  const before = weekOf.subtract({ weeks: 1 });
  const hasBefore = start !== null && Temporal.PlainDate.compare(mondayOf(start), before) <= 0;
  const open = (title: string, week: Temporal.PlainDate) =>
    openYearForm(title, file.participant.id, 'protected-time', week.toString());
  return [
    ...(hasBefore ? [open('The week before', before)] : []),
    ...(weekOf.equals(thisWeek) ? [] : [open('This week', thisWeek)]),
  ];
}

function formView(ground: YearGround, given: Given, lead: string | null = null): View {
  if (!hasBegun(ground)) return notBegun(ground);
  const { needs, asker, file } = ground;
  const { weekOf, hours } = meantBy(given.about, asker.today);
  const logged = hoursOf(file.entries, weekOf);
  const filled = { values: { number: hours, ...given.filled.values }, errors: given.filled.errors };
  const share = protectedShare(needs, file, asker.today);
  return procedureCard({
    heading: 'Your protected time',
    state: share ?? 'Nothing is logged in the last four weeks',
    facts: [promisedFact(needs, file)],
    figures: figuresOf(needs, file, asker.today),
    sections: [
      {
        title: weekWords(weekOf, asker.today),
        inputs: [
          numberInput(
            filled,
            'number',
            logged === null ? 'Hours in that week' : `Hours in that week; so far ${numberWords(logged)}`,
          ),
        ],
        actions: [
          saveYear('Save these hours', ground, 'protected-time', {
            submissionId: given.submissionId,
            about: weekOf.toString(),
          }),
          ...otherWeeks(ground, weekOf),
        ],
      },
    ],
    note: lead,
  });
}

/** What was logged, with the weeks around it. */
function savedView(
  ground: YearGround,
  after: ParticipantFile,
  weekOf: Temporal.PlainDate,
  before: number | null,
): View {
  const { needs, asker } = ground;
  const { programme } = needs;
  const { id, contractedHours } = after.participant;
  const hours = hoursOf(after.entries, weekOf) ?? 0;
  const percent = percentOfPromise(programme, contractedHours, [{ weekOf, hours }]);
  const isNew = before === null || before === hours;
  return procedureCard({
    heading: `${hoursWords(hours)} of protected time`,
    tone: 'good',
    state: weekWords(weekOf, asker.today),
    facts: [
      promisedFact(needs, after),
      ...(percent === null ? [] : [{ title: 'Had in that week', value: `${percent} % of what is promised` }]),
    ],
    figures: figuresOf(needs, after, asker.today),
    sections: [
      {
        title: 'Saved',
        inputs: [],
        actions: [openYearForm('Change these hours', id, 'protected-time', weekOf.toString())],
      },
    ],
    note: isNew ? null : `It takes the place of ${hoursWords(before)} that you had logged.`,
  });
}

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  if (!hasBegun(ground)) return { view: notBegun(ground) };
  const { asker, file } = ground;
  const hours = protectedHours(sent.number);
  if (hours === undefined) {
    const most = `up to ${mostProtectedHours}`;
    return { errors: { number: `Enter hours in quarters, such as 3, 3.5 or 3.75, ${most}.` } };
  }
  const { weekOf } = meantBy(sent.about, asker.today);
  if (Temporal.PlainDate.compare(weekOf, asker.today) > 0)
    return { errors: { number: 'That week is still to come. Log it once it has begun.' } };
  const start = clockStart(file);
  if (start !== null && Temporal.PlainDate.compare(weekOf, mondayOf(start)) < 0)
    return { errors: { number: 'That week is before your programme began.' } };
  const before = hoursOf(file.entries, weekOf);
  return {
    acts: [{ entry: 'protected-time', weekOf, hours }],
    shown: (after) => savedView(ground, after, weekOf, before),
  };
}

/** Hours of one week; of several the last count. */
export const protectedTimeForm: YearForm = {
  permission: 'log-protected-time',
  title: 'Log protected time',
  view: formView,
  decide,
};
