import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../src/academy/calendar.ts';
import {
  type Around,
  type AskedFunction,
  askedFunctions,
  type Candidate,
  lapsed,
  lapsesAt,
  type Question,
  receiverOf,
  seen,
  wordsAt,
} from '../../src/academy/question.ts';
import { preset } from './support/luton.ts';

const ground = { programme: await preset('luton'), calendar: workingCalendar() };
const instant = (text: string) => Temporal.Instant.from(text);
const monday = Temporal.PlainDate.from('2026-10-05');

/* Who is asked, who holds which function, and who is handed the question: `!` on leave, `-` a day off. */
const table = `
asked                 | holders                                                        | senior practitioners | practice educators | handed to
reflective-supervisor | reflective-supervisor: priya                                   | owen                 |                    | priya: holder
reflective-supervisor | reflective-supervisor: priya-                                  | owen                 |                    | priya: holder
reflective-supervisor | reflective-supervisor: priya! priscilla                        | owen                 |                    | priscilla: holder
reflective-supervisor | reflective-supervisor: priya!                                  | owen priya!          |                    | owen: holder-away
reflective-supervisor | reflective-supervisor: priya!; assessor: marta                 | owen- priya!         |                    | marta: holder-away
reflective-supervisor | reflective-supervisor: priya!; academy-manager: helen          | owen!                |                    | helen: holder-away
reflective-supervisor | assessor: marta                                                | owen                 |                    | owen: nobody-holds-it
reflective-supervisor | reflective-supervisor: priya!                                  | owen!                |                    | nobody
assessor              | assessor: marta!; reflective-supervisor: priya                 |                      | marta! max         | max: holder-away
assessor              | assessor: marta!; reflective-supervisor: priya                 |                      | marta!             | priya: holder-away
host-manager          | host-manager: tom!; deputy-manager: jo; academy-manager: helen | owen                 | max                | jo: holder-away
host-manager          | host-manager: tom!; deputy-manager: jo-; academy-manager: helen | owen                |                    | helen: holder-away
deputy-manager        | host-manager: tom                                              |                      |                    | tom: nobody-holds-it
mentor                | mentor: owen!; reflective-supervisor: priya                    | owen!                |                    | priya: holder-away
academy-manager       | academy-manager: helen!; reflective-supervisor: priya          | priya                |                    | nobody
`;

const candidate = (text: string): Candidate => ({
  id: text.replace(/[!-]/, ''),
  name: text,
  isOnLeave: text.endsWith('!'),
  isOff: text.endsWith('-'),
});
const candidates = (text: string) => text.split(' ').filter(Boolean).map(candidate);
const cells = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [asked = '', held = '', seniors = '', educators = '', handed = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return { asked: asked as AskedFunction, held, seniors, educators, handed };
  });

function aroundOf({ held, seniors, educators }: (typeof cells)[number]): Around {
  const holders = new Map(
    held.split('; ').map((one) => [one.split(': ')[0], candidates(one.split(': ')[1] ?? '')]),
  );
  return {
    holders: (of) => holders.get(of) ?? [],
    inPost: (post) =>
      candidates(post === 'senior-practitioner' ? seniors : post === 'practice-educator' ? educators : ''),
  };
}

describe('who is handed a question', () => {
  it('names each function that can be asked', () => {
    expect([...new Set(cells.map(({ asked }) => asked))].toSorted()).toEqual(askedFunctions.toSorted());
  });

  it.each(cells)('$asked, of $held and $seniors: $handed', (cell) => {
    const handing = receiverOf(cell.asked, aroundOf(cell), monday);
    expect(handing === undefined ? 'nobody' : `${handing.to.id}: ${handing.handedAs}`).toBe(cell.handed);
  });

  it('goes round by the day among those of one post, whatever their order', () => {
    const days = Array.from({ length: 6 }, (_, n) => monday.add({ days: n }));
    const around = (seniors: string): Around => ({ holders: () => [], inPost: () => candidates(seniors) });
    const given = (seniors: string) =>
      days.map((day) => receiverOf('reflective-supervisor', around(seniors), day)?.to.id);
    expect(given('a b c')).toEqual(given('c a b'));
    for (const id of ['a', 'b', 'c']) expect(given('a b c').filter((one) => one === id)).toHaveLength(2);
  });
});

describe('the words of a question', () => {
  const askedAt = instant('2026-10-05T09:30:00Z');
  const question: Question = {
    questionId: 'q-1',
    wanted: 'assessor',
    to: 'u-marta',
    toName: 'Marta',
    handedAs: 'holder',
    askedAt,
    lapsesAt: lapsesAt(ground, askedAt),
    words: 'when can we talk',
    ended: null,
  };
  const end = instant('2026-10-12T08:00:00Z');

  it('are kept for five working days at most, weekends and bank holidays left out', () => {
    expect(question.lapsesAt.equals(end)).toBe(true);
    expect(lapsesAt(ground, instant('2026-12-23T16:00:00Z')).toString()).toBe('2027-01-04T09:00:00Z');
  });

  it('go when they are seen, which happens once', () => {
    const at = instant('2026-10-06T09:00:00Z');
    const after = seen(question, at);
    expect(after).toEqual({ ...question, words: null, ended: { as: 'seen', at } });
    expect(seen(after, end)).toBe(after);
    expect(lapsed(after, end)).toBeNull();
  });

  it('go when their time is over, to the instant, and cannot be seen after it', () => {
    const before = end.subtract({ seconds: 1 });
    expect([wordsAt(question, before), wordsAt(question, end)]).toEqual([question.words, null]);
    expect([lapsed(question, before), lapsed(question, end)?.words]).toEqual([null, null]);
    expect(lapsed(question, end)?.ended).toEqual({ as: 'lapsed', at: end });
    expect(seen(question, end)).toBe(question);
  });
});
