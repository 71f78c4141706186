import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { isHeldBy, recordingIn } from '../academy/recording.ts';
import {
  type DayRefused,
  type DayWarning,
  isToCome,
  judgeDay,
  type Proposal,
  type ProposalState,
  proposalState,
} from '../academy/reschedule.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { whatsNext } from './ask-buttons.ts';
import { type Asker, standing } from './asker.ts';
import { itemTitle } from './item-title.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { dayInput, nothingFilled, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import type { ActionView, ProcedureView, Tone, View } from './views.ts';
import { type Given, openYearForm, saveYear } from './year-form.ts';

/* Another day for a session to come (P7): what its two sides see of a proposal. */

export type Side = Proposal['side'];

/** Who reads, in the file that it is about. */
export interface Reading {
  readonly needs: Pick<Needs, 'programme' | 'calendar'>;
  readonly asker: Asker;
  readonly file: ParticipantFile;
}

const oneToOne = new Set(['in-full', 'date-only']);

/** On which side of a session the asker stands; undefined for whoever has no part in it, and for what is no session of two. */
export function sideOf(
  { needs, asker, file }: Reading,
  item: Pick<PlanItem, 'series' | 'lead'>,
): Side | undefined {
  if (!oneToOne.has(recordingIn(needs.programme, item.series))) return undefined;
  const relations = standing(asker, file);
  if (relations.includes('self')) return 'nqsw';
  return relations.some((one) => isHeldBy(item.lead, one)) ? 'lead' : undefined;
}

/** From the reminder of a session to come, for either of its two. */
export function otherDayButton(reading: Reading, item: PlanItem): ActionView | null {
  if (!isToCome(item) || sideOf(reading, item) === undefined) return null;
  const { asker, file } = reading;
  if (!may('agree-day', asker.person.roles, standing(asker, file))) return null;
  const { data, ...button } = openYearForm('Agree another day', file.participant.id, 'reschedule', item.id);
  return { ...button, data: { ...data, opens: 'new' } };
}

const mostOffered = 12;

/** The sessions to come of which the asker is one of the two, soonest first. */
export const movable = (reading: Reading): readonly PlanItem[] =>
  planOf(reading.needs, reading.file, reading.asker.today)
    .items.filter((item) => isToCome(item) && sideOf(reading, item) !== undefined)
    .slice(0, mostOffered);

/** A day for one of the sessions, judged on the plan of today. */
function judged({ needs, asker, file }: Reading, item: PlanItem, to: Temporal.PlainDate) {
  const input = planInputOf(file, needs.programme.timeZone);
  const plan = planOf(needs, file, asker.today);
  return judgeDay({ calendar: needs.calendar, input, plan }, item, to);
}

const refusedWords: Readonly<Record<DayRefused, string>> = {
  'not-open': 'That session is recorded, or its day has gone by.',
  'same-day': 'It is on that day already. Choose another one.',
  'in-past': 'That day has gone by. Choose one to come.',
  'in-pause': 'The programme is paused on that day. Choose one before or after the pause.',
  'after-end': 'The programme is over by that day. Choose an earlier one.',
};

function warningWords(warning: DayWarning, to: Temporal.PlainDate): string {
  switch (warning.warns) {
    case 'not-working':
      return `${longDate(to)} is not a working day.`;
    case 'neighbour': {
      const on = warning.other.heldOn ?? warning.other.due;
      return `It would not lie between its neighbours: ${warning.other.title} is on ${on === null ? 'no day yet' : shortDate(on)}.`;
    }
    case 'floor': {
      const { fromOn, untilOn } = warning.breach;
      return `The national standard would not be kept: no reflective supervision from ${shortDate(fromOn)} to ${shortDate(untilOn)}.`;
    }
    default:
      return warning satisfies never;
  }
}

/** What is said of a day for a session: why not, or what speaks against it; '' where nothing does. */
export function dayWords(
  reading: Reading,
  item: PlanItem,
  to: Temporal.PlainDate,
): { readonly refused: string; readonly warned: string } {
  const answer = judged(reading, item, to);
  if (!answer.ok) return { refused: refusedWords[answer.refused], warned: '' };
  return { refused: '', warned: answer.warnings.map((one) => warningWords(one, to)).join(' ') };
}

const tones: Partial<Record<ProposalState, Tone>> = { agreed: 'good', declined: 'warning' };

function stateWords({ byName, to, from }: Proposal, state: ProposalState): string {
  switch (state) {
    case 'open':
      return `${byName} proposes ${longDate(to)} instead of ${longDate(from)}`;
    case 'agreed':
      return `Agreed: ${longDate(to)} instead of ${longDate(from)}`;
    case 'declined':
      return `Not agreed: it stays on ${longDate(from)}`;
    case 'withdrawn':
      return `Taken back: it stays on ${longDate(from)}`;
    case 'replaced':
      return 'Another day has been proposed since';
    case 'overtaken':
      return 'No longer open: the session has been recorded or has another date by now';
    default:
      return state satisfies never;
  }
}

/** What the reader can do about a proposal that is open. */
function sectionsFor(
  { file }: Reading,
  proposal: Proposal,
  isOwn: boolean,
  given: Given,
  warned: string,
): ProcedureView['sections'] {
  const about = { ...given, about: proposal.entryId };
  const button = (title: string, step: string) => saveYear(title, { file }, 'reschedule', about, step);
  if (isOwn) {
    return [
      {
        title: 'It waits for an answer',
        inputs: [],
        actions: [button('Take the proposal back', 'withdraw')],
      },
    ];
  }
  const anyway = button('Propose it all the same', `anyway-${given.filled.values.on ?? ''}`);
  return [
    {
      title: 'Does that day suit you?',
      inputs: [],
      actions: [button('Agree', 'agree'), button('Decline', 'decline')],
    },
    {
      title: 'Or another day',
      inputs: [dayInput(given.filled, 'on', 'Another day')],
      actions: [button('Propose this day', 'propose'), ...(warned === '' ? [] : [anyway])],
    },
  ];
}

const settled: ProcedureView['sections'][number] = {
  title: 'Your next dates',
  inputs: [],
  actions: [whatsNext],
};

/** A proposal as it stands now, for one of its two sides. */
export function proposalView(
  reading: Reading,
  proposal: Proposal,
  side: Side,
  given: Given,
  warned = '',
): View {
  const { needs, asker, file } = reading;
  const plan = planOf(needs, file, asker.today);
  const state = proposalState(file.entries, proposal, plan);
  const item = plan.items.find(({ id }) => id === proposal.item);
  const title = itemTitle(needs.programme, proposal.item);
  const against = state === 'open' && item !== undefined ? dayWords(reading, item, proposal.to).warned : '';
  return procedureCard({
    heading: side === 'nqsw' ? title : `${title} with ${file.participant.name}`,
    tone: tones[state] ?? 'default',
    state: stateWords(proposal, state),
    sections:
      state === 'open' ? sectionsFor(reading, proposal, proposal.side === side, given, warned) : [settled],
    note: against === '' ? null : against,
    error: warned === '' ? null : warned,
  });
}

export const nothingGiven = (submissionId: string): Given => ({
  submissionId,
  about: '',
  filled: nothingFilled,
});
