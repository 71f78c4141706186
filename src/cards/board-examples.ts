import type { BoardView } from '../services/views.ts';
import type { Example } from './card.ts';

const people = [
  { value: 'p-amara', title: 'Amara Okoro' },
  { value: 'p-ben', title: 'Benedikt Søgaard' },
  { value: 'p-callum', title: 'Callum Reid' },
];

const whoseYear: BoardView['choose'] = {
  id: 'participantId',
  label: 'Whose year?',
  choices: people,
  chosen: 'p-amara',
  actions: [
    { title: 'Show their year', verb: 'nqsw-open', data: {} },
    { title: 'Show their chronology', verb: 'chronology-open', data: { earlier: '' } },
  ],
};

const mine: BoardView = {
  heading: 'Your NQSWs',
  intro: '3 people, 2 overdue, 1 over the caseload limit.',
  figures: null,
  rows: [
    {
      title: 'Amara Okoro · Family Safeguarding 1',
      tone: 'attention',
      lines: [
        'Next: Reflective supervision 5: Mon 12 Oct 2026, in 5 days',
        '2 overdue, the oldest Case supervision 1, 6 days (4 working days) · 16 of 15 children · weekly supervision, month 2',
      ],
    },
    {
      title: 'Benedikt Søgaard · Family Safeguarding 1',
      tone: 'default',
      lines: [
        'Next: Case supervision 1: Wed 21 Oct 2026, in 14 days',
        'Nothing overdue · no caseload reported · weekly supervision, month 1',
      ],
    },
    {
      title: 'Callum Reid · Assessment 2',
      tone: 'default',
      lines: ['No date to come', 'Nothing overdue · 9 of 15 children · paused'],
    },
  ],
  more: '',
  choose: whoseYear,
  links: [],
  actions: [
    { title: 'Record supervision', verb: 'record-open', data: { participantId: '', item: '', opens: 'new' } },
  ],
};

const academy: BoardView = {
  heading: 'Compliance',
  intro:
    'On time: 26 of 40, 65 % · done: 31 of 40, 78 %. Missed: 6 · overdue: 3 · below the national standard: 4 times',
  figures: {
    title: 'Held on time',
    bars: [
      { title: 'Autumn 2026', share: 60, words: '18 of 30, 60 %' },
      { title: 'Spring 2026', share: 80, words: '8 of 10, 80 %' },
    ],
  },
  rows: [
    {
      title: 'Autumn 2026 · 6 people',
      tone: 'warning',
      lines: [
        'On time: 18 of 30, 60 % · done: 22 of 30, 73 %',
        'Missed: 5 · overdue: 3 · below the national standard: 4 times',
        'Audits: 5, of which 4 good or better (80 %)',
        'Audits of work held by the NQSW: 3, of which 2 good or better (67 %)',
      ],
    },
    {
      title: 'Senior Practitioner: Owen Prys · 1 person',
      tone: 'default',
      lines: [
        'On time: no data · done: no data',
        'Missed: 0 · overdue: 0 · below the national standard: 0 times',
      ],
    },
  ],
  more: '… and 4 more: choose one below. The file works for whoever has its address, for two days. Each time it is fetched is noted in the audit.',
  choose: {
    id: 'group',
    label: 'Whom do you want to see?',
    choices: [
      { value: 'cohort:Autumn 2026', title: 'Autumn 2026' },
      { value: 'person:n-owen', title: 'Senior Practitioner: Owen Prys' },
    ],
    chosen: 'cohort:Autumn 2026',
    actions: [{ title: 'Show these people', verb: 'compliance-open', data: {} }],
  },
  links: [{ title: 'Compliance as a file', url: 'https://academy.example.org/files/d3JpdHRlbg.csv' }],
  actions: [{ title: 'Caseloads', verb: 'caseloads-open', data: {} }],
};

const audits: BoardView = {
  heading: 'Audits of practice',
  intro:
    'Audits: 5, of which 4 good or better (80 %). Audits of work held by the NQSW: 3, of which 2 good or better (67 %).',
  figures: null,
  rows: [
    {
      title: 'Amara Okoro',
      tone: 'default',
      lines: [
        'Audits: 4, of which 3 good or better (75 %)',
        'Audits of work held by the NQSW: 3, of which 2 good or better (67 %)',
      ],
    },
    {
      title: 'Callum Reid',
      tone: 'default',
      lines: ['Audits: 1, of which 1 good or better (100 %)', 'Audits of work held by the NQSW: none'],
    },
  ],
  more: '',
  choose: null,
  links: [],
  actions: [
    { title: 'Compliance', verb: 'ask', data: { intent: 'report' } },
    { title: 'My NQSWs', verb: 'ask', data: { intent: 'my-nqsws' } },
  ],
};

