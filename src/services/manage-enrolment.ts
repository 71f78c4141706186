import { Temporal } from 'temporal-polyfill';
import { advance, type Enrolment, type EnrolmentRefusal, type EnrolmentStep } from '../academy/enrolment.ts';
import { enrolmentOf, withPauses } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { type Asker, permittedFile } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import { enrolmentNotices } from './enrolment-notices.ts';
import type { Needs } from './needs.ts';
import type { Fact, VersionedFile } from './ports.ts';
import { planOf } from './recordable-items.ts';

type Day = Temporal.PlainDate;

/** Who changes an enrolment: a person, who must be allowed to, or whoever has the command line, who is. */
export type Enroller =
  | { readonly kind: 'person'; readonly asker: Asker }
  | { readonly kind: 'command-line'; readonly now: Temporal.Instant; readonly today: Day };

type EnrolmentNeeds = Pick<Needs, 'programme' | 'calendar' | 'files' | 'alarms' | 'newId' | 'log'>;

/** There is no such participant, or the person may not: the two look the same. */
export type NotYours = { readonly ok: false; readonly refused: 'not-found' };

export type StepRefusal =
  | EnrolmentRefusal
  /** Completing is a fact, and this day has not come. */
  | { readonly refused: 'in-future'; readonly today: Day }
  /** An extension must lead beyond the present end. */
  | { readonly refused: 'not-later'; readonly endOn: Day };

export type StepOutcome =
  | { readonly ok: true; readonly enrolment: Enrolment; readonly file: ParticipantFile }
  | ({ readonly ok: false } & StepRefusal)
  | NotYours;

const notFound: NotYours = { ok: false, refused: 'not-found' };
/** Programmes are computed from the first year whose bank holidays are on file (A2). */
const firstStart = Temporal.PlainDate.from('2014-01-01');
const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0;

interface At {
  readonly by: string;
  readonly now: Temporal.Instant;
  readonly today: Day;
}

const atOf = (who: Enroller): At =>
  who.kind === 'person'
    ? { by: who.asker.person.id, now: who.asker.now, today: who.asker.today }
    : { by: 'command-line', now: who.now, today: who.today };

function fileFor(
  needs: EnrolmentNeeds,
  who: Enroller,
  participantId: string,
): Promise<VersionedFile | undefined> {
  if (who.kind === 'command-line') return needs.files.load(participantId);
  return permittedFile(needs, who.asker, 'manage-enrolment', participantId);
}

/** What the state alone does not refuse: days that cannot be meant. */
function unlikely(
  needs: EnrolmentNeeds,
  file: ParticipantFile,
  step: EnrolmentStep,
  today: Day,
): StepRefusal | null {
  if (step.step === 'start' && isBefore(step.on, firstStart)) {
    return { refused: 'too-early', earliestOn: firstStart };
  }
  if (step.step === 'complete' && isBefore(today, step.on)) return { refused: 'in-future', today };
  if (step.step !== 'extend') return null;
  const { end } = planOf(needs, file, today);
  return end === null || isBefore(end, step.to) ? null : { refused: 'not-later', endOn: end };
}

/** Whoever comes back ends what kept them away: a pause that would last into that day ends on the evening before. */
function endedPauses({ pauses }: ParticipantFile, step: EnrolmentStep): Fact[] {
  if (step.step !== 'return') return [];
  const untilOn = step.on.subtract({ days: 1 });
  return pauses
    .filter((pause) => isBefore(pause.fromOn, step.on))
    .filter((pause) => pause.untilOn === null || isBefore(untilOn, pause.untilOn))
    .map((pause) => ({ fact: 'pause-agreed', pause: { ...pause, untilOn } }));
}

const audited = (by: string, outcome: string): Fact => ({
  fact: 'audited',
  verb: 'manage-enrolment',
  by,
  outcome,
});

