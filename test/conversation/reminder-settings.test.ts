import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualSettings } from '../../src/services/ports.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya, stranger } from './academy-in-teams.ts';
import { chatOf, idsOf, remind } from './reminding.ts';

let teams: AcademyInTeams;
beforeEach(async () => {
  // A Tuesday past noon.
  teams = await academyInTeams({ now: '2026-10-06T11:30:00Z' });
});
afterEach(() => teams.stop());

const person = (who: typeof amara) => teams.client.person(who);
const settingsOf = async (who: typeof amara) =>
  teams.academy.ports.preferences.of((await idsOf(teams, who)).personId);
const save = (who: typeof amara, inputs: Readonly<Record<string, string>>) =>
  person(who).presses('Save my settings', { inputs });
const on = (text: string) => Temporal.PlainDate.from(text);

const fifth = {
  of: amara,
  item: 'reflective-supervision-5',
  dueOn: '2026-10-12',
  stage: 'before-5',
  recipient: 'reflective-supervisor',
} as const;

describe('how somebody is reminded', () => {
  it('is asked for in words or from help, and says what cannot be switched off', async () => {
    await person(priya).says('change my reminder settings');
    expect(wordsOf(person(priya).lastCard())).toContain('How you are reminded');
    await person(amara).says('help');
    await person(amara).presses('Change how I am reminded');
    const words = wordsOf(person(amara).lastCard());
    expect(words).toContain('What always comes by itself');
    expect(words).toContain('What is overdue');
    expect(words).toContain('As usual (09:00)');
  });

  it('is kept as chosen, and shown so from then on', async () => {
    await person(priya).says('change my reminder settings');
    const inputs = { reminders: 'weekly', at: '08:30', calendarLinks: 'no' };
    const leave = { leaveFrom: '2026-10-26', leaveUntil: '2026-10-30' };
    const answer = await save(priya, { ...inputs, ...leave });
    expect(wordsOf(answer.card ?? {})).toContain('Saved.');
    expect(wordsOf(answer.card ?? {})).toContain('Mon 26 Oct 2026 to Fri 30 Oct 2026');
    expect(await settingsOf(priya)).toEqual({
      reminders: 'weekly',
      at: '08:30',
      calendarLinks: false,
      leave: [{ fromOn: on('2026-10-26'), untilOn: on('2026-10-30') }],
    });
    expect(await settingsOf(amara)).toEqual(usualSettings);
    await save(priya, { leaveFrom: '2026-12-21', leaveUntil: '2026-12-23', at: 'usual' });
    const removed = await person(priya).presses('Remove this leave', { inputs: { at: '09:30' } });
    expect(wordsOf(removed.card ?? {})).toContain('Removed: Mon 26 Oct 2026 to Fri 30 Oct 2026.');
    // What was chosen beside it and not yet saved stays on the card, and only there.
    expect(JSON.stringify(removed.card)).toContain('"value":"09:30"');
    const settings = await settingsOf(priya);
    expect([settings.at, settings.leave.map(({ fromOn }) => String(fromOn))]).toEqual([null, ['2026-12-21']]);
  });

  it.each([
    [{ leaveFrom: '2026-10-30', leaveUntil: '2026-10-26' }, 'The last day is before the first one.'],
    [{ leaveFrom: '2026-10-30' }, 'Give both days, or leave both empty.'],
    [{ leaveFrom: '2026-09-01', leaveUntil: '2026-09-02' }, 'This leave is over already.'],
    [{ leaveFrom: 'x', leaveUntil: '2026-10-26' }, 'This is not a date.'],
    [{ at: '23:00' }, 'Choose a time from the list.'],
    [{ at: '' }, 'Choose a time from the list.'],
    [{ reminders: 'never' }, 'Choose one of the two.'],
  ])('with %j is refused at its field, with everything else kept on the card', async (wrong, words) => {
    await person(priya).says('change my reminder settings');
    const answer = await save(priya, { calendarLinks: 'no', ...wrong });
    expect(wordsOf(answer.card ?? {})).toContain(`Error: ${words}`);
    expect(wordsOf(answer.card ?? {})).toContain('Nothing has been saved yet.');
    expect(JSON.stringify(answer.card)).toMatch(/"id":"calendarLinks"[^}]*"value":"no"/);
    expect(await settingsOf(priya)).toEqual(usualSettings);
  });

  it('is everybody’s own: twenty presses at once are one, and a stranger has nothing to choose', async () => {
    await person(priya).says('change my reminder settings');
    const verb = 'settings-save';
    const typed = { reminders: 'single', at: 'usual', calendarLinks: 'yes' };
    const leave = { leaveFrom: '2026-10-26', leaveUntil: '2026-10-30' };
    const data = { v: 1, verb, ...typed, ...leave };
    await Promise.all(Array.from({ length: 20 }, () => person(priya).invokes(verb, data)));
    expect((await settingsOf(priya)).leave).toHaveLength(1);
    await person(stranger).invokes(verb, data);
    expect(wordsOf(person(stranger).lastCard())).toContain('I do not know you yet');
    expect(await settingsOf(amara)).toEqual(usualSettings);
  });

  it('turns the calendar off the reminders', async () => {
    await remind(teams, priya, [fifth]);
    await person(priya).says('hello');
    await teams.settled();
    expect(chatOf(teams, priya).join()).toContain('Get a calendar file');
    await person(priya).says('change my reminder settings');
    await save(priya, { calendarLinks: 'no' });
    teams.time.now = teams.time.now.add({ minutes: 1 });
    await remind(teams, priya, [fifth]);
    expect(wordsOf(person(priya).lastCard())).toContain('Reflective supervision 5');
    expect(wordsOf(person(priya).lastCard())).not.toContain('calendar');
  });
});

