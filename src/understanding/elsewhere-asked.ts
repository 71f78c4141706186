import { elsewhereNames } from './lexicon.ts';
import { type Reading, read } from './reading.ts';

/** Whether a message speaks of casework, the office or the world: of what others answer. */
export function isForSomebodyElse(message: string | Reading): boolean {
  const { spans } = typeof message === 'string' ? read(message) : message;
  return spans.some(({ concepts }) => concepts.some((name) => elsewhereNames.includes(name)));
}
