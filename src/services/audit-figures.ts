import { type AuditCount, auditFigures } from '../academy/audit.ts';
import { percentOf } from '../academy/compliance.ts';
import type { Programme } from '../academy/programme.ts';
import type { AuditLogged } from '../academy/year-entry.ts';

function countedWords(grade: string, { all, goodOrBetter }: AuditCount): string {
  const percent = percentOf(goodOrBetter, all);
  return percent === null ? 'none' : `${all}, ${grade} or better ${goodOrBetter} (${percent} %)`;
}

/** "5, good or better 4 (80 %); of work held by the NQSW 3, good or better 2 (67 %)": separate and together (D17). */
export function auditFigureWords(
  programme: Pick<Programme, 'audits' | 'titles'>,
  logged: readonly AuditLogged[],
): string {
  const { together, heldByNqsw } = auditFigures(programme, logged);
  const grade = (programme.audits?.grades[1]?.title ?? 'good').toLowerCase();
  const held = `of work held by the ${programme.titles.nqsw} ${countedWords(grade, heldByNqsw)}`;
  return `${countedWords(grade, together)}; ${held}`;
}
