/** A text without what identifies anybody, and what stood in the place of each person. */
export interface MaskedText {
  readonly text: string;
  /** "[person 1]" → the name as it was typed. */
  readonly people: ReadonlyMap<string, string>;
}

const shortestName = 3;
const longestSent = 400;

/**
 * Takes out of a text the names on the roster, whole or in part, other words that look like names, e-mail
 * addresses and long numbers. The same name is the same placeholder throughout.
 */
export function masked(text: string, roster: readonly string[]): MaskedText {
  const placeholders = new Map<string, string>();
  const people = new Map<string, string>();
  const placeholderFor = (typed: string): string => {
    const known = placeholders.get(typed.toLowerCase());
    if (known !== undefined) return known;
    const placeholder = `[person ${placeholders.size + 1}]`;
    placeholders.set(typed.toLowerCase(), placeholder);
    people.set(placeholder, typed);
    return placeholder;
  };
  const withoutAddresses = text
    .slice(0, longestSent)
    .normalize('NFC')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[[\]{}<>]/gu, ' ')
    .replace(/[\w.+-]+@[\w.-]+/gu, (typed) => placeholderFor(typed));
  const withoutRoster = namesIn(roster).reduce(
    (so, name) => so.replace(wholeWord(name), (typed) => placeholderFor(typed)),
    withoutAddresses,
  );
  const withoutNames = withoutRoster.replace(
    /(?<=[\p{L}\d,;:)'’\]]\s+)\p{Lu}\p{Ll}{2,}(?=\P{L}|$)/gu,
    (typed) => (ordinary.has(typed.toLowerCase()) ? typed : placeholderFor(typed)),
  );
  return { text: withoutNames.replace(/\d{4,}/gu, '[number]'), people };
}

/** Whole names before their parts, so that "Amara Okoro" is one person. */
function namesIn(roster: readonly string[]): readonly string[] {
  const parts = roster.flatMap((name) => name.split(/\s+/u)).filter((part) => part.length >= shortestName);
  return [...new Set([...roster, ...parts])].sort((a, b) => b.length - a.length);
}

function wholeWord(name: string): RegExp {
  const letters = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${letters}(?=s?(?![\\p{L}\\d]))`, 'giu');
}

const ordinary: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter practice educator senior practitioner team manager academy head social worker
  teams`.split(/\s+/u),
);
