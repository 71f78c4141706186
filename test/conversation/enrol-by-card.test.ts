import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grants, may, relations } from '../../src/services/permission.ts';
import { buttonsOf, untouchedInputs, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { marta, ruth, tom } from './roles-in-teams.ts';

/*
 * M1: one NQSW is enrolled on a card: the dry run shows every date, errors stand at their fields, nothing is saved if
 * anything is wrong, and it is one enrolment however often and by whomever it is sent.
 */
const refusal = 'I cannot show or change that for you';
const nadia = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0021',
  name: 'Nadia Brook',
  email: 'nadia.brook@example.org',
};
/** A second Academy Manager. */
const iris = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0022',
  name: 'Iris Lane',
  email: 'iris.academy@example.org',
};

let teams: AcademyInTeams;
const ids = new Map<string, string>();
const as = (who: typeof amara) => teams.client.person(who);
const last = (who: typeof amara) => wordsOf(as(who).lastCard());
const idOf = ({ email }: typeof amara) => ids.get(email) ?? '';
const titles = (who: typeof amara) => buttonsOf(as(who).lastCard()).map(({ title }) => title);
const person = () => teams.academy.ports.people.byEmail(nadia.email);
const file = async () => (await teams.academy.ports.files.load((await person())?.participantId ?? ''))?.file;
const press = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};
const filled = () => ({
  name: nadia.name,
  email: nadia.email,
  team: 'Family Safeguarding 2',
  nonWorkingDays: 'fri',
  cohort: '',
  newCohort: 'Winter 2026',
  start: '2026-11-02',
  fte: '0.8',
  contractedHours: '29.6',
  reflectiveSupervisor: idOf(priya),
  assessor: idOf(marta),
  hostManager: idOf(tom),
});
/** How often somebody was told under this heading. */
const told = (who: typeof amara, heading: string) =>
  as(who)
    .messages()
    .filter(({ card }) => wordsOf(card ?? {}).split('\n')[0] === heading).length;

beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-19T09:00:00Z', programme: lutonQuiet });
  const manager = { id: 'iris', team: 'Academy', entraId: null, nonWorkingDays: [], participantId: null };
  await teams.academy.ports.roster.save(
    [{ ...manager, email: iris.email, name: iris.name, roles: ['academy-manager'] }],
    [],
  );
  for (const who of [amara, priya, helen, tom, marta, ruth, iris]) {
    await as(who).says('hello');
    ids.set(who.email, (await teams.academy.ports.people.byEmail(who.email))?.id ?? '');
  }
});
afterAll(() => teams.stop());

