import { booked } from '../academy/learning-set.ts';
import { invitees } from './attendees.ts';
import { changeSet } from './change-learning-set.ts';
import { isPlacedIn } from './learning-set-notices.ts';
import { putOnFile } from './mark-learning-set.ts';
import type { Needs } from './needs.ts';
import type { Gathering } from './ports.ts';

/** More looks than a session has offers that can end at once, each look ending twelve. */
const mostLooks = 20;

/** What delivery asks of learning sets: that time passes in them, and who belongs to a gathering now. */
export function createSessionsInDelivery(needs: Needs) {
  return {
    async letTimePass(sessionId: string): Promise<void> {
      for (let look = 0; look < mostLooks; look += 1) {
        const versioned = await needs.learningSets.load(sessionId);
        if (versioned === undefined) return;
        const change = await changeSet(needs, versioned, { step: 'look' }, 'the-clock', needs.clock.now());
        if (change.set === versioned.set) break;
      }
      await putOnFile(needs, sessionId);
    },

    async whoIsIn({ sessionId, of }: Gathering): Promise<readonly string[]> {
      const versioned = await needs.learningSets.load(sessionId);
      if (versioned === undefined) return [];
      const { set } = versioned;
      if (of === 'booked') return booked(set).map(({ personId }) => personId);
      const members = set.places.map(({ personId }) => personId).filter((id) => isPlacedIn(set, id));
      if (of === 'members') return members;
      const invited = await invitees(needs, set.terms);
      return [...new Set([...members, ...invited.map(({ personId }) => personId)])];
    },
  };
}
