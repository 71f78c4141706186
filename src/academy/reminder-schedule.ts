import type { CivilDay } from './civil-days.ts';
import type { Draft } from './draft.ts';
import { lapseDay } from './groundwork.ts';
import type { ItemStatus } from './plan-item.ts';
import { escalationStage, isOverdueStage, stageDay, stagesOf } from './reminder-stages.ts';
import type { AcademyFunction } from './roles.ts';
import {
  type Absence,
  firstReachable,
  lastReachable,
  type Reachable,
  reachableDays,
} from './sending-time.ts';
import type { ReminderStage } from './stage-name.ts';
import type { Standings } from './standings.ts';

/** `lapsed`: a decision that nobody took counts as taken from this day (A16). */
export type NoticeStage = ReminderStage | 'lapsed';

/** Whom a notice is for: the holder of a function, or the channel that escalations go to. */
export type NoticeRecipient = AcademyFunction | 'academy-manager-channel';

/** When each function's holder does not work; the channel is always there. */
export type Absences = Partial<Record<AcademyFunction, Absence>>;

/** One reminder of one item for one recipient, and the day on which it goes out. */
export interface Scheduled {
  readonly draft: Draft;
  readonly position: number;
  readonly due: CivilDay;
  readonly stage: NoticeStage;
  readonly recipient: NoticeRecipient;
  readonly day: CivilDay;
}

/** Everybody's reachable days, worked out once for a participant. */
export type Reach = (recipient: NoticeRecipient) => Reachable;

export function reachOf({ ground }: Standings, absences: Absences): Reach {
  const known = new Map<NoticeRecipient, Reachable>();
  return (recipient) => {
    const found = known.get(recipient);
    if (found !== undefined) return found;
    const absence = recipient === 'academy-manager-channel' ? undefined : absences[recipient];
    const made = reachableDays(ground, absence);
    known.set(recipient, made);
    return made;
  };
}

/** A13: a reminder goes out on the recipient's last working day up to its stage, a nudge on the first from it; none before the clock start (A12). */
function dayFor(
  stage: NoticeStage,
  wanted: CivilDay,
  start: CivilDay,
  reachable: Reachable,
): CivilDay | null {
  if (stage === 'lapsed' || isOverdueStage(stage)) return firstReachable(reachable, wanted);
  const day = lastReachable(reachable, wanted, start);
  // The first day of the programme has no earlier one: what falls on it follows as soon as it can.
  return day === null && stage === 'day' ? firstReachable(reachable, wanted) : day;
}

/** The NQSW and the lead hear of every stage, the channel of the last (A12); claims and lapses are the Academy Manager's (A16). */
function recipientsOf({ kind, lead }: Draft): readonly NoticeRecipient[] {
  if (kind === 'claim') return [lead, 'academy-manager-channel'];
  return lead === 'nqsw' ? ['nqsw', 'academy-manager-channel'] : ['nqsw', lead, 'academy-manager-channel'];
}

/** Whether an item that stands like this on a day still gives cause for the notice (RULES, "States of an item"). */
export function isCauseFor(
  { draft, stage, recipient }: Pick<Scheduled, 'draft' | 'stage' | 'recipient'>,
  status: ItemStatus,
  isRecorded: boolean,
): boolean {
  if (stage === 'lapsed') return status === 'done' && !isRecorded;
  switch (status) {
    case 'upcoming':
    case 'due':
    case 'overdue':
      return true;
    case 'missed':
      return recipient === 'academy-manager-channel';
    case 'done':
      // A milestone is done by itself on its day, and that is what the notice says.
      return draft.kind === 'milestone' && !isRecorded && !isOverdueStage(stage);
    case 'suspended':
    case 'cancelled':
      return false;
    default:
      return status satisfies never;
  }
}

interface Wanted {
  readonly stage: NoticeStage;
  readonly day: CivilDay;
}

function wantedDays(year: Standings, draft: Draft, due: CivilDay): Wanted[] {
  const { programme, ground } = year;
  const wanted = stagesOf(programme, draft.kind).flatMap((stage): Wanted[] => {
    const day = stageDay(stage, due, ground);
    return day === null ? [] : [{ stage, day }];
  });
  const lapse = lapseDay(draft, due, year);
  return lapse === null ? wanted : [...wanted, { stage: 'lapsed', day: lapse }];
}

const isFor = (recipient: NoticeRecipient, stage: NoticeStage, escalation: NoticeStage | undefined) =>
  recipient === 'academy-manager-channel' ? stage === escalation : stage !== 'lapsed';

/** Nobody is reminded of somebody who has completed the programme or left it. */
const isOffProgramme = ({ last }: Standings, day: CivilDay) => last !== null && day > last;

/** One recipient's notices of one item, in order: of two on one day the later stage stands for both (A12). */
function forRecipient(
  year: Standings,
  reachable: Reachable,
  wanted: readonly Wanted[],
  item: Pick<Scheduled, 'draft' | 'position' | 'due' | 'recipient'>,
): Scheduled[] {
  const { draft, position, due } = item;
  const found: Scheduled[] = [];
  for (const { stage, day: wantedDay } of wanted) {
    const day = dayFor(stage, wantedDay, year.ground.start, reachable);
    if (day === null || isOffProgramme(year, day) || year.dueOn(draft, position, day) !== due) continue;
    const notice = { ...item, stage, day };
    if (!isCauseFor(notice, year.statusOn(draft, position, day), year.isRecordedOn(draft, day))) continue;
    if (found.at(-1)?.day === day) found.pop();
    found.push(notice);
  }
  return found;
}

function itemNotices(year: Standings, reach: Reach, draft: Draft, position: number): Scheduled[] {
  const escalation = escalationStage(year.programme, draft.kind);
  return year.duesOf(draft, position).flatMap((due) => {
    const wanted = wantedDays(year, draft, due);
    const told = recipientsOf(draft).flatMap((recipient) => {
      const stages = wanted.filter(({ stage }) => isFor(recipient, stage, escalation));
      return forRecipient(year, reach(recipient), stages, { draft, position, due, recipient });
    });
    const lapse = wanted.filter(({ stage }) => stage === 'lapsed');
    const recipient = 'academy-manager';
    return [...told, ...forRecipient(year, reach(recipient), lapse, { draft, position, due, recipient })];
  });
}

/** Every reminder of a participant's year, each on its day: what is owed between two instants is a part of this. */
export function reminderSchedule(year: Standings, reach: Reach): Scheduled[] {
  return year.drafts.flatMap((draft, position) => itemNotices(year, reach, draft, position));
}
