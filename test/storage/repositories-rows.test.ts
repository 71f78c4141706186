import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  childFileAnswers,
  didNotHappenReasons,
  disagreementReasons,
  supervisionModes,
} from '../../src/academy/participant-file.ts';
import { allocatedFunctions, roles } from '../../src/academy/roles.ts';
import { undeliveredReasons } from '../../src/services/outbox.ts';
import * as addresses from '../../src/storage/address-rows.ts';
import { instantPart, key, keyPart, keysOf, kindOfKey } from '../../src/storage/keys.ts';
import { checkKey } from '../../src/storage/limits.ts';
import * as outbox from '../../src/storage/outbox-rows.ts';
import * as file from '../../src/storage/participant-rows.ts';
import * as people from '../../src/storage/people-rows.ts';
import { type RowShape, rowShape } from '../../src/storage/row-shape.ts';

const seed = 20260914;
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const date = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => Temporal.PlainDate.from('2014-01-01').add({ days }));
const at = fc
  .bigInt({ min: 1_388_534_400_000_000_000n, max: 2_208_988_800_000_000_000n })
  .map((nanoseconds) => Temporal.Instant.fromEpochNanoseconds(nanoseconds));
const count = fc.nat({ max: 500 });

const recordBase = {
  recordId: text,
  item: text,
  recordedBy: text,
  recordedByName: text,
  recordedAt: at,
  submissionId: text,
};
const actionRow = fc.record({
  what: text,
  owner: fc.constantFrom('nqsw' as const, 'supervisor' as const),
  dueOn: date,
});
const assignment = fc.record({ to: text, toName: text, by: text, name: text, at });
const record = fc.oneof(
  fc.record({
    ...recordBase,
    outcome: fc.constant('held' as const),
    heldOn: date,
    minutes: count,
    mode: fc.constantFrom(...supervisionModes),
    themes: fc.array(text),
    childFile: fc.constantFrom(...childFileAnswers),
    templateUsed: fc.boolean(),
    coWorkerRecorded: fc.boolean(),
    actions: fc.array(actionRow),
  }),
  fc.record({
    ...recordBase,
    outcome: fc.constant('did-not-happen' as const),
    reason: fc.constantFrom(...didNotHappenReasons),
    rearrangedOn: date,
  }),
);
const subject = fc.oneof(
  fc.record({
    card: fc.constantFrom(
      'confirm-record' as const,
      'supervision-recorded' as const,
      'record-disagreement' as const,
    ),
    participantId: text,
    recordId: text,
  }),
  fc.record({
    card: fc.constantFrom('caseload-alert' as const, 'overdue-alert' as const),
    participantId: text,
    alertId: text,
    again: count,
  }),
  fc.record({
    card: fc.constantFrom('reminders' as const, 'digest' as const),
    personId: text,
    moment: at.map(String),
  }),
) as fc.Arbitrary<Parameters<typeof file.owed.body>[0]['subject']>;
const reminder = fc.record({
  participantId: text,
  item: text,
  dueOn: date,
  stage: fc.constantFrom('before-5' as const, 'overdue-5' as const, 'lapsed' as const, 'snoozed' as const),
  recipient: fc.constantFrom('nqsw' as const, 'reflective-supervisor' as const),
});
const noticeWithout = fc.record({
  key: text,
  recipient: fc.oneof(
    fc.record({ kind: fc.constant('person' as const), personId: text }),
    fc.constant({ kind: 'escalations' as const }),
  ),
  subject,
  mode: fc.constantFrom('show' as const, 'refresh' as const),
  owedAt: at,
});
const notice = fc.oneof(
  noticeWithout,
  fc.tuple(noticeWithout, reminder).map(([one, entry]) => ({ ...one, reminder: entry })),
);
const destination = fc.oneof(
  fc.record({ kind: fc.constant('person' as const), personId: text }),
  fc.record({ kind: fc.constant('channel' as const), channelId: text }),
);

/** One case for each kind of row: its shape, and any value it can hold. */
function roundTrip<T>(shape: RowShape<T>, values: fc.Arbitrary<T>) {
  return () =>
    fc.assert(
      fc.property(values, (value) => {
        const body: unknown = JSON.parse(JSON.stringify(shape.body(value)));
        expect(shape.read({ schema: shape.schema, body })).toEqual({ ok: true, value });
      }),
      { seed, numRuns: 60 },
    );
}

