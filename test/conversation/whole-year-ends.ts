/** What stands at the end of a year that was played, and the same counted and read in other ways. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen } from './academy-in-teams.ts';
import { daysLater, isReminder, type Session, type Who, type Year } from './whole-year.ts';

/** The words of a card, each once where a client shows one of two. */
function readable(words: string): readonly string[] {
  const lines = words.split('\n').map((line) => line.trim());
  return lines.filter((line, at) => line !== '' && line !== lines[at - 1] && !/^[━─]+$/.test(line));
}

/** The chronology as the sheet that this reader downloads. */
async function chronologySheet(teams: AcademyInTeams, who: Who, participantId: string): Promise<string> {
  const person = teams.client.person(who);
  await person.invokes('chronology-open', { v: 1, verb: 'chronology-open', participantId, earlier: '' });
  const [, path] = /academy\.example\.org(\/[^"]+\.csv)"/.exec(JSON.stringify(person.lastCard())) ?? [];
  return (await fetch(`http://127.0.0.1:${teams.bot.port}${path ?? ''}`)).text();
}

async function said(teams: AcademyInTeams, who: Who, text: string): Promise<string> {
  await teams.client.person(who).says(text);
  return wordsOf(teams.client.person(who).lastCard());
}

async function outcome(teams: AcademyInTeams, participantId: string): Promise<string> {
  const verb = 'assess-final-open';
  const { card } = await teams.client.person(helen).invokes(verb, { v: 1, verb, participantId });
  return wordsOf(card ?? {});
}

/** The four that are looked at when a year is over, as lines: chronology, compliance, evidence, outcome. */
export async function asItEnded(teams: AcademyInTeams, participantId: string): Promise<readonly string[]> {
  const sheet = (await chronologySheet(teams, helen, participantId)).replace('\uFEFF', '').trimEnd();
  const [compliance = ''] = (await said(teams, helen, 'compliance report')).split('Whom do you want to see?');
  const [evidence = ''] = (await said(teams, amara, 'what evidence is missing?')).split(
    'Something has come in?',
  );
  return [
    'CHRONOLOGY, as the Academy Manager’s sheet',
    ...sheet.split('\n'),
    '',
    'COMPLIANCE, as the Academy Manager sees it',
    ...readable(compliance),
    '',
    'EVIDENCE, as the NQSW sees it',
    ...readable(evidence),
    '',
    'OUTCOME, as the Academy Manager sees it',
    ...readable(await outcome(teams, participantId)),
  ];
}

const titlesBlock = /^titles:.*\n(?: {2}.*\n)+/m;
const programmeText = (council: string) =>
  readFileSync(join(import.meta.dirname, `../../programmes/${council}.yaml`), 'utf8');

function titlesOf(council: string): readonly (readonly [string, string])[] {
  const [block = ''] = titlesBlock.exec(programmeText(council)) ?? [];
  return [...block.matchAll(/^ {2}([a-z-]+): (.+)$/gm)].map(([, name = '', title = '']) => [name, title]);
}

/** A council's own programme, in which people are called as another council calls them. */
function titledAs(council: string, other: string): string {
  const titles = new Map([...titlesOf('national'), ...titlesOf(other)]);
  const block = [...titles].map(([name, title]) => `  ${name}: ${title}\n`).join('');
  return programmeText(council).replace(titlesBlock, `titles:\n${block}`);
}

/** The same year out of the same store, under a programme in which people are called as in the other council. */
export async function underTitlesOf(year: Year, council: string, other: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'academy-titles-'));
  const programme = join(folder, `${council}.yaml`);
  writeFileSync(programme, titledAs(council, other));
  const stays = { close: async () => undefined };
  const { tables, alarms } = year.storage;
  const storage = { tables: { ...tables, ...stays }, alarms: { ...alarms, ...stays }, ...stays };
  const now = year.teams.time.now.toString();
  const teams = await academyInTeams({ now, programme, storage, roster: null });
  const lines = await asItEnded(teams, year.participantId);
  await teams.stop();
  rmSync(folder, { recursive: true });
  return lines;
}

/** Line by line, where two readings differ. */
export const differences = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.flatMap((line, at) => (line === other[at] ? [] : [`- ${line}`, `+ ${other[at] ?? ''}`]));

