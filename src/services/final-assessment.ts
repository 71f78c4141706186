import { type Entered, type FinalAct, type FinalEntry, finalOutcomes } from '../academy/assessment.ts';
import type { EnrolmentStep } from '../academy/enrolment.ts';
import { enrolmentOf } from '../academy/enrolment-history.ts';
import { decideFinal, finalEntriesIn, finalSteps } from '../academy/final-outcome.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { typedDate } from '../academy/typed-date.ts';
import type { Asker } from './asker.ts';
import { enteredBy, entryFacts, withEntry } from './assessment-entry.ts';
import { changeFile, type Decision } from './change-file.ts';
import { stepRefusedWords } from './enrolment-words.ts';
import { anonymisedTick, type FinalShown, finalShownTo, finalView } from './final-view.ts';
import { finalRefusalWords, outcomeTitles } from './final-words.ts';
import { decideEnrolmentStep } from './manage-enrolment.ts';
import type { Needs } from './needs.ts';
import type { Fact, Notice, Person } from './ports.ts';
import { type Holders, holdersFor, peopleOf, refuseAudited } from './procedure-people.ts';
import { chosenOf, type Filled } from './procedure-view.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

type Sent = Submissions['assess-final'];

/** Opens the final assessment for whoever may see it; the same words for everybody else as for none. */
export async function openFinal(
  needs: Needs,
  asker: Asker,
  { participantId }: Submissions['assess-final-open'],
): Promise<Reply> {
  const versioned = await needs.files.load(participantId);
  const shown = versioned && finalShownTo(needs, asker, versioned.file);
  return shown === undefined
    ? refuseAudited(needs, asker, 'see-final-assessment', versioned)
    : pressedView(finalView(needs, shown));
}

type Reading =
  | { readonly ok: true; readonly act: FinalAct }
  | { readonly ok: false; readonly errors: Filled['errors'] };

/** The step that a card sent; undefined for one that does not exist. */
function readAct(sent: Sent): Reading | undefined {
  const entry = finalSteps.find((known) => known === sent.step);
  if (entry === undefined) return undefined;
  if (entry !== 'recommend' && entry !== 'decide') {
    const on = typedDate(sent.on);
    return on === undefined
      ? { ok: false, errors: { on: 'Choose the day.' } }
      : { ok: true, act: { entry, on } };
  }
  const [chosen] = chosenOf(outcomeTitles, sent.outcome);
  const outcome = finalOutcomes.find((known) => known === chosen);
  const to = typedDate(sent.to) ?? null;
  if (outcome === undefined) return { ok: false, errors: { outcome: 'Choose one.' } };
  if (outcome === 'extend' && to === null) {
    return { ok: false, errors: { to: 'Choose the day until which the programme goes on.' } };
  }
  if (outcome !== 'extend' && to !== null) {
    return { ok: false, errors: { to: 'Only an extension has a day. Leave this empty.' } };
  }
  return { ok: true, act: { entry, outcome, to } };
}

/** Everybody whom a step of the final assessment reaches; the rest of those who have a message see it brought up to date. */
function toldOf(holders: Holders, panel: readonly Person[], act: FinalAct): readonly Person[] {
  const near = peopleOf(holders, ['nqsw', 'assessor']);
  return act.entry === 'recommend' ? [...near, ...panel] : near;
}

function finalNotices(
  { file, entries }: FinalShown,
  told: readonly Person[],
  everybody: readonly Person[],
  entry: FinalEntry,
): readonly Fact[] {
  const participantId = file.participant.id;
  const turn = entries.length;
  const lastRecommended = entries.findLastIndex((one) => one.entry === 'recommend');
  const notice = ({ id }: Person, at: number, mode: Notice['mode']): Fact => ({
    fact: 'notice-owed',
    notice: {
      key: `final~${participantId}~${turn}~${id}~${at}`,
      recipient: { kind: 'person', personId: id },
      subject: { card: 'final-assessment', participantId, turn: at },
      mode,
      owedAt: entry.at,
    },
  });
  return [
    ...told.filter(({ id }) => id !== entry.by).map((person) => notice(person, turn, 'show')),
    // Whatever was shown before those two had been followed already.
    ...[...new Set([turn - 1, lastRecommended])]
      .filter((at) => at >= 0)
      .flatMap((at) => everybody.map((person) => notice(person, at, 'refresh'))),
  ];
}

/**
 * The messages about the final assessment that stand in chats, brought up to date because `entry` has changed something that
 * they show.
 */
export function finalShownAnew(
  { participant, assessed }: ParticipantFile,
  people: readonly Person[],
  entry: Entered,
): readonly Fact[] {
  const entries = finalEntriesIn(assessed);
  const turns = [entries.length - 1, entries.findLastIndex((one) => one.entry === 'recommend')];
  return [...new Set(turns)]
    .filter((turn) => turn >= 0)
    .flatMap((turn) =>
      people.map(({ id }) => ({
        fact: 'notice-owed',
        notice: {
          key: `final~${participant.id}~${turn}~${id}~after~${entry.entryId}`,
          recipient: { kind: 'person', personId: id },
          subject: { card: 'final-assessment', participantId: participant.id, turn },
          mode: 'refresh',
          owedAt: entry.at,
        },
      })),
    );
}

const movedOn = 'This card was from before: somebody has taken a step since. This is how it stands now.';

