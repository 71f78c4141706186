import { type MoveAct, type MoveStepName, moveSteps } from '../academy/move-team.ts';
import type { Programme } from '../academy/programme.ts';
import { typedDate } from '../academy/typed-date.ts';
import { readLink } from './document-link.ts';
import { chosenOf, type Filled } from './procedure-view.ts';
import type { Submissions } from './submissions.ts';

type Sent = Submissions['move-step'];

export type ActReading =
  | { readonly ok: true; readonly act: MoveAct }
  /** Something is missing or wrong: what was sent comes back with the reason at its field. */
  | { readonly ok: false; readonly filled: Filled };

const chooseDate = 'Choose the date.';
const chooseSome = 'Choose at least one.';

/** Collects what the fields of one step say, and what is wrong with them. */
class Fields {
  readonly errors: Record<string, string> = {};
  readonly values: Record<string, string> = {};
  readonly #programme: Programme;
  readonly #sent: Sent;
  constructor(programme: Programme, sent: Sent) {
    this.#programme = programme;
    this.#sent = sent;
  }

  date() {
    const typed = this.#sent.heldOn;
    this.values.heldOn = typed;
    const on = typedDate(typed);
    if (on === undefined) this.errors.heldOn = chooseDate;
    return on;
  }

  /** A day that is still to come. */
  day() {
    const typed = this.#sent.meetOn;
    this.values.meetOn = typed;
    const on = typedDate(typed);
    if (on === undefined) this.errors.meetOn = chooseDate;
    return on;
  }

  codes(id: 'aims' | 'supports' | 'reasons' | 'questions'): readonly string[] {
    const chosen = chosenOf(this.#programme.moveTeam[id], this.#sent[id]);
    this.values[id] = chosen.join(',');
    if (chosen.length === 0) this.errors[id] = chooseSome;
    return chosen;
  }

  refusal(): string {
    const [reason = ''] = chosenOf(this.#programme.moveTeam.refusals, this.#sent.reason);
    if (reason === '') this.errors.reason = 'Choose the reason.';
    return reason;
  }

  link(): string {
    const reading = readLink(this.#programme, this.#sent.link);
    if (reading.ok) {
      this.values.link = reading.link;
      return reading.link;
    }
    this.values.link = reading.keep ? this.#sent.link : '';
    this.errors.link = reading.error;
    return '';
  }
}

function actFrom(step: MoveStepName, fields: Fields): MoveAct | undefined {
  switch (step) {
    case 'conversation':
    case 'review': {
      const heldOn = fields.date();
      return heldOn && { step, heldOn };
    }
    case 'invite':
    case 'propose-day': {
      const meetOn = fields.day();
      return meetOn && { step, meetOn };
    }
    case 'meeting': {
      const [heldOn, aims, supports] = [fields.date(), fields.codes('aims'), fields.codes('supports')];
      const link = fields.link();
      return heldOn && { step, heldOn, aims, supports, link };
    }
    case 'request':
      return { step, reasons: fields.codes('reasons') };
    case 'refuse':
      return { step, reason: fields.refusal() };
    case 'ask-more':
      return { step, questions: fields.codes('questions') };
    case 'answer-more':
      return { step, reasons: fields.codes('reasons'), link: fields.link() };
    case 'wish':
    case 'accept-day':
    case 'stay':
    case 'go-on':
    case 'approve':
    case 'withdraw':
      return { step };
    default:
      return step satisfies never;
  }
}

/** The step that a card sent; undefined for one that does not exist. */
export function readMoveAct(programme: Programme, sent: Sent): ActReading | undefined {
  const step = moveSteps.find((known) => known === sent.step);
  // A wish begins a request: it is no step of one.
  if (step === undefined || step === 'wish') return undefined;
  const fields = new Fields(programme, sent);
  const act = actFrom(step, fields);
  const { errors, values } = fields;
  return act === undefined || Object.keys(errors).length > 0
    ? { ok: false, filled: { errors, values } }
    : { ok: true, act };
}
