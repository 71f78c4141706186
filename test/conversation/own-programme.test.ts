/** A council that no preset knows, as its people meet it in Teams: test/fixtures/marlbury.yaml. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';

let teams: AcademyInTeams;
beforeAll(async () => {
  const programme = join(import.meta.dirname, '../fixtures/marlbury.yaml');
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z', programme });
});
afterAll(() => teams.stop());

async function answered(who: typeof amara, text: string): Promise<string> {
  const { sent } = await teams.client.person(who).says(text);
  return sent.map(({ card, text: words }) => words ?? wordsOf(card ?? {})).join('\n');
}

describe('what only this council has', () => {
  // Amara started on Mon 7 Sep 2026: three weeks on is 28 Sep and 19 Oct, four months Thu 7 Jan 2027.
  it.each([
    ['when is the service forum', 'Service forum 1', 'Thursday 7 January 2027'],
    ["when's my next Service Forum?", 'Service forum 1', 'Thursday 7 January 2027'],
    ['next peer circle', 'Peer circle 2', 'Monday 19 October 2026'],
    ['when are the peer-circles', 'Peer circle 2', 'Monday 19 October 2026'],
    ['when is my case study due', 'Case study', 'Tuesday 24 August 2027'],
    ['when is my 8 month review', '8-month review', 'Friday 7 May 2027'],
  ])('is asked for by its own title: “%s”', async (text, title, date) => {
    const words = await answered(amara, text);
    expect(words).toContain(title);
    expect(words).toContain(date);
  });

  it('is told of the people somebody supports, and of nobody else', async () => {
    expect(await answered(priya, 'when is Amara’s case study due')).toContain('Tuesday 24 August 2027');
    const refused = await answered(priya, 'when is Benedikt’s case study due');
    expect(refused).toContain('I cannot show or change that for you');
    expect(refused).not.toContain('2027');
  });

  it('changes nothing about other questions with these words in them', async () => {
    expect(await answered(amara, 'what is a case study')).not.toContain('Tuesday 24 August 2027');
    expect(await answered(amara, 'I am struggling with the case study')).not.toContain('24 August');
  });
});

describe('moving to another team where the council has no procedure for it', () => {
  it('is not part of the programme, and the answer says whom to ask', async () => {
    const words = await answered(amara, 'I want to move team');
    expect(words).toContain('Moving to another team is not part of this programme');
    expect(words).toContain('Please talk to Priya Nandakumar (Practice Mentor)');
    expect(words).not.toContain('I wish to move team');
    expect(await answered(amara, 'where is my move request?')).toContain('not part of this programme');
    expect(await answered(helen, 'move team requests')).toContain('not part of this programme');
  });

  it('cannot be begun with a button that is still there from before', async () => {
    const data = { v: 1, verb: 'move-wish', submissionId: 's-1' };
    const { card } = await teams.client.person(amara).invokes('move-wish', data);
    expect(wordsOf(card ?? {})).toContain('not part of this programme');
    const id = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
    expect((await teams.academy.ports.files.load(id))?.file.moveSteps).toEqual([]);
  });

  it('is in nobody’s help', async () => {
    for (const who of [amara, helen]) {
      const words = await answered(who, 'help');
      expect(words).toContain('What I can do for you');
      expect(words).not.toMatch(/move team/i);
    }
  });
});
