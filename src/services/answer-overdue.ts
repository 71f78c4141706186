import { isBeforeRecords, isUnheardFromBefore } from '../academy/before-records.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { countWords, itemWhenWords, shortDate } from '../academy/wording.ts';
import { isOverdue, leadOf, notOnProgramme, openItems, type Whose, yearOf } from './answer-dates.ts';
import { ask, whatsNext } from './ask-buttons.ts';
import { type Asker, permittedFiles, standing } from './asker.ts';
import { isRecordedAsMissed, missedWords } from './missed-words.ts';
import type { Needs } from './needs.ts';
import { planFor } from './open-plan.ts';
import { overdueInduction } from './overdue-induction.ts';
import { isOwedUntilRecorded } from './recordable-items.ts';
import type { ActionView, ItemListView, View } from './views.ts';

type Year = NonNullable<Awaited<ReturnType<typeof yearOf>>>;
type Row = ItemListView['items'][number];

const record: ActionView = {
  title: 'Record supervision',
  verb: 'record-open',
  data: { participantId: '', item: '' },
};

/** What is overdue or missed and fell due before records were kept here. That it did not happen may have been said since. */
const isFromBefore = (file: Year['file'], item: PlanItem) =>
  item.status === 'missed' ? isUnheardFromBefore(file, item) : isBeforeRecords(file, item.due);

/**
 * What still waits for its record, and what the next of its series has overtaken (A12, RULES "missed"): what fell due before
 * records were kept here is counted apart, because it is nobody’s omission.
 */
function lateItems({ file, plan, open }: Pick<Year, 'file' | 'plan' | 'open'>) {
  const late = open
    .filter((one) => isOverdue(one, plan.today) && one.item.kind !== 'claim')
    .map(({ item }) => item);
  const overtaken = plan.items.filter((item) => item.status === 'missed' && isOwedUntilRecorded(item));
  const ofBefore = (items: readonly PlanItem[]) => items.filter((item) => isFromBefore(file, item)).length;
  const recorded = overtaken.filter((item) => isRecordedAsMissed(file, item)).length;
  return { late, overtaken, recorded, earlier: ofBefore(overtaken), lateFromBefore: ofBefore(late) };
}

function row(needs: Needs, { file, plan }: Pick<Year, 'file' | 'plan'>, item: PlanItem, lead: string): Row {
  return {
    title: item.title,
    date: item.due === null ? 'no date' : shortDate(item.due),
    when: isFromBefore(file, item)
      ? 'from before records were kept here'
      : item.status === 'missed'
        ? missedWords(file, item)
        : itemWhenWords(item, plan.today, needs.calendar),
    tone: item.status === 'missed' || isFromBefore(file, item) ? 'warning' : 'attention',
    lead: lead === '' ? leadOf(needs, file, item, plan.today).value : lead,
  };
}

function list(heading: string, intro: string, items: readonly Row[], actions: readonly ActionView[]): View {
  return { card: 'item-list', summary: `${heading}: ${intro}`, data: { heading, intro, items, actions } };
}

/** How many there are of each; `lateFromBefore` and `earlier` fell due before records were kept here. */
interface Counts {
  readonly late: number;
  readonly lateFromBefore: number;
  readonly missed: number;
  /** Of `missed`, what was recorded as not held or not attended. */
  readonly recorded: number;
  readonly earlier: number;
}

function overdueIntro({ late, lateFromBefore }: Counts): string {
  if (late === 0) return 'Nothing is overdue now.';
  if (lateFromBefore === 0) return `${late} overdue.`;
  const which = lateFromBefore === late ? '' : `${lateFromBefore} of them `;
  return `${late} overdue, ${which}from before records were kept here: what was held can still be recorded.`;
}

function goneWords(missed: number, recorded: number): string {
  const unheard = 'the next one fell due before a record of it came';
  if (recorded === 0) return unheard;
  return `recorded as not held or not attended${recorded === missed ? '' : `, or ${unheard}`}`;
}

function countsIntro(counts: Counts): string {
  const { late, lateFromBefore, missed, recorded, earlier } = counts;
  const since = lateFromBefore === 0 ? 'from before records were kept here' : 'from then';
  const before =
    earlier === 0
      ? ''
      : ` ${countWords(earlier, 'date')} ${since} ${earlier === 1 ? 'was' : 'were'} overtaken: not counted as missed.`;
  if (late + missed === 0) return `Nothing is overdue, and nothing was missed.${before}`;
  const gone = missed === 0 ? '' : ` ${missed} missed: ${goneWords(missed, recorded)}.`;
  return `${overdueIntro(counts)}${gone}${before}`;
}

