import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConcernStep } from '../../src/academy/concern.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import {
  type AcademyInTeams,
  academyInTeams,
  amara,
  escalations,
  helen,
  lutonQuiet,
  priya,
} from './academy-in-teams.ts';
import { ben, marta, owen, ruth, tom } from './roles-in-teams.ts';

const everybody = [amara, priya, helen, tom, ruth, marta, ben, owen];
const refusal = 'I cannot show or change that for you';
const isAbout = (words: string) => /A concern about (?:your|Amara)|This concern has gone further/.test(words);

let teams: AcademyInTeams;
let participantId = '';

async function opened(programme: string): Promise<void> {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z', programme });
  for (const who of everybody) await teams.client.person(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
}

const as = (who: typeof amara) => teams.client.person(who);
const at = (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
};
async function steps(): Promise<readonly ConcernStep[]> {
  return (await teams.academy.ports.files.load(participantId))?.file.concernSteps ?? [];
}
const last = (who: typeof amara) => wordsOf(as(who).lastCard());
const about = (who: typeof amara) =>
  as(who)
    .messages()
    .map(({ card }) => card ?? {})
    .filter((card) => isAbout(wordsOf(card)));
const news = (who: typeof amara) => wordsOf(about(who).at(-1) ?? {});
const titles = (card: Json) => buttonsOf(card).map(({ title }) => title);
const press = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};
/** Each post about a concern, once, as it stands. */
const postsStanding = () =>
  teams.connector
    .standing(escalations.id)
    .map(({ card }) => wordsOf(card ?? {}))
    .filter((words) => /^(?:A|The) concern /.test(words));

describe('a concern that climbs the whole ladder', () => {
  beforeAll(async () => {
    await opened(lutonQuiet);
    const channel = teams.client.channel(escalations);
    await as(helen).says('use this channel for escalations', { in: channel });
  });
  afterAll(() => teams.stop());

  it('is raised in private from a list, never in free words', async () => {
    await as(amara).says('I want to raise a concern');
    expect(last(amara)).toContain('Only the kind of concern is kept');
    const missing = await as(amara).presses('Raise this concern', { inputs: { category: '', about: '' } });
    expect(wordsOf(missing.card ?? {})).toContain('Error: Choose the kind of concern.');
    expect(wordsOf(missing.card ?? {})).toContain('Error: Say whether it is about your Senior Practitioner.');
    expect(await steps()).toEqual([]);
    const raised = await press(amara, 'Raise this concern', { category: 'protected-time', about: 'no' });
    expect(raised).toContain('Level 0: between the NQSW, the Senior Practitioner and the Practice Educator');
  });

  it('is at level 0 with the three whom it concerns, and with nobody else', () => {
    for (const who of [priya, marta]) {
      expect(news(who)).toContain('Protected time');
      expect(titles(about(who).at(-1) ?? {})).toEqual(['Resolved', 'Take it further']);
    }
    for (const who of [helen, tom, ruth, ben, owen]) expect(about(who)).toEqual([]);
    expect(postsStanding()).toEqual([]);
  });

  it('reminds the two who are asked on its day', async () => {
    at('2026-10-19T08:00:00Z');
    await teams.settled();
    for (const who of [priya, marta]) expect(news(who)).toContain('Reminder: A concern about Amara Okoro');
    expect(about(amara)).toHaveLength(1);
  });

  it('comes to the Academy Manager, and to the channel without its reason', async () => {
    await press(marta, 'Take it further');
    expect(news(helen)).toContain('Level 1: with the Academy Manager');
    expect(news(helen)).toContain('Protected time');
    expect(titles(about(helen).at(-1) ?? {})).toEqual(['Discussion held', 'Resolved']);
    const [post, second] = postsStanding();
    expect(second).toBeUndefined();
    expect(post).toContain('A concern at level 1 about Amara Okoro’s programme');
    expect(post).toContain('Monday 5 October 2026');
    expect(post).not.toMatch(/protected time/i);
    for (const who of [tom, ruth]) expect(about(who)).toEqual([]);
  });

  it('does not reach level 2 before the discussion with the Team Manager is recorded', async () => {
    const concernId = (await steps())[0]?.concernId ?? '';
    const forged = await as(helen).invokes('concern-step', {
      v: 1,
      verb: 'concern-step',
      participantId,
      concernId,
      step: 'escalate',
      seen: 2,
    });
    const words = wordsOf(forged.card ?? {});
    expect(words).toContain('Not yet: the discussion with the Team Manager is recorded first');
    expect(words).toContain('Monday 26 October 2026');
    expect(about(tom)).toEqual([]);
    expect(await press(helen, 'Discussion held', { heldOn: '2026-10-20' })).toContain('still to come');
    await press(helen, 'Discussion held', { heldOn: '2026-10-19' });
    await press(helen, 'Take it further');
    expect(news(tom)).toContain('Level 2: with the Team Manager');
    expect(titles(about(tom).at(-1) ?? {})).toEqual(['We agree', 'No agreement']);
    expect(postsStanding()[0]).toContain('A concern at level 2 about Amara Okoro’s programme');
  });

  it('is shown again in another channel that is chosen for escalations', async () => {
    const other = teams.client.channel({ ...escalations, id: '19:other@thread.tacv2', name: 'Other' });
    await as(helen).says('use this channel for escalations', { in: other });
    await teams.settled();
    const there = teams.connector.standing(other.id).map(({ card }) => wordsOf(card ?? {}));
    expect(there.filter((words) => words.includes('A concern at level 2 about Amara'))).toHaveLength(1);
    await as(helen).says('use this channel for escalations', { in: teams.client.channel(escalations) });
    await teams.settled();
    expect(postsStanding()).toHaveLength(1);
  });

  it('does not reach the Head before the lack of agreement is recorded', async () => {
    const concernId = (await steps())[0]?.concernId ?? '';
    const data = { v: 1, verb: 'concern-step', participantId, concernId, step: 'escalate', seen: 4 };
    const early = await as(helen).invokes('concern-step', data);
    expect(wordsOf(early.card ?? {})).toContain('This is with Tom Adeyemi (Team Manager) now');
    expect(about(ruth)).toEqual([]);
    at('2026-10-21T10:00:00Z');
    expect(await press(tom, 'No agreement')).toContain('Choose the date.');
    await press(tom, 'No agreement', { heldOn: '2026-10-21' });
    expect(news(helen)).toContain('Level 2: no agreement was found');
    await press(helen, 'Take it further');
    expect(news(ruth)).toContain('Level 3: with the Head of the Academy, whose decision is final');
  });

  it('ends with the decision of the Head, which is final, and everybody it has reached is told', async () => {
    expect(await press(ruth, 'Record the decision')).toContain('Choose the decision.');
    await press(ruth, 'Record the decision', { decision: 'partly-upheld' });
    for (const who of [amara, priya, marta, helen, tom]) {
      expect(news(who)).toContain('Decided by the Head of the Academy: final');
      expect(news(who)).toContain('Upheld in part');
      expect(titles(about(who).at(-1) ?? {})).toEqual([]);
    }
    expect(postsStanding()).toHaveLength(1);
    expect(postsStanding()[0]).toContain('The concern about Amara Okoro’s programme is closed');
    for (const who of [ben, owen]) expect(about(who)).toEqual([]);
    expect((await steps()).map(({ step, byName }) => `${step} ${byName}`)).toEqual([
      'raise Amara Okoro',
      'escalate Marta Kowalczyk',
      'discuss Helen Boateng',
      'escalate Helen Boateng',
      'no-agreement Tom Adeyemi',
      'escalate Helen Boateng',
      'decide Ruth Castellan',
    ]);
    expect(teams.logLines.join('')).not.toMatch(/Amara|Okoro|protected-time|upheld/i);
  });
});

