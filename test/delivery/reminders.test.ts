import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day, held, london, openReminding, type Reminding } from './reminding-world.ts';
import { channelOf } from './world.ts';

let academy: Reminding;
beforeEach(async () => {
  academy = await openReminding();
});
afterEach(() => academy.world.close());

/** What somebody was sent, without their name. */
const to = (who: string) =>
  academy.sent.filter((line) => line.includes(` ${who}: `)).map((line) => line.replace(` ${who}: `, ': '));

/** What the ledger of somebody's lane says of reminders: the stage and why it was held back. */
async function heldBack(who: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const one of academy.world.repositories.ledger.entries()) {
    if (one.lane === `person~${who}` && one.state === 'held-back') found.push(one.reason ?? '');
  }
  return found.toSorted();
}

const recordedAt = (text: string, item = 'reflective-supervision-1') =>
  academy.commit('amara', held(item, text.slice(0, 10), london(text)));

describe('on time', () => {
  test('each stage goes to the NQSW and the supervisor at nine, once, and stays true afterwards', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-25 12:00');
    await recordedAt('2026-09-25 12:00');
    await academy.until('2026-09-28 12:00');
    const expected = [
      'Mon 09-21 09:00 post: before-5 amara #1',
      'Fri 09-25 09:00 post: before-1 amara #1',
      'Fri 09-25 12:00 update: before-1 amara #1 (done)',
      'Fri 09-25 12:00 update: before-5 amara #1 (done)',
      'Mon 09-28 09:00 post: before-5 amara #2',
    ];
    expect(to('sam').toSorted()).toEqual(expected.toSorted());
    expect(to('amara-nqsw').toSorted()).toEqual(expected.toSorted());
  });

  test('five NQSWs of one supervisor are one message, however late one of them is looked at', async () => {
    for (const id of ['amara', 'ben', 'cara', 'dev']) await academy.enrol(id);
    await academy.until('2026-09-21 09:02');
    await academy.enrol('eve', { start: '2026-09-14' });
    await academy.drain();
    await academy.until('2026-09-22 08:00');
    expect(to('sam')).toEqual([
      'Mon 09-21 09:00 post: before-5 amara #1, before-5 ben #1, before-5 cara #1, before-5 dev #1',
    ]);
    await academy.until('2026-09-22 10:00');
    expect(to('sam').slice(1)).toEqual(['Tue 09-22 09:00 post: overdue-1 eve #1']);
  });

  test('everybody is told at their own hour', async () => {
    await academy.enrol('amara');
    await academy.settings('sam', { at: '08:15' });
    await academy.settings('amara-nqsw', { at: '16:30' });
    await academy.until('2026-09-22 08:00');
    expect(academy.sent).toEqual([
      'Mon 09-21 08:15 post sam: before-5 amara #1',
      'Mon 09-21 16:30 post amara-nqsw: before-5 amara #1',
    ]);
  });

  test('on leave a reminder goes on the last day before it, and a nudge on the first after it', async () => {
    await academy.enrol('amara');
    await academy.settings('sam', {
      leave: [{ fromOn: day('2026-09-24'), untilOn: day('2026-09-30') }],
    });
    await academy.until('2026-10-02 12:00');
    expect(to('sam').filter((line) => line.includes('#1'))).toEqual([
      'Mon 09-21 09:00 post: before-5 amara #1',
      'Wed 09-23 09:00 post: before-5 amara #2, day amara #1',
      'Thu 10-01 09:00 post: overdue-3 amara #1',
    ]);
  });

  test('somebody who leads and does more is told once', async () => {
    await academy.enrol('amara', { also: 'mentor' });
    await academy.until('2026-09-21 10:00');
    expect(to('sam')).toEqual(['Mon 09-21 09:00 post: before-5 amara #1']);
  });
});

