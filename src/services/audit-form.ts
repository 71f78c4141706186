import { longDate } from '../academy/wording.ts';
import { type AuditLogged, entriesOf } from '../academy/year-entry.ts';
import { auditFacts } from './audit-figures.ts';
import { enteredDay } from './entered-day.ts';
import { chosenOf, dateInput, type Filled, listInput, procedureCard, titlesOf } from './procedure-view.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';
import {
  type Given,
  openYearForm,
  saveYear,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
} from './year-form.ts';

const yesOrNo = [
  { code: 'yes', title: 'Yes' },
  { code: 'no', title: 'No' },
];

const noAudits = (): View =>
  message('No audits are kept here', ['The programme names no grades and themes for them.']);

function auditView(ground: YearGround, given: Given): View {
  const { needs, asker, file } = ground;
  const { audits, titles } = needs.programme;
  if (audits === null) return noAudits();
  const { filled } = given;
  const withDay: Filled = { ...filled, values: { on: asker.today.toString(), ...filled.values } };
  const logged = entriesOf(file.entries, 'audit');
  return procedureCard({
    heading: `Log an audit of ${file.participant.name}’s practice`,
    state: 'A day, a grade and a theme, and nothing of what was read.',
    facts: logged.length === 0 ? [] : auditFacts(needs.programme, logged),
    sections: [
      {
        title: 'The audit',
        inputs: [
          dateInput(withDay, 'on', 'Audited on', asker.today),
          listInput(filled, 'one', 'choice', 'Grade', audits.grades),
          listInput(filled, 'one', 'codes', 'Theme', audits.themes),
          listInput(filled, 'one', 'to', `Was the work held by the ${titles.nqsw}?`, yesOrNo),
        ],
        actions: [saveYear('Log this audit', ground, 'audit', given)],
      },
    ],
  });
}

function loggedView({ needs, file }: YearGround, logged: AuditLogged, all: readonly AuditLogged[]): View {
  const { grades, themes } = needs.programme.audits ?? { grades: [], themes: [] };
  const { nqsw } = needs.programme.titles;
  const { id, name } = file.participant;
  return message(`Audit of ${name}’s practice logged`, [], {
    tone: 'good',
    facts: [
      { title: 'Audited on', value: longDate(logged.on) },
      { title: 'Grade', value: titlesOf(grades, [logged.grade]) },
      { title: 'Theme', value: titlesOf(themes, [logged.theme]) },
      { title: 'Whose work', value: logged.heldByNqsw ? `held by the ${nqsw}` : `not held by the ${nqsw}` },
      ...auditFacts(needs.programme, all),
    ],
    actions: [openYearForm('Log another', id, 'audit')],
  });
}

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const { audits } = ground.needs.programme;
  if (audits === null) return { view: noAudits() };
  const day = enteredDay(ground, sent.on);
  const [grade] = chosenOf(audits.grades, sent.choice);
  const [theme] = chosenOf(audits.themes, sent.codes);
  const [held] = chosenOf(yesOrNo, sent.to);
  const errors: Record<string, string> = {};
  if ('error' in day) errors.on = day.error;
  if (grade === undefined) errors.choice = 'Choose the grade.';
  if (theme === undefined) errors.codes = 'Choose the theme.';
  if (held === undefined) errors.to = 'Say whose work it was.';
  if ('error' in day || grade === undefined || theme === undefined || held === undefined) return { errors };
  const act: AuditLogged = { entry: 'audit', on: day.on, grade, theme, heldByNqsw: held === 'yes' };
  return {
    acts: [act],
    shown: (after) => loggedView({ ...ground, file: after }, act, entriesOf(after.entries, 'audit')),
  };
}

/** An audit of practice by its codes (P12, L23, D17). */
export const auditForm: YearForm = {
  permission: 'log-audit',
  title: 'Log an audit',
  view: auditView,
  decide,
};
