import { type Attendee, isInvited, type Terms } from '../academy/learning-set.ts';
import type { Role } from '../academy/roles.ts';
import type { Needs } from './needs.ts';
import type { Person } from './ports.ts';

/** A person as a session knows them. */
export async function attendeeOf(needs: Pick<Needs, 'files'>, person: Person): Promise<Attendee> {
  const { id: personId, name, team, participantId } = person;
  const file = participantId === null ? undefined : await needs.files.load(participantId);
  return { personId, name, team, participantId, cohort: file?.file.participant.cohort ?? null };
}

const staffRoles = [
  'senior-practitioner',
  'practice-educator',
  'team-manager',
  'deputy-team-manager',
  'mentor',
] as const satisfies readonly Role[];

async function peopleWith(needs: Pick<Needs, 'people'>, roles: readonly Role[]): Promise<readonly Person[]> {
  const found = await Promise.all(roles.map((role) => needs.people.withRole(role)));
  return [...new Map(found.flat().map((person) => [person.id, person])).values()];
}

/** Everybody whom a session is meant for. */
export async function invitees(
  needs: Pick<Needs, 'people' | 'files'>,
  terms: Terms,
): Promise<readonly Attendee[]> {
  const roles: readonly Role[] = terms.audience.kind === 'team' ? ['nqsw', ...staffRoles] : ['nqsw'];
  const people = await peopleWith(needs, roles);
  const attendees = await Promise.all(people.map((person) => attendeeOf(needs, person)));
  return attendees.filter((who) => isInvited(terms, who));
}

/** Whoever can lead a session, by name. */
export async function possibleFacilitators(needs: Pick<Needs, 'people'>): Promise<readonly Person[]> {
  const people = await peopleWith(needs, [...staffRoles, 'academy-manager']);
  return people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
