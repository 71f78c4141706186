/** Working through one lane: claim it, show each subject that waits with one HTTP attempt, keep what came of it. */
import { Temporal } from 'temporal-polyfill';
import {
  type Claim,
  type ClaimResult,
  type LaneKey,
  mayBeTried,
  type PendingNotice,
  type Settlement,
} from '../services/outbox.ts';
import type { PostedMessage, Recipient, ReminderEntry, Subject } from '../services/ports.ts';
import { type AttemptResult, ended, type Group, notShown, resultOf, undelivered } from './attempt.ts';
import type { ClaimWatch } from './claim-watch.ts';
import { codeOf } from './code-of.ts';
import { sendToManagersInstead } from './hand-over.ts';
import type { MaySend } from './may-send.ts';
import type { DeliveryNeeds } from './needs.ts';
import type { Urgency } from './pace.ts';
import { type Reach, reachOf } from './reach.ts';
import { wait } from './timers.ts';

/**
 * How long a lane is ours, by our own steady time: longer than one attempt with its deadline of ten seconds and what is
 * kept of it. Renewed by every settlement.
 */
const claimSeconds = 45;
/** Whoever finds a claim unchanged for so long may replace it. Milliseconds. */
export const abandonedAfter = (claimSeconds + 5) * 1_000;
/** With less than this left, a claim is renewed before anything is sent under it. */
const leastSecondsToSend = 25;
/** How soon a lane that somebody else works through is looked at again. */
const heldSeconds = 2;
/** While all sending is stopped, a lane is looked at again after this time, or when it is resumed. */
const stoppedSeconds = 60;
/** A transaction holds 100 rows, and each notice takes up to three. */
const mostTogether = 30;
const settleRetries = [500, 1_000, 2_000, 4_000];
const longestSettlePause = 4_000;

export interface LaneServed {
  /** How many attempts have been settled. */
  readonly settled: number;
  /** When to look at the lane again; undefined when nothing waits in it. */
  readonly next?: Temporal.Instant;
  /** Somebody else works through it, or it is not its turn: waiting helps. */
  readonly held: boolean;
}

export type ServeNeeds = DeliveryNeeds & {
  readonly isStopping: () => boolean;
  readonly maySend: MaySend;
  readonly claims: ClaimWatch;
};

/** What was planned long ago lets everything else go first: that answers what somebody has just done. */
const urgencyOf = ({ card }: Subject): Urgency =>
  card === 'reminders' || card === 'digest' ? 'routine' : 'prompt';

const isRoutine = ([first]: readonly PendingNotice[]) =>
  first !== undefined && urgencyOf(first.notice.subject) === 'routine';

/** What is due, by subject: answers to what people did first, then in the order in which it came to be owed. */
function dueGroups(pending: readonly PendingNotice[], now: Temporal.Instant): readonly Group[] {
  const bySubject = Map.groupBy(
    pending.filter((one) => mayBeTried(one, now)),
    ({ notice }) => JSON.stringify(Object.entries(notice.subject).toSorted()),
  );
  return [...bySubject.values()]
    .map((all) => all.toSorted((a, b) => Temporal.Instant.compare(a.notice.owedAt, b.notice.owedAt)))
    .toSorted(([a], [b]) => (a && b ? Temporal.Instant.compare(a.notice.owedAt, b.notice.owedAt) : 0))
    .toSorted((a, b) => Number(isRoutine(a)) - Number(isRoutine(b)))
    .flatMap((all) => {
      const [first] = all;
      if (first === undefined) return [];
      const together = all.slice(0, mostTogether);
      const mode = all.some(({ notice }) => notice.mode === 'show') ? 'show' : 'refresh';
      const entries = together.flatMap(({ notice }) => notice.reminder ?? []);
      return [{ subject: first.notice.subject, mode, pending: together, entries }];
    });
}

/** What stands in a message and what is to be added: the same reminder once. */
function joined(standing: readonly ReminderEntry[], added: readonly ReminderEntry[]): ReminderEntry[] {
  const nameOf = ({ participantId, item, dueOn, stage, recipient }: ReminderEntry) =>
    [participantId, item, dueOn, stage, recipient].join(' ');
  return [...new Map([...standing, ...added].map((entry) => [nameOf(entry), entry])).values()];
}

function recipientOf(group: Group): Recipient {
  const destination = group.pending[0]?.destination;
  return destination?.kind === 'person' ? destination : { kind: 'escalations' };
}

