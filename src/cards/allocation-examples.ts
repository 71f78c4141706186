import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { exampleOf, inputOf } from './procedure-example-parts.ts';

/* Who supports an NQSW, and giving a function to somebody else. */

export const allocationExamples: readonly Example<ProcedureView>[] = [
  {
    title: 'one NQSW more than the span',
    data: exampleOf({
      heading: 'Who supports Amara Okoro',
      tone: 'warning',
      state: 'As it stands on Monday 19 October 2026',
      facts: [
        { title: 'Senior Practitioner', value: 'Priya Nandakumar, from Mon 7 Sep 2026' },
        { title: 'Practice Educator', value: 'Marta Kowalczyk, from Mon 7 Sep 2026' },
        { title: 'Team Manager', value: 'nobody' },
      ],
      sections: [
        {
          title: 'Give a function to somebody',
          inputs: [
            inputOf('one', 'function', 'Function', {
              choices: [{ value: 'reflective-supervisor', title: 'Senior Practitioner' }],
              value: 'reflective-supervisor',
            }),
            inputOf('one', 'personId', 'Person', {
              choices: [{ value: 'u-owen', title: 'Owen Prys' }],
              value: 'u-owen',
            }),
            inputOf('date', 'fromOn', 'First day', { value: '2026-11-02' }),
            inputOf('date', 'untilOn', 'Last day (leave it empty for no end)'),
            inputOf('one', 'overSpan', 'Why one more than the span', {
              choices: [{ value: 'temporary', title: 'For a short time only' }],
            }),
          ],
          actions: [
            { title: 'Save this allocation', verb: 'allocation-save', data: { participantId: 'p-amara' } },
          ],
        },
        {
          title: 'Somebody else',
          inputs: [],
          actions: [
            { title: 'Allocate: Callum Reid', verb: 'allocation-open', data: { participantId: 'p-callum' } },
          ],
        },
      ],
      error:
        'Owen Prys has 5 NQSWs already, as many as the span allows. Choose somebody else, or give the reason for one more.',
    }),
  },
];
