import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { workingCalendar } from '../../src/academy/calendar.ts';
import type { Programme } from '../../src/academy/programme.ts';
import {
  type ImportNeeds,
  prepareRoster,
  type RosterImport,
  saveRoster,
} from '../../src/services/import-roster.ts';
import type { Roster } from '../../src/services/ports.ts';
import { type RosterColumn, rosterColumns } from '../../src/services/roster-row.ts';
import type { Sheet } from '../../src/services/roster-sheet.ts';
import { loadProgramme } from '../../src/storage/programme-files.ts';
import { createRepositories, type Repositories } from '../../src/storage/repositories.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';

type Row = Partial<Record<RosterColumn, string>>;

const today = Temporal.PlainDate.from('2026-09-30');
const at = today.toZonedDateTime('Europe/London').toInstant();
const quiet = { info() {}, warn() {}, error() {} };

const senior: Row = { email: 'senior@example.org', name: 'Sena Prior', roles: 'senior-practitioner' };
const educator: Row = { email: 'educator@example.org', name: 'Edda Castle', roles: 'practice-educator' };
const lead: Row = { email: 'lead@example.org', name: 'Tam Lead', roles: 'team-manager' };
const nqsw: Row = {
  email: 'new@example.org',
  name: 'Nia Quill',
  roles: 'nqsw',
  team: 'North',
  cohort: 'Autumn 2026',
  start: '2026-09-07',
  fte: '1',
  reflectiveSupervisor: 'senior@example.org',
  assessor: 'educator@example.org',
  hostManager: 'lead@example.org',
};
const everybody = [senior, educator, lead, nqsw];

function sheetOf(rows: readonly Row[], header: readonly string[] = rosterColumns): Sheet {
  return {
    header,
    rows: rows.map((row, index) => ({
      row: index + 2,
      cells: header.map((column) => row[column as RosterColumn] ?? ''),
    })),
  };
}

const numbered = (count: number, row: (n: number) => Row) =>
  Array.from({ length: count }, (_, n) => row(n + 1));
const newcomers = (count: number, from = 0) =>
  numbered(count, (n) => ({ ...nqsw, email: `new${from + n}@example.org`, name: `Newcomer ${from + n}` }));

async function luton(): Promise<Programme> {
  const reading = await loadProgramme('luton');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.programme;
}
const programme = await luton();

let ports: Repositories;
let needs: ImportNeeds;

beforeEach(() => {
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const clock = { now: () => at };
  const { tables } = openSqliteStorage({ file: ':memory:', clock, newId });
  ports = createRepositories({ tables, clock, newId, log: quiet });
  needs = {
    programme,
    calendar: workingCalendar(programme.closures),
    people: ports.people,
    files: ports.files,
    newId,
  };
});

async function faultsOf(sheet: Sheet): Promise<string[]> {
  const prepared = await prepareRoster(needs, sheet, today);
  return prepared.ok
    ? []
    : prepared.faults.map(({ row, column, message }) => `${row} ${column ?? '-'}: ${message}`);
}

async function prepare(rows: readonly Row[], on = today): Promise<RosterImport & { ok: true }> {
  const prepared = await prepareRoster(needs, sheetOf(rows), on);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.faults, null, 2));
  return prepared;
}

async function importRows(rows: readonly Row[], on = today) {
  const prepared = await prepare(rows, on);
  await saveRoster(ports.roster, prepared);
  return prepared;
}

async function fileOf(email: string) {
  const person = await ports.people.byEmail(email);
  return (await ports.files.load(person?.participantId ?? ''))?.file;
}

