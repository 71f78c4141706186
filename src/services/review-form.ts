import { type ReviewHeld, reviewOutcomes, reviewsIn } from '../academy/assessment.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import {
  checkReview,
  conditionalAfter,
  openReviews,
  type ReviewFault,
  type ReviewFaults,
  type ReviewFilled,
  reviewOf,
} from '../academy/review.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate } from '../academy/wording.ts';
import { type Asker, permittedFile } from './asker.ts';
import { enteredBy, entryFacts, entryNotices, withEntry } from './assessment-entry.ts';
import { changeFile, type Decision } from './change-file.ts';
import { concernFacts } from './concern-step.ts';
import { handoverAction, handoverFacts } from './handover-form.ts';
import type { Needs } from './needs.ts';
import type { Fact, Subject } from './ports.ts';
import { functionsFor, type Holders, holdersFor, peopleOf } from './procedure-people.ts';
import {
  chosenOf,
  dateInput,
  type Filled,
  listInput,
  nothingFilled,
  procedureCard,
} from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { reviewOutcomeWords, reviewRecordedView } from './review-view.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { ProcedureInputView, View } from './views.ts';
import { message, notForYou, pressedView } from './welcome-and-help.ts';

type Sent = Submissions['assess-review'];

const yesOrNo = [
  { code: 'no', title: 'No' },
  { code: 'yes', title: 'Yes' },
];
const outcomes = reviewOutcomes.map((code) => ({ code, title: reviewOutcomeWords[code] }));

/** Reviews to choose from: what is late or due, and the next one to come. */
function offered(needs: Needs, file: ParticipantFile, today: Asker['today']): readonly PlanItem[] {
  const open = openReviews(planOf(needs, file, today)).filter(
    ({ id }) => reviewOf(file.assessed, id) === undefined,
  );
  const next = open.find(({ status }) => status === 'upcoming');
  return open.filter((item) => item.status !== 'upcoming' || item === next);
}

const faultWords: Readonly<Record<ReviewFault, string>> = {
  'no-such-review': 'Choose the review.',
  missing: 'This is still missing.',
  'in-future': 'That day is still to come. Choose today or a day before it.',
  'before-start': 'That day is before the programme began.',
  'in-pause': 'The programme was paused on that day.',
  'not-after-review': 'Choose a day after the review.',
  'in-past': 'Choose today or a later day.',
  'only-unsatisfactory': 'Only an unsatisfactory review is followed by an additional one. Leave this empty.',
};
const missingWords: Partial<Record<keyof ReviewFilled, string>> = {
  heldOn: 'Choose the day on which it was held.',
  outcome: 'Choose the outcome.',
  nextPlanOn: 'Choose the day on which the next development plan is due.',
  additionalOn: 'An unsatisfactory review is followed by an additional one: choose its day.',
  needed: 'Say whether it is needed.',
};

function errorsOf(faults: ReviewFaults): Readonly<Record<string, string>> {
  const fields = Object.keys(faults) as (keyof ReviewFilled)[];
  return Object.fromEntries(
    fields.map((field) => {
      const fault = faults[field] ?? 'missing';
      const missing = fault === 'missing' ? missingWords[field] : undefined;
      return [field, missing ?? faultWords[fault]];
    }),
  );
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
  const later = (id: string, label: string): ProcedureInputView => ({
    ...dateInput(filled, id, label, today),
    latest: '',
  });
  return [
    listInput(filled, 'one', 'item', 'Which review?', reviews),
    dateInput(filled, 'heldOn', 'Held on', today),
    listInput(filled, 'one', 'outcome', 'Outcome', outcomes),
    later('nextPlanOn', 'Next development plan due on (not after the last review)'),
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
    later('additionalOn', 'If unsatisfactory: date of the additional review'),
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
    return message(`No review of ${name} is waiting`, [
      'Every review of the programme so far has been recorded, or none has a date at the moment.',
    ]);
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
  const [outcome] = chosenOf(outcomes, sent.outcome);
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

/** What an unsatisfactory review opens (A2, L13): a concern at level 0, among those whom it concerns first. */
function concernOf(needs: Needs, asker: Asker, file: ParticipantFile, held: ReviewHeld, holders: Holders) {
  const { categories } = needs.programme.concerns;
  const category = categories.find(({ code }) => code === 'progress') ?? categories.at(-1);
  if (held.outcome !== 'unsatisfactory' || category === undefined) return [];
  const functions = functionsFor(asker, file, 'raise-concern');
  const shown = { file, concernId: needs.newId(), steps: [], functions, today: asker.today };
  const act = { step: 'raise', category: category.code, aboutId: null } as const;
  return concernFacts(needs, asker, shown, act, holders).facts;
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
  const standing = reviewOf(file.assessed, sent.item);
  if (standing !== undefined) {
    const note = `This review was recorded already, by ${standing.byName}. Nothing has been changed.`;
    return { facts: [], result: shownReview(needs, file, standing.entryId, note) };
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
      errors: errorsOf(checked.faults),
    });
    return { facts: [], result: { view, entryId: null } };
  }
  const { act, requires } = checked;
  const entry = enteredBy(asker, needs.newId(), act);
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
      ...concernOf(needs, asker, file, act, holders),
    ],
    result: { view: reviewRecordedView(needs, after, entry, 'assessor'), entryId: entry.entryId },
  };
}

/** Records a review, once for each form and each review, or sends the form back with the reason at each field. */
export async function submitReview(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'record-review', sent.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const holders = await holdersFor(needs, versioned.file, asker.today);
  const outcome = await changeFile(needs, versioned, asker.now, (file) =>
    decide(needs, asker, file, sent, holders),
  );
  if (outcome === null) return notForYou(needs.programme);
  if (outcome.entryId === null) return pressedView(outcome.view);
  const { participantId } = sent;
  const shows: Subject = { card: 'review-recorded', participantId, entryId: outcome.entryId };
  return { kind: 'view', view: outcome.view, at: 'pressed', shows };
}
