/**
 * The rows of table `people`. The person's own row is the truth; the other partitions only lead to it and are checked
 * against it, so that a crash between two writes can leave a trail that leads nowhere, never a wrong answer.
 */
import { z } from 'zod';
import type { AllocatedFunction, Role } from '../academy/roles.ts';
import { allocatedFunctions, roles } from '../academy/roles.ts';
import type { Person } from '../services/ports.ts';
import { key } from './keys.ts';
import { rowShape } from './row-shape.ts';

export const person = rowShape(
  z.object({
    id: z.string().min(1),
    email: z.string().min(1),
    name: z.string().min(1),
    roles: z.array(z.enum(roles)).readonly(),
    team: z.string(),
    entraId: z.string().min(1).nullable(),
    nonWorkingDays: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri'])).readonly(),
    participantId: z.string().min(1).nullable(),
  }) satisfies z.ZodType<Person>,
);

export const trail = rowShape(z.object({ personId: z.string().min(1) }));

export const allocationTrail = rowShape(
  z.object({
    participantId: z.string().min(1),
    function: z.enum(allocatedFunctions),
    fromOn: z.iso.date(),
    /** Whoever does it in the holder's place for some days: the file says from when to when. */
    cover: z.literal(true).exactOptional(),
  }),
);

export const personRow = 'person';

export const peoplePartitions = {
  person: (id: string) => key('person', id),
  email: (email: string) => key('email', email.toLowerCase()),
  entraId: (entraId: string) => key('entra', entraId.toLowerCase()),
  role: (role: Role) => key('role', role),
  allocatedTo: (personId: string) => key('allocated', personId),
} as const;

/** The trail from an e-mail address that is written before there is a person: it settles the id they will have. */
export const firstTrailKey = key('leads-to', 'first');
export const trailKey = (personId: string) => key('leads-to', personId);
export const allocationTrailKey = (participantId: string, of: AllocatedFunction, fromOn: string) =>
  key('allocation', participantId, of, fromOn);
export const coverTrailKey = (participantId: string, of: AllocatedFunction, fromOn: string) =>
  key('allocation', participantId, of, fromOn, 'cover');
