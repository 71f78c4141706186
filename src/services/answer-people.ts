import { type Asker, isInForce, permittedFile } from './asker.ts';
import type { Needs } from './needs.ts';
import type { FactView, View } from './views.ts';
import { message } from './welcome-and-help.ts';

/** "Who is my Practice Educator?": who does what for the asker today, with the council's titles. */
export async function answerPeople(needs: Needs, asker: Asker): Promise<View | null> {
  const { participantId } = asker.person;
  if (participantId === null) return null;
  const versioned = await permittedFile(needs, asker, 'ask-own-plan', participantId);
  if (versioned === undefined) return null;
  const managers = await needs.people.withRole('academy-manager');
  const { titles } = needs.programme;
  const allocated = versioned.file.allocations
    .filter((allocation) => isInForce(allocation, asker.today))
    .map((allocation) => ({ title: titles[allocation.function], value: allocation.name }));
  const whole = managers.map((manager) => ({ title: titles['academy-manager'], value: manager.name }));
  return message('The people around you', [], { facts: [...allocated, ...whole] });
}

/** For staff: the people who run the academy, beside the asker. */
async function academyLeads(needs: Needs, asker: Asker): Promise<readonly FactView[]> {
  const { titles } = needs.programme;
  const [managers, heads] = await Promise.all([
    needs.people.withRole('academy-manager'),
    needs.people.withRole('head-of-academy'),
  ]);
  const facts = [
    ...managers.map(({ id, name }) => ({ id, title: titles['academy-manager'], value: name })),
    ...heads.map(({ id, name }) => ({ id, title: titles['head-of-academy'], value: name })),
  ];
  return facts.filter(({ id }) => id !== asker.person.id).map(({ title, value }) => ({ title, value }));
}

/** For somebody who says that they struggle: people to talk to, at once. Nothing is kept, counted or passed on. */
export async function answerWellbeing(needs: Needs, asker: Asker): Promise<View> {
  const people = await answerPeople(needs, asker);
  const facts = people?.card === 'message' ? people.data.facts : await academyLeads(needs, asker);
  const lines = [
    'I am sorry that it is hard at the moment. You do not have to carry it alone, and asking for help is part of the job.',
    'Any of the people below will want to hear from you, today if you can. Nothing you wrote here is kept, and nobody is told that you asked.',
    'If you or somebody else is in danger, call 999. The Samaritans answer day and night on 116 123.',
  ];
  return message('Please talk to somebody', lines, { facts });
}
