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

/** The token with every seventh character another one, where that changes what it stands for. */
function changedInOnePlace(token: string): readonly string[] {
  const places = Array.from({ length: Math.ceil(token.length / 7) }, (_, n) => n * 7);
  const bytesOf = (text: string) => Buffer.from(text, 'base64url');
  return places
    .map((place) => token.slice(0, place) + (token[place] === 'A' ? 'B' : 'A') + token.slice(place + 1))
    .filter((changed) => !bytesOf(changed).equals(bytesOf(token)));
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
      for (const changed of changedInOnePlace(token)) {
        expect(await links().read(changed, at), changed).toBeUndefined();
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
