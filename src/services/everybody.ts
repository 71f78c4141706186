import { roles } from '../academy/roles.ts';
import type { People, Person } from './ports.ts';

/** Everybody on the roster, each once, by name. */
export async function everybody(people: Pick<People, 'withRole'>): Promise<readonly Person[]> {
  const found = await Promise.all(roles.map((role) => people.withRole(role)));
  const each = new Map(found.flat().map((person) => [person.id, person]));
  return [...each.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
