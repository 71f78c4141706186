import { enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';

/** Every cohort that somebody is or was in, by name (D11). */
export function knownCohorts(files: readonly ParticipantFile[]): readonly string[] {
  const names = new Set(files.map((file) => enrolmentOf(file).cohort).filter((name) => name !== ''));
  return [...names].sort((one, other) => one.localeCompare(other, 'en-GB'));
}
