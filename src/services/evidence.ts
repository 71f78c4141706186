import { standingReviews } from '../academy/assessment.ts';
import { isUnheardFromBefore } from '../academy/before-records.ts';
import {
  type EvidenceStage,
  evidenceCounts,
  evidenceStages,
  programmeWithEvidence,
  receivedOn,
  supervisionSince,
} from '../academy/evidence.ts';
import { observationStanding } from '../academy/observation.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { openReviews } from '../academy/review.ts';
import { typedDate } from '../academy/typed-date.ts';
import { countWords, longDate, shortDate, whenWords } from '../academy/wording.ts';
import { type Asker, permittedFile, standing } from './asker.ts';
import { enteredBy, entryFacts, withEntry } from './assessment-entry.ts';
import { changeFile, type Decision } from './change-file.ts';
import { handoverFacts } from './handover-form.ts';
import type { Needs } from './needs.ts';
import { observationWords } from './observation-form.ts';
import { openTo } from './open-plan.ts';
import { may } from './permission.ts';
import { planOf } from './recordable-items.ts';
import { correctReview } from './review-view.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { ActionView, EvidenceView, FactView, View } from './views.ts';

type Sent = Submissions['assess-evidence'];
type Ground = Pick<Needs, 'programme' | 'calendar'>;
type Today = Asker['today'];

/** The stages of somebody's portfolio, every document with its date, whether or not it is among their reminders. */
function stagesOf({ programme, calendar }: Ground, file: ParticipantFile, today: Today) {
  const withAll = programmeWithEvidence(programme);
  return evidenceStages(withAll, planOf({ programme: withAll, calendar }, file, today));
}

/** Documents, observations and supervision in figures, for whoever decides on the year. */
export function evidenceFigures(needs: Ground, file: ParticipantFile, today: Today): readonly FactView[] {
  const counts = evidenceCounts(stagesOf(needs, file, today));
  const there = counts.reduce((sum, one) => sum + one.there, 0);
  const wanted = counts.reduce((sum, one) => sum + one.wanted, 0);
  const stand = observationStanding(file.assessed, needs.programme, planOf(needs, file, today));
  return [
    ...(wanted === 0 ? [] : [{ title: 'Documents', value: `${there} of ${wanted}` }]),
    { title: 'Observations', value: observationWords(needs, stand) },
  ];
}

function countFacts(needs: Ground, stages: readonly EvidenceStage[]): readonly FactView[] {
  return evidenceCounts(stages).map(({ series, there, wanted }) => ({
    title: needs.programme.arrangements.find(({ id }) => id === series)?.title ?? series,
    value: `${there} of ${wanted}`,
  }));
}

/** "sessions held of due", since the review before (A4). */
function complianceFact(needs: Ground, file: ParticipantFile, today: Today): FactView {
  const last = standingReviews(file.assessed)
    .map(({ heldOn }) => heldOn)
    .toSorted((a, b) => a.toString().localeCompare(b.toString()))
    .at(-1);
  const plan = openTo(needs, planOf(needs, file, today), []);
  const all = supervisionSince(plan, last ?? null);
  const isHeard = (item: PlanItem) => item.status !== 'missed' || !isUnheardFromBefore(file, item);
  const heard = { ...plan, items: plan.items.filter(isHeard) };
  const { due, held, late, missed, open } = supervisionSince(heard, last ?? null);
  const before = all.due - due;
  const since = last === undefined ? 'since the start' : `since the review on ${shortDate(last)}`;
  const rest = [`${late} late`, `${missed} missed`, ...(open === 0 ? [] : [`${open} not yet recorded`])];
  const apart = before === 0 ? '' : `; ${before} more from before records were kept here`;
  return { title: `Supervision ${since}`, value: `${held} held of ${due} due: ${rest.join(', ')}${apart}` };
}

