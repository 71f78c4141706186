import type { ActionView, ChoiceView, ProcedureInputView, ProcedureView } from '../services/views.ts';

/* The parts that the examples of the procedure card are made of. */

/** An example: what stands on its card beside heading and state is empty unless it is said. */
export const exampleOf = (
  parts: Pick<ProcedureView, 'heading' | 'state'> & Partial<ProcedureView>,
): ProcedureView => ({
  tone: 'default',
  facts: [],
  path: [],
  history: [],
  link: null,
  sections: [],
  note: null,
  error: null,
  ...parts,
});

/** An input as it stands when a form is opened: empty, unless something else is said. */
export const inputOf = (
  kind: ProcedureInputView['kind'],
  id: string,
  label: string,
  filled: Partial<ProcedureInputView> = {},
): ProcedureInputView => ({ kind, id, label, choices: [], latest: '', value: '', error: null, ...filled });

/** Choices under values that are made of their titles: "Not confirmed" is `not-confirmed`. */
export const choicesOf = (...titles: readonly string[]): readonly ChoiceView[] =>
  titles.map((title) => ({ title, value: title.toLowerCase().replaceAll(/[^a-z]+/g, '-') }));

const ofAmara = { participantId: 'p-amara', about: '' } as const;

/** The button that sends a form of a year. */
export const saveButton = (title: string, form: string, rest: ActionView['data'] = {}): ActionView => ({
  title,
  verb: 'year-save',
  data: { ...ofAmara, submissionId: 's-1', step: '', form, ...rest },
});

/** The button that opens a form of a year. */
export const openButton = (title: string, form: string, rest: ActionView['data'] = {}): ActionView => ({
  title,
  verb: 'year-open',
  data: { ...ofAmara, form, ...rest },
});