const chronology: BoardView = {
  heading: 'Chronology: Amara Okoro',
  intro: 'The last 3 of 13 entries, newest first.',
  figures: null,
  rows: [
    {
      title: 'Wed 7 Oct 2026: Caseload reported: 16 children',
      tone: 'default',
      lines: ['Amara Okoro · recorded Wed 7 Oct 2026, 10:04 (UK time)'],
    },
    {
      title: 'Mon 21 Sep 2026: Reflective supervision 2 held, 95 minutes, face to face',
      tone: 'default',
      lines: ['Priya Nandakumar · recorded Tue 22 Sep 2026, 09:10 (UK time)'],
    },
    {
      title: 'Mon 21 Sep 2026: Reflective supervision 2 held, 59 minutes, face to face',
      tone: 'warning',
      lines: ['Priya Nandakumar · recorded Mon 21 Sep 2026, 16:40 (UK time)', 'Replaced by a later record'],
    },
  ],
  more: 'The downloads work for whoever has their address, for two days. Each one is noted in the audit.',
  choose: null,
  links: [
    { title: 'Download as PDF', url: 'https://academy.example.org/files/d3JpdHRlbg.pdf' },
    { title: 'Download as CSV', url: 'https://academy.example.org/files/d3JpdHRlbg.csv' },
  ],
  actions: [
    {
      title: 'Show earlier entries',
      verb: 'chronology-open',
      data: { participantId: 'p-amara', earlier: '10' },
    },
  ],
};

const caseloads: BoardView = {
  heading: 'Caseloads',
  intro:
    '1 person over the limit. For 1 the Team Manager has another number. Autumn 2026: 13.5 children on average (2 of 3 reported); Spring 2026: 11 children on average (1 of 1 reported); the limit is 15.',
  figures: null,
  trend: {
    title: 'Average caseload over four weeks, in children',
    days: [
      { on: '2026-09-16', title: '16 Sep' },
      { on: '2026-09-23', title: '23 Sep' },
      { on: '2026-09-30', title: '30 Sep' },
      { on: '2026-10-07', title: '7 Oct' },
    ],
    lines: [
      { title: 'Autumn 2026', values: [null, 9, 12.5, 13.5] },
      { title: 'Spring 2026', values: [10, 10, 11, 11] },
      { title: 'Limit', values: [15, 15, 15, 15] },
    ],
  },
  rows: [
    {
      title: 'Amara Okoro · Autumn 2026',
      tone: 'attention',
      lines: [
        '16 of 15 children, 1 over the limit of the month · reported Wed 7 Oct 2026',
        'Last four weeks: –, 9, 14, 16',
        'By kind: 3 immigration, 2 court work',
      ],
    },
    {
      title: 'Callum Reid · Autumn 2026',
      tone: 'warning',
      lines: [
        '11 of 12 children · reported Mon 28 Sep 2026',
        'Last four weeks: –, –, 11, 11',
        'The Team Manager has another number: 13 (Thu 1 Oct 2026)',
        'From Mon 7 Dec 2026: up to 15 children',
      ],
    },
    {
      title: 'Complex work of everybody',
      tone: 'default',
      lines: ['3 immigration, 2 court work', 'As 1 of 4 have said'],
    },
  ],
  more: '',
  choose: whoseYear,
  links: [],
  actions: [{ title: 'Compliance', verb: 'compliance-open', data: { group: '' } }],
};

export const boardExamples: readonly Example<BoardView>[] = [
  { title: 'my NQSWs', data: mine },
  {
    title: 'my NQSWs, before anybody is enrolled, for an Academy Manager',
    data: {
      ...mine,
      intro: 'Nobody is on the programme at the moment.',
      rows: [],
      choose: null,
      actions: [{ title: 'Enrol an NQSW', verb: 'enrol-open', data: {} }],
    },
  },
  {
    title: 'a host team',
    data: {
      ...mine,
      heading: 'Your team’s NQSWs',
      intro: '1 person.',
      rows: [
        {
          title: 'Amara Okoro · Autumn 2026',
          tone: 'default',
          lines: [
            'Case supervision 1: Wed 7 Oct 2026, today',
            'Personal supervision 1: Wed 7 Oct 2026, today',
            '3-month review: Mon 7 Dec 2026, in 61 days',
            'End of probation: Tue 7 Sep 2027, in 335 days',
          ],
        },
      ],
      choose: null,
      actions: [
        {
          title: 'Confirm caseloads',
          verb: 'year-open',
          data: { participantId: '', form: 'confirm-caseload', about: '', opens: 'new' },
        },
      ],
    },
  },
  { title: 'compliance of the academy', data: academy },
  { title: 'audits of the academy', data: audits },
  { title: 'caseloads of the academy', data: caseloads },
  { title: 'a chronology', data: chronology },
];
