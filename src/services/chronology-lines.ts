import type { Temporal } from 'temporal-polyfill';
import { type ChronologyEntry, chronologyOf } from '../academy/chronology.ts';
import { concernReaches, concernStateOf, stepsOfConcern } from '../academy/concern.ts';
import { moveReaches, stepsOfMove } from '../academy/move-team.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PauseStep } from '../academy/pause.ts';
import { stepsThatLedToIt } from '../academy/pause-chronology.ts';
import { isOpenTo, seriesOfItem } from '../academy/recording.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import type { YearEntry } from '../academy/year-entry.ts';
import { type Asker, standing } from './asker.ts';
import { eventWords } from './chronology-words.ts';
import type { Needs } from './needs.ts';
import type { Relation } from './permission.ts';
import { functionsFor } from './procedure-people.ts';

/** One entry of a chronology, worded. */
export interface ChronologyLine {
  readonly on: Temporal.PlainDate;
  readonly what: string;
  /** Who recorded it; '' for what the roster says. */
  readonly who: string;
  readonly recordedAt: Temporal.Instant | null;
  readonly isSuperseded: boolean;
}

/** How far somebody may read in a file, beside what everybody reads who may see its chronology. */
export interface ChronologyReader {
  readonly personId: string | null;
  /** The functions in which they follow a request to move team, and a concern. */
  readonly moves: readonly AcademyFunction[];
  readonly concerns: readonly AcademyFunction[];
  readonly recommendations: boolean;
  /** The functions in which they follow a pause. */
  readonly pauses: readonly AcademyFunction[];
  readonly pauseReasons: boolean;
  /** How they stand to the NQSW: a closed series is for those who hold its sessions alone (L7). */
  readonly standing: readonly Relation[];
  /** Whether it is read in a file that leaves the academy, and not on a card. */
  readonly isForFile: boolean;
}

export function readerOf(asker: Asker, file: ParticipantFile): ChronologyReader {
  const concerns = functionsFor(asker, file, 'follow-concern');
  const pauses = functionsFor(asker, file, 'follow-pause');
  return {
    personId: asker.person.id,
    moves: functionsFor(asker, file, 'follow-move-request'),
    concerns,
    recommendations: concerns.some((name) => name === 'assessor' || name === 'academy-manager'),
    pauses,
    pauseReasons: pauses.length > 0,
    standing: standing(asker, file),
    isForFile: false,
  };
}

/** Whoever reads in the academy's name, as on the command line. */
export const academyReader: ChronologyReader = {
  personId: null,
  moves: ['academy-manager'],
  concerns: ['academy-manager'],
  recommendations: true,
  pauses: ['academy-manager'],
  pauseReasons: true,
  standing: [],
  isForFile: true,
};

type Ground = Pick<Needs, 'programme' | 'calendar' | 'people'>;

/** A probation that is not confirmed is the manager's to say, and no part of a chronology that others read (T3). */
const isForManagerAlone = (entry: YearEntry) =>
  entry.entry === 'probation' && entry.answer === 'not-confirmed';

/** Of protected time others see the share and no hours (Q11). */
const isForNqswAlone = ({ entry }: YearEntry) => entry === 'protected-time';

/** Of the entries of a year those of series that are open to this reader, and what was said to them. */
function openEntries(file: ParticipantFile, isOpen: (item: string) => boolean, isOwn: boolean) {
  const isShown = (entry: YearEntry) =>
    !isForManagerAlone(entry) &&
    (isOwn || !isForNqswAlone(entry)) &&
    (!('item' in entry) || isOpen(entry.item));
  const hidden = new Set(file.entries.filter((one) => !isShown(one)).map(({ entryId }) => entryId));
  return file.entries.filter((one) => isShown(one) && !('proposal' in one && hidden.has(one.proposal)));
}

/**
 * Which steps of a pause a reader may know of: those who agree it from the proposal on, the NQSW and the Academy Manager
 * from the wish on, everybody else what led to days that were agreed, without the wish.
 */
function pauseStepsOpenTo({ pauseSteps }: ParticipantFile, { pauses }: ChronologyReader) {
  const openOf = (steps: readonly PauseStep[]): readonly PauseStep[] => {
    if (pauses.includes('nqsw') || pauses.includes('academy-manager')) return steps;
    if (pauses.length === 0) return stepsThatLedToIt(steps);
    return steps.some(({ step }) => step === 'propose') ? steps : [];
  };
  const byPause = Map.groupBy(pauseSteps, ({ pauseId }) => pauseId);
  const open = new Set([...byPause.values()].flatMap(openOf));
  return (step: PauseStep) => open.has(step);
}

/** The file without the concerns and requests that have not reached this reader: of those nothing may show (M10). */
function reachedFile(needs: Ground, file: ParticipantFile, reader: ChronologyReader): ParticipantFile {
  const isReachedMove = (requestId: string) =>
    moveReaches(stepsOfMove(file.moveSteps, requestId)).some((name) => reader.moves.includes(name));
  const isReachedConcern = (concernId: string) => {
    const state = concernStateOf(needs, stepsOfConcern(file.concernSteps, concernId));
    if (state === undefined || (state.aboutId !== null && state.aboutId === reader.personId)) return false;
    return concernReaches(state).some((name) => reader.concerns.includes(name));
  };
  const isOpen = (item: string) => isOpenTo(needs.programme, seriesOfItem(item), reader.standing);
  return {
    ...file,
    records: file.records.filter(({ item }) => isOpen(item)),
    overdueAlerts: file.overdueAlerts.filter(({ item }) => isOpen(item)),
    entries: openEntries(file, isOpen, reader.standing.includes('self')),
    moveSteps: file.moveSteps.filter(({ requestId }) => isReachedMove(requestId)),
    concernSteps: file.concernSteps.filter(({ concernId }) => isReachedConcern(concernId)),
  };
}

async function authors(
  { people }: Pick<Needs, 'people'>,
  entries: readonly ChronologyEntry[],
): Promise<(entry: ChronologyEntry) => string> {
  const unnamed = entries.flatMap(({ by }) => (by !== null && by.name === null ? [by.id] : []));
  const ids = [...new Set(unnamed)].filter((id) => id !== 'command-line');
  const found = await Promise.all(ids.map(async (id) => [id, (await people.byId(id))?.name] as const));
  const names = new Map(found);
  return ({ by }) => {
    if (by === null) return '';
    if (by.id === 'command-line') return 'the academy’s administrator';
    return by.name ?? names.get(by.id) ?? 'somebody no longer on the roster';
  };
}

/** Everything in a file that this reader may know of, oldest first (L5, P9). */
export async function chronologyLines(
  needs: Ground,
  file: ParticipantFile,
  reader: ChronologyReader,
  today: Temporal.PlainDate,
): Promise<readonly ChronologyLine[]> {
  const { programme } = needs;
  const all = chronologyOf(reachedFile(needs, file, reader), { today, timeZone: programme.timeZone });
  const isOpen = pauseStepsOpenTo(file, reader);
  const entries = all.filter(({ event }) => event.kind !== 'pause-step' || isOpen(event.step));
  const nameOf = await authors(needs, entries);
  return entries.map((entry) => ({
    on: entry.on,
    what: eventWords(programme, entry.event, reader),
    who: nameOf(entry),
    recordedAt: entry.recordedAt,
    isSuperseded: entry.isSuperseded,
  }));
}
