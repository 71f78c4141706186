import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, priya } from './academy-in-teams.ts';

let teams: AcademyInTeams;
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z' });
});
afterAll(() => teams.stop());

async function answered(who: typeof amara, text: string): Promise<string> {
  const person = teams.client.person(who);
  const { sent } = await person.says(text);
  return sent.map(({ card, text: words }) => words ?? wordsOf(card ?? {})).join('\n');
}

describe('somebody named in a question', () => {
  it.each(['when is his next supervision?', "when is Ben's next supervision?", "what's next for Ben?"])(
    'whom the asker may not ask about: “%s” is refused',
    async (text) => {
      expect(await answered(amara, text)).toContain('I cannot show or change that for you');
    },
  );

  it.each([
    ["when's my next supervision with Priya?", 'Reflective supervision 4', 'Priya Nandakumar'],
    ['when is my next supervision with Marta Kowalczyk?', 'Peer supervision 1', 'Marta Kowalczyk'],
    ['when is my next review with Marta?', '3-month review', 'Marta Kowalczyk'],
  ])('who supports the asker: “%s” is about the asker’s own dates with them', async (text, item, lead) => {
    const words = await answered(amara, text);
    expect(words).toContain('Your next');
    expect(words).toContain(item);
    expect(words).toContain(lead);
  });

  it('who is the asker is answered like “my”, and no count is taken from it unasked', async () => {
    expect(await answered(amara, "when is Amara's next review?")).toContain('Your next review');
    expect(await answered(amara, "Amara's caseload is 14")).toContain('How many children do you hold today?');
  });

  it('whom the asker supports, without an apostrophe: the number is kept with the name', async () => {
    expect(await answered(priya, 'amaras next supervision')).toContain('Amara Okoro');
    expect(await answered(priya, 'amaras caseload is 13')).toContain('Amara Okoro’s caseload: 13 children');
    expect(await answered(priya, 'zeldas caseload is 13')).toContain('Whose caseload is it?');
  });

  it('whom the asker supports: what is next for that one', async () => {
    const words = await answered(priya, "what's next for Amara?");
    expect(words).toContain('What’s next for Amara Okoro');
    expect(words).toContain('Reflective supervision 4');
  });
});

it('never leaves the next review out of what is next, however full the weeks before it are', async () => {
  const words = await answered(amara, "what's next");
  expect(words).toContain('Reflective supervision 4');
  expect(words).toContain('3-month review');
});

it('welcomes an NQSW with the council’s own word for what a caseload is counted in', async () => {
  const { sent } = await teams.client.person(amara).installs();
  expect(wordsOf(sent[0]?.card ?? {})).toContain('how many children you hold');
});

it('says once that case detail was not kept, at its field, and that the other answers are still there', async () => {
  const sp = teams.client.person(priya);
  await sp.says('record supervision for Amara');
  const inputs = {
    action1What: 'Visit J.S., DOB 12/03/2015',
    action1Owner: 'nqsw',
    action1Due: '2026-11-02',
  };
  const refused = await sp.presses('Record supervision', { inputs });
  const words = wordsOf(refused.card ?? {});
  expect(words).not.toContain('DOB');
  expect(words.match(/\bkept\b/g)).toHaveLength(1);
  expect(words).toContain('These words have not been kept.');
  expect(words).toContain('Your other answers are still here.');
});
