import { plainText } from './words.ts';

/** The sentences of a message. A full stop inside a number, a date or an address ends nothing. */
export function sentencesOf(text: string): readonly string[] {
  return parts(plainText(text).split(/(?<=[?!;])|\.(?=\s|$)|\n+/u));
}

/** Where a sentence may join two things that were asked; each part still has to make sense by itself. */
export function clausesOf(sentence: string): readonly string[] {
  return parts(
    sentence.split(/,|\s[-\u2013\u2014]+\s|\s(?:and|but|also|plus|then|so|because|cos|coz|cuz|bc)\s/iu),
  );
}

function parts(pieces: readonly string[]): readonly string[] {
  return pieces.map((piece) => piece.trim()).filter((piece) => /[\p{L}\d]/u.test(piece));
}
