import { z } from 'zod';
import template from '../../cards/caseload-alert.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { CaseloadAlertView } from '../services/views.ts';
import { defineCard } from './card.ts';
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
}) satisfies z.ZodType<CaseloadAlertView>;

const mostHistoryShown = 8;

/** The newest entries; what is left out is said. */
function latest(history: readonly string[]): string[] {
  const older = history.length - mostHistoryShown;
  const shown = history.slice(-mostHistoryShown);
  return older > 0 ? [`… ${older} earlier`, ...shown] : shown;
}

const open: CaseloadAlertView = {
  participantId: 'p-amara',
  alertId: 'a-44d0',
  heading: 'Caseload above the cap: Amara Okoro',
  measure: '16 of 15 children',
  tone: 'attention',
  state: 'Open',
  facts: [
    { title: 'Team', value: 'Assessment North' },
    { title: 'Above since', value: 'Wednesday 30 September 2026, 10:00' },
    { title: 'Reported by', value: 'Amara Okoro' },
  ],
  history: [],
  note: null,
  assignees: [
    { title: 'Tom Adeyemi, Team Manager', value: 'u-tom' },
    { title: 'Rhiannon Pryce, Senior Practitioner', value: 'u-rhiannon' },
  ],
  can: { acknowledge: true, assign: true, resolve: true },
  error: null,
};

const acknowledgement = 'Acknowledged by Lindiwe Moyo, Wednesday 30 September 2026, 10:12';
const assignment = 'Assigned to Tom Adeyemi by Lindiwe Moyo, Wednesday 30 September 2026, 10:15';

export const caseloadAlert = defineCard<CaseloadAlertView>({
  name: 'caseload-alert',
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
  examples: [
    { title: 'open', data: open },
    {
      title: 'open, one to one',
      data: { ...open, note: 'No channel has been chosen for escalations, so this came to you alone.' },
    },
    {
      title: 'acknowledged',
      data: {
        ...open,
        tone: 'warning',
        state: 'Acknowledged',
        history: [acknowledgement],
        can: { ...open.can, acknowledge: false },
      },
    },
    {
      title: 'assigned, with an error',
      data: {
        ...open,
        measure: '17 of 15 children',
        tone: 'warning',
        state: 'Assigned',
        history: [
          acknowledgement,
          assignment,
          'Now 17, reported by Amara Okoro, Friday 2 October 2026, 09:31',
        ],
        can: { ...open.can, acknowledge: false },
        error: 'Tom Adeyemi already has it. Choose somebody else to hand it over.',
      },
    },
    {
      title: 'resolved',
      data: {
        ...open,
        measure: '15 of 15 children',
        tone: 'good',
        state: 'Resolved',
        history: [
          acknowledgement,
          assignment,
          'Resolved: 15 reported by Amara Okoro, Monday 5 October 2026, 16:02',
        ],
        can: { acknowledge: false, assign: false, resolve: false },
      },
    },
  ],
});

const alert = { participantId: id, alertId: id };

export const alertAcknowledge = z.object(alert) satisfies z.ZodType<Submissions['alert-acknowledge']>;
export const alertResolve = z.object(alert) satisfies z.ZodType<Submissions['alert-resolve']>;
export const alertAssign = z.object({ ...alert, to: idOrNone }) satisfies z.ZodType<
  Submissions['alert-assign']
>;
