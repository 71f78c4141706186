/** A handover (A8, P13, S14): the talk between whoever held a function and whoever holds it now, of which the day is kept. */

import type { Temporal } from 'temporal-polyfill';
import { assessorChanges, type Handover, handoversOf } from '../academy/handover.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { functionTitle } from './allocation-form.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact, Recipient, Subject } from './ports.ts';
import { readForMessage } from './procedure-message.ts';
import { dateInput, listInput, procedureCard } from './procedure-view.ts';
import { readerAt } from './reminder-now.ts';
import { message } from './short-answers.ts';
import type { ActionView, FactView, View } from './views.ts';
import {
  type Given,
  openYearForm,
  saveYear,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
} from './year-form.ts';

const codeOf = ({ function: of, fromOn }: Handover) => `${of}~${fromOn}`;

/** What the asker may enter: what they hand over or take over; an Academy Manager everything. */
function theirs(asker: Asker, file: ParticipantFile): readonly Handover[] {
  const isManager = may('record-handover', asker.person.roles, ['academy']);
  return handoversOf(file).filter(({ from, to }) => isManager || [from, to].includes(asker.person.id));
}

const waiting = (asker: Asker, file: ParticipantFile) =>
  theirs(asker, file).filter(({ heldOn }) => heldOn === null);

const words = (needs: Needs, one: Handover) =>
  `${functionTitle(needs, one.function)}: from ${one.fromName} to ${one.toName} on ${shortDate(one.fromOn)}`;

const points = [
  'What comes next, and what was agreed and is still open.',
  'How the NQSW likes to work, said with the NQSW there.',
  'For the assessor: the evidence so far, and why the assessor changed. The next review’s report says it.',
];

const giveFunction = ({ participant: { id } }: ParticipantFile): ActionView => ({
  title: 'Change who supports them',
  verb: 'allocation-open',
  data: { participantId: id },
});

function view(ground: YearGround, given: Given): View {
  const { needs, asker, file } = ground;
  const open = waiting(asker, file);
  const [first] = open;
  const { name } = file.participant;
  if (first === undefined) {
    const done = theirs(asker, file).findLast(({ heldOn }) => heldOn !== null);
    const said =
      done?.heldOn === undefined || done.heldOn === null
        ? 'Nobody has taken a function over.'
        : `The last one was held on ${longDate(done.heldOn)}.`;
    return message(`No handover of ${name} is waiting`, [said], {
      actions: may('manage-allocation', asker.person.roles, ['academy'])
        ? [giveFunction(file)]
        : [{ title: 'My NQSWs', verb: 'ask', data: { intent: 'my-nqsws' } }],
    });
  }
  const chosen = open.find((one) => codeOf(one) === given.about) ?? first;
  const values = { choice: codeOf(chosen), on: asker.today.toString(), ...given.filled.values };
  const filled = { values, errors: given.filled.errors };
  const choices = open.map((one) => ({ code: codeOf(one), title: words(needs, one) }));
  return procedureCard({
    heading: `Handover of ${name}`,
    state: 'Only the day is kept, and nothing of what was said',
    facts: open.length === 1 ? [{ title: 'Change', value: words(needs, first) }] : [],
    path: points.map((title) => ({ title, mark: 'ahead' })),
    pathTitle: 'What to talk about',
    sections: [
      {
        title: 'When was it held?',
        inputs: [
          ...(open.length === 1 ? [] : [listInput(filled, 'one', 'choice', 'Which handover?', choices)]),
          dateInput(filled, 'on', 'Held on', asker.today),
        ],
        actions: [saveYear('Handover held', ground, 'handover', given)],
      },
    ],
  });
}

function dayError(
  on: Temporal.PlainDate | undefined,
  handover: Handover | undefined,
  today: Temporal.PlainDate,
) {
  if (on === undefined) return 'Choose the day on which it was held.';
  if (on.toString() > today.toString()) return 'That day is still to come. Enter it once it has been held.';
  if (handover !== undefined && on.toString() < handover.fromSince.toString())
    return `${handover.fromName} had not begun by then.`;
  return undefined;
}

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const { asker, file } = ground;
  const open = waiting(asker, file);
  const only = open.length === 1 ? open[0] : undefined;
  const handover = open.find((one) => codeOf(one) === sent.choice) ?? only;
  if (open.length === 0)
    return { view: message('This handover has been recorded already', ['Nothing has been changed.']) };
  const on = typedDate(sent.on);
  const error = dayError(on, handover, asker.today);
  if (handover === undefined || on === undefined || error !== undefined) {
    const which = handover === undefined ? { choice: 'Choose the handover.' } : {};
    return { errors: { ...which, ...(error === undefined ? {} : { on: error }) } };
  }
  const { function: of, from, to } = handover;
  return {
    acts: [{ entry: 'handover', function: of, from, to, on }],
    facts: (entries) => entries.flatMap((entry) => refreshed(file, handover, entry)),
    shown: () =>
      message(
        `Handover of ${file.participant.name}: held on ${longDate(on)}`,
        [`${handover.fromName} has handed over to ${handover.toName}.`],
        { tone: 'good', actions: [{ title: 'My NQSWs', verb: 'ask', data: { intent: 'my-nqsws' } }] },
      ),
  };
}

