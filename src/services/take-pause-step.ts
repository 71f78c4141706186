import { decidePause } from '../academy/decide-pause.ts';
import { clockStart, enrolmentOf } from '../academy/enrolment-history.ts';
import type { ParticipantFile, Pause } from '../academy/participant-file.ts';
import {
  isUndecided,
  type PauseAct,
  pauseParties,
  pauseStateOf,
  roundOf,
  stepsOfPause,
} from '../academy/pause.ts';
import { longDate } from '../academy/wording.ts';
import { type Asker, permittedFile } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import { beginsAnew, type PauseAround, pauseFacts, pauseSubject } from './pause-facts.ts';
import { pauseForm, readPauseAct } from './pause-form.ts';
import { previewOf, withPause } from './pause-preview.ts';
import { type PauseShown, partyOf, pauseHeading, pauseIn, pauseView } from './pause-view.ts';
import { pauseRefusalWords, reasonTitle, spanWords } from './pause-words.ts';
import type { Subject } from './ports.ts';
import { functionsFor, holdersFor, refuseAudited, unheld } from './procedure-people.ts';
import { type Filled, procedureCard } from './procedure-view.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { ActionView, FactView, View } from './views.ts';

type Sent = Submissions['pause-step'];

const shownTo = (needs: Needs, asker: Asker, file: ParticipantFile, pauseId: string): PauseShown =>
  pauseIn(needs, file, pauseId, functionsFor(asker, file, 'follow-pause'), asker.today);

/** The days that a step would pause in addition, as text; undefined for a step that pauses none. */
function daysAdded({ state }: PauseShown, act: PauseAct): readonly [string, string] | undefined {
  if (act.step === 'propose') return [act.fromOn.toString(), act.untilOn?.toString() ?? '9999'];
  if (act.step !== 'lengthen' || state?.at !== 'agreed') return undefined;
  return [state.terms.untilOn?.add({ days: 1 }).toString() ?? '9999', act.untilOn.toString()];
}

/** Another pause that stands in the way of a new one: still to be decided, or agreed for some of the same days. */
function inTheWay(needs: Needs, shown: PauseShown, act: PauseAct): string | null {
  const { file, pauseId } = shown;
  const others = [...new Set(file.pauseSteps.map((step) => step.pauseId))].filter((id) => id !== pauseId);
  const begins = act.step === 'ask' || act.step === 'propose';
  if (begins && others.some((id) => isUndecided(pauseStateOf(needs, stepsOfPause(file.pauseSteps, id)))))
    return 'Another pause is still to be decided. Decide on that one first.';
  const [from, until] = daysAdded(shown, act) ?? [];
  if (from === undefined || until === undefined) return null;
  const overlapping = file.pauses.find(
    ({ pauseId: id, fromOn, untilOn }) =>
      id !== pauseId && fromOn.toString() <= until && from <= (untilOn?.toString() ?? '9999'),
  );
  return overlapping === undefined
    ? null
    : `Some of these days are paused already: ${spanWords(overlapping)}. Choose other days.`;
}

/** Why nothing new can begin for somebody who has finished or left. */
function notOnProgramme(file: ParticipantFile, act: PauseAct): string | null {
  if (act.step !== 'propose' && act.step !== 'ask') return null;
  const { state } = enrolmentOf(file);
  return state === 'completed' || state === 'left'
    ? `${file.participant.name} is no longer on the programme, so there is nothing to pause.`
    : null;
}

/** Why a step cannot be taken, in words; null when it can. */
function refusalOf(needs: Needs, shown: PauseShown, act: PauseAct): string | null {
  const { state, functions, file, today } = shown;
  const decided = decidePause(state, act, { functions, today, startOn: clockStart(file) });
  if (!decided.ok) return pauseRefusalWords(needs.programme, decided);
  return notOnProgramme(file, act) ?? inTheWay(needs, shown, act);
}

function nobodyWords({ programme }: Needs, around: PauseAround, act: PauseAct): string | null {
  if (act.step !== 'propose' && act.step !== 'lengthen') return null;
  const missing = unheld(around.holders, pauseParties).map((name) => programme.titles[name]);
  return missing.length === 0
    ? null
    : `There is nobody as ${missing.join(' and ')} yet, and all four have to agree. Allocate somebody first.`;
}

const valuesOf = ({
  reason,
  fromOn,
  untilOn,
  backOn,
}: Pick<Sent, 'reason' | 'fromOn' | 'untilOn' | 'backOn'>) => ({
  reason,
  fromOn,
  untilOn,
  backOn,
});

