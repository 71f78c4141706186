import { elsewhereNames } from './lexicon.ts';
import type { Reading, Span } from './reading.ts';
import { ofFeeling, ofOneself } from './wellbeing-words.ts';

/** How many words before (or one after) a weary word may tie it to the writer. */
const nearBefore = 3;

/** Whether somebody says that they are not all right. It outranks everything else that the message asks. */
export function speaksOfDistress(reading: Reading): boolean {
  const saying = (name: 'distress' | 'worn' | 'low'): readonly Span[] =>
    reading.spans.filter((span) => span.concepts.includes(name));
  if (saying('distress').length > 0) return true;
  if (saying('low').some((span) => isNear(reading, span, ofFeeling))) return true;
  const worn = saying('worn');
  return (
    worn.some((span) => isNear(reading, span, ofOneself)) || (worn.length > 0 && isAllThatIsSaid(reading))
  );
}

function isNear(reading: Reading, span: Span, words: ReadonlySet<string>): boolean {
  const end = span.from + span.length;
  return reading.texts.slice(Math.max(0, span.from - nearBefore), end + 1).some((text) => words.has(text));
}

/** "You are useless" is said of the bot. */
const ofTheBot: ReadonlySet<string> = new Set(['you', 'youre', 'your', 'bot']);

function isAllThatIsSaid(reading: Reading): boolean {
  const elsewhere = reading.spans.some((span) => span.concepts.some((name) => elsewhereNames.includes(name)));
  if (reading.texts.some((text) => ofTheBot.has(text))) return false;
  return reading.words.length <= 3 && reading.unexplained.length === 0 && !elsewhere;
}
