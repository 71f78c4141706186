import { z } from 'zod';
import template from '../../cards/board.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { BoardView } from '../services/views.ts';
import { barsOf, figures } from './bars.ts';
import { boardExamples } from './board-examples.ts';
import { defineCard } from './card.ts';
import { groupName, id, idOrNone, shortAnswer } from './submission-fields.ts';
import { actions, choices, isAddress, link, panelOf, text, texts, tone, withPrimary } from './view-parts.ts';

const row = z.object({ title: text, tone, lines: texts.max(6) });

const trend = z.object({
  title: text,
  days: z.array(z.object({ on: z.iso.date(), title: text })).max(6),
  lines: z.array(z.object({ title: text, values: z.array(z.number().nullable()) })).max(8),
});

const schema = z.object({
  heading: text,
  intro: text,
  figures: figures.nullable(),
  trend: trend.exactOptional(),
  rows: z.array(row).max(12),
  more: text,
  choose: z
    .object({
      id: z.enum(['participantId', 'group']),
      label: text,
      choices,
      chosen: z.string().max(100),
      actions,
    })
    .nullable(),
  links: z.array(link).max(3),
  actions,
}) satisfies z.ZodType<BoardView>;

type Trend = NonNullable<BoardView['trend']>;

/** "16 Sep: –, 23 Sep: 9, 30 Sep: 12.5": a table of it would be too wide for a phone. */
function trendWords(days: Trend['days'], values: Trend['lines'][number]['values']): string {
  const [first] = values;
  if (first != null && values.every((value) => value === first)) return `${first} throughout`;
  return days.map(({ title }, at) => `${title}: ${values[at] ?? '–'}`).join(', ');
}

/** The lines as a chart takes them, which leaves out what is not known, and in words. */
function trendOf({ trend: shown }: BoardView) {
  if (shown === undefined) return { trendTitle: '', trendLines: [], trendWords: [] };
  const { title, days, lines } = shown;
  return {
    trendTitle: title,
    trendLines: lines.map((line) => ({
      legend: line.title,
      values: days.flatMap(({ on }, at) => {
        const y = line.values[at] ?? null;
        return y === null ? [] : [{ x: on, y }];
      }),
    })),
    trendWords: lines.map((line) => ({ title: line.title, words: trendWords(days, line.values) })),
  };
}

export const board = defineCard<BoardView>({
  name: 'board',
  template,
  schema,
  bind: (view) => ({
    ...view,
    links: view.links.filter(isAddress),
    figuresTitle: view.figures?.title ?? '',
    bars: view.figures === null ? null : barsOf(view.figures),
    chart: view.figures?.bars.map(({ title, share, words }) => ({ x: `${title}: ${words}`, y: share })) ?? [],
    ...trendOf(view),
    rows: view.rows.map((one) => ({
      ...one,
      panel: panelOf(one.tone),
      lines: one.lines.map((line) => ({ line })),
    })),
    choose: view.choose === null ? null : { ...view.choose, actions: withPrimary(view.choose.actions) },
  }),
  sentences: (view) => [
    view.heading,
    view.intro,
    ...view.rows.slice(0, 5).map(({ title, lines }) => [title, ...lines].join(', ')),
    view.rows.length > 5 ? `And ${view.rows.length - 5} more on this card` : null,
    view.more,
  ],
  examples: boardExamples,
});

export const nqswOpen = z.object({ participantId: id }) satisfies z.ZodType<Submissions['nqsw-open']>;
export const complianceOpen = z.object({ group: groupName }) satisfies z.ZodType<
  Submissions['compliance-open']
>;
export const chronologyOpen = z.object({
  participantId: idOrNone,
  earlier: shortAnswer,
}) satisfies z.ZodType<Submissions['chronology-open']>;
