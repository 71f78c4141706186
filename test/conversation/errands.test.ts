import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intents } from '../../src/understanding/intents.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, escalations, helen, priya } from './academy-in-teams.ts';
import { jo, marta, ruth, tom } from './roles-in-teams.ts';

let teams: AcademyInTeams;
const everybody = [amara, priya, marta, tom, jo, helen, ruth];
const as = (who: typeof amara) => teams.client.person(who);
const refusal = 'I cannot show or change that for you';

/** Monday 5 October 2026, four weeks into Amara's year: Priya has a session with her this week. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T05:00:00Z' });
  for (const who of everybody) await as(who).says('hello');
});
afterAll(() => teams.stop());

interface Answer {
  readonly words: string;
  readonly titles: readonly string[];
}

async function answer(who: typeof amara, text: string): Promise<Answer> {
  const { sent } = await as(who).says(text);
  return {
    words: sent.map(({ card, text: words }) => words ?? wordsOf(card ?? {})).join('\n'),
    titles: sent.flatMap(({ card }) => (card === undefined ? [] : buttonsOf(card).map(({ title }) => title))),
  };
}

describe('what is asked for in so many words', () => {
  it.each<[string, typeof amara, string, string]>([
    ['one’s own chronology', amara, 'chronology', 'Your chronology'],
    ['somebody’s chronology, by name', priya, "show Amara's chronology", 'Chronology: Amara Okoro'],
    ['a chronology of nobody in particular', helen, 'can I see a chronology', 'Whose chronology?'],
    ['no chronology to the host team', tom, "show Amara's chronology", refusal],
    ['no chronology of somebody else to an NQSW', amara, "show Ben's chronology", refusal],
    ['putting off where nothing is owed soon', ruth, 'snooze', 'No reminder of yours can be put off now'],
    ['the take-up of learning sets', helen, 'take up of learning sets', 'Take-up and attendance'],
    ['who came to a learning set', helen, 'who came to the last ALS', 'Take-up and attendance'],
    ['disputed records', helen, 'any disagreements with records?', 'No record is disputed'],
    ['no disputed records to others', priya, 'any disagreements with records?', refusal],
    ['the second claim', helen, 'when is the second funding claim due', '31 Mar 2027'],
    [
      'a claim, to whoever is not told of them',
      priya,
      'when is the next DfE claim due',
      'Funding claims are for',
    ],
    ['the first observation', amara, 'when do i need my first observation', 'Observations'],
    [
      'a mistake in a record, of whoever made none',
      priya,
      'i made a mistake in a record',
      'You have made no record',
    ],
    ['a mistake in a record, to the NQSW', amara, 'theres a mistake in my record', 'what is not right'],
    ['another day for a review', amara, 'can i move my review to friday', 'agreed with whoever leads'],
    ['a longer year', amara, 'can my year be extended', 'A year is extended by a decision'],
    ['one new person', helen, 'add a new nqsw', 'Enrol one NQSW'],
    [
      'a handover of which none is waiting',
      helen,
      'handover for amara',
      'No handover of Amara Okoro is waiting',
    ],
    [
      'a review, to whoever does not record it',
      priya,
      'record a review for Amara',
      'recorded by the Practice',
    ],
    ['a review, to the manager', helen, 'record a review for Amara', 'Marta Kowalczyk'],
    ['a review, to the NQSW', amara, 'record a review', 'You do not record reviews yourself'],
    ['a review of nobody of theirs, like one of nobody at all', priya, 'record a review for Ben', refusal],
    ['many new people', helen, 'import the new cohort', 'many with the roster'],
    ['new people, to whoever does not enrol', priya, 'add a new nqsw', 'The Academy Manager enrols people'],
    ['a new cohort, to somebody else', priya, 'import a new cohort', 'Please tell your Academy Manager'],
    ['somebody who leaves', priya, 'Ben is leaving', 'Academy Manager'],
    ['a message to everybody', helen, 'send everyone a message', 'I pass no messages on'],
    ['who is away', helen, 'who is on leave', 'I do not show who is away'],
  ])('answers %s', async (_, who, text, expected) => {
    expect((await answer(who, text)).words).toContain(expected);
  });

  it('offers each record that one made oneself for correction', async () => {
    const theme = teams.academy.programme.supervision.themes[0]?.code ?? '';
    await as(priya).says('record supervision for Amara');
    const saved = await as(priya).presses('Record supervision', {
      inputs: {
        heldOn: '2026-10-02',
        minutes: '90',
        mode: 'face-to-face',
        childFile: 'yes',
        themes: theme,
        templateUsed: 'yes',
        coWorkerRecorded: 'yes',
      },
    });
    expect(wordsOf(saved.card ?? {})).toContain('Recorded: Reflective supervision');
    const { titles } = await answer(priya, 'I made a mistake in a record');
    expect(titles).toContain('Correct: Amara Okoro, 2 Oct');
    const form = await as(priya).presses('Correct: Amara Okoro, 2 Oct');
    expect(wordsOf(form.card ?? {})).toContain('Correct a supervision record');
  });

  it('fills in the day that was named', async () => {
    await as(priya).says('remind me tomorrow');
    expect(JSON.stringify(as(priya).lastCard())).toContain('"value":"2026-10-06"');
  });

  it('puts the reminder off from the card that “remind me tomorrow” brings', async () => {
    await as(amara).says('remind me tomorrow');
    const card = as(amara).lastCard();
    expect(wordsOf(card)).toContain('Choose what to do');
    await as(amara).presses('Choose what to do');
    const put = await as(amara).presses('Remind me then', { inputs: { choice: 'tomorrow' } });
    expect(wordsOf(put.card ?? {})).toContain('I will remind you again on Tue 6 Oct 2026');
  });
});

/** What names the next step where there is no button for it. */
const nextInWords = /please (?:ask|tell|talk|write|look)|type “help”/iu;

