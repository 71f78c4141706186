/** The Playground's windows for an academy of one's own: people of its roster, in the words of its programme. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../academy/programme.ts';
import { roles } from '../academy/roles.ts';
import type { Clock, ParticipantFiles, People, Person } from '../services/ports.ts';
import type { Persona, PlaygroundPerson } from './playground-config.ts';
import { managerWindow, nqswWindow, supervisorWindow, type Window } from './windows.ts';

export interface RosterNeeds {
  readonly programme: Programme;
  readonly people: Pick<People, 'byId' | 'byEmail' | 'withRole'>;
  readonly files: Pick<ParticipantFiles, 'load'>;
  readonly clock: Clock;
}

export interface RosterWindows {
  readonly windows: readonly Window[];
  readonly colleagues: readonly PlaygroundPerson[];
  /** In words for the console. */
  readonly problems: readonly string[];
}

/** The same at every start, for somebody whose Entra id no roster has told. */
function standInId({ id }: Person): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `5ca1ab1e-0000-4000-9000-${hex.slice(0, 12)}`;
}

const inPlayground = (person: Person): PlaygroundPerson => ({
  name: person.name,
  email: person.email,
  entraId: person.entraId ?? standInId(person),
});

const signIn = (person: Person, channel: string | null): Persona => ({
  key: `roster-${person.id}`,
  person: inPlayground(person),
  channel,
});

/** Beside whoever is signed in the Playground wants to show others, and a roster may be small. */
const fillers: readonly PlaygroundPerson[] = Array.from({ length: 6 }, (_, index) => ({
  name: `Colleague ${index + 1}`,
  email: `colleague.${index + 1}@example.org`,
  entraId: `5ca1ab1e-0000-4000-a000-${String(index + 1).padStart(12, '0')}`,
}));

async function supervisorOf({ people, files, clock, programme }: RosterNeeds, nqsw: Person) {
  const today = clock.now().toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const file = (await files.load(nqsw.participantId ?? ''))?.file;
  const held = file?.allocations.findLast(
    (one) => one.function === 'reflective-supervisor' && Temporal.PlainDate.compare(one.fromOn, today) <= 0,
  );
  return held && people.byId(held.personId);
}

/** An NQSW, whoever supervises them, and an Academy Manager. Somebody who is two of these gets one window. */
async function usualWindows(needs: RosterNeeds): Promise<readonly Window[]> {
  const { programme, people } = needs;
  const [nqsw] = await people.withRole('nqsw');
  const [manager] = await people.withRole('academy-manager');
  const supervisor = nqsw && (await supervisorOf(needs, nqsw));
  const windows = [
    ...(nqsw === undefined ? [] : [nqswWindow(programme, nqsw, signIn)]),
    ...(manager === undefined ? [] : [managerWindow(programme, manager, signIn)]),
  ];
  if (nqsw === undefined || supervisor === undefined || supervisor.id === manager?.id) return windows;
  return windows.toSpliced(1, 0, supervisorWindow(programme, supervisor, nqsw, signIn));
}

function windowOf({ programme }: RosterNeeds, person: Person): Window {
  if (person.roles.includes('nqsw')) return nqswWindow(programme, person, signIn);
  if (person.roles.includes('academy-manager')) return managerWindow(programme, person, signIn);
  const part = person.roles.map((role) => role.replaceAll('-', ' ')).join(', ');
  return { persona: signIn(person, null), part, tries: ['my NQSWs', "what's next", 'help'] };
}

async function chosenWindows(
  needs: RosterNeeds,
  emails: readonly string[],
): Promise<Pick<RosterWindows, 'windows' | 'problems'>> {
  const found = await Promise.all(
    emails.map(async (email) => ({ email, person: await needs.people.byEmail(email.toLowerCase()) })),
  );
  return {
    windows: found.flatMap(({ person }) => (person === undefined ? [] : [windowOf(needs, person)])),
    problems: found.flatMap(({ email, person }) =>
      person === undefined ? [`${email}: nobody on the roster has this e-mail`] : [],
    ),
  };
}

const nobody =
  'there is nobody to open one for: import a roster with “npm run academy -- import roster.csv”, then start again';

/** The windows to open: of those whom `--as` names, otherwise of three people whose parts show most. */
export async function rosterWindows(needs: RosterNeeds, as: readonly string[]): Promise<RosterWindows> {
  const chosen =
    as.length > 0 ? await chosenWindows(needs, as) : { windows: await usualWindows(needs), problems: [] };
  const all = await Promise.all(roles.map((role) => needs.people.withRole(role)));
  const people = new Map(all.flat().map((person) => [person.id, person]));
  const none = chosen.windows.length === 0 && chosen.problems.length === 0;
  return {
    ...chosen,
    problems: none ? [nobody] : chosen.problems,
    colleagues: [...[...people.values()].map(inPlayground), ...fillers],
  };
}