describe('between the look ahead and the moment', () => {
  test('what is recorded at five to nine is not asked for at nine', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-25 08:55');
    await recordedAt('2026-09-25 08:55');
    await academy.until('2026-09-25 12:00');
    expect(to('sam')).toEqual([
      'Mon 09-21 09:00 post: before-5 amara #1',
      'Fri 09-25 08:55 update: before-5 amara #1 (done)',
    ]);
  });

  test('nobody is reminded in a pause that begins meanwhile', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-25 08:55');
    const pause = { pauseId: 'pause-1', fromOn: day('2026-09-25'), untilOn: day('2026-10-01') };
    await academy.commit('amara', { fact: 'pause-agreed', pause });
    await academy.until('2026-10-02 08:00');
    expect(to('sam')).toEqual([
      'Mon 09-21 09:00 post: before-5 amara #1',
      'Fri 09-25 08:55 update: before-5 amara #1 (moved)',
    ]);
    await academy.until('2026-10-02 12:00');
    expect(to('sam').slice(2)).toEqual(['Fri 10-02 09:00 post: before-1 amara #1']);
  });
});

describe('late', () => {
  test('after an outage of three days each item is told once, in its latest stage', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-25 12:00');
    await academy.jump('2026-09-29 13:07');
    expect(to('sam').slice(2)).toEqual(['Tue 09-29 13:07 post: before-5 amara #2, overdue-1 amara #1']);
    await academy.until('2026-10-01 12:00');
    expect(to('sam').slice(3)).toEqual(['Thu 10-01 09:00 post: overdue-3 amara #1']);
  });

  test.each([
    ['2026-09-21 12:00', ['Mon 09-21 12:00 post: before-5 amara #1']],
    ['2026-09-25 12:00', ['Fri 09-25 12:00 post: before-1 amara #1']],
    ['2026-09-29 12:00', ['Tue 09-29 12:00 post: before-5 amara #2, overdue-1 amara #1']],
  ])(
    'an outage from ten to nine until %s leaves no earlier stage beside the latest',
    async (until, posts) => {
      await academy.enrol('amara');
      await academy.until('2026-09-21 08:50');
      await academy.jump(until);
      expect(to('sam')).toEqual(posts);
      expect(to('amara-nqsw')).toEqual(posts);
    },
  );

  test('an outage in which the date is moved leaves nothing of the old date', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-21 08:50');
    const pause = { pauseId: 'p', fromOn: day('2026-09-23'), untilOn: day('2026-09-24') };
    await academy.commit('amara', { fact: 'pause-agreed', pause });
    await academy.jump('2026-09-29 12:00');
    // Two days later, the session is due on Wednesday the 30th: "a day before" has come, for the new date alone.
    expect(to('sam')).toEqual(['Tue 09-29 12:00 post: before-1 amara #1']);
  });

  test('at night it waits for the morning', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-25 12:00');
    await academy.jump('2026-09-29 20:00');
    expect(to('sam')).toHaveLength(2);
    await academy.until('2026-09-30 08:30');
    expect(to('sam').slice(2)).toEqual(['Wed 09-30 08:00 post: before-5 amara #2, overdue-1 amara #1']);
  });

  test('while sending is stopped nothing goes, and afterwards only what is still worth saying', async () => {
    const { sending } = academy.world.repositories;
    await academy.enrol('amara');
    await academy.until('2026-09-25 12:00');
    await sending.pause({ by: 'command-line', at: london('2026-09-25 12:00') });
    await academy.until('2026-09-30 10:00');
    expect(to('sam')).toHaveLength(2);
    await sending.resume({ by: 'command-line', at: london('2026-09-30 10:00') });
    await academy.world.time.advance({ seconds: 2 });
    await academy.drain();
    expect(to('sam').slice(2)).toEqual(['Wed 09-30 10:00 post: before-5 amara #2, overdue-1 amara #1']);
  });

  test('a fresh import releases no backlog', async () => {
    await academy.enrol('amara', { start: '2026-08-24' });
    await academy.drain();
    await academy.until('2026-09-15 08:00');
    expect(to('sam')).toEqual(['Mon 09-14 09:00 post: before-5 amara #4, day amara #3']);
    await academy.until('2026-09-16 08:00');
    expect(to('sam').slice(1)).toEqual(['Tue 09-15 09:00 post: overdue-1 amara #3']);
  });
});

