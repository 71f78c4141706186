import type { Temporal } from 'temporal-polyfill';
import type { PlanItem, PlanWarning, YearPlan } from '../academy/plan-item.ts';
import type { Programme } from '../academy/programme.ts';
import { shortDate } from '../academy/wording.ts';
import { counted, textTable } from './text-table.ts';

const iso = (date: Temporal.PlainDate | null) => date?.toString() ?? null;

/** A plan as scripts read it (`academy plan --json`). */
export function planDocument(plan: YearPlan): Readonly<Record<string, unknown>> {
  return {
    programme: plan.programme,
    start: iso(plan.start),
    end: iso(plan.end),
    today: iso(plan.today),
    items: plan.items.map(
      ({ id, series, sequence, kind, title, nominal, due, status, lead, why, heldOn, standards }) => ({
        id,
        series,
        sequence,
        kind,
        title,
        nominal: iso(nominal),
        due: iso(due),
        status,
        lead,
        why,
        ...(heldOn === undefined ? {} : { heldOn: iso(heldOn) }),
        ...(standards === undefined ? {} : { standards }),
      }),
    ),
    warnings: plan.warnings.map(({ code, message, items }) => ({
      code,
      message,
      ...(items === undefined ? {} : { items }),
    })),
  };
}

const dated = (date: Temporal.PlainDate | null) => (date === null ? 'no date' : shortDate(date));

function itemTable(items: readonly PlanItem[], programme: Programme): string {
  return textTable(items, [
    { title: 'DUE', cell: ({ due }) => dated(due) },
    { title: 'ITEM', cell: ({ id }) => id },
    { title: 'WHAT', cell: ({ title }) => title },
    { title: 'LED BY', cell: ({ lead }) => programme.titles[lead] },
    { title: 'STATE', cell: ({ status }) => status },
  ]);
}

const warningLines = (warnings: readonly PlanWarning[]) =>
  warnings.map(({ code, message }) => `Note (${code}): ${message}`);

/** "starts Mon 7 Sep 2026, ends Tue 7 Sep 2027" */
export function spanWords({ start, end }: Pick<YearPlan, 'start' | 'end'>): string {
  if (start === null) return 'no dates until the start is known';
  return `starts ${shortDate(start)}, ${end === null ? 'no end while it is paused' : `ends ${shortDate(end)}`}`;
}

/** A plan for a reader. */
export function planText(plan: YearPlan, programme: Programme): string {
  const heading = `${programme.academy}: ${spanWords(plan)}; seen on ${shortDate(plan.today)}`;
  return [
    heading,
    counted(plan.items.length, 'item', 'items'),
    '',
    itemTable(plan.items, programme),
    ...(plan.warnings.length === 0 ? [] : ['', ...warningLines(plan.warnings)]),
  ].join('\n');
}
