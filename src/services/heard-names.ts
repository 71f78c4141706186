import { strangeWords } from '../understanding/reading.ts';
import { type Asker, permittedFiles } from './asker.ts';
import type { Needs } from './needs.ts';

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** A name, or the beginning of one that people are called by. */
const isName = (typed: string, names: readonly string[]) =>
  names.some((name) => name === typed || (typed.length >= 3 && name.startsWith(typed)));

/** "amara" as "Amara" and "bens" as "Ben's", when a word is one of the names; any other word as it stands. */
function asName(word: string, names: readonly string[]): string {
  const typed = plain(word);
  if (isName(typed, names)) return capital(word);
  return typed.endsWith('s') && isName(typed.slice(0, -1), names) ? `${capital(word.slice(0, -1))}'s` : word;
}

/**
 * Writes as names, for the reading, the words in small letters that name somebody whom the asker may ask about:
 * "amara has 17 children". Nobody else's name changes anything, so a text about others is read as before; the store is
 * asked only where a word is left over that the vocabulary does not know.
 */
export async function withKnownNames(needs: Needs, asker: Asker, text: string): Promise<string> {
  if (asker.person.participantId !== null) return text;
  const strange = new Set(strangeWords(text).map(plain));
  if (strange.size === 0) return text;
  const files = await permittedFiles(needs, asker, 'ask-own-nqsws');
  const names = files.flatMap(({ file }) => plain(file.participant.name).split(' '));
  return text.replace(/\p{L}+/gu, (word) => (strange.has(plain(word)) ? asName(word, names) : word));
}
