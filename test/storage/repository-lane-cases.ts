/** Addresses, posted cards and lanes, on whichever store is open. */
import { describe, expect, test } from 'vitest';
import { at, notice, ports, reachable, tag } from './repository-store.ts';

export function laneCases(): void {
  describe('addresses', () => {
    const address = () => ({
      entraId: `entra-${tag}`,
      personId: null,
      tenantId: 'tenant',
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      conversationId: 'a:1',
      userId: '29:x',
      botId: '28:bot',
      status: 'reachable' as const,
      welcomedAt: null,
      seenAt: at,
    });

    test('are written when something changed, and for having been seen once a day', async () => {
      const { addresses } = ports;
      const stored = async () => (await addresses.person(`ENTRA-${tag}`.toLowerCase()))?.seenAt.toString();
      await addresses.savePerson(address());
      await addresses.savePerson({ ...address(), seenAt: at.add({ hours: 5 }) });
      expect(await stored()).toBe(at.toString());
      await addresses.savePerson({ ...address(), seenAt: at.add({ hours: 20 }) });
      expect(await stored()).toBe(at.add({ hours: 20 }).toString());
      await addresses.savePerson({ ...address(), serviceUrl: 'https://smba.trafficmanager.net/emea/' });
      expect(await stored()).toBe(at.toString());
    });

    test('tell once that somebody can be reached, and again after they could not', async () => {
      const { addresses } = ports;
      await addresses.savePerson(address());
      await addresses.savePerson(address());
      expect(reachable).toEqual([`entra-${tag}`]);
      await addresses.savePerson({ ...address(), status: 'uninstalled' });
      expect(reachable).toHaveLength(1);
      await addresses.savePerson(address());
      expect(reachable).toHaveLength(2);
    });

    test('are marked as they were tried, not when the person was seen since', async () => {
      const { addresses } = ports;
      await addresses.savePerson(address());
      await addresses.savePerson({ ...address(), seenAt: at.add({ hours: 30 }) });
      await addresses.markPersonUnreachable(address(), 'blocked');
      expect((await addresses.person(`entra-${tag}`))?.status).toBe('reachable');
      await addresses.markPersonUnreachable({ ...address(), seenAt: at.add({ hours: 30 }) }, 'blocked');
      expect((await addresses.person(`entra-${tag}`))?.status).toBe('blocked');
    });

    test('of the escalation channel follow the last choice and remember the ones before', async () => {
      const { addresses } = ports;
      const channel = (id: string) => ({
        channelId: `19:${tag}-${id}@thread.tacv2`,
        name: id,
        tenantId: 'tenant',
        serviceUrl: 'https://smba.trafficmanager.net/uk/',
        botId: '28:bot',
        status: 'reachable' as const,
      });
      for (const id of ['a', 'b', 'a']) {
        await addresses.saveChannel(channel(id));
        await addresses.chooseEscalations(channel(id).channelId, `${tag}-morgan`, at);
      }
      expect(await addresses.escalations()).toEqual(channel('a'));
      expect((await addresses.earlierEscalations())[0]).toBe(channel('b').channelId);
      expect(await addresses.earlierEscalations()).not.toContain(channel('a').channelId);
    });
  });

  test('a posted card is found by its recipient and subject alone', async () => {
    const { postedCards } = ports;
    const recipient = { kind: 'person', personId: `${tag}-amara` } as const;
    const { subject } = notice('r1');
    const posted = {
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      conversationId: 'a:1',
      activityId: '1',
    };
    await postedCards.remember(recipient, subject, posted);
    expect(await postedCards.find(recipient, subject)).toEqual(posted);
    expect(await postedCards.find(recipient, notice('r2').subject)).toBeUndefined();
    expect(await postedCards.find({ kind: 'person', personId: `${tag}-sam` }, subject)).toBeUndefined();
  });

  test('an activity is seen for the first time once, however many deliver it at once', async () => {
    const seen = await Promise.all(
      Array.from({ length: 20 }, () => ports.inbound.firstSeen(`a:${tag}/#?`, 'activity 1', at)),
    );
    expect(seen.filter(Boolean)).toHaveLength(1);
    expect(await ports.inbound.firstSeen(`a:${tag}/#?`, 'activity 2', at)).toBe(true);
  });

  test('open alerts are listed until they are resolved', async () => {
    await ports.openAlerts.opening(`${tag}-p`, 'a1');
    await ports.openAlerts.opening(`${tag}-p`, 'a1');
    await ports.openAlerts.opening(`${tag}-p`, 'a2');
    await ports.openAlerts.resolved(`${tag}-p`, 'a1');
    await ports.openAlerts.resolved(`${tag}-p`, 'never');
    const mine = (await ports.openAlerts.list()).filter(({ participantId }) => participantId === `${tag}-p`);
    expect(mine).toEqual([{ participantId: `${tag}-p`, alertId: 'a2' }]);
  });

  describe('a lane', () => {
    const destination = () => ({ kind: 'person', personId: `${tag}-amara` }) as const;
    const minutes = (n: number) => at.add({ seconds: 60 * n });

    test('takes a notice once, whatever has become of it', async () => {
      const { outbox } = ports;
      const lane = outbox.laneOf(destination());
      expect(await outbox.accept(destination(), notice('n1'), at)).toBe('accepted');
      expect(await outbox.accept(destination(), notice('n1'), at)).toBe('already');
      const claimed = await outbox.claim(lane, 'me', at, minutes(1));
      if (!claimed.ok) throw new Error('The lane is held.');
      const ended = (await outbox.pending(lane)).map((pending) => ({
        pending,
        ending: { as: 'sent' } as const,
      }));
      await outbox.settle(claimed.claim, { ended, putOff: [] }, at, minutes(2));
      expect(await outbox.pending(lane)).toEqual([]);
      expect(await outbox.accept(destination(), notice('n1'), at)).toBe('already');
    });

    test('keeps what is owed later until then, and marks what is held back', async () => {
      const { outbox, ledger } = ports;
      const lane = outbox.laneOf(destination());
      const later = { ...notice('later'), owedAt: minutes(15) };
      const personId = `${tag}-amara`;
      const subject = { card: 'reminders', personId, moment: minutes(15).toString() } as const;
      await outbox.accept(destination(), { ...later, subject }, at);
      await outbox.holdBack(destination(), notice('held'), 'put-off', at);
      await outbox.holdBack(destination(), later, 'put-off', at);
      expect((await outbox.pending(lane)).map(({ notice: { key }, notBefore }) => [key, notBefore])).toEqual([
        ['later', minutes(15)],
      ]);
      expect(await outbox.accept(destination(), notice('held'), at)).toBe('already');
      expect(await outbox.momentOf(destination(), 'later')).toBe(minutes(15).toString());
      expect(await outbox.momentOf(destination(), 'held')).toBeUndefined();
      expect(await outbox.momentOf(destination(), 'never')).toBeUndefined();
      const states: string[] = [];
      for await (const one of ledger.entries())
        if (one.lane === lane) states.push(`${one.state} ${one.reason}`);
      expect(states.toSorted()).toEqual(['held-back put-off', 'pending null']);
    });

    test('is claimed by one of twenty, and by another only when let go of or abandoned', async () => {
      const { outbox } = ports;
      const lane = outbox.laneOf(destination());
      const tried = await Promise.all(
        Array.from({ length: 20 }, (_, n) => outbox.claim(lane, `w${n}`, at, minutes(1))),
      );
      const won = tried.filter((one) => one.ok);
      expect(won).toHaveLength(1);
      const late = await outbox.claim(lane, 'late', minutes(30), minutes(31));
      expect(late).toMatchObject({ ok: false, refused: 'held' });
      const mark = 'mark' in late ? late.mark : '';
      expect((await outbox.claim(lane, 'wrong', minutes(1), minutes(2), 'another mark')).ok).toBe(false);
      const after = await outbox.claim(lane, 'later', minutes(1), minutes(2), mark);
      expect(after.ok).toBe(true);
      const [first] = won;
      if (!first?.ok || !after.ok) throw new Error('Nobody has the lane.');
      expect(await outbox.renew(first.claim, minutes(3))).toBe('lost');
      await outbox.release(first.claim, null);
      expect(await outbox.claim(lane, 'third', minutes(1.5), minutes(3))).toMatchObject({ ok: false });
      await outbox.release(after.claim, minutes(5));
      expect(await outbox.claim(lane, 'third', minutes(4), minutes(6))).toMatchObject({
        ok: false,
        refused: 'resting',
        until: minutes(5),
      });
      expect((await outbox.claim(lane, 'third', minutes(5), minutes(6))).ok).toBe(true);
    });

    test('keeps what was sent under a claim that was taken for abandoned, so that nobody sends it again', async () => {
      const { outbox } = ports;
      const lane = outbox.laneOf(destination());
      await outbox.accept(destination(), notice('n1'), at);
      const slow = await outbox.claim(lane, 'slow', at, minutes(1));
      const seen = await outbox.claim(lane, 'quick', minutes(2), minutes(3));
      const mark = 'mark' in seen ? seen.mark : '';
      const quick = await outbox.claim(lane, 'quick', minutes(2), minutes(3), mark);
      if (!slow.ok || !quick.ok) throw new Error('Nobody has the lane.');
      const pending = await outbox.pending(lane);
      const message = {
        serviceUrl: 'https://smba.trafficmanager.net/uk/',
        conversationId: 'a:1',
        activityId: '1',
      };
      const { subject } = notice('n1');
      const settlement = {
        ended: pending.map((one) => ({ pending: one, ending: { as: 'sent' } as const })),
        putOff: [],
        posted: { subject, message, entries: [] },
      };
      expect(await outbox.settle(slow.claim, settlement, minutes(2), minutes(3))).toBe('lost');
      expect(await outbox.pending(lane)).toEqual([]);
      expect(await outbox.postedAt(lane, subject)).toEqual({ message, entries: [] });
      expect(await outbox.settle(quick.claim, settlement, minutes(2), minutes(3))).toBe('lost');
    });
  });
}
