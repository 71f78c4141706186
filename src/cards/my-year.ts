import { z } from 'zod';
import template from '../../cards/my-year.json' with { type: 'json' };
import type { MovedView, MyYearView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { myYearExamples } from './my-year-examples.ts';
import { actions, text, texts, withPrimary } from './view-parts.ts';

const standings = ['done', 'due', 'overdue', 'missed', 'upcoming', 'paused', 'cancelled'] as const;

const moved = { date: text, was: text, when: text };
const step = z.object({ ...moved, title: text, standing: z.enum(standings) });
const series = z.object({ ...moved, title: text, progress: text });

const schema = z.object({
  heading: text,
  span: text,
  progress: text,
  notes: texts,
  late: z.array(z.object({ title: text, date: text, when: text })),
  steps: z.array(step),
  series: z.array(series).max(30),
  actions,
}) satisfies z.ZodType<MyYearView>;

/** How it stands, at a glance; the words beside it say the same. */
const markOf: Readonly<Record<(typeof standings)[number], string>> = {
  done: '✓',
  due: '●',
  overdue: '!',
  missed: '✕',
  upcoming: '○',
  paused: '‖',
  cancelled: '–',
};

/** A phone shows some six rows at a time. */
const mostLate = 6;
const mostSteps = 16;

const leftOut = (count: number, shown: number) => (count > shown ? `… and ${count - shown} more` : '');

/** What follows the struck date, or stands alone: "Mon 8 Mar 2027 · in 12 days". */
function detailOf({ date, was, when }: MovedView): string {
  const now = [date, when].filter((part) => part !== '').join(' · ');
  return was === '' ? now : ` ${now}`;
}

/** The same for the ear, which no line strikes through. */
function spokenOf(row: MovedView): string {
  return row.was === '' ? detailOf(row) : `${detailOf(row).trim()}, instead of ${row.was}`;
}

export const myYear = defineCard<MyYearView>({
  name: 'my-year',
  template,
  schema,
  bind: (view) => ({
    ...view,
    notes: view.notes.map((note) => ({ note })),
    late: view.late.slice(0, mostLate),
    moreLate: leftOut(view.late.length, mostLate),
    steps: view.steps
      .slice(0, mostSteps)
      .map((each) => ({ ...each, mark: markOf[each.standing], detail: detailOf(each) })),
    moreSteps: leftOut(view.steps.length, mostSteps),
    series: view.series.map((each) => ({ ...each, detail: detailOf(each) })),
    actions: withPrimary(view.actions),
  }),
  sentences: (view) => [
    `${view.heading}, ${view.span}`,
    view.progress,
    ...view.notes,
    ...view.late.slice(0, mostLate).map((each) => `Overdue: ${each.title}, ${each.date}, ${each.when}`),
    ...view.steps.slice(0, mostSteps).map((each) => `${each.title}: ${spokenOf(each)}`),
  ],
  examples: myYearExamples,
});
