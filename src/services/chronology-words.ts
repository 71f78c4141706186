import type { AssessmentEntry } from '../academy/assessment.ts';
import type { ChronologyEvent } from '../academy/chronology.ts';
import { exportedCount } from '../academy/complexity.ts';
import type { SessionRecord } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import { countWords, shortDate } from '../academy/wording.ts';
import { categoriesWords } from './caseload-words.ts';
import { concernStepWords } from './concern-words.ts';
import { finalEntryWords } from './final-words.ts';
import { itemTitle } from './item-title.ts';
import { stepWords as moveStepWords } from './move-request-words.ts';
import { pauseHistoryWords, reasonTitle } from './pause-words.ts';
import { didNotHappenWords, disagreementWords } from './record-views.ts';
import { reviewOutcomeWords } from './review-view.ts';
import { correctionReasonWords } from './review-words.ts';
import { yearEntryWords } from './year-entry-words.ts';

/** What a reader of a chronology stands to the NQSW, as far as its words depend on it. */
interface WordedFor {
  /** The assessor’s recommendation is the panel’s business until the panel has decided (A5). */
  readonly recommendations: boolean;
  /** Whether they are among those who agree a pause. */
  readonly pauseReasons: boolean;
  /** In a file to keep a small number by kind of work is not told (L26). */
  readonly isForFile: boolean;
}

function caseloadWords(
  programme: Programme,
  { count, categories }: Extract<ChronologyEvent, { kind: 'caseload' }>,
  { isForFile }: WordedFor,
): string {
  const byKind = categoriesWords(programme, categories, isForFile ? exportedCount : String);
  const complex = byKind === '' ? '' : `; by kind of work: ${byKind}`;
  return `Caseload reported: ${count} ${programme.caseload.unit}${complex}`;
}

/** Only the first: a title such as NQSW keeps its capitals. */
const withSmallLetter = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

function sessionWords(programme: Programme, record: SessionRecord): string {
  const title = itemTitle(programme, record.item);
  if (record.outcome === 'did-not-happen') {
    const why = withSmallLetter(didNotHappenWords(programme)[record.reason]);
    return `${title} did not happen (${why}); rearranged to ${shortDate(record.rearrangedOn)}`;
  }
  const mode = record.mode === 'remote' ? 'remote' : 'face to face';
  const file = {
    yes: 'recorded on the child’s file',
    'not-yet': 'not yet on the child’s file',
    'no-case-discussed': 'no case discussed',
  }[record.childFile];
  return `${title} held, ${countWords(record.minutes, 'minute')}, ${mode}; ${file}`;
}

function enrolmentStepWords(event: Extract<ChronologyEvent, { kind: 'enrolment' }>): string {
  const { step } = event;
  switch (step.step) {
    case 'start':
      return 'Started the programme';
    case 'complete':
      return 'Completed the programme';
    case 'leave':
      return 'Left the programme';
    case 'return':
      return `Returned to the programme, into ${step.cohort}`;
    case 'extend':
      return `Programme extended to ${shortDate(step.to)}`;
    case 'pause':
      return 'Programme paused';
    case 'resume':
      return 'Programme resumed';
    default:
      return step satisfies never;
  }
}

function assessmentWords(programme: Programme, entry: AssessmentEntry, reader: WordedFor): string {
  switch (entry.entry) {
    case 'review': {
      const { outcome, correction } = entry;
      const held = `${itemTitle(programme, entry.item)} held: ${reviewOutcomeWords[outcome].toLowerCase()}`;
      if (correction === undefined) return held;
      return `${held} (corrected: ${withSmallLetter(correctionReasonWords[correction.because])})`;
    }
    case 'observation':
      return `Direct observation by the ${programme.titles[entry.observer]}`;
    case 'evidence':
      return `Document received: ${itemTitle(programme, entry.item)}`;
    default: {
      const words = finalEntryWords(entry, !reader.recommendations);
      return `Final assessment: ${words}`;
    }
  }
}

function alertWords(
  programme: Programme,
  event: Extract<ChronologyEvent, { kind: 'caseload-alert' | 'overdue-alert' }>,
): string {
  const change = event.change === 'opened' ? 'opened' : 'closed';
  if (event.kind === 'caseload-alert') {
    return `Caseload alert ${change}: ${event.count} of ${event.cap} ${programme.caseload.unit}`;
  }
  return `Overdue alert ${change}: ${itemTitle(programme, event.item)}, due ${shortDate(event.dueOn)}`;
}

type PauseEvent = Extract<ChronologyEvent, { kind: 'pause' | 'pause-step' | 'pause-over' }>;

/** The kind of reason is for those who agree the pause alone. */
function pauseWords(programme: Programme, event: PauseEvent, { pauseReasons }: WordedFor): string {
  if (event.kind === 'pause') {
    return event.untilOn === null
      ? 'Programme paused, with no end yet'
      : `Programme paused until ${shortDate(event.untilOn)}`;
  }
  if (event.kind === 'pause-over') {
    return event.catchesUp
      ? `First day back after the pause; what moved is shown to the ${programme.titles.nqsw}`
      : 'First day back after the pause';
  }
  const { step, settles } = event;
  const reason =
    step.step === 'propose' && pauseReasons ? ` (${withSmallLetter(reasonTitle(step.reason))})` : '';
  const words = `${pauseHistoryWords(programme, step)}${reason}${settles ? '; all four have agreed' : ''}`;
  return step.step === 'ask' || step.step === 'propose' ? `A ${words.slice(2)}` : `Pause: ${words}`;
}

/** What happened, in the council's words: facts, dates and codes, and nothing of what was said (L5, Q19). */
export function eventWords(programme: Programme, event: ChronologyEvent, reader: WordedFor): string {
  const { titles } = programme;
  switch (event.kind) {
    case 'programme-began':
      return 'The programme begins';
    case 'allocated':
      return `${titles[event.function]}: ${event.name}`;
    case 'allocation-ended':
      return `Last day of ${event.name} as ${titles[event.function]}`;
    case 'session':
      return sessionWords(programme, event.record);
    case 'record-answered': {
      const { answer, reason } = event.confirmation;
      const title = itemTitle(programme, event.item);
      if (answer === 'agreed') return `Agreed with the record of ${title}`;
      const why = reason === null ? '' : `: ${disagreementWords[reason].toLowerCase()}`;
      return `Did not agree with the record of ${title}${why}`;
    }
    case 'caseload':
      return caseloadWords(programme, event, reader);
    case 'caseload-alert':
    case 'overdue-alert':
      return alertWords(programme, event);
    case 'pause':
    case 'pause-step':
    case 'pause-over':
      return pauseWords(programme, event, reader);
    case 'enrolment':
      return enrolmentStepWords(event);
    case 'standards':
      return event.standards === null
        ? 'Reviews are held against the standards of their dates'
        : `Reviews are held against ${programme.standards.find(({ code }) => code === event.standards)?.name ?? event.standards}`;
    case 'move-request':
      return `Request to move team: ${moveStepWords(programme, event.step)}`;
    case 'concern':
      return `Concern: ${concernStepWords(programme, event.step)}`;
    case 'assessment':
      return assessmentWords(programme, event.entry, reader);
    case 'year':
      return event.about === null
        ? yearEntryWords(programme, event.entry)
        : `${itemTitle(programme, event.about)}: ${withSmallLetter(yearEntryWords(programme, event.entry))}`;
    default:
      return event satisfies never;
  }
}