/** What comes back when a step was not taken: the form where there is nothing yet, else the pause as it stands. */
function refusedView(
  needs: Needs,
  shown: PauseShown,
  sent: Sent,
  why: { readonly error?: string; readonly errors?: Filled['errors'] },
): View | null {
  const filled = { values: valuesOf(sent), errors: why.errors ?? {} };
  const error = why.error ?? null;
  const isNew = shown.state === undefined || shown.state.at === 'asked';
  if (isNew && sent.step === 'propose') return pauseForm(shown.file, shown.pauseId, filled, error);
  // Refused before anything was kept: there is no pause to show it on.
  if (shown.state === undefined) return error === null ? null : message('Not sent', [error]);
  return pauseView(needs, shown, { error, filled });
}

const movedOn = 'This card was from before: something has changed since. This is how it stands now.';

/** Whether the card shows terms that no longer stand, or sends once more what its sender has just done. */
function isOld({ steps }: PauseShown, sent: Sent, asker: Asker): 'no' | 'repeated' | 'stale' {
  const isOwn = steps.some(({ by, step }) => by === asker.person.id && step === sent.step);
  if (sent.step === 'propose' || sent.step === 'ask') return isOwn ? 'repeated' : 'no';
  if (sent.seen === String(roundOf(steps))) return 'no';
  const last = steps.at(-1);
  return last?.by === asker.person.id && last.step === sent.step ? 'repeated' : 'stale';
}

interface Taken {
  readonly view: View | null;
  /** Where the pause is shown from now on, for whoever put new terms before people; null after every other step. */
  readonly shows: Subject | null;
}

function decideStep(
  needs: Needs,
  asker: Asker,
  shown: PauseShown,
  act: PauseAct,
  sent: Sent,
  around: PauseAround,
): Decision<Taken> {
  const nothing = (view: View | null): Decision<Taken> => ({ facts: [], result: { view, shows: null } });
  const old = isOld(shown, sent, asker);
  if (old !== 'no') return nothing(pauseView(needs, shown, { note: old === 'stale' ? movedOn : null }));
  const error = refusalOf(needs, shown, act) ?? nobodyWords(needs, around, act);
  if (error !== null) return nothing(refusedView(needs, shown, sent, { error }));
  const { facts, file } = pauseFacts(needs, asker, shown, act, around);
  const shows = pauseSubject(file.participant.id, shown.pauseId, shown.steps.length, 0);
  const view = pauseView(needs, shownTo(needs, asker, file, shown.pauseId));
  return { facts, result: { view, shows: beginsAnew(act) ? shows : null } };
}

/** Takes a step of a pause, or says why not. However many press at once, the fourth agreement counts once. */
export async function takePauseStep(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await needs.files.load(sent.participantId);
  const shown = versioned && shownTo(needs, asker, versioned.file, sent.pauseId);
  const reading = shown && readPauseAct(sent.step, sent, shown.functions);
  if (versioned === undefined || shown === undefined || reading === undefined || shown.functions.length === 0)
    return refuseAudited(needs, asker, 'follow-pause', versioned);
  if (!reading.ok) return replyWith(needs, refusedView(needs, shown, sent, reading.filled));
  const { act } = reading;
  const [holders, { at: hour }] = await Promise.all([
    holdersFor(needs, versioned.file, asker.today),
    needs.preferences.of(versioned.file.participant.personId),
  ]);
  const { view, shows } = await changeFile(needs, versioned, asker.now, (file) =>
    decideStep(needs, asker, shownTo(needs, asker, file, sent.pauseId), act, sent, { holders, hour }),
  );
  return view === null || shows === null
    ? replyWith(needs, view)
    : { kind: 'view', view, at: 'pressed', shows };
}

const replyWith = ({ programme }: Needs, view: View | null): Reply =>
  view === null ? notForYou(programme) : pressedView(view);

/** Opens a pause for those whom it concerns; the same words for everybody else as for none. */
export async function showPauseTo(
  needs: Needs,
  asker: Asker,
  sent: Submissions['pause-show'],
): Promise<Reply> {
  const versioned = await needs.files.load(sent.participantId);
  const shown = versioned && shownTo(needs, asker, versioned.file, sent.pauseId);
  const view = shown && shown.functions.length > 0 ? pauseView(needs, shown) : null;
  return view === null ? refuseAudited(needs, asker, 'follow-pause', versioned) : pressedView(view);
}

