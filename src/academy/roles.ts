/** The roles a person can hold in an academy, as the roster file spells them (INTERFACES, "Roster CSV"). */
export const roles = [
  'nqsw',
  'senior-practitioner',
  'practice-educator',
  'team-manager',
  'deputy-team-manager',
  'academy-manager',
  'head-of-academy',
  'administrator',
  'mentor',
  'panel-member',
] as const;
export type Role = (typeof roles)[number];

/**
 * What somebody does for one NQSW's programme. A programme binds each function to its council's own title
 * ("Senior Practitioner", "Academy Practice Lead"), so that series and reminders never name a job title (C12).
 */
export const academyFunctions = [
  'nqsw',
  'reflective-supervisor',
  'assessor',
  'host-manager',
  'deputy-manager',
  'mentor',
  'academy-manager',
  'head-of-academy',
] as const;
export type AcademyFunction = (typeof academyFunctions)[number];

/** The functions that are allocated to a person for one NQSW; the others belong to the whole academy. */
export const allocatedFunctions = [
  'reflective-supervisor',
  'assessor',
  'host-manager',
  'deputy-manager',
  'mentor',
] as const;
export type AllocatedFunction = (typeof allocatedFunctions)[number];
