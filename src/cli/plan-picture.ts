import type { Temporal } from 'temporal-polyfill';
import { type CivilDay, civilDate, civilDay, dayNumber } from '../academy/civil-days.ts';
import type { PlanItem, YearPlan } from '../academy/plan-item.ts';
import type { Programme } from '../academy/programme.ts';
import { countWords, longDate, shortDate } from '../academy/wording.ts';
import { marks } from './picture-marks.ts';
import { spanWords } from './plan-report.ts';
import { element, words, xmlText } from './svg.ts';

/** A stretch to shade: an agreed pause, `untilOn` null while its end is open. */
interface Shaded {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
}

const width = 1280;
const left = 370;
const right = 30;
const top = 124;
const rowHeight = 40;

const ink = '#242424';
const soft = '#5c5c5c';

interface Row {
  readonly label: string;
  readonly lead: string;
  readonly items: readonly PlanItem[];
  /** Few items are named with their dates; many would lie on top of each other. */
  readonly named: boolean;
}

const mostNamed = 4;

/** Reviews first, then the series in the programme's order, then what happens once. */
function rowsOf(plan: YearPlan, programme: Programme): Row[] {
  const order = ['review', ...programme.series.map(({ id }) => id)];
  const place = (series: string) => (order.includes(series) ? order.indexOf(series) : order.length);
  const titles = new Map(programme.series.map(({ id, title }) => [id, title]));
  const arranged = new Map(programme.arrangements.map(({ id, title }) => [id, title]));
  const shared = new Map([...arranged, ...titles, ['review', 'Reviews'], ['claim', 'Funding claims']]);
  return [...Map.groupBy(plan.items, ({ series }) => series)]
    .sort(([one], [other]) => place(one) - place(other))
    .map(([series, items]) => {
      const [first] = items;
      return {
        label: shared.get(series) ?? first?.title ?? series,
        lead: first === undefined ? '' : programme.titles[first.lead],
        items,
        named: items.length <= mostNamed,
      };
    });
}

/** Where a day stands between the left and the right edge of the time line. */
type Across = (day: CivilDay) => number;

interface Span {
  readonly first: CivilDay;
  readonly last: CivilDay;
}

const monthStart = (day: CivilDay, after = 0): CivilDay => {
  const { year, month } = civilDate(day);
  const index = year * 12 + month - 1 + after;
  return dayNumber(Math.floor(index / 12), (index % 12) + 1, 1);
};

/** Whole months, from the start to the last date of the plan. */
function spanOf({ items, start, end }: YearPlan): Span {
  const days = [start, end, ...items.map(({ due }) => due)].filter((day) => day !== null).map(civilDay);
  return { first: monthStart(Math.min(...days)), last: monthStart(Math.max(...days), 1) };
}

