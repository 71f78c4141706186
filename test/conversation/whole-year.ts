/**
 * A year played from a script: every act stands on its day and its hour on the academy's wall clock, and on every
 * weekday between them it becomes one minute past nine, as it would in life. Whatever is sent is kept with its moment.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { buttonsOf, type CardAction, untouchedInputs, wordsOf } from '../support/card-reading.ts';
import type { Json, TakenMessage } from '../support/fake-connector.ts';
import { academyInTeams, amara, escalations, helen, priya } from './academy-in-teams.ts';
import { jo, marta, owen, ruth, tom } from './roles-in-teams.ts';

export type Who = typeof amara;
type Inputs = Readonly<Record<string, string>>;

/** Amara alone is on the programme: what is counted is hers. */
const roster = readFileSync(join(import.meta.dirname, '../fixtures/roster.csv'), 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith('ben.'))
  .join('\n');

const everybody: readonly Who[] = [amara, priya, helen, tom, jo, marta, owen, ruth];

/** Which button is meant, where several have one title: that of this item, verb or button text. */
interface Pressing {
  readonly about?: string;
  readonly inputs?: Inputs;
  /** What the answer says. */
  readonly sees?: string;
  readonly in?: typeof escalations;
  /** The message with the button; otherwise the newest that has it. */
  readonly on?: string;
}

interface Sent {
  /** "2026-09-14T09:01", on the academy's wall clock. */
  readonly at: string;
  readonly to: string;
  readonly message: TakenMessage;
}

export type Year = Awaited<ReturnType<typeof openYear>>;

export async function openYear(programme: string) {
  const started = '2026-09-07T07:30:00Z';
  // The store asks the same clock.
  let now = Temporal.Instant.from(started);
  const clock = { now: () => now };
  let ids = 0;
  const storage = openSqliteStorage({ file: ':memory:', clock, newId: () => `n-${++ids}` });
  const teams = await academyInTeams({ now: started, programme, storage, roster: Buffer.from(roster) });
  for (const who of everybody) await teams.client.person(who).says('hello');
  const channel = teams.client.channel(escalations);
  await teams.client.person(helen).says('use this channel for escalations', { in: channel });
  await teams.settled();
  const participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
  const acts: { readonly at: string; readonly does: () => Promise<void> }[] = [];
  const sent: Sent[] = [];
  const failures: string[] = [];
  const person = (who: Who) => teams.client.person(who);

  /** Keeps what has been posted since, with the moment at which the clock stands. */
  let seen = teams.connector.taken.length;
  function note(at: string): void {
    const fresh = teams.connector.taken.slice(seen);
    seen = teams.connector.taken.length;
    sent.push(
      ...fresh
        .filter(({ method }) => method === 'POST')
        .map((message) => ({ at, to: message.conversationId, message })),
    );
  }

  async function setClock(at: string): Promise<void> {
    now = Temporal.PlainDateTime.from(at).toZonedDateTime('Europe/London').toInstant();
    teams.time.now = now;
    await teams.settled();
    note(at);
  }

  /** The button as it stands newest in somebody's chat. */
  function button(who: Who, title: string, { about, in: where, on }: Pressing) {
    const standing = teams.connector
      .standing(where?.id ?? person(who).conversationId)
      .filter(({ activityId }) => on === undefined || activityId === on);
    const found = standing.toReversed().flatMap((message) =>
      buttonsOf(message.card ?? {})
        .filter((action) => action.title === title && isAbout(action, about))
        .map((action) => ({ message, action })),
    );
    const [first] = found;
    if (first === undefined) {
      const last = standing.at(-1);
      const shown = standing
        .slice(-4)
        .flatMap(({ card }) => buttonsOf(card ?? {}))
        .map((action) => `${action.title} ${JSON.stringify(action.data)}`);
      throw new Error(
        `${teams.time.now.toString()}: ${who.name} has no “${title}” about ${about ?? 'anything'}; last: ${shown.join(', ')}\n${wordsOf(last?.card ?? {})}`,
      );
    }
    return first;
  }

  async function presses(who: Who, title: string, options: Pressing = {}): Promise<string> {
    const { message, action } = button(who, title, options);
    const inputs = { ...untouchedInputs(message.card ?? {}), ...options.inputs };
    const answer = await person(who).invokes(
      action.verb ?? '',
      { ...action.data, ...inputs },
      { replyToId: message.activityId, ...(options.in === undefined ? {} : { in: options.in }) },
    );
    await teams.settled();
    const words = answer.card === undefined ? answer.text : wordsOf(answer.card);
    if (options.sees !== undefined) expect(words, `${who.name}: ${title}`).toContain(options.sees);
    return words;
  }

  async function says(who: Who, text: string, sees?: string): Promise<string> {
    const answer = await person(who).says(text);
    await teams.settled();
    const words = answer.text === '' ? wordsOf(person(who).lastCard()) : answer.text;
    if (sees !== undefined) expect(words, `${who.name}: ${text}`).toContain(sees);
    return words;
  }

  /** From the newest message that reminds of this item to the form that its button opens: among several it is unfolded first. */
  async function fromReminder(who: Who, item: string, title: string): Promise<void> {
    const about = (one: CardAction) => isAbout(one, item);
    const of = person(who)
      .messages()
      .findLast(({ card }) => isReminder(card ?? {}) && buttonsOf(card ?? {}).some(about));
    if (of === undefined)
      throw new Error(`${teams.time.now.toString()}: nothing reminds ${who.name} of ${item}`);
    const choose = buttonsOf(of.card ?? {}).find((one) => one.verb === 'reminder-choose' && about(one));
    if (choose !== undefined)
      await person(who).invokes('reminder-choose', choose.data, { replyToId: of.activityId });
    await presses(who, title, { on: of.activityId });
  }

  return {
    teams,
    storage,
    participantId,
    sent,
    /** What did not go as the script has it, with its day. */
    failures,
    says,
    presses,
    fromReminder,
    idOf: async (who: Who) => (await teams.academy.ports.people.byEmail(who.email))?.id ?? '',
    fileNow: async () => {
      const versioned = await teams.academy.ports.files.load(participantId);
      if (versioned === undefined) throw new Error('no file');
      return versioned.file;
    },
    /** On this day at this hour, on the academy's wall clock. */
    at: (at: string, does: () => Promise<unknown>) =>
      void acts.push({ at, does: async () => void (await does()) }),
    /** Plays everything in its order. */
    play: async (until: string) => {
      const mornings = weekdays('2026-09-07', until).map((day) => ({
        at: `${day}T09:01`,
        does: async () => undefined,
      }));
      const all = [...mornings, ...acts].toSorted((a, b) => a.at.localeCompare(b.at));
      for (const { at, does } of all) {
        await setClock(at);
        await does().catch((fault: unknown) => failures.push(`${at}: ${String(fault)}`));
        await teams.settled();
        note(at);
      }
    },
  };
}

