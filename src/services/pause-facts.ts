import { Temporal } from 'temporal-polyfill';
import { civilDay } from '../academy/civil-days.ts';
import type { ParticipantFile, Pause } from '../academy/participant-file.ts';
import {
  awaitedFor,
  type PauseAct,
  type PauseParty,
  type PauseState,
  type PauseStep,
  pauseParties,
  pauseStateOf,
} from '../academy/pause.ts';
import { reminderInstant } from '../academy/sending-time.ts';
import { dayOf, nudgesFor } from '../academy/time-limit.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { withPause } from './pause-preview.ts';
import type { PauseShown } from './pause-view.ts';
import type { Fact, Notice, Person, Subject } from './ports.ts';
import { procedureNotices } from './procedure-notices.ts';
import { type Holders, peopleOf } from './procedure-people.ts';

/** Who is concerned, and the hour at which the NQSW wants to be told. */
export interface PauseAround {
  readonly holders: Holders;
  /** "HH:mm", or null for the programme's own. */
  readonly hour: string | null;
}

export const pauseSubject = (
  participantId: string,
  pauseId: string,
  turn: number,
  nudge: number,
): Subject => ({ card: 'pause', participantId, pauseId, turn, nudge });

/** Steps that put new terms before people: each begins a message of its own, also for whoever took it. */
export const beginsAnew = (act: PauseAct): boolean =>
  act.step === 'ask' || act.step === 'propose' || act.step === 'lengthen' || act.step === 'end';

function toldParties(act: PauseAct, next: PauseState | undefined): readonly PauseParty[] | 'told-before' {
  switch (act.step) {
    case 'ask':
      return ['academy-manager'];
    case 'propose':
    case 'lengthen':
    case 'end':
      return pauseParties;
    case 'agree':
      return next?.at === 'agreed' ? pauseParties : [];
    case 'decline':
    case 'withdraw':
      return 'told-before';
    case 'record':
      return [];
    default:
      return act satisfies never;
  }
}

function toldBy(
  act: PauseAct,
  next: PauseState | undefined,
  before: readonly PauseStep[],
  holders: Holders,
  by: string,
): readonly string[] {
  const told = toldParties(act, next);
  const ids =
    told === 'told-before'
      ? before.flatMap((step) => step.told)
      : peopleOf(holders, told).map(({ id }) => id);
  const others = [...new Set(ids)].filter((id) => id !== by);
  return beginsAnew(act) ? [by, ...others] : others;
}

/** The agreed pause that a step leaves in the file; `none` when it takes one away, undefined when it changes none. */
function pauseLeft(
  shown: PauseShown,
  act: PauseAct,
  next: PauseState | undefined,
): Pause | 'none' | undefined {
  if (act.step === 'withdraw' && shown.state?.at === 'agreed') return 'none';
  if (act.step !== 'end' && act.step !== 'agree') return undefined;
  if (next?.at !== 'agreed') return undefined;
  const { fromOn, untilOn } = next.terms;
  return { pauseId: shown.pauseId, fromOn, untilOn };
}

/** On the first day on which the NQSW is back at work, at the hour at which they are reminded (Q22). */
function catchUp(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  participantId: string,
  { pauseId, untilOn }: Pause,
  nqsw: Person | undefined,
  hour: string | null,
): readonly Notice[] {
  const backOn = untilOn?.add({ days: 1 });
  const [at] = backOn === undefined ? [] : nudgesFor(needs, backOn, nqsw?.nonWorkingDays ?? []);
  if (nqsw === undefined || backOn === undefined || at === undefined) return [];
  const day = civilDay(dayOf(needs, at));
  return [
    {
      key: `pause~${pauseId}~back~${backOn}`,
      recipient: { kind: 'person', personId: nqsw.id },
      subject: { card: 'pause-return', participantId, pauseId, backOn },
      mode: 'show',
      owedAt: reminderInstant(needs.programme, day, hour ?? undefined),
    },
  ];
}