describe('enrolling one NQSW by a card', () => {
  it('is the Academy Manager’s alone, whoever types it and whatever is forged', async () => {
    expect(Object.keys(grants['manage-enrolment'])).toEqual(['academy-manager']);
    expect(may('manage-enrolment', ['nqsw', 'senior-practitioner', 'head-of-academy'], relations)).toBe(
      false,
    );
    const save = { v: 1, verb: 'enrol-save', submissionId: 'forged', step: 'save', ...filled() };
    for (const who of [amara, priya, tom, marta, ruth]) {
      await as(who).says('enrol Nadia Brook');
      expect(last(who)).toContain('The Academy Manager enrols people');
      expect((await as(who).invokes('enrol-open', { v: 1, verb: 'enrol-open' })).text).toContain(refusal);
      expect((await as(who).invokes('enrol-save', save)).text).toContain(refusal);
    }
    expect(await person()).toBeUndefined();
  });

  it('opens with the name that was said, and with what the academy knows to choose from', async () => {
    await as(helen).says('enrol Nadia Brook');
    const card = as(helen).lastCard();
    expect(untouchedInputs(card)).toMatchObject({ name: 'Nadia Brook', fte: '1', email: '' });
    expect(last(helen)).toMatch(/Cohort[\s\S]*Autumn 2026/u);
    await as(helen).says('enrol an NQSW');
    expect(untouchedInputs(as(helen).lastCard()).name).toBe('');
  });

  it('says at each field what a roster would be told of its column, keeps what was typed, and saves nothing', async () => {
    await as(helen).says('enrol Nadia Brook');
    const empty = await press(helen, 'Show every date');
    for (const words of [
      'Work e-mail address, as they sign in to Teams\nError: This is empty: everybody needs an e-mail address.',
      'Error: This is empty: every NQSW needs it.',
    ])
      expect(empty).toContain(words);
    const wrong = {
      ...filled(),
      email: 'nadia',
      fte: '1.2',
      start: '',
      hostManager: '',
      team: 'Child ref 123456789',
    };
    const answer = await press(helen, 'Show every date', { ...wrong, cohort: 'Autumn 2026' });
    expect(answer).toContain('"nadia" is not an e-mail address');
    expect(answer).toContain('must be at most 1 (full time)');
    expect(answer).toContain('Choose a cohort, or write a new one, not both.');
    expect(answer).toContain('These words have not been kept.');
    const forged = { ...filled(), cohort: 'Case 12345678', newCohort: '', name: 'Case 12345678' };
    const open = { v: 1, verb: 'enrol-save', submissionId: 'forged', step: 'save', ...forged };
    const refused = wordsOf((await as(helen).invokes('enrol-save', open)).card ?? {});
    expect(refused).toContain('Choose a cohort from the list.');
    expect(refused).toContain('This looks like a case or file number.');
    expect(refused).not.toContain('12345678');
    const kept = untouchedInputs(as(helen).lastCard());
    expect(kept).toMatchObject({
      name: nadia.name,
      email: 'nadia',
      fte: '1.2',
      assessor: idOf(marta),
      team: '',
    });
    expect(await person()).toBeUndefined();
  });

  it('shows every date before anything is kept, and gives the form back as it was', async () => {
    const preview = await press(helen, 'Show every date', { ...filled(), cohort: '' });
    expect(preview).toContain('Enrol Nadia Brook: every date');
    expect(preview).toContain('3-month review: ');
    expect(preview).toMatch(/Reflective supervision: \d+\n[^\n]*Mon 9 Nov 2026; Mon 16 Nov; /u);
    expect(preview).toMatch(/Ends\s+/u);
    // Between the NQSW and their manager: the academy sees no date of it (L7).
    expect(preview).not.toMatch(/Personal supervision/iu);
    expect(await person()).toBeUndefined();
    await press(helen, 'Change what I typed');
    expect(untouchedInputs(as(helen).lastCard())).toMatchObject(filled());
    await press(helen, 'Show every date');
  });

  it('is one enrolment when it is pressed twice and by two managers at once; each is told the truth', async () => {
    const [button] = buttonsOf(as(helen).lastCard()).filter(({ title }) => title === 'Enrol Nadia Brook');
    const sent = { ...button?.data };
    const others = { ...sent, submissionId: 'of-iris', team: 'Another team', name: 'Nadia Brooks' };
    const [first, again, theirs] = await Promise.all([
      as(helen).invokes('enrol-save', sent),
      as(helen).invokes('enrol-save', sent),
      as(iris).invokes('enrol-save', others),
    ]);
    await teams.settled();
    const headings = [first, again, theirs].map(({ card }) => wordsOf(card ?? {}).split('\n')[0]);
    const isHelens = (await file())?.participant.name === 'Nadia Brook';
    const name = isHelens ? 'Nadia Brook' : 'Nadia Brooks';
    const kept = `${name} is enrolled`;
    const already = `${name} is enrolled already`;
    expect(headings).toEqual(isHelens ? [kept, kept, already] : [already, already, kept]);
    expect((await person())?.name).toBe(name);
    const everybody = await teams.academy.ports.people.withRole('nqsw');
    expect(everybody.filter(({ email }) => email === nadia.email)).toHaveLength(1);
    expect((await file())?.entries.map(({ entry }) => entry)).toEqual(['enrolled']);
    expect(await person()).toMatchObject({ email: nadia.email, nonWorkingDays: ['fri'], roles: ['nqsw'] });
    expect((await file())?.participant).toMatchObject({
      cohort: 'Winter 2026',
      fte: 0.8,
      contractedHours: 29.6,
    });
    const refused = [first, again, theirs].map(({ card }) => wordsOf(card ?? {}));
    expect(refused.join(' ')).toMatch(/(?:Helen Boateng|Iris Lane) enrolled them on Monday 19 October 2026/u);
  });

  it('tells those who support them at once, each once, and the NQSW when they first have the app', async () => {
    const { name } = (await person()) ?? { name: '' };
    for (const who of [priya, tom, marta]) expect(told(who, `${name} joins the programme`)).toBe(1);
    expect(last(tom)).toContain('You are their Team Manager.');
    await as(priya).says('my NQSWs');
    expect(last(priya)).toContain('no caseload reported · starts Mon 2 Nov 2026');
    expect(told(amara, `${name} joins the programme`)).toBe(0);
    await as(nadia).says('hello');
    await teams.settled();
    expect(told(nadia, 'You are on the programme')).toBe(1);
    await as(nadia).says('when is my next supervision?');
    expect(last(nadia)).toContain('Monday 9 November 2026');
  });

  it('stands in the chronology with who enrolled and who was given what, and when', async () => {
    const { name } = (await person()) ?? { name: '' };
    await as(helen).says(`chronology of ${name}`);
    const by = /(?:Helen Boateng|Iris Lane) · recorded Mon 19 Oct 2026/u.source;
    expect(last(helen)).toMatch(
      new RegExp(`Mon 19 Oct 2026: Enrolled on the programme, in the cohort Winter 2026\n${by}`, 'u'),
    );
    expect(last(helen)).toMatch(new RegExp(`Senior Practitioner: Priya Nandakumar\n${by}`, 'u'));
  });

  it('says of somebody on the programme since when they are, and where to go; of anybody else whose address it is', async () => {
    await as(helen).says('enrol Amara Okoro');
    expect(last(helen)).toContain('Amara Okoro is enrolled already');
    expect(titles(helen)).toContain('Open their enrolment');
    expect(await press(helen, 'Enrol somebody else')).toContain('Who is it?');
    const same = await press(helen, 'Show every date', { ...filled(), email: amara.email });
    expect(same).toContain('Amara Okoro is enrolled already');
    await press(helen, 'Change what I typed');
    const toms = await press(helen, 'Show every date', { ...filled(), email: tom.email });
    expect(toms).toContain('This is the address of Tom Adeyemi, who has another role in the academy.');
  });

  it('keeps somebody without a first day waiting: no dates until it is entered', async () => {
    teams.time.now = Temporal.Instant.from('2026-10-20T09:00:00Z');
    await as(helen).says('enrol Petra Falk');
    const inputs = { ...filled(), name: 'Petra Falk', email: 'petra.falk@example.org', start: '' };
    const preview = await press(helen, 'Show every date', inputs);
    expect(preview).toContain('not known yet: there are no dates');
    expect(await press(helen, 'Enrol Petra Falk')).toContain('The first day is still to come');
    await as(helen).says('change Petra’s enrolment');
    expect(last(helen)).toContain('has not begun the programme');
  });
});

describe('an academy that knows nobody yet but its manager', () => {
  it('offers to enrol somebody, and says whom the roster has to bring first', async () => {
    const roster = [
      'email,name,roles,team,entraId,nonWorkingDays,cohort,start,fte,contractedHours,reflectiveSupervisor,assessor,hostManager,deputyManager,mentor',
      `${helen.email},${helen.name},academy-manager,Academy,,,,,,,,,,,`,
    ].join('\n');
    const empty = await academyInTeams({ now: '2026-10-19T09:00:00Z', roster: Buffer.from(roster) });
    try {
      const manager = empty.client.person(helen);
      await manager.says('my NQSWs');
      expect(wordsOf(manager.lastCard())).toContain('Nobody is on the programme at the moment.');
      const answer = await manager.presses('Enrol an NQSW');
      const form = wordsOf(answer.card ?? {});
      expect(form).toContain('I know nobody yet who could support them.');
      const sent = await manager.presses('Show every date', {
        inputs: { name: nadia.name, email: nadia.email },
      });
      // There is no list of cohorts to choose from: the reason stands where one is written.
      expect(wordsOf(sent.card ?? {})).toContain('Cohort\nError: This is empty: every NQSW needs it.');
    } finally {
      await empty.stop();
    }
  });
});
