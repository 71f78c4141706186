/** Whose windows local mode opens, and what each of them can try first, in the words of the council's own programme. */
import type { Programme } from '../academy/programme.ts';
import type { Person } from '../services/ports.ts';
import type { Persona } from './playground-config.ts';

export interface Window {
  readonly persona: Persona;
  /** The person's part in the academy, in a reader's words. */
  readonly part: string;
  /** Three things to do, in order. */
  readonly tries: readonly [string, string, string];
}

const channel = 'Academy escalations';

const firstNameOf = ({ name }: Person) => name.split(' ')[0] ?? name;

/** A count that is over the limit; where the council has set none, one like others carry. */
const tooMany = ({ caseload }: Programme) => (caseload.cap ?? 15) + 1;

/** How a person is signed in at a window. */
export type SignIn = (person: Person, channel: string | null) => Persona;

export function nqswWindow(programme: Programme, person: Person, signIn: SignIn): Window {
  return {
    persona: signIn(person, null),
    part: programme.titles.nqsw,
    tries: ['when is my next review?', "what's next", `my caseload is ${tooMany(programme)}`],
  };
}

export function supervisorWindow(programme: Programme, person: Person, nqsw: Person, signIn: SignIn): Window {
  return {
    persona: signIn(person, null),
    part: `${programme.titles['reflective-supervisor']}, supports ${nqsw.name}`,
    tries: [
      `record supervision for ${firstNameOf(nqsw)}`,
      "what's next",
      `${firstNameOf(nqsw)}'s caseload is ${tooMany(programme) + 1}`,
    ],
  };
}

export function managerWindow(programme: Programme, person: Person, signIn: SignIn): Window {
  const { titles, caseload } = programme;
  return {
    persona: signIn(person, channel),
    part: titles['academy-manager'],
    tries: [
      `open "${channel}" and post: @Academy Assistant use this channel for escalations`,
      caseload.cap === null
        ? 'who is over their caseload?'
        : `acknowledge the alert that ${tooMany(programme)} ${caseload.unit} raise there`,
      'help',
    ],
  };
}
