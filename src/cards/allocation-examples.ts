import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';

/* Who supports an NQSW, and giving a function to somebody else. */

const one = (id: string, label: string, choices: readonly [string, string][], value = '') => ({
  kind: 'one' as const,
  id,
  label,
  choices: choices.map(([code, title]) => ({ value: code, title })),
  latest: '',
  value,
  error: null,
});
const date = (id: string, label: string, value = '') => ({
  kind: 'date' as const,
  id,
  label,
  choices: [],
  latest: '',
  value,
  error: null,
});

export const allocationExamples: readonly Example<ProcedureView>[] = [
  {
    title: 'one NQSW more than the span',
    data: {
      heading: 'Who supports Amara Okoro',
      tone: 'warning',
      state: 'As it stands on Monday 19 October 2026',
      facts: [
        { title: 'Senior Practitioner', value: 'Priya Nandakumar, from Mon 7 Sep 2026' },
        { title: 'Practice Educator', value: 'Marta Kowalczyk, from Mon 7 Sep 2026' },
        { title: 'Team Manager', value: 'nobody' },
      ],
      path: [],
      history: [],
      link: null,
      sections: [
        {
          title: 'Give a function to somebody',
          inputs: [
            one(
              'function',
              'Function',
              [['reflective-supervisor', 'Senior Practitioner']],
              'reflective-supervisor',
            ),
            one('personId', 'Person', [['u-owen', 'Owen Prys']], 'u-owen'),
            date('fromOn', 'First day', '2026-11-02'),
            date('untilOn', 'Last day (leave it empty for no end)'),
            one('overSpan', 'Why one more than the span', [['temporary', 'For a short time only']]),
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
      note: null,
      error:
        'Owen Prys has 5 NQSWs already, as many as the span allows. Choose somebody else, or give the reason for one more.',
    },
  },
];
