import {
  type Compliance,
  complianceOf,
  type ParticipantCompliance,
  percentOf,
  summedCompliance,
} from '../academy/compliance.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { countWords, shortDate } from '../academy/wording.ts';
import { entriesOf } from '../academy/year-entry.ts';
import { type Asker, isInForce, permittedFiles } from './asker.ts';
import { auditFigureWords } from './audit-figures.ts';
import type { Needs } from './needs.ts';
import { choosePerson } from './nqsw-board.ts';
import { planFor } from './open-plan.ts';
import { may } from './permission.ts';
import { isOwedUntilRecorded } from './recordable-items.ts';
import type { ActionView, BoardView, ChoiceView, View } from './views.ts';
import { message } from './welcome-and-help.ts';

type BoardNeeds = Pick<Needs, 'programme' | 'calendar' | 'people' | 'files' | 'log'>;

interface Kept {
  readonly file: ParticipantFile;
  readonly compliance: ParticipantCompliance;
  /** Those who hold reflective supervision for them today; empty for nobody. */
  readonly supervisors: readonly { readonly id: string; readonly name: string }[];
}

interface Group {
  /** `cohort:` or `person:` with its name or id; '' for the whole academy. */
  readonly code: string;
  readonly title: string;
  readonly members: readonly Kept[];
}

const unallocated = { id: 'nobody', name: 'nobody allocated' };

async function keptBy(needs: BoardNeeds, asker: Asker): Promise<readonly Kept[]> {
  const files = await permittedFiles(needs, asker, 'see-academy');
  return files.map(({ file }) => {
    const plan = planFor(needs, asker, file);
    const supervisors = file.allocations
      .filter((one) => one.function === 'reflective-supervisor' && isInForce(one, asker.today))
      .map(({ personId, name }) => ({ id: personId, name }));
    // A decision is taken or lapses; it is never held.
    const compliance = complianceOf(
      file,
      plan,
      (item) => isOwedUntilRecorded(item) && item.kind !== 'decision',
    );
    return { file, compliance, supervisors: supervisors.length === 0 ? [unallocated] : supervisors };
  });
}

const byTitle = (one: Group, other: Group) => one.title.localeCompare(other.title, 'en-GB');

/** The academy by cohort, then by whoever holds reflective supervision. */
function groupsOf({ programme }: BoardNeeds, all: readonly Kept[]): readonly Group[] {
  const cohorts = Map.groupBy(all, ({ file }) => file.participant.cohort);
  const supervisors = new Map(
    all.flatMap((one) => one.supervisors.map(({ id, name }) => [id, name] as const)),
  );
  const title = programme.titles['reflective-supervisor'];
  return [
    ...[...cohorts]
      .map(([cohort, members]) => ({ code: `cohort:${cohort}`, title: cohort, members }))
      .sort(byTitle),
    ...[...supervisors]
      .map(([id, name]) => ({
        code: `person:${id}`,
        title: `${title}: ${name}`,
        members: all.filter((one) => one.supervisors.some((each) => each.id === id)),
      }))
      .sort(byTitle),
  ];
}

/** "12 of 14, 86 %": both numbers beside the percentage, and "no data" where nothing fell due (A11). */
function shareWords(part: number, whole: number): string {
  const percent = percentOf(part, whole);
  return percent === null ? 'no data' : `${part} of ${whole}, ${percent} %`;
}

function lines({ fellDue, done, onTime, missed, overdue, floorBreaches }: Compliance): readonly string[] {
  return [
    `On time: ${shareWords(onTime, fellDue)} · done: ${shareWords(done, fellDue)}`,
    `Missed: ${missed} · overdue: ${overdue} · below the national standard: ${countWords(floorBreaches, 'time')}`,
  ];
}

const isWorrying = ({ overdue, floorBreaches }: Compliance) => overdue > 0 || floorBreaches > 0;

/** Audits of these people, all together and those of work that they held (D17); nothing where there are none. */
function auditLines({ programme }: BoardNeeds, kept: readonly Kept[]): readonly string[] {
  const logged = kept.flatMap(({ file }) => entriesOf(file.entries, 'audit'));
  return logged.length === 0 ? [] : [`Audits: ${auditFigureWords(programme, logged)}`];
}

