import { afterEach, expect, test } from 'vitest';
import type { Notice, SendOutcome } from '../../src/services/ports.ts';
import { all } from '../storage/adapters.ts';
import { confirmRecord, noticeTo, openWorld, serviceUrl, type World } from './world.ts';

let world: World | undefined;
afterEach(() => world?.close());

const subject = confirmRecord('record-1');
const lane = 'person~amara';

const outcomes: Readonly<Record<string, SendOutcome>> = {
  sent: { outcome: 'sent', posted: { serviceUrl, conversationId: 'chat-amara', activityId: 'activity-new' } },
  'throttled, 30 s': { outcome: 'throttled', retryAfterSeconds: 30 },
  throttled: { outcome: 'throttled', retryAfterSeconds: null },
  busy: { outcome: 'busy', code: '503' },
  'unreachable: blocked': { outcome: 'unreachable', reason: 'blocked', code: '403' },
  'unreachable: uninstalled': { outcome: 'unreachable', reason: 'uninstalled', code: '403' },
  'unreachable: not-found': { outcome: 'unreachable', reason: 'not-found', code: '404' },
  'unreachable: never-met': { outcome: 'unreachable', reason: 'never-met', code: 'no-conversation' },
  permanent: { outcome: 'permanent', code: '413' },
  ambiguous: { outcome: 'ambiguous', code: 'ECONNRESET' },
};

const situations: readonly { readonly mode: Notice['mode']; readonly shown: boolean }[] = [
  { mode: 'show', shown: false },
  { mode: 'show', shown: true },
  { mode: 'refresh', shown: true },
  { mode: 'refresh', shown: false },
];

/** What became of one notice, read from the store and from what Teams was asked. */
async function cell(outcome: SendOutcome, { mode, shown }: (typeof situations)[number]): Promise<string> {
  world = await openWorld();
  const { repositories, teams, time } = world;
  const { outbox, addresses } = repositories;
  if (shown) {
    const standing = { serviceUrl, conversationId: 'chat-amara', activityId: 'activity-old' };
    await repositories.postedCards.remember({ kind: 'person', personId: 'amara' }, subject, standing);
  }
  teams.script.push(outcome);
  await world.owe(noticeTo('amara', subject, { mode }));
  await world.alarm();
  await world.worker().drain();

  const calls = teams.calls.map(({ kind }) => kind).join(' + ') || 'no call';
  const [pending] = await outbox.pending(lane);
  const later =
    pending?.notBefore == null
      ? []
      : [`again in ${time.clock.now().until(pending.notBefore).total('seconds')} s`];
  const failed = (await all(outbox.undelivered())).map(({ reason }) => `undelivered: ${reason}`);
  const posted = await outbox.postedAt(lane, subject);
  const status = (await addresses.person('entra-amara'))?.status;
  const marked = status === 'reachable' ? [] : [`marked ${status}`];
  await world.close();
  world = undefined;
  return [
    calls,
    ...later,
    ...failed,
    ...(posted ? [`stands at ${posted.message.activityId}`] : []),
    ...marked,
  ].join(', ');
}

