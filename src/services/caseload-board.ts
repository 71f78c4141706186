import { capFor, isBreach } from '../academy/caseload.ts';
import { type CaseloadTrend, caseloadTrend, cohortAverage } from '../academy/caseload-trend.ts';
import { clockStart, enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { countWords, shortDate } from '../academy/wording.ts';
import { type Asker, permittedFiles } from './asker.ts';
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

function rowOf(needs: BoardNeeds, asker: Asker, { file, trend, over }: Carried): BoardView['rows'][number] {
  const { name, cohort } = file.participant;
  const now = caseloadWords(needs, file, asker);
  const limit = over === 0 ? now : `${now}, ${over} over the limit of the month`;
  const when = trend.reportedOn === null ? '' : ` · reported ${shortDate(trend.reportedOn)}`;
  return {
    title: `${name} · ${cohort}`,
    tone: over > 0 ? 'attention' : 'default',
    lines: [`${limit}${when}`, `Last four weeks: ${weeksWords(trend)}`],
  };
}

/** Each cohort's average beside the council's limit; who has not reported is counted apart, never as 0 (A11, S6r). */
function cohortLines({ programme }: BoardNeeds, all: readonly Carried[]): string {
  const cohorts = Map.groupBy(all, ({ file }) => file.participant.cohort);
  const { cap, unit } = programme.caseload;
  const target = cap === null ? 'no limit set' : `the limit is ${cap}`;
  return [...cohorts]
    .map(([cohort, members]) => {
      const { average, reported } = cohortAverage(members.map(({ trend }) => trend));
      const of = `${reported} of ${members.length} reported`;
      return average === null
        ? `${cohort}: no data (${of})`
        : `${cohort}: ${average} ${unit} on average (${of})`;
    })
    .concat(target)
    .join('; ');
}

const mostRows = 10;

/** How many each NQSW carries, against the limit of the month, over four weeks, and each cohort's average (M6, P17). */
export async function openCaseloads(needs: BoardNeeds, asker: Asker): Promise<View | null> {
  if (!may('see-academy', asker.person.roles, ['academy'])) return null;
  const files = await permittedFiles(needs, asker, 'see-academy');
  const all = files
    .filter(({ file }) => !['completed', 'left'].includes(enrolmentOf(file).state))
    .map(({ file }) => carriedBy(needs, asker, file))
    .toSorted(
      (one, other) =>
        other.over - one.over || (other.trend.weeks.at(-1) ?? -1) - (one.trend.weeks.at(-1) ?? -1),
    );
  const over = all.filter((one) => one.over > 0).length;
  const heading = 'Caseloads';
  const above =
    over === 0
      ? 'Nobody is over the limit'
      : `${countWords(over, 'person').replace('persons', 'people')} over the limit`;
  const data: BoardView = {
    heading,
    intro:
      all.length === 0
        ? 'Nobody is on the programme at the moment.'
        : `${above}. ${cohortLines(needs, all)}.`,
    figures: null,
    rows: all.slice(0, mostRows).map((one) => rowOf(needs, asker, one)),
    more: all.length > mostRows ? `… and ${all.length - mostRows} more, who carry less.` : '',
    choose: choosePerson(all.map(({ file }) => file.participant)),
    links: [],
    actions: [{ title: 'Compliance', verb: 'compliance-open', data: { group: '' } }],
  };
  return { card: 'board', summary: `${heading}: ${above}`, data };
}
