/**
 * Partition and row keys. Azure Tables forbids / \ # ? and control characters in them and compares them character by
 * character, so every part that comes from elsewhere is escaped here, and times are printed with fixed digits.
 */
import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';

/** Stands between the parts of a key, and never inside one. */
const separator = '~';
const plain = /^[A-Za-z0-9._@:+-]$/;
const allPlain = /^[A-Za-z0-9._@:+-]*$/;
/** Two parts of this length and a kind of thirty characters fit the 512 UTF-16 units that a key may have (limits.ts). */
const longestPart = 240;

/**
 * One part of a key, for any text: injective, free of forbidden characters and of the separator. A text that would
 * become longer than that is replaced by its digest, which "==" marks.
 */
export function keyPart(text: string): string {
  if (text.length <= longestPart && allPlain.test(text)) return text;
  let escaped = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    escaped += plain.test(unit) ? unit : `=${text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return escaped.length <= longestPart ? escaped : `==${createHash('sha256').update(escaped).digest('hex')}`;
}

/** A key of several parts: the first says what kind of row it is and is taken as it stands. */
export function key(kind: string, ...parts: readonly string[]): string {
  return [kind, ...parts.map(keyPart)].join(separator);
}

/** An instant in UTC with nine decimals, so that keys sort by time until the year 9999. */
export function instantPart(at: Temporal.Instant): string {
  return at.toString({ fractionalSecondDigits: 9 });
}

/** All keys of one kind: from the first that can exist to the first that belongs to another kind. */
export function keysOf(kind: string): { readonly from: string; readonly to: string } {
  // "~" is followed by a control character, which a key may not hold: so the bound is the next word instead.
  const next = String.fromCharCode(kind.charCodeAt(kind.length - 1) + 1);
  return { from: `${kind}${separator}`, to: `${kind.slice(0, -1)}${next}` };
}

/** The kind that a key says it is, which is safe to log: the parts may name a person. */
export function kindOfKey(text: string): string {
  const end = text.indexOf(separator);
  return end < 0 ? text : text.slice(0, end);
}
