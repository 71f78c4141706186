import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarOf } from '../../src/academy/plan.ts';
import { localBanner } from '../../src/local/banner.ts';
import { demoColleagues, demoTeam, demoWindows } from '../../src/local/demo-windows.ts';
import { prepareLocalMode, StartClockError } from '../../src/local/local-mode.ts';
import { openMovableClock } from '../../src/local/movable-clock.ts';
import { playgroundConfig } from '../../src/local/playground-config.ts';
import { rosterWindows } from '../../src/local/roster-windows.ts';
import { prepareRoster, saveRoster } from '../../src/services/import-roster.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { preset } from '../academy/support/luton.ts';

const luton = await preset('luton');
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const real = Temporal.Instant.from('2026-11-22T09:00:00Z');

async function localMode(id = 'luton') {
  const programme = await preset(id);
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
    windows: demoWindows(luton).map((window, index) => ({
      window,
      url: `http://127.0.0.1:${56_150 + index}`,
    })),
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

describe('the windows of an academy of one’s own', () => {
  const header =
    'email,name,roles,team,entraId,nonWorkingDays,cohort,start,fte,contractedHours,reflectiveSupervisor,assessor,hostManager,deputyManager,mentor';
  const rows = [
    'ada.wren@example.org,Ada Wren,nqsw,East,,,Autumn 2026,2026-10-05,1,37,bo.finch@example.org,cy.rook@example.org,cy.rook@example.org,,',
    'bo.finch@example.org,Bo Finch,senior-practitioner,East,,,,,,,,,,,',
    'cy.rook@example.org,Cy Rook,practice-educator;team-manager;academy-manager,East,,,,,,,,,,,',
  ];
  const cellsOf = (line: string) => line.split(',');

  async function own(as: readonly string[], lines = rows) {
    const { needs, storage } = await localMode('slough');
    const sheet = {
      header: cellsOf(header),
      rows: lines.map((line, index) => ({ row: index + 2, cells: cellsOf(line) })),
    };
    if (lines.length > 0) {
      let made = 0;
      const newId = () => {
        made += 1;
        return `person-${made}`;
      };
      const prepared = await prepareRoster({ ...needs, newId }, sheet, Temporal.PlainDate.from('2026-11-22'));
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.faults));
      await saveRoster(needs.roster, prepared);
    }
    const wanted = await rosterWindows(needs, as);
    await storage.close();
    return wanted;
  }

  const said = ({ windows }: Awaited<ReturnType<typeof own>>) =>
    windows.map(({ persona, part, tries }) => `${persona.person.name}, ${part}: ${tries.join(' | ')}`);

  it('are an NQSW’s, their supervisor’s and an Academy Manager’s, in the words of the programme', async () => {
    expect(said(await own([]))).toEqual([
      "Ada Wren, NQSW: when is my next review? | what's next | my caseload is 15",
      "Bo Finch, Line manager, supports Ada Wren: record supervision for Ada | what's next | Ada's caseload is 16",
      'Cy Rook, Practice Development Coordinator: open "Academy escalations" and post: @Academy Assistant use this channel for escalations | acknowledge the alert that 15 children raise there | help',
    ]);
  });

  it('are those of the people who are named, and say who is on no roster', async () => {
    const wanted = await own(['Bo.Finch@example.org', 'di.lark@example.org']);
    expect(said(wanted)).toEqual(["Bo Finch, senior practitioner: my NQSWs | what's next | help"]);
    expect(wanted.problems).toEqual(['di.lark@example.org: nobody on the roster has this e-mail']);
  });

  it('can each be written, however small the roster is', async () => {
    const { windows, colleagues } = await own([]);
    const users = windows.map(({ persona }) => parse(playgroundConfig(persona, colleagues, demoTeam)).users);
    expect(users.map(({ length }) => length)).toEqual([5, 5, 5]);
  });

  it('are none while there is no roster, and say how to get one', async () => {
    const { windows, problems } = await own([], []);
    expect(windows).toEqual([]);
    expect(problems[0]).toContain('npm run academy -- import roster.csv');
  });
});

describe('a window’s configuration', () => {
  it('shares no conversation with another window, and shows five colleagues who are not its own person', () => {
    const configs = demoWindows(luton).map(({ persona }) =>
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
    const [window] = demoWindows(luton);
    if (window === undefined) throw new Error('no window');
    expect(() => playgroundConfig(window.persona, demoColleagues.slice(0, 3), demoTeam)).toThrow(
      'needs 5 colleagues',
    );
  });
});
