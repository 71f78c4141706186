/** The rows of table `addresses` (where Teams reaches people and channels) and of the chosen escalation channel. */
import { z } from 'zod';
import type { ChannelAddress, PersonAddress } from '../services/ports.ts';
import { key } from './keys.ts';
import { instant, rowShape } from './row-shape.ts';

export const personAddress = rowShape(
  z.object({
    entraId: z.string().min(1),
    personId: z.string().nullable(),
    tenantId: z.string(),
    serviceUrl: z.string().min(1),
    conversationId: z.string().nullable(),
    userId: z.string(),
    botId: z.string(),
    status: z.enum(['reachable', 'uninstalled', 'blocked']),
    welcomedAt: instant.nullable(),
    seenAt: instant,
  }) satisfies z.ZodType<PersonAddress>,
);

export const channelAddress = rowShape(
  z.object({
    channelId: z.string().min(1),
    name: z.string(),
    tenantId: z.string(),
    serviceUrl: z.string().min(1),
    botId: z.string(),
    status: z.enum(['reachable', 'uninstalled']),
  }) satisfies z.ZodType<ChannelAddress>,
);

export const chosenEscalations = rowShape(
  z.object({
    channelId: z.string().min(1),
    by: z.string(),
    at: instant,
    /** Channels chosen before, whose messages are still kept up to date. */
    earlier: z.array(z.string().min(1)).readonly(),
  }),
);

export const addressRow = 'address';
export const personAddressPartition = (entraId: string) => key('person', entraId.toLowerCase());
export const channelAddressPartition = (channelId: string) => key('channel', channelId);
export const escalationsPartition = 'escalations';
export const chosenRow = 'chosen';
