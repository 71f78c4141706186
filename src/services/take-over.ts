import type { Temporal } from 'temporal-polyfill';
import {
  type ConcernStep,
  concernAsked,
  concernStateOf,
  isOpenConcern,
  stepsOfConcern,
} from '../academy/concern.ts';
import {
  isOpenMove,
  type MoveStep,
  moveStateOf,
  type StepTaken,
  stepsOfMove,
  type TakenOver,
  turnOf,
} from '../academy/move-team.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import type { TimeGround } from '../academy/time-limit.ts';
import { concernSubject } from './concern-step.ts';
import { moveSubject } from './move-request.ts';
import type { Fact, Person } from './ports.ts';
import { procedureNotices, type SubjectAt } from './procedure-notices.ts';
import { type Holders, peopleOf } from './procedure-people.ts';

/* Somebody who comes to hold a function in the middle of a procedure, when it is the turn of that function. */

interface Open<Step extends StepTaken> {
  readonly key: string;
  readonly steps: readonly Step[];
  readonly asked: readonly AcademyFunction[];
  readonly dueOn: Temporal.PlainDate;
  /** Whom it is about, who has no part in it. */
  readonly aboutId: string | null;
  readonly subjectAt: SubjectAt;
}

interface Taken {
  readonly step: TakenOver & StepTaken;
  readonly facts: readonly Fact[];
}

/**
 * The step by which whoever holds the first function that is new to the procedure takes over, with their card and their
 * reminders; the card of whoever had it before is brought up to date. Undefined while everybody has been asked.
 */
function taken(
  ground: TimeGround,
  holders: Holders,
  open: Open<StepTaken>,
  at: Temporal.Instant,
): Taken | undefined {
  const { steps, asked, aboutId } = open;
  const before = steps.at(-1)?.asked ?? [];
  const without = [...before, aboutId];
  const name = asked.find((one) => peopleOf(holders, [one], without).length > 0);
  if (name === undefined) return undefined;
  const newcomers = peopleOf(holders, [name], without);
  const standing = peopleOf(holders, asked, [aboutId]).filter(({ id }) => before.includes(id));
  const people: readonly Person[] = [...standing, ...newcomers];
  const [first] = newcomers;
  const step = {
    step: 'take-over',
    function: name,
    by: first?.id ?? '',
    byName: newcomers.map((person) => person.name).join(', '),
    at,
    told: newcomers.map(({ id }) => id),
    asked: people.map(({ id }) => id),
  } as const;
  const { key, subjectAt, dueOn } = open;
  const notices = procedureNotices({
    ground,
    key,
    subjectAt,
    before: steps,
    // Nobody pressed anything, so that everybody whom it tells gets their message.
    step: { ...step, by: '' },
    waiting: { people, dueOn },
  });
  const audited = { fact: 'audited', verb: 'take-over', by: step.by, outcome: name } as const;
  return { step, facts: [...notices.map((notice): Fact => ({ fact: 'notice-owed', notice })), audited] };
}

function ofMoves(ground: TimeGround, file: ParticipantFile, holders: Holders, at: Temporal.Instant): Fact[] {
  const { id: participantId } = file.participant;
  for (const requestId of new Set(file.moveSteps.map((step) => step.requestId))) {
    const steps = stepsOfMove(file.moveSteps, requestId);
    const state = moveStateOf(ground, steps);
    if (!isOpenMove(state)) continue;
    const open: Open<MoveStep> = {
      key: `move-request~${requestId}`,
      steps,
      asked: [turnOf(state)],
      dueOn: state.dueOn,
      aboutId: null,
      subjectAt: (turn, nudge) => moveSubject(participantId, requestId, turn, nudge),
    };
    const passed = taken(ground, holders, open, at);
    if (passed === undefined) continue;
    const step = { ...passed.step, requestId };
    return [{ fact: 'move-request-stepped', step, position: file.moveSteps.length }, ...passed.facts];
  }
  return [];
}

function ofConcerns(
  ground: TimeGround,
  file: ParticipantFile,
  holders: Holders,
  at: Temporal.Instant,
): Fact[] {
  const { id: participantId } = file.participant;
  for (const concernId of new Set(file.concernSteps.map((step) => step.concernId))) {
    const steps = stepsOfConcern(file.concernSteps, concernId);
    const state = concernStateOf(ground, steps);
    if (!isOpenConcern(state)) continue;
    const open: Open<ConcernStep> = {
      key: `concern~${concernId}`,
      steps,
      asked: concernAsked(state),
      dueOn: state.dueOn,
      aboutId: state.aboutId,
      subjectAt: (turn, nudge) => concernSubject(participantId, concernId, turn, nudge),
    };
    const passed = taken(ground, holders, open, at);
    if (passed === undefined) continue;
    const step = { ...passed.step, concernId };
    return [{ fact: 'concern-stepped', step, position: file.concernSteps.length }, ...passed.facts];
  }
  return [];
}

/** Whether any procedure is open at all, so that nobody's holders are read for nothing. */
export function hasOpenProcedure(ground: TimeGround, file: ParticipantFile): boolean {
  const moves = new Set(file.moveSteps.map(({ requestId }) => requestId));
  const concerns = new Set(file.concernSteps.map(({ concernId }) => concernId));
  return (
    [...moves].some((id) => isOpenMove(moveStateOf(ground, stepsOfMove(file.moveSteps, id)))) ||
    [...concerns].some((id) => isOpenConcern(concernStateOf(ground, stepsOfConcern(file.concernSteps, id))))
  );
}

/** One take-over of each of the two procedures; what is left is found by the look that follows a change. */
export const takeOverFacts = (
  ground: TimeGround,
  file: ParticipantFile,
  holders: Holders,
  at: Temporal.Instant,
): readonly Fact[] => [...ofMoves(ground, file, holders, at), ...ofConcerns(ground, file, holders, at)];
