import type { Temporal } from 'temporal-polyfill';
import {
  type Claim,
  type Destination,
  type Ending,
  type HeldBackReason,
  mayBeTried,
  type Outbox,
  type PendingNotice,
  passingReasons,
  type Settlement,
  type Undelivered,
} from '../services/outbox.ts';
import type { NewId, Notice, Subject } from '../services/ports.ts';
import type { Hints } from './hints.ts';
import { keysOf } from './keys.ts';
import { postedKey } from './notice-rows.ts';
import * as rows from './outbox-rows.ts';
import { readRow, rowOf, type SetAside } from './row-shape.ts';
import type { Operation, Row, StoredRow, TableStore } from './table-store.ts';

interface OutboxNeeds {
  /** Lanes in which something waits, and lanes in which something stands aside. */
  readonly hints: { readonly waits: Hints; readonly aside: Hints };
  readonly tables: TableStore;
  readonly newId: NewId;
  readonly setAside: SetAside;
}

/** Nobody rests longer: what reaches further is from a clock that has been put right since. */
const longestRestSeconds = 2 * 3600;

type Standing = Parameters<typeof rows.pending.body>[0];
const standingOf = ({ etag: _, ...pending }: PendingNotice): Standing => ({ ...pending, code: null });

/** A notice as it stands in a lane that has not been tried yet. */
const untried = (notice: Notice, destination: Destination): Standing => ({
  notice,
  destination,
  attempts: 0,
  notBefore: null,
  code: null,
  throttled: 0,
  ambiguous: false,
});

