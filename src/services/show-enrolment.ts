/** A step of an enrolment in the message of those whom it concerns: the days, and never why somebody leaves. */

import type { Temporal } from 'temporal-polyfill';
import type { EnrolmentStep } from '../academy/enrolment.ts';
import { enrolmentOf } from '../academy/enrolment-history.ts';
import { holdingsOn } from '../academy/holding.ts';
import type { EnrolmentEntry, ParticipantFile } from '../academy/participant-file.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { ask, whatsNext } from './ask-buttons.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Person, Recipient, Subject } from './ports.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { FactView, View } from './views.ts';

type EnrolmentSubject = Extract<Subject, { card: 'enrolment' }>;
type Told = { readonly heading: string; readonly line: string };

const nothingDue = 'Nothing is due after that day, and nobody is reminded.';

/** What a step means to the NQSW. */
function toldNqsw(step: EnrolmentStep): Told {
  switch (step.step) {
    case 'start':
      return {
        heading: 'Your programme begins',
        line: `Your first day is ${longDate(step.on)}. Every date of your year is counted from it.`,
      };
    case 'extend':
      return {
        heading: 'Your programme is extended',
        line: `It goes on to ${longDate(step.to)}. Your dates follow.`,
      };
    case 'complete':
      return {
        heading: 'You have completed the programme',
        line: `It was completed on ${longDate(step.on)}. ${nothingDue}`,
      };
    case 'leave':
      return {
        heading: 'Your last day on the programme',
        line: `It is ${longDate(step.on)}. ${nothingDue}`,
      };
    case 'return':
      return {
        heading: 'Your programme goes on',
        line: `Your first day back is ${longDate(step.on)}, in the cohort ${step.cohort}. The time away counts as a pause; the time before it still counts.`,
      };
    case 'pause':
      return { heading: 'Your programme is paused', line: `It pauses from ${longDate(step.on)}.` };
    case 'resume':
      return { heading: 'Your programme goes on', line: `It resumes on ${longDate(step.on)}.` };
    default:
      return step satisfies never;
  }
}

/** What it means to everybody else. */
function toldOthers(name: string, step: EnrolmentStep): Told {
  switch (step.step) {
    case 'start':
      return {
        heading: `${name} begins the programme`,
        line: `The first day is ${longDate(step.on)}. Every date of the year is counted from it.`,
      };
    case 'extend':
      return {
        heading: `${name}’s programme is extended`,
        line: `It goes on to ${longDate(step.to)}. The dates follow.`,
      };
    case 'complete':
      return {
        heading: `${name} has completed the programme`,
        line: `It was completed on ${longDate(step.on)}. ${nothingDue}`,
      };
    case 'leave':
      return {
        heading: `${name} leaves the programme`,
        line: `The last day is ${longDate(step.on)}. ${nothingDue}`,
      };
    case 'return':
      return {
        heading: `${name} comes back to the programme`,
        line: `The first day back is ${longDate(step.on)}, in the cohort ${step.cohort}. The time away counts as a pause.`,
      };
    case 'pause':
      return { heading: `${name}’s programme is paused`, line: `It pauses from ${longDate(step.on)}.` };
    case 'resume':
      return { heading: `${name}’s programme goes on`, line: `It resumes on ${longDate(step.on)}.` };
    default:
      return step satisfies never;
  }
}

/** Where the programme stands now: a step entered later is told of in its own message. */
function factsOf(
  needs: Needs,
  file: ParticipantFile,
  today: Temporal.PlainDate,
  entered: readonly FactView[],
): readonly FactView[] {
  const { state } = enrolmentOf(file);
  const { end } = planOf(needs, file, today);
  const isOver = state === 'left' || state === 'completed' || end === null;
  return [...(isOver ? [] : [{ title: 'Ends', value: longDate(end) }]), ...entered];
}

async function enteredBy(
  { people, programme }: Needs,
  { by, decidedOn }: EnrolmentEntry,
): Promise<readonly FactView[]> {
  const name = by === 'command-line' ? 'The academy’s administrator' : (await people.byId(by))?.name;
  const who = name ?? `The ${programme.titles['academy-manager']}`;
  return [{ title: 'Entered by', value: `${who}, ${shortDate(decidedOn)}` }];
}

/**
 * Whether the step is this person’s to read: those whom it concerned on its day and who support the NQSW still when the message
 * goes, which may be long after it, and whoever manages enrolments.
 */
function isTheirs(
  file: ParticipantFile,
  entry: EnrolmentEntry,
  person: Person,
  today: Temporal.PlainDate,
): boolean {
  const holdsOn = (on: Temporal.PlainDate) =>
    holdingsOn(file, on).some(({ personId }) => personId === person.id);
  if (holdsOn(entry.decidedOn) && holdsOn(today)) return true;
  return person.id !== entry.by && may('manage-enrolment', person.roles, ['academy']);
}

/** What a step of an enrolment says to this reader; the kind of reason of somebody who leaves is told to nobody. */
export async function showEnrolment(
  needs: Needs,
  recipient: Recipient,
  { participantId, stepId }: EnrolmentSubject,
): Promise<View | undefined> {
  const file = (await needs.files.load(participantId))?.file;
  const entry = file?.enrolment.find((one) => one.stepId === stepId);
  if (file === undefined || entry === undefined) return undefined;
  const today = needs.clock.now().toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const facts = factsOf(needs, file, today, await enteredBy(needs, entry));
  const { name, personId } = file.participant;
  const others = toldOthers(name, entry.step);
  if (recipient.kind === 'escalations') return message(others.heading, [others.line], { facts });
  if (recipient.personId === personId) {
    const own = toldNqsw(entry.step);
    const actions = [whatsNext, ask('My year', 'my-year')];
    return message(own.heading, [own.line], { facts, actions });
  }
  const person = await needs.people.byId(recipient.personId);
  if (person === undefined || !isTheirs(file, entry, person, today)) return undefined;
  return message(others.heading, [others.line], { facts, actions: [ask('My NQSWs', 'my-nqsws')] });
}
