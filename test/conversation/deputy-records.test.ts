import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, lutonQuiet } from './academy-in-teams.ts';
import { jo, tom } from './roles-in-teams.ts';

let teams: AcademyInTeams;

/** Wednesday 7 October 2026: the first case supervision is due. Amara began on 7 September. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-07T09:00:00Z', programme: lutonQuiet });
  await teams.client.person(amara).says('hello');
});
afterAll(() => teams.stop());

const inputs = () => ({
  item: 'case-supervision-1',
  heldOn: '2026-10-07',
  minutes: '90',
  mode: 'face-to-face',
  themes: teams.academy.programme.supervision.themes[0]?.code ?? '',
  childFile: 'yes',
  templateUsed: 'yes',
  coWorkerRecorded: 'yes',
});

describe('a deputy manager', () => {
  it('is offered what the manager leads, and nothing of it that is closed or led by others', async () => {
    const deputy = teams.client.person(jo);
    await deputy.says('record supervision');
    const form = wordsOf(deputy.lastCard());
    expect(form).toContain('Case supervision 1');
    expect(form).not.toContain('Reflective supervision');
    expect(form).not.toContain('Personal supervision');
  });

  it('cannot record what somebody else leads', async () => {
    const deputy = teams.client.person(jo);
    const sent = { ...inputs(), item: 'reflective-supervision-4' };
    const answer = await deputy.presses('Record supervision', { inputs: sent });
    expect(wordsOf(answer.card ?? {})).toContain('Choose the session from the list.');
  });

  it('records it, the NQSW is asked to agree, and the manager is told that it is recorded', async () => {
    const manager = teams.client.person(tom);
    await manager.says('record supervision with Amara');
    const deputy = teams.client.person(jo);
    await deputy.says('record supervision');
    const saved = await deputy.presses('Record supervision', { inputs: inputs() });
    expect(wordsOf(saved.card ?? {})).toContain('Recorded: Case supervision 1 with Amara Okoro');
    await teams.settled();
    expect(wordsOf(teams.client.person(amara).lastCard())).toContain(
      'Jo Whitfield has recorded this session',
    );
    const late = await manager.presses('Record supervision', { inputs: inputs() });
    expect(wordsOf(late.card ?? {})).toContain(
      'Jo Whitfield recorded it as held on Wednesday 7 October 2026',
    );
  });
});
