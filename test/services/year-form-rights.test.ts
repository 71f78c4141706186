import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import { type AllocatedFunction, allocatedFunctions, type Role, roles } from '../../src/academy/roles.ts';
import { type YearFormName, yearFormNames } from '../../src/academy/year-form-name.ts';
import type { Asker } from '../../src/services/asker.ts';
import type { Needs } from '../../src/services/needs.ts';
import type { Person } from '../../src/services/ports.ts';
import { pressYear } from '../../src/services/year-forms.ts';
import { type AcademyInTeams, academyInTeams, amara, priya } from '../conversation/academy-in-teams.ts';

/*
 * Every form of a year × role × how whoever presses stands to the NQSW: opened, or answered like a file that does not
 * exist. Whoever may not open it may not send it either; a form that more people read than send has a row of its own.
 * What no row names is refused.
 *
 * form             | role                | standing
 */
const granted = `
cadence            | senior-practitioner | reflective-supervisor assessor host-manager
cadence            | practice-educator   | reflective-supervisor assessor host-manager
cadence            | team-manager        | reflective-supervisor assessor host-manager
protected-time     | nqsw                | self
attest             | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager
attest             | practice-educator   | reflective-supervisor assessor host-manager deputy-manager
attest             | team-manager        | reflective-supervisor assessor host-manager deputy-manager
attest             | deputy-team-manager | deputy-manager
induction          | nqsw                | self
induction          | senior-practitioner | reflective-supervisor
induction          | practice-educator   | reflective-supervisor
induction          | team-manager        | reflective-supervisor
induction          | academy-manager     | any
probation          | senior-practitioner | host-manager
probation          | practice-educator   | host-manager
probation          | team-manager        | host-manager
audit              | senior-practitioner | reflective-supervisor assessor
audit              | practice-educator   | reflective-supervisor assessor
audit              | team-manager        | reflective-supervisor assessor
audit              | academy-manager     | any
exit               | nqsw                | self
exit               | senior-practitioner | reflective-supervisor assessor host-manager
exit               | practice-educator   | reflective-supervisor assessor host-manager
exit               | team-manager        | reflective-supervisor assessor host-manager
exit               | academy-manager     | any
date-held          | senior-practitioner | host-manager
date-held          | practice-educator   | host-manager
date-held          | team-manager        | host-manager deputy-manager
date-held          | deputy-team-manager | deputy-manager
attended           | nqsw                | self
reschedule         | nqsw                | self
reschedule         | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager
reschedule         | practice-educator   | reflective-supervisor assessor host-manager deputy-manager
reschedule         | team-manager        | reflective-supervisor assessor host-manager deputy-manager
reschedule         | deputy-team-manager | deputy-manager
cover              | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager mentor
cover              | practice-educator   | reflective-supervisor assessor host-manager deputy-manager mentor
cover              | team-manager        | reflective-supervisor assessor host-manager deputy-manager mentor
cover              | deputy-team-manager | reflective-supervisor assessor host-manager deputy-manager mentor
cover              | mentor              | reflective-supervisor assessor host-manager deputy-manager mentor
cover              | academy-manager     | any
handover           | senior-practitioner | reflective-supervisor assessor host-manager deputy-manager mentor
handover           | practice-educator   | reflective-supervisor assessor host-manager deputy-manager mentor
handover           | team-manager        | reflective-supervisor assessor host-manager deputy-manager mentor
handover           | deputy-team-manager | reflective-supervisor assessor host-manager deputy-manager mentor
handover           | mentor              | reflective-supervisor assessor host-manager deputy-manager mentor
handover           | academy-manager     | any
confirm-caseload   | senior-practitioner | host-manager
confirm-caseload   | practice-educator   | host-manager
confirm-caseload   | team-manager        | host-manager
enrolment          | academy-manager     | any
`;
/** Who may send what more people may read. */
const sent = `
induction          | senior-practitioner | reflective-supervisor
induction          | practice-educator   | reflective-supervisor
induction          | team-manager        | reflective-supervisor
`;

const standings = ['self', ...allocatedFunctions, 'none'] as const;
type Standing = (typeof standings)[number];

function cellsOf(table: string): ReadonlySet<string> {
  const rows = table.trim().split('\n');
  const cells = rows.flatMap((row) => {
    const [form = '', role = '', names = ''] = row.split('|').map((part) => part.trim());
    const meant = names === 'any' ? standings : names.split(' ');
    return meant.map((standing) => `${form} ${role} ${standing}`);
  });
  return new Set(cells);
}

/** A group's attendance is one card for many and asks for no NQSW: whose it is, `group-attendance.ts` says. */
const forms = yearFormNames.filter((name) => name !== 'attendance');

const refusal = 'I cannot show or change that for you';
const today = Temporal.PlainDate.from('2026-10-12');
const now = Temporal.Instant.from('2026-10-12T09:00:00Z');
const blank = { about: '', step: '', on: '', to: '', choice: '', codes: '', number: '', personId: '' };

