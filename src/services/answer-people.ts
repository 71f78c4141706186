import { actingOn } from '../academy/holding.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { whatsNext } from './ask-buttons.ts';
import { type Asker, permittedFile } from './asker.ts';
import { eachOf } from './in-few-at-once.ts';
import type { Needs } from './needs.ts';
import { chatWith, questionCard } from './question-view.ts';
import { message } from './short-answers.ts';
import type { ActionView, FactView, LinkView, View } from './views.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';

type Named = FactView & { readonly function: AcademyFunction; readonly personId: string };

const raise: ActionView = { title: 'Raise a concern', verb: 'ask', data: { intent: 'raise-concern' } };
const everybodyAround: ActionView = {
  title: 'Who else supports me?',
  verb: 'ask',
  data: { intent: 'people' },
};

/** Who does what for somebody today, with the council's titles; the Academy Managers last. */
async function around(needs: Needs, asker: Asker, file: ParticipantFile): Promise<readonly Named[]> {
  const { titles } = needs.programme;
  const managers = await needs.people.withRole('academy-manager');
  const allocated = actingOn(file, asker.today).map(({ function: of, name, personId, coversFor }) => ({
    function: of,
    title: titles[of],
    value: coversFor === null ? name : `${name}, for ${coversFor.name}`,
    personId,
  }));
  const whole = managers.map(({ id, name }) => ({
    function: 'academy-manager' as const,
    title: titles['academy-manager'],
    value: name,
    personId: id,
  }));
  return [...allocated, ...whole];
}

const facts = (named: readonly Named[]): readonly FactView[] =>
  named.map(({ title, value }) => ({ title, value }));

/** The people who run the academy, beside the asker. */
async function academyLeads(needs: Needs, asker: Asker): Promise<readonly Named[]> {
  const found = await Promise.all(
    (['academy-manager', 'head-of-academy'] as const).map(async (role) => {
      const people = await needs.people.withRole(role);
      return people.map(({ id, name }) => ({
        personId: id,
        function: role,
        title: needs.programme.titles[role],
        value: name,
      }));
    }),
  );
  return found.flat().filter(({ personId }) => personId !== asker.person.id);
}

async function ownFile(needs: Needs, asker: Asker): Promise<ParticipantFile | undefined> {
  const { participantId } = asker.person;
  if (participantId === null) return undefined;
  return (await permittedFile(needs, asker, 'ask-own-plan', participantId))?.file;
}

/** Only those who were asked for; where nobody does that today it is said, and everybody is shown. */
async function picked(
  needs: Needs,
  asker: Asker,
  all: readonly Named[],
  asked: readonly AcademyFunction[],
): Promise<{ readonly shown: readonly FactView[]; readonly lines: readonly string[] }> {
  if (asked.length === 0) return { shown: facts(all), lines: [] };
  const heads = asked.includes('head-of-academy') ? await academyLeads(needs, asker) : [];
  const known = [...all, ...heads.filter((one) => one.function === 'head-of-academy')];
  const shown = known.filter((one) => asked.includes(one.function));
  const nobody = asked.filter((one) => !known.some((named) => named.function === one));
  const lines = nobody.map((one) => `Nobody is down as ${needs.programme.titles[one]} at the moment.`);
  return shown.length === 0 ? { shown: facts(all), lines } : { shown: facts(shown), lines };
}

/**
 * "Who is my Practice Educator?", "who is Amara's manager?": who does what today, for the asker or for somebody they
 * may ask about; only those asked for, where somebody was. Null when it is about nobody they may ask about.
 */
export async function answerPeople(
  needs: Needs,
  asker: Asker,
  asked: { readonly functions: readonly AcademyFunction[]; readonly person?: string },
): Promise<View | null> {
  const { functions, person } = asked;
  const isOwn = person === undefined || isOwnName(asker, person);
  const own = isOwn ? await ownFile(needs, asker) : undefined;
  if (own !== undefined) {
    const { shown, lines } = await picked(needs, asker, await around(needs, asker, own), functions);
    const actions = functions.length > 0 ? [everybodyAround, whatsNext] : [whatsNext, raise];
    return message('The people around you', lines, { facts: shown, actions });
  }
  if (isOwn) return message('Who runs the academy', [], { facts: facts(await academyLeads(needs, asker)) });
  const participantId = await participantMeant(needs, asker, 'ask-own-nqsws', person);
  const versioned = await permittedFile(needs, asker, 'ask-own-nqsws', participantId ?? '');
  if (versioned === undefined) return null;
  const { file } = versioned;
  const { shown, lines } = await picked(needs, asker, await around(needs, asker, file), functions);
  return message(`The people around ${file.participant.name}`, lines, { facts: shown });
}

const mostChats = 3;

/** The first of these people, to whom somebody can write at once. */
async function chatsWith(needs: Needs, asker: Asker, named: readonly Named[]): Promise<readonly LinkView[]> {
  const ids = new Set(named.map(({ personId }) => personId).filter((id) => id !== asker.person.id));
  const people = await eachOf([...ids].slice(0, mostChats), (id) => needs.people.byId(id));
  return people.flatMap((person) => (person === undefined ? [] : [chatWith(person)]));
}

/** For somebody who says that they struggle: people to talk to, at once. Nothing is kept, counted or passed on. */
export async function answerWellbeing(needs: Needs, asker: Asker): Promise<View> {
  const own = await ownFile(needs, asker);
  const { wellbeing } = needs.programme.contacts;
  const all = own === undefined ? await academyLeads(needs, asker) : await around(needs, asker, own);
  const people = [
    ...all.filter((one) => one.function === wellbeing),
    ...all.filter((one) => one.function !== wellbeing),
  ];
  const lines = [
    'I am sorry that it is hard at the moment. You do not have to carry it alone, and asking for help is part of the job.',
    'Any of the people below will want to hear from you, today if you can. Nothing you wrote here is kept, and nobody is told that you asked.',
    'If you or somebody else is in danger, call 999. The Samaritans answer day and night on 116 123.',
  ];
  const asking = {
    title: 'Ask one of them to get in touch',
    verb: 'question-open',
    data: { function: wellbeing },
  };
  return questionCard('Please talk to somebody', {
    lines,
    facts: facts(people),
    links: await chatsWith(needs, asker, people),
    actions: own === undefined ? [] : [asking],
  });
}
