import type { Asker } from './asker.ts';
import { permittedFile } from './asker.ts';
import type { Needs } from './needs.ts';
import { itemIds, type OpenForm, offeredItem, openFormOf } from './open-record.ts';
import { checkNotHappened, freshNotHappenedErrors, type NotHappenedErrors } from './record-form.ts';
import { submit } from './record-supervision.ts';
import { didNotHappenWords } from './record-views.ts';
import { sessionChoices } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

type NotHappenedSubmission = Submissions['record-not-happened'];

/** A session that is still to come has not failed to happen: only from its own day on can that be said. */
function withDueOnly(form: OpenForm): OpenForm {
  const today = form.asker.today.toString();
  return { ...form, items: form.items.filter((item) => String(item.due) <= today) };
}

function nothingDueYet(form: OpenForm): View {
  const { id, name } = form.file.participant;
  return message(
    `No session with ${name} is waiting`,
    ['That a session did not happen can be said from its own day on. None is due or overdue at the moment.'],
    {
      actions: [{ title: 'Record supervision', verb: 'record-open', data: { participantId: id, item: '' } }],
    },
  );
}

function notHappenedForm(
  { programme }: Pick<Needs, 'programme'>,
  form: OpenForm,
  filled: NotHappenedSubmission,
  errors: NotHappenedErrors = freshNotHappenedErrors,
): View {
  return {
    card: 'not-happened-form',
    summary: `A supervision with ${form.file.participant.name} did not happen`,
    data: {
      ...filled,
      name: form.file.participant.name,
      sessions: sessionChoices(form.items, form.file),
      reasons: Object.entries(didNotHappenWords(programme)).map(([value, title]) => ({ value, title })),
      earliestDate: form.asker.today.toString(),
      errors,
    },
  };
}

/** The other way of the same card: the session did not happen (FEATURES P4). */
export async function openNotHappened(
  needs: Needs,
  asker: Asker,
  wanted: Submissions['not-happened-open'],
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'record-supervision', wanted.participantId);
  if (versioned === undefined) return null;
  const form = withDueOnly(openFormOf(needs, asker, versioned.file));
  if (form.items.length === 0) return nothingDueYet(form);
  return notHappenedForm(needs, form, {
    submissionId: needs.newId(),
    participantId: wanted.participantId,
    item: offeredItem(form, wanted.item),
    reason: '',
    rearrangedOn: '',
  });
}

/** Records that a session did not happen: missed until it is held, with its reason and new date. */
export function submitNotHappened(
  needs: Needs,
  asker: Asker,
  submission: NotHappenedSubmission,
): Promise<Reply> {
  const recordId = needs.newId();
  return submit(needs, asker, { ...submission, corrects: '' }, (whole) => {
    const form = withDueOnly(whole);
    const checked = checkNotHappened(submission, {
      today: asker.today,
      items: itemIds(form),
      calendar: needs.calendar,
    });
    if (!checked.ok) return notHappenedForm(needs, form, submission, checked.errors);
    return {
      recordId,
      item: submission.item,
      outcome: 'did-not-happen',
      reason: checked.reason,
      rearrangedOn: checked.rearrangedOn,
      recordedBy: asker.person.id,
      recordedByName: asker.person.name,
      recordedAt: asker.now,
      submissionId: submission.submissionId,
    };
  });
}
