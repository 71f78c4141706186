/** The cards that enrol one NQSW (M1): what is asked, every date that would follow, and what has come of it. */

import { enrolmentOf } from '../academy/enrolment-history.ts';
import type { Allocation, Participant, ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem, YearPlan } from '../academy/plan-item.ts';
import { type AllocatedFunction, allocatedFunctions } from '../academy/roles.ts';
import { weekdays } from '../academy/sending-time.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { entriesOf } from '../academy/year-entry.ts';
import { functionTitle, supporters } from './allocation-form.ts';
import { ask } from './ask-buttons.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { knownCohorts } from './cohorts.ts';
import type { EnrolGround, enrolFields } from './enrol-row.ts';
import type { ParticipantChange } from './import-roster.ts';
import type { Needs } from './needs.ts';
import { openTo } from './open-plan.ts';
import type { Person } from './ports.ts';
import {
  type CodedList,
  dayInput,
  type Filled,
  listInput,
  numberInput,
  procedureCard,
  textInput,
} from './procedure-view.ts';
import { columnOf, rolesFor } from './roster-checks.ts';
import { message } from './short-answers.ts';
import type { ActionView, FactView, ProcedureInputView, ProcedureView, View } from './views.ts';
import { openYearForm } from './year-form.ts';

const dayTitles: Readonly<Record<(typeof weekdays)[number], string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
};
const dayList: CodedList = weekdays.map((code) => ({ code, title: dayTitles[code] }));

/** The lists of five functions have to find room on one card; of more people than these a name is typed. */
const mostListed = 25;

const needed: ReadonlySet<AllocatedFunction> = new Set(['reflective-supervisor', 'assessor', 'host-manager']);

/** Who may be given a function: whoever has a role that lets them act in it. */
function supporterInput(
  needs: Needs,
  filled: Filled,
  of: AllocatedFunction,
  people: readonly Person[],
): ProcedureInputView {
  const roles = rolesFor(of);
  const fitting = people.filter((person) => person.roles.some((role) => roles.includes(role)));
  const title = functionTitle(needs, of);
  const label = needed.has(of) ? title : `${title}, if there is one`;
  if (fitting.length > mostListed) return textInput(filled, columnOf[of], `${label}: name or e-mail address`);
  const list = fitting.map(({ id, name }) => ({ code: id, title: name }));
  return listInput(filled, 'one', columnOf[of], label, list);
}

const enrolAgain: ActionView = { title: 'Enrol somebody else', verb: 'enrol-open', data: {} };

interface Said {
  readonly submissionId: string;
  readonly filled: Filled;
}

/** Who can be chosen, and the cohorts that somebody is in. */
export async function enrolGround(needs: Needs, asker: Asker): Promise<EnrolGround> {
  const files = await permittedFiles(needs, asker, 'manage-enrolment');
  return { people: await supporters(needs), cohorts: knownCohorts(files.map(({ file }) => file)) };
}

/** The empty form, or the form with what was typed and what is wrong at each field. */
export function enrolView(needs: Needs, ground: EnrolGround, { submissionId, filled }: Said): View {
  const { people } = ground;
  const { nqsw } = needs.programme.titles;
  const { errors } = filled;
  const values: Filled['values'] = { fte: '1', ...filled.values };
  const given: Filled = { values, errors };
  const cohorts = ground.cohorts.map((title) => ({ code: title, title }));
  const count = Object.keys(errors).length;
  return procedureCard({
    heading: `Enrol one ${nqsw}`,
    tone: count === 0 ? 'default' : 'warning',
    state: 'You see every date before anything is kept',
    sections: [
      {
        title: 'Who is it?',
        inputs: [
          textInput(given, 'name', 'Name, as colleagues know it'),
          textInput(given, 'email', 'Work e-mail address, as they sign in to Teams'),
          textInput(given, 'team', 'Host team'),
          listInput(given, 'many', 'nonWorkingDays', 'Days on which they do not work', dayList),
          textInput(given, 'entraId', 'Entra object id (only if the address is not enough)'),
        ],
        actions: [],
      },
      {
        title: 'Which programme?',
        inputs: [
          ...(cohorts.length === 0 ? [] : [listInput(given, 'one', 'cohort', 'Cohort', cohorts)]),
          textInput(given, 'newCohort', cohorts.length === 0 ? 'Cohort' : 'Or a new cohort'),
          dayInput(given, 'start', 'First day (leave it empty until registration is confirmed)'),
          numberInput(given, 'fte', 'Full-time equivalent, such as 1 or 0.6'),
          numberInput(given, 'contractedHours', 'Contracted hours a week, if known'),
        ],
        actions: [],
      },
      {
        title: 'Who supports them?',
        inputs: allocatedFunctions.map((of) => supporterInput(needs, given, of, people)),
        actions: [{ title: 'Show every date', verb: 'enrol-save', data: { submissionId, step: 'dates' } }],
      },
    ],
    note:
      people.length > 0
        ? null
        : `I know nobody yet who could support them. The roster brings your ${needs.programme.titles['reflective-supervisor']}s and the others: whoever runs this bot imports it (academy import roster.csv).`,
    error:
      count === 0
        ? null
        : `${count === 1 ? 'One answer needs another look: the reason stands at it' : `${count} answers need another look: the reason stands at each`}. Nothing has been kept.`,
  });
}

const datesOf = (items: readonly PlanItem[]) => items.flatMap(({ due }) => (due === null ? [] : [due]));

/** A card has room for so many dates: some two years at full time. Of more the series say from when to when. */
const mostDates = 800;
const perLine = 30;

