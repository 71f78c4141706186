import { Temporal } from 'temporal-polyfill';
import { enrolmentDates } from '../academy/enrolment-history.ts';
import { type Attendee, isInvited, type Terms } from '../academy/learning-set.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Role } from '../academy/roles.ts';
import type { Needs } from './needs.ts';
import type { Person } from './ports.ts';

type AttendeeNeeds = Pick<Needs, 'files' | 'clock' | 'programme'>;

/** Whether somebody has left the programme, or completed it, before today. */
function isOver(needs: AttendeeNeeds, file: ParticipantFile): boolean {
  const { lastOn } = enrolmentDates(file);
  const today = needs.clock.now().toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  return lastOn !== null && Temporal.PlainDate.compare(lastOn, today) < 0;
}

/** A person as a session knows them: whoever has left the programme is on it no more, and of no cohort. */
export async function attendeeOf(needs: AttendeeNeeds, person: Person): Promise<Attendee> {
  const { id: personId, name, team, participantId } = person;
  const file = participantId === null ? undefined : (await needs.files.load(participantId))?.file;
  if (file !== undefined && isOver(needs, file)) {
    return { personId, name, team, participantId: null, cohort: null };
  }
  return { personId, name, team, participantId, cohort: file?.participant.cohort ?? null };
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
  needs: AttendeeNeeds & Pick<Needs, 'people'>,
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