const channelNotice = (participantId: string, pauseId: string, position: number, owedAt: Temporal.Instant) =>
  ({
    key: `pause-post~${pauseId}~${position}`,
    recipient: { kind: 'escalations' },
    subject: { card: 'pause-post', participantId, pauseId },
    mode: 'show',
    owedAt,
  }) satisfies Notice;

function factsOfPause(
  needs: Needs,
  shown: PauseShown,
  left: Pause | 'none' | undefined,
  { holders, hour }: PauseAround,
  at: Temporal.Instant,
): readonly Fact[] {
  if (left === undefined) return [];
  const { file, pauseId, steps } = shown;
  const participantId = file.participant.id;
  const post: Fact = {
    fact: 'notice-owed',
    notice: channelNotice(participantId, pauseId, steps.length, at),
  };
  if (left === 'none') {
    const gone = file.pauses.find((pause) => pause.pauseId === pauseId);
    return gone === undefined ? [post] : [{ fact: 'pause-withdrawn', pause: gone }, post];
  }
  const [nqsw] = holders.get('nqsw') ?? [];
  const back = catchUp(needs, participantId, left, nqsw, hour);
  return [
    { fact: 'pause-agreed', pause: left },
    post,
    ...back.map((notice): Fact => ({ fact: 'notice-owed', notice })),
  ];
}

/** A further agreement does not remind those who are still to agree a second time. */
const isReminderOfBefore = ({ subject, mode, owedAt }: Notice, now: Temporal.Instant): boolean =>
  mode === 'show' && 'nudge' in subject && subject.nudge > 0 && Temporal.Instant.compare(owedAt, now) <= 0;

/** Whoever puts new terms before people did so on the card that showed the old ones: it shows the new ones already. */
const isOnOwnCard = ({ recipient, mode }: Notice, act: PauseAct, by: string): boolean =>
  beginsAnew(act) && mode === 'refresh' && recipient.kind === 'person' && recipient.personId === by;

/** What a step that may be taken adds to the file. */
export function pauseFacts(
  needs: Needs,
  asker: Asker,
  shown: PauseShown,
  act: PauseAct,
  around: PauseAround,
): { readonly facts: readonly Fact[]; readonly file: ParticipantFile } {
  const { file, pauseId, steps } = shown;
  const { id: by, name: byName } = asker.person;
  const draft: PauseStep = { ...act, pauseId, by, byName, at: asker.now, told: [], asked: [] };
  const next = pauseStateOf(needs, [...steps, draft]);
  const awaited = awaitedFor(next);
  const waiting =
    awaited === null ? null : { people: peopleOf(around.holders, awaited.parties), dueOn: awaited.dueOn };
  const step: PauseStep = {
    ...draft,
    told: toldBy(act, next, steps, around.holders, by),
    asked: (waiting?.people ?? []).map(({ id }) => id),
  };
  const notices = procedureNotices({
    ground: needs,
    key: `pause~${pauseId}`,
    subjectAt: (turn, nudge) => pauseSubject(file.participant.id, pauseId, turn, nudge),
    before: steps,
    step,
    waiting,
  }).filter((notice) => !isReminderOfBefore(notice, asker.now) && !isOnOwnCard(notice, act, by));
  const left = pauseLeft(shown, act, next);
  const facts: readonly Fact[] = [
    { fact: 'pause-stepped', step, position: file.pauseSteps.length },
    ...factsOfPause(needs, shown, left, around, asker.now),
    ...notices.map((notice): Fact => ({ fact: 'notice-owed', notice })),
    { fact: 'audited', verb: `pause-${act.step}`, by, outcome: 'done' },
  ];
  const changed = left === undefined ? file : withPause(file, pauseId, left === 'none' ? null : left);
  return { facts, file: { ...changed, pauseSteps: [...file.pauseSteps, step] } };
}
