/** Why a session of a group took place for nobody (P4): of those of a session of two, the ones that are about all of them. */
export const notHeldReasons = [
  'supervisor-leave',
  'supervisor-sickness',
  'urgent-work',
  'training',
  'other',
] as const;
export type NotHeldReason = (typeof notHeldReasons)[number];
