import type { Temporal } from 'temporal-polyfill';
import type { CallName } from '../academy/year-call.ts';
import type { YearAct } from '../academy/year-entry.ts';
import { callsBroughtUpToDate } from './call-notices.ts';
import { enteredDay } from './entered-day.ts';
import { type CodedList, dateInput, listInput } from './procedure-view.ts';
import type { ProcedureView } from './views.ts';
import { type Given, saveYear, type YearGround, type YearOutcome, type YearSent } from './year-form.ts';

/* Things of a year that are ticked, several at once, with the one day on which they were done. */

interface TickWords {
  readonly title: string;
  readonly list: string;
  readonly on: string;
  readonly button: string;
}

/** What is left to tick; the day is today unless another was given. */
export function tickingSection(
  ground: YearGround,
  form: CallName,
  { title, list, on, button }: TickWords,
  left: CodedList,
  given: Given,
): ProcedureView['sections'][number] {
  const { filled } = given;
  const { today } = ground.asker;
  const withDay = { ...filled, values: { on: today.toString(), ...filled.values } };
  return {
    title,
    inputs: [listInput(filled, 'many', 'codes', list, left), dateInput(withDay, 'on', on, today)],
    actions: [saveYear(button, ground, form, given)],
  };
}

/** What ticks come to: an entry for each, and whoever was called to them sees it; or what is missing. */
export function tickedOutcome(
  ground: YearGround,
  form: CallName,
  codes: readonly string[],
  sent: YearSent,
  says: {
    readonly noneTicked: string;
    readonly act: (code: string, on: Temporal.PlainDate) => YearAct;
    readonly shown: Extract<YearOutcome, { acts: unknown }>['shown'];
  },
): YearOutcome {
  const day = enteredDay(ground, sent.on);
  const errors = codes.length === 0 ? { codes: says.noneTicked } : {};
  if ('error' in day) return { errors: { ...errors, on: day.error } };
  if (codes.length === 0) return { errors };
  return {
    acts: codes.map((code) => says.act(code, day.on)),
    facts: ([entry]) => (entry === undefined ? [] : callsBroughtUpToDate(ground, form, entry)),
    shown: says.shown,
  };
}