const step = fc.record({ by: text, name: text, at });

describe('a row that was printed reads as the value it was printed from', () => {
  test('head', roundTrip(file.head, fc.record({ revision: count, commit: text, at })));
  test(
    'profile',
    roundTrip(
      file.profile,
      fc.record({
        id: text,
        personId: text,
        name: text,
        cohort: text,
        startOn: date,
        fte: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
        contractedHours: maybe(fc.integer({ min: 1, max: 40 })),
        team: text,
      }),
    ),
  );
  test(
    'allocation',
    roundTrip(
      file.allocation,
      fc.record(
        {
          function: fc.constantFrom(...allocatedFunctions),
          personId: text,
          name: text,
          fromOn: date,
          untilOn: maybe(date),
          madeIn: fc.constant('chat'),
          given: fc.record({ by: text, byName: text, at }),
          ended: fc.record({ by: text, byName: text, at }),
        },
        { requiredKeys: ['function', 'personId', 'name', 'fromOn', 'untilOn'] },
      ),
    ),
  );
  test('session record', roundTrip(file.sessionRecord, record));
  test(
    'confirmation',
    roundTrip(
      file.confirmation,
      fc.record({
        recordId: text,
        answer: fc.constantFrom('agreed' as const, 'not-right' as const),
        reason: maybe(fc.constantFrom(...disagreementReasons)),
        by: text,
        at,
      }),
    ),
  );
  test(
    'caseload',
    roundTrip(
      file.caseload,
      fc.record({
        reportId: text,
        count,
        categories: fc.array(fc.record({ code: text, count }), { maxLength: 3 }),
        by: text,
        byName: text,
        at,
      }),
    ),
  );
  test(
    'alert',
    roundTrip(
      file.alert,
      fc.record({
        alertId: text,
        cap: count,
        count,
        openedAt: at,
        updatedAt: at,
        acknowledged: maybe(step),
        assigned: maybe(assignment),
        assignedBefore: fc.array(assignment, { maxLength: 3 }),
        repeatedAt: fc.array(at, { maxLength: 3 }),
        resolved: maybe(fc.record({ by: maybe(text), name: maybe(text), at })),
      }),
    ),
  );
  test(
    'overdue alert',
    roundTrip(
      file.overdueAlert,
      fc.record({
        alertId: text,
        item: text,
        dueOn: date,
        openedAt: at,
        acknowledged: maybe(step),
        assigned: maybe(assignment),
        assignedBefore: fc.array(assignment, { maxLength: 3 }),
        resolved: maybe(fc.record({ by: maybe(text), name: maybe(text), at })),
        repeatedAt: fc.array(at, { maxLength: 3 }),
      }),
    ),
  );
  test(
    'snooze',
    roundTrip(file.snooze, fc.record({ item: text, dueOn: date, personId: text, untilOn: date, at })),
  );
  test('pause', roundTrip(file.pause, fc.record({ pauseId: text, fromOn: date, untilOn: maybe(date) })));
  test('notice', roundTrip(file.owed, notice));
  test(
    'person',
    roundTrip(
      people.person,
      fc.record({
        id: text,
        email: text,
        name: text,
        roles: fc.array(fc.constantFrom(...roles)),
        team: text,
        entraId: maybe(text),
        nonWorkingDays: fc.array(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri')),
        participantId: maybe(text),
      }) as fc.Arbitrary<Parameters<typeof people.person.body>[0]>,
    ),
  );
  test(
    'address of a person',
    roundTrip(
      addresses.personAddress,
      fc.record({
        entraId: text,
        personId: maybe(text),
        tenantId: text,
        serviceUrl: text,
        conversationId: maybe(text),
        userId: text,
        botId: text,
        status: fc.constantFrom('reachable' as const, 'uninstalled' as const, 'blocked' as const),
        welcomedAt: maybe(at),
        seenAt: at,
      }),
    ),
  );
  test(
    'pending notice',
    roundTrip(
      outbox.pending,
      fc.record({
        notice,
        destination,
        attempts: count,
        notBefore: maybe(at),
        code: maybe(text),
        throttled: count,
        ambiguous: fc.boolean(),
      }),
    ),
  );
  test('rows of a lane from before the figures of attempts were kept', () => {
    const old = { state: 'sent', at: '2026-09-14T08:00:00Z', activityId: 'a1' };
    const none = { card: null, reason: null, code: null, throttled: 0, ambiguous: false, moment: null };
    const read = outbox.ledger.read({ schema: 1, body: old });
    expect(read.ok && outbox.ledger.body(read.value)).toEqual({ ...old, ...none });
    const waiting = {
      notice: {
        key: 'k',
        recipient: { kind: 'person', personId: 'p' },
        subject: { card: 'confirm-record', participantId: 'p', recordId: 'r' },
        mode: 'show',
        owedAt: '2026-09-14T08:00:00Z',
      },
      destination: { kind: 'person', personId: 'p' },
      attempts: 2,
      notBefore: null,
      code: null,
    };
    const again = outbox.pending.read({ schema: 1, body: waiting });
    expect(again.ok && outbox.pending.body(again.value)).toEqual({
      ...waiting,
      throttled: 0,
      ambiguous: false,
    });
  });
  test(
    'undelivered notice',
    roundTrip(
      outbox.undelivered,
      fc.record({ notice, destination, reason: fc.constantFrom(...undeliveredReasons), code: text, at }),
    ),
  );
});

describe('versions of a row', () => {
  const shape = rowShape(z.object({ id: z.string(), made: z.string() }), [
    (body) => ({ id: (body as { id: { trim(): string } }).id.trim(), made: '' }),
    (body) => ({ ...(body as object), made: 'unknown' }),
  ]);

  test('every earlier one is read, through each step since', () => {
    expect(shape.schema).toBe(3);
    expect(shape.read({ schema: 1, body: { id: 'a' } })).toEqual({
      ok: true,
      value: { id: 'a', made: 'unknown' },
    });
    expect(shape.read({ schema: 3, body: { id: 'a', made: 'b' } })).toEqual({
      ok: true,
      value: { id: 'a', made: 'b' },
    });
  });

  test('a later one is left alone, and so is what was never valid', () => {
    expect(shape.read({ schema: 4, body: { id: 'a', made: 'b' } })).toEqual({
      ok: false,
      fault: 'newer-schema',
    });
    expect(shape.read({ schema: 3, body: { id: 5 } })).toEqual({ ok: false, fault: 'does-not-parse' });
    expect(shape.read({ schema: 1, body: { id: 5 } })).toEqual({ ok: false, fault: 'does-not-parse' });
    expect(shape.read({ schema: 1, body: null })).toEqual({ ok: false, fault: 'does-not-parse' });
  });
});

describe('keys', () => {
  const any = fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  });

  test('any text makes a key that Azure takes, and never the separator', () => {
    fc.assert(
      fc.property(any, (one) => {
        const part = keyPart(one);
        expect(part).not.toContain('~');
        checkKey('row', key('kind', one, 'second'));
        checkKey('row', key('k'.repeat(30), one.repeat(400), one.repeat(400)));
      }),
      { seed, numRuns: 300 },
    );
  });

  test.each([239, 240, 241, 400, 401])('two parts of %i characters make a key that Azure takes', (length) => {
    checkKey('row', key('k'.repeat(30), 'a'.repeat(length), 'b'.repeat(length)));
  });

  test('different texts make different keys, and the same text the same', () => {
    const close = fc.array(fc.constantFrom('a', '=', '~', '/', '%', '0', '2', 'F', 'é', '\u0000'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(close, close, (a, b) => {
        expect(keyPart(a.join('')) === keyPart(b.join(''))).toBe(a.join('') === b.join(''));
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test('ids of Teams and of people stay as they are', () => {
    for (const id of [
      '19:abc-1@thread.tacv2',
      '29:1-x_y.z',
      'amara@example.org',
      '4f6b1f0e-8d2a-4c3f-9c1d',
    ]) {
      expect(keyPart(id)).toBe(id);
    }
  });

  test('keys of one kind sort by time, and lie between the bounds of their kind', () => {
    fc.assert(
      fc.property(at, at, (a, b) => {
        const [first, second] = [key('record', instantPart(a)), key('record', instantPart(b))];
        expect(Math.sign(first < second ? -1 : first > second ? 1 : 0)).toBe(Temporal.Instant.compare(a, b));
        const { from, to } = keysOf('record');
        expect(from <= first && first < to).toBe(true);
        expect(keysOf('recorc').to <= first || first < keysOf('recorc').from).toBe(true);
        expect(kindOfKey(first)).toBe('record');
      }),
      { seed, numRuns: 200 },
    );
  });
});
