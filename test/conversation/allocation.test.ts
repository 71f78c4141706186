import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/services/ports.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { marta, owen, tom } from './roles-in-teams.ts';

const refusal = 'I cannot show or change that for you';

let teams: AcademyInTeams;
let participantId = '';

const as = (who: typeof amara) => teams.client.person(who);
const last = (who: typeof amara) => wordsOf(as(who).lastCard());
const at = (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
};
const idOf = async ({ email }: { readonly email: string }) =>
  (await teams.academy.ports.people.byEmail(email))?.id ?? '';
const file = async () => (await teams.academy.ports.files.load(participantId))?.file;
const held = async (of: string) =>
  ((await file())?.allocations ?? [])
    .filter((one) => one.function === of)
    .map(({ name, fromOn, untilOn }) => `${name} ${fromOn}..${untilOn ?? ''}`)
    .sort();
const press = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};

describe('who supports an NQSW', () => {
  beforeAll(async () => {
    teams = await academyInTeams({ now: '2026-10-19T09:00:00Z', programme: lutonQuiet });
    for (const who of [amara, priya, helen, tom, marta, owen]) await as(who).says('hello');
    participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
  });
  afterAll(() => teams.stop());

  it('is shown to the Academy Manager by name, with the form; nobody else gets it', async () => {
    await as(helen).says("change Amara's supervisor");
    expect(last(helen)).toContain('Who supports Amara Okoro');
    expect(last(helen)).toContain('Priya Nandakumar, from Mon 7 Sep 2026');
    for (const who of [amara, priya, tom, marta, owen]) {
      const open = { v: 1, verb: 'allocation-open', participantId };
      expect((await as(who).invokes('allocation-open', open)).text).toContain(refusal);
      const save = {
        v: 1,
        verb: 'allocation-save',
        participantId,
        function: 'assessor',
        personId: await idOf(who),
        fromOn: '2026-11-02',
      };
      expect((await as(who).invokes('allocation-save', save)).text).toContain(refusal);
    }
    expect(await held('assessor')).toEqual(['Marta Kowalczyk 2026-09-07..']);
  });

  it('wants a function, a person and a first day that has not passed, and keeps what was chosen', async () => {
    await as(helen).says("change Amara's supervisor");
    const nothing = await press(helen, 'Save this allocation');
    expect(nothing).toContain('Error: Choose the function.');
    expect(nothing).toContain('Error: Choose the person.');
    expect(nothing).toContain('Error: Choose the date.');
    const inputs = {
      function: 'reflective-supervisor',
      personId: await idOf(owen),
      fromOn: '2026-10-18',
    };
    expect(await press(helen, 'Save this allocation', inputs)).toContain('today or later');
    expect(JSON.stringify(as(helen).lastCard())).toContain('2026-10-18');
    const backwards = { ...inputs, fromOn: '2026-11-02', untilOn: '2026-11-01' };
    expect(await press(helen, 'Save this allocation', backwards)).toContain('before the first one');
    expect(await held('reflective-supervisor')).toEqual(['Priya Nandakumar 2026-09-07..']);
  });

  it('passes from one to the other between two days: the new one sees nothing before, the old one nothing after', async () => {
    await as(helen).says("change Amara's supervisor");
    const inputs = {
      function: 'reflective-supervisor',
      personId: await idOf(owen),
      fromOn: '2026-11-02',
    };
    const saved = await press(helen, 'Save this allocation', inputs);
    expect(saved).toContain('Owen Prys, DipSW is Senior Practitioner from Monday 2 November 2026');
    expect(await held('reflective-supervisor')).toEqual([
      'Owen Prys, DipSW 2026-11-02..',
      'Priya Nandakumar 2026-09-07..2026-11-01',
    ]);
    const record = { v: 1, verb: 'record-open', participantId, item: '' };
    const reads = async (who: typeof amara) => {
      const next = await as(who).says("what's next for Amara");
      const open = await as(who).invokes('record-open', record);
      return [next.text, open.text].map((text) => (text.includes(refusal) ? 'nothing' : 'seen'));
    };
    at('2026-11-01T23:59:00Z');
    expect(await reads(priya)).toEqual(['seen', 'seen']);
    expect((await as(owen).invokes('record-open', record)).card).toBeUndefined();
    at('2026-11-02T00:00:00Z');
    expect(await reads(priya)).toEqual(['nothing', 'nothing']);
    expect(await reads(owen)).toEqual(['seen', 'seen']);
    const alert = { v: 1, verb: 'caseload-open', participantId };
    expect((await as(priya).invokes('caseload-open', alert)).text).toContain(refusal);
    const reach = await teams.academy.ports.people.allocatedTo(await idOf(owen));
    expect(reach).toContainEqual({ participantId, function: 'reflective-supervisor' });
  });

  it('stands in the chronology with who gave it and when, and is not “from the roster”', async () => {
    await as(helen).says('chronology of Amara');
    const words = last(helen);
    const given = 'Helen Boateng · recorded Mon 19 Oct 2026';
    expect(words).toContain(`Mon 2 Nov 2026: Senior Practitioner: Owen Prys, DipSW\n${given}`);
    expect(words).toContain(`Sun 1 Nov 2026: Last day of Priya Nandakumar as Senior Practitioner\n${given}`);
    expect(words).toContain('Mon 7 Sep 2026: Senior Practitioner: Priya Nandakumar\nfrom the roster');
  });

  it('says who is not allocated, and where nobody lacks anybody', async () => {
    await as(helen).says('who is not allocated?');
    expect(last(helen)).toContain('Everybody is allocated');
    await as(helen).says("change Amara's supervisor");
    const inputs = {
      function: 'assessor',
      personId: await idOf(marta),
      fromOn: '2026-11-02',
      untilOn: '2026-11-08',
    };
    await press(helen, 'Save this allocation', inputs);
    at('2026-11-09T09:00:00Z');
    await as(helen).says('who is not allocated?');
    expect(last(helen)).toContain('Amara Okoro: nobody as Practice Educator');
    expect(buttonsOf(as(helen).lastCard()).map(({ title }) => title)).toContain('Allocate: Amara Okoro');
    expect(await press(helen, 'Allocate: Amara Okoro')).toMatch(/Practice Educator\s+nobody/);
  });

  it('is refused past the span unless there is a reason, which is audited', async () => {
    const person = (n: number): Person => ({
      id: `x-${n}`,
      email: `nqsw${n}@example.org`,
      name: `Nqsw Number${n}`,
      roles: ['nqsw'],
      team: 'North',
      entraId: null,
      nonWorkingDays: [],
      participantId: `xp-${n}`,
    });
    const priyaId = await idOf(priya);
    const five = [1, 2, 3, 4, 5];
    await teams.academy.ports.roster.save(
      five.map(person),
      five.map((n) => ({
        participant: {
          id: `xp-${n}`,
          personId: `x-${n}`,
          name: `Nqsw Number${n}`,
          cohort: 'Autumn 2026',
          startOn: Temporal.PlainDate.from('2026-09-07'),
          fte: 1,
          contractedHours: 37,
          team: 'North',
        },
        allocations: [
          {
            function: 'reflective-supervisor' as const,
            personId: priyaId,
            name: 'Priya Nandakumar',
            fromOn: Temporal.PlainDate.from('2026-09-07'),
            untilOn: null,
          },
        ],
      })),
    );
    await as(helen).says("change Amara's supervisor");
    const inputs = { function: 'reflective-supervisor', personId: priyaId, fromOn: '2026-11-16' };
    const refused = await press(helen, 'Save this allocation', inputs);
    expect(refused).toContain('Priya Nandakumar has 5 NQSWs already');
    expect(await held('reflective-supervisor')).toHaveLength(2);
    await press(helen, 'Save this allocation', { ...inputs, overSpan: 'continuity' });
    expect(await held('reflective-supervisor')).toContain('Priya Nandakumar 2026-11-16..');
    const audit = [];
    const range = {
      table: 'participants',
      partition: participantId,
      rows: { from: 'audit', to: 'audiu' },
    } as const;
    for await (const row of teams.academy.storage.tables.range(range)) audit.push(JSON.stringify(row));
    expect(audit.filter((row) => row.includes('over-span:continuity'))).toHaveLength(1);
  });
});
