import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';

let teams: AcademyInTeams;
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z' });
});
afterAll(() => teams.stop());

async function answered(who: typeof amara, text: string): Promise<string> {
  const { sent } = await teams.client.person(who).says(text);
  return sent.map(({ card, text: words }) => words ?? wordsOf(card ?? {})).join('\n');
}

describe('a question about how the year works', () => {
  it.each([
    ['how many direct observations do I need', 'Direct observations', 'Luton handbook, section 2'],
    ['what is an action learning set', 'Action learning sets', 'Luton handbook, section 7'],
    ['what happens if I fail', 'When progress is not good enough', 'Luton handbook, section 2'],
    ['how long is probation', 'Probation', 'Luton handbook, section 3'],
  ])('is answered from the guidance with its section: “%s”', async (text, title, section) => {
    for (const who of [amara, priya, helen]) {
      const words = await answered(who, text);
      expect(words).toContain(title);
      expect(words).toContain(section);
    }
  });

  it.each([
    'how often do i need to see her',
    'how long should supervision be',
    'how often is sup supposed to be',
  ])('of how often or how long, about no one supervision, is asked back: “%s”', async (text) => {
    const words = await answered(amara, text);
    expect(words).toContain('Which of these do you mean?');
    for (const title of ['Reflective supervision', 'Case supervision', 'Personal supervision'])
      expect(words).toContain(title);
  });

  it('that the guidance does not answer gets “I don’t know” and the person to ask', async () => {
    const words = await answered(amara, 'what is the policy on gifts');
    expect(words).toContain('I don’t know');
    expect(words).toContain('Senior Practitioner');
    expect(words).toContain('Priya Nandakumar');
    expect(await answered(helen, 'what is the policy on gifts')).toContain(
      'Please ask the Senior Practitioner',
    );
  });

  it('that may or may not be one is asked back, with the topic as a button', async () => {
    const person = teams.client.person(amara);
    const { sent } = await person.says('do I get help with court work');
    expect(wordsOf(sent[0]?.card ?? {})).toContain('Complex cases');
  });

  it('to which two topics are as likely an answer is asked back, and the button answers', async () => {
    const person = teams.client.person(amara);
    const { sent } = await person.says('what does the practice educator do');
    expect(wordsOf(sent[0]?.card ?? {})).toContain('Which of these do you mean?');
    const pressed = await person.presses('Who does what in the academy');
    expect(JSON.stringify(pressed)).toContain('Luton handbook, section 2');
  });
});