function lineOf(needs: Ground, file: ParticipantFile, item: PlanItem, today: Today) {
  const title = item.title.split(', ')[0] ?? item.title;
  const received = receivedOn(file.assessed, item.id);
  if (item.status === 'done' && received !== undefined) {
    return { mark: 'there' as const, title, words: `received ${shortDate(received)}` };
  }
  if (item.due === null) return { mark: 'ahead' as const, title, words: 'no date at the moment' };
  const isLate = item.due.toString() < today.toString();
  const words = `due ${shortDate(item.due)}, ${whenWords(item.due, today, needs.calendar)}`;
  return { mark: isLate ? ('late' as const) : ('ahead' as const), title, words };
}

type Stage = EvidenceView['stages'][number];

function stageView(needs: Ground, file: ParticipantFile, stage: EvidenceStage, today: Today): Stage {
  const { review, documents } = stage;
  const there = documents.filter(({ status }) => status === 'done').length;
  const held = review.heldOn === undefined ? null : `held ${shortDate(review.heldOn)}`;
  const due = review.due === null ? 'no date at the moment' : `due ${shortDate(review.due)}`;
  return {
    title: review.title,
    detail: `${held ?? due} · ${there} of ${countWords(documents.length, 'document')}`,
    lines: documents.map((item) => lineOf(needs, file, item, today)),
  };
}

interface Filled {
  readonly item: string;
  readonly receivedOn: string;
  readonly errors: { readonly item: string | null; readonly receivedOn: string | null };
  readonly saved: string;
}

const choiceOf = (item: PlanItem) => ({ value: item.id, title: item.title });

function markForm(
  stages: readonly EvidenceStage[],
  today: Today,
  filled: Filled | null,
): EvidenceView['form'] {
  const open = stages.flatMap(({ documents }) => documents.filter(({ status }) => status !== 'done'));
  if (open.length === 0) return null;
  const chosen = filled !== null && filled.errors.item === null ? filled.item : '';
  return {
    choices: open.map(choiceOf),
    item: open.some(({ id }) => id === chosen) ? chosen : (open[0]?.id ?? ''),
    receivedOn: filled?.receivedOn ?? today.toString(),
    latest: today.toString(),
    errors: filled?.errors ?? { item: null, receivedOn: null },
  };
}

function actionsFor(asker: Asker, file: ParticipantFile, isPack: boolean): readonly ActionView[] {
  const { roles } = asker.person;
  const { id: participantId } = file.participant;
  const held = standing(asker, file);
  const actions: ActionView[] = [];
  if (may('record-review', roles, held)) {
    actions.push({ title: 'Record a review', verb: 'assess-review-open', data: { participantId, item: '' } });
  }
  if (may('correct-review', roles, held) && standingReviews(file.assessed).length > 0)
    actions.push(correctReview('Correct a review', participantId, ''));
  if (may('record-observation', roles, held)) {
    actions.push({
      title: 'Record an observation',
      verb: 'assess-observation-open',
      data: { participantId },
    });
  }
  const other = isPack ? 'all' : 'next';
  const title = isPack ? 'All stages' : 'Pack for the next review';
  actions.push({ title, verb: 'assess-evidence-open', data: { participantId, show: other } });
  return actions;
}

function headingOf(asker: Asker, { participant }: ParticipantFile, review: PlanItem | undefined): string {
  const isOwn = participant.personId === asker.person.id;
  if (review === undefined) return isOwn ? 'Your evidence' : `Evidence of ${participant.name}`;
  return isOwn
    ? `Your ${review.title}: what is there`
    : `${review.title} of ${participant.name}: what is there`;
}

function factsOf(
  needs: Needs,
  file: ParticipantFile,
  all: readonly EvidenceStage[],
  review: PlanItem | undefined,
  today: Today,
): readonly FactView[] {
  const due = review?.due ?? null;
  const stand = observationStanding(file.assessed, needs.programme, planOf(needs, file, today));
  return [
    ...(due === null ? [] : [{ title: 'Review due', value: longDate(due) }]),
    { title: 'Observations', value: observationWords(needs, stand) },
    ...countFacts(needs, all),
    complianceFact(needs, file, today),
    ...(review === undefined ? [] : handoverFacts(file, today)),
  ];
}

const missingWords = (stages: readonly EvidenceStage[]): string => {
  const missing = stages.flatMap(({ documents }) => documents).filter(({ status }) => status !== 'done');
  return missing.length === 0
    ? 'Nothing is missing so far.'
    : `${countWords(missing.length, 'document')} not there yet.`;
};

