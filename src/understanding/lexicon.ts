import { type Concept, phrasesOf } from './concept.ts';
import { elsewhereConcepts } from './elsewhere.ts';
import { glueWords, ordinaryWords } from './ordinary-words.ts';
import { seriesWords, stageWords } from './series.ts';
import { spellingBook } from './spelling.ts';
import { spokenConcepts } from './vocabulary.ts';
import { wellbeingConcepts } from './wellbeing-words.ts';
import { wordsOf } from './words.ts';

/** Found by their form, not by a list of words. */
const formConcepts = {
  event: { weight: 2.5, words: '' },
  date: { weight: 1, background: true, words: '' },
  month: { weight: 1, background: true, words: '' },
  period: {
    weight: 0.5,
    background: true,
    words: `
      before christmas, after christmas, over christmas, before easter, after easter, before half term,
      after half term, over the summer, in the summer, before the summer, after the summer, in the new
      year, before the new year, by the end of the month, end of the month, by the end of the week, end of
      the week, by friday, by the end of term, month end`,
  },
  number: { weight: 1, background: true, words: '' },
  person: { weight: 1, background: true, words: '' },
} as const satisfies Record<string, Concept>;

export const concepts = {
  ...spokenConcepts,
  ...wellbeingConcepts,
  ...elsewhereConcepts,
  ...formConcepts,
} as const satisfies Record<string, Concept>;
export type ConceptName = keyof typeof concepts;

export const elsewhereNames = Object.keys(elsewhereConcepts) as readonly ConceptName[];

export function isConcept(name: string): name is ConceptName {
  return Object.hasOwn(concepts, name);
}

/** A phrase of the vocabulary with everything that it can stand for. */
export interface Phrase {
  readonly words: readonly string[];
  readonly concepts: readonly ConceptName[];
  /** What its single words would stand for alone: a weaker sense, for questions that need just that. */
  readonly inner: readonly ConceptName[];
}

interface Draft {
  words: readonly string[];
  concepts: Set<ConceptName>;
}

const drafts = new Map<string, Draft>();

function learn(list: string, concept: ConceptName): void {
  for (const phrase of phrasesOf(list)) {
    const words = wordsOf(phrase).map((word) => word.text);
    if (words.length === 0) continue;
    const key = words.join(' ');
    const draft = drafts.get(key) ?? { words, concepts: new Set() };
    draft.concepts.add(concept);
    drafts.set(key, draft);
  }
}

for (const { as, words } of seriesWords) learn(words, as);
for (const words of Object.values(stageWords)) learn(words, 'stage');
for (const [name, concept] of Object.entries(concepts)) if (isConcept(name)) learn(concept.words, name);

const phrasesByFirstWord = new Map<string, Phrase[]>();
const singleWords = new Set<string>();
const phraseWords = new Set<string>();
for (const draft of drafts.values()) {
  const phrase: Phrase = { ...draft, concepts: [...draft.concepts], inner: innerConcepts(draft) };
  const first = phrase.words[0] ?? '';
  const same = phrasesByFirstWord.get(first) ?? [];
  same.push(phrase);
  phrasesByFirstWord.set(first, same);
  if (phrase.words.length === 1) singleWords.add(first);
  for (const word of phrase.words) phraseWords.add(word);
}
/** The whole of "supervision order" or "had enough" is not what its parts are. */
function innerConcepts(draft: Draft): readonly ConceptName[] {
  const closed = [...draft.concepts].some(
    (name) => elsewhereNames.includes(name) || name in wellbeingConcepts,
  );
  if (draft.words.length === 1 || closed) return [];
  const inner = draft.words.flatMap((word) => [...(drafts.get(word)?.concepts ?? [])]);
  return inner.filter((name) => !draft.concepts.has(name) && !elsewhereNames.includes(name));
}

for (const same of phrasesByFirstWord.values()) same.sort((a, b) => b.words.length - a.words.length);

const spelling = spellingBook([...phraseWords, ...glueWords]);

/** The longest phrase of the vocabulary that these words begin with, a plural in -s of its first word included. */
export function phraseAt(texts: readonly string[]): Phrase | null {
  const first = texts[0] ?? '';
  const exact = longest(texts);
  return exact !== null || !first.endsWith('s') ? exact : longest([first.slice(0, -1), ...texts.slice(1)]);
}

function longest(texts: readonly string[]): Phrase | null {
  const phrases = phrasesByFirstWord.get(texts[0] ?? '');
  return phrases?.find((phrase) => phrase.words.every((word, index) => texts[index] === word)) ?? null;
}

export function isGlue(text: string): boolean {
  return glueWords.has(text);
}

/** A word of ours, or an ordinary one: nothing to mend, and nobody's name unless written with a capital. */
export function isKnownWord(text: string): boolean {
  return (
    phraseWords.has(text) ||
    glueWords.has(text) ||
    ordinaryWords.has(text) ||
    (text.endsWith('s') && singleWords.has(text.slice(0, -1)))
  );
}

/** A word that is about the academy by itself ("review"), and so never somebody's name. */
export function isOwnWord(text: string): boolean {
  return singleWords.has(text) || (text.endsWith('s') && singleWords.has(text.slice(0, -1)));
}

/** The words that were probably meant: one mended, or two that were written together. Null when neither. */
export function mended(text: string): readonly string[] | null {
  if (isKnownWord(text)) return null;
  const word = spelling.mend(text);
  if (word !== null) return [word];
  for (let cut = 3; cut <= text.length - 3; cut += 1) {
    const [left, right] = [text.slice(0, cut), text.slice(cut)];
    if (singleWords.has(left) && singleWords.has(right)) return [left, right];
  }
  return null;
}

/** How much a concept says, and whether it may stand unexplained. */
export function weightOf(name: ConceptName): { readonly weight: number; readonly background: boolean } {
  const concept = concepts[name];
  return { weight: concept.weight, background: 'background' in concept };
}
