import type { Temporal } from 'temporal-polyfill';
import { type AllocationOutcome, allocate, overSpanReasons } from '../academy/allocation.ts';
import type { Allocation, ParticipantFile } from '../academy/participant-file.ts';
import { allocatedFunctions } from '../academy/roles.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate } from '../academy/wording.ts';
import { allocationRequest } from '../understanding/allocation-words.ts';
import type { Slots } from '../understanding/intents.ts';
import { allocationView, chooseWhoseSupport, supporters, unallocatedList } from './allocation-form.ts';
import { type Asker, isInForce, permittedFile } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact, Person } from './ports.ts';
import type { Filled } from './procedure-view.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';
import { participantMeant } from './who-is-meant.ts';

type Sent = Submissions['allocation-save'];
type Refusal = Extract<AllocationOutcome, { ok: false }>;

/** Who supports one NQSW, with the form; null for whoever may not. */
export async function openAllocation(
  needs: Needs,
  asker: Asker,
  participantId: string,
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'manage-allocation', participantId);
  return versioned === undefined ? null : allocationView(needs, asker, versioned.file);
}

/** "Who is not allocated?", "change Tom's supervisor" (M11); undefined when it is none of these, or not theirs to ask. */
export async function answerAllocation(
  needs: Needs,
  asker: Asker,
  text: string,
  { person }: Pick<Slots, 'person'>,
): Promise<View | null | undefined> {
  const request = allocationRequest(text);
  if (request === undefined || !may('manage-allocation', asker.person.roles, ['academy'])) return undefined;
  if (request === 'list') return unallocatedList(needs, asker);
  const meant =
    person === undefined ? undefined : await participantMeant(needs, asker, 'manage-allocation', person);
  return meant === undefined ? chooseWhoseSupport(needs, asker) : openAllocation(needs, asker, meant);
}

function refusalWords(refusal: Refusal): string {
  switch (refusal.refused) {
    case 'ends-before-it-begins':
      return 'The last day is before the first one.';
    case 'in-the-past':
      return 'The first day is today or later: what somebody could see until now is not changed afterwards.';
    case 'already-theirs':
      return 'They hold it on these days already. Nothing has been changed.';
    case 'taken-later':
      return `${refusal.by} takes it over on ${longDate(refusal.fromOn)}. Choose a day after that.`;
    default:
      return refusal satisfies never;
  }
}

type Reading =
  | { readonly ok: true; readonly wanted: Allocation; readonly person: Person }
  | { readonly ok: false; readonly filled: Filled };

const valuesOf = ({ function: of, personId, fromOn, untilOn, overSpan }: Sent) => ({
  function: of,
  personId,
  fromOn,
  untilOn,
  overSpan,
});

function read({ person: by, now }: Asker, sent: Sent, people: readonly Person[]): Reading {
  const of = allocatedFunctions.find((name) => name === sent.function);
  const person = people.find(({ id }) => id === sent.personId);
  const fromOn = typedDate(sent.fromOn);
  const untilOn = sent.untilOn === '' ? null : typedDate(sent.untilOn);
  const errors: Record<string, string> = {};
  if (of === undefined) errors.function = 'Choose the function.';
  if (person === undefined) errors.personId = 'Choose the person.';
  if (fromOn === undefined) errors.fromOn = 'Choose the date.';
  if (untilOn === undefined) errors.untilOn = 'Choose the date, or leave it empty.';
  if (of === undefined || person === undefined || fromOn === undefined || untilOn === undefined)
    return { ok: false, filled: { values: valuesOf(sent), errors } };
  const { id: personId, name } = person;
  const given = { by: by.id, byName: by.name, at: now };
  const wanted = { function: of, personId, name, fromOn, untilOn, madeIn: 'chat', given } as const;
  return { ok: true, wanted, person };
}

/** How many other NQSWs somebody supervises on a day (L17). */
async function supervisedBy(
  needs: Needs,
  personId: string,
  except: string,
  on: Temporal.PlainDate,
): Promise<number> {
  const led = await needs.people.allocatedTo(personId);
  const ids = led
    .filter((one) => one.function === 'reflective-supervisor' && one.participantId !== except)
    .map(({ participantId }) => participantId);
  const files = await Promise.all([...new Set(ids)].map((id) => needs.files.load(id)));
  return files.filter((versioned) =>
    versioned?.file.allocations.some(
      (one) => one.personId === personId && one.function === 'reflective-supervisor' && isInForce(one, on),
    ),
  ).length;
}

/** The reason for one more than the span; 'within' when none is needed, undefined when it is missing (P14). */
async function spanReason(needs: Needs, sent: Sent, wanted: Allocation): Promise<string | undefined> {
  const { most } = needs.programme.span;
  if (most === null || wanted.function !== 'reflective-supervisor') return 'within';
  const others = await supervisedBy(needs, wanted.personId, sent.participantId, wanted.fromOn);
  if (others < most) return 'within';
  return overSpanReasons.find((reason) => reason === sent.overSpan);
}

function decide(
  asker: Asker,
  file: ParticipantFile,
  wanted: Allocation,
  outcome: string,
): Decision<{ readonly file: ParticipantFile; readonly refused: Refusal | null }> {
  const allocating = allocate(file.allocations, wanted, asker.today);
  if (!allocating.ok) return { facts: [], result: { file, refused: allocating } };
  const { changed } = allocating;
  const keyOf = (one: Allocation) => `${one.function}~${one.fromOn}`;
  const replaced = new Set(changed.map(keyOf));
  const allocations = [...file.allocations.filter((one) => !replaced.has(keyOf(one))), ...changed];
  const facts: readonly Fact[] = [
    ...changed.map((allocation): Fact => ({ fact: 'allocated', allocation })),
    { fact: 'audited', verb: 'manage-allocation', by: asker.person.id, outcome },
  ];
  return { facts, result: { file: { ...file, allocations }, refused: null } };
}

/**
 * Gives a function for an NQSW to somebody from a day on. Past the span of the programme it is refused unless the Academy
 * Manager gives a reason, which is audited (L17, P14).
 */
export async function saveAllocation(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'manage-allocation', sent.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const reading = read(asker, sent, await supporters(needs));
  if (!reading.ok) {
    return pressedView(await allocationView(needs, asker, versioned.file, { filled: reading.filled }));
  }
  const { wanted } = reading;
  const filled = { values: valuesOf(sent), errors: {} };
  const reason = await spanReason(needs, sent, wanted);
  if (reason === undefined) {
    const error = `${wanted.name} has ${needs.programme.span.most} NQSWs already, as many as the span allows. Choose somebody else, or give the reason for one more.`;
    const view = await allocationView(needs, asker, versioned.file, { filled, error, isOverSpan: true });
    return pressedView(view);
  }
  const { file, refused } = await changeFile(needs, versioned, asker.now, (current) =>
    decide(asker, current, wanted, reason === 'within' ? 'done' : `over-span:${reason}`),
  );
  if (refused !== null) {
    return pressedView(await allocationView(needs, asker, file, { filled, error: refusalWords(refused) }));
  }
  const title = needs.programme.titles[wanted.function];
  const note = `Saved: ${wanted.name} is ${title} from ${longDate(wanted.fromOn)}. Whoever held it before sees nothing from that day on.`;
  return pressedView(await allocationView(needs, asker, file, { note }));
}
