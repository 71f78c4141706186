import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submissions, SubmissionVerb } from '../../src/services/submissions.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { ben, marta, owen, ruth, tom } from './roles-in-teams.ts';

/* Who has a part in the two procedures: invited to a meeting, come to a function in the middle, or nobody at all. */

const everybody = [amara, priya, owen, marta, tom, helen, ruth, ben];
const refusal = 'I cannot show or change that for you';
type Who = typeof amara;

let teams: AcademyInTeams;
let participantId = '';
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z', programme: lutonQuiet });
  for (const who of everybody) await as(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
});
afterAll(() => teams.stop());

const as = (who: Who) => teams.client.person(who);
const at = (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
};
const cards = (who: Who) =>
  as(who)
    .messages()
    .map(({ card }) => card ?? {})
    .filter((card) => /request to move team|concern about/i.test(wordsOf(card)));
const newest = (who: Who): Json => cards(who).at(-1) ?? {};
const news = (who: Who) => wordsOf(newest(who));
const buttons = (who: Who) => buttonsOf(newest(who)).map(({ title }) => title);
const press = async (who: Who, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? (answer.text ?? '') : wordsOf(answer.card);
};
const fileOf = async () => {
  const versioned = await teams.academy.ports.files.load(participantId);
  if (versioned === undefined) throw new Error('no file');
  return versioned;
};
const steps = async () => (await fileOf()).file.moveSteps.map(({ step, byName }) => `${step} ${byName}`);
const idOf = async (who: Who) => (await teams.academy.ports.people.byEmail(who.email))?.id ?? '';
/** Gives a function to somebody from a day on, as the Academy Manager does on the card. */
async function allocated(name: string, to: Who, fromOn: string): Promise<void> {
  const data = { participantId, function: name, personId: await idOf(to), fromOn };
  const saved = await as(helen).invokes('allocation-save', { v: 1, verb: 'allocation-save', ...data });
  expect(wordsOf(saved.card ?? {})).toContain('Saved:');
  await teams.settled();
}

describe('the Team Manager and the three-way meeting', () => {
  it('has no part in a request before the invitation', async () => {
    await as(amara).says('I want to move team');
    await press(amara, 'I wish to move team');
    await press(priya, 'Conversation held', { heldOn: '2026-10-05' });
    expect(cards(tom)).toEqual([]);
    expect(buttons(priya)).toEqual(['Save the support plan', 'Invite the Team Manager']);
  });

  it('is invited to a day that is still to come', async () => {
    expect(await press(priya, 'Invite the Team Manager')).toContain('Error: Choose the date.');
    expect(await press(priya, 'Invite the Team Manager', { meetOn: '2026-10-02' })).toContain(
      'That day is over',
    );
    await press(priya, 'Invite the Team Manager', { meetOn: '2026-10-12' });
    expect(news(tom)).toContain('Three-way meeting on Monday 12 October 2026?');
    expect(buttons(tom)).toEqual(['I agree to this day', 'Propose another day']);
    expect(news(amara)).toContain(
      'proposed for Monday 12 October 2026, the Team Manager has not answered yet',
    );
    for (const who of [ruth, helen, ben]) expect(cards(who)).toEqual([]);
  });

  it('proposes another day, which stands on the card of the Senior Practitioner', async () => {
    const told = cards(priya).length;
    await press(tom, 'Propose another day', { meetOn: '2026-10-13' });
    expect(cards(priya)).toHaveLength(told + 1);
    expect(news(priya)).toContain('the Team Manager can on Tuesday 13 October 2026');
    expect(news(amara)).toContain('the Team Manager can on Tuesday 13 October 2026');
  });

  it('agrees to a new day once, however often it is pressed', async () => {
    await press(priya, 'Invite the Team Manager', { meetOn: '2026-10-13' });
    const told = cards(priya).length;
    const { requestId = '' } = (await fileOf()).file.moveSteps[0] ?? {};
    const { length: seen } = await steps();
    const data = { v: 1, verb: 'move-step', participantId, requestId, step: 'accept-day', seen };
    await Promise.all(Array.from({ length: 10 }, () => as(tom).invokes('move-step', data)));
    await teams.settled();
    expect((await steps()).filter((line) => line.startsWith('accept-day'))).toEqual([
      'accept-day Tom Adeyemi',
    ]);
    expect(cards(priya)).toHaveLength(told + 1);
    expect(news(priya)).toContain('Tuesday 13 October 2026, agreed with the Team Manager');
  });

  it('holds up nothing: a plan that was being written on an older card is still saved', async () => {
    at('2026-10-13T13:00:00Z');
    const { requestId = '' } = (await fileOf()).file.moveSteps[0] ?? {};
    const plan = {
      v: 1,
      verb: 'move-step',
      participantId,
      requestId,
      step: 'meeting',
      seen: 3,
      heldOn: '2026-10-13',
      aims: 'workload',
      supports: 'mentor',
      link: 'https://documents.example.org/plan',
    };
    const saved = await as(priya).invokes('move-step', plan);
    expect(wordsOf(saved.card ?? {})).toContain('A support plan is agreed');
    const again = await as(priya).invokes('move-step', plan);
    expect(wordsOf(again.card ?? {})).not.toContain('This card was from before');
    await teams.settled();
    expect(buttons(tom)).toEqual([]);
  });
});

