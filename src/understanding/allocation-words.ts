import { wordsOf } from './words.ts';

/** What an Academy Manager wants of who supports whom. Like the switches of sending it stands outside the intents. */
export type AllocationRequest = 'list' | 'change';

const list = (words: string) => new Set(words.split(' '));

const lacking = list('unallocated unassigned');
const denied = list('not no without isnt arent lacks lacking nobody');
const allocated = list('allocated allocation assigned');
const changing = list('change swap replace allocate reallocate reassign assign new hand handover');
const functions = list(
  'supervisor supervisors assessor educator mentor manager allocation practitioner handover over',
);
const personal = list('my me i im mine reminders reminder settings channel');

const mostWords = 12;

/** "Who is not allocated?" and "change Tom's supervisor"; undefined for everything else. */
export function allocationRequest(text: string): AllocationRequest | undefined {
  const words = wordsOf(text).map((word) => word.text);
  const any = (wanted: ReadonlySet<string>) => words.some((word) => wanted.has(word));
  if (words.length > mostWords || any(personal)) return undefined;
  if (any(lacking)) return 'list';
  if (any(denied) && (any(allocated) || any(functions))) return 'list';
  return any(changing) && any(functions) ? 'change' : undefined;
}
