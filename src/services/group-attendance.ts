/** Who was at a session of a group: said once, for everybody whom whoever leads it supports (A7, L10). */

import type { Temporal } from 'temporal-polyfill';
import { attendanceAt, attendedItem } from '../academy/attendance.ts';
import { enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import type { Series } from '../academy/programme.ts';
import { isHeldBy, recordingIn } from '../academy/recording.ts';
import { typedDate } from '../academy/typed-date.ts';
import { countWords, longDate } from '../academy/wording.ts';
import type { YearEntry } from '../academy/year-entry.ts';
import { type Asker, permittedFiles, standing } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import type { Person, VersionedFile } from './ports.ts';
import { dateInput, type Filled, listInput, nothingFilled, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { ActionView, View } from './views.ts';
import { type YearSent, yearFacts, yearNotices } from './year-form.ts';

const whatsNext: ActionView = { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } };

/** The NQSWs of one cohort to whom the asker leads a series. */
interface Group {
  readonly code: string;
  readonly series: Series;
  readonly cohort: string;
  readonly members: readonly VersionedFile[];
}

const over = new Set(['completed', 'left', 'registration-pending']);

function isLed(asker: Asker, { lead }: Series, file: ParticipantFile): boolean {
  if (lead === 'academy-manager') return asker.person.roles.includes('academy-manager');
  return standing(asker, file).some((one) => isHeldBy(lead, one));
}

/** A cohort's name as a button can carry it; names that become alike are told apart by their place among them. */
function codedIn(cohorts: readonly string[]): (cohort: string) => string {
  const coded = (cohort: string) => cohort.replace(/\W+/gu, '-').slice(0, 24);
  const alike = Map.groupBy(cohorts.toSorted(), coded);
  return (cohort) => {
    const code = coded(cohort);
    const at = alike.get(code)?.indexOf(cohort) ?? 0;
    return at === 0 ? code : `${code}~${at}`;
  };
}

async function groupsOf(needs: Needs, asker: Asker): Promise<readonly Group[]> {
  const { programme } = needs;
  const files = await permittedFiles(needs, asker, 'record-attendance');
  const here = files.filter(({ file }) => !over.has(enrolmentOf(file).state));
  const led = programme.series.filter(({ id }) => recordingIn(programme, id) === 'attendance');
  return led.flatMap((series) => {
    const members = here.filter(({ file }) => isLed(asker, series, file));
    const cohorts = Map.groupBy(members, ({ file }) => file.participant.cohort);
    const coded = codedIn([...cohorts.keys()]);
    return [...cohorts].map(([cohort, ones]) => ({
      code: `${series.id}~${coded(cohort)}`,
      series,
      cohort,
      members: ones,
    }));
  });
}

const titleOf = ({ series, cohort }: Group) => `${series.title}, ${cohort}`;

interface Said {
  readonly submissionId: string;
  readonly filled: Filled;
}

function send(title: string, about: string, submissionId: string, step: string): ActionView {
  return {
    title,
    verb: 'year-save',
    data: { participantId: '', submissionId, form: 'attendance', about, step },
  };
}

function chooseGroup(groups: readonly Group[], { submissionId, filled }: Said): View {
  const list = groups.map((group) => ({ code: group.code, title: titleOf(group) }));
  return procedureCard({
    heading: 'Record attendance',
    state: 'Which group was it?',
    sections: [
      {
        title: 'The session',
        inputs: [listInput(filled, 'one', 'choice', 'Group', list)],
        actions: [send('Continue', '', submissionId, 'choose')],
      },
    ],
  });
}

function groupForm(asker: Asker, group: Group, { submissionId, filled }: Said): View {
  const list = group.members.map(({ file: { participant } }) => ({
    code: participant.id,
    title: participant.name,
  }));
  return procedureCard({
    heading: titleOf(group),
    state: 'Tick whoever was there. Only the day and who came are kept.',
    sections: [
      {
        title: 'Who was there?',
        inputs: [
          dateInput(filled, 'on', 'Held on', asker.today),
          listInput(filled, 'many', 'codes', 'Who came', list),
        ],
        actions: [send('Save attendance', group.code, submissionId, '')],
      },
    ],
  });
}

const nobody = message(
  'There is no group of yours to record',
  ['Attendance is recorded by whoever leads the sessions of a group, for the people they support.'],
  { actions: [whatsNext] },
);

/** "peer-supervision", or a group's own code; '' for whichever it is. */
function meant(groups: readonly Group[], about: string): Group | undefined {
  const exact = groups.find(({ code }) => code === about);
  if (exact !== undefined) return exact;
  const of = about === '' ? groups : groups.filter(({ series }) => series.id === about);
  return of.length === 1 ? of[0] : undefined;
}

/** The form for one group, or the question which it is. Null for whoever leads none and has no role to. */
export async function openAttendance(needs: Needs, asker: Asker, about: string): Promise<View> {
  const groups = await groupsOf(needs, asker);
  if (groups.length === 0) return nobody;
  const said = { submissionId: needs.newId(), filled: nothingFilled };
  const [series = '', on = ''] = about.split('~~');
  const group = meant(groups, series);
  if (group === undefined) {
    const ofSeries = groups.filter((one) => one.series.id === series);
    return chooseGroup(ofSeries.length > 0 ? ofSeries : groups, said);
  }
  const values = typedDate(on) === undefined ? {} : { on };
  return groupForm(asker, group, { ...said, filled: { ...nothingFilled, values } });
}

/** From the reminder of a session of a group, for whoever leads it. */
export function attendanceButton(
  { programme }: Pick<Needs, 'programme'>,
  asker: Asker,
  file: ParticipantFile,
  { series: id, due }: PlanItem,
): ActionView | null {
  const series = programme.series.find((one) => one.id === id);
  const hasCome = due !== null && due.toString() <= asker.today.toString();
  if (series === undefined || !hasCome || recordingIn(programme, id) !== 'attendance') return null;
  if (!isLed(asker, series, file)) return null;
  const data = { participantId: '', form: 'attendance', about: id, opens: 'new' };
  return { title: 'Record attendance', verb: 'year-open', data };
}

type Kept = { readonly name: string; readonly is: 'there' | 'not-there' | 'not-due' };

function decide(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  nqsw: Person | undefined,
  said: {
    readonly series: string;
    readonly on: Temporal.PlainDate;
    readonly attended: boolean;
    readonly submissionId: string;
  },
): Decision<Kept> {
  const { series, on, attended, submissionId } = said;
  const { name, id: participantId } = file.participant;
  const is = attended ? 'there' : 'not-there';
  const item = attendedItem(planOf(needs, file, asker.today).items, file, series, on);
  const counts = recordStanding(planInputOf(file, needs.programme.timeZone), on, asker.today) === 'counts';
  if (item === undefined || !counts) return { facts: [], result: { name, is: 'not-due' } };
  const before = attendanceAt(file, item.id);
  const isSame = before !== undefined && before.attended === attended && before.on.equals(on);
  if (isSame || file.submissions.has(submissionId)) return { facts: [], result: { name, is } };
  const entered = { entryId: needs.newId(), by: asker.person.id, byName: asker.person.name, at: asker.now };
  const entry: YearEntry = { entry: 'attendance', item: item.id, on, attended, ...entered };
  const subject = { card: 'year-entry', participantId, entryId: entry.entryId } as const;
  return {
    facts: [
      ...yearFacts(file, [entry]),
      ...(attended || nqsw === undefined ? [] : yearNotices([nqsw], entry, subject)),
      { fact: 'submission-kept', submissionId, made: entry.entryId },
    ],
    result: { name, is },
  };
}

function savedView(group: Group, on: Temporal.PlainDate, all: readonly Kept[]): View {
  const named = (is: Kept['is']) => all.filter((one) => one.is === is).map(({ name }) => name);
  const facts = [
    { title: 'There', value: named('there').join(', ') },
    { title: 'Not there', value: named('not-there').join(', ') },
    { title: 'Not counted', value: named('not-due').join(', ') },
  ].filter(({ value }) => value !== '');
  const lines = [
    ...(named('not-there').length === 0 ? [] : ['Whoever was not there is told that it stands so.']),
    ...(named('not-due').length === 0
      ? []
      : ['Not counted: their programme was paused on that day, had not begun, or has no such date left.']),
    'To correct it, record the same day again.',
  ];
  const heading = `${group.series.title} on ${longDate(on)}: ${countWords(named('there').length, 'person').replace('persons', 'people')} there`;
  return message(heading, lines, { tone: 'good', facts, actions: [whatsNext] });
}

function faultsIn(
  { today }: Asker,
  { members }: Group,
  on: Temporal.PlainDate | undefined,
  came: ReadonlySet<string>,
): Filled['errors'] {
  const isAhead = on !== undefined && on.toString() > today.toString();
  const day =
    on === undefined
      ? { on: 'Enter the day on which it was held.' }
      : isAhead && { on: 'That day is still to come. Record it once it has been held.' };
  const isAnybody = members.some(({ file }) => came.has(file.participant.id));
  return {
    ...(day === false ? {} : day),
    ...(isAnybody ? {} : { codes: 'Tick whoever was there. If nobody came, it did not take place.' }),
  };
}

/** Keeps who was there, an entry in the file of each: sent twice, or by two people alike, it is kept once. */
export async function saveAttendance(needs: Needs, asker: Asker, sent: YearSent): Promise<View> {
  const { submissionId } = sent;
  const groups = await groupsOf(needs, asker);
  if (groups.length === 0) return nobody;
  const group = meant(groups, sent.step === 'choose' ? sent.choice : sent.about);
  const values = { on: sent.on, codes: sent.codes, choice: sent.choice };
  if (group === undefined)
    return chooseGroup(groups, { submissionId, filled: { values, errors: { choice: 'Choose the group.' } } });
  if (sent.step === 'choose') return groupForm(asker, group, { submissionId, filled: nothingFilled });
  const on = typedDate(sent.on);
  const came = new Set(sent.codes.split(','));
  const errors = faultsIn(asker, group, on, came);
  if (on === undefined || Object.keys(errors).length > 0)
    return groupForm(asker, group, { submissionId, filled: { values, errors } });
  const kept: Kept[] = [];
  for (const versioned of group.members) {
    const { personId, id } = versioned.file.participant;
    const attended = came.has(id);
    const nqsw = attended ? undefined : await needs.people.byId(personId);
    const said = { series: group.series.id, on, attended, submissionId };
    kept.push(
      await changeFile(needs, versioned, asker.now, (file) => decide(needs, asker, file, nqsw, said)),
    );
  }
  return savedView(group, on, kept);
}
