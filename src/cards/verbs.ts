import type { SubmissionVerb } from '../services/submissions.ts';

/**
 * What the button of each verb says, in the users' words. Buttons that only open or ask something are `'free'`:
 * whoever places them words them for that place ("Choose someone else", "When is my next review?").
 */
export const actionTitles = {
  ask: 'free',
  'record-open': 'free',
  'record-supervision': 'Record supervision',
  'not-happened-open': 'It did not happen',
  'record-not-happened': 'Save: it did not happen',
  'confirm-agree': 'Agree',
  'confirm-not-right': 'Not right',
  'caseload-open': 'free',
  'caseload-report': 'Report caseload',
  'move-wish': 'I wish to move team',
  'move-open': 'free',
  'move-step': 'free',
  'concern-open': 'free',
  'concern-raise': 'Raise this concern',
  'concern-show': 'free',
  'concern-step': 'free',
  'alert-acknowledge': 'Acknowledge',
  'alert-assign': 'Assign',
  'alert-resolve': 'Resolve',
  'settings-save': 'Save my settings',
  'settings-leave-remove': 'Remove this leave',
  'reminder-choose': 'Choose what to do',
  'reminder-snooze': 'Remind me then',
  'sending-open': 'free',
  'sending-stop': 'Stop all sending',
  'sending-stop-now': 'Yes, stop all sending',
  'sending-resume': 'Start sending again',
  'delivery-report': 'free',
  'undelivered-open': 'free',
  'undelivered-retry': 'Try again',
  'learning-set-open': 'free',
  'learning-set-book': 'Book a place',
  'learning-set-wait': 'Join the waiting list',
  'learning-set-accept': 'Take the place',
  'learning-set-leave': 'free',
  'learning-set-present-open': 'free',
  'learning-set-present': 'Present this topic',
  'learning-set-not-present': 'I will not present',
  'learning-set-plan-open': 'free',
  'learning-set-plan': 'free',
  'learning-set-cancel-open': 'free',
  'learning-set-cancel': 'Cancel it and tell everybody',
  'learning-set-lead': 'free',
  'learning-set-attendance-open': 'free',
  'learning-set-attendance': 'Save attendance',
  'learning-set-figures': 'free',
} as const satisfies Record<SubmissionVerb, string>;

/** Every verb that a button of ours can carry. */
export const submissionVerbs = Object.keys(actionTitles) as readonly SubmissionVerb[];
