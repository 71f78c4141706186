import { describe, expect, it } from 'vitest';
import { CardError, cards, largestCardBytes } from '../../src/cards/index.ts';
import { elementsOfType } from './card-tree.ts';

const first = <Name extends keyof typeof cards>(name: Name) => {
  const example = cards[name].examples[0];
  if (example === undefined) throw new Error(`${name} has no example`);
  return example.data as Parameters<(typeof cards)[Name]['render']>[0] & object;
};
const bytes = (card: object) => Buffer.byteLength(JSON.stringify(card));
const input = (card: object, id: string) =>
  elementsOfType(card, /^Input\./).find((element) => element.id === id);

describe('a view that its card cannot show', () => {
  it('is a fault that names the card and the place', () => {
    const render = () => cards['next-item'].render({ ...first('next-item'), why: [] });
    expect(render).toThrow(CardError);
    expect(render).toThrow(/next-item[\s\S]*why/);
  });

  it('is a fault when a button carries a verb that nobody reads', () => {
    const actions = [{ title: 'Press', verb: 'no-such-verb', data: {} }];
    expect(() => cards.message.render({ ...first('message'), actions })).toThrow(/verb/);
  });

  it('is a fault when there are more buttons than clients show', () => {
    const action = { title: 'Press', verb: 'ask', data: { intent: 'help' } };
    expect(() => cards.message.render({ ...first('message'), actions: Array(7).fill(action) })).toThrow(
      CardError,
    );
    expect(() =>
      cards['next-item'].render({ ...first('next-item'), actions: Array(6).fill(action) }),
    ).toThrow(CardError);
  });

  it('is a fault when the card would be too large', () => {
    const items = Array(20).fill({
      title: 'x'.repeat(600),
      date: 'y'.repeat(600),
      when: 'z',
      tone: 'default',
      lead: '',
    });
    expect(() => cards['item-list'].render({ ...first('item-list'), items })).toThrow(/25600/);
  });
});

describe('long lists', () => {
  it('of items are cut, and say how many are left out', () => {
    const item = {
      title: 'Team meeting',
      date: 'Monday 7 September 2026',
      when: 'in 1 day',
      tone: 'default',
      lead: 'A',
    };
    const card = cards['item-list'].render({ ...first('item-list'), items: Array(60).fill(item) });
    expect(JSON.stringify(card)).toContain('… and 40 more');
    expect(bytes(card)).toBeLessThanOrEqual(largestCardBytes);
  });

  it('of what was done to an alert keep the newest', () => {
    const history = Array.from(
      { length: 30 },
      (_, at) => `Step ${at + 1}, Wednesday 30 September 2026, 10:12`,
    );
    const printed = JSON.stringify(
      cards['caseload-alert'].render({ ...first('caseload-alert'), history }).body,
    );
    expect(printed).toContain('Step 30,');
    expect(printed).toContain('… 22 earlier');
    expect(printed).not.toContain('Step 22,');
  });

  it('of people to choose from become a list to open, all of them in it', () => {
    const people = Array.from({ length: 150 }, (_, at) => ({
      title: `Person Number ${at}, Team Manager`,
      value: `p-${at}`,
    }));
    const card = cards['choose-person'].render({ ...first('choose-person'), people });
    expect(input(card, 'participantId')).toMatchObject({
      style: 'compact',
      choices: expect.objectContaining({ length: 150 }),
    });
    expect(bytes(card)).toBeLessThanOrEqual(largestCardBytes);
  });
});

describe('the supervision record', () => {
  it('keeps what was typed, and leaves out what cannot stand in its input', () => {
    const card = cards['record-form'].render({
      ...first('record-form'),
      minutes: 'ninety',
      heldOn: '',
      themes: 'wellbeing',
    });
    expect(input(card, 'minutes')).not.toHaveProperty('value');
    expect(input(card, 'heldOn')).not.toHaveProperty('value');
    expect(input(card, 'heldOn')).toMatchObject({ max: '2026-09-30' });
    expect(input(card, 'themes')).toMatchObject({ value: 'wellbeing', isMultiSelect: true });
  });

  it('folds the second and third action away until there is something in them', () => {
    const folded = cards['record-form'].render(first('record-form'));
    const unfolded = cards['record-form'].render(cards['record-form'].examples[1]?.data);
    const rows = (card: object) => elementsOfType(card, 'Container').find(({ id }) => id === 'moreActions');
    expect(rows(folded)).toMatchObject({ isVisible: false });
    expect(rows(unfolded)).toMatchObject({ isVisible: true });
  });

  it('puts each error in one panel with its input', () => {
    const card = cards['record-form'].render(cards['record-form'].examples[1]?.data);
    const panels = elementsOfType(card, 'Container').filter(({ style }) => style === 'attention');
    expect(panels.map((panel) => elementsOfType(panel, /^Input\./).map(({ id }) => id))).toEqual([
      [],
      ['heldOn'],
      ['mode'],
      ['action2What'],
    ]);
  });

  it('asks to confirm a date only when there is something to confirm', () => {
    expect(input(cards['record-form'].render(first('record-form')), 'confirmDate')).toBeUndefined();
    const asked = cards['record-form'].examples.find(({ data }) => data.confirmDate !== null);
    expect(input(cards['record-form'].render(asked?.data), 'confirmDate')).toMatchObject({
      type: 'Input.Toggle',
      valueOn: 'true',
    });
  });
});

describe('buttons beside required inputs', () => {
  it('can be pressed while the inputs are empty', () => {
    const free = ['not-happened-open', 'record-open', 'confirm-agree', 'alert-acknowledge', 'alert-resolve'];
    for (const name of ['record-form', 'not-happened-form', 'confirm-record', 'caseload-alert'] as const) {
      const executes = elementsOfType(cards[name].render(first(name)), 'Action.Execute');
      for (const action of executes.filter(({ verb }) => free.includes(String(verb)))) {
        expect(action.associatedInputs, `${name}: ${action.title}`).toBe('none');
      }
      expect(executes.some(({ associatedInputs }) => associatedInputs === undefined)).toBe(true);
    }
  });
});
