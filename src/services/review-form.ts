import { reviewOutcomes, reviewsIn } from '../academy/assessment.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import {
  checkReview,
  conditionalAfter,
  openReviews,
  type ReviewFilled,
  reviewOf,
} from '../academy/review.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate } from '../academy/wording.ts';
import { type Asker, permittedFile, standing } from './asker.ts';
import { enteredBy, entryFacts, entryNotices, withEntry } from './assessment-entry.ts';
import { changeFile, type Decision } from './change-file.ts';
import { handoverAction, handoverFacts } from './handover-form.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact, Subject } from './ports.ts';
import { type Holders, holdersFor, peopleOf } from './procedure-people.ts';
import {
  chosenOf,
  dateInput,
  dayInput,
  type Filled,
  listInput,
  nothingFilled,
  procedureCard,
} from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { openedConcern } from './review-concern.ts';
import { outcomeChoices, yesOrNo } from './review-correction-form.ts';
import { correctReview, reviewRecordedView } from './review-view.ts';
import { reviewErrors } from './review-words.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { ProcedureInputView, View } from './views.ts';

type Sent = Submissions['assess-review'];

/** Reviews to choose from: what is late or due, and the next one to come. */
function offered(needs: Needs, file: ParticipantFile, today: Asker['today']): readonly PlanItem[] {
  const open = openReviews(planOf(needs, file, today)).filter(
    ({ id }) => reviewOf(file.assessed, id) === undefined,
  );
  const next = open.find(({ status }) => status === 'upcoming');
  return open.filter((item) => item.status !== 'upcoming' || item === next);
}

function inputsOf(
  { programme }: Needs,
  file: ParticipantFile,
  items: readonly PlanItem[],
  filled: Filled,
  today: Asker['today'],
): readonly ProcedureInputView[] {
  const reviews = items.map(({ id, title }) => ({ code: id, title }));
  const [asked] = items.flatMap((item) => {
    const id = conditionalAfter(programme, file.required, item.id);
    const review = programme.reviews.find((one) => one.id === id);
    return review === undefined ? [] : [{ item, review }];
  });
  return [
    listInput(filled, 'one', 'item', 'Which review?', reviews),
    dateInput(filled, 'heldOn', 'Held on', today),
    listInput(filled, 'one', 'outcome', 'Outcome', outcomeChoices),
    dayInput(filled, 'nextPlanOn', 'Next development plan due on (not after the last review)'),
    ...(asked === undefined
      ? []
      : [
          listInput(
            filled,
            'one',
            'needed',
            `After the ${asked.item.title}: is the ${asked.review.title} needed?`,
            yesOrNo,
          ),
        ]),
    dayInput(filled, 'additionalOn', 'If unsatisfactory: date of the additional review'),
  ];
}

function reviewForm(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  submissionId: string,
  filled: Filled = nothingFilled,
): View {
  const items = offered(needs, file, asker.today);
  const { id: participantId, name } = file.participant;
  const heading = `Record a review of ${name}`;
  if (items.length === 0) {
    const lines = [
      'Every review of the programme so far has been recorded, or none has a date at the moment.',
    ];
    return message(`No review of ${name} is waiting`, lines, {
      actions: [correctReview('Correct a review', participantId, '')],
    });
  }
  return procedureCard({
    heading,
    state: 'Dates and the outcome are kept, and nothing of what was said.',
    facts: [
      ...items.map(({ title, due, standards }) => ({
        title,
        value: `due ${due === null ? 'later' : longDate(due)}${standards === undefined ? '' : `, against the ${standards.name}`}`,
      })),
      ...handoverFacts(file, asker.today),
    ],
    sections: [
      {
        title: 'The review',
        inputs: inputsOf(needs, file, items, filled, asker.today),
        actions: [
          { title: 'Record this review', verb: 'assess-review', data: { participantId, submissionId } },
          ...handoverAction(file, asker.today),
        ],
      },
    ],
    note: `${name} and the ${needs.programme.titles['academy-manager']} are told.`,
  });
}

/** The form for one NQSW; null when the asker is not their assessor. */
export async function openReview(
  needs: Needs,
  asker: Asker,
  { participantId, item }: Submissions['assess-review-open'],
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'record-review', participantId);
  if (versioned === undefined) return null;
  const items = offered(needs, versioned.file, asker.today);
  const first = items.some(({ id }) => id === item) ? item : (items[0]?.id ?? '');
  const values = { item: first, heldOn: asker.today.toString() };
  return reviewForm(needs, asker, versioned.file, needs.newId(), { values, errors: {} });
}

