/** Puts reminders into people's lanes as the worker does, so that what people see and press can be tried on any day. */
import { Temporal } from 'temporal-polyfill';
import type { ReminderEntry } from '../../src/services/ports.ts';
import { wordsOf } from '../support/card-reading.ts';
import type { AcademyInTeams, amara } from './academy-in-teams.ts';

type Who = Pick<typeof amara, 'email'>;

export const ben = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0009',
  name: 'Benedikt Søgaard',
  email: 'ben.nqsw@example.org',
};
export const marta = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0004',
  name: 'Marta Kowalczyk',
  email: 'marta.educator@example.org',
};

export async function idsOf({ academy }: AcademyInTeams, { email }: Who) {
  const person = await academy.ports.people.byEmail(email);
  if (person === undefined) throw new Error(`Nobody has the address ${email}`);
  return { personId: person.id, participantId: person.participantId ?? '' };
}

export async function fileOf(teams: AcademyInTeams, who: Who) {
  const { participantId } = await idsOf(teams, who);
  const versioned = await teams.academy.ports.files.load(participantId);
  if (versioned === undefined) throw new Error(`No file of ${who.email}`);
  return versioned.file;
}

export type About = Pick<ReminderEntry, 'item' | 'stage' | 'recipient'> & {
  readonly of: Who;
  readonly dueOn: string;
};

/** One message to `who`, of the moment at which the clock stands. What it was sent for, as its buttons carry it. */
export async function remind(teams: AcademyInTeams, who: Who, about: readonly About[]) {
  const { academy, time } = teams;
  const { personId } = await idsOf(teams, who);
  const recipient = { kind: 'person', personId } as const;
  const moment = time.now.toString();
  for (const [n, { of, dueOn, ...rest }] of about.entries()) {
    const { participantId } = await idsOf(teams, of);
    const reminder = { ...rest, participantId, dueOn: Temporal.PlainDate.from(dueOn) };
    const notice = {
      key: `reminder-${moment}-${personId}-${n}-${rest.item}`,
      recipient,
      subject: { card: 'reminders', personId, moment },
      mode: 'show',
      owedAt: time.now,
      reminder,
    } as const;
    await academy.ports.outbox.accept(recipient, notice, time.now);
  }
  await academy.alarms.lane(academy.ports.outbox.laneOf(recipient), time.now);
  await teams.settled();
  return { moment };
}

/** Brings the message of this moment up to date, as the worker does when something has become of what it says. */
export async function refresh(teams: AcademyInTeams, who: Who, moment: string): Promise<void> {
  const { academy, time } = teams;
  const { personId } = await idsOf(teams, who);
  const recipient = { kind: 'person', personId } as const;
  const subject = { card: 'reminders', personId, moment } as const;
  const key = `refresh-${time.now}-${personId}-${academy.newId()}`;
  await academy.ports.outbox.accept(
    recipient,
    { key, recipient, subject, mode: 'refresh', owedAt: time.now },
    time.now,
  );
  await academy.alarms.lane(academy.ports.outbox.laneOf(recipient), time.now);
  await teams.settled();
}

/** The words of the messages in somebody's chat, oldest first. */
export const chatOf = (teams: AcademyInTeams, who: typeof amara) =>
  teams.client
    .person(who)
    .messages()
    .map(({ card, text }) => wordsOf(card ?? {}) || (text ?? ''));
