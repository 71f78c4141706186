import type { YearPlan } from '../../../src/academy/plan-item.ts';
import type { Programme } from '../../../src/academy/programme.ts';
import { shortDate } from '../../../src/academy/wording.ts';

/** A year as a Senior Practitioner would check it: series by series, with the date that each item moved from. */
export function printedYear(plan: YearPlan, programme: Programme): string {
  const bySeries = Map.groupBy(plan.items, ({ series }) => series);
  const lines = [...bySeries]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([series, items]) => [
      '',
      `${series} (${items.length}, led by ${programme.titles[items[0]?.lead ?? 'nqsw']})`,
      ...items.map(({ id, title, nominal, due }) => {
        if (nominal === null || due === null) return `  ${id}: no date`;
        const moved = nominal.equals(due) ? '' : `  (from ${shortDate(nominal)})`;
        return `  ${shortDate(due).padEnd(15)}  ${title}${moved}`;
      }),
    ]);
  const notes = plan.warnings.map(({ code, message }) => `Note (${code}): ${message}`);
  const heading = `${programme.academy}: a full-time year from ${plan.start === null ? 'no start' : shortDate(plan.start)}, no pauses`;
  return `${[heading, ...lines, ...(notes.length === 0 ? [] : ['', ...notes])].join('\n')}\n`;
}
