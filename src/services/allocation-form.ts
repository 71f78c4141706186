import type { Temporal } from 'temporal-polyfill';
import { overSpanReasons, unallocated } from '../academy/allocation.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { type AllocatedFunction, allocatedFunctions } from '../academy/roles.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { ask } from './ask-buttons.ts';
import { type Asker, isInForce, permittedFiles } from './asker.ts';
import type { Needs } from './needs.ts';
import type { Person } from './ports.ts';
import { dayInput, type Filled, listInput, nothingFilled, procedureCard } from './procedure-view.ts';
import { message } from './short-answers.ts';
import type { FactView, View } from './views.ts';

const overSpanTitles: Readonly<Record<(typeof overSpanReasons)[number], string>> = {
  temporary: 'For a short time only',
  'part-time-nqsws': 'Some of their NQSWs work part time',
  'nobody-else': 'Nobody else is free',
  continuity: 'They know each other already',
};

const supportingRoles = [
  'senior-practitioner',
  'practice-educator',
  'team-manager',
  'deputy-team-manager',
  'mentor',
] as const;

/** Everybody who may be given a function for an NQSW, by name: which post does what differs between councils (C12). */
export async function supporters({ people }: Pick<Needs, 'people'>): Promise<readonly Person[]> {
  const found = (await Promise.all(supportingRoles.map((role) => people.withRole(role)))).flat();
  const byId = new Map(found.map((person) => [person.id, person]));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** Who does what now and from when; what nobody does is said too. */
function factsOf(
  { programme }: Needs,
  file: ParticipantFile,
  today: Temporal.PlainDate,
): readonly FactView[] {
  const held = file.allocations
    .filter((one) => isInForce(one, today) || one.fromOn.toString() > today.toString())
    .map((one) => {
      const until = one.untilOn === null ? '' : ` until ${shortDate(one.untilOn)}`;
      return {
        title: programme.titles[one.function],
        value: `${one.name}, from ${shortDate(one.fromOn)}${until}`,
      };
    });
  const open = unallocated(file.allocations, today).map((name) => ({
    title: programme.titles[name],
    value: 'nobody',
  }));
  return [...held, ...open].slice(0, 15);
}

/** The council's title of a function; where one post has two of them, with the function beside it. */
export function functionTitle({ programme }: Pick<Needs, 'programme'>, name: AllocatedFunction): string {
  const { titles } = programme;
  const isShared = allocatedFunctions.some((other) => other !== name && titles[other] === titles[name]);
  return isShared ? `${titles[name]} (${name.replace('-', ' ')})` : titles[name];
}

interface Said {
  readonly filled?: Filled;
  readonly error?: string | null;
  readonly note?: string | null;
  /** Whether the person has as many NQSWs as the span allows: then a reason is asked for. */
  readonly isOverSpan?: boolean;
}

/** Who supports one NQSW, and the form that gives a function to somebody else. */
export async function allocationView(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  { filled = nothingFilled, error = null, note = null, isOverSpan = false }: Said = {},
): Promise<View> {
  const functions = allocatedFunctions.map((name) => ({
    code: name,
    title: functionTitle(needs, name),
  }));
  const people = (await supporters(needs)).map(({ id, name }) => ({ code: id, title: name }));
  const reasons = overSpanReasons.map((code) => ({ code, title: overSpanTitles[code] }));
  const heading = `Who supports ${file.participant.name}`;
  return procedureCard({
    heading,
    tone: error === null ? 'default' : 'warning',
    state: `As it stands on ${longDate(asker.today)}`,
    facts: factsOf(needs, file, asker.today),
    sections: [
      {
        title: 'Give a function to somebody',
        inputs: [
          listInput(filled, 'one', 'function', 'Function', functions),
          listInput(filled, 'one', 'personId', 'Person', people),
          dayInput(filled, 'fromOn', 'First day'),
          dayInput(filled, 'untilOn', 'Last day (leave it empty for no end)'),
          ...(isOverSpan
            ? [listInput(filled, 'one', 'overSpan', 'Why one more than the span', reasons)]
            : []),
        ],
        actions: [
          {
            title: 'Save this allocation',
            verb: 'allocation-save',
            data: { participantId: file.participant.id },
          },
        ],
      },
    ],
    note,
    error,
  });
}

/** Everybody on the programme for whom a function is held by nobody, with the way to give it (M11). */
export async function unallocatedList(needs: Needs, asker: Asker): Promise<View | null> {
  const files = await permittedFiles(needs, asker, 'manage-allocation');
  if (files.length === 0) return null;
  const lacking = files
    .map(({ file }) => ({ file, functions: unallocated(file.allocations, asker.today) }))
    .filter(({ functions }) => functions.length > 0);
  if (lacking.length === 0) {
    return message('Everybody is allocated', ['Nobody lacks anybody today.'], {
      actions: [ask('My NQSWs', 'my-nqsws')],
    });
  }
  const { titles } = needs.programme;
  return message(
    'Not allocated',
    lacking.slice(0, 25).map(({ file, functions }) => {
      const names = functions.map((name) => titles[name]).join(', ');
      return `${file.participant.name}: nobody as ${names}`;
    }),
    {
      actions: lacking.slice(0, 6).map(({ file }) => ({
        title: `Allocate: ${file.participant.name}`.slice(0, 60),
        verb: 'allocation-open',
        data: { participantId: file.participant.id },
      })),
    },
  );
}

/** The question whose support is to be changed. */
export async function chooseWhoseSupport(needs: Needs, asker: Asker): Promise<View | null> {
  const files = await permittedFiles(needs, asker, 'manage-allocation');
  const [first] = files;
  if (first === undefined) return null;
  return {
    card: 'choose-person',
    summary: 'Whose support?',
    data: {
      heading: 'Change who supports somebody',
      question: 'Whose support?',
      people: files.map(({ file }) => ({ value: file.participant.id, title: file.participant.name })),
      chosen: first.file.participant.id,
      error: null,
      verb: 'allocation-open',
      actionTitle: 'Continue',
    },
  };
}
