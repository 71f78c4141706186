import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { workingCalendar } from '../../src/academy/calendar.ts';
import { roles } from '../../src/academy/roles.ts';
import { cardMessage } from '../../src/cards/index.ts';
import { enrolDatesView, enrolView } from '../../src/services/enrol-form.ts';
import { enrolFields } from '../../src/services/enrol-row.ts';
import { prepareRoster } from '../../src/services/import-roster.ts';
import type { Needs } from '../../src/services/needs.ts';
import type { Person } from '../../src/services/ports.ts';
import { rosterColumns } from '../../src/services/roster-row.ts';
import { loadProgramme } from '../../src/storage/programme-files.ts';

const reading = await loadProgramme('luton');
if (!reading.ok) throw new Error('luton');
const { programme } = reading;
const person = (at: number): Person => ({
  id: crypto.randomUUID(),
  email: `supporter.number${at}@a-rather-long-council-name.example.org`,
  name: `Supporter Number-${at} Featherstonehaugh`,
  roles: [...roles],
  team: 'East',
  entraId: null,
  nonWorkingDays: [],
  participantId: null,
});
const blank = Object.fromEntries(enrolFields.map((field) => [field, ''])) as Record<
  (typeof enrolFields)[number],
  string
>;
const needs = { programme, calendar: workingCalendar(programme.closures) } as Needs;
const inputsOf = (card: unknown) => JSON.stringify(card).match(/"type":"Input\.\w+"/gu) ?? [];

it.each([
  [1, 5],
  [25, 5],
  [26, 0],
  [300, 0],
])('has room on one card with %i people to choose from, in %i lists of them', (count, lists) => {
  const ground = { people: Array.from({ length: count }, (_, at) => person(at)), cohorts: ['Autumn 2026'] };
  const errors = Object.fromEntries(
    enrolFields.map((field) => [field, 'This is empty: every NQSW needs it.']),
  );
  const view = enrolView(needs, ground, { submissionId: 's', filled: { values: blank, errors } });
  const { card } = cardMessage(view);
  expect(inputsOf(card).filter((type) => type.includes('ChoiceSet'))).toHaveLength(lists + 2);
  expect(inputsOf(card)).toHaveLength(enrolFields.length);
});

it.each([
  ['1', /Reflective supervision: \d+","[^"]*Mon 14 Sep 2026; Mon 21 Sep; /u],
  ['0.5', /Reflective supervision: \d+","[^"]*Mon 14 Sep 2026; Mon 21 Sep; /u],
  ['0.1', /Reflective supervision: \d+","[^"]*from Mon 14 Sep 2026 to /u],
])('shows the dates of a year at %s of full time on one card', async (fte, expected) => {
  const supporters = [1, 2, 3].map(person);
  const cells: Record<string, string> = {
    email: 'nadia@example.org',
    name: 'Nadia Brook',
    roles: 'nqsw',
    cohort: 'Autumn 2026',
    start: '2026-09-07',
    fte,
    reflectiveSupervisor: supporters[0]?.email ?? '',
    assessor: supporters[1]?.email ?? '',
    hostManager: supporters[2]?.email ?? '',
  };
  const people = {
    byEmail: async (email: string) => supporters.find((one) => one.email === email),
    byEntraId: async () => undefined,
    withRole: async () => [],
    allocatedTo: async () => [],
  } as unknown as Needs['people'];
  const prepared = await prepareRoster(
    { ...needs, people, files: { load: async () => undefined }, newId: () => crypto.randomUUID() },
    { header: rosterColumns, rows: [{ row: 2, cells: rosterColumns.map((column) => cells[column] ?? '') }] },
    Temporal.PlainDate.from('2026-08-01'),
  );
  if (!prepared.ok || prepared.participants[0] === undefined) throw new Error('not prepared');
  const view = enrolDatesView(needs, 's', { ...blank, ...cells }, prepared.participants[0], []);
  expect(JSON.stringify(view.data).replaceAll(/","lines":\["/gu, '","')).toMatch(expected);
  expect(JSON.stringify(cardMessage(view).card).length).toBeLessThan(25 * 1024);
});