describe('whoever comes to a function in the middle', () => {
  it('gets the card of a request from the day on which it is theirs, once, and the earlier holder’s offers nothing', async () => {
    expect(buttons(priya)).toEqual(['Plan reviewed']);
    await allocated('reflective-supervisor', owen, '2026-10-15');
    expect(cards(owen)).toEqual([]);
    at('2026-10-15T09:00:00Z');
    await teams.settled();
    expect(news(owen)).toContain('Amara Okoro’s request to move team');
    expect(news(owen)).toContain('takes over as Senior Practitioner, Owen Prys');
    expect(buttons(owen)).toEqual(['Plan reviewed']);
    expect(
      cards(priya).filter((card) => buttonsOf(card).some(({ title }) => title === 'Plan reviewed')),
    ).toEqual([]);
    const earlier = as(priya)
      .messages()
      .map(({ card }) => wordsOf(card ?? {}));
    expect(earlier.filter((words) => words.includes('This is no longer with you'))).not.toEqual([]);
    at('2026-10-16T09:00:00Z');
    await teams.settled();
    expect(cards(owen)).toHaveLength(1);
    expect((await steps()).filter((line) => line.startsWith('take-over'))).toEqual([
      'take-over Owen Prys, DipSW',
    ]);
  });

  it('is reminded in the place of whoever had it, who is not', async () => {
    const [before] = [as(priya).messages().length];
    at('2026-11-10T09:00:00Z');
    await teams.settled();
    expect(news(owen)).toContain('Reminder: Amara Okoro’s request to move team');
    expect(as(priya).messages().length).toBe(before);
    await press(owen, 'Plan reviewed', { heldOn: '2026-11-10' });
    expect(news(amara)).toContain('The plan is reviewed: stay, or go on?');
  });

  it('gets the card of an open concern, and takes its next step', async () => {
    await as(amara).says('raise a concern');
    await press(amara, 'Raise this concern', { category: 'team', about: 'no' });
    expect(buttons(marta)).toEqual(['Resolved', 'Take it further']);
    expect(cards(priya).some((card) => wordsOf(card).includes('concern'))).toBe(false);
    await allocated('assessor', priya, '2026-11-11');
    at('2026-11-11T09:00:00Z');
    await teams.settled();
    expect(buttons(priya)).toEqual(['Resolved', 'Take it further']);
    expect(buttons(marta)).toEqual([]);
    await press(priya, 'Take it further');
    expect(news(helen)).toContain('Level 1: with the Academy Manager');
  });
});

type Forged = { readonly [Verb in SubmissionVerb]?: Partial<Submissions[Verb]> };

/** What the buttons of the two procedures, and of a question to a person, send about somebody: with ids of nobody's or somebody else's. */
const forged: Forged = {
  'move-open': {},
  'move-step': { step: 'review', seen: '4', heldOn: '2026-11-10' },
  'concern-open': {},
  'concern-raise': { submissionId: 'forged', category: 'team', about: 'no' },
  'concern-show': {},
  'concern-step': { step: 'resolve', seen: '2' },
  'question-seen': {},
};

describe('cards with changed data', () => {
  const cells = Object.entries(forged).flatMap(([verb, data]) =>
    [ben, marta].map((who) => ({ verb, data, who, name: who.name })),
  );

  it.each(cells)(
    '$verb by $name is refused in the same words whether it exists or not, and audited',
    async ({ verb, data, who }) => {
      const { file, version } = await fileOf();
      const ids = {
        requestId: file.moveSteps[0]?.requestId ?? '',
        concernId: file.concernSteps[0]?.concernId ?? '',
        questionId: 'no-such-question',
      };
      const nobody = { requestId: 'no-such', concernId: 'no-such', questionId: 'no-such' };
      const answers = [];
      for (const about of [
        { participantId, ...ids },
        { participantId, ...nobody },
        { participantId: 'no-such-participant', ...ids },
      ])
        answers.push((await as(who).invokes(verb, { v: 1, verb, ...about, ...data })).text ?? '');
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain(refusal);
      const after = await fileOf();
      expect(after.file).toEqual(file);
      const revision = (text: string) => Number(text.split(' ')[0]);
      expect(revision(after.version) - revision(version)).toBe(2);
    },
  );

  it('of another tenant are turned away before anybody asks what they name', async () => {
    const { version } = await fileOf();
    const elsewhere = teams.clientOf('99999999-0000-4000-8000-000000000001').person(owen);
    for (const verb of Object.keys(forged)) {
      const data = { v: 1, verb, participantId, ...forged[verb as keyof Forged] };
      const answer = await elsewhere.invokes(verb, data);
      expect([verb, answer.card, answer.status]).toEqual([verb, undefined, 401]);
    }
    expect((await fileOf()).version).toBe(version);
  });
});