describe('the end of every answer', () => {
  it('is something to press, or a word of whom to ask, whoever asks and whatever for', async () => {
    const ends: string[] = [];
    for (const who of everybody) {
      for (const intent of intents) {
        const { sent, card, text } = await as(who).invokes('ask', { v: 1, verb: 'ask', intent });
        const cards = [...sent.map((one) => one.card), card].filter((one) => one !== undefined);
        const texts = [...sent.map((one) => one.text), text].filter((one) => one !== undefined);
        const isOpen =
          cards.some((one) => buttonsOf(one).length > 0) || texts.some((one) => nextInWords.test(one));
        const isSupport = intent === 'wellbeing' && cards.some((one) => wordsOf(one).includes('Write to '));
        if (!isOpen && !isSupport) ends.push(`${who.name}: ${intent}: ${texts.join(' ')}`);
      }
    }
    expect(ends).toEqual([]);
  });
});

describe('commands with slips of the keyboard', () => {
  it.each<[string, typeof amara, string]>([
    ['hlep', amara, 'What I can do for you'],
    ['my nqws', priya, 'Amara Okoro'],
    ['recrod supervison', priya, 'Record supervision'],
    ['complience report', helen, 'On time'],
    ['chronolgy', amara, 'Your chronology'],
    ['lerning sets', helen, 'Action learning sets'],
  ])('are forgiven: %s', async (text, who, expected) => {
    expect((await answer(who, text)).words).toContain(expected);
  });
});

describe('a mention in a channel', () => {
  it.each([
    'when is my next review?',
    "show Amara's chronology",
    'my NQSWs',
    'who is over their caseload?',
    'I am struggling',
    'i made a mistake in a record',
    'remind me tomorrow',
  ])('carries no personal data back: %s', async (text) => {
    for (const who of [amara, priya, helen]) {
      const { sent } = await as(who).says(`<at>Academy Assistant</at> ${text}`, { in: escalations });
      const words = sent.map((one) => one.text ?? wordsOf(one.card ?? {})).join('\n');
      for (const name of ['Amara', 'Okoro', 'Priya', 'Benedikt', 'Marta', '3-month', '2026', 'children']) {
        expect(words).not.toContain(name);
      }
    }
  });
});
