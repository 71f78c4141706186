import { Temporal } from 'temporal-polyfill';
import { unpausedDay } from '../academy/agreed-day.ts';
import { civilDay, plainDate } from '../academy/civil-days.ts';
import { pauseSpans } from '../academy/groundwork.ts';
import { planInputOf } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { openProposal, type Proposal, proposalState } from '../academy/reschedule.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { entriesOf, type YearEntry } from '../academy/year-entry.ts';
import { heardMove } from '../understanding/move-words.ts';
import { whatsNext } from './ask-buttons.ts';
import type { Fact, Person, Subject } from './ports.ts';
import { peopleOf } from './procedure-people.ts';
import { dayInput, listInput, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { dayWords, movable, nothingGiven, proposalView, type Side, sideOf } from './reschedule-view.ts';
import { message } from './short-answers.ts';
import type { ShowEntry } from './show-year-entry.ts';
import type { View } from './views.ts';
import {
  type Given,
  saveYear,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
  yearNotices,
} from './year-form.ts';

/* One of the two proposes another day for a session to come; the other agrees, declines or proposes again (P7). */

const proposalOf = (entries: readonly YearEntry[], entryId: string): Proposal | undefined =>
  entriesOf(entries, 'reschedule-proposed').find((one) => one.entryId === entryId);

const planToday = ({ needs, asker, file }: YearGround) => planOf(needs, file, asker.today);

const itemOf = (ground: YearGround, id: string) => planToday(ground).items.find((item) => item.id === id);

/** "reflective-supervision-4", or "series~2026-10-20~2026-10-22": what a button or the words that were typed say. */
function begun(about: string, items: readonly PlanItem[]) {
  const [what = '', from = '', to = ''] = about.split('~');
  const meant =
    items.find(({ id }) => id === what) ??
    items.find(
      ({ due, series }) => from !== '' && due?.toString() === from && (what === '' || series === what),
    ) ??
    items.find(({ series }) => series === what) ??
    (from === '' ? items[0] : undefined);
  return { choice: meant?.id ?? '', on: to };
}

function formView(ground: YearGround, given: Given, warned = ''): View {
  const { file } = ground;
  const items = movable(ground);
  if (items.length === 0) {
    return message(
      'No session to come can be moved by you',
      ['Another day is agreed by the NQSW and whoever leads the session, while it is still to come.'],
      { actions: [whatsNext] },
    );
  }
  const isFresh = Object.keys(given.filled.values).length === 0;
  const filled = isFresh ? { values: begun(given.about, items), errors: {} } : given.filled;
  const list = items.map(({ id, title, due }) => ({
    code: id,
    title: `${title}, ${due === null ? '' : shortDate(due)}`,
  }));
  const save = saveYear('Propose this day', ground, 'reschedule', given, 'propose');
  const anyway = saveYear(
    'Propose it all the same',
    ground,
    'reschedule',
    given,
    `anyway-${filled.values.on}`,
  );
  const isOwn = sideOf(ground, items[0] ?? { series: '', lead: 'nqsw' }) === 'nqsw';
  return procedureCard({
    heading: isOwn ? 'Agree another day' : `Agree another day with ${file.participant.name}`,
    state: 'The other side is asked. Until they agree nothing moves; then only this session does.',
    sections: [
      {
        title: 'Which session, and when?',
        inputs: [listInput(filled, 'one', 'choice', 'Session', list), dayInput(filled, 'on', 'New day')],
        actions: warned === '' ? [save] : [save, anyway],
      },
    ],
    error: warned === '' ? null : warned,
  });
}

/** A form that is about a proposal shows it; any other asks for a session and a day. */
function view(ground: YearGround, given: Given): View {
  const { errors } = given.filled;
  const warned = errors.unusual ?? '';
  const proposal = proposalOf(ground.file.entries, given.about);
  const item = proposal === undefined ? undefined : itemOf(ground, proposal.item);
  const side = item === undefined ? undefined : sideOf(ground, item);
  return proposal === undefined || side === undefined
    ? formView(ground, given, warned)
    : proposalView(ground, proposal, side, given, warned);
}

const subjectOf = ({ file }: YearGround, { entryId }: YearEntry): Subject => ({
  card: 'year-entry',
  participantId: file.participant.id,
  entryId,
});

/** The people of a side today; where nobody leads the sessions, their deputy. */
function peopleOn({ holders }: YearGround, side: Side, item: PlanItem): readonly Person[] {
  if (side === 'nqsw') return holders.get('nqsw') ?? [];
  const leads = holders.get(item.lead) ?? [];
  return leads.length > 0 || item.lead !== 'host-manager' ? leads : (holders.get('deputy-manager') ?? []);
}

/** Everybody who may have the card of a proposal: both sides, and whoever made it. */
function concerned(ground: YearGround, item: PlanItem, proposal: Proposal): readonly string[] {
  const deputies = item.lead === 'host-manager' ? peopleOf(ground.holders, ['deputy-manager']) : [];
  const people = [...peopleOn(ground, 'nqsw', item), ...peopleOn(ground, 'lead', item), ...deputies];
  return [...new Set([...people.map(({ id }) => id), proposal.by])];
}

/** Wherever the card of a proposal stands it is brought up to date. */
function refreshed(ground: YearGround, item: PlanItem, proposal: Proposal, by: YearEntry): readonly Fact[] {
  return concerned(ground, item, proposal).map((personId) => ({
    fact: 'notice-owed',
    notice: {
      key: `year~${proposal.entryId}~${by.entryId}~${personId}`,
      recipient: { kind: 'person', personId },
      subject: subjectOf(ground, proposal),
      mode: 'refresh',
      owedAt: by.at,
    },
  }));
}

/** The card that was pressed to propose another day instead shows that proposal from now on, and not the one before. */
function replaced(
  ground: YearGround,
  item: PlanItem,
  before: Proposal,
  entry: YearEntry,
  { about }: YearSent,
): readonly Fact[] {
  const all = refreshed(ground, item, before, entry);
  if (about !== before.entryId) return all;
  return all.filter(
    (one) =>
      one.fact !== 'notice-owed' ||
      one.notice.recipient.kind !== 'person' ||
      one.notice.recipient.personId !== entry.by,
  );
}

function propose(ground: YearGround, sent: YearSent, item: PlanItem, side: Side): YearOutcome {
  const { needs, file } = ground;
  const to = typedDate(sent.on);
  if (to === undefined || item.due === null) return { errors: { on: 'Choose the day that you propose.' } };
  const { refused, warned } = dayWords(ground, item, to);
  if (refused !== '') return { errors: { on: refused } };
  if (warned !== '' && sent.step !== `anyway-${to}`) return { errors: { unusual: warned } };
  const before = openProposal(file.entries, item.id, planToday(ground));
  if (before !== undefined && before.side !== side && before.entryId !== sent.about)
    return { view: proposalView(ground, before, side, nothingGiven(needs.newId())) };
  const asked = peopleOn(ground, side === 'nqsw' ? 'lead' : 'nqsw', item);
  if (asked.length === 0)
    return {
      view: message('There is nobody to ask', ['Nobody leads this session today. Please ask your academy.']),
    };
  return {
    acts: [{ entry: 'reschedule-proposed', item: item.id, from: item.due, to, side }],
    facts: ([entry]) =>
      entry === undefined
        ? []
        : [
            ...yearNotices(asked, entry, subjectOf(ground, entry)),
            ...(before === undefined ? [] : replaced(ground, item, before, entry, sent)),
          ],
    shown: (after, [entry]) => {
      const proposal = proposalOf(after.entries, entry?.entryId ?? '');
      const made = nothingGiven(needs.newId());
      return proposal === undefined
        ? formView(ground, made)
        : proposalView({ ...ground, file: after }, proposal, side, made);
    },
    shows: ([entry]) => (entry === undefined ? undefined : subjectOf(ground, entry)),
  };
}

/** What an agreement is kept with, so that a later pause or rhythm finds its way (A6). */
function agreement({ needs, file }: YearGround, item: PlanItem, { to }: Proposal) {
  const { pauses } = planInputOf(file, needs.programme.timeZone);
  const nominalOn = item.nominal ?? to;
  return { nominalOn, unpausedOn: plainDate(unpausedDay(civilDay(to), pauseSpans(pauses))) };
}

const answers = { agree: 'agreed', decline: 'declined', withdraw: 'withdrawn' } as const;
const isAnswer = (step: string): step is keyof typeof answers => Object.hasOwn(answers, step);

function answer(
  ground: YearGround,
  proposal: Proposal,
  item: PlanItem,
  side: Side,
  step: keyof typeof answers,
): YearOutcome {
  const { needs, file } = ground;
  const made = nothingGiven(needs.newId());
  const isOpen = proposalState(file.entries, proposal, planToday(ground)) === 'open';
  const isTheirs = (step === 'withdraw') === (proposal.side === side);
  const refused = step === 'agree' ? dayWords(ground, item, proposal.to).refused : '';
  if (!isOpen || !isTheirs) return { view: proposalView(ground, proposal, side, made) };
  if (refused !== '') return { errors: { unusual: refused } };
  const agreed = step === 'agree' ? agreement(ground, item, proposal) : null;
  const proposer = concerned(ground, item, proposal).filter((id) => id === proposal.by);
  const toProposer = [...ground.holders.values()].flat().filter(({ id }) => proposer.includes(id));
  const told = step === 'withdraw' ? [] : [...new Map(toProposer.map((one) => [one.id, one])).values()];
  return {
    acts: [{ entry: 'reschedule-answered', proposal: proposal.entryId, answer: answers[step], agreed }],
    facts: ([entry]) =>
      entry === undefined
        ? []
        : [
            ...refreshed(ground, item, proposal, entry),
            ...yearNotices(told, entry, subjectOf(ground, entry)),
          ],
    shown: (after) => proposalView({ ...ground, file: after }, proposal, side, made),
    shows: () => subjectOf(ground, proposal),
  };
}

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const proposal = proposalOf(ground.file.entries, sent.about);
  const item = itemOf(ground, proposal?.item ?? sent.choice);
  const side = item === undefined ? undefined : sideOf(ground, item);
  if (item === undefined || side === undefined) return { errors: { choice: 'Choose the session.' } };
  if (proposal !== undefined && isAnswer(sent.step)) return answer(ground, proposal, item, side, sent.step);
  return propose(ground, sent, item, side);
}