function across({ first, last }: Span): Across {
  return (day) => left + ((day - first) / (last - first)) * (width - left - right);
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Longer years name only every second or third month. */
const widestMonths = 18;

function monthGrid({ first, last }: Span, x: Across, bottom: number): string[] {
  const starts: CivilDay[] = [];
  for (let day = first; day < last; day = monthStart(day, 1)) starts.push(day);
  const named = Math.ceil(starts.length / widestMonths);
  return starts.flatMap((day, index) => {
    const { year, month } = civilDate(day);
    const from = x(day);
    const band =
      index % 2 === 0
        ? element('rect', {
            x: from,
            y: top,
            width: x(monthStart(day, 1)) - from,
            height: bottom - top,
            fill: '#f7f7f7',
          })
        : '';
    if (index % named !== 0) return [band];
    const label = words(monthNames[month - 1] ?? '', { x: from + 4, y: top - 8, 'font-size': 13, fill: ink });
    const isYear = index === 0 || month === 1;
    return [
      band,
      label,
      isYear
        ? words(String(year), { x: from + 4, y: top - 25, 'font-size': 13, 'font-weight': 600, fill: ink })
        : '',
    ];
  });
}

function pauseShade({ fromOn, untilOn }: Shaded, span: Span, x: Across, bottom: number): string {
  const from = Math.max(civilDay(fromOn), span.first);
  const until = untilOn === null ? span.last : Math.min(civilDay(untilOn) + 1, span.last);
  if (until <= from) return '';
  const said = `Paused from ${shortDate(fromOn)}${untilOn === null ? ', with no end yet' : ` to ${shortDate(untilOn)}`}`;
  return element(
    'g',
    {},
    element('title', {}, xmlText(said)),
    element('rect', { x: x(from), y: top, width: x(until) - x(from), height: bottom - top, fill: '#e3dcf2' }),
    words('Paused', { x: x(from) + 4, y: bottom - 6, 'font-size': 12, fill: '#4a3878' }),
  );
}

/** The label under a mark; near the edges it leans inwards. */
function nameUnder(item: PlanItem, on: Temporal.PlainDate, at: number, y: number): string {
  const day = shortDate(on).replace(/ \d{4}$/, '');
  const text = item.kind === 'review' ? `${item.title.replace(/ review$/, '')}, ${day}` : day;
  const edge = 60;
  const nearRight = at > width - right - edge;
  const anchor = nearRight ? 'end' : at < left + edge ? 'start' : 'middle';
  const lean = anchor === 'middle' ? 0 : nearRight ? 6 : -6;
  return words(text, { x: at + lean, y: y + 17, 'font-size': 11, 'text-anchor': anchor, fill: ink });
}

function markOf(item: PlanItem, row: Row, y: number, x: Across): string {
  const { words: state, draw } = marks[item.status];
  const title = (when: string) => element('title', {}, xmlText(`${item.title}: ${when}, ${state}`));
  if (item.due === null) return element('g', { 'data-item': item.id }, title('no date'));
  const at = x(civilDay(item.due));
  const name = row.named ? nameUnder(item, item.due, at, y) : '';
  return element('g', { 'data-item': item.id }, title(shortDate(item.due)), draw(at, y), name);
}

function undatedNote({ items }: Row, y: number): string {
  const undated = items.filter(({ due }) => due === null).length;
  if (undated === 0) return '';
  return words(items.length === 1 ? 'no date yet' : `${undated} with no date yet`, {
    x: width - right - 4,
    y: y - 4,
    'font-size': 12,
    'text-anchor': 'end',
    fill: '#4a3878',
  });
}

/** The column of names is so wide; the whole title is on every mark. */
const longestLabel = 47;
const shortened = (text: string) =>
  text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;

function rowOf(row: Row, index: number, x: Across): string {
  const y = top + index * rowHeight + rowHeight / 2;
  const count = row.items.length === 1 ? '' : ` (${row.items.length})`;
  return element(
    'g',
    {},
    words(`${shortened(row.label)}${count}`, { x: 24, y: y - 1, 'font-size': 13, fill: ink }),
    words(shortened(row.lead), { x: 24, y: y + 14, 'font-size': 12, fill: soft }),
    element('line', { x1: left, x2: width - right, y1: y, y2: y, stroke: '#d6d6d6' }),
    ...row.items.map((item) => markOf(item, row, y, x)),
    undatedNote(row, y),
  );
}

function todayLine(today: Temporal.PlainDate, span: Span, x: Across, bottom: number): string {
  const day = civilDay(today);
  if (day < span.first || day > span.last) return '';
  const at = x(day);
  const label = { x: at, y: bottom + 18, 'font-size': 13, 'font-weight': 600, fill: '#8a1c5c' };
  const anchor = at > width - 200 ? 'end' : 'start';
  return (
    element('line', {
      x1: at,
      x2: at,
      y1: top - 4,
      y2: bottom + 4,
      stroke: '#8a1c5c',
      'stroke-width': 1.5,
      'stroke-dasharray': '5 3',
    }) + words(`Today, ${shortDate(today)}`, { ...label, 'text-anchor': anchor })
  );
}

function legend({ items }: YearPlan, y: number): string {
  const used = Object.entries(marks).filter(([status]) =>
    items.some((item) => item.status === status && item.due !== null),
  );
  return used
    .map(([, { words: state, draw }], index) => {
      const x = 30 + index * 110;
      return draw(x, y) + words(state, { x: x + 12, y: y + 4, 'font-size': 13, fill: ink });
    })
    .join('');
}

function summaryOf(plan: YearPlan, rows: readonly Row[]): string {
  const counts = [...Map.groupBy(plan.items, ({ status }) => status)].map(
    ([status, items]) => `${items.length} ${marks[status].words}`,
  );
  const reviews = plan.items.filter(({ kind, due }) => kind === 'review' && due !== null);
  const dated = reviews.map(({ title, due }) => `${title} on ${due === null ? '' : longDate(due)}`);
  return `${countWords(plan.items.length, 'item')} in ${countWords(rows.length, 'row')} along a time line: ${counts.join(', ')}. ${dated.join('; ')}.`;
}

const longestHeading = 80;

/** A year as one picture: a row for each series along a time line. Whole by itself: no script, no font, no link. */
export function planPicture(plan: YearPlan, programme: Programme, pauses: readonly Shaded[]): string {
  const rows = rowsOf(plan, programme);
  const span = spanOf(plan);
  const x = across(span);
  const bottom = top + rows.length * rowHeight;
  const height = bottom + 64;
  const dates = spanWords(plan);
  const heading = `${programme.academy}: ${dates}`;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'heading summary',
      'font-family': "'Segoe UI', Arial, Helvetica, sans-serif",
    },
    element('title', { id: 'heading' }, xmlText(heading)),
    element('desc', { id: 'summary' }, xmlText(summaryOf(plan, rows))),
    element('rect', { width, height, fill: '#ffffff' }),
    words(programme.academy.slice(0, longestHeading), {
      x: 24,
      y: 44,
      'font-size': 24,
      'font-weight': 600,
      fill: ink,
    }),
    words(`${dates.charAt(0).toUpperCase()}${dates.slice(1)}`, { x: 24, y: 68, 'font-size': 14, fill: soft }),
    ...monthGrid(span, x, bottom),
    ...pauses.map((pause) => pauseShade(pause, span, x, bottom)),
    todayLine(plan.today, span, x, bottom),
    ...rows.map((row, index) => rowOf(row, index, x)),
    legend(plan, bottom + 44),
  )}\n`;
}