export const isReminder = (card: Json) => wordsOf(card).includes('Change how I am reminded');

const isAbout = ({ data, verb }: CardAction, about: string | undefined) =>
  about === undefined || verb === about || Object.values(data).some((value) => value === about);

function weekdays(from: string, until: string): readonly string[] {
  const days: string[] = [];
  const last = Temporal.PlainDate.from(until);
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (day.dayOfWeek < 6) days.push(day.toString());
  }
  return days;
}

export const daysLater = (from: string, days: number) =>
  Temporal.PlainDate.from(from).add({ days }).toString();

/** A session that was held: when it was due, when it took place, and how long it was. */
export interface Session {
  readonly item: string;
  readonly due: string;
  readonly held: string;
  readonly minutes: number;
}

/** What is entered on the card of a record; what a council does not ask for is passed over. */
export const recordOf = ({ held, minutes }: Pick<Session, 'held' | 'minutes'>, themes: string): Inputs => ({
  heldOn: held,
  minutes: String(minutes),
  mode: 'face-to-face',
  themes,
  childFile: 'yes',
  templateUsed: 'yes',
  coWorkerRecorded: 'yes',
});

/** On the form that stands open, and the NQSW agrees. */
export async function recordsOn(year: Year, lead: Who, session: Session): Promise<void> {
  const [theme] = year.teams.academy.programme.supervision.themes;
  await year.presses(lead, 'Record supervision', {
    inputs: { item: session.item, ...recordOf(session, theme?.code ?? '') },
    sees: 'Waiting for Amara Okoro to agree',
  });
  await year.presses(amara, 'Agree', { about: 'confirm-agree' });
}

/** Whoever leads it records it from the reminder on the day on which it was held, and the NQSW agrees. */
export async function recordsAndAgrees(year: Year, lead: Who, session: Session): Promise<void> {
  await year.fromReminder(lead, session.item, 'Record it');
  await recordsOn(year, lead, session);
}
