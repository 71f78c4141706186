import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Needs } from '../../src/services/needs.ts';
import { showEnrolment } from '../../src/services/show-enrolment.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import {
  type AcademyInTeams,
  academyInTeams,
  amara,
  escalations,
  helen,
  lutonQuiet,
  priya,
} from './academy-in-teams.ts';
import { jo, marta, owen, ruth, tom } from './roles-in-teams.ts';

const refusal = 'I cannot show or change that for you';

let teams: AcademyInTeams;
let participantId = '';
const as = (who: typeof amara) => teams.client.person(who);
const last = (who: typeof amara) => wordsOf(as(who).lastCard());
const file = async () => (await teams.academy.ports.files.load(participantId))?.file;
const press = async (title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(helen).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};
/** Who has a message with this heading, and how often. */
const told = (heading: string) =>
  [amara, priya, helen, tom, ruth, marta, jo, owen]
    .map((who) => [who.name.split(' ')[0], as(who).messages()] as const)
    .map(([name, all]) => [
      name,
      all.filter(({ card }) => wordsOf(card ?? {}).split('\n')[0] === heading).length,
    ])
    .flatMap(([name, times]) => (times === 0 ? [] : [`${name} ${times}`]))
    .join(', ');
const inChannel = () =>
  teams.connector.standing(escalations.id).map(({ card }) => wordsOf(card ?? {}).split('\n'));
const titles = () => buttonsOf(as(helen).lastCard()).map(({ title }) => title);

