import { z } from 'zod';
import template from '../../cards/record-form.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { RecordFormView } from '../services/views.ts';
import { opens } from './buttons.ts';
import { defineCard } from './card.ts';
import type { FieldErrors } from './finish-card.ts';
import { recordFormExamples } from './record-form-examples.ts';
import { code, codes, id, idOrNone, sentence, shortAnswer } from './submission-fields.ts';
import { choices, error, text, typed } from './view-parts.ts';

const actionRow = z.object({ what: typed, owner: typed, dueOn: typed });

const schema = z.object({
  submissionId: typed,
  participantId: typed,
  corrects: typed,
  correction: error,
  name: text,
  sessions: choices,
  item: typed,
  latestDate: typed,
  heldOn: typed,
  minutes: typed,
  mode: typed,
  themeChoices: choices,
  themes: z.string().max(1000),
  childFile: typed,
  templateUsed: typed,
  coWorkerRecorded: typed,
  actionRows: z.array(actionRow).length(3),
  confirmDate: error,
  errors: z.object({
    summary: error,
    item: error,
    heldOn: error,
    minutes: error,
    mode: error,
    themes: error,
    childFile: error,
    templateUsed: error,
    coWorkerRecorded: error,
    actionRows: z.array(error).max(3),
  }),
  wording: z.object({ childFile: text, template: text, coWorker: text }),
}) satisfies z.ZodType<RecordFormView>;

/** Rows after the first stay folded until they are wanted, unless there is something in them to see. */
function rowsOf(view: RecordFormView) {
  const rows = view.actionRows.map((row, at) => ({ ...row, n: at + 1, separator: at > 0 }));
  const moreShown = view.actionRows
    .slice(1)
    .some((row, at) => row.what + row.dueOn !== '' || (view.errors.actionRows[at + 1] ?? null) !== null);
  return { firstRows: rows.slice(0, 1), moreRows: rows.slice(1), moreShown };
}

function fieldErrors(view: RecordFormView): FieldErrors {
  const { summary: _, actionRows, ...atFields } = view.errors;
  const atRows = actionRows.map((reason, at) => [`action${at + 1}What`, reason] as const);
  return { ...atFields, ...Object.fromEntries(atRows) };
}

export const recordForm = defineCard<RecordFormView>({
  name: 'record-form',
  template,
  schema,
  bind: (view) => ({
    ...view,
    ...rowsOf(view),
    heading: view.corrects === '' ? 'Supervision record' : 'Correct a supervision record',
    sends: view.corrects === '' ? 'Record supervision' : 'Save the correction',
  }),
  fieldErrors,
  sentences: (view) => [
    `Supervision record for ${view.name}`,
    view.correction,
    view.errors.summary,
    ...Object.values(fieldErrors(view)).map((reason) => reason ?? null),
    view.confirmDate,
  ],
  examples: recordFormExamples,
});

const rowNumbers = [1, 2, 3] as const;

/** The rows of actions come back as flat inputs, `action1What` to `action3Due`. */
export const recordSupervision = z
  .object({
    participantId: id,
    submissionId: id,
    corrects: idOrNone,
    item: idOrNone,
    heldOn: shortAnswer,
    minutes: shortAnswer,
    mode: code,
    themes: codes,
    childFile: code,
    templateUsed: code,
    coWorkerRecorded: code,
    confirmDate: shortAnswer,
    action1What: sentence,
    action1Owner: code,
    action1Due: shortAnswer,
    action2What: sentence,
    action2Owner: code,
    action2Due: shortAnswer,
    action3What: sentence,
    action3Owner: code,
    action3Due: shortAnswer,
  })
  .transform((data): Submissions['record-supervision'] => ({
    participantId: data.participantId,
    submissionId: data.submissionId,
    corrects: data.corrects,
    item: data.item,
    heldOn: data.heldOn,
    minutes: data.minutes,
    mode: data.mode,
    themes: data.themes,
    childFile: data.childFile,
    templateUsed: data.templateUsed,
    coWorkerRecorded: data.coWorkerRecorded,
    confirmDate: data.confirmDate,
    actionRows: rowNumbers.map((n) => ({
      what: data[`action${n}What`],
      owner: data[`action${n}Owner`],
      dueOn: data[`action${n}Due`],
    })),
  }));

export const openNotHappened = z.object({
  participantId: id,
  item: idOrNone,
  opens,
}) satisfies z.ZodType<Submissions['not-happened-open']>;
