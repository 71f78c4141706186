/** From "owed" in a participant's file or a learning set's session to "pending" in the lanes of those who are to see it. */
import { Temporal } from 'temporal-polyfill';
import type { Destination, NoticeOwner, OwedNotice } from '../services/outbox.ts';
import type { Alarms, Notice } from '../services/ports.ts';
import type { DeliveryNeeds } from './needs.ts';

type HandOverNeeds = Pick<
  DeliveryNeeds,
  'clock' | 'log' | 'outbox' | 'owed' | 'people' | 'addresses' | 'sessions'
> & { readonly alarms: Alarms };

interface Addressed {
  readonly destination: Destination;
  readonly mode: Notice['mode'];
}

/** The Academy Managers one to one: they stand in for an escalation channel that is missing or out of reach. */
async function managers(needs: HandOverNeeds): Promise<readonly Destination[]> {
  const people = await needs.people.withRole('academy-manager');
  return people.map(({ id }) => ({ kind: 'person', personId: id }));
}

/**
 * Where a notice goes. Escalations go to the chosen channel, or to each Academy Manager while none is chosen or the
 * app has been taken out of it; channels chosen earlier are not posted to, only brought up to date.
 */
async function destinationsOf(
  needs: HandOverNeeds,
  recipient: Notice['recipient'],
  mode: Notice['mode'],
): Promise<readonly Addressed[]> {
  if (recipient.kind === 'person') return [{ destination: recipient, mode }];
  if (recipient.kind === 'learning-set') {
    const people = await needs.sessions.whoIsIn(recipient);
    return people.map((personId) => ({ destination: { kind: 'person', personId }, mode }));
  }
  const [channel, earlier] = await Promise.all([
    needs.addresses.escalations(),
    needs.addresses.earlierEscalations(),
  ]);
  const before = earlier.map(
    (channelId): Addressed => ({ destination: { kind: 'channel', channelId }, mode: 'refresh' }),
  );
  const isChosen = channel !== undefined && channel.status === 'reachable';
  const now: readonly Destination[] = isChosen
    ? [{ kind: 'channel', channelId: channel.channelId }]
    : await managers(needs);
  return now.length === 0 ? [] : [...now.map((destination) => ({ destination, mode })), ...before];
}

async function putInto(needs: HandOverNeeds, notice: Notice, addressed: readonly Addressed[]): Promise<void> {
  const now = needs.clock.now();
  for (const { destination, mode } of addressed) {
    await needs.outbox.accept(destination, { ...notice, mode }, now);
    // Also for a notice that was there already: whoever put it there may have died before saying so.
    await needs.alarms.lane(needs.outbox.laneOf(destination), now);
  }
}

/** Says when somebody's notices are to be looked at. */
export function alarmFor(
  { alarms }: { readonly alarms: Alarms },
  { kind, id }: NoticeOwner,
  at: Temporal.Instant,
): Promise<void> {
  return kind === 'participant' ? alarms.participant(id, at) : alarms.learningSet(id, at);
}

/**
 * Moves what is owed by now into lanes; for what is owed later there is one alarm, at the first of it. A notice leaves
 * its owner only when it stands in every lane. How many have left.
 */
export async function handOver(needs: HandOverNeeds, owner: NoticeOwner): Promise<number> {
  if (owner.kind === 'learning-set') await needs.sessions.letTimePass(owner.id);
  const now = needs.clock.now();
  const isLater = ({ notice }: OwedNotice) => Temporal.Instant.compare(notice.owedAt, now) > 0;
  const owed = await needs.owed.of(owner);
  let handed = 0;
  for (const one of owed.filter((each) => !isLater(each))) {
    const { notice } = one;
    const addressed = await destinationsOf(needs, notice.recipient, notice.mode);
    if (addressed.length === 0 && notice.recipient.kind !== 'learning-set') {
      // Stays where it is, and is looked at again with every sweep until there is somebody to tell.
      needs.log.warn('delivery.nobody-to-tell', { [owner.kind]: owner.id, card: notice.subject.card });
      continue;
    }
    await putInto(needs, notice, addressed);
    await needs.owed.handedOver(owner, one);
    handed += 1;
  }
  const [next] = owed
    .filter(isLater)
    .map(({ notice }) => notice.owedAt)
    .toSorted(Temporal.Instant.compare);
  if (next !== undefined) await alarmFor(needs, owner, next);
  return handed;
}

/** Sends to the Academy Managers what a channel did not take. */
export async function sendToManagersInstead(needs: HandOverNeeds, notices: readonly Notice[]): Promise<void> {
  const instead = await managers(needs);
  if (instead.length === 0)
    needs.log.warn('delivery.nobody-to-tell', { card: notices[0]?.subject.card ?? '' });
  for (const notice of notices) {
    await putInto(
      needs,
      notice,
      instead.map((destination) => ({ destination, mode: notice.mode })),
    );
  }
}
