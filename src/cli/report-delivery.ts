import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { shortDate } from '../academy/wording.ts';
import type { Outcomes, Period } from '../services/delivery-figures.ts';
import { type DeliveryReport, deliveryReport } from '../services/delivery-report.ts';
import { kindWords, reasonWords } from '../services/delivery-words.ts';
import { printCsv } from '../services/print-csv.ts';
import { type OpenStore, withStore } from './open-store.ts';
import { civilDate, formProblems } from './option-values.ts';
import { type Outcome, optionsFailed } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';

const options = z.object({
  from: civilDate.optional(),
  to: civilDate.optional(),
  csv: z.boolean().default(false),
});

const usualDays = 30;

function periodOf(typed: z.output<typeof options>, today: Temporal.PlainDate): Period {
  const toOn = typed.to ?? (typed.from !== undefined && isAfter(typed.from, today) ? typed.from : today);
  return { fromOn: typed.from ?? toOn.subtract({ days: usualDays - 1 }), toOn };
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;

const outcomeTitles: Readonly<Record<keyof Outcomes, string>> = {
  sent: 'sent',
  unreachable: 'not reached',
  givenUp: 'given up',
  heldBack: 'held back',
  dropped: 'no longer needed',
  waiting: 'waiting now',
};
const outcomes = Object.keys(outcomeTitles) as readonly (keyof Outcomes)[];

interface Row {
  readonly part: 'total' | 'kind' | 'person';
  readonly name: string;
  readonly outcome: string;
  readonly reason: string;
  readonly count: number;
  readonly since: string;
}

const blank = { name: '', reason: '', since: '' } as const;

/** The counts of one outcome: by reason where reasons are known, otherwise in one row. */
function totalRows(report: DeliveryReport, outcome: keyof Outcomes): readonly Row[] {
  const reasons =
    outcome === 'unreachable' || outcome === 'givenUp' || outcome === 'heldBack' ? report[outcome] : [];
  const row = { ...blank, part: 'total', outcome: outcomeTitles[outcome] } as const;
  if (reasons.length === 0) return [{ ...row, count: report.total[outcome] }];
  return reasons.map(({ reason, count }) => ({ ...row, reason: reasonWords(reason), count }));
}

function rowsOf(report: DeliveryReport, timeZone: string): readonly Row[] {
  const total = { ...blank, part: 'total' } as const;
  return [
    ...outcomes.flatMap((outcome) => totalRows(report, outcome)),
    { ...total, outcome: 'slowed down by Teams', count: report.throttled.notices },
    { ...total, outcome: 'asked to slow down, times', count: report.throttled.times },
    { ...total, outcome: 'may have arrived twice', count: report.ambiguous },
    ...report.kinds.flatMap((kind) =>
      outcomes
        .filter((outcome) => kind[outcome] > 0)
        .map((outcome) => ({
          ...blank,
          part: 'kind' as const,
          name: kindWords(kind.card),
          outcome: outcomeTitles[outcome],
          count: kind[outcome],
        })),
    ),
    ...report.notReached.map((one) => ({
      part: 'person' as const,
      name: report.nameOf(one),
      outcome: 'not reached',
      reason: reasonWords(one.reason),
      count: one.count,
      since: one.since.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    })),
  ];
}

function documentOf(report: DeliveryReport) {
  const { period, nameOf, notReached, ...figures } = report;
  return {
    from: period.fromOn.toString(),
    to: period.toOn.toString(),
    ...figures,
    notReached: notReached.map((one) => ({
      name: nameOf(one),
      reason: one.reason,
      count: one.count,
      since: one.since.toString(),
    })),
  };
}

function readable(rows: readonly Row[], { fromOn, toOn }: Period): string {
  const table = textTable(rows, [
    { title: 'what', cell: ({ part, name }) => (part === 'total' ? 'everything' : name) },
    { title: 'outcome', cell: ({ outcome }) => outcome },
    { title: 'count', cell: ({ count }) => String(count), align: 'right' },
    { title: 'reason', cell: ({ reason }) => reason },
    { title: 'since', cell: ({ since }) => since },
  ]);
  return `Delivery from ${shortDate(fromOn)} to ${shortDate(toOn)}\n\n${table}`;
}

async function report(store: OpenStore, typed: z.output<typeof options>): Promise<Outcome> {
  const { timeZone } = store.programme;
  const period = periodOf(typed, store.clock.now().toZonedDateTimeISO(timeZone).toPlainDate());
  if (isAfter(period.fromOn, period.toOn)) {
    return optionsFailed(1, [{ code: 'empty-period', option: '--from', message: 'comes after --to' }]);
  }
  const made = await deliveryReport({ ...store.ports, programme: store.programme }, period);
  const rows = rowsOf(made, timeZone);
  const header = ['part', 'name', 'outcome', 'reason', 'count', 'since'];
  const cells = rows.map(({ part, name, outcome, reason, count, since }) => [
    part,
    name,
    outcome,
    reason,
    count,
    since,
  ]);
  return {
    ok: true,
    json: documentOf(made),
    text: typed.csv ? printCsv(header, cells) : readable(rows, period),
  };
}

/** `academy report delivery`: what was sent in a time, what was not, and why. No texts of messages. */
export async function reportDelivery(typed: unknown, terminal: Terminal): Promise<Outcome> {
  const read = options.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  return withStore(terminal, 'look', (store) => report(store, read.data));
}
