import type { AlertView } from '../services/views.ts';
import { defineAlertCard } from './alert.ts';

const open: AlertView = {
  participantId: 'p-amara',
  alertId: 'reflective-supervision-3:2026-09-28',
  heading: 'Reflective supervision 3 for Amara Okoro is overdue',
  measure: 'due Mon 28 Sep 2026',
  tone: 'attention',
  state: 'Waiting for somebody to acknowledge it',
  facts: [
    { title: 'Team', value: 'Assessment North' },
    { title: 'Led by', value: 'the Senior Practitioner' },
    { title: 'Record', value: 'Nothing is recorded' },
    { title: 'Alert since', value: 'Mon 5 Oct 2026, 09:00 (UK time)' },
  ],
  history: ['Mon 5 Oct 2026, 09:00 (UK time): nothing was recorded 5 working days after the date'],
  note: null,
  assignees: [
    { title: 'Rhiannon Pryce', value: 'u-rhiannon' },
    { title: 'Lindiwe Moyo', value: 'u-lindiwe' },
  ],
  can: { acknowledge: true, assign: true, resolve: true },
  error: null,
};

const again = 'Wed 7 Oct 2026, 09:00 (UK time): posted again, nobody had acknowledged it';
const assignment = 'Wed 7 Oct 2026, 09:20 (UK time): assigned to Rhiannon Pryce by Lindiwe Moyo';
const nothing = { acknowledge: false, assign: false, resolve: false };

export const overdueAlert = defineAlertCard('overdue-alert', [
  { title: 'open', data: open },
  {
    title: 'posted again',
    data: {
      ...open,
      history: [...open.history, again],
      note: 'Posted again because nobody has acknowledged it.',
    },
  },
  {
    title: 'the posting before',
    data: {
      ...open,
      history: [...open.history, again],
      note: 'Posted again on Wed 7 Oct 2026, 09:00 (UK time): please use the newer message.',
      can: nothing,
    },
  },
  {
    title: 'assigned',
    data: {
      ...open,
      tone: 'warning',
      state: 'Assigned to Rhiannon Pryce',
      history: [...open.history, again, assignment],
      can: { ...open.can, acknowledge: false },
    },
  },
  {
    title: 'closed by a record',
    data: {
      ...open,
      heading: 'Reflective supervision 3 for Amara Okoro: the alert is closed',
      tone: 'good',
      state: 'Resolved',
      facts: open.facts.map((fact) =>
        fact.title === 'Record'
          ? { ...fact, value: 'Held on Fri 2 Oct 2026, recorded by Rhiannon Pryce' }
          : fact,
      ),
      history: [
        ...open.history,
        assignment,
        'Thu 8 Oct 2026, 11:05 (UK time): recorded by Rhiannon Pryce as held on Fri 2 Oct 2026, closed',
      ],
      can: nothing,
    },
  },
]);
