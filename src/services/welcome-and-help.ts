import type { Programme } from '../academy/programme.ts';
import type { Role } from '../academy/roles.ts';
import { abilitiesOf } from './abilities-by-role.ts';
import { ask } from './ask-buttons.ts';
import { may } from './permission.ts';
import type { Person } from './ports.ts';
import type { ActionView, View } from './views.ts';

const mostButtons = 6;
/** As many as a card shows; whoever holds several roles can do more. */
const mostExamples = 22;
const help = ask('Help', 'help');

/** The buttons for what a person with these roles does most, at most six. */
export function mainActions(programme: Programme, roles: readonly Role[]): readonly ActionView[] {
  return abilitiesOf(programme, roles)
    .map((ability) => ability.action)
    .filter((action) => action !== null)
    .slice(0, mostButtons);
}

const nothingYet = 'I have nothing for your role to do yet. You will be told here when something needs you.';

/** Shown once, when the person first has the app: why they have it and what to do next, by role. */
export function welcome(programme: Programme, person: Person): View {
  const { unit } = programme.caseload;
  const can = abilitiesOf(programme, person.roles)
    .map(({ sentence }) => (typeof sentence === 'function' ? sentence(unit) : sentence))
    .filter((sentence) => sentence !== null);
  return {
    card: 'welcome',
    summary: `Welcome to the ${programme.academy} assistant`,
    data: {
      firstName: person.name.split(' ')[0] ?? person.name,
      academy: programme.academy,
      intro:
        'I keep the assessed and supported year on its path: dates, supervision records and caseloads. I never need to know anything about a child or a family, so please leave that out.',
      canDo: can.length > 0 ? can : [nothingYet],
      actions: [...mainActions(programme, person.roles), help].slice(0, mostButtons),
    },
  };
}

export const changeReminders = ask('Change how I am reminded', 'settings');

/** What this person can ask for, with the words to type. */
export function helpFor(programme: Programme, person: Person): View {
  const can = abilitiesOf(programme, person.roles);
  const isReminded = may('change-settings', person.roles, ['academy']);
  const own = isReminded ? [changeReminders] : [];
  return {
    card: 'help',
    summary: 'What I can do for you',
    data: {
      heading: 'What I can do for you',
      intro: can.length > 0 ? 'These are examples: your own words will do.' : nothingYet,
      examples: can.slice(0, mostExamples).map(({ say, get }) => ({ say, get })),
      actions: [...mainActions(programme, person.roles).slice(0, mostButtons - own.length), ...own],
    },
  };
}
