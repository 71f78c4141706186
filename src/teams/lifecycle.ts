import type { Temporal } from 'temporal-polyfill';
import { answer } from './answering.ts';
import type { BotParts } from './bot-needs.ts';
import type { Inbound } from './inbound.ts';
import { orSorry } from './sorry.ts';
import { isRedelivered } from './turns.ts';

/** How the app comes to people and channels and leaves them. Nobody waits for an answer, so faults are logged. */
export interface Lifecycle {
  installation(inbound: Inbound): Promise<void>;
  conversationChange(inbound: Inbound): Promise<void>;
}

const departures = new Set(['channelDeleted', 'teamDeleted', 'teamHardDeleted', 'teamArchived']);

export function lifecycleOver(parts: BotParts): Lifecycle {
  const { upkeep } = parts;

  async function install(inbound: Inbound): Promise<void> {
    const now = parts.clock.now();
    if (await isRedelivered(parts, inbound, now)) return;
    switch (inbound.action) {
      case 'add':
        return greet(inbound, now);
      case 'add-upgrade':
        return noteSeen(inbound, now);
      case 'remove':
        return upkeep.removed(inbound);
      default:
        // `remove-upgrade` is the old version going: nobody has left.
        return;
    }
  }

  /** A person is welcomed once, however often the app is added; a channel each time that it comes anew. */
  async function greet(inbound: Inbound, now: Temporal.Instant): Promise<void> {
    const { place, entraId } = inbound;
    if (place.kind === 'channel' && !(await upkeep.seenChannel(inbound))) return;
    const known = entraId === null ? undefined : await parts.addressBook.person(entraId);
    if (place.kind === 'personal' && known?.welcomedAt) return noteSeen(inbound, now);
    const { address, replies, complete } = await answer(parts, inbound, { kind: 'installed' }, now);
    const welcomed = replies.some((reply) => reply.kind === 'view' && reply.view.card === 'welcome');
    if (address && welcomed && complete && place.kind === 'personal') await upkeep.welcomed(address, now);
  }

  async function noteSeen(inbound: Inbound, now: Temporal.Instant): Promise<void> {
    if (inbound.place.kind === 'channel') await upkeep.seenChannel(inbound);
    if (inbound.entraId !== null) await upkeep.seen(inbound, inbound.entraId, now);
  }

  async function change(inbound: Inbound): Promise<void> {
    const gone = inbound.botRemoved || departures.has(inbound.eventType ?? '');
    if (gone) return upkeep.removed(inbound);
    // The installation, which may come before or after it, says the same and is what a channel is greeted for.
    if (inbound.botAdded) return;
    // In a one-to-one chat this event may arrive after the app was removed: it brings nobody back.
    if (inbound.place.kind === 'channel') await upkeep.seenChannel(inbound);
  }

  return {
    async installation(inbound) {
      await orSorry(parts, inbound, () => install(inbound));
    },
    async conversationChange(inbound) {
      await orSorry(parts, inbound, () => change(inbound));
    },
  };
}