/** One line of a message of reminders, as it stood when it was sent. */
interface RemindedLine {
  readonly at: string;
  readonly to: string;
  /** "Reflective supervision 2 for Amara Okoro", with its date and how long it was till then. */
  readonly words: string;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textOf = (part: Json): string =>
  typeof part.text === 'string' ? part.text : listOf(part.inlines).map(textOf).join('');

/** Of one reminder alone its heading, of several each line. */
function linesIn(card: Json): readonly string[] {
  const containers = listOf(card.body).map(({ items }) => listOf(items));
  const [heading = ''] = (containers[0] ?? []).map(textOf);
  const dated = containers.filter((items) => items.some(({ type }) => type === 'RichTextBlock'));
  const of = (items: readonly Json[]) =>
    items
      .slice(0, 1 + items.findIndex(({ type }) => type === 'RichTextBlock'))
      .map(textOf)
      .join(' ');
  return dated.length === 1 ? [`${heading} ${of(dated[0] ?? [])}`] : dated.map(of);
}

/** Everything of which anybody was reminded in the year, line by line. */
function remindedIn({ sent }: Pick<Year, 'sent'>): readonly RemindedLine[] {
  return sent
    .filter(({ message }) => isReminder(message.card ?? {}))
    .flatMap(({ at, to, message }) => linesIn(message.card ?? {}).map((words) => ({ at, to, words })));
}

/** Whether a line is about the item with this title: "Reflective supervision 1" is not in "Reflective supervision 12". */
const names = (words: string, title: string) => new RegExp(`^${title}(?!\\d)`).test(words);

/** How often each of these was told to somebody, and whether it was told after it had been recorded on its day. */
export function remindersOf(
  year: Year,
  titleOf: (item: string) => string,
  sessions: readonly Pick<Session, 'item' | 'held'>[],
) {
  const lines = remindedIn(year);
  return sessions.map(({ item, held }) => {
    const about = lines.filter(({ words }) => names(words, titleOf(item)));
    const perPerson = Map.groupBy(about, ({ to }) => to);
    return {
      item,
      most: Math.max(0, ...[...perPerson.values()].map(({ length }) => length)),
      late: about.filter(({ at }) => at > `${held}T18:00`).map(({ at, words }) => `${at} ${words}`),
    };
  });
}

/** What was sent twice in the same words to the same place at one moment. */
export function sentTwice({ sent }: Pick<Year, 'sent'>): readonly string[] {
  const all = sent.map(
    ({ at, to, message }) => `${at} ${to} ${wordsOf(message.card ?? {})}${message.text ?? ''}`,
  );
  return all.filter((one, at) => all.indexOf(one) !== at);
}

/** How much was held of what fell due, counted from the script's own lists; not held at all is missed. */
export function countsOf(sessions: readonly { readonly due: string; readonly held: string | null }[]) {
  const held = sessions.filter((one) => one.held !== null);
  const fellDue = sessions.length;
  const onTime = held.filter((one) => (one.held ?? '') <= one.due).length;
  return { fellDue, done: held.length, onTime, missed: fellDue - held.length };
}

/** "51 of 58, 88 %" */
export const share = (part: number, whole: number) =>
  `${part} of ${whole}, ${Math.round((100 * part) / whole)} %`;

interface Counted {
  readonly start: string;
  readonly end: string;
  readonly sessions: readonly Session[];
  /** The days of a pause, first and last. */
  readonly pause?: readonly [string, string];
}

function daysThatRun({ start, end, pause }: Counted): readonly string[] {
  const length = Temporal.PlainDate.from(start).until(end).days;
  const all = Array.from({ length }, (_, n) => daysLater(start, n + 1));
  return all.filter((day) => pause === undefined || day < pause[0] || day > pause[1]);
}

/**
 * How often the national standard was not kept, told day by day: the days of the pause are taken out, the rest are
 * numbered, and a session of ninety minutes fills the week, the fortnight or the thirty-one days in which it falls.
 */
export function belowTheStandard(counted: Counted): number {
  const running = daysThatRun(counted);
  const long = counted.sessions.filter(({ minutes }) => minutes >= 90);
  const full = new Set(long.map(({ held }) => running.indexOf(held) + 1));
  const windows = [...Array<number>(6).fill(7), ...Array<number>(10).fill(14)];
  let times = 0;
  let from = 0;
  for (const length of windows) {
    const days = Array.from({ length }, (_, n) => from + n + 1);
    if (!days.some((day) => full.has(day))) times++;
    from += length;
  }
  let since = 0;
  for (let day = Math.max(...[...full].filter((one) => one <= from)) + 1; day <= running.length; day++) {
    since++;
    if (since === 32) {
      times++;
      since = 1;
    }
    if (full.has(day)) since = 0;
  }
  return times;
}
