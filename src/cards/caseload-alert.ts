import type { AlertView } from '../services/views.ts';
import { defineAlertCard } from './alert.ts';

const open: AlertView = {
  participantId: 'p-amara',
  alertId: 'a-44d0',
  heading: 'Amara Okoro’s caseload is over the limit',
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

export const caseloadAlert = defineAlertCard('caseload-alert', [
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
      history: [acknowledgement, assignment, 'Now 17, reported by Amara Okoro, Friday 2 October 2026, 09:31'],
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
]);