/** "What have I missed?", "is Amara behind?": of one year, what is overdue and what was missed. */
async function ofOne(needs: Needs, asker: Asker, whose: Whose): Promise<View> {
  const year = await yearOf(needs, asker, whose);
  if (year === null) return notOnProgramme(needs);
  const { late, overtaken, recorded, earlier, lateFromBefore } = lateItems(year);
  const own = whose.kind === 'own';
  const heading = own ? 'What is overdue for you' : `What is overdue for ${year.file.participant.name}`;
  const induction = overdueInduction(needs, asker, year.file, year.plan);
  const items = [...late, ...overtaken.toReversed()];
  const rows = [...induction, ...items.map((item) => row(needs, year, item, ''))];
  const whoRecords =
    own && rows.length > 0
      ? ' Whoever leads a session records it: if one of these took place, please ask them.'
      : '';
  const actions = own ? [whatsNext, ask('My year', 'my-year')] : [record];
  return list(
    heading,
    `${countsIntro({
      late: late.length + induction.length,
      lateFromBefore,
      missed: overtaken.length - earlier,
      recorded,
      earlier,
    })}${whoRecords}`,
    rows,
    actions,
  );
}

/** "What's overdue?" of everybody whom the asker supports or oversees: what they lead themselves comes first. */
async function ofAll(needs: Needs, asker: Asker): Promise<View> {
  const files = await permittedFiles(needs, asker, 'ask-own-nqsws');
  if (files.length === 0) return notOnProgramme(needs);
  const inductions = files.flatMap(({ file }) =>
    overdueInduction(needs, asker, file, planFor(needs, asker, file)).map((line) => ({
      line,
      name: file.participant.name,
    })),
  );
  const found = files.flatMap(({ file }) => {
    const plan = planFor(needs, asker, file);
    const mine = standing(asker, file);
    const { late, overtaken } = lateItems({ file, plan, open: openItems(plan, file) });
    return [...late, ...overtaken].map((item) => ({
      item,
      isEarlier: isFromBefore(file, item),
      isRecorded: item.status === 'missed' && isRecordedAsMissed(file, item),
      isMine: mine.some((one) => one === item.lead),
      name: file.participant.name,
      row: row(
        needs,
        { file, plan },
        item,
        `${file.participant.name} · ${leadOf(needs, file, item, plan.today).value}`,
      ),
    }));
  });
  const rank = ({ item, isMine }: (typeof found)[number]) =>
    (item.status === 'missed' ? 2 : 0) + (isMine ? 0 : 1);
  const rows = found.toSorted(
    (a, b) => rank(a) - rank(b) || String(a.item.due).localeCompare(String(b.item.due)),
  );
  const overtaken = rows.filter(({ item }) => item.status === 'missed').length;
  const allEarlier = rows.filter(({ isEarlier }) => isEarlier);
  const earlier = allEarlier.filter(({ item }) => item.status === 'missed').length;
  const recorded = rows.filter(({ isRecorded }) => isRecorded).length;
  const late = rows.length + inductions.length - overtaken;
  const people = new Set([...inductions, ...rows].map(({ name }) => name)).size;
  const of = people < 2 ? '' : ` Of ${countWords(people, 'person')}.`.replace('persons', 'people');
  const canRecord = rows.some(({ isMine }) => isMine);
  return list(
    asker.person.roles.includes('academy-manager')
      ? 'Overdue across the academy'
      : 'Overdue among the people you support',
    `${countsIntro({ late, lateFromBefore: allEarlier.length - earlier, missed: overtaken - earlier, recorded, earlier })}${of}`,
    [...inductions.map(({ line }) => line), ...rows.map((each) => each.row)],
    canRecord ? [record, ask('My NQSWs', 'my-nqsws')] : [ask('My NQSWs', 'my-nqsws'), whatsNext],
  );
}

/** What should have been recorded and was not: of oneself, of the one asked about, or of all (FEATURES P3, M5). */
export function answerOverdue(needs: Needs, asker: Asker, whose: Whose): Promise<View> {
  const isOfOne = whose.kind === 'supported' || asker.person.participantId !== null;
  return isOfOne ? ofOne(needs, asker, whose) : ofAll(needs, asker);
}
