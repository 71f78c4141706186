import type { Needs } from './needs.ts';
import type { Person } from './ports.ts';

/** Functions that belong to the whole academy make their holders concerned with everybody on the programme. */
const academyWide = ['academy-manager', 'head-of-academy'] as const;

/** Participants about whom somebody can be told something: themselves, those allocated to them, or everybody. */
export async function concernedWith(
  needs: Pick<Needs, 'people'>,
  person: Person,
): Promise<readonly string[]> {
  const allocated = await needs.people.allocatedTo(person.id);
  const all = academyWide.some((role) => person.roles.includes(role))
    ? await needs.people.withRole('nqsw')
    : [];
  const ids = [
    person.participantId,
    ...allocated.map(({ participantId }) => participantId),
    ...all.map(({ participantId }) => participantId),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
