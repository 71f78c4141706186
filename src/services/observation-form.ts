import { type AssessmentEntry, type ObservationHeld, observationsIn } from '../academy/assessment.ts';
import { type ObservationStanding, observationSettled, observationStanding } from '../academy/observation.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import type { AllocatedFunction } from '../academy/roles.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate } from '../academy/wording.ts';
import { type Asker, permittedFile, standing } from './asker.ts';
import { enteredBy, entryFacts, withEntry } from './assessment-entry.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import type { Fact, Person } from './ports.ts';
import { holdersFor, peopleOf } from './procedure-people.ts';
import {
  type CodedList,
  chosenOf,
  dateInput,
  type Filled,
  listInput,
  nothingFilled,
  procedureCard,
  titlesOf,
} from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

type Sent = Submissions['assess-observation'];

const observers = [
  'assessor',
  'reflective-supervisor',
  'host-manager',
] as const satisfies readonly AllocatedFunction[];

const yesOrNo = [
  { code: 'yes', title: 'Yes' },
  { code: 'no', title: 'Not yet' },
];

/** The assessor keeps the count and may enter anybody's observation; others their own alone. */
function observersFor(needs: Needs, asker: Asker, file: ParticipantFile): CodedList {
  const held = standing(asker, file);
  return observers
    .filter((name) => held.includes('assessor') || held.includes(name))
    .map((name) => ({ code: name, title: needs.programme.titles[name] }));
}

/** The statements of the standards of a day; several standards may be in force within one year. */
const statementsOf = ({ programme }: Needs): CodedList =>
  programme.standards.flatMap(({ statements }) => statements);

/** Those that are offered: of the standards that a review today would be held against. */
function statementsToday({ programme }: Needs, today: Asker['today']): CodedList {
  const begun = programme.standards.filter(
    ({ from }) => from === null || from.toString() <= today.toString(),
  );
  return begun.at(-1)?.statements ?? [];
}

export function observationWords(
  { programme }: Pick<Needs, 'programme'>,
  { held, wanted, byAssessor, wantedByAssessor }: ObservationStanding,
): string {
  return `${held} of ${wanted}, by the ${programme.titles.assessor} ${byAssessor} of ${wantedByAssessor}`;
}

function observationForm(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  submissionId: string,
  filled: Filled = nothingFilled,
): View {
  const { id: participantId, name } = file.participant;
  const heading = `Record an observation of ${name}`;
  const statements = statementsToday(needs, asker.today);
  const stand = observationStanding(file.assessed, needs.programme, planOf(needs, file, asker.today));
  return procedureCard({
    heading,
    state: 'Who observed and when, and nothing of what was seen.',
    facts: [{ title: 'So far', value: observationWords(needs, stand) }],
    sections: [
      {
        title: 'The observation',
        inputs: [
          dateInput(filled, 'heldOn', 'Observed on', asker.today),
          listInput(filled, 'one', 'observer', 'Observed by', observersFor(needs, asker, file)),
          ...(statements.length === 0
            ? []
            : [listInput(filled, 'many', 'statements', 'Standards that it touched', statements)]),
          listInput(filled, 'one', 'feedback', 'Has feedback been given?', yesOrNo),
        ],
        actions: [
          {
            title: 'Record this observation',
            verb: 'assess-observation',
            data: { participantId, submissionId },
          },
        ],
      },
    ],
  });
}

/** The form for one NQSW; null when the asker neither assesses nor supports them. */
export async function openObservation(
  needs: Needs,
  asker: Asker,
  { participantId }: Submissions['assess-observation-open'],
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'record-observation', participantId);
  if (versioned === undefined) return null;
  const [observer] = observersFor(needs, asker, versioned.file);
  const values = { heldOn: asker.today.toString(), observer: observer?.code ?? '' };
  return observationForm(needs, asker, versioned.file, needs.newId(), { values, errors: {} });
}

type Reading =
  | { readonly ok: true; readonly act: Omit<ObservationHeld, 'item'> }
  | { readonly ok: false; readonly errors: Filled['errors'] };

const standingWords = {
  'in-future': 'That day is still to come. Choose today or a day before it.',
  'before-start': 'That day is before the programme began.',
  'in-pause': 'The programme was paused on that day.',
} as const;

function dayError(needs: Needs, asker: Asker, file: ParticipantFile, heldOn: Asker['today'] | undefined) {
  if (heldOn === undefined) return 'Choose the day on which it took place.';
  const on = recordStanding(planInputOf(file, needs.programme.timeZone), heldOn, asker.today);
  return on === 'counts' ? undefined : standingWords[on];
}