describe('the weekly message', () => {
  it('comes on Monday at the chosen time with the week by days, in place of single reminders', async () => {
    await person(priya).says('change my reminder settings');
    await save(priya, { reminders: 'weekly', at: '08:30' });
    await teams.settled();
    const before = chatOf(teams, priya).length;
    for (const now of ['2026-10-07T08:00:00Z', '2026-10-09T08:00:00Z', '2026-10-12T07:30:00Z']) {
      teams.time.now = Temporal.Instant.from(now);
      await teams.settled();
    }
    const since = chatOf(teams, priya).slice(before);
    const weeks = since.filter((words) => words.includes('Your week from Monday 12 October 2026'));
    expect(weeks).toHaveLength(1);
    expect(weeks[0]).toContain('Monday 12 October 2026\nReflective supervision 5\nAmara Okoro · today');
    expect(weeks[0]?.indexOf('Overdue')).toBeLessThan(weeks[0]?.indexOf('Reflective supervision 5') ?? -1);
    expect(since.filter((words) => words.includes('is due'))).toEqual([]);
    const card = person(priya).lastCard();
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      'What’s next',
      'Record supervision',
      'Change how I am reminded',
    ]);
    await person(priya).presses('Record supervision');
    expect(wordsOf(person(priya).lastCard())).toContain('Amara Okoro');
    expect(chatOf(teams, priya).filter((words) => words.includes('Your week from'))).toHaveLength(1);
  });

  it('is not sent to somebody who has nothing in it', async () => {
    await person(helen).says('change my reminder settings');
    await save(helen, { reminders: 'weekly' });
    await teams.settled();
    const before = chatOf(teams, helen).length;
    const { personId } = await idsOf(teams, helen);
    const subject = { card: 'digest', personId, moment: '2030-10-07T08:00:00Z' } as const;
    teams.time.now = Temporal.Instant.from('2030-10-07T08:00:00Z');
    const view = await teams.academy.showSubject({ kind: 'person', personId }, subject, false, []);
    expect(view?.card === 'digest' ? view.data.days : []).toEqual([]);
    expect(chatOf(teams, helen)).toHaveLength(before);
  });
});
