/** One word, number, date or address of a message, as typed and as compared. */
export interface Word {
  /** Lower case, without apostrophes. */
  readonly text: string;
  readonly raw: string;
  readonly kind: 'word' | 'number' | 'date' | 'email' | 'symbol';
  /** "Tom's": the text without its 's. */
  readonly possessiveOf: string | null;
  readonly capital: boolean;
  /** First of its sentence, where a capital says nothing. */
  readonly opens: boolean;
  /** 16 for "16", "16th" and "sixteen". */
  readonly value: number | null;
  readonly ordinal: boolean;
}

/** Longer messages are read as far as this: nobody asks a date in more. */
const longestRead = 1_200;

const pattern =
  /(?<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<date>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})(?!\d)|\d{1,2}\/\d{1,2}(?!\d))|(?<ratio>\d{1,2}:\d{1,2}s?)|(?<ordinal>\d+(?:st|nd|rd|th)\b)|(?<number>(?<![\w.-])-\d+(?:\.\d+)?|\d+(?:\.\d+)?)|(?<word>\p{L}+(?:'\p{L}+)*'?)|(?<symbol>[?%=+])|(?<stop>[.!;\n]+)/gu;

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** The same message in the same letters: no mentions, no curly apostrophes, no invisible characters. */
export function plainText(text: string): string {
  return (
    text
      .slice(0, longestRead)
      // Before the letters are made one: that would turn the sixteen and a half of "16½" into 161 of 2.
      .replace(/[\u00bc-\u00be\u2150-\u215e]/gu, ' half ')
      .normalize('NFKC')
      .replace(/<at>[^<]*<\/at>/giu, ' ')
      .replace(/&nbsp;/gu, ' ')
      .replace(/[\u2018\u2019\u02bc`´]/gu, "'")
      .replace(/[\p{Cf}\p{Cc}]/gu, (character) => (character === '\n' ? '\n' : ' '))
  );
}

/** Splits a message into words; hyphens part, apostrophes do not. */
export function wordsOf(text: string): readonly Word[] {
  const found: Word[] = [];
  let opens = true;
  for (const match of plainText(text).matchAll(pattern)) {
    if (match.groups?.stop !== undefined) {
      opens = true;
      continue;
    }
    found.push(wordFrom(match, opens));
    opens = match.groups?.symbol === '?';
  }
  return joinNumberWords(found);
}

function wordFrom(match: RegExpExecArray, opens: boolean): Word {
  const raw = match[0];
  const text = raw.toLowerCase();
  const groups = match.groups ?? {};
  const word: Word = {
    text,
    raw,
    kind: 'word',
    possessiveOf: null,
    capital: false,
    opens,
    value: null,
    ordinal: false,
  };
  if (groups.word !== undefined) return letters(word);
  if (groups.email !== undefined) return { ...word, kind: 'email' };
  if (groups.date !== undefined) return { ...word, kind: 'date' };
  if (groups.ordinal !== undefined)
    return { ...word, kind: 'number', value: Number.parseInt(text, 10), ordinal: true };
  if (groups.number !== undefined) return { ...word, kind: 'number', value: Number(text) };
  if (raw === '%') return { ...word, text: 'percent' };
  return groups.symbol === undefined ? word : { ...word, kind: 'symbol' };
}

function letters(word: Word): Word {
  const text = word.text.replaceAll("'", '');
  const possessive = /^(.+?)'s$/u.exec(word.text) ?? /^(.+s)'$/u.exec(word.text);
  return {
    ...word,
    text,
    possessiveOf: possessive?.[1]?.replaceAll("'", '') ?? null,
    capital: /^\p{Lu}/u.test(word.raw),
    value: numberWord(text),
    ordinal: ordinals.includes(text),
  };
}

function numberWord(text: string): number | null {
  const unit = units.indexOf(text);
  if (unit >= 0) return unit;
  const ten = tens.indexOf(text);
  if (ten >= 0) return (ten + 2) * 10;
  const ordinal = ordinals.indexOf(text);
  return ordinal >= 0 ? ordinal : null;
}

/** "twenty one" is one number. */
function joinNumberWords(found: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (const word of found) {
    const before = joined.at(-1);
    const adds =
      before !== undefined &&
      tens.includes(before.text) &&
      word.kind === 'word' &&
      word.value !== null &&
      word.value > 0 &&
      word.value < 10;
    if (adds) {
      joined[joined.length - 1] = {
        ...before,
        text: `${before.text} ${word.text}`,
        raw: `${before.raw} ${word.raw}`,
        value: (before.value ?? 0) + (word.value ?? 0),
        ordinal: word.ordinal,
      };
    } else joined.push(word);
  }
  return joined;
}
