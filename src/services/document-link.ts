import { z } from 'zod';
import { findIdentifier } from '../academy/identifier-guard.ts';
import type { Programme } from '../academy/programme.ts';

const longestLink = 400;
const httpsAddress = z.url({ protocol: /^https$/ });

export type LinkReading =
  | { readonly ok: true; readonly link: string }
  /** `keep` is false when the text itself must not come back: it may identify a child. */
  | { readonly ok: false; readonly error: string; readonly keep: boolean };

const refused = (error: string, keep = true): LinkReading => ({ ok: false, error, keep });

function hostOf(link: string): { readonly host: string; readonly isPlain: boolean } {
  const { hostname, username, password } = new URL(link);
  return { host: hostname.toLowerCase(), isPlain: username === '' && password === '' };
}

/**
 * An address in the council's own document store, where a plan is kept instead of being attached (T5): https, on one of
 * the hosts that the programme names, and without anything that may identify a child.
 */
export function readLink({ moveTeam: { documentHosts } }: Programme, typed: string): LinkReading {
  const link = typed.trim();
  if (link === '') return refused('Paste the link to the document.');
  const identifier = findIdentifier(wordsIn(link));
  if (identifier !== null) return refused(identifier.words, false);
  if (link.length > longestLink) return refused(`Use a shorter link, of at most ${longestLink} characters.`);
  if (!httpsAddress.safeParse(link).success) return refused('Paste the whole link, beginning with https://');
  const { host, isPlain } = hostOf(link);
  if (!isPlain) return refused('Leave the user name and password out of the link.');
  const isOurs = documentHosts.length === 0 || documentHosts.includes(host);
  return isOurs
    ? { ok: true, link }
    : refused(`Keep the document in the council’s own store: ${documentHosts.join(' or ')}.`);
}

/** Document stores put these into their links: they say nothing, and their digits look like numbers of cases. */
const opaque = [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, /\b(?=\w*\d)(?=\w*[a-z])\w{16,}\b/gi];

/** The link as people read it: its words apart, and without what a machine made up. */
function wordsIn(link: string): string {
  const readable = opaque.reduce((text, pattern) => text.replace(pattern, ' '), decodeSafely(link));
  return readable.replace(/[/_+-]/g, ' ');
}

function decodeSafely(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