/** Another day for a session to come, proposed by one of its two and answered by the other (P7). */
export const rescheduleForm: YearForm = {
  permission: 'agree-day',
  title: 'Agree another day',
  heard: (text, { series }, today) => {
    const { from, to } = heardMove(text, today);
    return [series, from, to].map((part) => part ?? '').join('~');
  },
  view,
  decide,
};

/** The proposal as it stands now, for whichever of the two reads it. */
export const showProposal: ShowEntry<'reschedule-proposed'> = (needs, asker, file, entry) => {
  const item = planOf(needs, file, asker.today).items.find(({ id }) => id === entry.item);
  const side = item === undefined ? undefined : sideOf({ needs, asker, file }, item);
  return side === undefined
    ? undefined
    : proposalView({ needs, asker, file }, entry, side, nothingGiven(needs.newId()));
};

/** What whoever proposed a day is told of the answer. */
export const showAnswer: ShowEntry<'reschedule-answered'> = ({ programme }, asker, file, entry) => {
  const proposal = proposalOf(file.entries, entry.proposal);
  if (proposal === undefined || proposal.by !== asker.person.id) return undefined;
  const title = programme.series.find(({ id }) => proposal.item.startsWith(`${id}-`))?.title ?? proposal.item;
  const whose = file.participant.personId === asker.person.id ? '' : ` with ${file.participant.name}`;
  const isAgreed = entry.answer === 'agreed';
  const on = isAgreed ? proposal.to : proposal.from;
  const isPast = Temporal.PlainDate.compare(on, asker.today) < 0;
  return message(
    `${entry.byName} ${isAgreed ? 'agreed' : 'declined'}: ${title}${whose}`,
    [`It ${isAgreed ? 'is now' : 'stays'} on ${longDate(on)}${isPast ? ', which has gone by' : ''}.`],
    { tone: isAgreed ? 'good' : 'warning', actions: [whatsNext] },
  );
};
