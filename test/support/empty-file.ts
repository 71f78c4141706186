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
