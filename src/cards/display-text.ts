/** What people typed or are called, made safe to show: as they wrote it, and never as formatting. */

// Controls become spaces; invisible and direction-changing characters go, because they can make one text look like another.
const controls = /[\p{Cc}\u2028\u2029]+/gu;
const invisible =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** One line of text without control, zero-width or bidirectional formatting characters. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(controls, ' ').replace(invisible, '');
}

/** Applies `plainText` to every string in a value, however deep; keys are left alone. */
export function plainTextThroughout(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(plainTextThroughout);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainTextThroughout(inner)]));
  }
  return value;
}

/**
 * Text for a TextBlock or a fact, which Teams reads as markdown: emphasis, links, mentions, lists, headings,
 * entities and `{{DATE(…)}}` are shown as they were written. Ordinary punctuation is left alone, so that a client
 * with a simpler reader of markdown does not show stray backslashes.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/\\\]\(/g, '\\]\\(')
    .replace(/\{\{(DATE|TIME)\(/g, '{{$1\\(')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([-+#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
}
