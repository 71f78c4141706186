import type { CivilDay } from './civil-days.ts';
import { lapseDay } from './groundwork.ts';
import { rhythmWords } from './period.ts';
import type { ItemKind } from './plan-item.ts';
import type { Scheduled } from './reminder-schedule.ts';
import type { Standings } from './standings.ts';
import { countWords, shortDay, waitWords } from './wording.ts';

/** What a notice is worded from: the notice itself, the day on which it is read, and how things stand on that day. */
interface Telling {
  readonly notice: Scheduled;
  readonly today: CivilDay;
  readonly year: Standings;
  /** The NQSW, by name where it is known. */
  readonly who: string;
}

/** What takes place of itself is "on" a day; everything else is "due". */
const takesPlace: ReadonlySet<ItemKind> = new Set(['meeting', 'milestone']);
/** What nobody records needs no word about recording. */
const unrecorded: ReadonlySet<ItemKind> = new Set(['meeting', 'milestone', 'claim', 'decision']);
/** What is done rather than held. */
const isDone: ReadonlySet<ItemKind> = new Set(['recording', 'document']);

function whenLine({ notice: { draft, due }, today, year }: Telling): string {
  const isDue = takesPlace.has(draft.kind) ? '' : ' due';
  const wait = waitWords(due, today, year.ground.calendar);
  if (due > today + 1) return `is${isDue} ${wait}, on ${shortDay(due)}`;
  return due >= today ? `is${isDue} ${wait}, ${shortDay(due)}` : `was${isDue} on ${shortDay(due)}`;
}

function lateLine({ notice: { draft, due }, today, year }: Telling): string {
  if (due >= today || takesPlace.has(draft.kind)) return '';
  return `, ${waitWords(due, today, year.ground.calendar)}`;
}

function lapseLine({ notice: { draft, due }, year }: Telling): string {
  const { cadenceDecision } = year.programme;
  const lapse = lapseDay(draft, due, year);
  if (cadenceDecision === null || lapse === null) return '';
  return ` Unanswered, it becomes ${rhythmWords(cadenceDecision.unlessAnswered)} on ${shortDay(lapse)}.`;
}

function toNqsw(telling: Telling): string {
  const { notice, today, year } = telling;
  const { draft, due } = notice;
  const lead = year.programme.titles[draft.lead];
  const sentence = `${draft.title} ${whenLine(telling)}${lateLine(telling)}.`;
  if (draft.kind === 'milestone') return sentence;
  if (draft.kind === 'decision') return `${sentence} The ${lead} decides with you.${lapseLine(telling)}`;
  if (due >= today || unrecorded.has(draft.kind)) {
    return draft.lead === 'nqsw' ? sentence : `${sentence} Led by the ${lead}.`;
  }
  const done = isDone.has(draft.kind) ? 'done' : 'held';
  if (draft.lead === 'nqsw')
    return `${sentence} Nothing is recorded yet: if it was ${done}, please record it.`;
  return `${sentence} Nothing is recorded yet: if it was ${done}, please ask the ${lead} to record it.`;
}

function toLead(telling: Telling): string {
  const { notice, today, who } = telling;
  const { draft, due } = notice;
  const sentence = `${draft.title} for ${who} ${whenLine(telling)}${lateLine(telling)}.`;
  if (draft.kind === 'decision') return `${sentence}${lapseLine(telling)}`;
  if (due >= today || unrecorded.has(draft.kind)) return sentence;
  return `${sentence} Nothing is recorded yet: please record it, or say that it did not happen.`;
}

/** A channel is read by everybody in it: who, what, since when, and never why. */
function toChannel(telling: Telling): string {
  const { notice, today, year, who } = telling;
  const { draft, position } = notice;
  const lead = year.programme.titles[draft.lead];
  const what = `${draft.title} for ${who} ${whenLine(telling)}`;
  const missed = year.statusOn(draft, position, today) === 'missed';
  if (missed && year.isRecordedOn(draft, today)) {
    return `${what} and is recorded as not held: it counts as missed. Led by the ${lead}.`;
  }
  if (missed) {
    return `${what} and had no record when the next one fell due: it counts as missed. Led by the ${lead}.`;
  }
  return `${what}${lateLine(telling)}, and nothing is recorded. Led by the ${lead}.`;
}

function ofLapse({ notice: { draft, due }, year: { programme }, who }: Telling): string {
  const what = `${draft.title}, for ${who}, was due on ${shortDay(due)}`;
  if (programme.cadenceDecision === null) return `${what}.`;
  const { lapsesAfterWorkingDays, unlessAnswered } = programme.cadenceDecision;
  const wait = countWords(lapsesAfterWorkingDays, 'working day');
  return `${what} and had no answer within ${wait}: it is now ${rhythmWords(unlessAnswered)}.`;
}

/** A notice in words that are true on the day it is read: never a "tomorrow" once the day has come. */
export function noticeText(telling: Telling): string {
  const { recipient, stage } = telling.notice;
  if (stage === 'lapsed') return ofLapse(telling);
  if (recipient === 'academy-manager-channel') return toChannel(telling);
  return recipient === 'nqsw' ? toNqsw(telling) : toLead(telling);
}
