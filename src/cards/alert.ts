/** The card of every kind of alert: one layout, so that it is read and pressed alike. */
import { z } from 'zod';
import template from '../../cards/alert.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { AlertView } from '../services/views.ts';
import { type Card, defineCard, type Example } from './card.ts';
import { id, idOrNone } from './submission-fields.ts';
import { choices, error, facts, panelOf, text, tone, typed } from './view-parts.ts';

const schema = z.object({
  participantId: typed,
  alertId: typed,
  heading: text,
  measure: text,
  tone,
  state: text,
  facts,
  history: z.array(text),
  note: text.nullable(),
  assignees: choices,
  can: z.object({ acknowledge: z.boolean(), assign: z.boolean(), resolve: z.boolean() }),
  error,
}) satisfies z.ZodType<AlertView>;

const mostHistoryShown = 8;

/** The newest entries; what is left out is said. */
function latest(history: readonly string[]): string[] {
  const older = history.length - mostHistoryShown;
  const shown = history.slice(-mostHistoryShown);
  return older > 0 ? [`… ${older} earlier`, ...shown] : shown;
}

export function defineAlertCard(name: string, examples: readonly Example<AlertView>[]): Card<AlertView> {
  return defineCard<AlertView>({
    name,
    template,
    schema,
    bind: (view) => ({
      ...view,
      panel: panelOf(view.tone),
      note: view.note ?? '',
      history: latest(view.history).map((line) => ({ line })),
      can: { ...view.can, assign: view.can.assign && view.assignees.length > 0 },
    }),
    sentences: (view) => [
      view.error,
      view.heading,
      view.measure,
      `State: ${view.state}`,
      ...view.facts.map((fact) => `${fact.title}: ${fact.value}`),
      ...latest(view.history),
      view.note,
    ],
    examples,
  });
}

const alert = { participantId: id, alertId: id };

export const alertAcknowledge = z.object(alert) satisfies z.ZodType<Submissions['alert-acknowledge']>;
export const alertResolve = z.object(alert) satisfies z.ZodType<Submissions['alert-resolve']>;
export const alertAssign = z.object({ ...alert, to: idOrNone }) satisfies z.ZodType<
  Submissions['alert-assign']
>;
