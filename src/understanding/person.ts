import { isGlue, isKnownWord, isOwnWord, mended } from './lexicon.ts';
import type { Word } from './words.ts';

/** Somebody whom a message names: the words that name them and the name as it was typed. */
export interface NamedPerson {
  readonly from: number;
  readonly length: number;
  readonly name: string;
}

const beforeName = set('with for about regarding');
const asksOf = set(`
  is does has did was how hows is are saw seen met supervised supervising when whens wens wen see
  show give when about with for and had have record log
`);
const doneBySomebody = set(`
  has is had have didnt did hasnt was wasnt isnt needs does doesnt cant couldnt wont never cancelled
  missed went got will would should keeps needs wants next due
`);
const didAfterName = set('missed cancelled didnt hasnt');
/** What a name without a capital may open a message before. */
const startsAfterName =
  /^(?:caseload|review|supervision|supo|reflective|case|probation|(?:3|6|9|12|three|six|nine|twelve))$/u;
const endsOnName = set('happen happened caseload');
const neverName = set(
  'whats whens whos wheres hows thats its lets theres heres hes shes its todays yesterdays tomorrows',
);

/** Names that end in -s by themselves, so that "james next review" is not about a Jame. */
const endInS = set(`
  james chris thomas lewis agnes frances francis iris doris dennis marcus alexis louis nicholas
  andreas jonas silas gus rhys charles miles giles curtis otis amos elias tobias ines carlos luis
  gladys phyllis lois lucas douglas angus magnus travis mavis ellis morris norris idris anais thais
  hollis
`);

function set(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/**
 * Finds the person whom a message is about besides its writer: by an e-mail address, by "Tom's", by a capital inside
 * a sentence, or by an unknown word where only a name can stand ("supo with amara"). Null when there is none.
 */
export function personIn(words: readonly Word[], taken: ReadonlySet<number>): NamedPerson | null {
  const shouted = words
    .filter((word) => word.kind === 'word')
    .every((word) => word.raw === word.raw.toUpperCase());
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || taken.has(at)) continue;
    if (word.kind === 'email') return { from: at, length: 1, name: word.raw };
    if (!couldBeName(word) || !standsAsName(words, at, shouted)) continue;
    return named(words, at, taken, shouted);
  }
  return null;
}

function couldBeName(word: Word): boolean {
  const base = word.possessiveOf ?? word.text;
  return (
    word.kind === 'word' &&
    word.value === null &&
    !/^\p{Lu}{2,4}$/u.test(word.raw) &&
    base.length >= 2 &&
    base.length <= 20 &&
    /^\p{L}+$/u.test(base) &&
    !neverName.has(word.text)
  );
}

function standsAsName(words: readonly Word[], at: number, shouted: boolean): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const place: Place = {
    capital: word.capital && !shouted,
    inside: !word.opens,
    before: words[at - 1]?.text ?? '',
    after: words[at + 1]?.text ?? '',
    isFirst: at === 0,
    isLast: at === words.length - 1,
  };
  const bases = [word.possessiveOf ?? word.text, word.text];
  if (bases.some(isOwnWord))
    return place.capital && place.inside && isFirstName(word) && beforeName.has(place.before);
  if (bases.some(isKnownWord)) return ordinaryAsName(word, place);
  if (word.possessiveOf !== null) return true;
  return place.capital ? capitalAsName(word, place) : !shouted && plainAsName(word, at, place);
}

interface Place {
  /** A capital that says something: not everything is in capitals. */
  readonly capital: boolean;
  /** Not the first word of a sentence. */
  readonly inside: boolean;
  readonly before: string;
  readonly after: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** "Grace's review", "with Grace" */
function ordinaryAsName(word: Word, place: Place): boolean {
  if (word.possessiveOf !== null) return place.capital && !isGlue(word.text) && !isGlue(word.possessiveOf);
  return place.capital && place.inside && beforeName.has(place.before);
}

function capitalAsName(word: Word, place: Place): boolean {
  if (place.inside && mended(word.text) !== null)
    return beforeName.has(place.before) || asksOf.has(place.before);
  if (place.inside) return !/^(?:the|a|an|in|at|to|from|into|name|as)$/u.test(place.before);
  if (doneBySomebody.has(place.after)) return true;
  return mended(word.text) === null && isOwnWord(place.after);
}

/** In lower case only an unknown word where nothing but a name can stand: "supo with amara", "has tom had …". */
function plainAsName(word: Word, at: number, place: Place): boolean {
  if (mended(word.text) !== null || !isPronounceable(word.text)) return false;
  if (beforeName.has(place.before) || (asksOf.has(place.before) && at <= 2)) return true;
  if (place.before === 'caseload' && /^\d+$/u.test(place.after)) return true;
  return place.isFirst ? opensWithName(word, place) : place.isLast && endsOnName.has(place.before);
}

/** "amaras caseload is 17", "daniel 12 month review", "tom missed supervision" */
function opensWithName(word: Word, place: Place): boolean {
  const isLoose = word.text.endsWith('s') && (place.after === 'next' || place.after === 'last');
  return isLoose || startsAfterName.test(place.after) || didAfterName.has(place.after);
}

function isPronounceable(text: string): boolean {
  return (
    text.length >= 3 &&
    /[aeiouy]/u.test(text) &&
    !/[^aeiouy]{5}/u.test(text) &&
    !/(?:ing|ed|ly|tion|ness)$/u.test(text)
  );
}

/** Names that are words of ours too. */
function isFirstName(word: Word): boolean {
  return (
    /^\p{Lu}\p{Ll}+$/u.test(word.raw) &&
    /^(?:will|grace|mark|may|faith|hope|joy|dawn|rose|bill|april|june|summer|star)$/u.test(word.text)
  );
}

function named(
  words: readonly Word[],
  at: number,
  taken: ReadonlySet<number>,
  shouted: boolean,
): NamedPerson {
  const first = words[at];
  const second = words[at + 1];
  const endsHere = first === undefined || first.possessiveOf !== null;
  const more =
    !endsHere && second !== undefined && !taken.has(at + 1) && isSurname(second, first.capital, shouted);
  const last = more ? second : first;
  const lead = more ? `${first?.raw ?? ''} ` : '';
  return { from: at, length: more ? 2 : 1, name: `${lead}${withoutS(last, words[at + (more ? 2 : 1)])}` };
}

function isSurname(word: Word, firstHadCapital: boolean, shouted: boolean): boolean {
  if (!couldBeName(word)) return false;
  const base = word.possessiveOf ?? word.text;
  if (isOwnWord(base) || isOwnWord(word.text)) return false;
  if (firstHadCapital && !shouted) return word.capital && !isGlue(base);
  return !isKnownWord(base) && !isKnownWord(word.text) && mended(word.text) === null;
}

/** "Tom's" is about Tom, and so is "toms next review". */
function withoutS(word: Word | undefined, after: Word | undefined): string {
  if (word === undefined) return '';
  if (word.possessiveOf !== null)
    return word.raw.replace(/['\u2019\u2018\u02bc`´]s?$/u, '').replace(/s['\u2019]$/u, 's');
  const loose =
    /[^s]s$/u.test(word.text) && !endInS.has(word.text) && after !== undefined && word.text.length > 3;
  return loose && !/^(?:has|is|had|didnt|was|on|today|yesterday)$/u.test(after.text)
    ? word.raw.slice(0, -1)
    : word.raw;
}
