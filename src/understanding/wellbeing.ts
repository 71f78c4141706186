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
  return reading.words.length <= 3 || reading.texts.some((text) => ofOneself.has(text));
}