let teams: AcademyInTeams;
let base: ParticipantFile;
let somebody: Person;
beforeAll(async () => {
  teams = await academyInTeams({ now: now.toString() });
  const { people, files } = teams.academy.ports;
  const found = await people.byEmail(priya.email);
  const nqsw = await people.byEmail(amara.email);
  const versioned = await files.load(nqsw?.participantId ?? '');
  if (found === undefined || versioned === undefined) throw new Error('The roster has changed.');
  somebody = found;
  base = { ...versioned.file, allocations: [] };
});
afterAll(() => teams.stop());

/** The file as it is when somebody stands so to it. */
function fileWhere(standing: Standing, personId: string): ParticipantFile {
  if (standing === 'self') return { ...base, participant: { ...base.participant, personId } };
  if (standing === 'none') return base;
  const fromOn = Temporal.PlainDate.from('2026-09-07');
  return {
    ...base,
    allocations: [{ function: standing, personId, name: somebody.name, fromOn, untilOn: null }],
  };
}

const needsWith = (file: ParticipantFile): Needs => ({
  ...teams.academy.needs,
  files: {
    load: async (id) => (id === file.participant.id ? { file, version: '1' } : undefined),
    commit: async () => 'committed',
  },
});

async function answers(
  form: YearFormName,
  person: Person,
  file: ParticipantFile,
  verb: 'year-open' | 'year-save',
) {
  const asker: Asker = { person, now, today };
  const data = { ...blank, participantId: base.participant.id, submissionId: 's', form };
  const reply = await pressYear(needsWith(file), asker, { verb, data });
  return JSON.stringify(reply).includes(refusal) ? 'refused' : 'answered';
}

/** The cells that are answered, as the table names them. */
async function answered(form: YearFormName, verb: 'year-open' | 'year-save', who: readonly Role[] = roles) {
  const cells: string[] = [];
  for (const role of who) {
    const person: Person = { ...somebody, roles: [role], participantId: null };
    for (const standing of standings) {
      const is = await answers(form, person, fileWhere(standing, person.id), verb);
      if (is === 'answered') cells.push(`${form} ${role} ${standing}`);
    }
  }
  return cells.toSorted();
}

const inTable = (table: string, form: string) =>
  [...cellsOf(table)].filter((cell) => cell.startsWith(`${form} `)).toSorted();

describe('the forms of a year, by role and standing', () => {
  it.each(forms)('%s is opened by whoever the table names, and by nobody else', async (form) => {
    expect(await answered(form, 'year-open')).toEqual(inTable(granted, form));
  });

  it.each(forms)('%s is sent by whoever the table names, and by nobody else', async (form) => {
    const own = inTable(sent, form);
    expect(await answered(form, 'year-save')).toEqual(own.length > 0 ? own : inTable(granted, form));
  });
});

it('keeps nothing of a form when the function passed to somebody else while it was being sent', async () => {
  const mine = fileWhere('reflective-supervisor', somebody.id);
  const files = [mine, fileWhere('reflective-supervisor', 'somebody-else')];
  const needs: Needs = {
    ...teams.academy.needs,
    files: {
      load: async () => ({ file: files.shift() ?? mine, version: '1' }),
      commit: async () => 'conflict',
    },
  };
  const asker: Asker = { person: { ...somebody, participantId: null }, now, today };
  const data = { ...blank, participantId: base.participant.id, submissionId: 's', form: 'induction' };
  const filled = { ...data, codes: 'liquidlogic', on: '2026-09-14' };
  const reply = await pressYear(needs, asker, { verb: 'year-save', data: filled });
  expect(JSON.stringify(reply)).toContain(refusal);
});

describe('cover, by day', () => {
  const cover = (of: AllocatedFunction): ParticipantFile => ({
    ...fileWhere(of, 'holder'),
    entries: [
      {
        entry: 'cover',
        entryId: 'c',
        by: 'holder',
        byName: 'Holder',
        at: now,
        function: of,
        personId: somebody.id,
        name: somebody.name,
        holderId: 'holder',
        holderName: 'Holder',
        fromOn: Temporal.PlainDate.from('2026-10-12'),
        untilOn: Temporal.PlainDate.from('2026-10-13'),
      },
    ],
  });

  it('opens every form of the function on its days, and none before or after them', async () => {
    for (const of of allocatedFunctions) {
      const role =
        { 'deputy-manager': 'deputy-team-manager', mentor: 'mentor' }[of as string] ?? 'team-manager';
      const person: Person = { ...somebody, roles: [role as Role], participantId: null };
      for (const form of forms) {
        const opens = async (day: string) => {
          const asker = { person, now, today: Temporal.PlainDate.from(day) };
          const data = { participantId: base.participant.id, form, about: '' };
          const reply = await pressYear(needsWith(cover(of)), asker, { verb: 'year-open', data });
          return !JSON.stringify(reply).includes(refusal);
        };
        const may = cellsOf(granted).has(`${form} ${role} ${of}`);
        const days = ['2026-10-11', '2026-10-12', '2026-10-13', '2026-10-14'];
        const seen = await Promise.all(days.map(opens));
        expect([of, form, ...seen]).toEqual([of, form, false, may, may, false]);
      }
    }
  });
});
