import {
  correctionReasons,
  type ReviewEntry,
  reviewHistories,
  reviewOutcomes,
} from '../academy/assessment.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import { additionalItemOf, isFinalReview, reviewOf } from '../academy/review.ts';
import {
  type CorrectionChecked,
  type CorrectionFilled,
  type CorrectionGround,
  checkCorrection,
} from '../academy/review-correction.ts';
import { typedDate } from '../academy/typed-date.ts';
import { dateAndTime } from '../academy/wording.ts';
import { type Asker, permittedFile, standing as standingOf } from './asker.ts';
import { enteredBy, entryFacts, entryNotices, replacedNotices, withEntry } from './assessment-entry.ts';
import { changeFile, type Decision } from './change-file.ts';
import { finalShownAnew, panelOf } from './final-assessment.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact, Person, Subject } from './ports.ts';
import { type Holders, holdersFor, peopleOf } from './procedure-people.ts';
import { chosenOf, nothingFilled } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { isConcernOpen, openedConcern, toldConcern } from './review-concern.ts';
import {
  correctionForm,
  outcomeChoices,
  reasonChoices,
  restedWords,
  reviewAsSent,
  yesOrNo,
} from './review-correction-form.ts';
import { type ReviewReader, reviewRecordedView } from './review-view.ts';
import { reviewErrors } from './review-words.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

type Sent = Submissions['assess-correction'];

/** All that was recorded of the review that a record belongs to, and what of it counts; undefined where there is no such record. */
function reviewWith({ assessed }: ParticipantFile, entryId: string) {
  const history = reviewHistories(assessed).find((one) => one.some((entry) => entry.entryId === entryId));
  return history === undefined ? undefined : { history, standing: history.at(-1) ?? history[0] };
}

const isTheirs = (asker: Asker, file: ParticipantFile) =>
  may('correct-review', asker.person.roles, standingOf(asker, file));

const readerOf = (asker: Asker, file: ParticipantFile): ReviewReader =>
  may('record-review', asker.person.roles, standingOf(asker, file)) ? 'assessor' : 'academy-manager';

/** The form of one recorded review, with what stands; null for whoever may not, and where there is no such record. */
export async function openReviewCorrection(
  needs: Needs,
  asker: Asker,
  participantId: string,
  of: string,
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'correct-review', participantId);
  const found = versioned && reviewWith(versioned.file, of);
  if (versioned === undefined || found === undefined) return null;
  const { file } = versioned;
  const values = { ...reviewAsSent(needs, file, found.standing), because: '' };
  const filled = { ...nothingFilled, values };
  return correctionForm(needs, asker, file, found.standing, { submissionId: needs.newId(), filled });
}

/** What was filled in; what the form did not ask, because something rests on it, is as it stands. */
function read(needs: Needs, file: ParticipantFile, standing: ReviewEntry, sent: Sent): CorrectionFilled {
  const stands = reviewAsSent(needs, file, standing);
  const isAsked = restedWords(needs, file, standing.item) === null || sent.outcome !== '';
  const { outcome, needed, additionalOn } = isAsked ? sent : stands;
  const [isNeeded] = chosenOf(yesOrNo, needed);
  const [chosen] = chosenOf(outcomeChoices, outcome);
  const [because] = chosenOf(reasonChoices, sent.because);
  return {
    heldOn: typedDate(sent.heldOn) ?? null,
    outcome: reviewOutcomes.find((one) => one === chosen) ?? null,
    nextPlanOn: typedDate(sent.nextPlanOn) ?? null,
    additionalOn: typedDate(additionalOn) ?? null,
    needed: isNeeded === undefined ? null : isNeeded === 'yes',
    because: correctionReasons.find((one) => one === because) ?? null,
  };
}

