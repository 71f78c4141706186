import { stringify } from 'yaml';

/** Somebody as the Playground shows them and as its member calls describe them to the bot. */
export interface PlaygroundPerson {
  readonly entraId: string;
  readonly name: string;
  readonly email: string;
}

/** One window of the Playground: who is signed in there, and the channel they can open. */
export interface Persona {
  /** Short and stable: part of the window's conversation ids. */
  readonly key: string;
  readonly person: PlaygroundPerson;
  /** The channel beside "General"; null for a window without one. */
  readonly channel: string | null;
}

export interface PlaygroundTeam {
  readonly name: string;
  readonly tenantId: string;
}

/** The Playground's own schema asks for exactly this many people beside the one who is signed in. */
const colleaguesShown = 5;

/** Ids of a window's conversations: the same at every start, and different in every window. */
const idsOf = (key: string) => ({
  personalChat: `a:${key}`,
  groupChat: `19:${key}-group@thread.v2`,
  team: { general: `19:${key}-general@thread.tacv2`, channel: `19:${key}-channel@thread.tacv2` },
});

function userOf(person: PlaygroundPerson) {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  return {
    id: `29:${person.entraId}`,
    name: person.name,
    // The Playground's spelling.
    userPrincipleName: person.email,
    aadObjectId: person.entraId,
    givenName,
    surname: rest.join(' ') || givenName,
    email: person.email,
  };
}

/**
 * The configuration file of one person's Playground, as YAML. Ids are the same at every start, so that what the bot
 * remembers of a conversation still leads there; they differ between windows, because each is a world of its own
 * and a shared id would send one person's messages to another's.
 */
export function playgroundConfig(
  persona: Persona,
  colleagues: readonly PlaygroundPerson[],
  team: PlaygroundTeam,
): string {
  const others = colleagues
    .filter(({ entraId }) => entraId !== persona.person.entraId)
    .slice(0, colleaguesShown);
  if (others.length < colleaguesShown) {
    throw new RangeError(`The Playground needs ${colleaguesShown} colleagues; ${others.length} were given.`);
  }
  const ids = idsOf(persona.key);
  return stringify({
    version: '0.1.1',
    tenantId: team.tenantId,
    bot: { id: '28:academy-assistant', name: 'Academy Assistant' },
    currentUser: userOf(persona.person),
    users: others.map(userOf),
    personalChat: { id: ids.personalChat },
    groupChat: { id: ids.groupChat, name: 'Group chat' },
    team: {
      id: ids.team.general,
      name: team.name,
      aadGroupId: '3f1e0c52-6b1a-4c57-9d3a-5a2b7f0d9e10',
      channels: persona.channel === null ? [] : [{ id: ids.team.channel, name: persona.channel }],
    },
  });
}
