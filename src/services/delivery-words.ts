/** What the codes of delivery mean to somebody who is not from the trade. */
import type { Programme } from '../academy/programme.ts';
import type { Role } from '../academy/roles.ts';
import type { UndeliveredReason } from './outbox.ts';

const kinds: Readonly<Record<string, string>> = {
  reminders: 'Reminders',
  digest: 'Weekly messages',
  'confirm-record': 'Records to agree',
  'supervision-recorded': 'Answers to a record',
  'record-disagreement': 'Disagreements with a record',
  question: 'Questions handed to a person',
  'year-call': 'Induction, probation and exit',
  'caseload-alert': 'Caseload alerts',
  'caseloads-to-confirm': 'Caseloads to confirm',
  'overdue-alert': 'Alerts of overdue items',
};

const worded = (code: string) => code.replaceAll('-', ' ');

/** The kind of a message; a kind without words of its own is called by its code. */
export function kindWords(card: string | null): string {
  if (card === null) return 'Others';
  const words = worded(card);
  return kinds[card] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const reasons: Readonly<Record<UndeliveredReason, string>> = {
  'never-met': 'has not added the app',
  blocked: 'has blocked the app',
  uninstalled: 'has removed the app',
  'not-found': 'the chat with the app is gone',
  rejected: 'Teams refused the message',
  'gave-up': 'Teams did not take the message for a day',
  'cannot-be-shown': 'the message could not be made',
  'not-in-pilot': 'not in the pilot group',
};
const heldBack: Readonly<Record<string, string>> = {
  'weekly-message': 'kept for the weekly message',
  'put-off': 'put off by the person',
};

/** Why somebody did not get a message, after their name: "has blocked the app". */
export function reasonWords(reason: string): string {
  const known: Readonly<Record<string, string>> = { ...reasons, ...heldBack };
  return known[reason] ?? worded(reason);
}

const notTheirs = 'Not the person’s doing: try again, and if it fails again tell whoever runs the bot.';

/** What somebody in the academy can do about it. */
export const remedies: Readonly<Record<UndeliveredReason, string>> = {
  'never-met':
    'Has not added the app: ask them to open it once in Teams, or ask your Teams administrator to install it for them.',
  blocked: 'Has blocked the app: ask them to allow it again in their Teams chat with me.',
  uninstalled: 'Has removed the app: ask them to add it again. What waits is then sent by itself.',
  'not-found': 'The chat is gone: it comes back when they write to me once.',
  rejected: notTheirs,
  'gave-up': notTheirs,
  'cannot-be-shown': notTheirs,
  'not-in-pilot': 'Goes out when the pilot group ends, or when they belong to it.',
};

const usualRoles: Readonly<Record<Role, string>> = {
  nqsw: 'NQSW',
  'senior-practitioner': 'Senior Practitioner',
  'practice-educator': 'Practice Educator',
  'team-manager': 'Team Manager',
  'deputy-team-manager': 'Deputy Team Manager',
  'academy-manager': 'Academy Manager',
  'head-of-academy': 'Head of the Academy',
  administrator: 'Administrator',
  mentor: 'Mentor',
  'panel-member': 'Panel member',
};

/** A role in the council's own title where it has one for the academy's offices. */
export function roleWords(programme: Pick<Programme, 'titles'>, role: Role): string {
  if (role === 'nqsw' || role === 'academy-manager' || role === 'head-of-academy')
    return programme.titles[role];
  return usualRoles[role];
}