describe('a fault in a roster', () => {
  const ofNqsw = (change: Row): readonly Row[] => [senior, educator, lead, { ...nqsw, ...change }];

  const table: readonly (readonly [what: string, rows: readonly Row[], expected: string])[] = [
    ['an empty e-mail', ofNqsw({ email: '' }), '5 email: is empty'],
    ['something that is no e-mail', ofNqsw({ email: 'nia' }), '5 email: "nia" is not an e-mail address'],
    ['an empty name', ofNqsw({ name: '' }), '5 name: is empty'],
    [
      'a name with an invisible character',
      ofNqsw({ name: 'Nia\u202EQuill' }),
      '5 name: holds a line break or',
    ],
    ['a name without end', ofNqsw({ name: 'N'.repeat(101) }), '5 name: is longer than 100 characters'],
    ['no role', ofNqsw({ roles: ' ; ' }), '5 roles: is empty'],
    [
      'a role that may have been nqsw',
      ofNqsw({ roles: 'nqws' }),
      '5 roles: "nqws" is not a role – did you mean nqsw?',
    ],
    [
      'a misspelt role',
      [{ ...senior, roles: 'senior practioner' }],
      '2 roles: "senior practioner" is not a role – did you mean senior-practitioner?',
    ],
    [
      'the programme’s own title for a function',
      [{ ...senior, roles: 'Head of the Academy' }],
      '2 roles: "Head of the Academy" is not a role: it is what the programme calls its head-of-academy, whose role is head-of-academy',
    ],
    [
      'a title that stands for two functions',
      [{ ...senior, roles: 'Senior Practitioner' }],
      '2 roles: "Senior Practitioner" is not a role: it is what the programme calls its reflective-supervisor and mentor, whose role is senior-practitioner or mentor',
    ],
    [
      'a role that is nothing like one',
      [{ ...senior, roles: 'wizard' }],
      '2 roles: "wizard" is not a role: use nqsw, senior-practitioner',
    ],
    [
      'a day written out',
      [{ ...senior, nonWorkingDays: 'Friday' }],
      '2 nonWorkingDays: "Friday" is not a weekday – did you mean fri?',
    ],
    [
      'a day of the weekend',
      [{ ...senior, nonWorkingDays: 'sun' }],
      '2 nonWorkingDays: "sun" is not a weekday',
    ],
    ['an Entra id that is none', [{ ...senior, entraId: '1234' }], '2 entraId: is not an Entra object id'],
    [
      'a date the British way',
      ofNqsw({ start: '07/09/2026' }),
      '5 start: "07/09/2026" is not a date in the form 2026-09-07: write it as 2026-09-07',
    ],
    [
      'a day that does not exist',
      ofNqsw({ start: '2026-02-30' }),
      '5 start: "2026-02-30" is not a day of the calendar',
    ],
    ['a start of long ago', ofNqsw({ start: '2006-09-07' }), '5 start: 2006-09-07 lies before 2014-01-01'],
    ['a percentage', ofNqsw({ fte: '60%' }), '5 fte: must be a number such as 1 or 0.6'],
    ['a fraction above full time', ofNqsw({ fte: '1.2' }), '5 fte: must be at most 1'],
    ['nought', ofNqsw({ fte: '0' }), '5 fte: must be more than 0'],
    ['three decimals', ofNqsw({ fte: '0.625' }), '5 fte: must be a number such as 1 or 0.6'],
    ['a week of eighty hours', ofNqsw({ contractedHours: '80' }), '5 contractedHours: must be at most 60'],
    ['hours in words', ofNqsw({ contractedHours: 'full' }), '5 contractedHours: must be hours a week'],
    [
      'no reflective supervisor',
      ofNqsw({ reflectiveSupervisor: '' }),
      '5 reflectiveSupervisor: is empty: every NQSW needs it',
    ],
    ['no assessor', ofNqsw({ assessor: '' }), '5 assessor: is empty: every NQSW needs it'],
    ['no host manager', ofNqsw({ hostManager: '' }), '5 hostManager: is empty: every NQSW needs it'],
    ['no cohort', ofNqsw({ cohort: '' }), '5 cohort: is empty: every NQSW needs it'],
    [
      'somebody unknown',
      ofNqsw({ mentor: 'who@example.org' }),
      '5 mentor: who@example.org is neither in this file nor known',
    ],
    [
      'a slip in an e-mail',
      ofNqsw({ hostManager: 'laed@example.org' }),
      '5 hostManager: laed@example.org is neither in this file nor known to the academy – did you mean lead@example.org?',
    ],
    ['an NQSW supervising themselves', ofNqsw({ assessor: 'new@example.org' }), '5 assessor: is the NQSW'],
    [
      'the same e-mail twice',
      [senior, { ...senior, email: 'Senior@Example.org' }],
      '3 email: senior@example.org stands already in row 2',
    ],
    [
      'the same Entra id twice',
      [
        { ...senior, entraId: '6C1F0B1E-4F0A-4A55-9A4E-0D3C1C6F0001' },
        { ...lead, entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0001' },
      ],
      '3 entraId: 6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0001 stands already in row 2',
    ],
    [
      'a cohort for somebody who is no NQSW',
      [{ ...senior, cohort: 'Autumn 2026' }],
      '2 cohort: is for NQSWs only',
    ],
    [
      'a sixth NQSW',
      [senior, educator, lead, ...newcomers(6)],
      '10 reflectiveSupervisor: senior@example.org would have 6 NQSWs and may have 5',
    ],
  ];

  it.each(table)('is named with its row, its column and the remedy: %s', async (_, rows, expected) => {
    const faults = await faultsOf(sheetOf(rows));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(expected);
  });

  it('does not hide the others: one run names all of them, in the order of the rows', async () => {
    const rows = [
      { ...senior, roles: 'sp' },
      educator,
      lead,
      { ...nqsw, fte: '2', mentor: 'who@example.org' },
      { ...nqsw, name: '' },
    ];
    expect((await faultsOf(sheetOf(rows))).map((fault) => fault.split(':')[0])).toEqual([
      '2 roles',
      '5 fte',
      '5 mentor',
      '6 email',
      '6 name',
    ]);
  });

  it('in a cell hides nothing that is wrong in another: who is missing, who stands there twice, who is too many', async () => {
    const rows = [
      senior,
      educator,
      lead,
      { ...nqsw, name: '', assessor: 'edcator@example.org' },
      { ...nqsw, start: '7 September', hostManager: '' },
      ...newcomers(5).map((row) => ({ ...row, fte: '60%' })),
    ];
    expect((await faultsOf(sheetOf(rows))).map((fault) => fault.split(':')[0])).toEqual([
      '5 name',
      '5 assessor',
      '6 email',
      '6 start',
      '6 hostManager',
      ...['7', '8', '9', '10', '11'].map((row) => `${row} fte`),
      '11 reflectiveSupervisor',
    ]);
  });

  it('in a cell is the only one named of it: a superfluous name is not looked for', async () => {
    expect(await faultsOf(sheetOf([{ ...senior, mentor: 'who@example.org' }]))).toEqual([
      '2 mentor: is for NQSWs only: empty it, or add nqsw to the roles',
    ]);
  });

  it('in one row leaves the e-mail of that row good for the others to name', async () => {
    const faults = await faultsOf(sheetOf([{ ...senior, roles: 'sp' }, educator, lead, nqsw]));
    expect(faults).toHaveLength(1);
  });

  it.each([
    ['nothing at all', { header: [''], rows: [] }, ['1 -: the file is empty']],
    ['a header alone', sheetOf([]), ['2 -: there is nobody in the file: add a row for each person']],
    [
      'another kind of file',
      { header: ['cohort', 'size', 'remain'], rows: [] },
      [`1 -: this is not the header of a roster; it must be: ${rosterColumns.join(',')}`],
    ],
    [
      'a misspelt column',
      sheetOf(
        [],
        rosterColumns.map((column) => (column === 'hostManager' ? 'host manager' : column)),
      ),
      [
        '1 host manager: is not a column of a roster – did you mean hostManager? (names count letter by letter)',
        '1 hostManager: is missing: add the column (its cells may be empty)',
      ],
    ],
    [
      'a column twice',
      sheetOf([], [...rosterColumns, 'team']),
      ['1 team: stands there more than once: keep one'],
    ],
    [
      'a column of somebody’s own',
      sheetOf([], [...rosterColumns, 'shoe size']),
      ['1 shoe size: is not a column of a roster (names count letter by letter)'],
    ],
    [
      'a comma too many',
      { header: rosterColumns, rows: [{ row: 2, cells: [...rosterColumns.map(() => 'x'), 'y'] }] },
      ['2 -: has 16 cells, the header has 15: a value that holds a comma needs "quotes" around it'],
    ],
  ])('of the file as a whole is named too: %s', async (_, sheet, expected) => {
    expect(await faultsOf(sheet)).toEqual(expected);
  });
});

describe('importing a roster', () => {
  it('makes everybody known and gives each NQSW a file with who does what for them', async () => {
    await importRows([
      ...everybody,
      { email: 'head@example.org', name: 'Hedda', roles: 'head-of-academy; panel-member' },
    ]);
    expect(await ports.people.byEmail('head@example.org')).toMatchObject({
      roles: ['head-of-academy', 'panel-member'],
      participantId: null,
    });
    const file = await fileOf('new@example.org');
    expect(file?.participant).toMatchObject({
      name: 'Nia Quill',
      cohort: 'Autumn 2026',
      team: 'North',
      fte: 1,
      contractedHours: null,
    });
    expect(file?.participant.startOn?.toString()).toBe('2026-09-07');
    expect(
      file?.allocations.map((one) => `${one.function} ${one.name} ${one.fromOn} ${one.untilOn}`).sort(),
    ).toEqual([
      'assessor Edda Castle 2026-09-07 null',
      'host-manager Tam Lead 2026-09-07 null',
      'reflective-supervisor Sena Prior 2026-09-07 null',
    ]);
  });

  it('shows every date before anything is saved', async () => {
    const prepared = await prepare(everybody);
    const review = prepared.participants[0]?.plan.items.find(({ id }) => id === 'review-6m');
    expect(review?.due?.toString()).toBe('2027-03-08');
    expect(await ports.people.isEmpty()).toBe(true);
  });

  it('does not mind the order of the columns, capitals in roles and e-mails, spaces, or empty rows', async () => {
    const shuffled = [...rosterColumns].reverse();
    const sheet = sheetOf(
      [{ ...senior, email: ' Senior@Example.ORG ', roles: 'Senior-Practitioner;MENTOR; ' }, {}, educator],
      shuffled,
    );
    const prepared = await prepareRoster(needs, sheet, today);
    expect(prepared).toMatchObject({
      ok: true,
      people: [
        { row: 2, person: { email: 'senior@example.org', roles: ['senior-practitioner', 'mentor'] } },
        { row: 4 },
      ],
    });
  });

  it('takes an empty fte for full time', async () => {
    expect(
      (await prepare([senior, educator, lead, { ...nqsw, fte: '' }])).participants[0]?.participant.fte,
    ).toBe(1);
  });

  it('a second time changes nothing and says so', async () => {
    await importRows(everybody);
    const before = await fileOf('new@example.org');
    const again = await importRows(everybody, today.add({ days: 40 }));
    expect(again.people.map(({ change }) => change)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect(JSON.stringify(await fileOf('new@example.org'))).toBe(JSON.stringify(before));
  });

  it('keeps the id and the Entra id of whoever is known, and takes over what has changed', async () => {
    await importRows(everybody);
    const before = await ports.people.byEmail('senior@example.org');
    await ports.people.rememberEntraId(before?.id ?? '', '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0001');
    const again = await importRows([{ ...senior, name: 'Sena Prior-Okafor', nonWorkingDays: 'mon;wed' }]);
    expect(again.people[0]?.change).toBe('changed');
    expect(await ports.people.byEmail('senior@example.org')).toMatchObject({
      id: before?.id,
      name: 'Sena Prior-Okafor',
      nonWorkingDays: ['mon', 'wed'],
      entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0001',
    });
  });

  it('knows people by their Entra id when their e-mail has changed, and says so', async () => {
    const entraId = '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0001';
    await importRows([{ ...senior, entraId }]);
    const before = await ports.people.byEmail('senior@example.org');
    const renamed = { ...senior, email: 'sena.okafor@example.org', entraId };
    const again = await importRows([
      renamed,
      educator,
      lead,
      { ...nqsw, reflectiveSupervisor: 'sena.okafor@example.org' },
    ]);
    expect(again.warnings.map(({ row, column }) => [row, column])).toEqual([[2, 'email']]);
    expect((await ports.people.byEmail('sena.okafor@example.org'))?.id).toBe(before?.id);
    expect(await ports.people.byEmail('senior@example.org')).toBeUndefined();
  });

  it('refuses an Entra id that belongs to somebody else of the file or the academy', async () => {
    const entraId = '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0001';
    await importRows([{ ...senior, entraId }, educator]);
    expect(await faultsOf(sheetOf([senior, { ...lead, entraId }]))).toEqual([
      '3 entraId: belongs to senior@example.org already: check which of the two it is',
    ]);
    expect(await faultsOf(sheetOf([{ ...educator, entraId }]))).toEqual([
      '2 entraId: belongs to senior@example.org already: check which of the two it is',
    ]);
  });

  it('lets a file name people whom only the academy knows', async () => {
    await importRows([senior, educator, lead]);
    await importRows([nqsw]);
    expect((await fileOf('new@example.org'))?.allocations).toHaveLength(3);
  });

  it('ends the allocation of who is replaced or no longer named yesterday, and begins the new one today', async () => {
    const second = { ...senior, email: 'second@example.org', name: 'Sacha Second' };
    await importRows(
      [...everybody, { ...nqsw, mentor: 'senior@example.org' }].filter((_row, index) => index !== 3),
    );
    const on = Temporal.PlainDate.from('2026-11-16');
    await importRows([second, { ...nqsw, reflectiveSupervisor: 'second@example.org' }], on);
    const lines = (await fileOf('new@example.org'))?.allocations
      .filter((one) => one.function === 'reflective-supervisor' || one.function === 'mentor')
      .map((one) => `${one.function} ${one.name} ${one.fromOn} ${one.untilOn}`);
    expect(lines?.sort()).toEqual([
      'mentor Sena Prior 2026-09-07 2026-11-15',
      'reflective-supervisor Sacha Second 2026-11-16 null',
      'reflective-supervisor Sena Prior 2026-09-07 2026-11-15',
    ]);
  });

  it('lets a supervisor who was named by mistake this morning leave no trace', async () => {
    const second = { ...senior, email: 'second@example.org', name: 'Sacha Second' };
    const ahead = { ...nqsw, start: '2026-10-05' };
    await importRows([senior, educator, lead, second, ahead]);
    await importRows([{ ...ahead, reflectiveSupervisor: 'second@example.org' }]);
    const supervisors = (await fileOf('new@example.org'))?.allocations.filter(
      (one) => one.function === 'reflective-supervisor',
    );
    expect(supervisors?.map(({ name }) => name)).toEqual(['Sacha Second']);
  });

  it('moves the whole year when the start was wrong', async () => {
    await importRows(everybody);
    const moved = await importRows([{ ...nqsw, start: '2026-09-14' }]);
    expect(moved.participants[0]?.change).toBe('changed');
    expect((await fileOf('new@example.org'))?.participant.startOn?.toString()).toBe('2026-09-14');
  });

  it.each([
    ['the start', { start: '2026-09-14' }],
    ['the FTE', { fte: '0.6' }],
    ['the hours', { contractedHours: '22.2' }],
    ['the cohort', { cohort: 'Spring 2027' }],
    ['who supervises', { reflectiveSupervisor: 'educator@example.org' }],
    ['who is named beside the others', { mentor: 'senior@example.org' }],
  ])('says that a row is changed when only %s is', async (_what, change: Row) => {
    await importRows(everybody);
    const again = await prepare([senior, educator, lead, { ...nqsw, ...change }]);
    expect(again.people.map((one) => one.change)).toEqual(['unchanged', 'unchanged', 'unchanged', 'changed']);
    expect(again.participants.map((one) => one.change)).toEqual(['changed']);
  });

  it('warns about somebody whose roles do not let them do what they are named for', async () => {
    const prepared = await prepare([{ ...senior, roles: 'panel-member' }, educator, lead, nqsw]);
    expect(prepared.warnings.map(({ row, column }) => [row, column])).toEqual([[5, 'reflectiveSupervisor']]);
  });
});

describe('the span of a reflective supervisor', () => {
  it('counts the NQSWs of the academy whom the file does not mention', async () => {
    await importRows([senior, educator, lead, ...newcomers(4)]);
    expect(await faultsOf(sheetOf(newcomers(1, 4)))).toEqual([]);
    expect(await faultsOf(sheetOf(newcomers(2, 4)))).toEqual([
      '3 reflectiveSupervisor: senior@example.org would have 6 NQSWs and may have 5: name somebody else',
    ]);
  });

  it('counts nobody twice, and nobody who has finished', async () => {
    await importRows([senior, educator, lead, ...newcomers(5)]);
    expect(await faultsOf(sheetOf(newcomers(5)))).toEqual([]);
    const nextYear = newcomers(5, 5).map((row) => ({ ...row, start: '2027-10-04' }));
    const prepared = await prepareRoster(needs, sheetOf(nextYear), Temporal.PlainDate.from('2027-09-20'));
    expect(prepared.ok).toBe(true);
  });

  it('is free again when an NQSW goes to another supervisor in the same file', async () => {
    const second = { ...senior, email: 'second@example.org', name: 'Sacha Second' };
    await importRows([senior, educator, lead, ...newcomers(5)]);
    const [first, ...others] = newcomers(6);
    const rows = [second, { ...first, reflectiveSupervisor: 'second@example.org' }, ...others];
    expect(await faultsOf(sheetOf(rows))).toEqual([]);
  });
});

describe('a roster of one row, as the card that enrols is', () => {
  it('reads no file of anybody whom it does not concern, however many there are', async () => {
    const second = { ...senior, email: 'second@example.org', name: 'Sacha Second' };
    await importRows([senior, second, educator, lead, ...newcomers(5)]);
    const loaded: string[] = [];
    const load: ImportNeeds['files']['load'] = (id) => {
      loaded.push(id);
      return ports.files.load(id);
    };
    const row = { ...nqsw, reflectiveSupervisor: 'second@example.org' };
    const prepared = await prepareRoster({ ...needs, files: { load } }, sheetOf([row]), today);
    expect(prepared.ok && prepared.participants.map(({ participant }) => participant.id)).toEqual(loaded);
  });
});

describe('an import that was cut off', () => {
  /** Cut off after so many people and participants have been saved; the store writes files first, but need not. */
  function cutOff(after: number, filesFirst: boolean): Roster {
    let calls = 0;
    const counted = async (write: () => Promise<void>) => {
      if (calls++ >= after) throw new Error('cut off');
      await write();
    };
    return {
      save: async (people, participants) => {
        const savePeople = people.map((person) => () => ports.roster.save([person], []));
        const saveFiles = participants.map((participant) => () => ports.roster.save([], [participant]));
        const writes = filesFirst ? [...saveFiles, ...savePeople] : [...savePeople, ...saveFiles];
        for (const write of writes) await counted(write);
      },
    };
  }

  it('is mended by running it again: nobody stands there twice, wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 8 }), fc.boolean(), async (after, filesFirst) => {
        const clock = { now: () => at };
        let ids = 0;
        const newId = () => `id-${after}-${++ids}`;
        const { tables } = openSqliteStorage({ file: ':memory:', clock, newId });
        ports = createRepositories({ tables, clock, newId, log: quiet });
        needs = { ...needs, people: ports.people, files: ports.files, newId };
        await expect(saveRoster(cutOff(after, filesFirst), await prepare(everybody))).rejects.toThrow(
          'cut off',
        );
        await importRows(everybody);
        const supervisor = await ports.people.byEmail('senior@example.org');
        expect(await ports.people.allocatedTo(supervisor?.id ?? '')).toHaveLength(1);
        expect(await ports.people.withRole('nqsw')).toHaveLength(1);
        expect(await faultsOf(sheetOf(newcomers(4)))).toEqual([]);
      }),
      { seed: 20_260_930, numRuns: 20 },
    );
  });
});
