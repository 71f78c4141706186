import { type AuditCount, auditFigures } from '../academy/audit.ts';
import { percentOf } from '../academy/compliance.ts';
import type { Programme } from '../academy/programme.ts';
import type { AuditLogged } from '../academy/year-entry.ts';
import type { FactView } from './views.ts';

/** The second of the four grades, in a sentence: it and the one above it count. */
export const goodGrade = ({ audits }: Pick<Programme, 'audits'>) =>
  (audits?.grades[1]?.title ?? 'good').toLowerCase();

function countedWords(grade: string, { all, goodOrBetter }: AuditCount): string {
  const percent = percentOf(goodOrBetter, all);
  return percent === null ? 'none' : `${all}, of which ${goodOrBetter} ${grade} or better (${percent} %)`;
}

/** The same as two facts of a card. */
export function auditFacts(
  programme: Pick<Programme, 'audits' | 'titles'>,
  logged: readonly AuditLogged[],
): readonly FactView[] {
  const { together, heldByNqsw } = auditFigures(programme, logged);
  const grade = goodGrade(programme);
  return [
    { title: 'Audits so far', value: countedWords(grade, together) },
    { title: `Of work held by the ${programme.titles.nqsw}`, value: countedWords(grade, heldByNqsw) },
  ];
}

/** "Audits: 5, of which 4 good or better (80 %)", then those of work that the NQSW held: together and apart (D17). */
export function auditFigureLines(
  programme: Pick<Programme, 'audits' | 'titles'>,
  logged: readonly AuditLogged[],
): readonly string[] {
  const { together, heldByNqsw } = auditFigures(programme, logged);
  const grade = goodGrade(programme);
  return [
    `Audits: ${countedWords(grade, together)}`,
    `Audits of work held by the ${programme.titles.nqsw}: ${countedWords(grade, heldByNqsw)}`,
  ];
}
