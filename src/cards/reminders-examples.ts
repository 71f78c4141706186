import type { OpenReminderView, ReminderLineView, RemindersView } from '../services/views.ts';
import type { Example } from './card.ts';

const moment = '2026-10-05T08:00:00Z';
const data = {
  moment,
  participantId: 'p-amara',
  item: 'reflective-supervision-4',
  dueOn: '2026-10-12',
};
const actions: RemindersView['actions'] = [
  { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } },
  { title: 'Change how I am reminded', verb: 'ask', data: { intent: 'settings' } },
];
const why = [
  'The programme began on Monday 14 September 2026.',
  'Reflective supervision is weekly for the first six weeks: the fourth falls on Monday 12 October 2026.',
];
const calendar = {
  hint: 'The programme gives the day, not the time: 10:00 is filled in. Pick the time in your calendar. The calendar file can be fetched for 14 days.',
  meetingUrl:
    'https://teams.microsoft.com/l/meeting/new?subject=Reflective%20supervision%204&startTime=2026-10-12T10%3A00%3A00%2B01%3A00&endTime=2026-10-12T11%3A30%3A00%2B01%3A00&attendees=amara.okoro%40example.org',
  fileUrl: 'https://academy.example.org/calendar/sealed-ticket.ics',
};
const alone: ReminderLineView = {
  title: '',
  who: '',
  date: 'Monday 12 October 2026',
  was: '',
  when: 'in 7 days',
  tone: 'default',
  choose: null,
};
const unfolded: OpenReminderView = {
  at: 0,
  participantId: 'p-amara',
  item: 'reflective-supervision-4',
  facts: [{ title: 'NQSW', value: 'Amara Okoro' }],
  notes: ['5 working days to go.'],
  saved: '',
  record: 'also',
  notHappened: false,
  form: null,
  otherDay: {
    title: 'Agree another day',
    verb: 'year-open',
    data: { participantId: 'p-amara', form: 'reschedule', about: 'reflective-supervision-4', opens: 'new' },
  },
  later: {
    data,
    choices: [
      { value: 'tomorrow', title: 'Tomorrow, Tue 6 Oct 2026' },
      { value: 'date', title: 'On another day, up to Mon 12 Oct 2026' },
    ],
    choice: '',
    earliestDate: '2026-10-06',
    latestDate: '2026-10-12',
    date: '',
    errors: { choice: null, date: null },
  },
  calendar,
  why,
};
const ahead: RemindersView = {
  heading: 'Reflective supervision 4 for Amara Okoro is due in 7 days',
  intro: '',
  tone: 'default',
  lines: [alone],
  rest: [],
  more: '',
  open: unfolded,
  actions,
};

const overdue: RemindersView = {
  ...ahead,
  heading: 'Reflective supervision 3 for Amara Okoro is overdue',
  tone: 'attention',
  lines: [
    {
      ...alone,
      date: 'Monday 28 September 2026',
      when: '5 days overdue (4 working days)',
      tone: 'attention',
    },
  ],
  open: {
    ...unfolded,
    item: 'reflective-supervision-3',
    notes: ['Nothing is recorded yet: please record it, or say that it did not happen.'],
    record: 'first',
    notHappened: true,
    later: null,
  },
};

const decision: RemindersView = {
  ...ahead,
  heading: 'Decision on how often reflective supervision is held for Amara Okoro is due in 7 days',
  lines: [{ ...alone, date: 'Monday 8 March 2027' }],
  open: {
    ...unfolded,
    otherDay: null,
    later: null,
    calendar: null,
    why: ['Start Mon 7 Sep 2026 + 6 months = Sun 7 Mar 2027'],
    item: 'cadence-decision',
    notes: ['5 working days to go.', 'Without an answer within 10 working days it becomes monthly.'],
    record: 'no',
    form: {
      title: 'Decide how often',
      verb: 'year-open',
      data: { participantId: 'p-amara', form: 'cadence', about: 'cadence-decision', opens: 'new' },
    },
  },
};

