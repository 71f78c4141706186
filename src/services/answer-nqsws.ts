import { capFor, isBreach } from '../academy/caseload.ts';
import { clockStart } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { shortDate } from '../academy/wording.ts';
import { notOnProgramme } from './answer-dates.ts';
import { ask } from './ask-buttons.ts';
import { type Asker, permittedFiles } from './asker.ts';
import type { Needs } from './needs.ts';
import type { ItemListView, View } from './views.ts';

type Row = ItemListView['items'][number];

/** "12 of 15 children", "nothing reported"; a limit that is not set is left out. */
function caseloadOf(needs: Needs, asker: Asker, file: ParticipantFile) {
  const count = file.caseloads.at(-1)?.count;
  const cap = capFor(needs.programme, clockStart(file), asker.today);
  const { unit } = needs.programme.caseload;
  const over = count !== undefined && cap !== null && isBreach(count, cap) ? count - cap : 0;
  const words =
    count === undefined ? 'no caseload reported' : `${count}${cap === null ? '' : ` of ${cap}`} ${unit}`;
  return { count, over, words };
}

function caseloadRow(needs: Needs, asker: Asker, file: ParticipantFile): Row & { readonly over: number } {
  const { count, over, words } = caseloadOf(needs, asker, file);
  const last = file.caseloads.at(-1);
  const at = last?.at.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  return {
    title: file.participant.name,
    date: words,
    when: count === undefined ? 'not known' : over > 0 ? `${over} over the limit` : 'within the limit',
    tone: over > 0 ? 'attention' : 'default',
    lead: last === undefined || at === undefined ? '' : `reported on ${shortDate(at)} by ${last.byName}`,
    over,
  };
}

/** "Who is over their caseload?": what was last reported of each, the furthest over the limit first (M6). */
export async function answerCaseloads(needs: Needs, asker: Asker): Promise<View> {
  const files = await permittedFiles(needs, asker, 'ask-own-nqsws');
  if (files.length === 0) return notOnProgramme(needs);
  const rows = files
    .map(({ file }) => caseloadRow(needs, asker, file))
    .toSorted((a, b) => b.over - a.over || Number(b.when === 'not known') - Number(a.when === 'not known'));
  const over = rows.filter((row) => row.over > 0).length;
  const unknown = rows.filter(({ when }) => when === 'not known').length;
  const missing = unknown === 0 ? '' : ` Of ${unknown} nothing has been reported yet.`;
  const intro = `${over === 0 ? 'Nobody is over the limit' : `${over} over the limit`}, as last reported.${missing}`;
  return {
    card: 'item-list',
    summary: `Caseloads: ${intro}`,
    data: {
      heading: 'Caseloads',
      intro,
      items: rows.map(({ over: _, ...row }) => row),
      actions: [ask('My NQSWs', 'my-nqsws'), ask('What’s overdue', 'overdue')],
    },
  };
}
