import type { Reading } from './reading.ts';

interface Amount {
  readonly value: number;
  readonly at: number;
}

/** Numbers that belong neither to a date nor to a review's stage. */
function amountsIn(reading: Reading): readonly Amount[] {
  return reading.spans
    .filter((span) => span.concepts.includes('number'))
    .map((span) => ({ value: reading.words[span.from]?.value ?? null, at: span.from }))
    .filter((each): each is Amount => each.value !== null);
}

const ofOtherThings =
  /^(?:more|extra|new|additional|fewer|less|another|hours|hrs|hour|hr|minutes|mins|weeks|days|percent)$/u;
const notTheTotal = /^(?:from|max|maximum|cap|limit|over)$/u;
/** "Up by 2" and "add 2" say how far a caseload has moved, not where it is. */
const aChange = /^(?:by|add|plus|minus|another|extra|up|down|gained|lost|\+)$/u;
/** "Took on 2" adds two; "I am on 2" has two. */
const taking = /^(?:take|takes|took|taken|taking|picked|picking)$/u;
const theTotal = /^(?:to|now|on|is|at|=|holding|are)$/u;
const nearly = /^(?:about|around|roughly|nearly|almost)$/u;

/** The amounts that may be a whole caseload. */
function countsIn(reading: Reading): readonly Amount[] {
  const text = (at: number): string => reading.texts[at] ?? '';
  const amounts = amountsIn(reading);
  const isNorm = (at: number): boolean =>
    text(at - 1) === 'of' && amounts.some((other) => other.at === at - 2);
  return amounts.filter(({ at }) => {
    const before = nearly.test(text(at - 1)) ? text(at - 2) : text(at - 1);
    return (
      !ofOtherThings.test(text(at + 1)) &&
      !notTheTotal.test(before) &&
      !aChange.test(before) &&
      !taking.test(text(at - 2)) &&
      !aChange.test(reading.words[at - 1]?.raw.toLowerCase() ?? '') &&
      !isNorm(at)
    );
  });
}

function totalIn(reading: Reading): Amount | undefined {
  return countsIn(reading).find(({ at }) => theTotal.test(reading.texts[at - 1] ?? ''));
}

/** A caseload as typed. "Been given two more, now on 17" is 17; "from 14 to 16" is 16; "16 of 15" is 16. */
export function countIn(reading: Reading): number | null {
  const count = totalIn(reading) ?? countsIn(reading)[0];
  if (count === undefined) return null;
  const [first = '', second = '', third = ''] = reading.texts.slice(count.at + 1);
  const isHalfMore = first === 'half' || (first === 'and' && (second === 'half' || third === 'half'));
  return isHalfMore ? count.value + 0.5 : count.value;
}

/**
 * How the total is said: `now` when the words put it in the present against what was ("had two new cases, so now at
 * 18"), `unclear` when there is no number that could be one or several that could.
 */
export function hasPlainTotal(reading: Reading): 'now' | 'said' | 'unclear' {
  const counts = countsIn(reading);
  const total = totalIn(reading);
  const only = total ?? (counts.length === 1 ? counts[0] : undefined);
  if (only === undefined || counts.some(({ at }) => at === only.at + 1)) return 'unclear';
  return total !== undefined && reading.texts.includes('now') ? 'now' : 'said';
}

/** Hours as typed: "90 minutes" is 1.5, "an hour and a half" 1.5, a bare "3" after "protected time" 3. */
export function hoursIn(reading: Reading): number | null {
  const line = ` ${reading.texts.join(' ')} `;
  const phrase = inWords.find(([pattern]) => pattern.test(line));
  if (phrase !== undefined) return phrase[1];
  const amounts = amountsIn(reading);
  const measured = amounts.map((amount) => inHours(amount, reading, line)).find((hours) => hours !== null);
  if (measured !== undefined) return measured;
  if (line.includes(' an hour ')) return 1;
  return amounts.length === 1 ? (amounts[0]?.value ?? null) : null;
}

const inWords: readonly (readonly [RegExp, number])[] = [
  [/ (?:an|one|1) hour and a half /u, 1.5],
  [/ half (?:an )?hour /u, 0.5],
];

function inHours({ value, at }: Amount, reading: Reading, line: string): number | null {
  const unit = reading.texts
    .slice(at + 1, at + 5)
    .find((text) => /^(?:h|hrs?|hours?|mins?|minutes?)$/u.test(text));
  if (unit === undefined) return null;
  if (unit.startsWith('m')) return value / 60;
  return / and a half hours? | hours? and a half /u.test(line) ? value + 0.5 : value;
}