function shortageWords(needs: Needs, file: ParticipantFile, today: Today): string {
  const stand = observationStanding(file.assessed, needs.programme, planOf(needs, file, today));
  return stand.isShort
    ? `${countWords(stand.missing, 'observation')} still to be held, with a quarter of the programme left.`
    : '';
}

function evidenceView(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  show: string,
  filled: Filled | null = null,
): View {
  const { today } = asker;
  const all = stagesOf(needs, file, today);
  const review = show === 'next' ? openReviews(planOf(needs, file, today))[0] : undefined;
  const at = review === undefined ? -1 : all.findIndex((stage) => stage.review.id === review.id);
  const stages = at === -1 ? all : all.slice(0, at + 1);
  const mayMark = may('mark-evidence', asker.person.roles, standing(asker, file));
  const heading = headingOf(asker, file, review);
  const data: EvidenceView = {
    participantId: file.participant.id,
    show: review === undefined ? 'all' : 'next',
    heading,
    intro: missingWords(stages),
    saved: filled?.saved ?? '',
    warning: shortageWords(needs, file, today),
    facts: factsOf(needs, file, all, review, today),
    stages: stages.map((stage) => stageView(needs, file, stage, today)),
    form: mayMark ? markForm(stages, today, filled) : null,
    actions: actionsFor(asker, file, review !== undefined),
  };
  return { card: 'evidence', summary: heading, data };
}

/** The evidence of one NQSW: every stage, or the pack for the next review (`next`). Null when it is not the asker's. */
export async function openEvidence(
  needs: Needs,
  asker: Asker,
  { participantId, show }: Submissions['assess-evidence-open'],
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'see-assessment', participantId);
  return versioned === undefined ? null : evidenceView(needs, asker, versioned.file, show);
}

const dayWords = {
  'in-future': 'That day is still to come. Choose today or a day before it.',
  'before-start': 'That day is before the programme began.',
  'in-pause': 'The programme was paused on that day.',
} as const;

function decide(needs: Needs, asker: Asker, file: ParticipantFile, sent: Sent): Decision<View | null> {
  const stages = stagesOf(needs, file, asker.today);
  const item = stages.flatMap(({ documents }) => documents).find(({ id }) => id === sent.item);
  const on = typedDate(sent.receivedOn);
  const input = planInputOf(file, needs.programme.timeZone);
  const day = on === undefined ? null : recordStanding(input, on, asker.today);
  const errors = {
    item: item === undefined ? 'Choose the document.' : null,
    receivedOn:
      day === null ? 'Choose the day on which it was received.' : day === 'counts' ? null : dayWords[day],
  };
  const kept = { item: sent.item, receivedOn: sent.receivedOn, errors, saved: '' };
  if (item === undefined || on === undefined || day !== 'counts') {
    return { facts: [], result: evidenceView(needs, asker, file, sent.show, kept) };
  }
  const saved = `${item.title}: received on ${longDate(on)}.`;
  const done = { ...kept, receivedOn: asker.today.toString(), saved };
  if (receivedOn(file.assessed, item.id)?.equals(on) === true) {
    return { facts: [], result: evidenceView(needs, asker, file, sent.show, done) };
  }
  const act = { entry: 'evidence', item: item.id, receivedOn: on } as const;
  const entry = enteredBy(asker, needs.newId(), act);
  const after = withEntry(file, entry);
  return { facts: entryFacts(file, entry, ''), result: evidenceView(needs, asker, after, sent.show, done) };
}

/** Marks a document of a stage as received (Q12). The same again changes nothing; another day corrects it. */
export async function markEvidence(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'mark-evidence', sent.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const view = await changeFile(needs, versioned, asker.now, (file) =>
    // Whoever changed the file meanwhile may have given the function to somebody else.
    may('mark-evidence', asker.person.roles, standing(asker, file))
      ? decide(needs, asker, file, sent)
      : { facts: [], result: null },
  );
  return view === null ? notForYou(needs.programme) : pressedView(view);
}
