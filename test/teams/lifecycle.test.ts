import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/services/turn.ts';
import { type RunningBot, startBot } from '../support/running-bot.ts';
import { welcome } from './views.ts';

let bot: RunningBot;
let heard: Turn[] = [];

beforeAll(async () => {
  bot = await startBot({
    respond: async (turn) => {
      heard.push(turn);
      if (turn.kind === 'installed' && turn.place.kind === 'personal') return [welcome];
      return [{ kind: 'text', text: 'heard' }];
    },
  });
});
afterAll(() => bot.stop());
beforeEach(() => {
  heard = [];
});

let people = 0;
const person = () => {
  const n = ++people;
  const entraId = `7b1d2c33-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return bot.client.person({ entraId, name: `Person ${n}`, email: `p${n}@example.org` });
};
const channelNamed = (name: string) => ({
  id: `19:${name}@thread.tacv2`,
  name,
  teamId: '19:general@thread.tacv2',
});
const book = () => bot.repositories.addresses;

describe('a person and the app', () => {
  it('are introduced by the installation: an address is kept and one welcome is sent', async () => {
    const amara = person();
    const { sent } = await amara.installs();
    expect(sent).toHaveLength(1);
    expect(await book().person(amara.entraId)).toMatchObject({
      conversationId: amara.conversationId,
      userId: amara.userId,
      serviceUrl: bot.connector.url,
      status: 'reachable',
      welcomedAt: bot.time.now,
    });
  });

  it('welcome each other once, through a redelivery, an upgrade and a second installation', async () => {
    const amara = person();
    await amara.installs('add', { activityId: 'install-1' });
    const later = [
      await amara.installs('add', { activityId: 'install-1' }),
      await amara.removes('remove-upgrade'),
      await amara.installs('add-upgrade'),
      await amara.removes(),
      await amara.installs(),
    ];
    expect(later.flatMap((one) => one.sent)).toEqual([]);
    expect((await book().person(amara.entraId))?.status).toBe('reachable');
  });

  it('part when the app is removed, and not when it is upgraded', async () => {
    const amara = person();
    await amara.installs();
    await amara.removes('remove-upgrade');
    expect((await book().person(amara.entraId))?.status).toBe('reachable');
    await amara.removes();
    expect((await book().person(amara.entraId))?.status).toBe('uninstalled');
  });

  it('meet again when somebody who had blocked the bot writes to it', async () => {
    const amara = person();
    await amara.installs();
    const address = await book().person(amara.entraId);
    if (address) await book().savePerson({ ...address, status: 'blocked' });
    await amara.says('hello');
    expect((await book().person(amara.entraId))?.status).toBe('reachable');
  });

  it('do not meet in a channel: it neither unblocks anybody nor becomes their private chat', async () => {
    const [amara, ben] = [person(), person()];
    await amara.installs();
    await amara.removes();
    const alerts = channelNamed('meeting-point');
    await amara.says('hello', { in: alerts });
    await ben.says('hello', { in: alerts });
    expect(await book().person(amara.entraId)).toMatchObject({
      status: 'uninstalled',
      conversationId: amara.conversationId,
    });
    expect(await book().person(ben.entraId)).toMatchObject({ status: 'reachable', conversationId: null });
  });

  it('follow a service URL that moves', async () => {
    const amara = person();
    await amara.installs();
    const address = await book().person(amara.entraId);
    if (address) await book().savePerson({ ...address, serviceUrl: 'http://127.0.0.1:9/' });
    await amara.says('hello');
    expect((await book().person(amara.entraId))?.serviceUrl).toBe(bot.connector.url);
  });

  it('count as seen once a day', async () => {
    const amara = person();
    await amara.installs();
    const first = (await book().person(amara.entraId))?.seenAt;
    bot.time.now = bot.time.now.add({ hours: 2 });
    await amara.says('hello');
    expect((await book().person(amara.entraId))?.seenAt).toEqual(first);
    bot.time.now = bot.time.now.add({ hours: 24 });
    await amara.says('hello');
    expect((await book().person(amara.entraId))?.seenAt).toEqual(bot.time.now);
    expect(bot.time.now).toBeInstanceOf(Temporal.Instant);
  });

  it('are welcomed once, also when they write while the welcome is still on its way', async () => {
    const amara = person();
    await amara.says('hello');
    const before = await book().person(amara.entraId);
    if (before === undefined) throw new Error('no address');
    await amara.installs();
    expect((await book().person(amara.entraId))?.welcomedAt).not.toBeNull();
    // A turn that read the address before the welcome, and keeps it afterwards.
    await book().savePerson({ ...before, userId: '29:other' });
    expect((await book().person(amara.entraId))?.welcomedAt).not.toBeNull();
  });

  it('stay unwelcomed while the welcome cannot be sent, and are welcomed the next time', async () => {
    const amara = person();
    bot.connector.fail({ status: 403, body: { error: { code: 'ConversationBlockedByUser' } } });
    await amara.installs();
    expect((await book().person(amara.entraId))?.welcomedAt).toBeNull();
    const { sent } = await amara.installs();
    expect(sent).toHaveLength(1);
  });
});

describe('a channel and the app', () => {
  it('are introduced by the installation, once', async () => {
    const [amara, alerts] = [person(), channelNamed('introduced')];
    const first = await amara.installs('add', { in: alerts });
    const again = await amara.installs('add', { in: alerts });
    expect(first.sent).toHaveLength(1);
    expect(again.sent).toEqual([]);
    expect(await book().channel(alerts.id)).toMatchObject({ name: 'introduced', status: 'reachable' });
    expect(heard).toMatchObject([{ kind: 'installed', place: { kind: 'channel', channelId: alerts.id } }]);
  });

  it('greet once, whichever of Teams’ two events comes first', async () => {
    const [amara, alerts] = [person(), channelNamed('two-events')];
    await amara.sends(
      { type: 'conversationUpdate', membersAdded: [{ id: '28:academy-bot' }] },
      { in: alerts },
    );
    const installed = await amara.installs('add', { in: alerts });
    expect(installed.sent).toHaveLength(1);
    await amara.sends(
      { type: 'conversationUpdate', membersAdded: [{ id: '28:academy-bot' }] },
      { in: alerts },
    );
    expect((await amara.installs('add', { in: alerts })).sent).toEqual([]);
  });

  it('are introduced by a message in a thread of it', async () => {
    const [amara, alerts] = [person(), channelNamed('threads')];
    await amara.sends(
      {
        type: 'message',
        text: 'use this channel for escalations',
        conversation: { id: `${alerts.id};messageid=1`, conversationType: 'channel' },
      },
      { in: alerts },
    );
    expect(await book().channel(alerts.id)).toMatchObject({ status: 'reachable' });
  });

  it('part when the app leaves the team, the channel is deleted or the bot is thrown out', async () => {
    const amara = person();
    for (const farewell of [
      { type: 'installationUpdate', action: 'remove' },
      { type: 'conversationUpdate', membersRemoved: [{ id: '28:academy-bot' }] },
      { type: 'conversationUpdate', deleted: true },
    ]) {
      const alerts = channelNamed(`farewell-${farewell.type}-${Object.keys(farewell).at(-1)}`);
      await amara.installs('add', { in: alerts });
      const gone = 'deleted' in farewell ? { channelData: channelDeleted(alerts) } : {};
      await amara.sends({ ...farewell, ...gone }, { in: alerts });
      expect((await book().channel(alerts.id))?.status).toBe('uninstalled');
    }
  });
});

function channelDeleted(channel: ReturnType<typeof channelNamed>) {
  return {
    eventType: 'channelDeleted',
    tenant: { id: '0b5e6a3c-3b67-4c5e-9d55-6f1f0a6c2f01' },
    team: { id: channel.teamId },
    channel: { id: channel.id, name: channel.name },
  };
}
