import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submissionVerbs } from '../../src/cards/index.ts';
import {
  type AcademyInTeams,
  academyInTeams,
  amara,
  escalations,
  helen,
  priya,
} from '../conversation/academy-in-teams.ts';
import { wordsOf } from '../support/card-reading.ts';

/* Case detail that somebody types where it does not belong: it must be turned away and stand nowhere afterwards. */
const planted = 'Discussed J.S., DOB 12/03/2015, LCS 1234567';
const traces = ['J.S.', '12/03/2015', '1234567'];

let teams: AcademyInTeams;
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z', onDisk: true });
});
afterAll(() => teams.stop());

function tracesKept(): string[] {
  const files = readdirSync(teams.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(0);
  const kept = files.map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1'));
  const everything = [...kept, teams.logLines.join('')].join('\n');
  return traces.filter((trace) => everything.includes(trace));
}

function textFields(card: unknown): string[] {
  return [
    ...JSON.stringify(card).matchAll(
      /"type":"Input\.Text"[^{}]*?"id":"(\w+)"|"id":"(\w+)"[^{}]*?"type":"Input\.Text"/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');
}

describe('case detail', () => {
  it('typed into the chat is turned away with the reason', async () => {
    const person = teams.client.person(amara);
    await person.says(planted);
    expect(wordsOf(person.lastCard())).toContain('keep case detail out of this chat');
    expect(JSON.stringify(person.lastCard())).not.toContain('1234567');
  });

  it('typed into any text field of the record is refused at the field, and is not even on the card that comes back', async () => {
    const sp = teams.client.person(priya);
    await sp.says('record supervision');
    const fields = textFields(sp.lastCard());
    expect(fields.length).toBeGreaterThanOrEqual(3);
    const inputs = {
      item: 'reflective-supervision-4',
      themes: teams.academy.programme.supervision.themes[0]?.code ?? '',
      childFile: 'no-case-discussed',
      coWorkerRecorded: 'yes',
      action1Due: '2026-10-09',
      action2Due: '2026-10-09',
      action3Due: '2026-10-09',
      ...Object.fromEntries(fields.map((field) => [field, planted])),
    };
    const refused = await sp.presses('Record supervision', { inputs });
    expect(wordsOf(refused.card ?? {})).toContain('Nothing has been recorded yet');
    const shown = JSON.stringify(refused.card);
    for (const trace of traces) expect(shown).not.toContain(trace);
  });

  it.each(submissionVerbs)('put into every field of “%s” by hand leaves no trace', async (verb) => {
    const people = [amara, priya, helen].map((who) => teams.client.person(who));
    const participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
    const names = [
      'item',
      'intent',
      'heldOn',
      'minutes',
      'mode',
      'themes',
      'childFile',
      'templateUsed',
      'reason',
      'count',
      'to',
    ];
    const more = [
      'coWorkerRecorded',
      'rearrangedOn',
      'recordId',
      'alertId',
      'submissionId',
      'action1What',
      'action1Owner',
      'action1Due',
    ];
    const everyField = Object.fromEntries([...names, ...more].map((name) => [name, planted]));
    for (const person of people) {
      for (const id of [participantId, planted]) {
        const answer = await person.invokes(verb, { v: 1, verb, ...everyField, participantId: id });
        expect(answer.status).toBe(200);
      }
    }
  });

  it('said in a channel is not answered with anything of it', async () => {
    const channel = teams.client.channel(escalations);
    const answer = await teams.client.person(helen).says(planted, { in: channel });
    expect(answer.text).not.toContain('J.S.');
  });

  it('stands nowhere in the store or in the log afterwards', async () => {
    await teams.settled();
    expect(tracesKept()).toEqual([]);
  });

  it('would be found by this search if it were kept', async () => {
    const file = await teams.academy.storage.tables.put('settings', {
      partitionKey: 'probe',
      rowKey: 'probe',
      schema: 1,
      body: { text: planted },
    });
    expect(file.etag).not.toBe('');
    expect(tracesKept()).toEqual(traces);
  });
});
