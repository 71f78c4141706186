import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Fact, ParticipantFiles, People, Roster } from '../services/ports.ts';
import { type DemoGround, demoFacts, demoParticipant } from './demo-file.ts';
import { everybody, nqsws } from './demo-people.ts';

export interface DemoNeeds extends Pick<DemoGround, 'programme' | 'calendar'> {
  readonly people: Pick<People, 'isEmpty'>;
  readonly roster: Roster;
  readonly files: ParticipantFiles;
}

/** The demo cannot be written: its participants are gone again, or somebody keeps changing them. */
class DemoAcademyError extends Error {
  readonly code = 'demo-academy';
}

/** Well within one transaction. */
const factsAtOnce = 40;
const mostCommits = 50;

function isKept(file: ParticipantFile, fact: Fact): boolean {
  switch (fact.fact) {
    case 'session-recorded':
      return file.records.some(({ recordId }) => recordId === fact.record.recordId);
    case 'record-confirmed':
      return file.confirmations.some(({ recordId }) => recordId === fact.confirmation.recordId);
    case 'caseload-reported':
      return file.caseloads.some(({ reportId }) => reportId === fact.report.reportId);
    case 'pause-agreed':
      return file.pauses.some(({ pauseId }) => pauseId === fact.pause.pauseId);
    case 'year-entered':
      return file.entries.some(({ entryId }) => entryId === fact.entry.entryId);
    case 'assessment-entered':
      return file.assessed.some(({ entryId }) => entryId === fact.entry.entryId);
    default:
      return false;
  }
}

/** Adds what the file does not hold yet, so that a start that was cut off is completed by the next one. */
async function keepFacts(
  files: ParticipantFiles,
  participantId: string,
  facts: readonly Fact[],
  at: Temporal.Instant,
): Promise<void> {
  for (let commits = 0; commits < mostCommits; commits += 1) {
    const standing = await files.load(participantId);
    if (standing === undefined) throw new DemoAcademyError(`no file for ${participantId}`);
    const missing = facts.filter((fact) => !isKept(standing.file, fact)).slice(0, factsAtOnce);
    if (missing.length === 0) return;
    // A conflict means that another process is at the same: what it has kept is missing no longer.
    await files.commit(participantId, standing.version, missing, at);
  }
  throw new DemoAcademyError(`too many conflicts on ${participantId}`);
}

/**
 * Fills an empty store with the demo academy as it stands on `today`, a civil date in the programme's zone. The
 * people come last: until they are there the store counts as empty.
 */
export async function seedDemoAcademy(
  needs: DemoNeeds,
  today: Temporal.PlainDate,
): Promise<'made' | 'people-already-there'> {
  if (!(await needs.people.isEmpty())) return 'people-already-there';
  const ground: DemoGround = { programme: needs.programme, calendar: needs.calendar, today };
  const at = today.toZonedDateTime(needs.programme.timeZone).toInstant();
  for (const one of nqsws) {
    const participant = demoParticipant(one, ground);
    await needs.roster.save([], [participant]);
    await keepFacts(needs.files, participant.participant.id, demoFacts(one, ground), at);
  }
  await needs.roster.save(everybody, []);
  return 'made';
}
