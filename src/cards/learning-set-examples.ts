import { noPlanErrors } from '../services/learning-set-form.ts';
import type { LearningSetFormView, LearningSetsView, LearningSetView } from '../services/views.ts';
import type { Example } from './card.ts';

const december = 'Thursday 3 December 2026, 14:00 to 15:30 (UK time)';
const press = (title: string, verb: string) => ({ title, verb, data: { sessionId: 's-december' } });
const bookings = { title: 'My bookings', verb: 'ask', data: { intent: 'my-bookings' } };

const listed: LearningSetsView = {
  heading: 'Action learning sets',
  intro: 'Two sessions are open to you.',
  sessions: [
    {
      title: 'Action learning set',
      when: december,
      detail: 'Ruth Calder · Room 2.14, Town Hall',
      status: '3 places left.',
      tone: 'default',
      actions: [press('Book a place', 'learning-set-book'), press('More about it', 'learning-set-open')],
    },
    {
      title: 'Action learning set',
      when: 'Thursday 7 January 2027, 14:00 to 15:30 (UK time)',
      detail: 'Ifeoma Nwosu · Online',
      status: 'You have a place.',
      tone: 'good',
      actions: [
        press('Volunteer to present', 'learning-set-present-open'),
        press('More about it', 'learning-set-open'),
      ],
    },
  ],
  actions: [bookings, { title: 'Look again', verb: 'ask', data: { intent: 'learning-sets' } }],
};

export const learningSetsExamples: readonly Example<LearningSetsView>[] = [
  { title: 'two sessions', data: listed },
  {
    title: 'as their planner sees them',
    data: {
      ...listed,
      intro: '2 sessions.',
      sessions: [
        {
          title: 'Action learning set',
          when: 'Thursday 5 November 2026, 14:00 to 15:30 (UK time)',
          detail: 'Ruth Calder · Room 2.14, Town Hall',
          status: 'It is over. Attendance has not been marked yet.',
          tone: 'warning',
          actions: [press('Open it', 'learning-set-lead')],
        },
        {
          title: 'Action learning set',
          when: december,
          detail: 'Ruth Calder · Room 2.14, Town Hall',
          status: '6 of 6 places taken, 2 waiting.',
          tone: 'default',
          actions: [press('Open it', 'learning-set-lead')],
        },
      ],
      actions: [
        { title: 'Plan sessions', verb: 'learning-set-plan-open', data: { sessionId: '' } },
        { title: 'Take-up and attendance', verb: 'learning-set-figures', data: {} },
      ],
    },
  },
  {
    title: 'none',
    data: {
      ...listed,
      intro: 'No session is planned that is open to you. When one is, you are told here.',
      sessions: [],
      actions: [bookings],
    },
  },
];

const method = [
  '1. One person presents for 5 to 10 minutes: what makes it hard, and what they want help with. Everybody else only listens.',
  '2. Then the others take turns with questions and thoughts, while the presenter only listens.',
  '3. At the end the presenter says what they take from it and what they will do.',
];

const placed: LearningSetView = {
  heading: 'Action learning set',
  when: december,
  intro: '',
  status: 'You have a place. You present “Working with parents who avoid us”, 10 minutes.',
  tone: 'good',
  facts: [
    { title: 'Led by', value: 'Ruth Calder' },
    { title: 'Where', value: 'Online' },
    { title: 'To present', value: 'Taken' },
  ],
  sections: [
    { title: 'Who presents', lines: ['Amara Okoro: “Working with parents who avoid us” (10 minutes)'] },
    { title: 'How we work', lines: method },
  ],
  links: [
    { title: 'Join the meeting', url: 'https://teams.example.org/meet/december' },
    { title: 'Put it in my calendar', url: 'https://academy.example.org/calendar/c0ffee.ics' },
  ],
  actions: [
    press('Change my topic', 'learning-set-present-open'),
    press('I will not present', 'learning-set-not-present'),
    press('Give up my place', 'learning-set-leave'),
    bookings,
  ],
};

