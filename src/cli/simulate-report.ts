/** The messages of a simulation for a reader, for a script and for a spreadsheet. */
import type { Temporal } from 'temporal-polyfill';
import { shortDate } from '../academy/wording.ts';
import type { Person } from '../services/ports.ts';
import { printCsv } from '../services/print-csv.ts';
import type { Assumption } from './assumed-records.ts';
import type { SimulatedLine, SimulatedMessage } from './simulated-message.ts';
import type { SimulatedTime } from './simulated-year.ts';
import { counted, textTable } from './text-table.ts';

export interface Simulated {
  readonly messages: readonly SimulatedMessage[];
  readonly people: readonly Person[];
  readonly time: SimulatedTime;
  readonly timeZone: string;
  /** What the Academy Manager is called. */
  readonly manager: string;
}

const channel = 'academy-manager-channel';

/** One line a reminder: what scripts and sheets are given. */
export interface SimulatedRow {
  readonly at: string;
  /** An e-mail address, or `academy-manager-channel`. */
  readonly to: string;
  readonly kind: string;
  readonly item: string | null;
  readonly stage: string | null;
  readonly text: string;
  /** The NQSW that it is about, by e-mail. */
  readonly about: string | null;
}

const inTextOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function namesOf({ people }: Simulated) {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byParticipant = new Map(people.map((person) => [person.participantId, person]));
  return {
    personOf: ({ recipient }: SimulatedMessage) =>
      recipient.kind === 'person' ? byId.get(recipient.personId) : undefined,
    about: ({ participantId }: SimulatedLine) =>
      participantId === null ? null : (byParticipant.get(participantId)?.email ?? null),
  };
}

/** In order of time, then of whom it goes to. */
function inOrder(simulated: Simulated): readonly SimulatedMessage[] {
  const { personOf } = namesOf(simulated);
  const nameOf = (message: SimulatedMessage) => personOf(message)?.email ?? '';
  return simulated.messages.toSorted(
    (a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || inTextOrder(nameOf(a), nameOf(b)),
  );
}

/** A message of reminders is `reminder` for each of them; every other goes by the name of its card. */
const kindOf = ({ subject }: SimulatedMessage) => (subject.card === 'reminders' ? 'reminder' : subject.card);

export function simulatedRows(simulated: Simulated): readonly SimulatedRow[] {
  const { personOf, about } = namesOf(simulated);
  return inOrder(simulated).flatMap((message) =>
    message.lines.map((line) => ({
      at: message.at.toString(),
      to: personOf(message)?.email ?? channel,
      kind: kindOf(message),
      item: line.item,
      stage: line.stage,
      text: line.text,
      about: about(line),
    })),
  );
}

const header = ['at', 'to', 'kind', 'item', 'stage', 'text', 'about'] as const;

export const simulatedCsv = (simulated: Simulated) =>
  printCsv(
    header,
    simulatedRows(simulated).map((row) => header.map((column) => row[column] ?? '')),
  );

const assumedWords: Readonly<Record<Assumption, string>> = {
  never:
    'Nobody records anything, so everything becomes overdue; --assume on-time shows the time as it should go.',
  'on-time': 'Everything is held and recorded on its day by whoever leads it.',
  mixed: 'Most is recorded on its day, some late, some as not held, some never; --seed gives another course.',
};

const addressee = ({ manager }: Simulated, person: Person | undefined) =>
  person?.name ?? `${manager}’s channel`;

const localOf = ({ at }: SimulatedMessage, timeZone: string) => at.toZonedDateTimeISO(timeZone);

function messageText(message: SimulatedMessage, name: string, timeZone: string): string {
  const time = localOf(message, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const [first, ...rest] = message.lines.map(({ text, stage }) =>
    stage === null ? text : `${text} [${stage}]`,
  );
  return [`  ${time}  ${name}: ${first ?? ''}`, ...rest.map((line) => `           ${line}`)].join('\n');
}

function dayText(
  simulated: Simulated,
  messages: readonly SimulatedMessage[],
  on: Temporal.PlainDate | undefined,
): string {
  const { personOf } = namesOf(simulated);
  const lines = messages.map((message) =>
    messageText(message, addressee(simulated, personOf(message)), simulated.timeZone),
  );
  return [on === undefined ? '' : shortDate(on), ...lines].join('\n');
}

/** Who gets how many: what an Academy Manager asks first. */
function countsText(simulated: Simulated): string {
  const { personOf } = namesOf(simulated);
  const { timeZone, messages } = simulated;
  const groups = Map.groupBy(messages, (message) => addressee(simulated, personOf(message)));
  const rows = [...groups].map(([name, own]) => {
    const days = Map.groupBy(own, (message) => localOf(message, timeZone).toPlainDate().toString());
    const most = Math.max(...[...days.values()].map((ofDay) => ofDay.length));
    return { name, count: own.length, reminders: own.flatMap(({ lines }) => lines).length, most };
  });
  return textTable(
    rows.toSorted((a, b) => b.count - a.count || inTextOrder(a.name, b.name)),
    [
      { title: 'TO', cell: ({ name }) => name },
      { title: 'MESSAGES', cell: ({ count }) => String(count), align: 'right' },
      { title: 'THINGS SAID', cell: ({ reminders }) => String(reminders), align: 'right' },
      { title: 'MOST ON ONE DAY', cell: ({ most }) => String(most), align: 'right' },
    ],
  );
}

/** The messages day by day, and who gets how many. */
export function simulatedText(simulated: Simulated): string {
  const { time, timeZone } = simulated;
  const messages = inOrder(simulated);
  const span = `${shortDate(time.fromOn)} to ${shortDate(time.toOn)}`;
  const heading = `${counted(messages.length, 'message', 'messages')} from ${span}. ${assumedWords[time.assume]}`;
  if (messages.length === 0) return heading;
  const days = Map.groupBy(messages, (message) => localOf(message, timeZone).toPlainDate().toString());
  const dayTexts = [...days.values()].map((own) => {
    const [first] = own;
    return dayText(simulated, own, first === undefined ? undefined : localOf(first, timeZone).toPlainDate());
  });
  return [heading, ...dayTexts, countsText(simulated)].join('\n\n');
}
