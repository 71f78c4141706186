import type { AllocatedFunction, Role } from '../academy/roles.ts';

/** Everything that can be asked or done, whatever words or buttons lead to it. */
export const verbs = [
  'ask-own-plan',
  'ask-own-nqsws',
  'record-supervision',
  'confirm-record',
  'report-caseload',
  'confirm-caseload',
  'handle-alert',
  'answer-reminder',
  'change-settings',
  'control-sending',
  'see-delivery',
  'choose-escalation-channel',
  'book-learning-set',
  'plan-learning-set',
  'lead-learning-set',
  'ask-move-request',
  'follow-move-request',
  'raise-concern',
  'follow-concern',
  'ask-person',
  'answer-question',
  'manage-enrolment',
  'ask-pause',
  'follow-pause',
  'manage-pause',
  'manage-allocation',
  'arrange-cover',
  'record-handover',
  'record-date-held',
  'record-attendance',
  'attest-attendance',
  'agree-day',
  'see-academy',
  'see-chronology',
  'record-review',
  'correct-review',
  'record-observation',
  'see-assessment',
  'mark-evidence',
  'recommend-outcome',
  'decide-outcome',
  'record-appeal',
  'decide-cadence',
  'attest',
  'log-protected-time',
  'see-protected-time',
  'see-induction',
  'cover-induction',
  'answer-probation',
  'log-audit',
  'see-exit',
] as const;
export type PermissionVerb = (typeof verbs)[number];

/**
 * How the asker stands to the participant: `self`, a function allocated to them on the day, or `none`.
 * `facilitator` is about a session, not a participant: they lead it.
 * `academy` needs no relation: the verb is about the academy as a whole, or the role oversees everybody.
 */
export type Relation = 'self' | AllocatedFunction | 'facilitator' | 'academy' | 'none';
export const relations = [
  'self',
  'reflective-supervisor',
  'assessor',
  'host-manager',
  'deputy-manager',
  'mentor',
  'facilitator',
  'academy',
  'none',
] as const satisfies readonly Relation[];

type Grant = Partial<Record<Role, readonly Relation[]>>;

/** Whoever supervises: councils give the same function to different posts (C12), so the relation decides. */
const supervising: readonly Relation[] = ['reflective-supervisor', 'assessor', 'host-manager'];
/** Whoever leads a session that a record is kept of; a deputy holds those of the manager in their place (L6). */
const recording: readonly Relation[] = [...supervising, 'deputy-manager'];
/** Whoever may take part in a request to move team: its steps and its reach say who does what, and when. */
const moving: readonly Relation[] = ['reflective-supervisor', 'host-manager'];
/** Whoever agrees a pause beside the NQSW and the Academy Manager. */
const agreeing: readonly Relation[] = ['assessor', 'host-manager'];
/** The two with whom an NQSW settles a concern before it goes any further (L30). */
const firstTalk: readonly Relation[] = ['reflective-supervisor', 'assessor'];
const assessing: readonly Relation[] = ['assessor'];
/** Whoever supervises gives the induction (L21). */
const inducting: readonly Relation[] = ['reflective-supervisor'];
const hosting: readonly Relation[] = ['host-manager'];
const managing: readonly Relation[] = ['host-manager', 'deputy-manager'];
const leadingGroups: readonly Relation[] = [...recording, 'mentor'];
const supporting: readonly Relation[] = [...supervising, 'deputy-manager', 'mentor'];

