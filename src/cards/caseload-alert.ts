import type { AlertView } from '../services/views.ts';
import { defineAlertCard } from './alert.ts';

const opening = 'Wed 30 Sep 2026, 10:00 (UK time): the caseload went over the limit';

const factsOf = (lastReported: string): AlertView['facts'] => [
  { title: 'Team', value: 'Assessment North' },
  { title: 'Since', value: 'Wed 30 Sep 2026, 10:00 (UK time)' },
  { title: 'Last reported', value: lastReported },
];

const open: AlertView = {
  participantId: 'p-amara',
  alertId: 'a-44d0',
  heading: 'Amara Okoro’s caseload is over the limit',
  measure: '16 of 15 children',
  tone: 'attention',
  state: 'Waiting for somebody to acknowledge it',
  facts: factsOf('Wed 30 Sep 2026, 10:00 (UK time)'),
  history: [opening],
  note: null,
  assignees: [
    { title: 'Tom Adeyemi, Team Manager', value: 'u-tom' },
    { title: 'Rhiannon Pryce, Senior Practitioner', value: 'u-rhiannon' },
  ],
  can: { acknowledge: true, assign: true, resolve: true },
  error: null,
};

const acknowledgement = 'Wed 30 Sep 2026, 10:12 (UK time): acknowledged by Lindiwe Moyo';
const assignment = 'Wed 30 Sep 2026, 10:15 (UK time): assigned to Tom Adeyemi by Lindiwe Moyo';

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
      state: 'Acknowledged by Lindiwe Moyo',
      history: [opening, acknowledgement],
      can: { ...open.can, acknowledge: false },
    },
  },
  {
    title: 'assigned, with an error',
    data: {
      ...open,
      measure: '17 of 15 children',
      facts: factsOf('Fri 2 Oct 2026, 09:31 (UK time)'),
      tone: 'warning',
      state: 'Assigned to Tom Adeyemi',
      history: [opening, acknowledgement, assignment, 'Fri 2 Oct 2026, 09:31 (UK time): 17 reported'],
      can: { ...open.can, acknowledge: false },
      error: 'Tom Adeyemi already has it. Choose somebody else to hand it over.',
    },
  },
  {
    title: 'resolved',
    data: {
      ...open,
      heading: 'Amara Okoro’s caseload alert is closed',
      measure: '15 of 15 children',
      facts: factsOf('Mon 5 Oct 2026, 16:02 (UK time)'),
      tone: 'good',
      state: 'Resolved',
      history: [
        opening,
        acknowledgement,
        assignment,
        'Mon 5 Oct 2026, 16:02 (UK time): back within the limit, closed',
      ],
      can: { acknowledge: false, assign: false, resolve: false },
    },
  },
]);
