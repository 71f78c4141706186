import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, priya } from './academy-in-teams.ts';

let teams: AcademyInTeams;
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z' });
});
afterAll(() => teams.stop());

async function answered(who: typeof amara, text: string): Promise<{ words: string; filled: string | null }> {
  const { sent } = await teams.client.person(who).says(text);
  const cards = sent.map(({ card }) => card ?? {});
  const filled = /"id":"count"[^}]*"value":"?(\d*)/.exec(JSON.stringify(cards));
  return { words: cards.map((card) => wordsOf(card)).join('\n'), filled: filled?.[1] ?? null };
}

describe('a typed caseload', () => {
  it.each([
    ['my caseload was 16 last week', '16'],
    ['i dont have 16 children', '16'],
    ['what if my caseload was 18', '18'],
    ['my caseload went up by 2', ''],
    ['caseload sixteen and a half', ''],
  ])('that is not plainly today’s opens the form, and nothing is kept: “%s”', async (text, number) => {
    const { words, filled } = await answered(amara, text);
    expect(words).toContain('I have not kept that yet');
    expect(words).toContain('Nothing has been reported yet.');
    expect(filled ?? '').toBe(number);
  });

  it('that leaps to more than double opens the form with it; one that only grows is kept', async () => {
    expect((await answered(amara, 'my caseload is 9')).words).toContain('Your caseload: 9 children');
    const leap = await answered(amara, 'my caseload is 19');
    expect(leap.words).toContain('I have not kept that yet: is this your caseload today?');
    expect(leap.words).toContain('Last reported: 9');
    expect(leap.filled).toBe('19');
    expect((await answered(amara, 'my caseload is 14')).words).toContain('Your caseload: 14 children');
  });

  it('about somebody supported is asked about by name', async () => {
    const { words, filled } = await answered(priya, "Amara's caseload was 16");
    expect(words).toContain('I have not kept that yet: is this Amara Okoro’s caseload today?');
    expect(filled).toBe('16');
  });
});