describe('a concern about the Senior Practitioner', () => {
  beforeAll(async () => {
    await opened(lutonQuiet);
    await as(helen).says('use this channel for escalations', { in: teams.client.channel(escalations) });
    await as(amara).says('I have a problem with my senior practitioner');
    await press(amara, 'Raise this concern', { category: 'supervision', about: 'yes' });
  });
  afterAll(() => teams.stop());

  it('begins at level 1, and the Senior Practitioner sees nothing of it, nor does the channel', async () => {
    expect(news(helen)).toContain('Level 1: with the Academy Manager');
    for (const who of [priya, marta, tom, ruth]) expect(about(who)).toEqual([]);
    expect(postsStanding()).toEqual([]);
    await as(priya).says('open concerns');
    expect(last(priya)).toContain('No open concern has reached you');
    await as(helen).says('open concerns');
    expect(last(helen)).toContain('A concern about Amara Okoro’s programme');
  });

  it('is refused to the Senior Practitioner as if it did not exist, at every level', async () => {
    const concernId = (await steps())[0]?.concernId ?? '';
    const ask = async () => {
      const known = { v: 1, verb: 'concern-show', participantId, concernId };
      const theirs = await as(priya).invokes('concern-show', known);
      const none = await as(priya).invokes('concern-show', { ...known, concernId: 'no-such-concern' });
      expect(theirs.text).toBe(none.text);
      expect(theirs.text).toContain(refusal);
    };
    await ask();
    await press(helen, 'Discussion held', { heldOn: '2026-10-05' });
    await press(helen, 'Take it further');
    await ask();
    await press(tom, 'We agree', { heldOn: '2026-10-05' });
    expect(news(amara)).toContain('Resolved at level 2');
    await ask();
    expect(about(priya)).toEqual([]);
    expect(postsStanding()).toEqual([]);
  });
});

