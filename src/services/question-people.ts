import type { ParticipantFile } from '../academy/participant-file.ts';
import { type AskedFunction, type Candidate, type Handing, receiverOf } from '../academy/question.ts';
import type { Role } from '../academy/roles.ts';
import { weekdays } from '../academy/sending-time.ts';
import type { Asker } from './asker.ts';
import { eachOf } from './in-few-at-once.ts';
import type { Needs } from './needs.ts';
import type { Person } from './ports.ts';
import { type Holders, holdersFor } from './procedure-people.ts';

type PeopleNeeds = Pick<Needs, 'people' | 'preferences'>;

async function candidateOf(
  { preferences }: Pick<Needs, 'preferences'>,
  { id, name, nonWorkingDays }: Person,
  { today }: Asker,
): Promise<Candidate> {
  const { leave } = await preferences.of(id);
  const day = today.toString();
  const weekday = weekdays[today.dayOfWeek - 1];
  return {
    id,
    name,
    isOnLeave: leave.some(({ fromOn, untilOn }) => fromOn.toString() <= day && day <= untilOn.toString()),
    isOff: weekday === undefined || nonWorkingDays.includes(weekday),
  };
}

const posts = ['senior-practitioner', 'practice-educator'] as const satisfies readonly Role[];

/**
 * Who is handed a question for this function today, of everybody but the asker. Posts of the whole academy are looked
 * through only when nobody who holds the function is there.
 */
export async function handingFor(
  needs: PeopleNeeds,
  asker: Asker,
  file: ParticipantFile,
  wanted: AskedFunction,
): Promise<Handing | undefined> {
  const known = new Map<string, Candidate>();
  const candidates = async (people: readonly Person[]) => {
    const others = people.filter(({ id }) => id !== asker.person.id);
    for (const one of await eachOf(others, (person) => candidateOf(needs, person, asker)))
      known.set(one.id, one);
    return others.map(({ id }) => id);
  };
  const named = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []);

  const holders: Holders = await holdersFor(needs, file, asker.today);
  const first = await candidates(holders.get(wanted) ?? []);
  const direct = receiverOf(wanted, { holders: () => named(first), inPost: () => [] }, asker.today);
  if (direct?.handedAs === 'holder') return direct;

  await candidates([...holders.values()].flat());
  const found = await Promise.all(
    posts.map(async (post) => [post, await candidates(await needs.people.withRole(post))] as const),
  );
  const inPost: ReadonlyMap<Role, readonly string[]> = new Map(found);
  return receiverOf(
    wanted,
    {
      holders: (of) => named(of === wanted ? first : (holders.get(of) ?? []).map(({ id }) => id)),
      inPost: (post) => named(inPost.get(post) ?? []),
    },
    asker.today,
  );
}
