import type { CaseloadSettings } from './caseload-settings.ts';
import type { ProgrammeFault } from './programme-fault.ts';

/** What a council says of caseloads, with every share as the number that it comes to. */
export type CaseloadRules = Omit<CaseloadSettings, 'cap' | 'ramp'> & {
  readonly cap: number | null;
  readonly ramp: readonly { readonly untilMonth: number; readonly cap: number }[] | null;
  /** Set where the cap is a share of what others carry, and no number of its own. */
  readonly share: { readonly percent: number; readonly of: number } | null;
};

/** A share of what others carry, in whole cases: a part of one is one too many, so it is rounded down (S5r). */
const shareOf = (count: number, percent: number) => Math.floor((count * percent) / 100);

/** The limit after the build-up: the number itself where there is one, otherwise the share of the norm. */
export function settledCap({ cap, norm }: CaseloadSettings): number | null {
  if (cap !== null || norm === null || norm.percent === null) return cap;
  return shareOf(norm.count, norm.percent);
}

export function caseloadRules(settings: CaseloadSettings): CaseloadRules {
  const { cap: ownCap, ramp, norm } = settings;
  const steps = ramp?.map(({ untilMonth, cap, percent }) => ({
    untilMonth,
    cap: cap ?? shareOf(norm?.count ?? 0, percent ?? 0),
  }));
  const isShare = ownCap === null && norm !== null && norm.percent !== null;
  const share = isShare ? { percent: norm.percent ?? 0, of: norm.count } : null;
  return { ...settings, cap: settledCap(settings), ramp: steps ?? null, share };
}

/** What no single field of the caseload can show. */
export function caseloadFaults(settings: CaseloadSettings): ProgrammeFault[] {
  const { ramp, norm } = settings;
  const settled = settledCap(settings);
  const faults = (ramp ?? []).flatMap(({ untilMonth, percent, cap }, index): ProgrammeFault[] => {
    const path = `caseload.ramp[${index}]`;
    const before = ramp?.[index - 1];
    const isLate = before === undefined || before.untilMonth < untilMonth;
    return [
      ...(isLate ? [] : [{ path: `${path}.untilMonth`, message: 'must be later than the step before it' }]),
      ...(percent === undefined || norm !== null
        ? []
        : [{ path: `${path}.percent`, message: 'is a share of caseload.norm: set that too, or give a cap' }]),
      ...(cap === undefined || settled === null || cap <= settled
        ? []
        : [{ path: `${path}.cap`, message: `is more than the cap of ${settled}: a step leads up to it` }]),
    ];
  });
  if (settled !== 0) return faults;
  return [...faults, { path: 'caseload.norm.percent', message: 'comes to less than one: make it more' }];
}
