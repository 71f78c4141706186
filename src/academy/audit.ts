import type { Programme } from './programme.ts';
import type { AuditLogged } from './year-entry.ts';

/** How many audits there are, and how many of them are good or better: the first two grades of the programme's four. */
export interface AuditCount {
  readonly all: number;
  readonly goodOrBetter: number;
}

/** All audits together, and those of work that the NQSW held apart from them (D17). */
export interface AuditFigures {
  readonly together: AuditCount;
  readonly heldByNqsw: AuditCount;
}

const bestGrades = 2;

export function auditFigures(
  { audits }: Pick<Programme, 'audits'>,
  logged: readonly AuditLogged[],
): AuditFigures {
  const good = new Set((audits?.grades ?? []).slice(0, bestGrades).map(({ code }) => code));
  const count = (some: readonly AuditLogged[]): AuditCount => ({
    all: some.length,
    goodOrBetter: some.filter(({ grade }) => good.has(grade)).length,
  });
  return { together: count(logged), heldByNqsw: count(logged.filter(({ heldByNqsw }) => heldByNqsw)) };
}
