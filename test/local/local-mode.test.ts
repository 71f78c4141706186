import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarOf } from '../../src/academy/plan.ts';
import { localBanner } from '../../src/local/banner.ts';
import { demoColleagues, demoTeam, demoWindows } from '../../src/local/demo-windows.ts';
import { prepareLocalMode, StartClockError } from '../../src/local/local-mode.ts';
import { openMovableClock } from '../../src/local/movable-clock.ts';
import { playgroundConfig } from '../../src/local/playground-config.ts';
import { loadProgramme } from '../../src/storage/programme-files.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const real = Temporal.Instant.from('2026-11-22T09:00:00Z');

async function localMode() {
  const reading = await loadProgramme('luton');
  if (!reading.ok) throw new Error('the Luton programme does not load');
  const { programme } = reading;
  let made = 0;
  const newId = () => {
    made += 1;
    return `id-${made}`;
  };
  const storage = await openSqliteStorage({ file: ':memory:', clock: { now: () => real }, newId });
  const clock = await openMovableClock(storage.tables, () => real);
  const ports = createRepositories({ tables: storage.tables, clock, newId, log: silent });
  const needs = { ...ports, clock, programme, calendar: calendarOf(programme), log: silent };
  return { needs, storage };
}

describe('the start of local mode', () => {
  it('sets the clock first, so that the demo is as old as the day it shows', async () => {
    const { needs, storage } = await localMode();
    await prepareLocalMode(needs, { now: '2026-09-30T10:00', demo: true });
    expect(needs.clock.now().toString()).toBe('2026-09-30T09:00:00Z');
    const file = (await needs.files.load('demo-nqsw-20'))?.file;
    expect(file?.participant.startOn?.toString()).toBe('2026-09-21');
    await storage.close();
  });

  it('leaves the store empty when no demo is wanted, and the clock alone when no time is given', async () => {
    const { needs, storage } = await localMode();
    await prepareLocalMode(needs, { now: null, demo: false });
    expect(await needs.people.isEmpty()).toBe(true);
    expect(needs.clock.now()).toEqual(real);
    await storage.close();
  });

  it('refuses a time that it cannot read, in words, before anything is written', async () => {
    const { needs, storage } = await localMode();
    const start = prepareLocalMode(needs, { now: 'next Tuesday', demo: true });
    await expect(start).rejects.toThrow(StartClockError);
    await expect(start).rejects.toThrow('Write it like 2026-09-14T09:00');
    expect(await needs.people.isEmpty()).toBe(true);
    await storage.close();
  });
});

describe('the console', () => {
  const facts = {
    botUrl: 'http://127.0.0.1:3978',
    windows: demoWindows.map((window, index) => ({ window, url: `http://127.0.0.1:${56_150 + index}` })),
    problems: [],
    now: 'Wednesday 14 October 2026, 10:00',
    dataDir: '.data',
    colour: false,
  };

  it('prints three addresses, three things to try for each, the time and how to stop', () => {
    expect(localBanner(facts)).toMatchInlineSnapshot(`
      "
      Academy Assistant, local mode: http://127.0.0.1:3978
      Records stay on this machine, in .data.

      Open these side by side in a browser, and type:

        Amara Okoro, NQSW
        http://127.0.0.1:56150
          1. when is my next review?
          2. what's next
          3. my caseload is 16

        Ruth Calder, Senior Practitioner, supports Amara Okoro
        http://127.0.0.1:56151
          1. record supervision for Amara
          2. what's next
          3. Amara's caseload is 17

        Helen Marsh, Academy Manager
        http://127.0.0.1:56152
          1. open "Academy escalations" and post: @Academy Assistant use this channel for escalations
          2. acknowledge the alert that 16 children raise there
          3. help

        It is Wednesday 14 October 2026, 10:00 (London time). Type "/clock +3 days" to anybody to move on.
        Ctrl-C stops everything; the next start finds the records again.
      "
    `);
  });

  it('says the same with colours, and only then with escapes', () => {
    const coloured = localBanner({ ...facts, colour: true });
    expect(coloured).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is taken away
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(localBanner(facts));
    expect(localBanner(facts)).not.toContain('\u001b');
  });

  it('says which window did not open, and why', () => {
    const text = localBanner({ ...facts, windows: [], problems: ['Ruth Calder: it did not answer in time'] });
    expect(text).toContain('No Playground is open.');
    expect(text).toContain('Not open: Ruth Calder: it did not answer in time');
  });
});

describe('a window’s configuration', () => {
  it('shares no conversation with another window, and shows five colleagues who are not its own person', () => {
    const configs = demoWindows.map(({ persona }) =>
      parse(playgroundConfig(persona, demoColleagues, demoTeam)),
    );
    const conversations = configs.flatMap(({ personalChat, groupChat, team }) => [
      personalChat.id,
      groupChat.id,
      team.id,
      ...team.channels.map(({ id }: { id: string }) => id),
    ]);
    expect(new Set(conversations).size).toBe(conversations.length);
    for (const { currentUser, users } of configs) {
      expect(users).toHaveLength(5);
      expect(users.map(({ id }: { id: string }) => id)).not.toContain(currentUser.id);
    }
    expect(configs.map(({ team }) => team.channels.length)).toEqual([0, 0, 1]);
  });

  it('cannot be written with too few colleagues', () => {
    const [window] = demoWindows;
    if (window === undefined) throw new Error('no window');
    expect(() => playgroundConfig(window.persona, demoColleagues.slice(0, 3), demoTeam)).toThrow(
      'needs 5 colleagues',
    );
  });
});
