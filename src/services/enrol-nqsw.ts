/** One NQSW comes onto the programme by a card (M1), read as a roster of one row and kept as one commit. */

import type { Allocation, DoneBy } from '../academy/participant-file.ts';
import type { YearEntry } from '../academy/year-entry.ts';
import type { Asker } from './asker.ts';
import { alreadyEnrolledView, enrolDatesView, enrolGround, enrolledView, enrolView } from './enrol-form.ts';
import { type EnrolGround, type EnrolReading, readEnrolment, typedOf } from './enrol-row.ts';
import type { ParticipantChange } from './import-roster.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact, Person, VersionedFile } from './ports.ts';
import { nothingFilled } from './procedure-view.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';
import { wakeDelivery } from './wake-delivery.ts';
import { participantMeant } from './who-is-meant.ts';

type Sent = Submissions['enrol-save'];

const mayEnrol = ({ person }: Asker) => may('manage-enrolment', person.roles, ['academy']);

/** The form, with a name that was said; of somebody who is on the programme, where they stand. Null for whoever may not. */
export async function openEnrol(needs: Needs, asker: Asker, name = ''): Promise<View | null> {
  if (!mayEnrol(asker)) return null;
  const meant = name === '' ? undefined : await participantMeant(needs, asker, 'manage-enrolment', name);
  const known = meant === undefined ? undefined : await needs.files.load(meant);
  if (known !== undefined) return alreadyEnrolledView(needs, known.file, null);
  const filled = name === '' ? nothingFilled : { values: { name }, errors: {} };
  return enrolView(needs, await enrolGround(needs, asker), { submissionId: needs.newId(), filled });
}

/** What the file says and is easily a slip: the warnings of an import, in a sentence each. */
const notesOf = ({ warnings }: Extract<EnrolReading, { as: 'ready' }>['prepared']) =>
  warnings.map(({ column, message: words }) => `Please check: ${column ?? ''} ${words}.`.replace('  ', ' '));

interface Enrolment {
  readonly change: ParticipantChange;
  readonly person: Person;
}

function enrolmentIn({ people, participants }: Extract<EnrolReading, { as: 'ready' }>['prepared']) {
  const [change] = participants;
  const [first] = people;
  return change === undefined || first === undefined ? undefined : { change, person: first.person };
}

/** A message for the NQSW, which waits until they can be reached, and for everybody who supports them, but for whoever enrolled them. */
function noticesOf(participantId: string, recipients: readonly string[], entry: YearEntry): readonly Fact[] {
  const { entryId, at, by } = entry;
  return [...new Set(recipients)]
    .filter((id) => id !== by)
    .map((personId) => ({
      fact: 'notice-owed',
      notice: {
        key: `year~${entryId}~${personId}`,
        recipient: { kind: 'person', personId },
        subject: { card: 'year-entry', participantId, entryId },
        mode: 'show',
        owedAt: at,
      },
    }));
}

function factsOf(
  needs: Needs,
  { person: { id: by, name: byName }, now: at }: Asker,
  { change: { participant, allocations }, person }: Enrolment,
  submissionId: string,
): readonly Fact[] {
  const given: DoneBy = { by, byName, at };
  const { cohort, startOn } = participant;
  const entry: YearEntry = { entry: 'enrolled', cohort, startOn, entryId: needs.newId(), by, byName, at };
  const held = allocations.map((one): Allocation => ({ ...one, madeIn: 'chat', given }));
  return [
    ...held.map((allocation): Fact => ({ fact: 'allocated', allocation })),
    { fact: 'year-entered', entry, position: 0 },
    { fact: 'audited', verb: 'enrol', by, outcome: 'enrolled' },
    ...noticesOf(participant.id, [person.id, ...held.map(({ personId }) => personId)], entry),
    { fact: 'submission-kept', submissionId, made: entry.entryId },
  ];
}