/** Verb × role × relation (DOMAIN 2.7). What is not listed is refused. */
export const grants: Readonly<Record<PermissionVerb, Grant>> = {
  'ask-own-plan': { nqsw: ['self'] },
  'ask-own-nqsws': {
    'senior-practitioner': supporting,
    'practice-educator': supporting,
    'team-manager': supporting,
    'deputy-team-manager': supporting,
    mentor: ['mentor'],
    'academy-manager': ['academy'],
  },
  'record-supervision': {
    'senior-practitioner': recording,
    'practice-educator': recording,
    'team-manager': recording,
    'deputy-team-manager': ['deputy-manager'],
  },
  'confirm-record': { nqsw: ['self'] },
  'report-caseload': {
    nqsw: ['self'],
    'senior-practitioner': ['reflective-supervisor'],
    'practice-educator': ['reflective-supervisor'],
    'team-manager': ['reflective-supervisor'],
  },
  'confirm-caseload': {
    'senior-practitioner': hosting,
    'practice-educator': hosting,
    'team-manager': hosting,
  },
  'handle-alert': { 'academy-manager': ['academy'] },
  // One's own and nobody else's, for everybody who can be reminded.
  'change-settings': {
    nqsw: ['academy'],
    'senior-practitioner': ['academy'],
    'practice-educator': ['academy'],
    'team-manager': ['academy'],
    'deputy-team-manager': ['academy'],
    mentor: ['academy'],
    'academy-manager': ['academy'],
    'head-of-academy': ['academy'],
  },
  // Everybody who can be reminded: what they are reminded of follows from the function that they hold.
  'answer-reminder': {
    nqsw: ['self'],
    'senior-practitioner': supporting,
    'practice-educator': supporting,
    'team-manager': supporting,
    'deputy-team-manager': supporting,
    mentor: supporting,
    'academy-manager': ['academy'],
    'head-of-academy': ['academy'],
  },
  'control-sending': { 'academy-manager': ['academy'] },
  'see-delivery': { 'academy-manager': ['academy'] },
  'choose-escalation-channel': { 'academy-manager': ['academy'] },
  'manage-enrolment': { 'academy-manager': ['academy'] },
  // The day of a session between the NQSW and their manager: nobody of the academy (T2, L7).
  'record-date-held': {
    'senior-practitioner': ['host-manager'],
    'practice-educator': ['host-manager'],
    'team-manager': managing,
    'deputy-team-manager': ['deputy-manager'],
  },
  // Whoever leads a session of a group, for those whom they support; the Academy Manager what they lead themselves (A7).
  'record-attendance': {
    'senior-practitioner': leadingGroups,
    'practice-educator': leadingGroups,
    'team-manager': leadingGroups,
    'deputy-team-manager': ['deputy-manager'],
    mentor: ['mentor'],
    'academy-manager': ['academy'],
  },
  'attest-attendance': { nqsw: ['self'] },
  // The NQSW and whoever leads the session; which one, the item says (P7).
  'agree-day': {
    nqsw: ['self'],
    'senior-practitioner': recording,
    'practice-educator': recording,
    'team-manager': recording,
    'deputy-team-manager': ['deputy-manager'],
  },
  'see-academy': { 'academy-manager': ['academy'] },
  // Whoever keeps it, whoever it is about, and the academy; the host team sees dates and no more (T1, L5).
  'see-chronology': {
    nqsw: ['self'],
    'senior-practitioner': firstTalk,
    'practice-educator': firstTalk,
    'team-manager': firstTalk,
    'academy-manager': ['academy'],
  },
  'ask-pause': { nqsw: ['self'] },
  'follow-pause': {
    nqsw: ['self'],
    'senior-practitioner': agreeing,
    'practice-educator': agreeing,
    'team-manager': agreeing,
    'academy-manager': ['academy'],
  },
  'manage-pause': { 'academy-manager': ['academy'] },
  'manage-allocation': { 'academy-manager': ['academy'] },
  // Whoever holds a function; which one, and whether they hold it or only cover in it, the form itself says.
  'arrange-cover': {
    'senior-practitioner': supporting,
    'practice-educator': supporting,
    'team-manager': supporting,
    'deputy-team-manager': supporting,
    mentor: supporting,
    'academy-manager': ['academy'],
  },
  'record-handover': {
    'senior-practitioner': supporting,
    'practice-educator': supporting,
    'team-manager': supporting,
    'deputy-team-manager': supporting,
    mentor: supporting,
    'academy-manager': ['academy'],
  },
  'book-learning-set': {
    nqsw: ['academy'],
    'senior-practitioner': ['academy'],
    'practice-educator': ['academy'],
    'team-manager': ['academy'],
    'deputy-team-manager': ['academy'],
    mentor: ['academy'],
  },
  'plan-learning-set': { 'academy-manager': ['academy'] },
  'lead-learning-set': {
    'academy-manager': ['academy'],
    'senior-practitioner': ['facilitator'],
    'practice-educator': ['facilitator'],
    'team-manager': ['facilitator'],
    'deputy-team-manager': ['facilitator'],
    mentor: ['facilitator'],
  },
  'ask-move-request': { nqsw: ['self'] },
  'follow-move-request': {
    nqsw: ['self'],
    'senior-practitioner': moving,
    'practice-educator': moving,
    'team-manager': moving,
    'academy-manager': ['academy'],
    'head-of-academy': ['academy'],
  },
  'raise-concern': {
    nqsw: ['self'],
    'senior-practitioner': firstTalk,
    'practice-educator': firstTalk,
    'team-manager': firstTalk,
  },
  'follow-concern': {
    nqsw: ['self'],
    'senior-practitioner': supervising,
    'practice-educator': supervising,
    'team-manager': supervising,
    'academy-manager': ['academy'],
    'head-of-academy': ['academy'],
  },
  'ask-person': { nqsw: ['self'] },
  // Whoever a question can be handed to; whose it is, the question itself says.
  'answer-question': {
    'senior-practitioner': ['academy'],
    'practice-educator': ['academy'],
    'team-manager': ['academy'],
    'deputy-team-manager': ['academy'],
    mentor: ['academy'],
    'academy-manager': ['academy'],
  },
  'record-review': {
    'senior-practitioner': assessing,
    'practice-educator': assessing,
    'team-manager': assessing,
  },
  // The assessor of the day, whoever recorded it, and the Academy Manager, to whom it was told (decision 0041).
  'correct-review': {
    'senior-practitioner': assessing,
    'practice-educator': assessing,
    'team-manager': assessing,
    'academy-manager': ['academy'],
  },
  'record-observation': {
    'senior-practitioner': supervising,
    'practice-educator': supervising,
    'team-manager': supervising,
  },
  'see-assessment': {
    nqsw: ['self'],
    'senior-practitioner': assessing,
    'practice-educator': assessing,
    'team-manager': assessing,
    'academy-manager': ['academy'],
  },
  'mark-evidence': {
    nqsw: ['self'],
    'senior-practitioner': assessing,
    'practice-educator': assessing,
    'team-manager': assessing,
  },
  'recommend-outcome': {
    'senior-practitioner': assessing,
    'practice-educator': assessing,
    'team-manager': assessing,
  },
  // Whoever recommended does not decide: that is for the rules, because one person may have both roles.
  'decide-outcome': { 'panel-member': ['academy'], 'academy-manager': ['academy'] },
  'record-appeal': { 'academy-manager': ['academy'] },
  // Which of them leads it, the programme says.
  'decide-cadence': {
    'senior-practitioner': supervising,
    'practice-educator': supervising,
    'team-manager': supervising,
  },
  attest: {
    'senior-practitioner': recording,
    'practice-educator': recording,
    'team-manager': recording,
    'deputy-team-manager': ['deputy-manager'],
  },
  'log-protected-time': { nqsw: ['self'] },
  // A share alone, never the hours (Q11).
  'see-protected-time': {
    'senior-practitioner': ['reflective-supervisor'],
    'practice-educator': ['reflective-supervisor'],
    'team-manager': ['reflective-supervisor'],
  },
  'see-induction': {
    nqsw: ['self'],
    'senior-practitioner': inducting,
    'practice-educator': inducting,
    'team-manager': inducting,
    'academy-manager': ['academy'],
  },
  'cover-induction': {
    'senior-practitioner': inducting,
    'practice-educator': inducting,
    'team-manager': inducting,
  },
  'answer-probation': {
    'senior-practitioner': hosting,
    'practice-educator': hosting,
    'team-manager': hosting,
  },
  'log-audit': {
    'senior-practitioner': firstTalk,
    'practice-educator': firstTalk,
    'team-manager': firstTalk,
    'academy-manager': ['academy'],
  },
  // Everybody who can own a task of the exit; which of them they can tick, the task itself says.
  'see-exit': {
    nqsw: ['self'],
    'senior-practitioner': supervising,
    'practice-educator': supervising,
    'team-manager': supervising,
    'academy-manager': ['academy'],
  },
};

/** Whether somebody with these roles, standing in these relations, may do this. Default deny. */
export function may(verb: PermissionVerb, roles: readonly Role[], standing: readonly Relation[]): boolean {
  return roles.some((role) => grants[verb][role]?.some((relation) => standing.includes(relation)) ?? false);
}
