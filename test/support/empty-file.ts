import { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';

/** Everything that a participant's file holds beside the participant, while nothing has happened yet. */
export const nothingHappened: Omit<ParticipantFile, 'participant'> = {
  allocations: [],
  records: [],
  confirmations: [],
  caseloads: [],
  alerts: [],
  overdueAlerts: [],
  snoozes: [],
  pauses: [],
  pauseSteps: [],
  moveSteps: [],
  concernSteps: [],
  assessed: [],
  entries: [],
  questions: [],
  enrolment: [],
  required: [],
  standards: [],
  submissions: new Map(),
};

/** Somebody in full time who began on Monday 7 September 2026. */
export const amara: ParticipantFile['participant'] = {
  id: 'p1',
  personId: 'amara',
  name: 'Amara Okoro',
  cohort: 'Autumn 2026',
  startOn: Temporal.PlainDate.from('2026-09-07'),
  fte: 1,
  contractedHours: 37,
  team: 'North',
};
