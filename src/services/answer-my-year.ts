import type { Temporal } from 'temporal-polyfill';
import { isUnheardFromBefore } from '../academy/before-records.ts';
import { enrolmentDates, enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, yearPlan } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { countWords, itemWhenWords, shortDate, whenWords } from '../academy/wording.ts';
import {
  isOverdue,
  notOnProgramme,
  type OpenItem,
  type Whose,
  type Year,
  type YearNeeds,
  yearOf,
} from './answer-dates.ts';
import { offProgramme } from './answer-off-programme.ts';
import { ask, whatsNext } from './ask-buttons.ts';
import { type Asker, standing } from './asker.ts';
import { may } from './permission.ts';
import { protectedShare } from './protected-time.ts';
import { isOwedUntilRecorded } from './recordable-items.ts';
import type { ActionView, MovedView, MyYearView, View } from './views.ts';

type Wordable = Pick<YearNeeds, 'programme' | 'calendar'>;

interface Telling {
  readonly needs: Wordable;
  readonly year: Year;
  /** Where each item would stand had there been no pause; empty when there was none. */
  readonly unpaused: ReadonlyMap<string, Temporal.PlainDate | null>;
}

function datesWithoutPauses(needs: Wordable, { file, plan }: Year): Telling['unpaused'] {
  const input = planInputOf(file, needs.programme.timeZone);
  if (input.pauses.length === 0) return new Map();
  const { items } = yearPlan(needs.programme, needs.calendar, { ...input, pauses: [] }, plan.today);
  return new Map(items.map(({ id, due }) => [id, due]));
}

/** The date that the pauses moved an item from; empty when they did not. */
function dateBeforePauses({ unpaused }: Telling, { id, due }: PlanItem): string {
  const before = unpaused.get(id) ?? null;
  if (before === null || (due !== null && before.equals(due))) return '';
  return shortDate(before);
}

const questions = [ask('When is my next review?', 'next-review'), whatsNext];

const noDate = 'no date until the pause ends';

/** An item's date with the one that it moved from: because it did not happen, or because of a pause. */
function movedOf(telling: Telling, item: PlanItem): MovedView {
  const { needs, year } = telling;
  const { today } = year.plan;
  const open = year.open.find((one) => one.item.id === item.id);
  if (open?.rearranged === true) {
    const was = item.due === null ? '' : shortDate(item.due);
    return { date: shortDate(open.on), was, when: `${whenWords(open.on, today, needs.calendar)}, new date` };
  }
  const was = dateBeforePauses(telling, item);
  if (item.due === null) return { date: '', was, when: noDate };
  const words = itemWhenWords(item, today, needs.calendar);
  return { date: shortDate(item.due), was, when: was === '' ? words : `${words}, moved by the pause` };
}

const standingOf = ({ status }: PlanItem): MyYearView['steps'][number]['standing'] => {
  return status === 'suspended' ? 'paused' : status;
};

/** What happens once or at a stage; the funding claims are the Academy Manager's. */
const stepKinds = new Set<PlanItem['kind']>(['review', 'decision', 'milestone', 'document', 'observation']);

const seriesIds = ({ needs: { programme } }: Telling) => new Set(programme.series.map(({ id }) => id));

function stepsOf(telling: Telling): MyYearView['steps'] {
  const series = seriesIds(telling);
  return telling.year.plan.items
    .filter((item) => stepKinds.has(item.kind) && !series.has(item.series))
    .map((item) => ({ title: item.title, standing: standingOf(item), ...movedOf(telling, item) }));
}

/** How many were missed; what was over before records were kept here is counted apart (record 42). */
function missedWords(file: ParticipantFile, items: readonly PlanItem[]): readonly string[] {
  const missed = items.filter(({ status }) => status === 'missed');
  const before = missed.filter((item) => isUnheardFromBefore(file, item)).length;
  return [
    ...(missed.length === before ? [] : [`${missed.length - before} missed`]),
    ...(before === 0 ? [] : [`${before} from before records were kept`]),
  ];
}

const howMany = (items: readonly PlanItem[], status: PlanItem['status'], word: string) => {
  const count = items.filter((item) => item.status === status).length;
  return count === 0 ? [] : [`${count} ${word}`];
};

/** Sessions that nobody records are not done or missed: they have simply been. */
function progressOf(file: ParticipantFile, items: readonly PlanItem[]): string {
  const [first] = items;
  if (first !== undefined && !isOwedUntilRecorded(first)) {
    const past = items.filter(({ status }) => ['done', 'missed', 'overdue'].includes(status)).length;
    return `${past} of ${items.length} gone by`;
  }
  const done = items.filter(({ status }) => status === 'done').length;
  return [
    `${done} of ${items.length} done`,
    ...missedWords(file, items),
    ...howMany(items, 'overdue', 'overdue'),
  ].join(', ');
}

const over: MovedView = { date: '', was: '', when: '' };

function nextOf(telling: Telling, items: readonly PlanItem[]): MovedView {
  const { open, plan } = telling.year;
  const ids = new Set(items.map(({ id }) => id));
  const next = open.find((one) => ids.has(one.item.id) && !isOverdue(one, plan.today));
  if (next !== undefined) return movedOf(telling, next.item);
  return items.some(({ due }) => due === null) ? { ...over, when: noDate } : over;
}