function groundOf(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  standing: ReviewEntry,
  { heldOn }: CorrectionFilled,
): CorrectionGround {
  const { programme } = needs;
  const { today } = asker;
  const additional = additionalItemOf(file.assessed, standing.item) ?? '';
  const due = planOf(needs, file, today).items.find(({ id }) => id === additional)?.due ?? null;
  const hasCome = due !== null && due.toString() <= today.toString();
  const input = planInputOf(file, programme.timeZone);
  return {
    programme,
    required: file.required,
    today,
    held: heldOn === null ? null : recordStanding(input, heldOn, today),
    entries: file.assessed,
    standing,
    isConcernOpen: isConcernOpen(needs, file, standing.concernId),
    hasAdditionalBegun: hasCome || reviewOf(file.assessed, additional) !== undefined,
  };
}

interface Outcome {
  readonly view: View;
  /** The record that the card shows from now on; null for a form. */
  readonly entryId: string | null;
}

interface Turn {
  readonly needs: Needs;
  readonly asker: Asker;
  readonly holders: Holders;
  readonly panel: readonly Person[];
  readonly sent: Sent;
}

function shown({ needs, asker }: Turn, file: ParticipantFile, entry: ReviewEntry, note: string): Outcome {
  const view = reviewRecordedView(needs, file, entry, readerOf(asker, file), note === '' ? null : note);
  return { view, entryId: entry.entryId };
}

function formAgain(
  { needs, asker, sent }: Turn,
  file: ParticipantFile,
  standing: ReviewEntry,
  errors: Readonly<Record<string, string>>,
  error = '',
): Outcome {
  const { submissionId } = sent;
  const filled = { values: { ...sent }, errors };
  const said = { submissionId, filled, ...(error === '' ? {} : { error }) };
  return { view: correctionForm(needs, asker, file, standing, said), entryId: null };
}

function refusedForm(
  turn: Turn,
  file: ParticipantFile,
  standing: ReviewEntry,
  { faults }: Extract<CorrectionChecked, { ok: false }>,
): Outcome {
  // What the form does not ask any more has no field at which that could be said.
  const isRested = faults.outcome === 'rested-on' || faults.needed === 'rested-on';
  const rested = isRested ? restedWords(turn.needs, file, standing.item) : null;
  return formAgain(turn, file, standing, reviewErrors(faults), rested ?? '');
}

/** What follows from a correction beside the entry: the concern, and whether a conditional review is needed. */
function consequences(
  { needs, asker, holders }: Turn,
  file: ParticipantFile,
  checked: Extract<CorrectionChecked, { ok: true; changes: true }>,
): {
  readonly facts: readonly Fact[];
  readonly concernId: string | undefined;
  readonly required: readonly string[];
} {
  const { concern, conditional, act } = checked;
  const opened = concern === 'opens' ? openedConcern(needs, asker, file, holders) : null;
  const told =
    act.concernId !== undefined && (concern === 'no-longer' || concern === 'again')
      ? toldConcern(needs, asker, file, holders, {
          concernId: act.concernId,
          restsOnIt: concern === 'again',
        })
      : [];
  const by = asker.person.id;
  const flipped = conditional?.isNeeded === true ? 'review-required' : 'review-not-required';
  const others = file.required.filter((review) => review !== conditional?.review);
  return {
    facts: [
      ...(opened?.facts ?? []),
      ...told,
      ...(conditional === null ? [] : [{ fact: flipped, review: conditional.review, by } as const]),
    ],
    concernId: opened?.concernId ?? act.concernId,
    required: conditional?.isNeeded === true ? [...others, conditional.review] : others,
  };
}

/** Whoever is told of the review, and whoever was: the NQSW, the assessor, the Academy Managers and all who recorded it. */
function toldOf(holders: Holders, history: readonly ReviewEntry[]): readonly Pick<Person, 'id'>[] {
  const near = peopleOf(holders, ['nqsw', 'assessor', 'academy-manager']).map(({ id }) => id);
  return [...new Set([...near, ...history.map(({ by }) => by)])].map((id) => ({ id }));
}

