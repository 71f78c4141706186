import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf } from '../../src/services/recordable-items.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import {
  type AcademyInTeams,
  academyInTeams,
  amara,
  escalations,
  helen,
  lutonQuiet,
  priya,
  stranger,
} from './academy-in-teams.ts';
import { marta, owen, ruth, tom } from './roles-in-teams.ts';

const refusal = 'I cannot show or change that for you';
const everybody = [amara, priya, helen, tom, ruth, marta, owen];

let teams: AcademyInTeams;
let participantId = '';

async function opened(): Promise<void> {
  teams = await academyInTeams({ now: '2026-10-19T09:00:00Z', programme: lutonQuiet });
  for (const who of everybody) await as(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
}

const as = (who: typeof amara) => teams.client.person(who);
const at = (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
};
const last = (who: typeof amara) => wordsOf(as(who).lastCard());
/** The newest card about the pause. */
const cardOf = (who: typeof amara) =>
  as(who)
    .messages()
    .map(({ card }) => card ?? {})
    .findLast((card) => /Pause of|Welcome back|what would move/.test(wordsOf(card))) ?? {};
const news = (who: typeof amara) => wordsOf(cardOf(who));
const titles = (who: typeof amara) => buttonsOf(cardOf(who)).map(({ title }) => title);
const file = async () => (await teams.academy.ports.files.load(participantId))?.file;
const steps = async () => ((await file())?.pauseSteps ?? []).map(({ step }) => step);
const pauses = async () =>
  ((await file())?.pauses ?? []).map(({ fromOn, untilOn }) => `${fromOn}..${untilOn ?? ''}`);

const press = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};
const nextReview = async () => {
  await as(amara).says('when is my next review?');
  return last(amara);
};
/** How many messages about a pause somebody has been sent, updates not counted. */
const sentTo = (who: typeof amara) =>
  teams.connector.taken.filter(
    ({ method, conversationId, card }) =>
      method === 'POST' &&
      conversationId === as(who).conversationId &&
      /Pause of|Welcome back/.test(wordsOf(card ?? {})),
  ).length;

const sixWeeks = { reason: 'sickness', fromOn: '2026-11-02', untilOn: '2026-12-13' };

async function proposeSixWeeks(): Promise<void> {
  await as(helen).says("pause Amara's programme");
  await press(helen, 'Show what would move', sixWeeks);
  await press(helen, 'Send it to all four');
}