/** Decides on one step of an enrolment, for whoever changes the file in the same commit for a reason of their own. */
export function decideEnrolmentStep(
  needs: EnrolmentNeeds,
  file: ParticipantFile,
  step: EnrolmentStep,
  { by, now, today }: At,
): Decision<StepOutcome> {
  const on = step.step === 'extend' ? today : step.on;
  const standing = withPauses(enrolmentOf(file), file.pauses, { step: step.step, on });
  const outcome = advance(standing, step);
  if (!outcome.ok) return { facts: [], result: outcome };
  const refused = unlikely(needs, file, step, today);
  if (refused !== null) return { facts: [], result: { ok: false, ...refused } };
  const entry = { stepId: needs.newId(), step, decidedOn: today, by, at: now };
  const ended = endedPauses(file, step);
  const pauses = file.pauses.map(
    (pause) =>
      ended
        .flatMap((fact) => (fact.fact === 'pause-agreed' ? [fact.pause] : []))
        .find(({ pauseId }) => pauseId === pause.pauseId) ?? pause,
  );
  return {
    facts: [
      { fact: 'enrolment-stepped', entry, position: file.enrolment.length },
      ...ended,
      audited(by, step.step),
    ],
    result: {
      ok: true,
      enrolment: outcome.enrolment,
      file: { ...file, pauses, enrolment: [...file.enrolment, entry] },
    },
  };
}

/** The same step where nothing else tells of it: with a message for everybody whom it concerns. */
export function toldEnrolmentStep(
  needs: EnrolmentNeeds,
  file: ParticipantFile,
  step: EnrolmentStep,
  at: At,
): Decision<StepOutcome> {
  const { facts, result } = decideEnrolmentStep(needs, file, step, at);
  const told = facts.flatMap((fact) =>
    fact.fact === 'enrolment-stepped' ? enrolmentNotices(file, fact.entry) : [],
  );
  return { facts: [...facts, ...told], result };
}

/**
 * Takes one step of somebody's enrolment (D13, D20, S18r): the clock starts, the panel extends the programme, it is
 * completed, the person leaves, or comes back into a later cohort.
 */
export async function takeEnrolmentStep(
  needs: EnrolmentNeeds,
  who: Enroller,
  participantId: string,
  step: EnrolmentStep,
): Promise<StepOutcome> {
  const versioned = await fileFor(needs, who, participantId);
  if (versioned === undefined) return notFound;
  const at = atOf(who);
  return changeFile(needs, versioned, at.now, (file) => toldEnrolmentStep(needs, file, step, at));
}

export type RequireOutcome =
  | { readonly ok: true; readonly file: ParticipantFile; readonly already: boolean }
  /** `conditional` names the reviews of the programme that can be required. */
  | { readonly ok: false; readonly refused: 'not-conditional'; readonly conditional: readonly string[] }
  | NotYours;

/** Says that a conditional review is needed (D1): from then on it has its date. */
export async function requireReview(
  needs: EnrolmentNeeds,
  who: Enroller,
  participantId: string,
  review: string,
): Promise<RequireOutcome> {
  const conditional = needs.programme.reviews.filter(({ mode }) => mode === 'ifRequired').map(({ id }) => id);
  const versioned = await fileFor(needs, who, participantId);
  if (versioned === undefined) return notFound;
  if (!conditional.includes(review)) return { ok: false, refused: 'not-conditional', conditional };
  const { by, now } = atOf(who);
  return changeFile(needs, versioned, now, (file): Decision<RequireOutcome> => {
    if (file.required.includes(review)) return { facts: [], result: { ok: true, file, already: true } };
    const required = { ...file, required: [...file.required, review] };
    return {
      facts: [{ fact: 'review-required', review, by }, audited(by, 'require')],
      result: { ok: true, file: required, already: false },
    };
  });
}

export type StandardsOutcome =
  | { readonly ok: true; readonly file: ParticipantFile }
  /** `codes` are those of the programme. */
  | { readonly ok: false; readonly refused: 'unknown-standards'; readonly codes: readonly string[] }
  | NotYours;

/** Chooses what all of somebody's reviews are held against, or, with null, leaves it to their dates again (DOMAIN 2.3). */
export async function chooseStandards(
  needs: EnrolmentNeeds,
  who: Enroller,
  participantId: string,
  standards: string | null,
): Promise<StandardsOutcome> {
  const codes = needs.programme.standards.map(({ code }) => code);
  const versioned = await fileFor(needs, who, participantId);
  if (versioned === undefined) return notFound;
  if (standards !== null && !codes.includes(standards))
    return { ok: false, refused: 'unknown-standards', codes };
  const { by, now } = atOf(who);
  const choice = { standards, by, at: now };
  return changeFile(
    needs,
    versioned,
    now,
    (file): Decision<StandardsOutcome> => ({
      facts: [{ fact: 'standards-chosen', choice }, audited(by, 'standards')],
      result: { ok: true, file: { ...file, standards: [...file.standards, choice] } },
    }),
  );
}
