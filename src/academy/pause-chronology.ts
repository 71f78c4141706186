import { Temporal } from 'temporal-polyfill';
import { enrolmentDates } from './enrolment-history.ts';
import type { ParticipantFile, Pause } from './participant-file.ts';
import { type PauseParty, type PauseStep, pauseParties, stepsOfPause } from './pause.ts';

type Day = Temporal.PlainDate;

/** The days of a pause as they were settled at one moment: by the last of the four, or by whoever said when it ends. */
export interface SettledPause {
  readonly fromOn: Day;
  /** The last paused day; null while nobody knew. */
  readonly untilOn: Day | null;
  /** The step with which they were settled. */
  readonly step: PauseStep;
}

interface Settling {
  /** The days that the four are asked about, while they are. */
  readonly wanted: Pick<SettledPause, 'fromOn' | 'untilOn'> | null;
  readonly agreed: readonly PauseParty[];
  readonly settled: readonly SettledPause[];
}

function afterAgreement(now: Settling, parties: readonly PauseParty[], step: PauseStep): Settling {
  if (now.wanted === null) return now;
  const agreed = pauseParties.filter((party) => now.agreed.includes(party) || parties.includes(party));
  if (agreed.length < pauseParties.length) return { ...now, agreed };
  return { wanted: null, agreed: [], settled: [...now.settled, { ...now.wanted, step }] };
}

function after(now: Settling, step: PauseStep): Settling {
  const last = now.settled.at(-1);
  switch (step.step) {
    case 'propose':
      return { ...now, wanted: { fromOn: step.fromOn, untilOn: step.untilOn }, agreed: [] };
    case 'lengthen':
      return last === undefined
        ? now
        : { ...now, wanted: { fromOn: last.fromOn, untilOn: step.untilOn }, agreed: [] };
    case 'agree':
      return afterAgreement(now, step.parties, step);
    case 'end': {
      if (last === undefined) return now;
      const untilOn = step.backOn.subtract({ days: 1 });
      return { ...now, settled: [...now.settled, { fromOn: last.fromOn, untilOn, step }] };
    }
    case 'decline':
    case 'withdraw':
      return { ...now, wanted: null, agreed: [] };
    default:
      return now;
  }
}

/** Every time that the days of one pause were settled, oldest first; `steps` are those of that pause (M4). */
export function settlementsOf(steps: readonly PauseStep[]): readonly SettledPause[] {
  return steps.reduce<Settling>(after, { wanted: null, agreed: [], settled: [] }).settled;
}

interface Leading {
  readonly led: readonly PauseStep[];
  /** What the four are asked, with their answers so far. */
  readonly asked: readonly PauseStep[];
}

function afterStep({ led, asked }: Leading, step: PauseStep, settles: boolean): Leading {
  switch (step.step) {
    case 'ask':
      return { led, asked };
    case 'propose':
    case 'lengthen':
      return { led, asked: [step] };
    case 'agree':
      return settles ? { led: [...led, ...asked, step], asked: [] } : { led, asked: [...asked, step] };
    case 'decline':
    case 'withdraw':
      return asked.length > 0 ? { led, asked: [] } : { led: [...led, step], asked };
    default:
      return { led: [...led, step], asked };
  }
}

/**
 * The steps of one pause that led to its days and what was done about it since: without the wish, and without days that are
 * still asked about, were refused, or were taken back before all four had agreed to them (M4).
 */
export function stepsThatLedToIt(steps: readonly PauseStep[]): readonly PauseStep[] {
  const settling = new Set(settlementsOf(steps).map(({ step }) => step));
  if (settling.size === 0) return [];
  const none: Leading = { led: [], asked: [] };
  return steps.reduce((now, step) => afterStep(now, step, settling.has(step)), none).led;
}

/** What a chronology says of one pause that counts: its days as they were settled, one after the other, and its end. */
export interface PauseTold {
  readonly days: readonly (Pick<Pause, 'fromOn' | 'untilOn'> & { readonly at: Temporal.Instant | null })[];
  /** Null while it has no end, and where the programme does not go on after it. */
  readonly back: {
    readonly on: Day;
    readonly at: Temporal.Instant | null;
    /** Whether what moved is shown to the NQSW on that day (Q22): not after a return that ended the pause in another way. */
    readonly catchesUp: boolean;
  } | null;
}

const isSameDay = (one: Day | null, other: Day | null) => String(one) === String(other);

/** Whether the NQSW is on the programme on the first day after a pause. */
function goesOn(file: ParticipantFile, pause: Pause, on: Day): boolean {
  const { lastOn } = enrolmentDates(file);
  const isPaused = file.pauses.some(
    ({ pauseId, fromOn, untilOn }) =>
      pauseId !== pause.pauseId &&
      Temporal.PlainDate.compare(fromOn, on) <= 0 &&
      (untilOn === null || Temporal.PlainDate.compare(on, untilOn) <= 0),
  );
  return !isPaused && (lastOn === null || Temporal.PlainDate.compare(on, lastOn) <= 0);
}

/** When whoever came back in another way was entered: that ended the pause. */
function returnedAt({ enrolment }: ParticipantFile, { untilOn }: Pause): Temporal.Instant | null {
  const found = enrolment.findLast(
    ({ step }) => step.step === 'return' && isSameDay(step.on.subtract({ days: 1 }), untilOn),
  );
  return found?.at ?? null;
}

/** One pause of a file, as a chronology tells it: days that were settled anew follow those before them (L5). */
export function pauseTold(file: ParticipantFile, pause: Pause): PauseTold {
  const settled = settlementsOf(stepsOfPause(file.pauseSteps, pause.pauseId));
  const last = settled.at(-1);
  const isAsSettled = last !== undefined && isSameDay(last.untilOn, pause.untilOn);
  const at = isAsSettled ? last.step.at : returnedAt(file, pause);
  const before = settled.map((one) => ({ fromOn: one.fromOn, untilOn: one.untilOn, at: one.step.at }));
  const { fromOn, untilOn } = pause;
  const backOn = untilOn?.add({ days: 1 }) ?? null;
  return {
    days: isAsSettled ? before : [...before, { fromOn, untilOn, at }],
    back: backOn === null || !goesOn(file, pause, backOn) ? null : { on: backOn, at, catchesUp: isAsSettled },
  };
}
