import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { exampleOf, inputOf, openButton, saveButton } from './procedure-example-parts.ts';
import { yearEndExamples } from './year-end-examples.ts';

/* The forms with which something of a year is entered. */

const countOf = (value: string, error: string | null) =>
  inputOf('number', 'number', 'How many children do you have for Amara Okoro?', { value, error });

const confirmed = exampleOf({
  heading: 'Is this Amara Okoro’s caseload?',
  state: '14 children, reported on Mon 26 Oct 2026 by Amara Okoro',
  facts: [
    { title: 'Asked for', value: 'November 2026' },
    { title: 'Limit', value: '15 children' },
  ],
  sections: [
    {
      title: 'Do you have the same number?',
      inputs: [],
      actions: [saveButton('Yes, 14 is right', 'confirm-caseload')],
    },
    {
      title: 'Or another one?',
      inputs: [countOf('', null)],
      actions: [saveButton('My number differs', 'confirm-caseload')],
    },
  ],
});

const lookAt = (name: string, participantId: string) =>
  openButton(`Look at ${name}’s`, 'confirm-caseload', { participantId, opens: 'new' });

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
    data: exampleOf({
      heading: 'Are these caseloads right? November 2026',
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
    }),
  },
];
