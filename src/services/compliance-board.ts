import {
  type Compliance,
  type ParticipantCompliance,
  percentOf,
  summedCompliance,
} from '../academy/compliance.ts';
import { countWords, shortDate } from '../academy/wording.ts';
import { entriesOf } from '../academy/year-entry.ts';
import type { Asker } from './asker.ts';
import { auditFigureLines } from './audit-figures.ts';
import { complianceLink } from './compliance-file.ts';
import { type Group, groupsOf, type Kept, keptBy } from './compliance-groups.ts';
import type { Needs } from './needs.ts';
import { choosePerson } from './nqsw-board.ts';
import { may } from './permission.ts';
import { message } from './short-answers.ts';
import type { ActionView, BoardView, ChoiceView, LinkView, View } from './views.ts';

type BoardNeeds = Pick<Needs, 'programme' | 'calendar' | 'people' | 'files' | 'log' | 'calendarLinks'>;

/** "12 of 14, 86 %": both numbers beside the percentage, and "no data" where nothing fell due (A11). */
function shareWords(part: number, whole: number): string {
  const percent = percentOf(part, whole);
  return percent === null ? 'no data' : `${part} of ${whole}, ${percent} %`;
}

function lines(of: Compliance): readonly string[] {
  const { fellDue, done, onTime, missed, overdue, fromBefore, floorBreaches } = of;
  return [
    `On time: ${shareWords(onTime, fellDue)} · done: ${shareWords(done, fellDue)}`,
    `Missed: ${missed} · overdue: ${overdue} · below the national standard: ${countWords(floorBreaches, 'time')}`,
    ...(fromBefore === 0
      ? []
      : [`Not counted: ${countWords(fromBefore, 'date')} from before records were kept here`]),
  ];
}

const isWorrying = ({ overdue, floorBreaches }: Compliance) => overdue > 0 || floorBreaches > 0;

/** Audits of these people, all together and those of work that they held (D17); nothing where there are none. */
function auditLines({ programme }: Pick<Needs, 'programme'>, kept: readonly Kept[]): readonly string[] {
  const logged = kept.flatMap(({ file }) => entriesOf(file.entries, 'audit'));
  return logged.length === 0 ? [] : auditFigureLines(programme, logged);
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

const linkNote =
  'The file works for whoever has its address, for two days. Each time it is fetched is noted in the audit.';

/** What stands below the rows: how many are left out, and what is to be known of the file. */
const moreWords = (count: number, links: readonly LinkView[]) =>
  [
    ...(count > mostRows ? [`… and ${count - mostRows} more: choose one below.`] : []),
    ...(links.length > 0 ? [linkNote] : []),
  ].join(' ');

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

function wholeBoard(needs: BoardNeeds, all: readonly Kept[], links: readonly LinkView[]): BoardView {
  const sum = summedCompliance(all.map(({ compliance }) => compliance));
  const groups = groupsOf(needs, all);
  const choices = groups.map(({ code, title }): ChoiceView => ({ value: code, title })).slice(0, mostChoices);
  return {
    heading: 'Compliance',
    intro: lines(sum).join('. '),
    figures: figuresOf('Held on time', groups),
    rows: groups.slice(0, mostRows).map((group) => groupRow(needs, group)),
    more: moreWords(groups.length, links),
    choose: {
      id: 'group',
      label: 'Whom do you want to see?',
      choices,
      chosen: choices[0]?.value ?? '',
      actions: [{ title: 'Show these people', verb: 'compliance-open', data: {} }],
    },
    links,
    actions: [caseloads],
  };
}

function groupBoard(needs: BoardNeeds, { title, members }: Group, links: readonly LinkView[]): BoardView {
  const inOrder = members.toSorted(worstFirst);
  const sum = summedCompliance(members.map(({ compliance }) => compliance));
  return {
    heading: `Compliance: ${title}`,
    intro: lines(sum).join('. '),
    figures: null,
    rows: inOrder.slice(0, mostRows).map((kept) => personRow(needs, kept)),
    more: moreWords(inOrder.length, links),
    choose: choosePerson(inOrder.map(({ file }) => file.participant)),
    links,
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
  const links = await complianceLink(needs, asker, chosen?.code ?? '');
  const data = chosen === undefined ? wholeBoard(needs, all, links) : groupBoard(needs, chosen, links);
  return { card: 'board', summary: `${data.heading}: ${data.intro}`, data };
}
