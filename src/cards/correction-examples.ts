import type { MessageView, ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { exampleOf, inputOf } from './procedure-example-parts.ts';

const reasons = [
  { title: 'It was entered wrongly', value: 'entered-wrongly' },
  { title: 'The written report says something else', value: 'report-differs' },
  { title: 'Agreed together afterwards', value: 'after-discussion' },
  { title: 'Moderation came to something else', value: 'moderation' },
  { title: 'Another reason', value: 'other' },
];
const held = inputOf('date', 'heldOn', 'Held on', { latest: '2027-03-09', value: '2027-03-08' });
const nextPlan = inputOf('date', 'nextPlanOn', 'Next development plan due on (not after the last review)', {
  value: '2027-06-07',
});
const because = inputOf('one', 'because', 'Why is it corrected?', { choices: reasons });
const save = {
  title: 'Save the correction',
  verb: 'assess-correction',
  data: { participantId: 'p-amara', submissionId: 's-43', of: 'e-7' },
};

const correctingFor = (why: typeof because) =>
  exampleOf({
    heading: 'Correct the 6-month review of Amara Okoro',
    state: 'What was recorded first is kept beside the correction. Nothing of what was said is asked for.',
    facts: [
      { title: 'As it stands', value: 'held on Monday 8 March 2027: unsatisfactory' },
      { title: 'Recorded', value: 'Tue 9 Mar 2027, 10:00 (UK time), Marta Kowalczyk' },
    ],
    sections: [
      {
        title: 'The correction',
        inputs: [
          held,
          inputOf('one', 'outcome', 'Outcome', {
            choices: [
              { title: 'On track', value: 'on-track' },
              { title: 'Some concerns', value: 'concerns' },
              { title: 'Unsatisfactory', value: 'unsatisfactory' },
            ],
            value: 'on-track',
          }),
          nextPlan,
          inputOf('one', 'needed', 'Is the 9-month review needed?', {
            choices: [
              { title: 'No', value: 'no' },
              { title: 'Yes', value: 'yes' },
            ],
            value: 'yes',
          }),
          inputOf('date', 'additionalOn', 'If unsatisfactory: date of the additional review', {
            value: '2027-04-12',
          }),
          why,
        ],
        actions: [save],
      },
    ],
    note: 'Amara Okoro and everybody who was told of the review are told that it was corrected.',
  });
const correcting = correctingFor({ ...because, value: 'report-differs' });

export const correctionExamples: readonly Example<ProcedureView>[] = [
  {
    title: 'a review to correct, without a reason',
    data: correctingFor({ ...because, error: 'Choose why it is corrected.' }),
  },
  {
    title: 'a review that somebody corrected meanwhile',
    data: {
      ...correcting,
      facts: [
        { title: 'As it stands', value: 'held on Monday 8 March 2027: some concerns' },
        { title: 'Corrected', value: 'Tue 9 Mar 2027, 10:20 (UK time), Helen Boateng' },
      ],
      error:
        'Helen Boateng corrected this review on Tue 9 Mar 2027, 10:20 (UK time), while your form was open. Nothing of yours has been kept yet: look at what stands now, and save yours if it is still right.',
    },
  },
  {
    title: 'a review on which the recommendation rests',
    data: {
      ...correcting,
      facts: [
        { title: 'As it stands', value: 'held on Monday 8 March 2027: on track' },
        { title: 'Recorded', value: 'Tue 9 Mar 2027, 10:00 (UK time), Marta Kowalczyk' },
      ],
      note: 'The recommendation to the panel rests on this outcome, so it stays: the panel decides, please talk to the Academy Manager. Its dates can be corrected. Amara Okoro and everybody who was told of the review are told that it was corrected.',
      sections: [{ title: 'The correction', inputs: [held, nextPlan, because], actions: [save] }],
    },
  },
];

const evidence = {
  title: 'Evidence so far',
  verb: 'assess-evidence-open',
  data: { participantId: 'p-amara', show: 'all' },
};
const correct = {
  title: 'Correct this review',
  verb: 'assess-correction-open',
  data: { participantId: 'p-amara', of: 'e-8' },
};

export const correctionMessages: readonly Example<MessageView>[] = [
  {
    title: 'a review that was not unsatisfactory after all',
    data: {
      heading: '6-month review of Amara Okoro: corrected',
      tone: 'good',
      lines: [
        'The concern that was opened with it stays open, until those whom it is with close it.',
        'The additional review is withdrawn: nothing had been recorded of it, and its day had not come.',
        'The 9-month review is not needed: it has no date.',
      ],
      facts: [
        { title: 'Held', value: 'Monday 8 March 2027' },
        { title: 'Outcome', value: 'On track; before: Unsatisfactory' },
        { title: 'Held against', value: 'Post-qualifying standards' },
        { title: 'Next development plan', value: 'Monday 7 June 2027' },
        { title: '9-month review needed', value: 'No; before: Yes' },
        { title: 'Additional review', value: 'none; before: Monday 12 April 2027' },
        { title: 'Corrected', value: 'Tue 9 Mar 2027, 10:20 (UK time), Marta Kowalczyk' },
        { title: 'Why', value: 'The written report says something else' },
        { title: 'First recorded', value: 'Tue 9 Mar 2027, 10:00 (UK time), Marta Kowalczyk' },
      ],
      actions: [evidence, correct],
    },
  },
  {
    title: 'a review that has been corrected since, for the NQSW',
    data: {
      heading: 'Your 6-month review has been corrected since',
      tone: 'default',
      lines: [
        'Marta Kowalczyk corrected it on Tue 9 Mar 2027, 10:20 (UK time). A newer message says how it stands.',
      ],
      facts: [],
      actions: [evidence],
    },
  },
  {
    title: 'which review is to be corrected',
    data: {
      heading: 'Which review of Amara Okoro is to be corrected?',
      tone: 'default',
      lines: ['A review is corrected, never deleted: what was recorded first is kept beside it.'],
      facts: [],
      actions: [
        { ...correct, title: '6-month review, held 8 Mar' },
        { ...correct, title: '3-month review, held 7 Dec' },
      ],
    },
  },
];