/** Somebody else, or the same card, was first: the file says what it is now. */
function existingView(needs: Needs, { file }: VersionedFile, submissionId: string): View {
  return file.submissions.has(submissionId)
    ? enrolledView(needs, file)
    : alreadyEnrolledView(needs, file, null);
}

/** Opens the file, and only then makes the person known: an enrolment that was cut off is finished by sending it again. */
async function keep(needs: Needs, asker: Asker, enrolment: Enrolment, submissionId: string): Promise<View> {
  const { participant } = enrolment.change;
  const facts = factsOf(needs, asker, enrolment, submissionId);
  const opened = await needs.enrolling.open(participant, facts, asker.now);
  const versioned = await needs.files.load(participant.id);
  if (versioned === undefined)
    return message('It was not kept', ['Please try it once more.'], { tone: 'warning' });
  const known = await needs.people.byId(enrolment.person.id);
  if (opened === 'opened' || (known?.participantId ?? null) === null) {
    const { name, team } = versioned.file.participant;
    await needs.enrolling.know({ ...enrolment.person, participantId: participant.id, name, team });
  }
  await wakeDelivery(needs, { participant: participant.id }, asker.now);
  return existingView(needs, versioned, submissionId);
}

async function alreadyView(
  needs: Needs,
  { participantId }: Extract<EnrolReading, { as: 'enrolled' }>,
  sent: Sent,
): Promise<View> {
  const versioned = await needs.files.load(participantId);
  if (versioned === undefined)
    return message('This person’s file is missing', ['Please import the roster again.'], { tone: 'warning' });
  if (versioned.file.submissions.has(sent.submissionId)) return enrolledView(needs, versioned.file);
  const { submissionId } = sent;
  const back = {
    title: 'Change what I typed',
    verb: 'enrol-save',
    data: { submissionId, ...typedOf(sent), step: 'change' },
  } as const;
  return alreadyEnrolledView(needs, versioned.file, back);
}

/** The dates that would follow, the form again, or the enrolment: once, however often and by whomever it is sent. */
export async function sendEnrol(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  if (!mayEnrol(asker)) return notForYou(needs.programme);
  const { submissionId, step } = sent;
  const ground = await enrolGround(needs, asker);
  if (step === 'change') {
    const filled = { values: typedOf(sent), errors: {} };
    return pressedView(enrolView(needs, ground, { submissionId, filled }));
  }
  const reading = await readEnrolment(needs, asker, sent, ground);
  if (reading.as === 'enrolled') return pressedView(await alreadyView(needs, reading, sent));
  if (reading.as === 'faulty')
    return pressedView(enrolView(needs, ground, { submissionId, filled: reading.filled }));
  const enrolment = enrolmentIn(reading.prepared);
  if (enrolment === undefined) return notForYou(needs.programme);
  if (step !== 'save') {
    const notes = notesOf(reading.prepared);
    return pressedView(enrolDatesView(needs, submissionId, typedOf(sent), enrolment.change, notes));
  }
  return pressedView(await enrolBySettledId(needs, asker, sent, ground, enrolment));
}

/** With the id that the address has for everybody who enrols the same person at this moment. */
async function enrolBySettledId(
  needs: Needs,
  asker: Asker,
  sent: Sent,
  ground: EnrolGround,
  read: Enrolment,
): Promise<View> {
  const id = await needs.enrolling.idFor(read.person.email);
  if (id === read.person.id) return keep(needs, asker, read, sent.submissionId);
  const again = await readEnrolment(needs, asker, sent, ground, () => id);
  const enrolment = again.as === 'ready' ? enrolmentIn(again.prepared) : undefined;
  if (enrolment !== undefined) return keep(needs, asker, enrolment, sent.submissionId);
  return again.as === 'enrolled'
    ? alreadyView(needs, again, sent)
    : enrolView(needs, ground, {
        submissionId: sent.submissionId,
        filled: again.as === 'faulty' ? again.filled : nothingFilled,
      });
}
