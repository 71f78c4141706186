import MiniSearch from 'minisearch';

/** What the search reads of a topic. */
export interface SearchedTopic {
  readonly id: string;
  readonly title: string;
  /** Words that people use for it. */
  readonly also: string;
  readonly text: string;
}

/** Below these a topic is no answer: the share of the question that it speaks of, and the search's own score. */
const enough = { covers: 0.6, score: 15 } as const;
/** A second topic is as likely as the first from this share of its score, when it speaks of as much. */
const asLikely = 0.8;

/** None, the one that answers, or two that may: the person says which. */
export function topicsThatAnswer(found: readonly FoundTopic[]): readonly FoundTopic[] {
  const [first, ...others] = found.filter(
    ({ covers, score }) => covers >= enough.covers && score >= enough.score,
  );
  if (first === undefined) return [];
  const second = others.find(
    ({ covers, score }) => covers >= first.covers && score >= asLikely * first.score,
  );
  return second === undefined ? [first] : [first, second];
}

/** A topic found, with how much of what was asked it speaks of: from 0 to 1. */
export interface FoundTopic {
  readonly id: string;
  readonly covers: number;
  readonly score: number;
}

export type FindTopics = (text: string) => readonly FoundTopic[];

/** Words that a question is made of, whatever it is about. */
const asking: ReadonlySet<string> = new Set(
  `a about academy actually after all am an and any anybody are as asye at be been before being by can could count counts did do does doing
  done for from get gets getting given go goes going got guidance had handbook happen happened happens has have having
  he hello her hey hi him his how i id if ill im in into is it its ive just know like long me mean means my need needs newly
  nqsw of off ok on or our out please pls policy possible programme project rules say says she  run should so some someone
  tell than thank thanks that the their them then there these they thing things this those to told too u up us use was
  we were what whats when whens where wheres which while who whos why will with would work works wot year you your`
    .split(/\s+/u)
    .filter((word) => word !== 'work'),
);

const shortForms: Readonly<Record<string, string>> = {
  supo: 'supervision',
  sup: 'supervision',
  sups: 'supervision',
  als: 'action learning set',
  pe: 'practice educator',
  sp: 'senior practitioner',
  tm: 'team manager',
  obs: 'observations',
  asap: '',
  wfh: 'work from home',
  kids: 'children',
  mat: 'maternity',
};

/** Letters, after the ending is off, from which a word may hold a slip, or be the beginning of another. */
const least = { toMend: 4, toMendTwice: 8, toFinish: 4 } as const;

function contentWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .replace(/['’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (shortForms[word] ?? word).split(' '))
    .filter((word) => word !== '' && !asking.has(word))
    .map(stem);
}

/** Enough of English for "observed", "observing" and "observations" to meet. */
function stem(word: string): string {
  if (word.length < 5)
    return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  return word.replace(/(?:ations?|ings?|ions?|ed|es|s|e)$/u, '');
}

/**
 * Full-text search over a programme's topics (Q15), built once. A topic is only as good as the share of the question's
 * own words that it speaks of, rare words counting more; a word that stands in no topic counts most.
 */
export function topicFinder(topics: readonly SearchedTopic[]): FindTopics {
  const index = new MiniSearch<SearchedTopic>({
    fields: ['title', 'also', 'text'],
    tokenize: (text) => [...contentWords(text)],
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (query) => query.split(' '),
      boost: { title: 4, also: 3 },
      bm25: { k: 1.2, b: 0.3, d: 0.5 },
      fuzzy: (term) => (term.length < least.toMend ? false : term.length < least.toMendTwice ? 1 : 2),
      prefix: (term) => term.length >= least.toFinish,
      combineWith: 'OR',
    },
  });
  index.addAll(topics);
  const texts = topics.map(({ title, also, text }) => new Set(contentWords(`${title} ${also} ${text}`)));
  const rarity = (matches: readonly string[]): number => {
    const holding = texts.filter((words) => matches.some((match) => words.has(match))).length;
    return Math.log(1 + topics.length / (holding + 0.5));
  };
  return (text) => {
    const asked = [...new Set(contentWords(text))];
    const found = index.search(asked.join(' '));
    const matchesOf = (word: string): readonly string[] => [
      ...new Set(
        found.flatMap(({ match, queryTerms }) =>
          queryTerms.includes(word) ? Object.keys(match).filter((term) => isNear(term, word)) : [],
        ),
      ),
    ];
    const weights = new Map(asked.map((word) => [word, rarity(matchesOf(word))]));
    const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    return found.map(({ id, score, queryTerms }) => ({
      id: String(id),
      score,
      covers: queryTerms.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0) / whole,
    }));
  };
}

/** MiniSearch says which terms a document matched and which words of the query, not which by which. */
function isNear(term: string, word: string): boolean {
  return term.startsWith(word.slice(0, 3)) || word.startsWith(term.slice(0, 3));
}