test('what comes of each outcome, by whether the subject must be shown and whether it has been', async () => {
  const lines: string[] = [];
  for (const [name, outcome] of Object.entries(outcomes)) {
    for (const situation of situations) {
      const title = `${situation.mode}, ${situation.shown ? 'shown before' : 'never shown'}`;
      lines.push(`${name.padEnd(26)}| ${title.padEnd(22)}| ${await cell(outcome, situation)}`);
    }
  }
  expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    sent                      | show, never shown     | post, stands at activity-new
    sent                      | show, shown before    | update, stands at activity-old
    sent                      | refresh, shown before | update, stands at activity-old
    sent                      | refresh, never shown  | no call
    throttled, 30 s           | show, never shown     | post, again in 30 s
    throttled, 30 s           | show, shown before    | update, again in 30 s, stands at activity-old
    throttled, 30 s           | refresh, shown before | update, again in 30 s, stands at activity-old
    throttled, 30 s           | refresh, never shown  | no call
    throttled                 | show, never shown     | post, again in 2 s
    throttled                 | show, shown before    | update, again in 2 s, stands at activity-old
    throttled                 | refresh, shown before | update, again in 2 s, stands at activity-old
    throttled                 | refresh, never shown  | no call
    busy                      | show, never shown     | post, again in 2 s
    busy                      | show, shown before    | update, again in 2 s, stands at activity-old
    busy                      | refresh, shown before | update, again in 2 s, stands at activity-old
    busy                      | refresh, never shown  | no call
    unreachable: blocked      | show, never shown     | post, undelivered: blocked, marked blocked
    unreachable: blocked      | show, shown before    | update, undelivered: blocked, stands at activity-old, marked blocked
    unreachable: blocked      | refresh, shown before | update, undelivered: blocked, stands at activity-old, marked blocked
    unreachable: blocked      | refresh, never shown  | no call
    unreachable: uninstalled  | show, never shown     | post, undelivered: uninstalled, marked uninstalled
    unreachable: uninstalled  | show, shown before    | update, undelivered: uninstalled, stands at activity-old, marked uninstalled
    unreachable: uninstalled  | refresh, shown before | update, undelivered: uninstalled, stands at activity-old, marked uninstalled
    unreachable: uninstalled  | refresh, never shown  | no call
    unreachable: not-found    | show, never shown     | post, undelivered: not-found, marked uninstalled
    unreachable: not-found    | show, shown before    | update + post, stands at activity-1
    unreachable: not-found    | refresh, shown before | update
    unreachable: not-found    | refresh, never shown  | no call
    unreachable: never-met    | show, never shown     | post, undelivered: never-met
    unreachable: never-met    | show, shown before    | update, undelivered: never-met, stands at activity-old
    unreachable: never-met    | refresh, shown before | update, undelivered: never-met, stands at activity-old
    unreachable: never-met    | refresh, never shown  | no call
    permanent                 | show, never shown     | post, undelivered: rejected
    permanent                 | show, shown before    | update, undelivered: rejected, stands at activity-old
    permanent                 | refresh, shown before | update, undelivered: rejected, stands at activity-old
    permanent                 | refresh, never shown  | no call
    ambiguous                 | show, never shown     | post, again in 120 s
    ambiguous                 | show, shown before    | update, again in 2 s, stands at activity-old
    ambiguous                 | refresh, shown before | update, again in 2 s, stands at activity-old
    ambiguous                 | refresh, never shown  | no call
    "
  `);
});

test('a notice that fails for a day and twenty times is given up and listed', async () => {
  world = await openWorld();
  const { repositories, teams, time } = world;
  await world.owe(noticeTo('amara', subject));
  await world.alarm();
  const worker = world.worker();
  teams.always.outcome = { outcome: 'busy', code: '503' };
  let rounds = 0;
  while ((await all(repositories.outbox.undelivered())).length === 0 && rounds < 200) {
    await worker.drain();
    await time.advance({ minutes: 15 });
    rounds += 1;
  }
  const [given] = await all(repositories.outbox.undelivered());
  expect(given).toMatchObject({
    reason: 'gave-up',
    code: '503',
    notice: { key: 'confirm-record~record-1~amara' },
  });
  const hours = given?.notice.owedAt.until(given.at).total('hours') ?? 0;
  expect(hours).toBeGreaterThanOrEqual(24);
  expect(hours).toBeLessThan(25);
});

test('the ledger keeps what the attempts of a notice came to, for the delivery report', async () => {
  world = await openWorld();
  const { storage, teams, time } = world;
  teams.script.push(
    { outcome: 'throttled', retryAfterSeconds: 3 },
    { outcome: 'throttled', retryAfterSeconds: null },
    { outcome: 'ambiguous', code: 'ECONNRESET' },
    { outcome: 'permanent', code: '413' },
  );
  await world.owe(noticeTo('amara', subject, { key: 'rough' }));
  await world.alarm();
  const worker = world.worker();
  const kept = async (key: string) =>
    (await storage.tables.get('outbox', lane, `notice~${key}`))?.body as Record<string, unknown>;
  for (let n = 0; n < 5; n++) {
    await worker.drain();
    await time.advance({ minutes: 3 });
  }
  await world.owe(noticeTo('amara', confirmRecord('record-2'), { key: 'smooth' }));
  await world.alarm();
  await worker.drain();
  const { at: _, ...rough } = await kept('rough');
  expect(rough).toEqual({
    state: 'undelivered',
    activityId: null,
    moment: null,
    card: 'confirm-record',
    reason: 'rejected',
    code: '413',
    throttled: 2,
    ambiguous: true,
  });
  expect(await kept('smooth')).toMatchObject({ state: 'sent', reason: null, throttled: 0, ambiguous: false });
});

test('a card that cannot be made is tried five times, then listed, and the others of the lane are sent', async () => {
  world = await openWorld();
  const { repositories, teams, time } = world;
  await world.owe(noticeTo('amara', subject), noticeTo('amara', confirmRecord('record-2')));
  await world.alarm();
  const worker = world.worker({
    cardMessage: (view) => {
      if (view.summary.includes('record-1')) throw Object.assign(new Error('x'), { code: 'template-broken' });
      return { name: view.card, card: {}, summary: view.summary };
    },
  });
  for (let round = 0; round < 5; round++) {
    await worker.drain();
    await time.advance({ minutes: 15 });
  }
  await worker.drain();
  expect(teams.calls.map(({ card }) => card)).toEqual(['confirm-record record-2 for amara']);
  expect(await all(repositories.outbox.undelivered())).toMatchObject([
    { reason: 'cannot-be-shown', code: 'template-broken' },
  ]);
});

test('the back-off doubles up to a quarter of an hour', async () => {
  world = await openWorld();
  const { repositories, teams, time } = world;
  await world.owe(noticeTo('amara', subject));
  await world.alarm();
  const worker = world.worker();
  teams.always.outcome = { outcome: 'busy', code: '502' };
  const waits: number[] = [];
  for (let round = 0; round < 11; round++) {
    await worker.drain();
    const [pending] = await repositories.outbox.pending(lane);
    if (pending?.notBefore == null) throw new Error('Nothing was put off.');
    waits.push(time.clock.now().until(pending.notBefore).total('seconds'));
    await time.advance({ seconds: waits.at(-1) ?? 0 });
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
});
