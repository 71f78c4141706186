import type { Temporal } from 'temporal-polyfill';
import { shortDate } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import type { Outcomes, Period, ReasonCount } from './delivery-figures.ts';
import { type DeliveryReport, deliveryReport, type ReportNeeds } from './delivery-report.ts';
import { kindWords, reasonWords } from './delivery-words.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { openSending, openUndelivered } from './sending-views.ts';
import type { ActionView, DeliveryReportView, View } from './views.ts';

const usualDays = 30;
const mostDays = 400;
const mostPeople = 10;

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The days up to and with today. */
function lastDays(today: Temporal.PlainDate, days: number): Period {
  return { fromOn: today.subtract({ days: days - 1 }), toOn: today };
}

/** What a button, or a month in the question, says; thirty days otherwise. */
function periodOf(
  today: Temporal.PlainDate,
  asked: { readonly days?: string; readonly month?: string },
): Period {
  const days = Number(asked.days);
  if (Number.isInteger(days) && days >= 1 && days <= mostDays) return lastDays(today, days);
  const month = /^\d{4}-\d{2}$/.test(asked.month ?? '') ? asked.month : undefined;
  if (month === undefined) return lastDays(today, usualDays);
  const fromOn = today.with({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)), day: 1 });
  return { fromOn, toOn: fromOn.add({ months: 1 }).subtract({ days: 1 }) };
}

const reasonList = (reasons: readonly ReasonCount[]): string =>
  reasons.map(({ reason, count }) => `${reasonWords(reason)}: ${count}`).join(' · ');

/** Whole percent; something is never shown as nothing, nor a part as all. */
function shareOf(count: number, all: number): number {
  if (count === 0 || all === 0) return 0;
  if (count === all) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * count) / all)));
}

function outcomesOf(report: DeliveryReport): DeliveryReportView['outcomes'] {
  const { total, messages } = report;
  const all = Object.values(total).reduce((sum, count) => sum + count, 0);
  const rows = [
    {
      title: 'Sent',
      count: total.sent,
      tone: 'good' as const,
      detail: total.sent === 0 ? '' : `in ${counted(messages, 'message', 'messages')}`,
    },
    {
      title: 'Not reached',
      count: total.unreachable,
      tone: 'attention' as const,
      detail: reasonList(report.unreachable),
    },
    {
      title: 'Given up',
      count: total.givenUp,
      tone: 'attention' as const,
      detail: reasonList(report.givenUp),
    },
    {
      title: 'Held back',
      count: total.heldBack,
      tone: 'default' as const,
      detail: reasonList(report.heldBack),
    },
    {
      title: 'No longer needed',
      count: total.dropped,
      tone: 'default' as const,
      detail: total.dropped === 0 ? '' : 'done or moved before its turn came',
    },
    { title: 'Waiting now', count: total.waiting, tone: 'warning' as const, detail: '' },
  ];
  return rows
    .filter(({ title, count }) => count > 0 || title === 'Sent' || title === 'Not reached')
    .map(({ count, ...row }) => {
      const share = shareOf(count, all);
      return { ...row, share, words: all === 0 ? '0' : `${count} of ${all}, ${share} %` };
    });
}

function kindLine(one: Outcomes): string {
  const parts = [
    `${one.sent} sent`,
    one.unreachable + one.givenUp > 0 ? `${one.unreachable + one.givenUp} did not arrive` : null,
    one.heldBack > 0 ? `${one.heldBack} held back` : null,
    one.dropped > 0 ? `${one.dropped} no longer needed` : null,
    one.waiting > 0 ? `${one.waiting} waiting` : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function notesOf({ throttled, ambiguous }: DeliveryReport): readonly string[] {
  const slowed =
    throttled.times === 0
      ? null
      : `Teams asked me to slow down ${counted(throttled.times, 'time', 'times')}, for ${counted(throttled.notices, 'message', 'messages')}; they went later.`;
  const twice =
    ambiguous === 0
      ? null
      : `${counted(ambiguous, 'message', 'messages')} may have arrived twice, because the answer of Teams was lost.`;
  return [slowed, twice].filter((note) => note !== null);
}

const inDays = (title: string, days: number): ActionView => ({
  title,
  verb: 'delivery-report',
  data: { days: String(days) },
});

function reportView(report: DeliveryReport): View {
  const { period, notReached } = report;
  const people = notReached.slice(0, mostPeople).map((one) => ({
    title: report.nameOf(one),
    value: `${reasonWords(one.reason)} (${counted(one.count, 'message', 'messages')})`,
  }));
  const more = notReached.length - mostPeople;
  const span = `${shortDate(period.fromOn)} to ${shortDate(period.toOn)}`;
  return {
    card: 'delivery-report',
    summary: `Delivery report, ${span}`,
    data: {
      heading: 'Delivery report',
      period: span,
      outcomes: outcomesOf(report),
      notes: notesOf(report),
      kinds: report.kinds.slice(0, 12).map((one) => ({ title: kindWords(one.card), value: kindLine(one) })),
      people,
      more: more > 0 ? `and ${more} more: the command “report delivery” lists everybody` : '',
      actions: [openUndelivered, inDays('Last 7 days', 7), inDays('Last 30 days', usualDays), openSending],
    },
  };
}

/** The delivery report for an Academy Manager; null for everybody else. */
export async function openDeliveryReport(
  needs: ReportNeeds & Pick<Needs, 'log'>,
  asker: Asker,
  asked: { readonly days?: string; readonly month?: string },
): Promise<View | null> {
  if (!may('see-delivery', asker.person.roles, ['academy'])) {
    needs.log.warn('permission.refused', { verb: 'see-delivery', person: asker.person.id });
    return null;
  }
  return reportView(await deliveryReport(needs, periodOf(asker.today, asked)));
}
