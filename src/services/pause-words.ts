import type { PauseRefusal } from '../academy/decide-pause.ts';
import type {
  PauseParty,
  PauseReason,
  PauseState,
  PauseStep,
  PauseTask,
  PauseTerms,
} from '../academy/pause.ts';
import type { Programme } from '../academy/programme.ts';
import { longDate, shortDate } from '../academy/wording.ts';

/** How a pause, its steps and its refusals read. */

const reasonTitles: Readonly<Record<PauseReason, string>> = {
  sickness: 'Long-term sickness',
  bereavement: 'Bereavement',
  'parental-leave': 'Maternity, paternity, adoption or parental leave',
  support: 'Not getting the right level of support',
  other: 'Something else',
  'not-disclosed': 'Not disclosed',
};
export const reasonTitle = (reason: PauseReason): string => reasonTitles[reason];

/** What is chosen from; capability is among them so that whoever looks for it is told what there is instead. */
export const reasonChoices = [
  ...Object.entries(reasonTitles).map(([code, title]) => ({ code, title })),
  { code: 'capability', title: 'Doubts about capability' },
];
export const capabilityRefused =
  'Doubts about capability are no reason for a pause: the programme goes on, with support. A concern, or the next review, is the way to raise them.';

const partyTitle = ({ titles }: Programme, party: PauseParty) => titles[party];

const partiesWords = (programme: Programme, parties: readonly PauseParty[]): string =>
  new Intl.ListFormat('en-GB').format(parties.map((party) => partyTitle(programme, party)));

/** "Monday 2 November 2026 to Sunday 13 December 2026, 42 days" */
export function spanWords({ fromOn, untilOn }: Pick<PauseTerms, 'fromOn' | 'untilOn'>): string {
  if (untilOn === null) return `from ${longDate(fromOn)}, with no end yet`;
  const days = fromOn.until(untilOn).days + 1;
  return `${longDate(fromOn)} to ${longDate(untilOn)}, ${days} ${days === 1 ? 'day' : 'days'}`;
}

const taskTitles: Readonly<
  Record<PauseTask, { readonly title: string; readonly done: string; readonly place: string }>
> = {
  agreement: {
    title: 'Record the pause in the learning agreement',
    done: 'recorded in the learning agreement',
    place: 'learning agreement',
  },
  portfolio: {
    title: 'Record the pause in the portfolio',
    done: 'recorded in the portfolio',
    place: 'portfolio',
  },
  portal: {
    title: 'Record the pause on the funder’s portal',
    done: 'recorded on the funder’s portal',
    place: 'funder’s portal',
  },
};
export const taskTitle = (task: PauseTask): string => taskTitles[task].title;
/** On a button: short enough for a phone. */
export const taskDone = (task: PauseTask): string => `Done: ${taskTitles[task].place}`;

/** What has been done, as an entry of the history. */
export function pauseStepWords(step: PauseStep): string {
  switch (step.step) {
    case 'ask':
      return 'a pause asked for';
    case 'propose':
      return step.untilOn === null
        ? `a pause from ${shortDate(step.fromOn)} proposed`
        : `a pause from ${shortDate(step.fromOn)} to ${shortDate(step.untilOn)} proposed`;
    case 'lengthen':
      return `a later last day proposed, ${shortDate(step.untilOn)}`;
    case 'agree':
      return 'agreed';
    case 'decline':
      return 'did not agree';
    case 'end':
      return `back on ${shortDate(step.backOn)}`;
    case 'withdraw':
      return 'taken back';
    case 'record':
      return taskTitles[step.task].done;
    default:
      return step satisfies never;
  }
}

/** The same with the part in which somebody agreed, or did not. */
export function pauseHistoryWords(programme: Programme, step: PauseStep): string {
  const words = pauseStepWords(step);
  return 'parties' in step && step.parties.length > 0
    ? `${words} as ${partiesWords(programme, step.parties)}`
    : words;
}

/** Where a pause stands, as the line under its heading. */
export function pauseStateWords(state: PauseState, agreed: number): string {
  switch (state.at) {
    case 'asked':
      return 'Asked for, and nothing decided yet';
    case 'proposed':
      return agreed === 0 ? 'Proposed, and agreed by nobody yet' : `Proposed: ${agreed} of 4 have agreed`;
    case 'lengthening':
      return `Agreed as it stands; a later last day is agreed by ${agreed} of 4`;
    case 'agreed':
      return 'Agreed by all four';
    case 'declined':
      return 'Not agreed: the programme goes on';
    case 'withdrawn':
      return 'Taken back: the programme goes on';
    default:
      return state satisfies never;
  }
}

/** Why a step was not taken, and what can be done instead. */
export function pauseRefusalWords(programme: Programme, refusal: PauseRefusal): string {
  switch (refusal.refused) {
    case 'no-pause':
      return 'There is no such pause.';
    case 'already-begun':
      return 'This is under way already: this is how it stands.';
    case 'closed':
      return 'This pause is no longer proposed. Nothing has been changed.';
    case 'not-your-step':
      return `This belongs to: ${partiesWords(programme, refusal.whose)}. Nothing has been changed.`;
    case 'nothing-proposed':
      return 'There is nothing to agree to any more: this is how it stands.';
    case 'not-yet-agreed':
      return 'Not yet: all four have to agree to the pause first.';
    case 'already-done':
      return 'That has been done already: this is how it stands now.';
    case 'ends-before-it-begins':
      return 'The last day is before the first one.';
    case 'before-start':
      return refusal.startOn === null
        ? 'The programme has not begun, so there is nothing to pause yet.'
        : `The programme begins on ${longDate(refusal.startOn)}: a pause can begin on that day or later.`;
    case 'back-too-early':
      return `The pause has to have begun: the first day back is ${longDate(refusal.earliestOn)} or later.`;
    case 'back-too-late':
      return `It ends of itself before that: ${longDate(refusal.latestOn)} is the first day back. For a longer pause, propose a later last day.`;
    case 'not-longer':
      return refusal.untilOn === null
        ? 'This pause has no end yet: say on which day they are back once it is known.'
        : `It lasts until ${longDate(refusal.untilOn)} already. Choose a later day.`;
    case 'has-begun':
      return `It began on ${longDate(refusal.fromOn)}: say on which day they are back instead.`;
    default:
      return refusal satisfies never;
  }
}
