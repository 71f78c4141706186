import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { marta } from './roles-in-teams.ts';

/* The roster is imported on 1 February 2027; Amara began on 7 September 2026, and nothing of hers could be recorded here. */
let teams: AcademyInTeams;
const asked = async (who: typeof amara, text: string) => {
  await teams.client.person(who).says(text);
  return wordsOf(teams.client.person(who).lastCard());
};
beforeAll(async () => {
  teams = await academyInTeams({ now: '2027-02-01T10:00:00Z', programme: lutonQuiet });
});
afterAll(() => teams.stop());

it('asks for nothing of an induction that was over before records were kept', async () => {
  const checklist = await asked(priya, 'induction checklist for Amara');
  expect(checklist).toContain(
    'It ended on Friday 18 September 2026, before records were kept here: nothing is asked for',
  );
  expect(checklist).toContain(': no record');
  expect(checklist).not.toContain('overdue');
  // Whoever wants to keep what was covered then still can.
  expect(checklist).toContain('Save these topics');
  for (const words of [await asked(priya, 'my NQSWs'), await asked(helen, 'what is overdue')])
    expect(words).not.toContain('Induction');
});

it('counts apart what fell due before, and says of what can still be recorded that it is from then', async () => {
  const overdue = await asked(priya, 'what is overdue for Amara?');
  expect(overdue).toMatch(
    /\d+ overdue, (?:\d+ of them )?from before records were kept here: what was held can still be recorded\. \d+ dates from then were overtaken: not counted as missed\./u,
  );
  expect(overdue).toMatch(
    /3-month review\n[^\n]*7 Dec 2026[^\n]*\n?[\s\S]*from before records were kept here/u,
  );
  expect(overdue).not.toContain('missed: nothing was recorded');
  expect(await asked(helen, 'what is overdue')).toContain('what was held can still be recorded');
});

it('holds none of it against anybody: not in the year, not in the evidence, not in the compliance report', async () => {
  const year = await asked(amara, 'my year');
  expect(year).toMatch(/0 of \d+ done so far, \d+ from before records were kept, \d+ overdue/u);
  expect(year).not.toMatch(/\d missed/u);
  expect(await asked(marta, 'what evidence is missing for Amara?')).toMatch(
    /0 held of \d+ due: 0 late, 0 missed[^;]*; \d+ more from before records were kept here/u,
  );
  const report = await asked(helen, 'compliance report');
  expect(report).toContain('On time: no data · done: no data');
  expect(report).toContain('Missed: 0 · overdue: 0 · below the national standard: 0 times');
  expect(report).toMatch(/Not counted: \d+ dates from before records were kept here/u);
});

it('counts what falls due from then on', async () => {
  teams.time.now = Temporal.Instant.from('2027-03-09T10:00:00Z');
  const report = await asked(helen, 'compliance report');
  expect(report).toMatch(
    /Missed: [1-9]\d* · overdue: [1-9]\d* · below the national standard: [1-9]\d* times/u,
  );
  expect(await asked(amara, 'my year')).toMatch(/[1-9]\d* missed, [1-9]\d* from before records were kept/u);
});