const names = ['Amara Okoro', 'Benedikt Søgaard', 'Chidi Eze', 'Dilys Morgan', 'Ewa Nowak', 'Femi Adewale'];
const several: readonly ReminderLineView[] = names.map((who, index) => ({
  ...alone,
  title: `Reflective supervision ${index + 2}`,
  who,
  date: index < 2 ? 'Monday 28 September 2026' : 'Tuesday 6 October 2026',
  when: index < 2 ? '7 days overdue (5 working days)' : 'tomorrow',
  tone: index < 2 ? 'attention' : 'warning',
  choose: { ...data, participantId: `p-${index}` },
}));
const six: RemindersView = {
  ...ahead,
  heading: '6 reminders of Mon 5 Oct 2026',
  intro: 'What is due or overdue comes first.',
  lines: several,
  open: null,
};

export const reminderExamples: readonly Example<RemindersView>[] = [
  { title: 'five working days before, to the one who leads it', data: ahead },
  { title: 'a decision that is to be taken', data: decision },
  {
    title: 'tomorrow, to the NQSW',
    data: {
      ...ahead,
      heading: 'Reflective supervision 4 is due tomorrow',
      tone: 'warning',
      lines: [{ ...alone, when: 'tomorrow', tone: 'warning' }],
      open: {
        ...unfolded,
        facts: [{ title: 'Senior Practitioner', value: 'Rhiannon Pryce' }],
        notes: [],
        record: 'no',
        later: {
          ...unfolded.later,
          data,
          choices: [{ value: 'tomorrow', title: 'Tomorrow, Mon 12 Oct 2026' }],
          choice: '',
          earliestDate: '2026-10-12',
          latestDate: '2026-10-12',
          date: '',
          errors: { choice: null, date: null },
        },
        calendar: { ...calendar, fileUrl: '' },
      },
    },
  },
  { title: 'overdue', data: overdue },
  { title: 'several at one time', data: six },
  {
    title: 'several, one of them unfolded',
    data: {
      ...six,
      lines: several.map((one, index) => (index === 2 ? { ...one, choose: null } : one)),
      open: { ...unfolded, at: 2, facts: [], notes: ['1 working day to go.'] },
    },
  },
  {
    title: 'putting off, with an error',
    data: {
      ...ahead,
      open: {
        ...unfolded,
        later: {
          data,
          choices: unfolded.later?.choices ?? [],
          choice: 'date',
          earliestDate: '2026-10-06',
          latestDate: '2026-10-12',
          date: '2026-10-17',
          errors: {
            choice: null,
            date: 'It is due on Monday 12 October 2026. Choose that day or one before it.',
          },
        },
      },
    },
  },
  {
    title: 'put off',
    data: {
      ...ahead,
      open: {
        ...unfolded,
        notes: [],
        saved: 'I will remind you again on Tue 6 Oct 2026. The date itself has not moved.',
      },
    },
  },
  {
    title: 'done',
    data: {
      ...ahead,
      heading: 'Reflective supervision 4 for Amara Okoro is done',
      tone: 'good',
      lines: [{ ...alone, when: 'held on Mon 12 Oct 2026, recorded by Rhiannon Pryce', tone: 'good' }],
      open: { ...unfolded, notes: [], record: 'no', otherDay: null, later: null, calendar: null, why: [] },
    },
  },
  {
    title: 'moved by a pause',
    data: {
      ...ahead,
      heading: 'Reflective supervision 4 for Amara Okoro has moved',
      lines: [
        {
          ...alone,
          date: 'Monday 23 November 2026',
          was: 'Mon 12 Oct 2026',
          when: 'moved, now in 49 days',
        },
      ],
      open: { ...unfolded, notes: [], record: 'no', later: null },
    },
  },
  {
    title: 'what became of several',
    data: {
      ...six,
      heading: '12 reminders of Mon 5 Oct 2026',
      lines: several.map((one, index) =>
        index % 2 === 0
          ? { ...one, choose: null, when: 'held on Tue 6 Oct 2026, recorded by Rhiannon Pryce', tone: 'good' }
          : {
              ...one,
              choose: null,
              date: '',
              was: 'Tue 6 Oct 2026',
              when: 'no longer planned',
              tone: 'default',
            },
      ),
      rest: [
        'Team development session 2, Gwen Hughes, Tuesday 6 October 2026: today',
        'Team development session 2, Hana Yilmaz, Tuesday 6 October 2026: today',
      ],
      more: '… and 4 more: ask “what’s next”',
    },
  },
];