interface Ground {
  readonly needs: Needs;
  readonly asker: Asker;
  readonly holders: Holders;
  readonly panel: readonly Person[];
}

/** Why a step may not be taken, on the same card with what was filled in; undefined when it may. */
function refusedView(
  { needs, asker }: Ground,
  shown: FinalShown,
  act: FinalAct,
  sent: Sent,
  moving: ReturnType<typeof enrolmentMoved>,
): View | undefined {
  const { file, state, parts } = shown;
  const values = { ...sent };
  const anonymised = chosenOf(anonymisedTick, sent.anonymised).length > 0;
  const actor = { id: asker.person.id, parts };
  const decided = decideFinal(state, act, actor, { today: asker.today, anonymised });
  if (!decided.ok) {
    const words = finalRefusalWords(needs.programme, decided);
    return decided.refused === 'not-anonymised'
      ? finalView(needs, shown, { filled: { values, errors: { anonymised: words } } })
      : finalView(needs, shown, { filled: { values, errors: {} }, error: words });
  }
  const result = moving?.result;
  if (result === undefined || result.ok || result.refused === 'not-found') return undefined;
  const words = stepRefusedWords(file.participant.name, result);
  const isExtension = 'to' in act && act.to !== null;
  const errors: Filled['errors'] = isExtension ? { to: words } : { outcome: words };
  return finalView(needs, shown, { filled: { values, errors } });
}

/**
 * The step that an outcome is to the enrolment: an extension leads to its day, and a pass that the panel decides completes
 * the programme on the day of the decision. Null for a fail, which changes nothing of it, and for a pass of somebody whose
 * enrolment has ended in another way.
 */
function stepOf(file: ParticipantFile, act: FinalAct, today: Asker['today']): EnrolmentStep | null {
  if (!('outcome' in act)) return null;
  if (act.to !== null) return { step: 'extend', to: act.to };
  const isOver = ['completed', 'left'].includes(enrolmentOf(file).state);
  const isPassed = act.entry === 'decide' && act.outcome === 'pass';
  return isPassed && !isOver ? { step: 'complete', on: today } : null;
}

/** What the outcome does to the enrolment; undefined where it does nothing. */
function enrolmentMoved({ needs, asker }: Ground, { file }: FinalShown, act: FinalAct) {
  const { person, now, today } = asker;
  const step = stepOf(file, act, today);
  return step === null ? undefined : decideEnrolmentStep(needs, file, step, { by: person.id, now, today });
}

/** A card from before changes nothing; the same step sent again shows what it has led to. */
function staleView({ needs, asker }: Ground, shown: FinalShown, act: FinalAct): View {
  const last = shown.entries.at(-1);
  const isRepeated = last?.by === asker.person.id && last.entry === act.entry;
  return finalView(needs, shown, { note: isRepeated ? null : movedOn });
}

function decide(ground: Ground, shown: FinalShown, act: FinalAct, sent: Sent): Decision<View> {
  const { needs, asker, holders, panel } = ground;
  const { file, entries } = shown;
  if (sent.seen !== String(entries.length)) return { facts: [], result: staleView(ground, shown, act) };
  const moving = enrolmentMoved(ground, shown, act);
  const refused = refusedView(ground, shown, act, sent, moving);
  if (refused !== undefined) return { facts: [], result: refused };
  const entry = enteredBy(asker, needs.newId(), act);
  // A recommendation moves nothing: only the panel's decision does.
  const moved = act.entry === 'decide' ? moving : undefined;
  const after = withEntry(moved?.result.ok === true ? moved.result.file : file, entry);
  const everybody = [...peopleOf(holders, ['nqsw', 'assessor']), ...panel];
  return {
    facts: [
      ...entryFacts(file, entry, ''),
      ...(moved?.facts ?? []),
      ...finalNotices(shown, toldOf(holders, panel, act), everybody, entry),
    ],
    result: finalView(needs, finalShownTo(needs, asker, after) ?? shown),
  };
}

/** Whoever may decide for the panel. */
export async function panelOf({ people }: Needs): Promise<readonly Person[]> {
  const [members, managers] = await Promise.all([
    people.withRole('panel-member'),
    people.withRole('academy-manager'),
  ]);
  return [...new Map([...members, ...managers].map((person) => [person.id, person])).values()];
}

/** Takes a step of the final assessment (A5, A6, A9), or says who may and what is missing. */
export async function takeFinalStep(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await needs.files.load(sent.participantId);
  const shown = versioned && finalShownTo(needs, asker, versioned.file);
  const reading = readAct(sent);
  if (versioned === undefined || shown === undefined || reading === undefined) {
    return refuseAudited(needs, asker, 'see-final-assessment', versioned);
  }
  if (!reading.ok) {
    return pressedView(finalView(needs, shown, { filled: { values: { ...sent }, errors: reading.errors } }));
  }
  const holders = await holdersFor(needs, versioned.file, asker.today);
  const ground = { needs, asker, holders, panel: await panelOf(needs) };
  const view = await changeFile(needs, versioned, asker.now, (file): Decision<View | null> => {
    const fresh = finalShownTo(needs, asker, file);
    return fresh === undefined ? { facts: [], result: null } : decide(ground, fresh, reading.act, sent);
  });
  return view === null ? notForYou(needs.programme) : pressedView(view);
}