const changes = ['propose', 'lengthen', 'end'] as const;

const confirmTitles = {
  propose: 'Send it to all four',
  lengthen: 'Send the later day to all four',
  end: 'Save the first day back',
} as const;

/** The file as a change would leave it, and the change in words. */
function wanted({ file, pauseId, state }: PauseShown, act: PauseAct): readonly [Pause, FactView[]] | null {
  if (act.step === 'propose') {
    const { fromOn, untilOn, reason } = act;
    const facts = [
      { title: 'Pause', value: spanWords(act) },
      { title: 'Reason', value: reasonTitle(reason) },
    ];
    return [{ pauseId, fromOn, untilOn }, facts];
  }
  const fromOn = file.pauses.find((pause) => pause.pauseId === pauseId)?.fromOn;
  if (fromOn === undefined || state?.at !== 'agreed') return null;
  if (act.step === 'lengthen') {
    const pause = { pauseId, fromOn, untilOn: act.untilOn };
    return [pause, [{ title: 'Pause', value: spanWords(pause) }]];
  }
  if (act.step !== 'end') return null;
  const pause = { pauseId, fromOn, untilOn: act.backOn.subtract({ days: 1 }) };
  return [pause, [{ title: 'First day back', value: longDate(act.backOn) }]];
}

/** Every date that a change would move, with the button that makes it: nothing is kept before that (M4). */
function previewView(needs: Needs, shown: PauseShown, act: PauseAct, sent: Previewed): View | null {
  const change = wanted(shown, act);
  if (change === null) return pauseView(needs, shown, { note: movedOn });
  const [pause, facts] = change;
  const { file, pauseId, steps, today } = shown;
  const { moved, notes } = previewOf(needs, file, withPause(file, pauseId, pause), today, partyOf(shown));
  const about = { participantId: file.participant.id, pauseId };
  const values = valuesOf(sent);
  const title = confirmTitles[sent.change as keyof typeof confirmTitles];
  const data = { ...about, step: act.step, seen: roundOf(steps), ...values };
  const back: ActionView =
    act.step === 'propose'
      ? { title: 'Change the days', verb: 'pause-open', data: { ...about, ...values } }
      : { title: 'Leave it as it is', verb: 'pause-show', data: about };
  const heading = `${pauseHeading(file.participant.name, false)}: what would move`;
  return procedureCard({
    heading,
    state: 'Nothing is kept or sent before you press the button',
    facts,
    moved,
    sections: [
      {
        title: act.step === 'end' ? 'Is this right?' : 'All four have to agree before any date moves',
        inputs: [],
        actions: [{ title, verb: 'pause-step', data }, back],
      },
    ],
    note: notes.join(' '),
  });
}

type Previewed = Submissions['pause-preview'];

/** Shows the Academy Manager what a pause, a later last day or a day of return would move. */
export async function previewPause(needs: Needs, asker: Asker, sent: Previewed): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'manage-pause', sent.participantId);
  const change = changes.find((known) => known === sent.change);
  if (versioned === undefined || change === undefined) return notForYou(needs.programme);
  const shown = shownTo(needs, asker, versioned.file, sent.pauseId);
  const typed = { ...sent, step: change, seen: '', task: '' };
  const reading = readPauseAct(change, typed, shown.functions);
  if (reading === undefined) return notForYou(needs.programme);
  if (!reading.ok) return replyWith(needs, refusedView(needs, shown, typed, reading.filled));
  const error = refusalOf(needs, shown, reading.act);
  if (error !== null) return replyWith(needs, refusedView(needs, shown, typed, { error }));
  return replyWith(needs, previewView(needs, shown, reading.act, sent));
}

/** The form for a pause, as it was filled in so far. */
export async function openPause(
  needs: Needs,
  asker: Asker,
  sent: Submissions['pause-open'],
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'manage-pause', sent.participantId);
  if (versioned === undefined) return null;
  const pauseId = sent.pauseId === '' ? needs.newId() : sent.pauseId;
  const shown = shownTo(needs, asker, versioned.file, pauseId);
  if (shown.state !== undefined && shown.state.at !== 'asked') return pauseView(needs, shown);
  const { reason, fromOn, untilOn } = sent;
  return pauseForm(versioned.file, pauseId, { values: { reason, fromOn, untilOn }, errors: {} });
}
