import type { Temporal } from 'temporal-polyfill';
import type { StepTaken } from '../academy/move-team.ts';
import { nudgesFor, type TimeGround } from '../academy/time-limit.ts';
import type { Notice, Person, Subject } from './ports.ts';

/** The subject of the message that somebody got about the step at `turn`, or of a reminder after it. */
export type SubjectAt = (turn: number, nudge: number) => Subject;

/** How often whoever's turn it is is reminded. */
const nudges = [1, 2];

/** The message about a procedure that each person got last, by the place of its step. */
export function latestTurns(steps: readonly StepTaken[]): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  for (const [turn, { told }] of steps.entries()) for (const id of told) latest.set(id, turn);
  return latest;
}

interface Stepped {
  readonly ground: TimeGround;
  /** Names the procedure in the keys. */
  readonly key: string;
  readonly subjectAt: SubjectAt;
  readonly before: readonly StepTaken[];
  readonly step: StepTaken;
  /** Whose turn it is now and by when; null when the procedure has ended. */
  readonly waiting: { readonly people: readonly Person[]; readonly dueOn: Temporal.PlainDate } | null;
}

/**
 * What is owed after a step: a new message to each person whom the step tells, the last message of everybody else who
 * was ever told brought up to date, and the reminders of whoever's turn it is now. Whoever took the step has the answer.
 */
export function procedureNotices(stepped: Stepped): readonly Notice[] {
  const { key, subjectAt, before, step, waiting, ground } = stepped;
  const position = before.length;
  const notice = (
    personId: string,
    [turn, nudge]: readonly [number, number],
    mode: Notice['mode'],
    owedAt: Temporal.Instant = step.at,
  ): Notice => ({
    key: `${key}~${position}~${personId}~${turn}.${nudge}`,
    recipient: { kind: 'person', personId },
    subject: subjectAt(turn, nudge),
    mode,
    owedAt,
  });
  const refreshed = [...latestTurns(before)].map(([id, turn]) => notice(id, [turn, 0], 'refresh'));
  const reminded = (before.at(-1)?.asked ?? []).flatMap((id) =>
    nudges.map((nudge) => notice(id, [position - 1, nudge], 'refresh')),
  );
  const told = step.told.filter((id) => id !== step.by).map((id) => notice(id, [position, 0], 'show'));
  const isToCome = (at: Temporal.Instant) => at.epochMilliseconds > step.at.epochMilliseconds;
  const toCome = (waiting?.people ?? []).flatMap(({ id, nonWorkingDays }) =>
    nudgesFor(ground, waiting?.dueOn ?? ground.calendar.holidaysUntil, nonWorkingDays).flatMap((at, index) =>
      // Whoever takes over what is late already has the message itself.
      isToCome(at) ? [notice(id, [position, index + 1], 'show', at)] : [],
    ),
  );
  return [...refreshed, ...reminded, ...told, ...toCome];
}