function kept(
  turn: Turn,
  file: ParticipantFile,
  history: readonly ReviewEntry[],
  checked: Extract<CorrectionChecked, { ok: true; changes: true }>,
): Decision<Outcome> {
  const { needs, asker, holders, panel, sent } = turn;
  const { facts, concernId, required } = consequences(turn, file, checked);
  const act = { ...checked.act, ...(concernId === undefined ? {} : { concernId }) };
  const entry = enteredBy(asker, needs.newId(), act);
  const participantId = file.participant.id;
  const subject = (entryId: string): Subject => ({ card: 'review-recorded', participantId, entryId });
  const people = toldOf(holders, history);
  const replaced = history.at(-1)?.entryId ?? '';
  const after = { ...withEntry(file, entry), required };
  const opened = facts.flatMap((one) => (one.fact === 'concern-stepped' ? [one.step] : []));
  return {
    facts: [
      ...entryFacts(file, entry, sent.submissionId),
      ...entryNotices(people, entry, subject(entry.entryId)),
      ...replacedNotices(people, entry, subject(replaced)),
      ...(isFinalReview(needs.programme, entry.item)
        ? finalShownAnew(file, [...peopleOf(holders, ['nqsw', 'assessor']), ...panel], entry)
        : []),
      ...facts,
    ],
    result: shown(turn, { ...after, concernSteps: [...after.concernSteps, ...opened] }, entry, ''),
  };
}

/** Somebody corrected the review while this form was open: what was typed stays, above it stands what counts now. */
function overtaken(turn: Turn, file: ParticipantFile, standing: ReviewEntry): Outcome {
  const at = dateAndTime(standing.at, turn.needs.programme.timeZone);
  const words = `${standing.byName} corrected this review on ${at}, while your form was open. Nothing of yours has been kept yet: look at what stands now, and save yours if it is still right.`;
  return formAgain(turn, file, standing, {}, words);
}

function decide(turn: Turn, file: ParticipantFile): Decision<Outcome | null> {
  const { needs, asker, sent } = turn;
  const nothing = (result: Outcome | null) => ({ facts: [], result });
  // Whoever changed the file meanwhile may have made somebody else the assessor.
  if (!isTheirs(asker, file)) return nothing(null);
  const made = reviewWith(file, file.submissions.get(sent.submissionId) ?? '');
  if (made !== undefined) return nothing(shown(turn, file, made.standing, ''));
  const found = reviewWith(file, sent.of);
  if (found === undefined) return nothing(null);
  const { standing, history } = found;
  const filled = read(needs, file, standing, sent);
  const checked = checkCorrection(filled, groundOf(needs, asker, file, standing, filled));
  if (checked.ok && !checked.changes) {
    const note =
      standing.by === asker.person.id || standing.entryId === sent.of
        ? 'It says so already, so nothing has been changed.'
        : `It says so already: ${standing.byName} has corrected it since. Nothing more has been changed.`;
    return nothing(shown(turn, file, standing, note));
  }
  if (standing.entryId !== sent.of) return nothing(overtaken(turn, file, standing));
  return checked.ok
    ? kept(turn, file, history, checked)
    : nothing(refusedForm(turn, file, standing, checked));
}

/**
 * Corrects a recorded review (A1, A2, P2): once for each form and each record that it corrects, or sends the form back with
 * the reason at each field.
 */
export async function submitReviewCorrection(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'correct-review', sent.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const holders = await holdersFor(needs, versioned.file, asker.today);
  const turn: Turn = { needs, asker, holders, panel: await panelOf(needs), sent };
  const outcome = await changeFile(needs, versioned, asker.now, (file) => decide(turn, file));
  if (outcome === null) return notForYou(needs.programme);
  if (outcome.entryId === null) return pressedView(outcome.view);
  const { participantId } = sent;
  const shows: Subject = { card: 'review-recorded', participantId, entryId: outcome.entryId };
  return { kind: 'view', view: outcome.view, at: 'pressed', shows };
}
