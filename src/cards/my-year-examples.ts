import type { MyYearView } from '../services/views.ts';
import type { Example } from './card.ts';

const unmoved = { was: '' };

const questions: MyYearView['actions'] = [
  { title: 'When is my next review?', verb: 'ask', data: { intent: 'next-review' } },
  { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } },
];

/** A year as it begins, one that a pause has moved, and one that stands still. */
export const myYearExamples: readonly Example<MyYearView>[] = [
  {
    title: 'moved by a pause',
    data: {
      heading: 'Your year',
      span: 'Mon 7 Sep 2026 to Mon 27 Sep 2027',
      progress: '9 of 12 done so far, 2 missed, 1 overdue',
      notes: [
        'Paused Tue 20 Oct 2026 to Sun 8 Nov 2026: what came after it moved by 20 days.',
        'Part-time (0.8): reviews and the end come later; supervision is as often as for everybody.',
      ],
      late: [
        { title: 'Case supervision 2', date: 'Fri 27 Nov 2026', when: '5 days overdue (3 working days)' },
      ],
      steps: [
        { title: 'End of induction', standing: 'done', date: 'Fri 18 Sep 2026', when: 'done', ...unmoved },
        {
          title: '3-month review',
          standing: 'upcoming',
          date: 'Tue 29 Dec 2026',
          was: 'Mon 7 Dec 2026',
          when: 'in 27 days, moved by the pause',
        },
        {
          title: '6-month review',
          standing: 'upcoming',
          date: 'Tue 30 Mar 2027',
          was: 'Mon 8 Mar 2027',
          when: 'in 118 days, moved by the pause',
        },
        {
          title: 'End of programme',
          standing: 'upcoming',
          date: 'Mon 27 Sep 2027',
          was: 'Tue 7 Sep 2027',
          when: 'in 299 days, moved by the pause',
        },
      ],
      series: [
        {
          title: 'Reflective supervision',
          progress: '7 of 22 done, 1 missed',
          date: 'Mon 7 Dec 2026',
          was: 'Wed 2 Dec 2026',
          when: 'in 5 days, new date',
        },
        {
          title: 'Case supervision',
          progress: '1 of 12 done, 1 overdue',
          date: 'Tue 29 Dec 2026',
          was: 'Mon 7 Dec 2026',
          when: 'in 27 days, moved by the pause',
        },
        {
          title: 'Host team meeting and SCRUM',
          progress: '10 of 52 gone by',
          date: 'Mon 7 Dec 2026',
          when: 'in 5 days',
          ...unmoved,
        },
      ],
      actions: questions,
    },
  },
  {
    title: 'paused with no end',
    data: {
      heading: 'Your year',
      span: 'From Mon 7 Sep 2026; no end date while the programme is paused',
      progress: '15 of 16 done so far, 1 missed',
      notes: ['Paused from Mon 1 Feb 2027 with no end yet: dates come back when the end is agreed.'],
      late: [],
      steps: [
        {
          title: '3-month review',
          standing: 'done',
          date: 'Mon 7 Dec 2026',
          when: 'held on Mon 7 Dec 2026',
          was: '',
        },
        {
          title: '6-month review',
          standing: 'paused',
          date: '',
          was: 'Mon 8 Mar 2027',
          when: 'no date until the pause ends',
        },
      ],
      series: [
        {
          title: 'Reflective supervision',
          progress: '12 of 22 done, 1 missed',
          date: '',
          was: '',
          when: 'no date until the pause ends',
        },
      ],
      actions: questions,
    },
  },
  {
    title: 'somebody supported',
    data: {
      heading: 'Amara Okoro’s year',
      span: 'Mon 7 Sep 2026 to Tue 7 Sep 2027',
      progress: 'Nothing has fallen due yet',
      notes: [],
      late: [],
      steps: [
        {
          title: '3-month review',
          standing: 'upcoming',
          date: 'Mon 7 Dec 2026',
          when: 'in 91 days',
          ...unmoved,
        },
        {
          title: '12-month review',
          standing: 'upcoming',
          date: 'Tue 7 Sep 2027',
          when: 'in 365 days',
          ...unmoved,
        },
      ],
      series: [
        {
          title: 'Reflective supervision',
          progress: '0 of 22 done',
          date: 'Mon 14 Sep 2026',
          when: 'in 7 days',
          ...unmoved,
        },
      ],
      actions: [],
    },
  },
];