describe('held back', () => {
  test('whoever wants one message a week gets it on their first working day, and what is overdue singly', async () => {
    await academy.enrol('amara');
    await academy.settings('sam', { reminders: 'weekly', at: '08:30' });
    await academy.until('2026-09-29 12:00');
    expect(to('sam')).toEqual([
      'Mon 09-21 08:30 post: digest',
      'Mon 09-28 08:30 post: digest',
      'Tue 09-29 08:30 post: overdue-1 amara #1',
    ]);
    expect(await heldBack('sam')).toEqual(Array(4).fill('weekly-message'));
    await academy.settings('sam', {
      reminders: 'weekly',
      leave: [{ fromOn: day('2026-10-05'), untilOn: day('2026-10-06') }],
    });
    await academy.world.repositories.wakes.set({ kind: 'person', id: 'sam' }, london('2026-09-29 12:00'));
    await academy.until('2026-10-08 12:00');
    expect(
      to('sam')
        .filter((line) => line.includes('digest'))
        .slice(2),
    ).toEqual(['Wed 10-07 08:30 post: digest']);
  });

  test('this week’s message is brought up to date when something in it is done, and the week before’s is left', async () => {
    await academy.enrol('amara');
    await academy.settings('sam', { reminders: 'weekly' });
    await academy.until('2026-09-28 12:00');
    await recordedAt('2026-09-28 12:00');
    await academy.until('2026-09-29 12:00');
    expect(to('sam')).toEqual([
      'Mon 09-21 09:00 post: digest',
      'Mon 09-28 09:00 post: digest',
      'Mon 09-28 12:00 update: digest',
    ]);
  });

  test('whoever chooses the weekly message in mid-week gets the first one on Monday', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-23 12:00');
    await academy.settings('sam', { reminders: 'weekly' });
    await academy.world.repositories.wakes.set({ kind: 'person', id: 'sam' }, london('2026-09-23 12:00'));
    await academy.until('2026-09-28 12:00');
    expect(to('sam').slice(1)).toEqual(['Mon 09-28 09:00 post: digest']);
  });

  test('a weekly message that was missed comes later in its week, and not after it', async () => {
    await academy.enrol('amara');
    await academy.settings('sam', { reminders: 'weekly' });
    await academy.until('2026-09-18 12:00');
    await academy.jump('2026-09-23 11:00');
    expect(to('sam').filter((line) => line.includes('digest'))).toEqual(['Wed 09-23 11:00 post: digest']);
    await academy.jump('2026-10-03 12:00');
    await academy.until('2026-10-05 12:00');
    expect(
      to('sam')
        .filter((line) => line.includes('digest'))
        .slice(1),
    ).toEqual(['Mon 10-05 09:00 post: digest']);
  });

  test('people outside the pilot group get nothing, and nothing later of what they did not get', async () => {
    const { sending } = academy.world.repositories;
    await academy.enrol('amara');
    await sending.pilot(['amara-nqsw'], 'command-line', london('2026-09-14 09:00'));
    await academy.until('2026-09-25 12:00');
    expect(to('sam')).toEqual([]);
    expect(to('amara-nqsw')).toHaveLength(2);
    expect(await heldBack('sam')).toEqual(['not-in-pilot', 'not-in-pilot']);
    await sending.pilot(null, 'command-line', london('2026-09-25 12:00'));
    await academy.until('2026-09-28 12:00');
    expect(to('sam')).toEqual(['Mon 09-28 09:00 post: before-5 amara #2, day amara #1']);
  });

  const putOff = (untilOn: string, at: string) => ({
    fact: 'snoozed' as const,
    snooze: {
      item: 'reflective-supervision-1',
      dueOn: day('2026-09-28'),
      personId: 'sam',
      untilOn: day(untilOn),
      at: london(at),
    },
  });

  test('what somebody puts off comes up again on its day, at their hour, and for nobody else', async () => {
    await academy.enrol('amara');
    await academy.settings('sam', { at: '10:00' });
    await academy.until('2026-09-21 12:00');
    await academy.commit('amara', putOff('2026-09-23', '2026-09-21 12:00'));
    await academy.until('2026-09-24 12:00');
    expect(to('sam')).toEqual([
      'Mon 09-21 10:00 post: before-5 amara #1',
      'Wed 09-23 10:00 post: snoozed amara #1',
    ]);
    expect(to('amara-nqsw')).toHaveLength(1);
  });

  test('a stage on the way rests, and the day itself is told once', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-21 12:00');
    await academy.commit('amara', putOff('2026-09-28', '2026-09-21 12:00'));
    await academy.until('2026-09-28 12:00');
    expect(to('sam').slice(1)).toEqual(['Mon 09-28 09:00 post: before-5 amara #2, day amara #1']);
    expect(await heldBack('sam')).toEqual(['put-off']);
  });

  test('what is recorded meanwhile does not come up again', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-21 12:00');
    await academy.commit('amara', putOff('2026-09-24', '2026-09-21 12:00'));
    await academy.until('2026-09-22 12:00');
    await recordedAt('2026-09-22 12:00');
    await academy.until('2026-09-25 12:00');
    expect(to('sam').filter((line) => line.includes('post'))).toHaveLength(1);
  });
});

