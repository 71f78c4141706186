import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cardParts, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, escalations, helen, priya } from './academy-in-teams.ts';

/** Those of the roster who have not written yet are known by their e-mail. */
const byEmail = (number: number, name: string, email: string) => ({
  entraId: `6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f01${String(number).padStart(2, '0')}`,
  name,
  email: `${email}@example.org`,
});
const people: Readonly<Record<string, typeof amara>> = {
  amara,
  priya,
  helen,
  owen: byEmail(1, 'Owen Prys', 'owen.senior'),
  marta: byEmail(2, 'Marta Kowalczyk', 'marta.educator'),
  tom: byEmail(3, 'Tom Adeyemi', 'tom.manager'),
  jo: byEmail(4, 'Jo Whitfield', 'jo.deputy'),
  ruth: byEmail(5, 'Ruth Castellan', 'ruth.head'),
};

interface Turn {
  readonly said: string;
  readonly expected: string[];
}
interface Dialogue {
  readonly title: string;
  readonly who: string;
  readonly turns: Turn[];
}

function dialogues(): readonly Dialogue[] {
  const text = readFileSync(join(import.meta.dirname, 'dialogues.txt'), 'utf8');
  return text
    .split(/^# /mu)
    .slice(1)
    .map((block) => {
      const [title = '', who = '', ...lines] = block.split('\n').filter((line) => line.trim() !== '');
      const turns: Turn[] = [];
      for (const line of lines) {
        if (line.startsWith('> ')) turns.push({ said: line.slice(2), expected: [] });
        else turns.at(-1)?.expected.push(line.trim());
      }
      return { title, who, turns };
    });
}

let teams: AcademyInTeams;
beforeAll(async () => {
  // Imported when the year begins: nothing is from before records were kept.
  teams = await academyInTeams({ now: '2026-09-07T05:00:00Z' });
  teams.time.now = Temporal.Instant.from('2026-10-05T05:00:00Z');
});
afterAll(() => teams.stop());

async function answerTo(who: string, said: string): Promise<string> {
  const somebody = people[who];
  if (somebody === undefined) throw new Error(`The dialogues name "${who}", who is nobody`);
  const person = teams.client.person(somebody);
  const button = /^\[(?<title>.+)\]$/u.exec(said)?.groups?.title;
  const inChannel = said.startsWith('@channel ');
  const exchange =
    button === undefined
      ? await person.says(said.replace('@channel ', ''), inChannel ? { in: escalations } : {})
      : await person.presses(button);
  const messages = exchange.sent.map(({ card, text }) => text ?? wordsOf(card ?? {}));
  return [...messages, exchange.card === undefined ? '' : wordsOf(exchange.card), exchange.text].join('\n');
}

function isIn(answer: string, expected: string): boolean {
  if (expected.startsWith('!')) return !answer.includes(expected.slice(1));
  return expected.split('|').some((either) => answer.includes(either));
}

const all = dialogues();

it('there are at least a hundred, each of which expects something at every turn', () => {
  expect(all.length).toBeGreaterThanOrEqual(100);
  const empty = all.filter(
    ({ turns }) => turns.length === 0 || turns.some(({ expected }) => expected.length === 0),
  );
  expect(empty.map(({ title }) => title)).toEqual([]);
});

it.each(all.map((dialogue) => [`${dialogue.who}: ${dialogue.title}`, dialogue] as const))(
  '%s',
  async (_, dialogue) => {
    // Nobody is remembered from one dialogue to the next: what was last asked is kept for ten minutes.
    teams.time.now = teams.time.now.add({ minutes: 10, seconds: 1 });
    for (const { said, expected } of dialogue.turns) {
      const answer = await answerTo(dialogue.who, said);
      for (const each of expected) {
        expect(isIn(answer, each), `“${said}” should be answered with “${each}”, but was:\n${answer}`).toBe(
          true,
        );
      }
    }
  },
);

it('shows the reasons of a date at once when why is typed, and unfolds them on the card otherwise', async () => {
  const why = (card: Json) => [...cardParts(card)].find(({ id }) => id === 'why')?.isVisible;
  const client = teams.client.person(amara);
  await client.says('when is my next review?');
  expect(why(client.lastCard())).toBe(false);
  await client.says('why???');
  expect(why(client.lastCard())).toBe(true);
  expect(client.lastCard().fallbackText).toContain('Why this date? Start Mon 7 Sep 2026 + 3 months');
});
