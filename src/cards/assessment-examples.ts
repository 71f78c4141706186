import type { MessageView, ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { correctionExamples, correctionMessages } from './correction-examples.ts';
import { exampleOf, inputOf } from './procedure-example-parts.ts';

const reviewForm = exampleOf({
  heading: 'Record a review of Amara Okoro',
  state: 'Dates and the outcome are kept, and nothing of what was said.',
  facts: [
    { title: '6-month review', value: 'due Monday 8 March 2027, against the Post-qualifying standards' },
  ],
  sections: [
    {
      title: 'The review',
      inputs: [
        inputOf('one', 'item', 'Which review?', {
          choices: [{ title: '6-month review', value: 'review-6m' }],
          value: 'review-6m',
        }),
        inputOf('date', 'heldOn', 'Held on', { latest: '2027-03-09', value: '2027-03-08' }),
        inputOf('one', 'outcome', 'Outcome', {
          choices: [
            { title: 'On track', value: 'on-track' },
            { title: 'Some concerns', value: 'concerns' },
            { title: 'Unsatisfactory', value: 'unsatisfactory' },
          ],
          value: 'unsatisfactory',
        }),
        inputOf('date', 'nextPlanOn', 'Next development plan due on (not after the last review)', {
          value: '2027-06-07',
        }),
        inputOf('one', 'needed', 'After the 6-month review: is the 9-month review needed?', {
          choices: [
            { title: 'No', value: 'no' },
            { title: 'Yes', value: 'yes' },
          ],
          value: 'yes',
        }),
        inputOf('date', 'additionalOn', 'If unsatisfactory: date of the additional review', {
          error: 'An unsatisfactory review is followed by an additional one: choose its day.',
        }),
      ],
      actions: [
        {
          title: 'Record this review',
          verb: 'assess-review',
          data: { participantId: 'p-amara', submissionId: 's-41' },
        },
      ],
    },
  ],
  note: 'Amara Okoro and the Academy Manager are told.',
});

const observationForm: ProcedureView = {
  ...reviewForm,
  heading: 'Record an observation of Amara Okoro',
  state: 'Who observed and when, and nothing of what was seen.',
  facts: [{ title: 'So far', value: '1 of 3, by the Practice Educator 1 of 2' }],
  sections: [
    {
      title: 'The observation',
      inputs: [
        inputOf('date', 'heldOn', 'Observed on', { latest: '2027-03-09', value: '2027-03-08' }),
        inputOf('many', 'statements', 'Standards that it touched', {
          choices: [
            { title: 'Relationships and effective direct work', value: 'relationships' },
            { title: 'Communication', value: 'communication' },
            { title: 'Child and family assessment', value: 'assessment' },
          ],
          value: 'communication',
        }),
      ],
      actions: [
        {
          title: 'Record this observation',
          verb: 'assess-observation',
          data: { participantId: 'p-amara', submissionId: 's-42' },
        },
      ],
    },
  ],
  note: null,
};

const recommending = exampleOf({
  heading: 'Final assessment of Amara Okoro',
  tone: 'warning',
  state: 'The Practice Educator’s recommendation is next',
  facts: [
    { title: 'Final review', value: 'Tuesday 7 September 2027: on track' },
    { title: 'Documents', value: '15 of 16' },
    { title: 'Observations', value: '3 of 3, by the Practice Educator 2 of 2' },
    { title: 'Next', value: 'the Practice Educator' },
  ],
  path: [
    { title: 'Final review', mark: 'done' },
    { title: 'Recommendation', mark: 'now' },
    { title: 'Decision of the panel', mark: 'ahead' },
  ],
  sections: [
    {
      title: 'Your recommendation',
      inputs: [
        inputOf('one', 'outcome', 'Recommendation', {
          choices: [
            { title: 'Pass', value: 'pass' },
            { title: 'Fail', value: 'fail' },
            { title: 'Extend the programme', value: 'extend' },
          ],
          value: 'pass',
        }),
        inputOf('date', 'to', 'If extended: the programme goes on until'),
        inputOf('many', 'anonymised', 'Before it goes to the panel', {
          choices: [
            {
              title: 'Everything in the portfolio is anonymised: no name, initials, date of birth or address',
              value: 'yes',
            },
          ],
          error: 'Tick that everything is anonymised: nothing goes to the panel before that.',
        }),
      ],
      actions: [
        {
          title: 'Recommend to the panel',
          verb: 'assess-final',
          data: { participantId: 'p-amara', step: 'recommend', seen: 0 },
        },
      ],
    },
  ],
});

export const assessmentExamples: readonly Example<ProcedureView>[] = [
  { title: 'a review to record, with an error', data: reviewForm },
  ...correctionExamples,
  { title: 'an observation to record', data: observationForm },
  { title: 'recommending, not yet anonymised', data: recommending },
  {
    title: 'an appeal, for the NQSW',
    data: {
      ...recommending,
      heading: 'Your final assessment',
      tone: 'default',
      state: 'Appeal acknowledged',
      facts: [
        { title: 'Final review', value: 'Tuesday 7 September 2027: some concerns' },
        { title: 'Next', value: 'the Academy Manager' },
      ],
      path: [
        { title: 'Final review', mark: 'done' },
        { title: 'Recommendation', mark: 'done' },
        { title: 'Decision of the panel', mark: 'done' },
        { title: 'Appeal', mark: 'now' },
      ],
      history: [
        'Wed 8 Sep 2027, 10:00 (UK time): recommendation made, Marta Kowalczyk',
        'Fri 10 Sep 2027, 14:10 (UK time): the panel decided: fail, Helen Boateng',
        'Mon 13 Sep 2027, 09:30 (UK time): appeal acknowledged on Mon 13 Sep 2027, Helen Boateng',
      ],
      sections: [],
    },
  },
];

export const assessmentMessages: readonly Example<MessageView>[] = [
  ...correctionMessages,
  {
    title: 'a final review that was recorded',
    data: {
      heading: '12-month review of Amara Okoro: recorded',
      tone: 'good',
      lines: ['Next: the recommendation to the panel, and the panel’s decision.'],
      facts: [
        { title: 'Held', value: 'Tuesday 7 September 2027' },
        { title: 'Outcome', value: 'On track' },
        { title: 'Held against', value: 'Early Career Standards' },
        { title: 'Recorded', value: 'Wed 8 Sep 2027, 10:00 (UK time), Marta Kowalczyk' },
      ],
      actions: [
        { title: 'Final assessment', verb: 'assess-final-open', data: { participantId: 'p-amara' } },
        {
          title: 'Evidence so far',
          verb: 'assess-evidence-open',
          data: { participantId: 'p-amara', show: 'all' },
        },
      ],
    },
  },
  {
    title: 'observations that are missing late in the year',
    data: {
      heading: '2 observations of your practice still to be held',
      tone: 'warning',
      lines: ['A quarter of the programme is left. Please agree dates for them now.'],
      facts: [{ title: 'So far', value: '1 of 3, by the Practice Educator 1 of 2' }],
      actions: [
        {
          title: 'Evidence so far',
          verb: 'assess-evidence-open',
          data: { participantId: 'p-amara', show: 'all' },
        },
      ],
    },
  },
];
