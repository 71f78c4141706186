/** The forms with which something of a year is entered, by the names that their buttons carry. */
export const yearFormNames = [
  'cadence',
  'protected-time',
  'attest',
  'induction',
  'probation',
  'audit',
  'exit',
  'date-held',
  'attendance',
  'attended',
  'reschedule',
  'cover',
  'handover',
  'enrolment',
  'confirm-caseload',
] as const;
export type YearFormName = (typeof yearFormNames)[number];