describe('an enrolment on cards', () => {
  beforeAll(async () => {
    teams = await academyInTeams({ now: '2026-10-19T09:00:00Z', programme: lutonQuiet });
    for (const who of [amara, priya, helen, tom, ruth, marta, jo, owen]) await as(who).says('hello');
    await as(helen).says('use this channel for escalations', { in: escalations });
    participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
  });
  afterAll(() => teams.stop());

  it('is the Academy Manager’s alone', async () => {
    const open = { v: 1, verb: 'year-open', participantId, form: 'enrolment', about: 'extend' };
    const save = {
      ...open,
      verb: 'year-save',
      submissionId: 's-1',
      step: 'leave',
      on: '2026-10-19',
      choice: 'other',
    };
    for (const who of [amara, priya, tom, ruth]) {
      expect((await as(who).invokes('year-open', open)).text).toContain(refusal);
      expect((await as(who).invokes('year-save', save)).text).toContain(refusal);
    }
    expect((await file())?.enrolment).toEqual([]);
    await as(priya).says('Amara has left');
    expect(last(priya)).toContain('Please tell your Academy Manager.');
  });

  it('shows every date that an extension moves before anything is kept', async () => {
    await as(helen).says("extend Amara's programme");
    expect(last(helen)).toContain('The programme goes on to');
    expect(await press('Show what that moves')).toContain('Error: Choose the day.');
    expect(await press('Show what that moves', { to: '2027-06-01' })).toContain(
      'an extension needs a later day',
    );
    const preview = await press('Show what that moves', { to: '2027-12-06' });
    expect(preview).toContain('what would move');
    expect(preview).toContain('End of programme: Tue 7 Sep 2027 → Mon 6 Dec 2027');
    expect(preview).toMatch(/\d+ dates are new\./u);
    expect(preview).toMatch(/Dates that move\s[\s\S]+New dates\s/u);
    expect((await file())?.enrolment).toEqual([]);
  });

  it('is extended once, however often and by whomever the button is pressed', async () => {
    const card = as(helen).lastCard();
    const [save] = buttonsOf(card).filter(({ title }) => title === 'Extend the programme');
    const sent = { ...save?.data };
    const [first, second] = await Promise.all([
      as(helen).invokes('year-save', sent),
      as(helen).invokes('year-save', { ...sent, submissionId: 's-other' }),
    ]);
    const answers = [first, second].map(({ card: shown }) => wordsOf(shown ?? {}));
    expect(answers.filter((text) => text.includes('is extended to Monday 6 December 2027'))).toHaveLength(1);
    expect(answers.filter((text) => text.includes('an extension needs a later day'))).toHaveLength(1);
    expect((await file())?.enrolment.map(({ step }) => step.step)).toEqual(['extend']);
  });

  it('tells everybody whom the extension concerns, once, and the channel', async () => {
    await teams.settled();
    expect(told('Your programme is extended')).toBe('Amara 1');
    expect(told('Amara Okoro’s programme is extended')).toBe('Priya 1, Tom 1, Marta 1, Jo 1, Owen 1');
    expect(last(tom)).toContain('It goes on to Monday 6 December 2027. The dates follow.');
    expect(last(tom)).toMatch(/Entered by\s+Helen Boateng, Mon 19 Oct 2026/u);
    expect(inChannel().map(([heading]) => heading)).toEqual([
      'Alerts will come to this channel',
      'Amara Okoro’s programme is extended',
    ]);
  });

  it('keeps a kind of reason of somebody who leaves, and says why what comes next is not possible', async () => {
    await as(helen).says('Amara has left');
    expect(await press('Show what that moves', { on: '2026-10-30' })).toContain('Choose the kind of reason.');
    const preview = await press('Show what that moves', { on: '2026-10-30', choice: 'agency-work' });
    expect(preview).toMatch(/\d+ dates fall away/u);
    expect(preview).toMatch(/No longer due\s/u);
    expect(preview).not.toContain('Dates that move');
    await press('They leave on this day');
    expect(told('Your last day on the programme')).toBe('Amara 1');
    expect(told('Amara Okoro leaves the programme')).toBe('Priya 1, Tom 1, Marta 1, Jo 1, Owen 1');
    const everywhere = [
      ...[amara, priya, tom, marta, jo, owen].map((who) => last(who)),
      ...inChannel().flat(),
    ];
    expect(everywhere.join(' ')).toContain('Friday 30 October 2026');
    expect(everywhere.join(' ')).not.toMatch(/agency/iu);
    expect((await file())?.enrolment.at(-1)?.step).toMatchObject({ step: 'leave', reason: 'agency-work' });
    await as(helen).says("extend Amara's programme");
    expect(last(helen)).toContain('Amara Okoro has left: from there they can return');
    expect(titles()).toEqual(['They come back']);
  });

  it('brings somebody back into a cohort with the time served, and moves what is to come', async () => {
    teams.time.now = Temporal.Instant.from('2027-02-01T09:00:00Z');
    await press('They come back');
    expect(last(helen)).toContain('Cohort that they join');
    const child = { on: '2027-02-01', name: 'Cohort of J.S., case 12345678' };
    expect(await press('Show what that moves', child)).toContain('These words have not been kept.');
    const begun = await press('Show what that moves', { on: '2027-02-01', name: ' Spring  2027 ' });
    expect(begun).toContain('into Spring 2027');
    await press('Choose another day');
    const preview = await press('Show what that moves', { on: '2027-02-01', name: 'autumn 2026' });
    expect(preview).toContain('the time away is a pause');
    await press('They come back on this day');
    expect((await file())?.enrolment.at(-1)?.step).toMatchObject({ step: 'return', cohort: 'Autumn 2026' });
    expect(last(amara)).toContain(
      'Your first day back is Monday 1 February 2027, in the cohort Autumn 2026.',
    );
    expect(told('Amara Okoro comes back to the programme')).toBe('Priya 1, Tom 1, Marta 1, Jo 1, Owen 1');
    await as(amara).says('when is my next review?');
    expect(last(amara)).toContain('2027');
  });

  it('is told late to nobody who has stopped supporting the NQSW since', async () => {
    const { needs } = teams.academy;
    const stepId = (await file())?.enrolment.at(-1)?.stepId ?? '';
    const personId = (await needs.people.byEmail(priya.email))?.id ?? '';
    const subject = { card: 'enrolment', participantId, stepId } as const;
    const shown = async (at: Needs) => {
      const view = await showEnrolment(at, { kind: 'person', personId }, subject);
      return view?.summary;
    };
    expect(await shown(needs)).toBe('Amara Okoro comes back to the programme');
    const later = { now: () => Temporal.Instant.from('2027-02-02T09:00:00Z') };
    const untilOn = Temporal.PlainDate.from('2027-02-01');
    const load: Needs['files']['load'] = async (id) => {
      const versioned = await needs.files.load(id);
      if (versioned === undefined) return undefined;
      const allocations = versioned.file.allocations.map((one) => ({ ...one, untilOn }));
      return { ...versioned, file: { ...versioned.file, allocations } };
    };
    expect(await shown({ ...needs, clock: later, files: { ...needs.files, load } })).toBeUndefined();
  });
});
