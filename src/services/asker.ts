import type { Temporal } from 'temporal-polyfill';
import { holdingsOn } from '../academy/holding.ts';
import type { Allocation, ParticipantFile } from '../academy/participant-file.ts';
import { eachOf } from './in-few-at-once.ts';
import type { Needs } from './needs.ts';
import type { PermissionVerb, Relation } from './permission.ts';
import { may } from './permission.ts';
import type { Person, VersionedFile } from './ports.ts';
import type { Sender } from './turn.ts';

/** Somebody the academy knows, asking at a moment of their day. */
export interface Asker {
  readonly person: Person;
  readonly now: Temporal.Instant;
  /** The civil date in the academy's zone (A1). */
  readonly today: Temporal.PlainDate;
}

/**
 * Who is asking: the authenticated Entra object id, or, the first time, the e-mail that Teams holds for it.
 * A person already bound to another Entra id is not taken over by a second one with the same e-mail.
 */
export async function identify(
  needs: Pick<Needs, 'people' | 'log'>,
  sender: Sender,
): Promise<Person | undefined> {
  const known = await needs.people.byEntraId(sender.entraId);
  if (known !== undefined) return known;
  const email = await sender.email();
  if (email === undefined) return undefined;
  const person = await needs.people.byEmail(email);
  if (person === undefined) return undefined;
  if (person.entraId !== null && person.entraId !== sender.entraId) {
    needs.log.warn('identity.email-of-another-entra-id', { person: person.id });
    return undefined;
  }
  await needs.people.rememberEntraId(person.id, sender.entraId);
  return { ...person, entraId: sender.entraId };
}

/** Whether the allocation is in force on the day: both its ends belong to it. */
export function isInForce(allocation: Allocation, on: Temporal.PlainDate): boolean {
  return (
    allocation.fromOn.toString() <= on.toString() &&
    (allocation.untilOn?.toString() ?? '9999') >= on.toString()
  );
}

/** How the asker stands to this participant today (DOMAIN 2.7). */
export function standing(asker: Asker, file: ParticipantFile): readonly Relation[] {
  const self: Relation[] = file.participant.personId === asker.person.id ? ['self'] : [];
  const held = holdingsOn(file, asker.today)
    .filter(({ personId }) => personId === asker.person.id)
    .map((holding): Relation => holding.function);
  const relations = [...self, ...held];
  return relations.length > 0 ? [...relations, 'academy'] : ['none', 'academy'];
}

/** The participant's file, or undefined when there is none or the asker may not: the two must look the same. */
export async function permittedFile(
  needs: Pick<Needs, 'files' | 'log'>,
  asker: Asker,
  verb: PermissionVerb,
  participantId: string,
): Promise<VersionedFile | undefined> {
  const versioned = participantId === '' ? undefined : await needs.files.load(participantId);
  if (versioned !== undefined && may(verb, asker.person.roles, standing(asker, versioned.file)))
    return versioned;
  needs.log.warn('permission.refused', { verb, person: asker.person.id });
  return undefined;
}

/** Whoever may do this for the whole academy may do it for every NQSW; others for those allocated to them. */
async function reachedBy(
  needs: Pick<Needs, 'people'>,
  asker: Asker,
  verb: PermissionVerb,
): Promise<readonly string[]> {
  if (may(verb, asker.person.roles, ['academy'])) {
    const nqsws = await needs.people.withRole('nqsw');
    return nqsws.map(({ participantId }) => participantId).filter((id) => id !== null);
  }
  const allocations = await needs.people.allocatedTo(asker.person.id);
  return [...new Set(allocations.map((allocation) => allocation.participantId))];
}

/** The files of everybody whom the asker reaches and for whom they may do this, by name. */
export async function permittedFiles(
  needs: Pick<Needs, 'files' | 'people'>,
  asker: Asker,
  verb: PermissionVerb,
): Promise<readonly VersionedFile[]> {
  const ids = await reachedBy(needs, asker, verb);
  const loaded = await eachOf(ids, (id) => needs.files.load(id));
  return loaded
    .filter((versioned) => versioned !== undefined)
    .filter(({ file }) => may(verb, asker.person.roles, standing(asker, file)))
    .sort((a, b) => a.file.participant.name.localeCompare(b.file.participant.name, 'en-GB'));
}
