/** A session of a group at which nobody was: why, where it did not take place, or that nobody came. */
import { type NotHeldReason, notHeldReasons } from '../academy/not-held.ts';
import type { CodedList } from './procedure-view.ts';

export const notHeldWords: Readonly<Record<NotHeldReason, string>> = {
  'supervisor-leave': 'whoever leads it was on leave',
  'supervisor-sickness': 'whoever leads it was off sick',
  'urgent-work': 'urgent work came first',
  training: 'training or a meeting came first',
  other: 'another reason',
};

/** Everybody who was to come stayed away: an absence of each of them. */
const nobodyCame = 'nobody-came';

export const whatHappened: CodedList = [
  ...notHeldReasons.map((code) => ({ code, title: `It did not take place: ${notHeldWords[code]}` })),
  { code: nobodyCame, title: 'It was held, and nobody came' },
];

/** What is asked where nobody is ticked: nothing is kept before it is said. */
export const nobodyTicked =
  'Nobody is ticked, so nothing is saved yet. Tick whoever was there, or say what happened.';

/** What was said to have happened: why there was no session, `absent` where nobody came to it, null for no answer. */
export function happened(code: string): NotHeldReason | 'absent' | null {
  if (code === nobodyCame) return 'absent';
  return notHeldReasons.find((reason) => reason === code) ?? null;
}
