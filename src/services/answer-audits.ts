import { type AuditLogged, entriesOf } from '../academy/year-entry.ts';
import { ask } from './ask-buttons.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { auditFigureLines } from './audit-figures.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { message } from './short-answers.ts';
import type { BoardView, View } from './views.ts';

const mostRows = 10;

/** "Audit figures": what the logged audits come to, of the academy and of each NQSW that has any (D17). Undefined for anybody else. */
export async function answerAudits(needs: Needs, asker: Asker): Promise<View | undefined> {
  const { programme } = needs;
  if (programme.audits === null || !may('see-academy', asker.person.roles, ['academy'])) return undefined;
  const files = await permittedFiles(needs, asker, 'see-academy');
  const each = files
    .map(({ file }) => ({ name: file.participant.name, logged: entriesOf(file.entries, 'audit') }))
    .filter(({ logged }) => logged.length > 0);
  const actions = [ask('Compliance', 'report'), ask(`My ${programme.titles.nqsw}s`, 'my-nqsws')];
  if (each.length === 0) {
    const how = `To log one, write “log an audit for” and the name of an ${programme.titles.nqsw}.`;
    return message('No audit has been logged yet', [how], { actions });
  }
  const all: readonly AuditLogged[] = each.flatMap(({ logged }) => logged);
  const heading = 'Audits of practice';
  const intro = `${auditFigureLines(programme, all).join('. ')}.`;
  const left = each.length - mostRows;
  const data: BoardView = {
    heading,
    intro,
    figures: null,
    rows: each.slice(0, mostRows).map(({ name, logged }) => ({
      title: name,
      tone: 'default',
      lines: auditFigureLines(programme, logged),
    })),
    more: left > 0 ? `… and ${left} more: the compliance report shows every person.` : '',
    choose: null,
    links: [],
    actions,
  };
  return { card: 'board', summary: `${heading}: ${intro}`, data };
}
