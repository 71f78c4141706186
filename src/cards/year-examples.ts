import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { yearEndExamples } from './year-end-examples.ts';

/* The forms with which something of a year is entered. */

const save = (title: string, form: string) => ({
  title,
  verb: 'year-save',
  data: { participantId: 'p-amara', submissionId: 's-1', form, about: '', step: '' },
});

const nothing = { facts: [], path: [], history: [], link: null, note: null, error: null } as const;
const countOf = (value: string, error: string | null) =>
  ({
    kind: 'number',
    id: 'number',
    label: 'How many children do you have for Amara Okoro?',
    choices: [],
    latest: '',
    value,
    error,
  }) as const;

const confirmed: ProcedureView = {
  ...nothing,
  heading: 'Is this Amara Okoro’s caseload?',
  tone: 'default',
  state: '14 children, reported on Mon 26 Oct 2026 by Amara Okoro',
  facts: [
    { title: 'Asked for', value: 'November 2026' },
    { title: 'Limit', value: '15 children' },
  ],
  sections: [
    {
      title: 'Do you have the same number?',
      inputs: [],
      actions: [save('Yes, 14 is right', 'confirm-caseload')],
    },
    {
      title: 'Or another one?',
      inputs: [countOf('', null)],
      actions: [save('My number differs', 'confirm-caseload')],
    },
  ],
};

const lookAt = (name: string, participantId: string) => ({
  title: `Look at ${name}’s`,
  verb: 'year-open',
  data: { participantId, form: 'confirm-caseload', about: '', opens: 'new' },
});

export const yearExamples: readonly Example<ProcedureView>[] = [
  ...yearEndExamples,
  { title: 'a caseload to confirm', data: confirmed },
  {
    title: 'a caseload that was reported anew, with a number that is none',
    data: {
      ...confirmed,
      note: 'Another number has been reported since you were asked. Please look at this one.',
      sections: confirmed.sections.map((section) =>
        section.inputs.length === 0
          ? section
          : { ...section, inputs: [countOf('12.5', 'Give a whole number from 0 to 200.')] },
      ),
    },
  },
  {
    title: 'several caseloads to confirm',
    data: {
      ...nothing,
      heading: 'Are these caseloads right? November 2026',
      tone: 'default',
      state: '2 numbers to confirm',
      history: ['Callum Reid: 9 is right (Tom Adeyemi, Mon 2 Nov 2026, 09:10 (UK time))'],
      sections: [
        {
          title: 'Amara Okoro: 14 children, reported on Mon 26 Oct 2026 by Amara Okoro',
          inputs: [],
          actions: [lookAt('Amara', 'p-amara')],
        },
        {
          title: 'Benedikt Søgaard: 7 children, reported on Fri 30 Oct 2026 by Owen Prys',
          inputs: [],
          actions: [lookAt('Benedikt', 'p-ben')],
        },
      ],
    },
  },
];
