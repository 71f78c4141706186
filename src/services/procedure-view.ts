import type { Temporal } from 'temporal-polyfill';
import type { StepTaken } from '../academy/move-team.ts';
import type { Pause } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { dateAndTime } from '../academy/wording.ts';
import type { ActionView, ChoiceView, ProcedureInputView, ProcedureView, View } from './views.ts';

/* The parts that the cards of procedures and forms are made of. */

/** A card: what stands on it beside its sections is empty unless it is said, and its heading is the notice of it. */
export function procedureCard(
  parts: Pick<ProcedureView, 'heading' | 'state' | 'sections'> & Partial<ProcedureView>,
  summary = parts.heading,
): View {
  const data: ProcedureView = {
    tone: 'default',
    facts: [],
    path: [],
    history: [],
    link: null,
    note: null,
    error: null,
    ...parts,
  };
  return { card: 'procedure', summary, data };
}

export type CodedList = readonly { readonly code: string; readonly title: string }[];

const choicesOf = (list: CodedList): readonly ChoiceView[] =>
  list.map(({ code, title }) => ({ value: code, title }));

/** What was typed or chosen, and what is wrong with it, by the id of the input. */
export interface Filled {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}
/** What a card says beside how something stands: what was sent back, what was just done or refused. */
export interface ProcedureSaid {
  readonly filled?: Filled;
  readonly note?: string | null;
  readonly error?: string | null;
  readonly isReminder?: boolean;
}
export const nothingFilled: Filled = { values: {}, errors: {} };

const filledIn = ({ values, errors }: Filled, id: string) => ({
  value: values[id] ?? '',
  error: errors[id] ?? null,
});

/** The day of something that has been: today at the latest. */
export function dateInput(
  filled: Filled,
  id: string,
  label: string,
  today: Temporal.PlainDate,
): ProcedureInputView {
  return { kind: 'date', id, label, choices: [], latest: today.toString(), ...filledIn(filled, id) };
}

/** A day that may still be to come: nothing bounds it. */
export function dayInput(filled: Filled, id: string, label: string): ProcedureInputView {
  return { kind: 'date', id, label, choices: [], latest: '', ...filledIn(filled, id) };
}

export function listInput(
  filled: Filled,
  kind: 'many' | 'one',
  id: string,
  label: string,
  list: CodedList,
): ProcedureInputView {
  return { kind, id, label, choices: choicesOf(list), latest: '', ...filledIn(filled, id) };
}

export function linkInput(filled: Filled, id: string, label: string): ProcedureInputView {
  return { kind: 'link', id, label, choices: [], latest: '', ...filledIn(filled, id) };
}

export function textInput(filled: Filled, id: string, label: string): ProcedureInputView {
  return { kind: 'text', id, label, choices: [], latest: '', ...filledIn(filled, id) };
}

export function numberInput(filled: Filled, id: string, label: string): ProcedureInputView {
  return { kind: 'number', id, label, choices: [], latest: '', ...filledIn(filled, id) };
}

/** The titles of codes, in the list's own order; a code that the list has no longer stands as it is. */
export function titlesOf(list: CodedList, codes: readonly string[]): string {
  const known = list.filter(({ code }) => codes.includes(code)).map(({ title }) => title);
  const unknown = codes.filter((code) => !list.some((one) => one.code === code));
  return [...known, ...unknown].join('; ');
}

/** The chosen codes that the list holds. */
export function chosenOf(list: CodedList, typed: string): readonly string[] {
  const chosen = typed.split(',');
  return list.map(({ code }) => code).filter((code) => chosen.includes(code));
}

/** Somebody takes over whose turn it is: their name follows, as after every step. */
export const takenOverWords = ({ titles }: Programme, name: AcademyFunction): string =>
  `takes over as ${titles[name]}`;

const mostHistory = 8;

/** Who did what and when, the newest eight, oldest first. */
export function historyOf<Step extends StepTaken>(
  programme: Programme,
  steps: readonly Step[],
  wordsFor: (step: Step) => string,
): readonly string[] {
  return steps
    .slice(-mostHistory)
    .map((step) => `${dateAndTime(step.at, programme.timeZone)}: ${wordsFor(step)}, ${step.byName}`);
}

/** A button that sends a step; `seen` is how many steps the card shows, so that an old card changes nothing. */
export function stepAction(
  verb: 'move-step' | 'concern-step',
  title: string,
  about: ActionView['data'],
  step: string,
  seen: number,
): ActionView {
  return { title, verb, data: { ...about, step, seen } };
}

/** Whether the programme stands still on a day: then nobody is reminded (A6). */
export function isPausedOn(pauses: readonly Pause[], on: Temporal.PlainDate): boolean {
  const day = on.toString();
  return pauses.some(
    ({ fromOn, untilOn }) => fromOn.toString() <= day && day <= (untilOn?.toString() ?? '9999'),
  );
}
