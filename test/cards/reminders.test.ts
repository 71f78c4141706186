import { describe, expect, it } from 'vitest';
import { cards, largestCardBytes } from '../../src/cards/index.ts';
import type { RemindersView } from '../../src/services/views.ts';
import { elementsOfType } from './card-tree.ts';

function example(title: string): RemindersView {
  const found = cards.reminders.examples.find((one) => one.title === title);
  if (found === undefined) throw new Error(title);
  return found.data;
}

const bytes = (card: object) => Buffer.byteLength(JSON.stringify(card));
const uuid = '0b5e6a3c-3b67-4c5e-9d55-6f1f0a6c2f01';

describe('a message of reminders', () => {
  it('stays within its size with as many as are ever listed, one of them unfolded with everything', () => {
    const six = example('several at one time');
    const unfolded = example('several, one of them unfolded').open;
    const [line] = six.lines;
    if (line === undefined || unfolded?.later == null || unfolded.calendar === null)
      throw new Error('example');
    const data = {
      moment: '2026-10-05T08:00:00Z',
      participantId: uuid,
      item: 'team-development-session-12',
      dueOn: '2026-10-12',
    };
    const lines = Array.from({ length: 8 }, (_, at) => ({
      ...line,
      title: 'Team development session 12',
      who: `Oluwaseun Adeyemi-Featherstonehaugh ${at}`,
      was: 'Wed 30 Sep 2026',
      when: 'held on Wed 30 Sep 2026, recorded by Rhiannon Pryce-Featherstonehaugh',
      choose: at === 3 ? null : data,
    }));
    const calendar = {
      hint: unfolded.calendar.hint,
      meetingUrl: `https://teams.microsoft.com/l/meeting/new?subject=${'x'.repeat(400)}`,
      fileUrl: `https://academy.example.org/calendar/${'x'.repeat(300)}.ics`,
    };
    const why = Array.from({ length: 6 }, () => 'w'.repeat(280));
    const open = { ...unfolded, at: 3, calendar, why, later: { ...unfolded.later, data } };
    const rest = Array.from({ length: 14 }, () => `Team development session 12, ${'x'.repeat(160)}`);
    const card = cards.reminders.render({
      ...six,
      lines,
      rest,
      open,
      more: '… and 70 more: ask “what’s next”',
    });
    expect(
      elementsOfType(card, 'Action.Execute').filter(({ verb }) => verb === 'reminder-choose'),
    ).toHaveLength(7);
    expect(bytes(card)).toBeLessThanOrEqual(largestCardBytes);
  });

  it('folds everything away but what has to be looked at again', () => {
    const sections = (title: string) =>
      Object.fromEntries(
        elementsOfType(cards.reminders.render(example(title)), 'Container')
          .filter(({ id }) => id !== undefined)
          .map(({ id, isVisible }) => [id, isVisible]),
      );
    const before = 'five working days before, to the one who leads it';
    expect(sections(before)).toEqual({ later: false, calendar: false, why: false });
    expect(sections('putting off, with an error')).toEqual({ later: true, calendar: false, why: false });
    expect(sections('several at one time')).toEqual({});
  });

  it('tells the buttons of several apart for whoever cannot see where they stand', () => {
    const card = cards.reminders.render(example('several at one time'));
    const tooltips = elementsOfType(card, 'Action.Execute')
      .filter(({ verb }) => verb === 'reminder-choose')
      .map(({ tooltip }) => tooltip);
    expect(new Set(tooltips).size).toBe(6);
    expect(tooltips[0]).toBe('Reflective supervision 2, Amara Okoro');
  });

  it('links to Teams and to the bot alone', () => {
    const ahead = example('five working days before, to the one who leads it');
    const open = ahead.open;
    if (open?.calendar == null) throw new Error('example');
    const links = elementsOfType(cards.reminders.render(ahead), 'Action.OpenUrl').map(({ url }) =>
      String(url),
    );
    expect(links.map((url) => new URL(url).host)).toEqual(['teams.microsoft.com', 'academy.example.org']);
    for (const fileUrl of ['javascript:alert(1)', 'http://elsewhere.example.org/x.ics', 'ms-word:x']) {
      const calendar = { ...open.calendar, fileUrl };
      const card = cards.reminders.render({ ...ahead, open: { ...open, calendar } });
      expect(elementsOfType(card, 'Action.OpenUrl')).toHaveLength(1);
      const alone = cards.reminders.render({
        ...ahead,
        open: { ...open, calendar: { ...calendar, meetingUrl: '' } },
      });
      expect(elementsOfType(alone, 'Container').filter(({ id }) => id === 'calendar')).toEqual([]);
    }
  });
});
