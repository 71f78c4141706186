import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day, held, london, openReminding, type Reminding } from './reminding-world.ts';
import { channelOf } from './world.ts';

let academy: Reminding;
beforeEach(async () => {
  academy = await openReminding();
});
afterEach(() => academy.world.close());

const to = (who: string) => academy.sent.filter((line) => line.includes(` ${who}: `));

describe('on time', () => {
  test('each stage goes to both at nine, once, and what is recorded is not asked for again', async () => {
    await academy.enrol('amara');
    await academy.until('2026-09-25 12:00');
    await academy.commit('amara', held('reflective-supervision-1', '2026-09-25', london('2026-09-25 12:00')));
    await academy.until('2026-09-29 12:00');
    expect(to('sam')).toEqual([]);
    expect(to('amara-nqsw')).toEqual([]);
  });
});