function read(needs: Needs, asker: Asker, file: ParticipantFile, sent: Sent): ReviewFilled {
  const [outcome] = chosenOf(outcomeChoices, sent.outcome);
  const [needed] = chosenOf(yesOrNo, sent.needed);
  return {
    item: offered(needs, file, asker.today).find(({ id }) => id === sent.item) ?? null,
    heldOn: typedDate(sent.heldOn) ?? null,
    outcome: reviewOutcomes.find((one) => one === outcome) ?? null,
    nextPlanOn: typedDate(sent.nextPlanOn) ?? null,
    additionalOn: typedDate(sent.additionalOn) ?? null,
    needed: needed === undefined ? null : needed === 'yes',
  };
}

interface Outcome {
  readonly view: View;
  readonly entryId: string | null;
}

function shownReview(
  needs: Needs,
  file: ParticipantFile,
  entryId: string,
  note: string | null,
): Outcome | null {
  const entry = reviewsIn(file.assessed).find((one) => one.entryId === entryId);
  return entry === undefined
    ? null
    : { view: reviewRecordedView(needs, file, entry, 'assessor', note), entryId };
}

function decide(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  sent: Sent,
  holders: Holders,
): Decision<Outcome | null> {
  const made = file.submissions.get(sent.submissionId);
  if (made !== undefined) return { facts: [], result: shownReview(needs, file, made, null) };
  const recorded = reviewOf(file.assessed, sent.item);
  if (recorded !== undefined) {
    const note = `This review was recorded already, by ${recorded.byName}. Nothing has been changed.`;
    return { facts: [], result: shownReview(needs, file, recorded.entryId, note) };
  }
  const filled = read(needs, asker, file, sent);
  const input = planInputOf(file, needs.programme.timeZone);
  const held = filled.heldOn === null ? null : recordStanding(input, filled.heldOn, asker.today);
  const { programme } = needs;
  const checked = checkReview(filled, { programme, required: file.required, today: asker.today, held });
  if (!checked.ok) {
    const values = { ...sent };
    const view = reviewForm(needs, asker, file, sent.submissionId, {
      values,
      errors: reviewErrors(checked.faults),
    });
    return { facts: [], result: { view, entryId: null } };
  }
  const { act, requires } = checked;
  const concern = act.outcome === 'unsatisfactory' ? openedConcern(needs, asker, file, holders) : null;
  const withConcern = concern === null ? act : { ...act, concernId: concern.concernId };
  const entry = enteredBy(asker, needs.newId(), withConcern);
  const subject: Subject = {
    card: 'review-recorded',
    participantId: file.participant.id,
    entryId: entry.entryId,
  };
  const required: readonly Fact[] =
    requires === null ? [] : [{ fact: 'review-required', review: requires, by: asker.person.id }];
  const after = {
    ...withEntry(file, entry),
    required: requires === null ? file.required : [...file.required, requires],
  };
  return {
    facts: [
      ...entryFacts(file, entry, sent.submissionId),
      ...required,
      ...entryNotices(peopleOf(holders, ['nqsw', 'academy-manager']), entry, subject),
      ...(concern?.facts ?? []),
    ],
    result: { view: reviewRecordedView(needs, after, entry, 'assessor'), entryId: entry.entryId },
  };
}

/** Records a review, once for each form and each review, or sends the form back with the reason at each field. */
export async function submitReview(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'record-review', sent.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const holders = await holdersFor(needs, versioned.file, asker.today);
  const outcome = await changeFile(
    needs,
    versioned,
    asker.now,
    (file): Decision<Outcome | null> =>
      // Whoever changed the file meanwhile may have made somebody else the assessor.
      may('record-review', asker.person.roles, standing(asker, file))
        ? decide(needs, asker, file, sent, holders)
        : { facts: [], result: null },
  );
  if (outcome === null) return notForYou(needs.programme);
  if (outcome.entryId === null) return pressedView(outcome.view);
  const { participantId } = sent;
  const shows: Subject = { card: 'review-recorded', participantId, entryId: outcome.entryId };
  return { kind: 'view', view: outcome.view, at: 'pressed', shows };
}
