import type { Intent } from './intents.ts';
import type { Reading } from './reading.ts';

const notWanted =
  / (?:dont|do not|didnt|did not|wont|no longer) (?:want|need|wish|like) to (?:see|know|hear|look|be told|have|ask|do|go) | (?:dont|do not) (?:show|tell|give) (?:me|us) /u;
/** What is asked to be shown; not wanting something else is a matter of its own: to withdraw, to raise, to change. */
const shown: ReadonlySet<Intent> = new Set([
  'next-review',
  'next-supervision',
  'whats-next',
  'my-year',
  'why-date',
  'learning-sets',
  'my-bookings',
  'people',
  'my-nqsws',
  'overdue',
  'report',
  'retention',
]);

/** "I don't want to see my next review": the words of a question that nobody asks. */
export function isTurnedDown(reading: Reading, intent: Intent): boolean {
  return shown.has(intent) && notWanted.test(` ${reading.texts.join(' ')} `);
}