/** Serves one lane under one claim. */
class LaneVisit {
  readonly #needs: ServeNeeds;
  #claim: Claim;
  /** When the claim ends, in milliseconds of this process's steady time. */
  #oursUntil: number;
  settled = 0;
  restUntil: Temporal.Instant | null = null;
  /** Set when it is not this lane's turn, or nobody's. */
  backAt: Temporal.Instant | null = null;
  isBehindOthers = false;
  isLost = false;

  /** `askedAt`: when the claim was asked for, since when it counts. */
  constructor(needs: ServeNeeds, claim: Claim, askedAt: number) {
    this.#needs = needs;
    this.#claim = claim;
    this.#oursUntil = askedAt + claimSeconds * 1_000;
  }

  async work(): Promise<void> {
    for (;;) {
      const { outbox, clock } = this.#needs;
      const groups = dueGroups(await outbox.pending(this.#claim.lane), clock.now());
      if (groups.length === 0) return;
      for (const group of groups) {
        if (this.#needs.isStopping()) return;
        await this.#show(group);
        if (this.isLost || this.restUntil !== null || this.backAt !== null) return;
      }
    }
  }

  async release(): Promise<void> {
    if (!this.isLost) await this.#needs.outbox.release(this.#claim, this.restUntil);
  }

  async #show(due: Group): Promise<void> {
    const { outbox, clock } = this.#needs;
    const posted = await outbox.postedAt(this.#claim.lane, due.subject);
    const standing = posted?.message;
    const group = { ...due, entries: joined(posted?.entries ?? [], due.entries) };
    if (group.mode === 'refresh' && standing === undefined) {
      return this.#keep(group, { settlement: ended(group, { as: 'dropped' }) });
    }
    const message = await this.#message(group, standing !== undefined);
    if ('settlement' in message) return this.#keep(group, message);
    const destination = group.pending[0]?.destination;
    if (destination === undefined) return;
    const reach = await reachOf(this.#needs, destination);
    if (!reach.ok) return this.#keep(group, undelivered(group, reach.reason, reach.code));
    if (!(await this.#hasTurn(group))) return;
    const outcome = await this.#send(reach, standing, message.card);
    this.#needs.pace.came(this.#claim.lane, outcome);
    const result = resultOf(group, standing, outcome, clock.now());
    const { outcome: came } = outcome;
    const { card } = group.subject;
    this.#needs.log.info('delivery.attempt', { card, to: destination.kind, mode: group.mode, outcome: came });
    if (result.markAs !== undefined) await reach.mark(result.markAs);
    await this.#keep(group, result);
  }

  async #message(group: Group, isStanding: boolean) {
    const { showSubject, cardMessage, clock, log } = this.#needs;
    try {
      const view = await showSubject(recipientOf(group), group.subject, isStanding, group.entries);
      if (view === undefined) return { settlement: ended(group, { as: 'dropped' }) };
      return { card: cardMessage(view) };
    } catch (fault) {
      log.error('delivery.cannot-be-shown', fault, { card: group.subject.card });
      return notShown(group, clock.now(), codeOf(fault));
    }
  }

  /** A messenger that throws tells nothing of what Teams has: that is what "ambiguous" is for. */
  async #send(
    reach: Extract<Reach, { ok: true }>,
    standing: PostedMessage | undefined,
    card: Parameters<typeof reach.post>[0],
  ) {
    try {
      return await (standing === undefined ? reach.post(card) : reach.update(standing, card));
    } catch (fault) {
      this.#needs.log.error('delivery.messenger-failed', fault);
      return { outcome: 'ambiguous', code: codeOf(fault) } as const;
    }
  }

  /** Waits for the turn of this lane. Whatever may change meanwhile is asked again just before the message goes. */
  async #hasTurn(group: Group): Promise<boolean> {
    const { pace, maySend, isStopping } = this.#needs;
    const turn = await pace.turn(this.#claim.lane, urgencyOf(group.subject));
    if (!turn.go) {
      this.isBehindOthers = true;
      this.#comeBackIn({ milliseconds: Math.ceil(turn.wait) });
      return false;
    }
    let isReady = false;
    try {
      isReady = await maySend.now();
      if (!isReady) this.#comeBackIn({ seconds: stoppedSeconds });
      isReady &&= !isStopping() && (await this.#hasTimeToSend());
    } finally {
      if (!isReady) pace.notSent(this.#claim.lane);
    }
    return isReady;
  }

  #comeBackIn(duration: Temporal.DurationLike): void {
    this.backAt = this.#needs.clock.now().add(duration);
  }

  async #hasTimeToSend(): Promise<boolean> {
    const { clock, outbox, timers } = this.#needs;
    const hasTime = () => this.#oursUntil - timers.elapsed() >= leastSecondsToSend * 1_000;
    if (hasTime()) return true;
    const askedAt = timers.elapsed();
    const renewed = await outbox.renew(this.#claim, clock.now().add({ seconds: claimSeconds }));
    if (renewed === 'lost') this.isLost = true;
    else this.#keepClaim(renewed, askedAt);
    // The answer may itself have come too late.
    return !this.isLost && hasTime();
  }

  #keepClaim(claim: Claim, askedAt: number): void {
    this.#claim = claim;
    this.#oursUntil = askedAt + claimSeconds * 1_000;
  }

  async #keep(group: Group, result: AttemptResult): Promise<void> {
    await this.#escalateOtherwise(group, result);
    const { kept, askedAt } = await this.#settle(result.settlement);
    if (kept === 'lost') {
      this.isLost = true;
      this.#needs.log.warn('delivery.claim-lost', { card: group.subject.card });
    } else {
      this.#keepClaim(kept, askedAt);
      this.settled += 1;
    }
    if (result.restUntil !== undefined) this.restUntil = result.restUntil;
  }

  /** An alert that the channel did not take goes to the Academy Managers one to one. */
  async #escalateOtherwise(group: Group, { settlement }: AttemptResult): Promise<void> {
    if (group.mode !== 'show') return;
    const failed = settlement.ended.filter(
      ({ pending, ending }) => ending.as === 'undelivered' && pending.destination.kind === 'channel',
    );
    if (failed.length === 0) return;
    await sendToManagersInstead(
      this.#needs,
      failed.map(({ pending }) => pending.notice),
    );
  }

  /**
   * What Teams has taken must be kept: a process that gave up would send it again itself. While the store is merely
   * away we ask until it answers, at the latest that the lane has become somebody else's; any other fault a few times.
   */
  async #settle(settlement: Settlement) {
    const { outbox, clock, timers, log, isStopping } = this.#needs;
    for (let tries = 0; ; tries += 1) {
      const askedAt = timers.elapsed();
      const now = clock.now();
      const until = now.add({ seconds: claimSeconds });
      try {
        return { kept: await outbox.settle(this.#claim, settlement, now, until), askedAt };
      } catch (fault) {
        log.error('delivery.not-kept-yet', fault);
        const isAway = codeOf(fault) === 'storage-unavailable' && !isStopping();
        const pause = settleRetries[tries] ?? (isAway ? longestSettlePause : undefined);
        if (pause === undefined) throw fault;
        await wait(timers, pause);
      }
    }
  }
}

async function nextLook(needs: ServeNeeds, lane: LaneKey, { restUntil, backAt }: LaneVisit) {
  if (backAt !== null) return backAt;
  const now = needs.clock.now();
  const pending = await needs.outbox.pending(lane);
  const instants = pending.map((one) => (mayBeTried(one, now) ? now : (one.notBefore ?? now)));
  const earliest = instants.toSorted(Temporal.Instant.compare)[0];
  if (earliest === undefined || restUntil === null) return earliest;
  return Temporal.Instant.compare(earliest, restUntil) < 0 ? restUntil : earliest;
}

/** When to look again at a lane that rests, or that somebody else works through. */
function notOurs(
  { claims }: ServeNeeds,
  lane: LaneKey,
  refusal: Extract<ClaimResult, { ok: false }>,
  now: Temporal.Instant,
): LaneServed {
  if (refusal.refused === 'resting') {
    claims.gone(lane);
    return { settled: 0, next: refusal.until, held: false };
  }
  claims.stands(lane, refusal.mark);
  return { settled: 0, next: now.add({ seconds: heldSeconds }), held: true };
}

/** Serves a lane as far as it can be served now. */
export async function serveLane(needs: ServeNeeds, lane: LaneKey): Promise<LaneServed> {
  const now = needs.clock.now();
  if (!(await needs.maySend.now())) {
    return { settled: 0, held: false, next: now.add({ seconds: stoppedSeconds }) };
  }
  const until = now.add({ seconds: claimSeconds });
  const askedAt = needs.timers.elapsed();
  const claimed = await needs.outbox.claim(lane, needs.owner, now, until, needs.claims.abandoned(lane));
  if (!claimed.ok) return notOurs(needs, lane, claimed, now);
  needs.claims.gone(lane);
  const visit = new LaneVisit(needs, claimed.claim, askedAt);
  try {
    await visit.work();
  } finally {
    await visit.release();
  }
  const next = await nextLook(needs, lane, visit);
  return { settled: visit.settled, held: visit.isBehindOthers, ...(next === undefined ? {} : { next }) };
}
