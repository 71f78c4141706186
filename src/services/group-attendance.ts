/** Who was at a session of a group: said once, for everybody whom whoever leads it supports (A7, L10). */

import type { Temporal } from 'temporal-polyfill';
import { enrolmentOf } from '../academy/enrolment-history.ts';
import type { NotHeldReason } from '../academy/not-held.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import type { Series } from '../academy/programme.ts';
import { recordingIn } from '../academy/recording.ts';
import { typedDate } from '../academy/typed-date.ts';
import { whatsNext } from './ask-buttons.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { attendanceSaved } from './attended-views.ts';
import { type Attending, decideAttending, isLed, type Kept } from './attending.ts';
import { changeFile } from './change-file.ts';
import type { Needs } from './needs.ts';
import { happened, nobodyTicked, whatHappened } from './not-held.ts';
import type { VersionedFile } from './ports.ts';
import {
  dateInput,
  dayInput,
  type Filled,
  listInput,
  nothingFilled,
  procedureCard,
} from './procedure-view.ts';
import { message } from './short-answers.ts';
import type { ActionView, View } from './views.ts';
import type { YearSent } from './year-form.ts';

/** The NQSWs of one cohort to whom the asker leads a series. */
interface Group {
  readonly code: string;
  readonly series: Series;
  readonly cohort: string;
  readonly members: readonly VersionedFile[];
}

const over = new Set(['completed', 'left', 'registration-pending']);

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

/** Where nobody is ticked it is asked beside who came what happened. */
function groupForm(asker: Asker, group: Group, said: Said, nobodyThere: 'ask' | 'again' | null = null): View {
  const { submissionId, filled } = said;
  const list = group.members.map(({ file: { participant } }) => ({
    code: participant.id,
    title: participant.name,
  }));
  const what =
    nobodyThere === null
      ? []
      : [
          listInput(filled, 'one', 'choice', 'If nobody was there: what happened?', whatHappened),
          dayInput(filled, 'to', 'Another day for it, if one is set'),
        ];
  return procedureCard({
    heading: titleOf(group),
    state: 'Tick whoever was there. Only the day and who came are kept.',
    sections: [
      {
        title: 'Who was there?',
        inputs: [
          dateInput(filled, 'on', 'Held on', asker.today),
          listInput(filled, 'many', 'codes', 'Who came', list),
          ...what,
        ],
        actions: [send('Save attendance', group.code, submissionId, '')],
      },
    ],
    error: nobodyThere === 'ask' ? nobodyTicked : null,
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

function dayFaults({ today }: Asker, on: Temporal.PlainDate | undefined): Filled['errors'] {
  if (on === undefined) return { on: 'Enter the day on which it was held.' };
  return on.toString() > today.toString()
    ? { on: 'That day is still to come. Record it once it has been held.' }
    : {};
}

/** What was said where nobody is ticked: why there was no session, null where there was one, and the other day. */
type NobodyThere =
  | { readonly ok: true; readonly because: NotHeldReason | null; readonly to: Temporal.PlainDate | null }
  | { readonly ok: false; readonly errors: Filled['errors'] };

function readNobodyThere({ today }: Asker, sent: YearSent): NobodyThere {
  const what = happened(sent.choice);
  const to = typedDate(sent.to) ?? null;
  if (what === null) return { ok: false, errors: { choice: 'Choose what happened.' } };
  if (to !== null && to.toString() < today.toString())
    return { ok: false, errors: { to: 'That day has gone by. Choose today or a later day.' } };
  if (what === 'absent' && to !== null)
    return { ok: false, errors: { to: 'A session that was held needs no other day. Leave this empty.' } };
  return { ok: true, because: what === 'absent' ? null : what, to };
}

/** Keeps the same of each member, one file after the other. */
async function keepFor(
  needs: Needs,
  asker: Asker,
  { members }: Group,
  came: ReadonlySet<string>,
  attending: Attending,
): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const versioned of members) {
    const { personId, id } = versioned.file.participant;
    const said = { ...attending, attended: came.has(id) };
    const nqsw = said.attended ? undefined : await needs.people.byId(personId);
    kept.push(
      await changeFile(needs, versioned, asker.now, (file) =>
        decideAttending(needs, asker, file, nqsw, said),
      ),
    );
  }
  return kept;
}

/** The form as it was sent, with what is wrong, or with the question what happened; undefined where nothing is to be asked. */
function askedAgain(asker: Asker, group: Group, sent: YearSent, nobodyThere: NobodyThere | null) {
  const faults = dayFaults(asker, typedDate(sent.on));
  const isToSay = nobodyThere?.ok === false;
  if (Object.keys(faults).length === 0 && !isToSay) return undefined;
  // Whoever has not been asked yet what happened is asked, and not told of a mistake.
  const isNew = sent.choice === '' && sent.to === '';
  const errors = isToSay && !isNew ? { ...faults, ...nobodyThere.errors } : faults;
  const values = { on: sent.on, codes: sent.codes, choice: sent.choice, to: sent.to };
  const said = { submissionId: sent.submissionId, filled: { values, errors } };
  return groupForm(asker, group, said, nobodyThere === null ? null : isNew ? 'ask' : 'again');
}

async function saveFor(needs: Needs, asker: Asker, group: Group, sent: YearSent): Promise<View> {
  const came = new Set(sent.codes.split(','));
  const isAnybody = group.members.some(({ file }) => came.has(file.participant.id));
  const nobodyThere = isAnybody ? null : readNobodyThere(asker, sent);
  const again = askedAgain(asker, group, sent, nobodyThere);
  if (again !== undefined) return again;
  const why = nobodyThere?.ok === true ? nobodyThere : { because: null, to: null };
  const attending: Attending = {
    series: group.series,
    on: typedDate(sent.on) ?? asker.today,
    attended: false,
    because: why.because,
    rearrangedOn: why.to,
    submissionId: sent.submissionId,
  };
  return attendanceSaved(attending, await keepFor(needs, asker, group, came, attending));
}

/**
 * Keeps who was there, an entry in the file of each: sent twice, or by two people alike, it is kept once. Where nobody was,
 * it is asked first whether the session took place at all (P4).
 */
export async function saveAttendance(needs: Needs, asker: Asker, sent: YearSent): Promise<View> {
  const { submissionId } = sent;
  const groups = await groupsOf(needs, asker);
  if (groups.length === 0) return nobody;
  const group = meant(groups, sent.step === 'choose' ? sent.choice : sent.about);
  if (group === undefined) {
    const values = { on: sent.on, codes: sent.codes, choice: sent.choice };
    return chooseGroup(groups, { submissionId, filled: { values, errors: { choice: 'Choose the group.' } } });
  }
  if (sent.step === 'choose') return groupForm(asker, group, { submissionId, filled: nothingFilled });
  return saveFor(needs, asker, group, sent);
}
