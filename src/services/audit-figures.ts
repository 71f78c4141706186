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
  return percent === null ? 'none' : `${all}, ${grade} or better ${goodOrBetter} (${percent} %)`;
}

/** The same as two facts of a card. */
export function auditFacts(
  programme: Pick<Programme, 'audits' | 'titles'>,
  logged: readonly AuditLogged[],
): readonly FactView[] {
  const { together, heldByNqsw } = auditFigures(programme, logged);
  const grade = goodGrade(programme);
  return [
    { title: 'So far', value: countedWords(grade, together) },
    { title: `Held by the ${programme.titles.nqsw}`, value: countedWords(grade, heldByNqsw) },
  ];
}

/** "5, good or better 4 (80 %); of work held by the NQSW 3, good or better 2 (67 %)": separate and together (D17). */
export function auditFigureWords(
  programme: Pick<Programme, 'audits' | 'titles'>,
  logged: readonly AuditLogged[],
): string {
  const { together, heldByNqsw } = auditFigures(programme, logged);
  const grade = goodGrade(programme);
  const held = `of work held by the ${programme.titles.nqsw} ${countedWords(grade, heldByNqsw)}`;
  return `${countedWords(grade, together)}; ${held}`;
}