export const learningSetExamples: readonly Example<LearningSetView>[] = [
  { title: 'with a place, presenting', data: placed },
  {
    title: 'offered a place',
    data: {
      ...placed,
      intro: 'A place has become free.',
      status:
        'A place is kept for you until Wed 2 Dec 2026, 11:20 (UK time). After that it goes to the next person who waits.',
      tone: 'warning',
      sections: [],
      links: [],
      actions: [
        press('Take the place', 'learning-set-accept'),
        press('I cannot come', 'learning-set-leave'),
        bookings,
      ],
    },
  },
  {
    title: 'a series that is made known',
    data: {
      ...placed,
      intro: 'A series of 3 sessions is planned. This is the first.',
      status: '12 places left.',
      tone: 'default',
      facts: [
        { title: 'Led by', value: 'Ruth Calder' },
        { title: 'Where', value: 'Online' },
        { title: 'To present', value: 'One is free' },
      ],
      sections: [
        {
          title: 'All dates',
          lines: [
            'Thu 3 Dec 2026, 14:00 (UK time)',
            'Thu 7 Jan 2027, 14:00 (UK time)',
            'Thu 4 Feb 2027, 14:00 (UK time)',
          ],
        },
      ],
      links: [],
      actions: [
        press('Book a place', 'learning-set-book'),
        { title: 'All sessions', verb: 'ask', data: { intent: 'learning-sets' } },
        bookings,
      ],
    },
  },
  {
    title: 'full',
    data: {
      ...placed,
      status: 'Every place is taken. One person is waiting.',
      tone: 'default',
      sections: [],
      links: [],
      actions: [press('Join the waiting list', 'learning-set-wait'), bookings],
    },
  },
  {
    title: 'asked before it is cancelled',
    data: {
      ...placed,
      status: 'Cancel this session? Everybody is told once. It cannot be taken back.',
      tone: 'warning',
      sections: [],
      links: [],
      actions: [
        press('Keep it', 'learning-set-lead'),
        press('Cancel and tell everybody', 'learning-set-cancel'),
      ],
    },
  },
  {
    title: 'over, attendance not yet marked',
    data: {
      ...placed,
      status: 'It is over. Attendance has not been marked yet.',
      tone: 'warning',
      sections: [{ title: 'With a place', lines: ['Amara Okoro', 'Callum Reid'] }],
      links: [],
      actions: [press('Mark attendance', 'learning-set-attendance-open')],
    },
  },
  {
    title: 'one that did not take place',
    data: {
      ...placed,
      status:
        'It did not take place: urgent work came first. Priya Nandakumar said so. It can be planned again by the Academy Manager.',
      tone: 'warning',
      sections: [{ title: 'With a place', lines: ['Amara Okoro', 'Callum Reid'] }],
      links: [],
      actions: [
        {
          title: 'Plan it again',
          verb: 'learning-set-plan-open',
          data: { sessionId: '', like: 's-december' },
        },
        press('Correct attendance', 'learning-set-attendance-open'),
      ],
    },
  },
  {
    title: 'cancelled',
    data: {
      ...placed,
      intro: 'This session is cancelled.',
      status: 'Cancelled by Helen Marsh. There is nothing for you to do.',
      tone: 'attention',
      sections: [],
      links: [],
      actions: [bookings],
    },
  },
  {
    title: 'as its planner sees it',
    data: {
      ...placed,
      status: '6 of 6 places taken, 2 waiting.',
      tone: 'default',
      facts: [...placed.facts, { title: 'Who may come', value: 'Everybody on the programme' }],
      sections: [
        {
          title: 'With a place',
          lines: ['Amara Okoro (presents “Working with parents who avoid us”)', 'Callum Reid'],
        },
        { title: 'Waiting, in this order', lines: ['Priya Nair', 'Holly Marsh'] },
        { title: 'Who has presented', lines: ['Callum Reid, Thu 5 Nov 2026', 'Not yet: Priya Nair'] },
      ],
      actions: [
        press('Change this session', 'learning-set-plan-open'),
        press('Cancel this session', 'learning-set-cancel-open'),
      ],
    },
  },
];

const freshForm: LearningSetFormView = {
  submissionId: 's-77aa',
  sessionId: '',
  seen: '',
  heading: 'Plan action learning sets',
  actionTitle: 'Plan it',
  title: 'Action learning set',
  facilitators: [
    { title: 'Ifeoma Nwosu', value: 'ifeoma' },
    { title: 'Ruth Calder', value: 'ruth' },
  ],
  facilitator: '',
  earliestDate: '2026-11-16',
  onDate: '',
  time: '14:00',
  minutes: '90',
  place: '',
  link: '',
  capacity: '8',
  presenterSlots: '1',
  audiences: [
    { title: 'Everybody on the programme', value: 'everybody' },
    { title: 'The cohort Autumn 2026', value: 'cohort:Autumn 2026' },
    { title: 'The team Family Safeguarding North', value: 'team:Family Safeguarding North' },
  ],
  audience: 'everybody',
  series: [
    { title: 'Nothing else', value: 'nothing' },
    { title: 'Peer supervision', value: 'peer-supervision' },
  ],
  countsFor: 'nothing',
  acceptWithinHours: '24',
  everyWeeks: '4',
  howOften: '1',
  enrol: 'themselves',
  overbooked: null,
  errors: noPlanErrors,
};

export const learningSetFormExamples: readonly Example<LearningSetFormView>[] = [
  { title: 'a new session', data: freshForm },
  {
    title: 'with errors',
    data: {
      ...freshForm,
      capacity: '0',
      errors: {
        ...noPlanErrors,
        summary:
          'Nothing has been planned yet: two answers need another look. Your other answers are still here.',
        facilitator: 'Choose who leads it.',
        capacity: 'Give the number of places, from 1 to 80.',
      },
    },
  },
  {
    title: 'changed by somebody else meanwhile',
    data: {
      ...freshForm,
      sessionId: 's-december',
      seen: '2',
      heading: 'Change this session',
      actionTitle: 'Save the changes',
      onDate: '2026-12-03',
      time: '15:00',
      place: 'Room 2.14, Town Hall',
      facilitator: 'ruth',
      errors: {
        ...noPlanErrors,
        summary:
          'Nothing of yours has been saved yet: Ifeoma Nwosu changed this session after you opened the form. It now says: Starts at: 15:00 (was 14:00). Your own answers are still here: look at them, and save again.',
      },
    },
  },
  {
    title: 'fewer places than are taken',
    data: {
      ...freshForm,
      sessionId: 's-december',
      heading: 'Change this session',
      actionTitle: 'Save the changes',
      onDate: '2026-12-03',
      place: 'Room 2.14, Town Hall',
      facilitator: 'ruth',
      capacity: '6',
      overbooked: {
        question: '8 places are taken, 2 more than that. What is to happen?',
        choices: [
          { title: 'Everybody keeps their place: 8 places', value: 'keep-everybody' },
          { title: 'The last 2 wait, ahead of everybody else, and are told', value: 'last-wait' },
        ],
      },
      errors: { ...noPlanErrors, summary: 'Nothing has been changed yet: please choose what is to happen.' },
    },
  },
];
