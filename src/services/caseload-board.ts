import { capFor, isBreach } from '../academy/caseload.ts';
import { saidOfLatest, standingDifference } from '../academy/caseload-confirmation.ts';
import {
  averagesByWeek,
  type CaseloadTrend,
  caseloadTrend,
  cohortAverage,
  weekEnds,
} from '../academy/caseload-trend.ts';
import { summedCategories } from '../academy/complexity.ts';
import { clockStart, enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { countWords, dayAndMonth, shortDate } from '../academy/wording.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { categoriesWords, complexityWords, nextCapWords } from './caseload-words.ts';
import type { Needs } from './needs.ts';
import { caseloadWords, choosePerson } from './nqsw-board.ts';
import { may } from './permission.ts';
import type { BoardView, View } from './views.ts';

type BoardNeeds = Pick<Needs, 'programme' | 'calendar' | 'people' | 'files' | 'log'>;

interface Carried {
  readonly file: ParticipantFile;
  readonly trend: CaseloadTrend;
  /** How many more than the limit of the month; 0 within it. */
  readonly over: number;
}

function carriedBy({ programme }: BoardNeeds, { today }: Asker, file: ParticipantFile): Carried {
  const trend = caseloadTrend(file.caseloads, today, programme.timeZone);
  const cap = capFor(programme, clockStart(file), today);
  const count = trend.weeks.at(-1);
  const over = count != null && cap !== null && isBreach(count, cap) ? count - cap : 0;
  return { file, trend, over };
}

/** "12, 13, 13, 16": the last known count at the end of each of four weeks; a dash where none was known yet. */
const weeksWords = ({ weeks }: CaseloadTrend) => weeks.map((count) => count ?? '–').join(', ');

/** What the host manager said of the number as it stands: that it is right, or which one they have (T6). */
function managerWords({ programme }: BoardNeeds, file: ParticipantFile): string {
  const said = saidOfLatest(file);
  if (said === undefined) return '';
  const on = shortDate(said.at.toZonedDateTimeISO(programme.timeZone).toPlainDate());
  const title = programme.titles['host-manager'];
  return said.counted === said.reported
    ? `Confirmed by the ${title} on ${on}`
    : `The ${title} has another number: ${said.counted} (${on})`;
}

/** How many more than the limit, what is coming, what the manager says and what is complex work: as far as there is any. */
function rowOf(needs: BoardNeeds, asker: Asker, { file, trend, over }: Carried): BoardView['rows'][number] {
  const { programme } = needs;
  const { name, cohort } = file.participant;
  const latest = file.caseloads.at(-1);
  const now = caseloadWords(needs, file, asker);
  const limit = over === 0 ? now : `${now}, ${over} over the limit of the month`;
  const when = trend.reportedOn === null ? '' : ` · reported ${shortDate(trend.reportedOn)}`;
  const lines = [
    `${limit}${when}`,
    `Last four weeks: ${weeksWords(trend)}`,
    latest === undefined ? '' : complexityWords(programme, latest),
    managerWords(needs, file),
    nextCapWords(programme, file, asker),
  ];
  return {
    title: `${name} · ${cohort}`,
    tone: over > 0 ? 'attention' : standingDifference(file) !== null ? 'warning' : 'default',
    lines: lines.filter((line) => line !== ''),
  };
}

const byCohort = (all: readonly Carried[]) =>
  [...Map.groupBy(all, ({ file }) => file.participant.cohort)].map(([cohort, members]) => ({
    cohort,
    trends: members.map(({ trend }) => trend),
  }));

/** Each cohort's average beside the council's limit; who has not reported is counted apart, never as 0 (A11, S6r). */
function cohortLines({ programme }: BoardNeeds, all: readonly Carried[]): string {
  const { cap, unit } = programme.caseload;
  const target = cap === null ? 'no limit set' : `the limit is ${cap}`;
  return byCohort(all)
    .map(({ cohort, trends }) => {
      const { average, reported } = cohortAverage(trends);
      const of = `${reported} of ${trends.length} reported`;
      return average === null
        ? `${cohort}: no data (${of})`
        : `${cohort}: ${average} ${unit} on average (${of})`;
    })
    .concat(target)
    .join('; ');
}

/** More lines than these are no picture any more. */
const mostLines = 6;

/** Each cohort's average at the end of each week, against the limit that all are built up to (M6, S6r). */
function trendOf(
  { programme }: BoardNeeds,
  { today }: Asker,
  all: readonly Carried[],
): Pick<BoardView, 'trend'> {
  const { cap, unit } = programme.caseload;
  const days = weekEnds(today);
  const cohorts = byCohort(all)
    .map(({ cohort, trends }) => ({
      title: cohort,
      values: averagesByWeek(trends).map(({ average }) => average),
    }))
    .filter(({ values }) => values.some((value) => value !== null))
    .slice(0, mostLines);
  if (cohorts.length === 0) return {};
  const limit = cap === null ? [] : [{ title: 'Limit', values: days.map(() => cap) }];
  return {
    trend: {
      title: `Average caseload over four weeks, in ${unit}`,
      days: days.map((day) => ({ on: day.toString(), title: dayAndMonth(day) })),
      lines: [...cohorts, ...limit],
    },
  };
}

/** How much complex work everybody carries together, by kind (L27); none where nobody has said. */
function complexRow({ programme }: BoardNeeds, all: readonly Carried[]): BoardView['rows'] {
  const codes = programme.caseload.complexity?.categories.map(({ code }) => code) ?? [];
  const latest = all.flatMap(({ file }) => file.caseloads.slice(-1));
  const summed = summedCategories(codes, latest);
  if (summed.length === 0) return [];
  const said = latest.filter(({ categories }) => categories.length > 0).length;
  return [
    {
      title: 'Complex work of everybody',
      tone: 'default',
      lines: [categoriesWords(programme, summed), `As ${said} of ${all.length} have said`],
    },
  ];
}

const mostRows = 10;

const differs = ({ file }: Carried) => (standingDifference(file) === null ? 0 : 1);

/** How many each NQSW carries, against the limit of the month, over four weeks, and each cohort's average (M6, P17). */
export async function openCaseloads(needs: BoardNeeds, asker: Asker): Promise<View | null> {
  if (!may('see-academy', asker.person.roles, ['academy'])) return null;
  const files = await permittedFiles(needs, asker, 'see-academy');
  const all = files
    .filter(({ file }) => !['completed', 'left'].includes(enrolmentOf(file).state))
    .map(({ file }) => carriedBy(needs, asker, file))
    .toSorted(
      (one, other) =>
        other.over - one.over ||
        differs(other) - differs(one) ||
        (other.trend.weeks.at(-1) ?? -1) - (one.trend.weeks.at(-1) ?? -1),
    );
  const over = all.filter((one) => one.over > 0).length;
  const heading = 'Caseloads';
  const above =
    over === 0
      ? 'Nobody is over the limit'
      : `${countWords(over, 'person').replace('persons', 'people')} over the limit`;
  const differing = all.filter(({ file }) => standingDifference(file) !== null).length;
  const manager = needs.programme.titles['host-manager'];
  const different = differing === 0 ? '' : ` For ${differing} the ${manager} has another number.`;
  const data: BoardView = {
    heading,
    intro:
      all.length === 0
        ? 'Nobody is on the programme at the moment.'
        : `${above}.${different} ${cohortLines(needs, all)}.`,
    figures: null,
    ...trendOf(needs, asker, all),
    rows: [...all.slice(0, mostRows).map((one) => rowOf(needs, asker, one)), ...complexRow(needs, all)],
    more: all.length > mostRows ? `… and ${all.length - mostRows} more, who carry less.` : '',
    choose: choosePerson(all.map(({ file }) => file.participant)),
    links: [],
    actions: [{ title: 'Compliance', verb: 'compliance-open', data: { group: '' } }],
  };
  return { card: 'board', summary: `${heading}: ${above}`, data };
}
