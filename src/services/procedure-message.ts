import type { Temporal } from 'temporal-polyfill';
import type { StepTaken } from '../academy/move-team.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { dayOf, nudgesFor, type TimeGround } from '../academy/time-limit.ts';
import { dateAndTime } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import type { Person, Recipient, VersionedFile } from './ports.ts';
import { latestTurns } from './procedure-notices.ts';
import { isPausedOn } from './procedure-view.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

/* What a message about a procedure has become by the time at which it is sent or brought up to date. */

/** How a message is to look: as the procedure stands, as a reminder of it, or as what it has been followed by. */
export type Showing<Step> =
  | { readonly as: 'standing' | 'reminder' | 'newer-below' | 'not-yours' }
  | { readonly as: 'followed'; readonly by: Step }
  | { readonly as: 'nothing' };

interface Told<Step extends StepTaken> {
  readonly steps: readonly Step[];
  readonly turn: number;
  readonly nudge: number;
  readonly personId: string;
  /** Whether it has reached the person, as they stand on the day. */
  readonly isTheirs: boolean;
  /** Whether the message stands in their chat already. */
  readonly isStanding: boolean;
  readonly isPaused: boolean;
}

const nothing = { as: 'nothing' } as const;

/**
 * A reminder is shown while nothing has followed and no pause of the programme has begun (A6); a message that another
 * has followed says so and no more. What would say nothing new is not posted, only brought up to date where it stands.
 */
export function showingOf<Step extends StepTaken>(one: Told<Step>): Showing<Step> {
  const whereItStands = (showing: Showing<Step>) => (one.isStanding ? showing : nothing);
  if (!one.isTheirs) return whereItStands({ as: 'not-yours' });
  const by = one.steps[one.turn + 1];
  if (one.nudge > 0) {
    if (by !== undefined) return whereItStands({ as: 'followed', by });
    return one.isPaused ? nothing : { as: 'reminder' };
  }
  const latest = latestTurns(one.steps).get(one.personId) ?? 0;
  return one.turn < latest ? whereItStands({ as: 'newer-below' }) : { as: 'standing' };
}

interface Drawn extends VersionedFile {
  readonly person: Person;
}

/** The file that a message is about and whom it is for; undefined for a channel, and for what is gone. */
export async function readForMessage(
  needs: Pick<Needs, 'files' | 'people'>,
  recipient: Recipient,
  participantId: string,
): Promise<Drawn | undefined> {
  if (recipient.kind !== 'person') return undefined;
  const [versioned, person] = await Promise.all([
    needs.files.load(participantId),
    needs.people.byId(recipient.personId),
  ]);
  return versioned === undefined || person === undefined ? undefined : { ...versioned, person };
}

/** The reader of a message on the day for which it is drawn: that of the last step, or of the reminder. */
function readerOf(
  ground: TimeGround,
  person: Person,
  last: StepTaken,
  nudge: number,
  dueOn: Temporal.PlainDate | null,
): Asker {
  const reminded = dueOn === null ? undefined : nudgesFor(ground, dueOn, person.nonWorkingDays)[nudge - 1];
  const now = reminded ?? last.at;
  return { person, now, today: dayOf(ground, now) };
}

/** On the card of somebody whom it no longer concerns. */
export const noLongerWithYou: View = message('This is no longer with you', [
  'Somebody else supports this NQSW now.',
]);

/** One procedure as its messages are drawn from it: what tells a request to move team from a concern or a pause. */
interface ProcedureShowing<Step, Shown extends { readonly functions: readonly AcademyFunction[] }> {
  readonly steps: (file: ParticipantFile) => readonly Step[];
  /** By when the next step is asked for; null where nothing is waited for. */
  readonly dueOn: (file: ParticipantFile) => Temporal.PlainDate | null;
  /** The procedure for one reader on a day; it has not reached whoever has no function in it. */
  readonly shown: (asker: Asker, file: ParticipantFile) => Shown;
  readonly view: (shown: Shown, said: { readonly isReminder: boolean }) => View | null;
  readonly stepWords: (step: Step) => string;
  /** What stands in a message that something has followed: it stays true. */
  readonly passedOn: (file: ParticipantFile, line: string) => View;
  /** Who is not reminded while the programme is paused (A6). */
  readonly isLeftInPeace: (shown: Shown) => boolean;
}

/** About which step of which NQSW's procedure a message is, and the how manieth reminder of it. */
interface About {
  readonly participantId: string;
  readonly turn: number;
  readonly nudge: number;
}

/** A procedure in somebody's chat, as it stands now. */
export async function showProcedure<
  Step extends StepTaken,
  Shown extends { readonly functions: readonly AcademyFunction[] },
>(
  needs: Needs,
  recipient: Recipient,
  { participantId, turn, nudge }: About,
  isStanding: boolean,
  procedure: ProcedureShowing<Step, Shown>,
): Promise<View | undefined> {
  const read = await readForMessage(needs, recipient, participantId);
  if (read === undefined) return undefined;
  const { file, person } = read;
  const steps = procedure.steps(file);
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const asker = readerOf(needs, person, last, nudge, procedure.dueOn(file));
  const shown = procedure.shown(asker, file);
  const showing = showingOf({
    steps,
    turn,
    nudge,
    personId: person.id,
    isTheirs: shown.functions.length > 0,
    isStanding,
    isPaused: procedure.isLeftInPeace(shown) && isPausedOn(file.pauses, asker.today),
  });
  switch (showing.as) {
    case 'standing':
    case 'reminder':
      return procedure.view(shown, { isReminder: showing.as === 'reminder' }) ?? undefined;
    case 'followed': {
      const { by } = showing;
      const done = `${dateAndTime(by.at, needs.programme.timeZone)}: ${procedure.stepWords(by)}, ${by.byName}.`;
      return procedure.passedOn(file, done);
    }
    case 'newer-below':
      return procedure.passedOn(file, 'There is a newer message about it below.');
    case 'not-yours':
      return noLongerWithYou;
    case 'nothing':
      return undefined;
    default:
      return showing satisfies never;
  }
}