export function createOutbox({ tables, newId, setAside, hints }: OutboxNeeds): Outbox {
  const acceptedRow = (
    lane: string,
    { key, subject }: Notice,
    at: Temporal.Instant,
    heldBack: HeldBackReason | null = null,
  ) =>
    rowOf(lane, rows.outboxKeys.ledger(key), rows.ledger, {
      state: heldBack === null ? 'pending' : 'held-back',
      at,
      activityId: null,
      card: subject.card,
      moment: momentIn(subject),
      reason: heldBack,
      code: null,
      throttled: 0,
      ambiguous: false,
    });

  function endedRow(
    lane: string,
    { notice, throttled, ambiguous }: PendingNotice,
    ending: Ending,
    at: Temporal.Instant,
    activityId: string | null,
  ): Row {
    const { reason = null, code = null } = ending.as === 'undelivered' ? ending : {};
    const { subject } = notice;
    const figures = { card: subject.card, moment: momentIn(subject), reason, code, throttled, ambiguous };
    const posted = ending.as === 'sent' ? activityId : null;
    const value = { state: ending.as, at, activityId: posted, ...figures };
    return rowOf(lane, rows.outboxKeys.ledger(notice.key), rows.ledger, value);
  }

  const claimRow = (lane: string, value: Parameters<typeof rows.claim.body>[0]) =>
    rowOf(lane, rows.claimKey, rows.claim, value);

  /** The operations that bring one notice to its end. */
  function endingOperations(
    lane: string,
    { pending, ending }: Settlement['ended'][number],
    now: Temporal.Instant,
    activityId: string | null,
  ): readonly Operation[] {
    const { notice, destination, etag } = pending;
    const end: Operation[] = [
      { op: 'delete', rowKey: rows.outboxKeys.pending(notice.key), etag },
      { op: 'put', row: endedRow(lane, pending, ending, now, activityId) },
    ];
    if (ending.as !== 'undelivered') return end;
    const { reason, code } = ending;
    const value = { notice, destination, reason, code, at: now };
    const row = rowOf(lane, rows.outboxKeys.undelivered(notice.key), rows.undelivered, value);
    return [...end, { op: 'put', row }];
  }

  function operationsOf(lane: string, settlement: Settlement, now: Temporal.Instant): readonly Operation[] {
    const { ended, putOff, posted } = settlement;
    const activityId = posted?.message?.activityId ?? null;
    const later = putOff.map(({ pending, notBefore, code }): Operation => {
      const value = { ...standingOf(pending), attempts: pending.attempts + 1, notBefore, code };
      const row = rowOf(lane, rows.outboxKeys.pending(pending.notice.key), rows.pending, value);
      return { op: 'update', row, etag: pending.etag };
    });
    const shown: readonly Operation[] =
      posted === undefined
        ? []
        : [
            {
              op: 'put',
              row: rowOf(lane, postedKey(posted.subject), rows.posted, {
                ...posted,
                entries: [...posted.entries],
              }),
            },
          ];
    return [...ended.flatMap((one) => endingOperations(lane, one, now, activityId)), ...later, ...shown];
  }

  async function standingClaim(lane: string) {
    const row = await tables.get('outbox', lane, rows.claimKey);
    const value = readRow('outbox', row, rows.claim, setAside);
    return { row, value };
  }

  /** Runs the operations together with the renewal of the claim; false when the claim is no longer ours. */
  async function underClaim(claim: Claim, until: Temporal.Instant, operations: readonly Operation[]) {
    const { row, value } = await standingClaim(claim.lane);
    if (row === undefined || value?.nonce !== claim.nonce) return false;
    const renewed = claimRow(claim.lane, { ...value, until });
    const result = await tables.transact('outbox', claim.lane, [
      { op: 'update', row: renewed, etag: row.etag },
      ...operations,
    ]);
    return result.ok;
  }

  async function pendingIn(lane: string): Promise<readonly PendingNotice[]> {
    const found: PendingNotice[] = [];
    for await (const row of tables.range({ table: 'outbox', partition: lane, rows: keysOf('pending') })) {
      const value = readRow('outbox', row, rows.pending, setAside);
      if (value !== undefined) found.push({ ...value, etag: row.etag });
    }
    return found;
  }

  async function* undeliveredIn(lane: string): AsyncIterable<{ row: StoredRow; value: Undelivered }> {
    const range = { table: 'outbox', partition: lane, rows: keysOf('undelivered') } as const;
    for await (const row of tables.range(range)) {
      const value = readRow('outbox', row, rows.undelivered, setAside);
      if (value !== undefined) yield { row, value };
    }
  }

  return {
    laneOf: rows.laneOf,

    async accept(destination, notice, at) {
      const lane = rows.laneOf(destination);
      const isLater = notice.owedAt.epochMilliseconds > at.epochMilliseconds;
      const value = { ...untried(notice, destination), notBefore: isLater ? notice.owedAt : null };
      await hints.waits.note(lane);
      const result = await tables.transact('outbox', lane, [
        { op: 'insert', row: acceptedRow(lane, notice, at) },
        { op: 'insert', row: rowOf(lane, rows.outboxKeys.pending(notice.key), rows.pending, value) },
      ]);
      return result.ok ? 'accepted' : 'already';
    },

    async holdBack(destination, notice, reason, at) {
      await tables.insert('outbox', acceptedRow(rows.laneOf(destination), notice, at, reason));
    },

    async momentOf(destination, noticeKey) {
      const rowKey = rows.outboxKeys.ledger(noticeKey);
      const row = await tables.get('outbox', rows.laneOf(destination), rowKey);
      return readRow('outbox', row, rows.ledger, setAside)?.moment ?? undefined;
    },

    async claim(lane, owner, now, until, over) {
      const { row, value } = await standingClaim(lane);
      const isAfter = (a: Temporal.Instant, seconds = 0) =>
        a.epochMilliseconds > now.epochMilliseconds + seconds * 1000;
      const rest = value?.restUntil ?? null;
      if (rest !== null && isAfter(rest) && !isAfter(rest, longestRestSeconds)) {
        return { ok: false, refused: 'resting', until: rest };
      }
      if (row !== undefined && value !== undefined && rest === null && row.etag !== over) {
        return { ok: false, refused: 'held', mark: row.etag };
      }
      const nonce = newId();
      const taken = claimRow(lane, { owner, nonce, until, restUntil: null });
      const written =
        row === undefined
          ? await tables.insert('outbox', taken)
          : await tables.update('outbox', taken, row.etag);
      if (!written.ok) return { ok: false, refused: 'held', mark: '' };
      return { ok: true, claim: { lane, nonce, until } };
    },

    pending: pendingIn,

    async postedAt(lane, subject) {
      const row = await tables.get('outbox', lane, postedKey(subject));
      const value = readRow('outbox', row, rows.posted, setAside);
      if (value === undefined || value.message === null) return undefined;
      return { message: value.message, entries: value.entries };
    },

    async settle(claim, settlement, now, until) {
      const operations = operationsOf(claim.lane, settlement, now);
      const isAside = settlement.ended.some(({ ending }) => ending.as === 'undelivered');
      if (isAside) await hints.aside.note(claim.lane);
      if (await underClaim(claim, until, operations)) return { ...claim, until };
      // The claim ran out while the attempt was on its way. If nobody has touched the notices, what came of it is
      // still the truth: keeping it spares the next worker a second message.
      if (operations.length > 0) await tables.transact('outbox', claim.lane, operations);
      return 'lost';
    },

    async renew(claim, until) {
      return (await underClaim(claim, until, [])) ? { ...claim, until } : 'lost';
    },

    async release(claim, restUntil) {
      const { row, value } = await standingClaim(claim.lane);
      if (row === undefined || value?.nonce !== claim.nonce) return;
      if (restUntil === null) await tables.delete('outbox', claim.lane, rows.claimKey, row.etag);
      else {
        const rested = claimRow(claim.lane, { ...value, until: restUntil, restUntil });
        await tables.update('outbox', rested, row.etag);
      }
    },

    async waiting(now) {
      const lanes: { readonly lane: string; readonly from: Temporal.Instant | null }[] = [];
      const found = hints.waits.follow(async (lane) => {
        const pending = await pendingIn(lane);
        const from = pending.map((one) => (now !== undefined && mayBeTried(one, now) ? null : one.notBefore));
        return from.length === 0 ? undefined : { lane, from: from.reduce(earliest) };
      });
      for await (const one of found) lanes.push(one);
      return lanes;
    },

    async *undelivered() {
      const found = hints.aside.follow(async (lane) => {
        const aside: Undelivered[] = [];
        for await (const { value } of undeliveredIn(lane)) aside.push(value);
        return aside.length === 0 ? undefined : aside;
      });
      for await (const aside of found) yield* aside;
    },

    async revive(destination: Destination, at, reasons = passingReasons) {
      const lane = rows.laneOf(destination);
      let revived = 0;
      for await (const { row, value } of undeliveredIn(lane)) {
        if (!reasons.has(value.reason)) continue;
        const { notice } = value;
        await hints.waits.note(lane);
        const again = untried(notice, destination);
        const result = await tables.transact('outbox', lane, [
          { op: 'delete', rowKey: row.rowKey, etag: row.etag },
          { op: 'put', row: rowOf(lane, rows.outboxKeys.pending(notice.key), rows.pending, again) },
          { op: 'put', row: acceptedRow(lane, notice, at) },
        ]);
        if (result.ok) revived += 1;
      }
      return revived;
    },
  };
}

const momentIn = (subject: Subject): string | null => ('moment' in subject ? subject.moment : null);

/** The earlier of two instants; null is "at once". */
function earliest(a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null {
  if (a === null || b === null) return null;
  return a.epochNanoseconds <= b.epochNanoseconds ? a : b;
}