function seriesOf(telling: Telling): MyYearView['series'] {
  const bySeries = Map.groupBy(telling.year.plan.items, ({ series }) => series);
  return telling.needs.programme.series.flatMap(({ id, title }) => {
    const items = (bySeries.get(id) ?? [])
      .filter(({ status }) => status !== 'cancelled')
      .toSorted((one, other) => one.sequence - other.sequence);
    if (items.length === 0) return [];
    return [{ title, progress: progressOf(telling.year.file, items), ...nextOf(telling, items) }];
  });
}

/** Of what has to be recorded and has fallen due: the rest of the year says nothing yet. */
function wholeProgress({ file, plan }: Year): string {
  const owed = plan.items.filter((item) => isOwedUntilRecorded(item));
  const counted = owed.filter(({ status }) => ['done', 'missed', 'overdue'].includes(status));
  if (counted.length === 0) return 'Nothing has fallen due yet';
  const done = counted.filter(({ status }) => status === 'done').length;
  const known = counted.filter((item) => item.status !== 'missed' || !isUnheardFromBefore(file, item));
  return [
    `${done} of ${known.length} done so far`,
    ...missedWords(file, counted),
    ...howMany(counted, 'overdue', 'overdue'),
  ].join(', ');
}

function pauseNote({ fromOn, untilOn }: { fromOn: Temporal.PlainDate; untilOn: Temporal.PlainDate | null }) {
  if (untilOn === null) {
    return `Paused from ${shortDate(fromOn)} with no end yet: dates come back when the end is agreed.`;
  }
  const days = countWords(fromOn.until(untilOn).days + 1, 'day');
  return `Paused ${shortDate(fromOn)} to ${shortDate(untilOn)}, ${days}: what was due from then on moves.`;
}

function notesOf({ file }: Year): string[] {
  const { fte } = file.participant;
  const partTime = `Part-time (${fte}): reviews and the end come later; supervision is as often as for everybody.`;
  const paused = planInputOf(file).pauses.map(pauseNote);
  return [...enrolmentNote(file), ...paused, ...(fte < 1 ? [partTime] : [])];
}

/** What share of protected time was had, for whoever has it and whoever supervises them (Q11). */
function protectedNote(needs: Wordable, asker: Asker, { file }: Year): string[] {
  const near = standing(asker, file);
  const isTheirs = (['log-protected-time', 'see-protected-time'] as const).some((verb) =>
    may(verb, asker.person.roles, near),
  );
  const share = isTheirs ? protectedShare(needs, file, asker.today) : undefined;
  return share === undefined ? [] : [`Protected time: ${share}.`];
}

function spanOf({ file, plan }: Year, begun: Temporal.PlainDate): string {
  const end = enrolmentDates(file).lastOn ?? plan.items.find(({ id }) => id === 'programme-end')?.due ?? null;
  if (end === null) return `From ${shortDate(begun)}; no end date while the programme is paused`;
  return `${shortDate(begun)} to ${shortDate(end)}`;
}

/** How the programme ended, or that it goes on for longer. */
function enrolmentNote(file: ParticipantFile): string[] {
  const { lastOn, extension } = enrolmentDates(file);
  if (lastOn !== null) {
    const how = enrolmentOf(file).state === 'completed' ? 'Completed on' : 'Last day on the programme:';
    return [`${how} ${shortDate(lastOn)}. What was planned after it is cancelled.`];
  }
  return extension === null ? [] : [`The panel has extended the programme to ${shortDate(extension.to)}.`];
}

const lateRow =
  ({ needs, year }: Telling) =>
  ({ item, on }: OpenItem) => ({
    title: item.title,
    date: shortDate(on),
    when: whenWords(on, year.plan.today, needs.calendar),
  });

/** One's own chronology, to read and to keep (Q19). */
const ownChronology: ActionView = {
  title: 'My chronology',
  verb: 'chronology-open',
  data: { participantId: '', earlier: '' },
};

/** "My year": what is done, due, overdue and moved, on one card (FEATURES Q3). */
export async function answerMyYear(needs: YearNeeds, asker: Asker, whose: Whose): Promise<View> {
  const year = await yearOf(needs, asker, whose);
  if (year === null) return notOnProgramme(needs);
  const begun = year.plan.start;
  if (begun === null) return offProgramme(needs, year, asker.today) ?? notOnProgramme(needs);
  const telling: Telling = { needs, year, unpaused: datesWithoutPauses(needs, year) };
  const { open, plan } = year;
  const late = open.filter((one) => isOverdue(one, plan.today) && one.item.kind !== 'claim');
  const heading = `${year.whose} year`;
  const progress = wholeProgress(year);
  return {
    card: 'my-year',
    summary: `${heading}: ${progress}`,
    data: {
      heading,
      span: spanOf(year, begun),
      progress,
      notes: [...notesOf(year), ...protectedNote(needs, asker, year)],
      late: late.map(lateRow(telling)),
      steps: stepsOf(telling),
      series: seriesOf(telling),
      actions: whose.kind === 'own' ? [...questions, ownChronology] : [],
    },
  };
}
