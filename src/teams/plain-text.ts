const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * What the person typed: without the bot's own mention, with others' mentions as their names, and with the
 * entities and spaces that Teams' editor leaves in a message turned back into characters.
 */
export function plainText(text: string, botMentions: readonly string[]): string {
  return botMentions
    .reduce((rest, mention) => rest.replaceAll(mention, ' '), text)
    .replace(/<\/?at\b[^<>]*>/gi, '')
    .replace(/<(?:br|\/p|\/div)\s*\/?>/gi, '\n')
    .replace(/<\/?(?:p|div|span|b|i|em|strong)\b[^<>]*>/gi, '')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, decoded)
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

function decoded(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const hex = name[1]?.toLowerCase() === 'x';
  const point = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