/** The dates of a series one after the other, the year with the first of each year alone. */
function seriesLines(items: readonly PlanItem[], isLong: boolean): readonly string[] {
  const days = datesOf(items);
  const [first, last] = [days[0], days.at(-1)];
  if (isLong && first !== undefined && last !== undefined)
    return [`from ${shortDate(first)} to ${shortDate(last)}`];
  const words = days.map((day, at) =>
    days[at - 1]?.year === day.year ? shortDate(day).replace(` ${day.year}`, '') : shortDate(day),
  );
  const lines = Math.ceil(words.length / perLine);
  return Array.from({ length: lines }, (_, at) => words.slice(at * perLine, (at + 1) * perLine).join('; '));
}

/** Every date of a year: those that stand alone one by one, those of a series together. */
function yearDates(
  { programme }: Pick<Needs, 'programme'>,
  items: readonly PlanItem[],
): NonNullable<ProcedureView['moved']> {
  const titles = new Map(programme.series.map(({ id, title }) => [id, title]));
  const groups = Map.groupBy(
    items.filter(({ due }) => due !== null),
    ({ series }) => (titles.has(series) ? series : ''),
  );
  const alone = groups.get('') ?? [];
  groups.delete('');
  const lines = alone.flatMap(({ title, due }) => (due === null ? [] : [`${title}: ${shortDate(due)}`]));
  return [
    { title: 'Reviews and other single dates', lines },
    ...[...groups].map(([series, ones]) => ({
      title: `${titles.get(series) ?? series}: ${ones.length}`,
      lines: seriesLines(ones, items.length > mostDates),
    })),
  ];
}

function programmeFacts({ cohort, startOn, fte, team }: Participant, plan: YearPlan): readonly FactView[] {
  return [
    { title: 'Cohort', value: cohort },
    ...(team === '' ? [] : [{ title: 'Host team', value: team }]),
    { title: 'First day', value: startOn === null ? 'not known yet: there are no dates' : longDate(startOn) },
    ...(plan.end === null ? [] : [{ title: 'Ends', value: longDate(plan.end) }]),
    { title: 'Works', value: fte === 1 ? 'full time' : `${fte} of full time` },
  ];
}

const supportFacts = (needs: Needs, allocations: readonly Allocation[]): readonly FactView[] =>
  allocations.map(({ function: of, name }) => ({ title: functionTitle(needs, of), value: name }));

/** Every date before anything is kept, with the button that enrols and the way back to the form. */
export function enrolDatesView(
  needs: Needs,
  submissionId: string,
  typed: Readonly<Record<(typeof enrolFields)[number], string>>,
  { participant, allocations, plan }: ParticipantChange,
  notes: readonly string[],
): View {
  const open = openTo(needs, plan, ['academy']);
  const count = datesOf(open.items).length;
  const data = { submissionId, ...typed };
  return procedureCard({
    heading: `Enrol ${participant.name}: every date`,
    state: 'Nothing is kept before you press the button',
    facts: [...programmeFacts(participant, plan), ...supportFacts(needs, allocations)],
    ...(count === 0 ? {} : { moved: yearDates(needs, open.items), movedTitle: 'The dates of the year' }),
    sections: [
      {
        title: 'Is this right?',
        inputs: [],
        actions: [
          {
            title: `Enrol ${participant.name}`.slice(0, 60),
            verb: 'enrol-save',
            data: { ...data, step: 'save' },
          },
          { title: 'Change what I typed', verb: 'enrol-save', data: { ...data, step: 'change' } },
        ],
      },
    ],
    note: [
      ...(count === 0 ? [] : [`${count} dates.`]),
      ...notes,
      ...plan.warnings.map((warning) => warning.message),
    ].join(' '),
  });
}

const openEnrolment = (participantId: string) =>
  openYearForm('Open their enrolment', participantId, 'enrolment');

/** What has been kept, and who hears of it. */
export function enrolledView(needs: Needs, file: ParticipantFile): View {
  const { participant, allocations } = file;
  const { name, startOn, cohort } = participant;
  const begins =
    startOn === null ? 'The first day is still to come' : `The first day is ${longDate(startOn)}`;
  return message(
    `${name} is enrolled`,
    [
      `${begins}, in the cohort ${cohort}.`,
      `${name} hears of it here as soon as they have the app and write to it; those who support them are told as well.`,
    ],
    {
      tone: 'good',
      facts: supportFacts(needs, allocations),
      actions: [enrolAgain, openEnrolment(participant.id), ask('My NQSWs', 'my-nqsws')],
    },
  );
}

/** Of somebody who is on the programme: since when, by whom, and where to go. */
export function alreadyEnrolledView(
  { programme }: Pick<Needs, 'programme'>,
  file: ParticipantFile,
  back: ActionView | null,
): View {
  const { participant } = file;
  const [entered] = entriesOf(file.entries, 'enrolled');
  const { cohort, state } = enrolmentOf(file);
  const on = entered?.at.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const lines = [
    `${participant.name} is in the cohort ${cohort}${participant.startOn === null ? '' : `, from ${longDate(participant.startOn)}`}.`,
    ...(entered === undefined || on === undefined
      ? []
      : [`${entered.byName} enrolled them on ${longDate(on)}.`]),
    ...(state === 'left' ? ['They have left: coming back is a step of their enrolment.'] : []),
    'Nothing has been changed.',
  ];
  return message(`${participant.name} is enrolled already`, lines, {
    actions: [openEnrolment(participant.id), ...(back === null ? [] : [back]), enrolAgain],
  });
}