function groupRow(needs: BoardNeeds, { title, members }: Group): BoardView['rows'][number] {
  const sum = summedCompliance(members.map(({ compliance }) => compliance));
  const people = countWords(members.length, 'person').replace('persons', 'people');
  return {
    title: `${title} · ${people}`,
    tone: isWorrying(sum) ? 'warning' : 'default',
    lines: [...lines(sum), ...auditLines(needs, members)],
  };
}

function breachWords({ breaches }: ParticipantCompliance): readonly string[] {
  const [latest] = breaches.slice(-1);
  if (latest === undefined) return [];
  const what = latest.why === 'short' ? 'only a session under 90 minutes' : 'no session';
  return [`Last below it: ${what} from ${shortDate(latest.fromOn)} to ${shortDate(latest.untilOn)}`];
}

function personRow(needs: BoardNeeds, kept: Kept): BoardView['rows'][number] {
  const { file, compliance } = kept;
  return {
    title: file.participant.name,
    tone: isWorrying(compliance) ? 'attention' : 'default',
    lines: [...lines(compliance), ...breachWords(compliance), ...auditLines(needs, [kept])],
  };
}

const worstFirst = (one: Kept, other: Kept) =>
  other.compliance.floorBreaches - one.compliance.floorBreaches ||
  other.compliance.overdue - one.compliance.overdue ||
  other.compliance.missed - one.compliance.missed;

const mostRows = 10;
const mostChoices = 60;

const moreWords = (count: number) =>
  count > mostRows ? `… and ${count - mostRows} more: choose one below.` : '';

/** On-time shares side by side: those groups that have any. */
function figuresOf(title: string, groups: readonly Group[]): BoardView['figures'] {
  const bars = groups.flatMap(({ title: name, members }) => {
    const { onTime, fellDue } = summedCompliance(members.map(({ compliance }) => compliance));
    const share = percentOf(onTime, fellDue);
    return share === null ? [] : [{ title: name, share, words: shareWords(onTime, fellDue) }];
  });
  return bars.length === 0 ? null : { title, bars: bars.slice(0, mostRows) };
}

const caseloads: ActionView = { title: 'Caseloads', verb: 'caseloads-open', data: {} };
const whole: ActionView = { title: 'The whole academy', verb: 'compliance-open', data: { group: '' } };

function wholeBoard(needs: BoardNeeds, all: readonly Kept[]): BoardView {
  const sum = summedCompliance(all.map(({ compliance }) => compliance));
  const groups = groupsOf(needs, all);
  const choices = groups.map(({ code, title }): ChoiceView => ({ value: code, title })).slice(0, mostChoices);
  return {
    heading: 'Compliance',
    intro: lines(sum).join('. '),
    figures: figuresOf('Held on time', groups),
    rows: groups.slice(0, mostRows).map((group) => groupRow(needs, group)),
    more: moreWords(groups.length),
    choose: {
      id: 'group',
      label: 'Whom do you want to see?',
      choices,
      chosen: choices[0]?.value ?? '',
      actions: [{ title: 'Show these people', verb: 'compliance-open', data: {} }],
    },
    links: [],
    actions: [caseloads],
  };
}

function groupBoard(needs: BoardNeeds, { title, members }: Group): BoardView {
  const inOrder = members.toSorted(worstFirst);
  const sum = summedCompliance(members.map(({ compliance }) => compliance));
  return {
    heading: `Compliance: ${title}`,
    intro: lines(sum).join('. '),
    figures: null,
    rows: inOrder.slice(0, mostRows).map((kept) => personRow(needs, kept)),
    more: moreWords(inOrder.length),
    choose: choosePerson(inOrder.map(({ file }) => file.participant)),
    links: [],
    actions: [whole, caseloads],
  };
}

/**
 * How the academy keeps its year (M5): by cohort and by whoever supervises, or the people of one of these. Null for
 * whoever may not see the academy as a whole.
 */
export async function openCompliance(needs: BoardNeeds, asker: Asker, group: string): Promise<View | null> {
  if (!may('see-academy', asker.person.roles, ['academy'])) return null;
  const all = await keptBy(needs, asker);
  if (all.length === 0) {
    return message('There is nothing to report yet', ['Nobody is on the programme: import a roster first.']);
  }
  const chosen = groupsOf(needs, all).find(({ code }) => code === group);
  const data = chosen === undefined ? wholeBoard(needs, all) : groupBoard(needs, chosen);
  return { card: 'board', summary: `${data.heading}: ${data.intro}`, data };
}