describe('a pause, from the wish to the first day back', () => {
  beforeAll(opened);
  afterAll(() => teams.stop());

  it('begins with the NQSW who asks, and only the Academy Manager hears of it', async () => {
    await as(amara).says('I need a pause');
    expect(last(amara)).toContain('Please do not write here why you need it');
    expect(await steps()).toEqual([]);
    expect(await press(amara, 'Ask for a pause')).toContain('nothing decided yet');
    expect(await steps()).toEqual(['ask']);
    expect(news(helen)).toContain('Pause of Amara Okoro’s programme');
    expect(titles(helen)).toEqual(['Propose a pause', 'There will be no pause']);
    for (const who of [priya, tom, marta, ruth, owen]) expect(sentTo(who)).toBe(0);
  });

  it('takes a kind of reason and days, refuses capability with words, and keeps what was typed', async () => {
    await press(helen, 'Propose a pause');
    const nothing = await press(helen, 'Show what would move');
    expect(nothing).toContain('Error: Choose the kind of reason.');
    expect(nothing).toContain('Error: Choose the date.');
    const capability = await press(helen, 'Show what would move', { ...sixWeeks, reason: 'capability' });
    expect(capability).toContain('Error: Doubts about capability are no reason for a pause');
    expect(JSON.stringify(as(helen).lastCard())).toContain('2026-12-13');
    const early = await press(helen, 'Show what would move', { ...sixWeeks, fromOn: '2026-09-01' });
    expect(early).toContain('a pause can begin on that day or later');
    const backwards = await press(helen, 'Show what would move', { ...sixWeeks, untilOn: '2026-11-01' });
    expect(backwards).toContain('The last day is before the first one.');
    expect(await steps()).toEqual(['ask']);
  });

  it('shows every date that would move before anything is sent, but for personal supervision (L7)', async () => {
    const preview = await press(helen, 'Show what would move', sixWeeks);
    expect(preview).toContain('Nothing is kept or sent before you press the button');
    expect(preview).toContain('3-month review: Mon 7 Dec 2026 → Mon 18 Jan 2027');
    expect(preview).toMatch(/Reflective supervision: \d+/);
    expect(await steps()).toEqual(['ask']);
    expect(await nextReview()).toContain('Monday 7 December 2026');
    const now = await file();
    if (now === undefined) throw new Error('no file');
    const { needs } = teams.academy;
    const today = Temporal.PlainDate.from('2026-10-19');
    const plan = planOf(needs, now, today);
    const pause = {
      pauseId: 'x',
      fromOn: Temporal.PlainDate.from(sixWeeks.fromOn),
      untilOn: Temporal.PlainDate.from(sixWeeks.untilOn),
    };
    const after = new Map(
      planOf(needs, { ...now, pauses: [pause] }, today).items.map((item) => [item.id, item.due]),
    );
    const open = plan.items.filter(({ series }) => series !== 'personal-supervision');
    const moved = open.filter(({ id, due }) => String(after.get(id)) !== String(due));
    expect(moved.length).toBeGreaterThan(40);
    expect(preview).toContain(`${moved.length} dates move.`);
    expect(preview.split('→').length - 1).toBe(moved.length);
  });

  it('is sent to exactly the four, each with the dates, and moves none before all have agreed', async () => {
    await press(helen, 'Send it to all four');
    expect(await steps()).toEqual(['ask', 'propose']);
    for (const who of [amara, marta, tom]) {
      expect(news(who)).toContain('3-month review: Mon 7 Dec 2026 → Mon 18 Jan 2027');
      expect(titles(who)).toEqual(['I agree', 'I do not agree']);
    }
    expect(titles(helen)).toContain('I agree');
    for (const who of [amara, tom]) expect(news(who)).toContain('Personal supervision: ');
    for (const who of [marta, helen]) expect(news(who)).not.toContain('Personal supervision');
    for (const who of [priya, ruth, owen]) expect(sentTo(who)).toBe(0);
    expect(await press(amara, 'I agree')).toContain('1 of 4 have agreed');
    expect(await press(marta, 'I agree')).toContain('2 of 4 have agreed');
    expect(await press(helen, 'I agree')).toContain('3 of 4 have agreed');
    expect(news(tom)).toContain('3 of 4 have agreed');
    expect(await pauses()).toEqual([]);
    expect(await nextReview()).toContain('Monday 7 December 2026');
  });

  it('is refused to everybody else, in the words for what does not exist', async () => {
    const pauseId = (await file())?.pauseSteps[0]?.pauseId ?? '';
    const forged = { v: 1, participantId, pauseId, seen: 2 };
    for (const who of [priya, ruth, owen]) {
      for (const step of ['agree', 'decline', 'withdraw', 'end', 'record']) {
        const answer = await as(who).invokes('pause-step', { ...forged, verb: 'pause-step', step });
        expect(answer.text).toContain(refusal);
      }
      const show = await as(who).invokes('pause-show', { ...forged, verb: 'pause-show' });
      expect(show.text).toContain(refusal);
    }
    await as(stranger).invokes('pause-step', { ...forged, verb: 'pause-step', step: 'agree' });
    expect(last(stranger)).toContain('I do not know you yet');
    for (const who of [amara, marta, tom]) {
      const data = { ...forged, verb: 'pause-preview', change: 'propose', ...sixWeeks };
      expect((await as(who).invokes('pause-preview', data)).text).toContain(refusal);
    }
    expect((await steps()).length).toBe(5);
  });

  it('counts from the fourth agreement: dates move, tasks go to their owners, the channel hears that and not why', async () => {
    await as(helen).says('use this channel for escalations', { in: teams.client.channel(escalations) });
    await press(tom, 'I agree');
    expect(await pauses()).toEqual(['2026-11-02..2026-12-13']);
    expect(await nextReview()).toContain('Monday 18 January 2027');
    expect(titles(amara)).toContain('Done: portfolio');
    expect(titles(marta)).toContain('Done: learning agreement');
    expect(titles(helen)).toContain('Done: funder’s portal');
    expect(titles(tom)).toEqual(['My NQSWs']);
    const passed = (who: typeof amara) =>
      as(who)
        .messages()
        .map(({ card }) => wordsOf(card ?? {}))
        .filter((words) => words.includes('There is a newer message about it below'));
    expect(passed(amara).every((words) => words.startsWith('Pause of your programme'))).toBe(true);
    expect(passed(marta).every((words) => words.startsWith('Pause of Amara Okoro’s programme'))).toBe(true);
    expect(passed(amara)).not.toEqual([]);
    const posts = teams.connector
      .standing(escalations.id)
      .map(({ card }) => wordsOf(card ?? {}))
      .filter((words) => /programme: paused/.test(words));
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain('Amara Okoro’s programme: paused');
    expect(posts.join()).not.toMatch(/sick|reason/i);
  });

  it('has its tasks ticked off by their owners alone', async () => {
    expect(await press(marta, 'Done: learning agreement')).not.toContain('Done: learning agreement');
    const pauseId = (await file())?.pauseSteps[0]?.pauseId ?? '';
    const forged = {
      v: 1,
      verb: 'pause-step',
      participantId,
      pauseId,
      seen: 2,
      step: 'record',
      task: 'portal',
    };
    expect(wordsOf((await as(marta).invokes('pause-step', forged)).card ?? {})).toContain(
      'This belongs to: Academy Manager',
    );
    await press(helen, 'Done: funder’s portal');
    await press(amara, 'Done: portfolio');
    expect((await steps()).filter((step) => step === 'record')).toHaveLength(3);
  });

  it('ends early when the Academy Manager says so, and the dates move back', async () => {
    at('2026-11-25T10:00:00Z');
    await as(helen).says("pause Amara's programme");
    const preview = await press(helen, 'Show what that moves', { backOn: '2026-11-30' });
    expect(preview).toContain('3-month review: Mon 18 Jan 2027 → Mon 4 Jan 2027');
    expect(await pauses()).toEqual(['2026-11-02..2026-12-13']);
    await press(helen, 'Save the first day back');
    expect(await pauses()).toEqual(['2026-11-02..2026-11-29']);
    expect(news(amara)).toContain('back on Mon 30 Nov 2026');
  });

  it('welcomes the NQSW on the first day back with what moved and the next three dates, once', async () => {
    const before = sentTo(amara);
    at('2026-11-30T08:59:00Z');
    await teams.settled();
    expect(sentTo(amara)).toBe(before);
    at('2026-11-30T09:00:00Z');
    await teams.settled();
    expect(news(amara)).toContain('Welcome back');
    expect(news(amara)).toContain('Dates that moved');
    expect(news(amara)).not.toContain('overdue');
    expect(news(amara)).not.toContain('Dates that move ');
    expect(news(amara)).toContain('3-month review: Mon 7 Dec 2026 → Mon 4 Jan 2027');
    expect(sentTo(amara)).toBe(before + 1);
    at('2026-12-14T09:30:00Z');
    await teams.settled();
    expect(sentTo(amara)).toBe(before + 1);
  });

  it('stands in the chronology step by step, in the words of the council; the kind of reason for the four alone', async () => {
    const agreed = [
      '2026-10-19,A pause asked for,Amara Okoro,2026-10-19 10:00,',
      '2026-10-19,A pause from Mon 2 Nov 2026 to Sun 13 Dec 2026 proposed (long-term sickness),Helen Boateng,2026-10-19 10:00,',
      '2026-10-19,Pause: agreed as NQSW,Amara Okoro,2026-10-19 10:00,',
      '2026-10-19,Pause: agreed as Practice Educator,Marta Kowalczyk,2026-10-19 10:00,',
      '2026-10-19,Pause: agreed as Academy Manager,Helen Boateng,2026-10-19 10:00,',
      '2026-10-19,Pause: agreed as Team Manager; all four have agreed,Tom Adeyemi,2026-10-19 10:00,',
      '2026-10-19,Pause: recorded in the learning agreement,Marta Kowalczyk,2026-10-19 10:00,',
      '2026-10-19,Pause: recorded on the funder’s portal,Helen Boateng,2026-10-19 10:00,',
      '2026-10-19,Pause: recorded in the portfolio,Amara Okoro,2026-10-19 10:00,',
      '2026-11-02,Programme paused until Sun 13 Dec 2026,,2026-10-19 10:00,yes',
      '2026-11-02,Programme paused until Sun 29 Nov 2026,,2026-11-25 10:00,',
      '2026-11-25,Pause: back on Mon 30 Nov 2026,Helen Boateng,2026-11-25 10:00,',
      '2026-11-30,First day back after the pause; what moved is shown to the NQSW,,2026-11-25 10:00,',
    ];
    const sheetOf = async (who: typeof amara) => {
      await as(who).invokes('chronology-open', { v: 1, participantId, earlier: '' });
      const card = as(who).lastCard();
      const [path = ''] = JSON.stringify(card).match(/\/files\/[^"]+\.csv/) ?? [];
      const sheet = await fetch(`http://127.0.0.1:${teams.bot.port}${path}`);
      const lines = (await sheet.text()).split('\n');
      return { words: wordsOf(card), about: lines.filter((line) => /[Pp]ause/.test(line)) };
    };
    for (const who of [amara, marta, helen]) {
      const { words, about } = await sheetOf(who);
      expect(about, who.name).toEqual(agreed);
      expect(words).toContain('Pause: back on Mon 30 Nov 2026');
    }
    // Not one of the four: what led to the pause, without the wish and the reason.
    expect((await sheetOf(priya)).about).toEqual(
      agreed.slice(1).map((line) => line.replace(' (long-term sickness)', '')),
    );
  });
});

describe('agreeing to a pause', () => {
  beforeAll(async () => {
    await opened();
    await proposeSixWeeks();
  });
  afterAll(() => teams.stop());

  it('reminds whoever has not agreed on the day by which they were asked, and nobody twice', async () => {
    await press(amara, 'I agree');
    const counts = () => [amara, marta, tom, helen].map(sentTo);
    const before = counts();
    at('2026-10-26T09:00:00Z');
    await teams.settled();
    expect(counts().map((now, i) => now - (before[i] ?? 0))).toEqual([0, 1, 1, 1]);
    expect(news(marta)).toContain('Reminder: Pause of Amara Okoro’s programme');
    await press(marta, 'I agree');
    await teams.settled();
    expect(counts().map((now, i) => now - (before[i] ?? 0))).toEqual([0, 1, 1, 1]);
  });

  it('takes effect once, however often and by however many the last agreements are pressed at once', async () => {
    await Promise.all([
      as(tom).presses('I agree'),
      as(helen).presses('I agree'),
      as(tom).presses('I agree'),
      as(helen).presses('I agree'),
    ]);
    await teams.settled();
    expect(await pauses()).toEqual(['2026-11-02..2026-12-13']);
    expect((await steps()).filter((step) => step === 'agree')).toHaveLength(4);
    await as(helen).says("pause Amara's programme");
    expect(last(helen)).toContain('Agreed by all four');
  });

  it('is asked for again when the pause is to be longer, and the agreed one stands meanwhile', async () => {
    const preview = await press(helen, 'Show what a longer pause moves', { untilOn: '2027-01-10' });
    expect(preview).toContain('3-month review: Mon 18 Jan 2027 → Mon 15 Feb 2027');
    await press(helen, 'Send the later day to all four');
    expect(await pauses()).toEqual(['2026-11-02..2026-12-13']);
    // Not one of the four reads of it before it is agreed.
    const chronologyTo = async (who: typeof amara) => {
      await as(who).invokes('chronology-open', { v: 1, participantId, earlier: '' });
      return wordsOf(as(who).lastCard());
    };
    expect(await chronologyTo(marta)).toContain('a later last day proposed');
    expect(await chronologyTo(priya)).toContain('all four have agreed');
    expect(await chronologyTo(priya)).not.toContain('a later last day proposed');
    for (const who of [amara, marta, tom, helen]) await press(who, 'I agree');
    expect(await pauses()).toEqual(['2026-11-02..2027-01-10']);
  });

  it('can be taken back before its first day, and the dates are as they were', async () => {
    expect(await nextReview()).toContain('Monday 15 February 2027');
    await as(helen).says("pause Amara's programme");
    await press(helen, 'Take the pause back');
    expect(await pauses()).toEqual([]);
    expect(await nextReview()).toContain('Monday 7 December 2026');
    at('2027-01-11T09:30:00Z');
    await teams.settled();
    expect(news(amara)).not.toContain('Welcome back');
  });
});

describe('a pause that does not come about', () => {
  beforeAll(opened);
  afterAll(() => teams.stop());

  it('ends with the first who does not agree, moves nothing, and its old cards change nothing', async () => {
    await proposeSixWeeks();
    await press(tom, 'I do not agree');
    expect(await pauses()).toEqual([]);
    expect(news(helen)).toContain('Not agreed: the programme goes on');
    const pauseId = (await file())?.pauseSteps[0]?.pauseId ?? '';
    const old = { v: 1, verb: 'pause-step', participantId, pauseId, seen: 1, step: 'agree' };
    for (const who of [amara, marta, helen]) {
      const words = wordsOf((await as(who).invokes('pause-step', old)).card ?? {});
      expect(words).toContain('This card was from before');
    }
    expect(await steps()).toEqual(['propose', 'decline']);
    const chronologyFor = async (who: typeof amara) => {
      await as(who).invokes('chronology-open', { v: 1, participantId, earlier: '' });
      return last(who);
    };
    expect(await chronologyFor(marta)).toContain('Pause: did not agree as Team Manager');
    expect(await chronologyFor(priya)).not.toContain('Pause');
  });

  it('has no dates while its end is open, and warns of a programme of more than 24 months', async () => {
    await as(helen).says("pause Amara's programme");
    const open = await press(helen, 'Show what would move', { ...sixWeeks, untilOn: '' });
    expect(open).toContain('3-month review: Mon 7 Dec 2026 → no date yet');
    await press(helen, 'Change the days');
    const long = await press(helen, 'Show what would move', { ...sixWeeks, untilOn: '2027-12-31' });
    expect(long).toMatch(/24 months/);
  });

  it('is asked about in one’s own words, and each gets what is theirs', async () => {
    await as(marta).says('pause the programme for Amara');
    expect(last(marta)).toContain('A pause is proposed by the Academy Manager');
    await as(helen).says('pause a programme');
    expect(last(helen)).toContain('Whose programme?');
    await as(owen).says("pause Amara's programme");
    expect(JSON.stringify(as(owen).messages().at(-1))).toContain(refusal);
  });
});
