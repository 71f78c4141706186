import { Temporal } from 'temporal-polyfill';
import { capFor, isBreach } from '../academy/caseload.ts';
import { clockStart, enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { phaseOf } from '../academy/phase.ts';
import { planInputOf } from '../academy/plan.ts';
import type { PlanItem, YearPlan } from '../academy/plan-item.ts';
import { countWords, shortDate, whenWords } from '../academy/wording.ts';
import { isOverdue, type OpenItem, openItems } from './answer-dates.ts';
import { type Asker, permittedFiles, standing } from './asker.ts';
import type { Needs } from './needs.ts';
import { planFor } from './open-plan.ts';
import { overdueInduction } from './overdue-induction.ts';
import { may, relations } from './permission.ts';
import { isPausedOn } from './procedure-view.ts';
import { protectedShare } from './protected-time.ts';
import { isOwedUntilRecorded } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { ActionView, BoardView, View } from './views.ts';
import { openYearForm } from './year-form.ts';

type BoardNeeds = Pick<Needs, 'programme' | 'calendar' | 'people' | 'files' | 'log'>;

/** One NQSW as whoever reads the board stands to them. */
interface Standing {
  readonly file: ParticipantFile;
  readonly plan: YearPlan;
  readonly open: readonly OpenItem[];
  /** What is late among what has to be recorded. */
  readonly overdue: number;
  /** What of it has been late for longest. */
  readonly oldest: OpenItem | undefined;
  readonly isOverCap: boolean;
  /** For the host team: its supervision, the reviews and the end of probation, and nothing of how the year is kept (T1). */
  readonly isHost: boolean;
}

const hosting = new Set(['host-manager', 'deputy-manager']);

function standingOf(needs: BoardNeeds, asker: Asker, file: ParticipantFile): Standing {
  const plan = planFor(needs, asker, file);
  const open = openItems(plan, file);
  const near = standing(asker, file).filter((relation) => relation !== 'academy' && relation !== 'none');
  const cap = capFor(needs.programme, clockStart(file), asker.today);
  const count = file.caseloads.at(-1)?.count;
  const late = open.filter((one) => isOverdue(one, asker.today) && isOwedUntilRecorded(one.item));
  return {
    file,
    plan,
    open,
    overdue: late.length,
    oldest: late.toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))[0],
    isOverCap: count !== undefined && isBreach(count, cap),
    isHost: near.length > 0 && near.every((relation) => hosting.has(relation)),
  };
}

