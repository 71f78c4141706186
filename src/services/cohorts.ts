import { enrolmentOf } from '../academy/enrolment-history.ts';
import { findIdentifier } from '../academy/identifier-guard.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';

/** Every cohort that somebody is or was in, by name (D11). */
export function knownCohorts(files: readonly ParticipantFile[]): readonly string[] {
  const names = new Set(files.map((file) => enrolmentOf(file).cohort).filter((name) => name !== ''));
  return [...names].sort((one, other) => one.localeCompare(other, 'en-GB'));
}

const plain = (name: string) => name.trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/**
 * The cohort that was written. A cohort begins with the first who is in it, who may be somebody coming back (D11, S18r); one
 * that is known keeps its spelling.
 */
export function writtenCohort(
  written: string,
  known: readonly string[],
): { readonly ok: true; readonly cohort: string } | { readonly ok: false; readonly words: string } {
  const found = findIdentifier(written);
  if (found !== null) return { ok: false, words: found.words };
  const same = known.find((name) => plain(name) === plain(written));
  return { ok: true, cohort: same ?? written.trim().replaceAll(/\s+/gu, ' ') };
}
