/** Addresses of calendar files, on whichever store is open. */
import { describe, expect, test } from 'vitest';
import { createCalendarLinks } from '../../src/storage/calendar-links.ts';
import { at, storage } from './repository-store.ts';

const what = {
  kind: 'item',
  participantId: 'p-amara',
  item: 'reflective-supervision-3',
  personId: 'priya',
} as const;
const fortnight = { hours: 24 * 14 };

function tokenIn(address: string | null): string {
  const [, token] = address?.match(/^https:\/\/academy\.example\.org\/calendar\/([\w-]+)\.ics$/) ?? [];
  if (token === undefined) throw new Error(`No token in ${address}`);
  return token;
}

export function linkCases(): void {
  describe('an address of a calendar file', () => {
    const links = () => createCalendarLinks(storage.tables, 'https://academy.example.org');
    const made = async () => tokenIn(await links().to(what, at.add(fortnight)));

    test('is read by every process, also by those that made theirs at the same moment', async () => {
      const processes = Array.from({ length: 5 }, links);
      const addresses = await Promise.all(processes.map((one) => one.to(what, at.add(fortnight))));
      for (const address of addresses) expect(await links().read(tokenIn(address), at)).toEqual(what);
    });

    test('says nothing of whom or what it is about', async () => {
      const token = await made();
      const bytes = Buffer.from(token, 'base64url').toString('latin1');
      for (const word of ['amara', 'supervision', 'priya', '2026']) {
        expect(token).not.toContain(word);
        expect(bytes).not.toContain(word);
      }
      expect(await made()).not.toBe(token);
    });

    test('is good until its end and not beyond', async () => {
      const token = await made();
      expect(await links().read(token, at.add(fortnight))).toEqual(what);
      expect(await links().read(token, at.add(fortnight).add({ seconds: 1 }))).toBeUndefined();
    });

    test('changed in any place, cut short or made up is none', async () => {
      const token = await made();
      for (let place = 0; place < token.length; place += 7) {
        const other = token[place] === 'A' ? 'B' : 'A';
        const changed = token.slice(0, place) + other + token.slice(place + 1);
        if (Buffer.from(changed, 'base64url').equals(Buffer.from(token, 'base64url'))) continue;
        expect(await links().read(changed, at), `${place}`).toBeUndefined();
      }
      for (const wrong of ['', 'A', token.slice(0, 40), `${token}AAAA`, 'x'.repeat(5000)]) {
        expect(await links().read(wrong, at), wrong.slice(0, 50)).toBeUndefined();
      }
    });

    test('is not made where the bot cannot be reached from outside', async () => {
      expect(await createCalendarLinks(storage.tables, null).to(what, at)).toBeNull();
    });
  });
}
