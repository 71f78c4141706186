import { elsewhereNames } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { ofOneself } from './wellbeing-words.ts';

/** Whether somebody says that they are not all right. It outranks everything else that the message asks. */
export function speaksOfDistress(reading: Reading): boolean {
  const says = (name: 'distress' | 'worn'): boolean =>
    reading.spans.some((span) => span.concepts.includes(name));
  if (says('distress')) return true;
  if (!says('worn')) return false;
  if (reading.spans.some((span) => span.concepts.some((name) => elsewhereNames.includes(name)))) return false;
  if (reading.words.length <= 3 && reading.unexplained.length === 0) return true;
  return reading.spans.some(
    (span) =>
      span.concepts.includes('worn') &&
      reading.texts
        .slice(Math.max(0, span.from - 3), span.from + span.length)
        .some((text) => ofOneself.has(text)),
  );
}
