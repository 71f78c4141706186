import { Temporal } from 'temporal-polyfill';
import { plainDate } from './civil-days.ts';
import { advanced, type Enrolment, type EnrolmentStep, type Standstill } from './enrolment.ts';
import { pauseSpans } from './groundwork.ts';
import type { ParticipantFile } from './participant-file.ts';

type Day = Temporal.PlainDate;

/** What of a participant's file says where they stand with the programme. */
type Enrolled = Pick<ParticipantFile, 'participant' | 'pauses' | 'enrolment'>;

const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0;

/** Standstills that overlap are one; the result is in date order and disjoint (A6). */
function together(standstills: readonly Standstill[]): Standstill[] {
  return pauseSpans(standstills).map(({ from, until }) => ({
    fromOn: plainDate(from),
    untilOn: until === null ? null : plainDate(until),
  }));
}

/**
 * The enrolment as the pauses agreed so far leave it on `on`: one that lasts until then stands still. Somebody who comes
 * back on the morning after a pause comes back from it.
 */
export function withPauses(
  enrolment: Enrolment,
  pauses: ParticipantFile['pauses'],
  { step, on }: { readonly step: EnrolmentStep['step']; readonly on: Day },
): Enrolment {
  if (enrolment.state !== 'active' && enrolment.state !== 'extended') return enrolment;
  const begun = pauses.filter(({ fromOn }) => isBefore(fromOn, on));
  const standstills = together([...enrolment.standstills, ...begun]);
  const last = standstills.at(-1);
  if (last === undefined) return enrolment;
  const stillOn = step === 'return' ? on.subtract({ days: 1 }) : on;
  if (last.untilOn !== null && isBefore(last.untilOn, stillOn)) return { ...enrolment, standstills };
  const open = { fromOn: last.fromOn, untilOn: null };
  return { ...enrolment, state: 'paused', standstills: [...standstills.slice(0, -1), open] };
}

/** The day on which a step counts; an extension takes effect on the day that it is decided. */
const dayOf = (step: EnrolmentStep, decidedOn: Day): Day => (step.step === 'extend' ? decidedOn : step.on);

/** Where a participant stands with the programme: what the roster says, and every step since (D20). */
export function enrolmentOf({ participant, pauses, enrolment: entries }: Enrolled): Enrolment {
  const { cohort, startOn } = participant;
  const first: Enrolment =
    startOn === null
      ? { state: 'registration-pending', cohort }
      : { state: 'active', cohort, startOn, standstills: [], extendedTo: null };
  return entries.reduce<Enrolment>((now, { step, decidedOn }) => {
    const on = dayOf(step, decidedOn);
    // A pause that was put right after the step may stand in its way now; the step was taken all the same.
    return advanced(withPauses(now, pauses, { step: step.step, on }), step) ?? advanced(now, step) ?? now;
  }, first);
}

/** What the steps mean for the dates of the year. */
export interface EnrolmentDates {
  readonly startOn: Day | null;
  /** The time away of those who came back: to the dates it is a pause like any other. */
  readonly away: readonly Standstill[];
  /** The last day on the programme of somebody who has completed or left it: nothing is due after it. */
  readonly lastOn: Day | null;
  /** The day to which the panel let the programme go on, and the day of that decision. */
  readonly extension: { readonly to: Day; readonly decidedOn: Day } | null;
}

function lastOnOf(enrolment: Enrolment, entries: Enrolled['enrolment']): Day | null {
  if (enrolment.state === 'completed') return enrolment.completedOn;
  if (enrolment.state !== 'left') return null;
  // Whoever leaves after completing was on the programme until they completed it.
  const completed = entries.findLast(({ step }) => step.step === 'complete');
  return enrolment.stage === 'after-completion' && completed?.step.step === 'complete'
    ? completed.step.on
    : enrolment.leftOn;
}

export function enrolmentDates(file: Enrolled): EnrolmentDates {
  const { enrolment: entries } = file;
  if (entries.length === 0) {
    return { startOn: file.participant.startOn, away: [], lastOn: null, extension: null };
  }
  const enrolment = enrolmentOf(file);
  const begun = enrolment.state === 'left' ? enrolment.before : enrolment;
  const one = begun !== null && 'startOn' in begun ? begun : null;
  const decision = entries.findLast(({ step }) => step.step === 'extend');
  return {
    startOn: one?.startOn ?? null,
    away: one?.standstills.filter(({ untilOn }) => untilOn !== null) ?? [],
    lastOn: lastOnOf(enrolment, entries),
    extension:
      one === null || one.extendedTo === null || decision === undefined
        ? null
        : { to: one.extendedTo, decidedOn: decision.decidedOn },
  };
}

/** Programme day 0, from the roster or from the step that started the clock; null while registration is pending (A1, D20). */
export const clockStart = (file: Enrolled): Day | null => enrolmentDates(file).startOn;
