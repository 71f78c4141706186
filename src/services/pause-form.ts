import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PauseAct, PauseReason } from '../academy/pause.ts';
import { pauseReasons, pauseTaskNames } from '../academy/pause.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { typedDate } from '../academy/typed-date.ts';
import { partiesOf } from './pause-view.ts';
import { capabilityRefused, reasonChoices } from './pause-words.ts';
import { dayInput, type Filled, listInput, nothingFilled, procedureCard } from './procedure-view.ts';
import type { Submissions } from './submissions.ts';
import type { View } from './views.ts';

type Sent = Pick<Submissions['pause-step'], 'reason' | 'fromOn' | 'untilOn' | 'backOn' | 'task'>;

export type PauseReading =
  | { readonly ok: true; readonly act: PauseAct }
  /** Something is missing or wrong: what was sent comes back with the reason at its field. */
  | { readonly ok: false; readonly filled: Filled };

const chooseDate = 'Choose the date.';

const wrong = (sent: Sent, errors: Filled['errors']): PauseReading => {
  const { reason, fromOn, untilOn, backOn } = sent;
  return { ok: false, filled: { values: { reason, fromOn, untilOn, backOn }, errors } };
};

function readPropose(sent: Sent): PauseReading {
  const reason: PauseReason | undefined = pauseReasons.find((known) => known === sent.reason);
  const fromOn = typedDate(sent.fromOn);
  const untilOn = sent.untilOn === '' ? null : typedDate(sent.untilOn);
  const errors: Record<string, string> = {};
  if (reason === undefined)
    errors.reason = sent.reason === 'capability' ? capabilityRefused : 'Choose the kind of reason.';
  if (fromOn === undefined) errors.fromOn = chooseDate;
  if (untilOn === undefined) errors.untilOn = 'Choose the date, or leave it empty while nobody knows.';
  if (reason === undefined || fromOn === undefined || untilOn === undefined) return wrong(sent, errors);
  return { ok: true, act: { step: 'propose', reason, fromOn, untilOn } };
}

/** The step that a card sent, as whoever holds `functions`; undefined for one that does not exist. */
export function readPauseAct(
  step: string,
  sent: Sent,
  functions: readonly AcademyFunction[],
): PauseReading | undefined {
  switch (step) {
    case 'ask':
    case 'withdraw':
      return { ok: true, act: { step } };
    case 'agree':
    case 'decline':
      return { ok: true, act: { step, parties: partiesOf(functions) } };
    case 'propose':
      return readPropose(sent);
    case 'lengthen': {
      const untilOn = typedDate(sent.untilOn);
      return untilOn === undefined
        ? wrong(sent, { untilOn: chooseDate })
        : { ok: true, act: { step, untilOn } };
    }
    case 'end': {
      const backOn = typedDate(sent.backOn);
      return backOn === undefined ? wrong(sent, { backOn: chooseDate }) : { ok: true, act: { step, backOn } };
    }
    case 'record': {
      const task = pauseTaskNames.find((known) => known === sent.task);
      return task === undefined ? undefined : { ok: true, act: { step, task } };
    }
    default:
      return undefined;
  }
}

/** What a pause is proposed with: a kind of reason, the first day and, once it is known, the last. */
export function pauseForm(
  file: ParticipantFile,
  pauseId: string,
  filled: Filled = nothingFilled,
  error: string | null = null,
): View {
  const heading = `Pause ${file.participant.name}’s programme`;
  return procedureCard({
    heading,
    state: 'Only the kind of reason is kept, never the story',
    sections: [
      {
        title: 'When, and why',
        inputs: [
          listInput(filled, 'one', 'reason', 'Kind of reason', reasonChoices),
          dayInput(filled, 'fromOn', 'First day of the pause'),
          dayInput(filled, 'untilOn', 'Last day of the pause (leave it empty while nobody knows)'),
        ],
        actions: [
          {
            title: 'Show what would move',
            verb: 'pause-preview',
            data: { participantId: file.participant.id, pauseId, change: 'propose' },
          },
        ],
      },
    ],
    note: 'Nothing is sent yet: first you see every date that would move. Then all four have to agree.',
    error,
  });
}