function read(needs: Needs, asker: Asker, file: ParticipantFile, sent: Sent): Reading {
  const heldOn = typedDate(sent.heldOn);
  const [chosen] = chosenOf(observersFor(needs, asker, file), sent.observer);
  const observer = observers.find((name) => name === chosen);
  const [feedback] = chosenOf(yesOrNo, sent.feedback);
  const statements = chosenOf(statementsOf(needs), sent.statements);
  const isAsked = statementsToday(needs, asker.today).length > 0;
  const heldError = dayError(needs, asker, file, heldOn);
  const errors: Record<string, string> = {};
  if (heldError !== undefined) errors.heldOn = heldError;
  if (observer === undefined) errors.observer = 'Choose who observed.';
  if (isAsked && statements.length === 0) errors.statements = 'Choose at least one standard.';
  if (feedback === undefined) errors.feedback = 'Say whether feedback has been given.';
  if (heldOn === undefined || observer === undefined || Object.keys(errors).length > 0) {
    return { ok: false, errors };
  }
  const feedbackGiven = feedback === 'yes';
  return { ok: true, act: { entry: 'observation', heldOn, observer, statements, feedbackGiven } };
}

function recordedView(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  entryId: string,
  note: string[],
): View {
  const entry = observationsIn(file.assessed).find((one) => one.entryId === entryId);
  const stand = observationStanding(file.assessed, needs.programme, planOf(needs, file, asker.today));
  const { id: participantId, name } = file.participant;
  const touched = entry === undefined ? '' : titlesOf(statementsOf(needs), entry.statements);
  const facts = [
    ...(entry === undefined
      ? []
      : [
          { title: 'Observed on', value: longDate(entry.heldOn) },
          { title: 'By', value: needs.programme.titles[entry.observer] },
          { title: 'Feedback', value: entry.feedbackGiven ? 'given' : 'not yet given' },
        ]),
    ...(touched === '' ? [] : [{ title: 'Standards', value: touched }]),
    { title: 'Observations', value: observationWords(needs, stand) },
  ];
  return message(`Observation of ${name} recorded`, note, {
    tone: 'good',
    facts,
    actions: [
      { title: 'Evidence so far', verb: 'assess-evidence-open', data: { participantId, show: 'all' } },
      { title: 'Record another', verb: 'assess-observation-open', data: { participantId } },
    ],
  });
}

/** Who was warned of missing observations sees that there is one more. */
function warnedNotices(
  file: ParticipantFile,
  entry: AssessmentEntry,
  told: readonly Person[],
): readonly Fact[] {
  return told.map(({ id: personId }) => ({
    fact: 'notice-owed',
    notice: {
      key: `observations-short~${entry.entryId}~${personId}`,
      recipient: { kind: 'person', personId },
      subject: { card: 'observations-short', participantId: file.participant.id },
      mode: 'refresh',
      owedAt: entry.at,
    },
  }));
}

function decide(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  sent: Sent,
  told: readonly Person[],
): Decision<View> {
  const made = file.submissions.get(sent.submissionId);
  if (made !== undefined) return { facts: [], result: recordedView(needs, asker, file, made, []) };
  const reading = read(needs, asker, file, sent);
  if (!reading.ok) {
    const filled = { values: { ...sent }, errors: reading.errors };
    return { facts: [], result: observationForm(needs, asker, file, sent.submissionId, filled) };
  }
  const { act } = reading;
  const same = observationsIn(file.assessed).find(
    (one) => one.observer === act.observer && one.heldOn.equals(act.heldOn),
  );
  if (same !== undefined) {
    const note = `One of that day by the same observer was recorded already, by ${same.byName}. Nothing has been added.`;
    return { facts: [], result: recordedView(needs, asker, file, same.entryId, [note]) };
  }
  const settles = observationSettled(planOf(needs, file, asker.today), act.observer);
  const entry = enteredBy(asker, needs.newId(), { ...act, item: settles?.id ?? null });
  return {
    facts: [...entryFacts(file, entry, sent.submissionId), ...warnedNotices(file, entry, told)],
    result: recordedView(needs, asker, withEntry(file, entry), entry.entryId, []),
  };
}

/** Records an observation (P11), once for each form; it settles the dated one that waits for that observer, if any. */
export async function submitObservation(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'record-observation', sent.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const holders = await holdersFor(needs, versioned.file, asker.today);
  const told = peopleOf(holders, ['nqsw', 'assessor']);
  const view = await changeFile(needs, versioned, asker.now, (file) =>
    decide(needs, asker, file, sent, told),
  );
  return pressedView(view);
}