type HandoverSubject = Extract<Subject, { card: 'handover' }>;

/** The task in the chats of both is brought up to date. */
const refreshed = (
  { participant: { id } }: ParticipantFile,
  { function: of, fromOn, from, to }: Handover,
  entry: { readonly entryId: string; readonly at: Temporal.Instant },
): readonly Fact[] =>
  [from, to].map((personId) => ({
    fact: 'notice-owed',
    notice: {
      key: `year~${entry.entryId}~${personId}`,
      recipient: { kind: 'person', personId },
      subject: { card: 'handover', participantId: id, function: of, fromOn },
      mode: 'refresh',
      owedAt: entry.at,
    },
  }));

/** The handover of a function: entered once, by either of the two or by the Academy Manager. */
export const handoverForm: YearForm = {
  permission: 'record-handover',
  title: 'Record a handover',
  view,
  decide,
};

function taskLines(needs: Needs, file: ParticipantFile, one: Handover, isOld: boolean, hasPassed: boolean) {
  const { name } = file.participant;
  const title = functionTitle(needs, one.function);
  const day = longDate(one.fromOn);
  if (isOld && hasPassed) return [`${one.toName} does this since ${day}, and enters the day of the talk.`];
  if (isOld)
    return [
      `${one.toName} takes over from you as ${title} of ${name} on ${day}. Until the evening before you see the year.`,
      'Please hand over in a talk with both of them, and enter its day here.',
    ];
  return [
    `You take over from ${one.fromName} as ${title} of ${name} on ${day}. From then on you see what is to come and what has happened.`,
    hasPassed
      ? 'Please hold the handover with both of them, and enter its day here.'
      : 'Please hold the handover with both of them. From that day you can enter it here.',
  ];
}

/**
 * The task to hand over, as it stands for either of the two; whoever handed over reads nothing of the year in it after the
 * change.
 */
export async function showHandover(
  needs: Needs,
  recipient: Recipient,
  subject: HandoverSubject,
): Promise<View | undefined> {
  const read = await readForMessage(needs, recipient, subject.participantId);
  if (read === undefined) return undefined;
  const { file, person } = read;
  const one = handoversOf(file).find(
    ({ function: of, fromOn }) => of === subject.function && fromOn.equals(subject.fromOn),
  );
  if (one === undefined || ![one.from, one.to].includes(person.id)) return undefined;
  const { today } = readerAt(needs, person);
  const hasPassed = one.fromOn.toString() <= today.toString();
  const isOld = one.from === person.id;
  const heading = `Handover of ${file.participant.name}`;
  if (isOld && hasPassed) return message(heading, taskLines(needs, file, one, isOld, hasPassed));
  if (one.heldOn !== null)
    return message(heading, [`It was held on ${longDate(one.heldOn)}.`], { tone: 'good' });
  const enter = openYearForm('Enter the handover', file.participant.id, 'handover', codeOf(one));
  return message(heading, taskLines(needs, file, one, isOld, hasPassed), {
    actions: isOld !== hasPassed ? [enter] : [],
  });
}

/** What the next review has to know of a change of the assessor since the last one (S14). */
export const handoverFacts = (file: ParticipantFile, today: Temporal.PlainDate): readonly FactView[] =>
  assessorChanges(file, today).map(({ fromName, toName, fromOn, heldOn }) => ({
    title: 'Change of assessor',
    value: `${fromName} to ${toName} on ${shortDate(fromOn)}: ${
      heldOn === null
        ? 'no handover is recorded. Hold it, and say in the report how the change came about'
        : `handed over on ${shortDate(heldOn)}; the report says how the change came about`
    }`,
  }));

/** The way to record it, where one is missing. */
export function handoverAction(file: ParticipantFile, today: Temporal.PlainDate): readonly ActionView[] {
  if (assessorChanges(file, today).every(({ heldOn }) => heldOn !== null)) return [];
  const { title, verb, data } = openYearForm('Record the handover', file.participant.id, 'handover');
  return [{ title, verb, data: { ...data, opens: 'new' } }];
}