describe('concerns of other people', () => {
  beforeAll(() => opened(lutonQuiet));
  afterAll(() => teams.stop());

  it('are refused in the words for those that do not exist, and the attempt is audited', async () => {
    await as(amara).says('raise a concern');
    await press(amara, 'Raise this concern', { category: 'team', about: 'no' });
    const concernId = (await steps())[0]?.concernId ?? '';
    const revision = async () =>
      Number((await teams.academy.ports.files.load(participantId))?.version.split(' ')[0]);
    const before = await revision();
    for (const who of [ben, owen, tom, ruth, helen]) {
      for (const data of [
        { participantId, concernId },
        { participantId, concernId: 'no-such-concern' },
        { participantId: 'no-such-participant', concernId },
      ]) {
        const step = { v: 1, verb: 'concern-step', ...data, step: 'resolve', seen: 1 };
        const stepped = await as(who).invokes('concern-step', step);
        const shown = await as(who).invokes('concern-show', { v: 1, verb: 'concern-show', ...data });
        expect([who.name, stepped.text]).toEqual([who.name, shown.text]);
        expect(stepped.text).toContain(refusal);
      }
    }
    expect(await revision()).toBe(before + 20);
    expect(await steps()).toHaveLength(1);
  });

  it('do not show in a channel, whoever asks there', async () => {
    const channel = teams.client.channel(escalations);
    const asked = await as(amara).says('open concerns', { in: channel });
    expect(asked.text).toContain('private chat');
    const raised = await as(amara).invokes('concern-open', { v: 1, verb: 'concern-open' }, { in: channel });
    expect(raised.text).toContain('private chat');
  });

  it('can be raised by whoever supervises, and are then between the three', async () => {
    await as(priya).says('I have concerns about Amara');
    expect(last(priya)).toContain('Raise a concern about Amara Okoro’s programme');
    expect(last(priya)).not.toContain('Is it about your');
    await press(priya, 'Raise this concern', { category: 'progress' });
    expect(news(amara)).toContain('Progress in the programme');
    await as(amara).says('show my concerns');
    expect(last(amara)).toContain('2 open');
    const forged = { v: 1, verb: 'concern-raise', participantId, submissionId: 's-1', category: 'team' };
    for (const who of [helen, tom, ruth, ben, owen]) {
      expect((await as(who).invokes('concern-raise', forged)).text).toContain(refusal);
    }
  });
});

describe('twenty presses of each step of a concern at once', () => {
  beforeAll(() => opened(lutonQuiet));
  afterAll(() => teams.stop());
  const twenty = Array.from({ length: 20 }, (_, n) => n);

  it('of one form raise one concern', async () => {
    const form = {
      v: 1,
      verb: 'concern-raise',
      participantId,
      submissionId: 'one',
      category: 'team',
      about: 'no',
    };
    const answers = await Promise.all(twenty.map(() => as(amara).invokes('concern-raise', form)));
    expect(await steps()).toHaveLength(1);
    expect(new Set(answers.map(({ card }) => wordsOf(card ?? {}))).size).toBe(1);
    await teams.settled();
    expect([about(priya).length, about(marta).length]).toEqual([1, 1]);
  });

  it.each([
    ['escalate', amara, {}],
    ['discuss', helen, { heldOn: '2026-10-05' }],
    ['escalate', helen, {}],
    ['no-agreement', tom, { heldOn: '2026-10-05' }],
    ['escalate', helen, {}],
    ['decide', ruth, { decision: 'upheld' }],
  ] as const)('of %s are one transition', async (step, who, inputs) => {
    const before = await steps();
    const concernId = before[0]?.concernId ?? '';
    const data = {
      v: 1,
      verb: 'concern-step',
      participantId,
      concernId,
      step,
      seen: before.length,
      ...inputs,
    };
    const answers = await Promise.all(twenty.map(() => as(who).invokes('concern-step', data)));
    expect((await steps()).length).toBe(before.length + 1);
    expect(new Set(answers.map(({ card }) => wordsOf(card ?? {}))).size).toBe(1);
    await teams.settled();
  });
});

describe('another council', () => {
  beforeAll(() => opened('durham'));
  afterAll(() => teams.stop());

  it('reads its own titles at every step of both procedures', async () => {
    await as(amara).says('I want to move team');
    expect(last(amara)).toContain('Priya Nandakumar (Academy Practice Lead)');
    expect(last(amara)).toContain('The Strategic Manager answers the formal request');
    expect(await press(amara, 'I wish to move team')).toContain(
      'Conversation with the Academy Practice Lead',
    );
    await as(amara).says('raise a concern');
    expect(last(amara)).toContain('Is it about your Academy Practice Lead?');
    await press(amara, 'Raise this concern', { category: 'team', about: 'no' });
    expect(last(priya)).toContain('Not settled? Take it to the Service Improvement Manager');
    await press(priya, 'Take it further');
    expect(news(helen)).toContain('Level 1: with the Service Improvement Manager');
    for (const who of [amara, priya, helen]) {
      expect(
        as(who)
          .messages()
          .map(({ card }) => wordsOf(card ?? {}))
          .join('\n'),
      ).not.toMatch(/Senior Practitioner|Academy Manager|Head of the Academy/);
    }
  });
});
