import type { AllocatedFunction, Role } from '../academy/roles.ts';

/** Everything that can be asked or done, whatever words or buttons lead to it. */
export const verbs = [
  'ask-own-plan',
  'ask-own-nqsws',
  'record-supervision',
  'see-own-record',
  'confirm-record',
  'see-disagreement',
  'report-caseload',
  'see-caseload-alert',
  'handle-caseload-alert',
  'choose-escalation-channel',
  'read-help',
] as const;
export type PermissionVerb = (typeof verbs)[number];

/**
 * How the asker stands to the participant: `self`, a function allocated to them on the day, or `none`.
 * `academy` needs no relation: the verb is about the academy as a whole, or the role oversees everybody.
 */
export type Relation = 'self' | AllocatedFunction | 'academy' | 'none';
export const relations = [
  'self',
  'reflective-supervisor',
  'assessor',
  'host-manager',
  'deputy-manager',
  'mentor',
  'academy',
  'none',
] as const satisfies readonly Relation[];

type Grant = Partial<Record<Role, readonly Relation[]>>;
const everybody: Grant = {
  nqsw: ['academy'],
  'senior-practitioner': ['academy'],
  'practice-educator': ['academy'],
  'team-manager': ['academy'],
  'deputy-team-manager': ['academy'],
  'academy-manager': ['academy'],
  'head-of-academy': ['academy'],
  administrator: ['academy'],
  mentor: ['academy'],
  'panel-member': ['academy'],
};

/** Verb × role × relation (DOMAIN 2.7). What is not listed is refused. */
export const grants: Readonly<Record<PermissionVerb, Grant>> = {
  'ask-own-plan': { nqsw: ['self'] },
  'ask-own-nqsws': {
    'senior-practitioner': ['reflective-supervisor'],
    'practice-educator': ['assessor'],
    'team-manager': ['host-manager'],
    'deputy-team-manager': ['deputy-manager'],
    mentor: ['mentor'],
  },
  'record-supervision': {
    'senior-practitioner': ['reflective-supervisor'],
    'practice-educator': ['assessor'],
    'team-manager': ['host-manager'],
  },
  'see-own-record': {
    'senior-practitioner': ['reflective-supervisor'],
    'practice-educator': ['assessor'],
    'team-manager': ['host-manager'],
  },
  'confirm-record': { nqsw: ['self'] },
  'see-disagreement': { 'academy-manager': ['academy'] },
  'report-caseload': { nqsw: ['self'], 'senior-practitioner': ['reflective-supervisor'] },
  'see-caseload-alert': { 'academy-manager': ['academy'] },
  'handle-caseload-alert': { 'academy-manager': ['academy'] },
  'choose-escalation-channel': { 'academy-manager': ['academy'] },
  'read-help': everybody,
};

/** Whether somebody with these roles, standing in these relations, may do this. Default deny. */
export function may(verb: PermissionVerb, roles: readonly Role[], standing: readonly Relation[]): boolean {
  return roles.some((role) => grants[verb][role]?.some((relation) => standing.includes(relation)) ?? false);
}
