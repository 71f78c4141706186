/** Whoever leads a recording of the plan states that it is up to date: on the child's file, as co-worker (L4, L16, C3). */

import { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { isHeldBy } from '../academy/recording.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { entriesOf } from '../academy/year-entry.ts';
import { type Asker, standing } from './asker.ts';
import type { Needs } from './needs.ts';
import { type CodedList, dateInput, listInput, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { ActionView, View } from './views.ts';
import {
  type Given,
  openYearForm,
  saveYear,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
} from './year-form.ts';

const urgency: Partial<Record<PlanItem['status'], number>> = { overdue: 0, due: 1, upcoming: 2, missed: 3 };
const mostChoices = 12;

/** The recordings of an NQSW that the asker leads, in the order of their dates. */
function ledBy(needs: Needs, asker: Asker, file: ParticipantFile): readonly PlanItem[] {
  const near = standing(asker, file);
  return planOf(needs, file, asker.today).items.filter(
    ({ kind, lead, due }) =>
      kind === 'recording' && due !== null && near.some((relation) => isHeldBy(lead, relation)),
  );
}

/** What waits for a word: the oldest overdue first, then the next of each kind, then what went by, newest first. */
function openOf(led: readonly PlanItem[]): readonly PlanItem[] {
  const open = led.filter(({ status }) => urgency[status] !== undefined);
  const isNext = (item: PlanItem) =>
    item.status !== 'upcoming' ||
    open.find(({ series, status }) => series === item.series && status === 'upcoming') === item;
  const rank = ({ status }: PlanItem) => urgency[status] ?? 9;
  return open
    .filter(isNext)
    .toSorted((one, other) => {
      const byDate = String(one.due).localeCompare(String(other.due));
      return rank(one) - rank(other) || (one.status === 'missed' ? -byDate : byDate);
    })
    .slice(0, mostChoices);
}

/** "correct~child-file-recording-2": a date that was stated, to be stated anew. */
const correcting = 'correct~';
const correctedBy = (about: string) => (about.startsWith(correcting) ? about.slice(correcting.length) : null);

/** What the form offers: what is open, and the one that is to be corrected. */
function offered({ needs, asker, file }: YearGround, about: string): readonly PlanItem[] {
  const led = ledBy(needs, asker, file);
  const again = led.filter(({ id }) => id === correctedBy(about));
  return again.length > 0 ? again : openOf(led);
}

function choiceTitle({ title, due, status, heldOn }: PlanItem): string {
  if (heldOn !== undefined) return `${title} – stated for ${shortDate(heldOn)}`;
  const on = due === null ? '' : ` – due ${shortDate(due)}`;
  const late = { overdue: ', overdue', missed: ', not stated' };
  return `${title}${on}${status === 'overdue' || status === 'missed' ? late[status] : ''}`;
}

function nothingToState({ needs, asker, file }: YearGround): View {
  const any = ledBy(needs, asker, file).length > 0;
  const { name, id } = file.participant;
  const line = any
    ? 'Everything that you look after is stated to be up to date.'
    : 'The programme asks you for no such statement, or somebody else leads it.';
  return message(`Nothing to state for ${name}`, [line], {
    actions: [{ title: 'Show their year', verb: 'nqsw-open', data: { participantId: id } }],
  });
}

function formView(ground: YearGround, given: Given): View {
  const { asker, file } = ground;
  const items = offered(ground, given.about);
  const [first] = items;
  if (first === undefined) return nothingToState(ground);
  const meant = items.find(({ id, series }) => id === given.about || series === given.about) ?? first;
  const { values, errors } = given.filled;
  const filled = { values: { choice: meant.id, on: asker.today.toString(), ...values }, errors };
  const list: CodedList = items.map((item) => ({ code: item.id, title: choiceTitle(item) }));
  return procedureCard({
    heading: `Up to date for ${file.participant.name}?`,
    state: items.length === 1 ? first.title : `${items.length} things to state`,
    sections: [
      {
        title: 'Your statement',
        inputs: [
          listInput(filled, 'one', 'choice', 'What is up to date', list),
          dateInput(filled, 'on', 'As it stood on', asker.today),
        ],
        actions: [saveYear('State that it is up to date', ground, 'attest', given)],
      },
    ],
    note: 'Only the date is kept, and nothing of what is recorded.',
  });
}

const wrongDay = {
  'in-future': 'That day is still to come. Choose today or an earlier day.',
  'before-start': 'That day is before the programme began. Choose a later one.',
  'in-pause': 'The programme was paused on that day. Choose another.',
} as const;

function statedBefore({ needs, file }: YearGround, item: PlanItem): View {
  const entry = entriesOf(file.entries, 'attested').findLast((one) => one.item === item.id);
  const who = entry === undefined ? '' : ` by ${entry.byName}, for ${longDate(entry.on)}`;
  const { id } = file.participant;
  return message(`${item.title} is stated already${who}`, ['Nothing has been changed.'], {
    facts: [{ title: needs.programme.titles.nqsw, value: file.participant.name }],
    actions: [openYearForm('Correct this date', id, 'attest', `${correcting}${item.id}`)],
  });
}

function statedView(ground: YearGround, file: ParticipantFile, stated: PlanItem): View {
  const { needs, asker } = ground;
  const { id, name } = file.participant;
  const left = openOf(ledBy(needs, asker, file));
  const now = ledBy(needs, asker, file).find((item) => item.id === stated.id) ?? stated;
  const { due, heldOn } = now;
  const isLate = due !== null && heldOn !== undefined && Temporal.PlainDate.compare(due, heldOn) < 0;
  const next = left.find(({ series }) => series === stated.series);
  const more: readonly ActionView[] = left.some(({ status }) => status === 'overdue' || status === 'due')
    ? [openYearForm('State the next one', id, 'attest')]
    : [];
  return message(`Stated: ${stated.title} for ${name} is up to date`, ['It stands in the chronology.'], {
    tone: 'good',
    facts: [
      ...(heldOn === undefined ? [] : [{ title: 'As it stood on', value: longDate(heldOn) }]),
      ...(due === null ? [] : [{ title: 'Due', value: `${longDate(due)}${isLate ? ', stated late' : ''}` }]),
      ...(next?.due == null ? [] : [{ title: 'Next', value: longDate(next.due) }]),
    ],
    actions: [...more, openYearForm('Correct this date', id, 'attest', `${correcting}${stated.id}`)],
  });
}

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const { needs, asker, file } = ground;
  const item = ledBy(needs, asker, file).find(({ id }) => id === sent.choice);
  const isOffered =
    item?.heldOn !== undefined || offered(ground, sent.about).some(({ id }) => id === item?.id);
  if (item === undefined || !isOffered)
    return { errors: { choice: 'Choose what is up to date from the list.' } };
  if (item.heldOn !== undefined && correctedBy(sent.about) !== item.id)
    return { view: statedBefore(ground, item) };
  const on = typedDate(sent.on);
  if (on === undefined) return { errors: { on: 'Enter a date.' } };
  const day = recordStanding(planInputOf(file, needs.programme.timeZone), on, asker.today);
  if (day !== 'counts') return { errors: { on: wrongDay[day] } };
  return {
    acts: [{ entry: 'attested', item: item.id, on }],
    shown: (after) => statedView(ground, after, item),
  };
}

/** One statement with its day, from the reminder's button or by typing. */
export const attestForm: YearForm = {
  permission: 'attest',
  title: 'State that a recording is up to date',
  heard: (_, { series }) => series ?? '',
  settles: ({ needs, asker, file }, { id, kind }) =>
    kind === 'recording' && openOf(ledBy(needs, asker, file)).some((item) => item.id === id)
      ? 'State that it is up to date'
      : null,
  view: formView,
  decide,
};
