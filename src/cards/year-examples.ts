import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';

/* The forms with which something of a year is entered. */

const save = (title: string, form: string) => ({
  title,
  verb: 'year-save',
  data: { participantId: 'p-amara', submissionId: 's-1', form, about: '', step: '' },
});

export const yearExamples: readonly Example<ProcedureView>[] = [
  {
    title: 'protected time with a number that is too high',
    data: {
      heading: 'Protected time',
      tone: 'default',
      state: 'Week of Monday 19 October 2026',
      facts: [{ title: 'Promised', value: '3.7 hours, 10 per cent of 37' }],
      path: [],
      history: [],
      link: null,
      sections: [
        {
          title: 'Your hours',
          inputs: [
            {
              kind: 'number',
              id: 'number',
              label: 'Hours of protected time in that week',
              choices: [],
              latest: '',
              value: '300',
              error: 'A week has 168 hours. Enter the hours of that week alone.',
            },
          ],
          actions: [
            save('Save these hours', 'protected-time'),
            {
              title: 'The week before',
              verb: 'year-open',
              data: { participantId: 'p-amara', form: 'protected-time', about: '2026-10-12' },
            },
          ],
        },
      ],
      note: null,
      error: null,
    },
  },
];