describe('the channel', () => {
  beforeEach(async () => {
    const { addresses } = academy.world.repositories;
    await addresses.saveChannel(channelOf('19:escalations'));
    await addresses.chooseEscalations('19:escalations', 'morgan', london('2026-09-14 09:00'));
    await academy.enrol('amara');
    await academy.until('2026-10-05 12:00');
  });
  const alert = 'overdue-alert reflective-supervision-1:2026-09-28';
  const posts = () => to('Escalations');
  const inChannel = () =>
    academy.sent
      .filter((line) => line.includes(alert))
      .map((line) => line.replace(/ (Escalations|19:escalations): /, ': ').replace(`${alert} `, ''));

  test('hears of what nobody recorded at the last rung, and again after two working days', async () => {
    expect(posts()).toEqual([`Mon 10-05 09:00 post: ${alert} again 0 open`]);
    await academy.until('2026-10-09 12:00');
    expect(inChannel()).toEqual([
      'Mon 10-05 09:00 post: again 0 open',
      'Wed 10-07 09:00 update: again 0 open',
      'Wed 10-07 09:00 post: again 1 open',
      'Fri 10-09 09:00 update: again 0 open',
      'Fri 10-09 09:00 update: again 1 open',
      'Fri 10-09 09:00 post: again 2 open',
    ]);
    expect((await academy.file('amara')).overdueAlerts).toHaveLength(1);
  });

  test('hears no more of it once somebody has acknowledged it', async () => {
    const [opened] = (await academy.file('amara')).overdueAlerts;
    if (opened === undefined) throw new Error('Nothing was opened.');
    const at = london('2026-10-06 09:00');
    const acknowledged = { ...opened, acknowledged: { by: 'morgan', name: 'Morgan', at } };
    await academy.commit('amara', { fact: 'overdue-alert-changed', alert: acknowledged });
    await academy.until('2026-10-09 12:00');
    expect(posts().filter((line) => line.includes('reflective-supervision-1'))).toHaveLength(1);
  });

  test('sees every posting closed when the session is recorded after all, and no new one', async () => {
    await academy.until('2026-10-07 12:00');
    await recordedAt('2026-10-07 12:00');
    await academy.until('2026-10-09 12:00');
    expect(inChannel().slice(3).toSorted()).toEqual([
      'Wed 10-07 12:00 update: again 0 closed',
      'Wed 10-07 12:00 update: again 1 closed',
    ]);
    const [closed] = (await academy.file('amara')).overdueAlerts;
    expect(closed?.resolved).toMatchObject({ by: null, at: london('2026-10-07 12:00') });
  });

  test('hears nothing of what was recorded between the look ahead and the moment', async () => {
    await academy.until('2026-10-12 08:55');
    await recordedAt('2026-10-12 08:55', 'reflective-supervision-2');
    await academy.until('2026-10-12 12:00');
    expect(academy.sent.filter((line) => line.includes('supervision-2:'))).toEqual([]);
  });
});

test('one whose file cannot be used keeps nobody else waiting', async () => {
  await academy.enrol('amara');
  await academy.enrol('ben');
  const { files } = academy.world.repositories;
  const load: typeof files.load = async (id) => {
    if (id === 'amara') throw Object.assign(new Error('broken'), { code: 'broken' });
    return files.load(id);
  };
  await academy.until('2026-09-20 12:00', { files: { ...files, load } });
  await academy.until('2026-09-21 12:00', { files: { ...files, load } });
  expect(to('sam')).toEqual(['Mon 09-21 09:00 post: before-5 ben #1']);
});