/** "16 of 15 children", "no caseload reported"; the limit is that of the month (A8). */
export function caseloadWords(needs: Pick<Needs, 'programme'>, file: ParticipantFile, asker: Asker): string {
  const { unit } = needs.programme.caseload;
  const count = file.caseloads.at(-1)?.count;
  const cap = capFor(needs.programme, clockStart(file), asker.today);
  if (count === undefined) return 'no caseload reported';
  return cap === null ? `${count} ${unit}` : `${count} of ${cap} ${unit}`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function phaseWords(needs: BoardNeeds, { file, plan }: Standing, asker: Asker): string {
  if (plan.start === null) return 'not started yet';
  if (Temporal.PlainDate.compare(asker.today, plan.start) < 0) return `starts ${shortDate(plan.start)}`;
  if (isPausedOn(file.pauses, asker.today)) return 'paused';
  const { rhythm, month } = phaseOf(
    needs.programme,
    plan,
    planInputOf(file, needs.programme.timeZone).cadence,
  );
  return rhythm === null ? 'all supervision held' : `${rhythm} supervision, month ${month}`;
}

const dated = (needs: BoardNeeds, { item, on }: OpenItem, asker: Asker) =>
  `${item.title}: ${shortDate(on)}, ${whenWords(on, asker.today, needs.calendar)}`;

/** The next dates that a host team has to do with: the supervision it leads, the review, and the end of probation. */
function hostLines(needs: BoardNeeds, asker: Asker, { open }: Standing): readonly string[] {
  const kinds: readonly ((item: PlanItem) => boolean)[] = [
    ...needs.programme.series
      .filter(({ lead, kind }) => lead === 'host-manager' && kind === 'supervision')
      .map(
        ({ id }) =>
          (item: PlanItem) =>
            item.series === id,
      ),
    ({ kind }) => kind === 'review',
    ({ id }) => id === 'probation-end',
  ];
  return kinds.flatMap((isWanted) => {
    const next = open.find(({ item }) => isWanted(item));
    return next === undefined ? [] : [dated(needs, next, asker)];
  });
}

/** Whoever supervises reads of protected time what share was had of what is promised, and no hours (Q11). */
function protectedLine(needs: BoardNeeds, asker: Asker, { file }: Standing): readonly string[] {
  if (!may('see-protected-time', asker.person.roles, standing(asker, file))) return [];
  const share = protectedShare(needs, file, asker.today);
  return share === undefined ? [] : [`Protected time: ${share}`];
}

/** "1 overdue: Reflective supervision 15, 6 days (4 working days)"; of several the one that is oldest. */
function overdueWords(needs: BoardNeeds, asker: Asker, { overdue, oldest }: Standing): string {
  if (oldest === undefined) return 'nothing overdue';
  const days = whenWords(oldest.on, asker.today, needs.calendar).replace(' overdue', '');
  const which = `${oldest.item.title}, ${days}`;
  return overdue === 1 ? `1 overdue: ${which}` : `${overdue} overdue, the oldest ${which}`;
}

function supervisorLines(needs: BoardNeeds, asker: Asker, one: Standing): readonly string[] {
  const next = one.open.find(({ item, on }) => !isOverdue({ item, on, rearranged: false }, asker.today));
  const late = overdueWords(needs, asker, one);
  return [
    next === undefined ? 'No date to come' : `Next: ${dated(needs, next, asker)}`,
    capital(`${late} · ${caseloadWords(needs, one.file, asker)} · ${phaseWords(needs, one, asker)}`),
    ...protectedLine(needs, asker, one),
    ...overdueInduction(needs, asker, one.file, one.plan).map(({ title, when }) => `${title}, ${when}`),
  ];
}

function rowOf(needs: BoardNeeds, asker: Asker, one: Standing): BoardView['rows'][number] {
  const { name, team, cohort } = one.file.participant;
  const lines = one.isHost ? hostLines(needs, asker, one) : supervisorLines(needs, asker, one);
  const isUrgent = (one.overdue > 0 || one.isOverCap) && !one.isHost;
  return {
    title: `${name} · ${one.isHost ? cohort : team}`,
    tone: isUrgent ? 'attention' : 'default',
    lines: lines.length === 0 ? ['No date to come'] : lines,
  };
}

/** What a host team does not see is not told by the order of its people either. */
const urgency = ({ overdue, isHost }: Standing) => (isHost ? 0 : overdue);
const isOver = ({ isOverCap, isHost }: Standing) => isOverCap && !isHost;

/** Whose year goes on, most urgent first: what is late, then too many cases, then by name. */
function inOrder(all: readonly Standing[]): readonly Standing[] {
  return all
    .filter(({ file }) => !['completed', 'left'].includes(enrolmentOf(file).state))
    .toSorted((one, other) => urgency(other) - urgency(one) || Number(isOver(other)) - Number(isOver(one)));
}

const mostRows = 10;
const mostChoices = 60;

const openNqsw: ActionView = { title: 'Show their year', verb: 'nqsw-open', data: {} };

/** A list to choose one of the people from; those who find no place in it can be named. */
export function choosePerson(people: readonly ParticipantFile['participant'][]): BoardView['choose'] {
  const [first] = people;
  if (first === undefined) return null;
  return {
    id: 'participantId',
    label: 'Whose year?',
    choices: people.slice(0, mostChoices).map(({ id, name }) => ({ value: id, title: name })),
    chosen: first.id,
    actions: [openNqsw],
  };
}

function introOf(all: readonly Standing[]): string {
  const overdue = all.reduce((sum, one) => sum + (one.isHost ? 0 : one.overdue), 0);
  const over = all.filter(({ isOverCap, isHost }) => isOverCap && !isHost).length;
  return [
    countWords(all.length, 'person').replace('persons', 'people'),
    ...(all.every(({ isHost }) => isHost) ? [] : [`${overdue === 0 ? 'nothing' : overdue} overdue`]),
    ...(over === 0 ? [] : [`${over} over the caseload limit`]),
  ].join(', ');
}

const record: ActionView = {
  title: 'Record supervision',
  verb: 'record-open',
  data: { participantId: '', item: '', opens: 'new' },
};

/** What whoever reads the board does next: confirm the numbers (T6), record, or enrol (M1). */
function actionsOf(needs: BoardNeeds, { person }: Asker, all: readonly Standing[]): readonly ActionView[] {
  const { nqsw } = needs.programme.titles;
  const { verb, data } = openYearForm('', '', 'confirm-caseload');
  const confirm: ActionView = { title: 'Confirm caseloads', verb, data: { ...data, opens: 'new' } };
  const enrol: ActionView = { title: `Enrol an ${nqsw}`.slice(0, 60), verb: 'enrol-open', data: {} };
  return [
    ...(all.some(({ isHost }) => !isHost) ? [record] : []),
    ...(all.some(({ isHost }) => isHost) && may('confirm-caseload', person.roles, relations)
      ? [confirm]
      : []),
    ...(may('manage-enrolment', person.roles, ['academy']) ? [enrol] : []),
  ];
}

function nobodySupported({ programme: { titles } }: BoardNeeds): View {
  return message(`You support no ${titles.nqsw} today`, [
    `Nobody is allocated to you. Whoever is given to you stands here from the first day on; the ${titles['academy-manager']} gives and ends it.`,
  ]);
}

/** "My NQSWs" (P3), and for a host team the dates of its people (T1): one line of sight to each, the most urgent first. */
export async function answerMyNqsws(needs: BoardNeeds, asker: Asker): Promise<View | null> {
  const files = await permittedFiles(needs, asker, 'ask-own-nqsws');
  // Whoever enrols people begins with nobody.
  if (files.length === 0 && !may('manage-enrolment', asker.person.roles, ['academy'])) {
    return asker.person.participantId === null ? nobodySupported(needs) : null;
  }
  const all = inOrder(files.map(({ file }) => standingOf(needs, asker, file)));
  const isHosts = all.length > 0 && all.every(({ isHost }) => isHost);
  const heading = isHosts
    ? `Your team’s ${needs.programme.titles.nqsw}s`
    : `Your ${needs.programme.titles.nqsw}s`;
  const followed = all.filter(({ isHost }) => !isHost).map(({ file }) => file.participant);
  const left = all.length - mostRows;
  const data: BoardView = {
    heading,
    intro: all.length === 0 ? 'Nobody is on the programme at the moment.' : `${introOf(all)}.`,
    figures: null,
    rows: all.slice(0, mostRows).map((one) => rowOf(needs, asker, one)),
    more: left > 0 ? `… and ${left} more. Choose one below, or write a name: “Amara’s year”.` : '',
    choose: choosePerson(followed),
    links: [],
    actions: actionsOf(needs, asker, all),
  };
  return { card: 'board', summary: `${heading}: ${data.intro}`, data };
}
