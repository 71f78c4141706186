import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CalendarLinks, CalendarTarget } from '../services/ports.ts';
import { parseBody } from './row-body.ts';
import { instant, rowOf, rowShape } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

/** Made once for the academy and kept, so that every process reads the addresses that another has made. */
export const linkSecret = rowShape(z.object({ secret: z.base64() }));
export const linkSecretKind = 'calendar-links';
const partition = 'secrets';

/** Without it no address can be made or read; making a second one would break every address given out so far. */
class LinkSecretUnreadableError extends Error {
  override readonly name = 'LinkSecretUnreadableError';
  readonly code = 'link-secret-unreadable';
}

/** Short, because it stands in an address: kind, participant and item or session, person, end. */
const sealed = z.union([
  z.tuple([z.literal('item'), z.string(), z.string(), z.string(), instant]),
  z.tuple([z.literal('learning-set'), z.string(), z.string(), instant]),
  z.tuple([z.literal('chronology'), z.string(), z.enum(['csv', 'pdf']), z.string(), instant, instant]),
  z.tuple([z.literal('compliance'), z.string(), z.string(), instant]),
]);
type Sealed = z.output<typeof sealed>;

function sealedOf(what: CalendarTarget, until: Temporal.Instant): Sealed {
  if (what.kind === 'learning-set') return [what.kind, what.sessionId, what.personId, until];
  if (what.kind === 'chronology') {
    return [what.kind, what.participantId, what.format, what.personId, what.askedAt, until];
  }
  if (what.kind === 'compliance') return [what.kind, what.group, what.personId, until];
  return [what.kind, what.participantId, what.item, what.personId, until];
}

function targetOf(read: Sealed): { readonly target: CalendarTarget; readonly until: Temporal.Instant } {
  if (read[0] === 'learning-set') {
    const [kind, sessionId, personId, until] = read;
    return { target: { kind, sessionId, personId }, until };
  }
  if (read[0] === 'chronology') {
    const [kind, participantId, format, personId, askedAt, until] = read;
    return { target: { kind, participantId, format, personId, askedAt }, until };
  }
  if (read[0] === 'compliance') {
    const [kind, group, personId, until] = read;
    return { target: { kind, group, personId }, until };
  }
  const [kind, participantId, item, personId, until] = read;
  return { target: { kind, participantId, item, personId }, until };
}

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** What only holders of the secret can read, and nobody can change: authenticated encryption. */
function seal(secret: Buffer, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, secret, nonce);
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64url');
}

/** Undefined for whatever this secret did not seal. */
function unseal(secret: Buffer, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length <= nonceBytes + tagBytes) return undefined;
  const opening = createDecipheriv(cipher, secret, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const body = opening.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([body, opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const longestToken = 1_000;

/** Addresses of calendar files. `publicUrl` is where the bot can be reached from outside; null makes none. */
export function createCalendarLinks(tables: TableStore, publicUrl: string | null): CalendarLinks {
  let known: Promise<Buffer> | undefined;

  async function readOrMake(): Promise<Buffer> {
    const made = { secret: randomBytes(keyBytes).toString('base64') };
    await tables.insert('settings', rowOf(partition, linkSecretKind, linkSecret, made));
    const row = await tables.get('settings', partition, linkSecretKind);
    const reading = row === undefined ? undefined : linkSecret.read(row);
    const secret = reading?.ok === true ? Buffer.from(reading.value.secret, 'base64') : undefined;
    if (secret?.length !== keyBytes) throw new LinkSecretUnreadableError('settings');
    return secret;
  }

  async function secret(): Promise<Buffer> {
    known ??= readOrMake();
    try {
      return await known;
    } catch (fault) {
      known = undefined;
      throw fault;
    }
  }

  return {
    async to(what, until) {
      if (publicUrl === null) return null;
      const text = JSON.stringify(sealed.encode(sealedOf(what, until)));
      const token = seal(await secret(), text);
      if (what.kind === 'chronology') return `${publicUrl}/files/${token}.${what.format}`;
      return what.kind === 'compliance'
        ? `${publicUrl}/files/${token}.csv`
        : `${publicUrl}/calendar/${token}.ics`;
    },

    async read(token: string, now: Temporal.Instant) {
      if (token.length > longestToken) return undefined;
      const text = unseal(await secret(), token);
      const read =
        text === undefined ? undefined : sealed.safeDecode(parseBody(text) as z.input<typeof sealed>);
      if (read?.success !== true) return undefined;
      const { target, until } = targetOf(read.data);
      return until.epochMilliseconds < now.epochMilliseconds ? undefined : target;
    },
  };
}
