import { yearPlan } from '../academy/plan.ts';
import { formProblems } from './option-values.ts';
import { type Outcome, optionsFailed } from './outcome.ts';
import { planDocument, planText } from './plan-report.ts';
import type { Terminal } from './terminal.ts';
import { readYear, yearOptions } from './year-options.ts';

/** `academy plan`: the year of one participant, computed and not kept. */
export async function plan(typed: unknown, terminal: Terminal): Promise<Outcome> {
  const read = yearOptions.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  const year = await readYear(read.data, terminal, (timeZone) =>
    terminal.now().toZonedDateTimeISO(timeZone).toPlainDate(),
  );
  if (!year.ok) return year.failed;
  const { programme, calendar, input, today } = year;
  const planned = yearPlan(programme, calendar, input, today);
  return { ok: true, json: planDocument(planned), text: planText(planned, programme) };
}
