import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { exampleOf, inputOf } from './procedure-example-parts.ts';

/* What the card of the two procedures looks like, to whom, at which step. */

const move = { participantId: 'p-amara', requestId: 'm-10' };
const concern = { participantId: 'p-amara', concernId: 'c-3' };
const step = (verb: string, title: string, about: object, name: string, seen: number) => ({
  title,
  verb,
  data: { ...about, step: name, seen },
});

const stations = [
  'Wish expressed',
  'Conversation with the Senior Practitioner',
  'Three-way meeting with a support plan',
  'Plan reviewed, stay or go on',
  'Formal request',
  'Answer of the Head of the Academy',
];
const path = (done: number): ProcedureView['path'] =>
  stations.map((title, at) => ({ title, mark: at < done ? 'done' : at === done ? 'now' : 'ahead' }));

const reasons = [
  { title: 'The kind of work does not suit me', value: 'kind-of-work' },
  { title: 'My learning needs are not met here', value: 'learning-needs' },
  { title: 'Travel or place of work', value: 'travel' },
];
const latest = '2026-10-05';

const planForm: ProcedureView['sections'][number] = {
  title: 'When the three-way meeting has been held',
  inputs: [
    inputOf('date', 'heldOn', 'Date of the meeting', { latest, value: '2026-09-14' }),
    inputOf('many', 'aims', 'What the plan aims at', {
      choices: [
        { title: 'A workload that fits the stage of the year', value: 'workload' },
        { title: 'Working relationships in the team', value: 'relationships' },
      ],
      value: 'workload',
    }),
    inputOf('many', 'supports', 'What support was agreed', {
      choices: [
        { title: 'Additional reflective supervision', value: 'more-supervision' },
        { title: 'A mentor or buddy', value: 'mentor' },
      ],
    }),
    inputOf('link', 'link', 'Link to the plan in your document store'),
  ],
  actions: [step('move-step', 'Save the support plan', move, 'meeting', 2)],
};

const inviteForm: ProcedureView['sections'][number] = {
  title: 'Arrange it with the Team Manager',
  inputs: [inputOf('date', 'meetOn', 'Day of the three-way meeting')],
  actions: [step('move-step', 'Invite the Team Manager', move, 'invite', 2)],
};

const withHead = exampleOf({
  heading: 'Amara Okoro’s request to move team',
  tone: 'warning',
  state: 'With the Head of the Academy for an answer',
  facts: [
    { title: 'Whose turn', value: 'Yours' },
    { title: 'By', value: 'Wednesday 28 October 2026' },
    { title: 'Team', value: 'Family Safeguarding North' },
    { title: 'Three-way meeting', value: 'Monday 14 September 2026' },
    { title: 'Aims', value: 'A workload that fits the stage of the year' },
    { title: 'Support agreed', value: 'Additional reflective supervision; A mentor or buddy' },
    { title: 'Reasons', value: 'The kind of work does not suit me' },
  ],
  path: path(5),
  history: [
    'Mon 7 Sep 2026, 10:00 (UK time): wish to move team expressed, Amara Okoro',
    'Tue 8 Sep 2026, 16:20 (UK time): conversation held, Rhiannon Pryce',
    'Wed 14 Oct 2026, 09:10 (UK time): formal request sent, Amara Okoro',
  ],
  link: { title: 'Open the support plan', url: 'https://documents.example.org/plans/2026-014' },
  sections: [
    { title: 'Agree to the move', inputs: [], actions: [step('move-step', 'Approve', move, 'approve', 6)] },
    {
      title: 'Refuse it',
      inputs: [
        inputOf('one', 'reason', 'Reason for refusing', {
          choices: [{ title: 'No suitable place in another team now', value: 'no-place' }],
        }),
      ],
      actions: [step('move-step', 'Refuse', move, 'refuse', 6)],
    },
    {
      title: 'Ask first',
      inputs: [
        inputOf('many', 'questions', 'What you need to know', {
          choices: [
            { title: 'What the plan has changed', value: 'plan-outcome' },
            { title: 'When a move would suit', value: 'timing' },
          ],
        }),
      ],
      actions: [step('move-step', 'Ask for more', move, 'ask-more', 6)],
    },
  ],
});

export const procedureExamples: readonly Example<ProcedureView>[] = [
  {
    title: 'a wish to move team, to the NQSW',
    data: exampleOf({
      heading: 'Your request to move team',
      state: 'Next: a conversation about it',
      facts: [
        { title: 'Whose turn', value: 'Rhiannon Pryce (Senior Practitioner)' },
        { title: 'By', value: 'Monday 14 September 2026' },
        { title: 'Team', value: 'Family Safeguarding North' },
      ],
      path: path(1),
      history: ['Mon 7 Sep 2026, 10:00 (UK time): wish to move team expressed, Amara Okoro'],
      sections: [
        {
          title: 'No longer want to move?',
          inputs: [],
          actions: [step('move-step', 'Withdraw my request', move, 'withdraw', 1)],
        },
      ],
    }),
  },
  {
    title: 'the three-way meeting, to the Team Manager',
    data: exampleOf({
      heading: 'Amara Okoro’s request to move team',
      tone: 'warning',
      state: 'Next: the three-way meeting',
      facts: [
        { title: 'Whose turn', value: 'Rhiannon Pryce (Senior Practitioner)' },
        { title: 'By', value: 'Tuesday 22 September 2026' },
        { title: 'Team', value: 'Family Safeguarding North' },
        {
          title: 'Three-way meeting',
          value: 'proposed for Monday 14 September 2026, the Team Manager has not answered yet',
        },
      ],
      path: path(2),
      history: [
        'Mon 7 Sep 2026, 10:00 (UK time): wish to move team expressed, Amara Okoro',
        'Tue 8 Sep 2026, 16:20 (UK time): conversation held, Rhiannon Pryce',
        'Tue 8 Sep 2026, 16:25 (UK time): three-way meeting proposed for Mon 14 Sep 2026, Rhiannon Pryce',
      ],
      sections: [
        {
          title: 'Three-way meeting on Monday 14 September 2026?',
          inputs: [],
          actions: [step('move-step', 'I agree to this day', move, 'accept-day', 3)],
        },
        {
          title: 'If you cannot',
          inputs: [inputOf('date', 'meetOn', 'A day when you can')],
          actions: [step('move-step', 'Propose another day', move, 'propose-day', 3)],
        },
      ],
    }),
  },
  {
    title: 'the support plan, to the Senior Practitioner',
    data: exampleOf({
      heading: 'Amara Okoro’s request to move team',
      tone: 'warning',
      state: 'Next: the three-way meeting',
      facts: [
        { title: 'Whose turn', value: 'Yours' },
        { title: 'By', value: 'Tuesday 22 September 2026' },
      ],
      path: path(2),
      sections: [planForm, inviteForm],
    }),
  },
  {
    title: 'the support plan, with errors',
    data: exampleOf({
      heading: 'Amara Okoro’s request to move team',
      tone: 'warning',
      state: 'Next: the three-way meeting',
      path: path(2),
      sections: [
        {
          ...planForm,
          inputs: planForm.inputs.map((one) =>
            one.kind === 'link'
              ? { ...one, value: 'plan.docx', error: 'Paste the whole link, beginning with https://' }
              : { ...one, error: one.id === 'supports' ? 'Choose at least one.' : null },
          ),
        },
      ],
    }),
  },
  {
    title: 'the formal request, to the NQSW',
    data: exampleOf({
      heading: 'Your request to move team',
      tone: 'warning',
      state: 'Next: the formal request',
      facts: [{ title: 'By', value: 'Tuesday 20 October 2026' }],
      path: path(4),
      sections: [
        {
          title: 'Your formal request',
          inputs: [inputOf('many', 'reasons', 'Why you want to move', { choices: reasons })],
          actions: [step('move-step', 'Send the formal request', move, 'request', 5)],
        },
        {
          title: 'No longer want to move?',
          inputs: [],
          actions: [step('move-step', 'Withdraw my request', move, 'withdraw', 5)],
        },
      ],
    }),
  },
  { title: 'the formal request, to the Head of the Academy', data: withHead },
  {
    title: 'approved, to the Team Manager',
    data: {
      ...withHead,
      tone: 'good',
      state: 'Approved',
      facts: [{ title: 'Team', value: 'Family Safeguarding North' }],
      path: path(6),
      link: null,
      sections: [],
    },
  },
  {
    title: 'raising a concern, with an error',
    data: exampleOf({
      heading: 'Raise a concern',
      state: 'Only the kind of concern is kept: talk about the rest.',
      note: 'You, your Senior Practitioner and your Practice Educator see it first. If it is about your Senior Practitioner, they see nothing of it: it goes to the Academy Manager.',
      sections: [
        {
          title: 'What is it about?',
          inputs: [
            inputOf('one', 'category', 'Kind of concern', {
              choices: [
                { title: 'Supervision that is missed or too short', value: 'supervision' },
                { title: 'Caseload or kind of work', value: 'caseload' },
              ],
              error: 'Choose the kind of concern.',
            }),
            inputOf('one', 'about', 'Is it about your Senior Practitioner?', {
              choices: [
                { title: 'No', value: 'no' },
                { title: 'Yes', value: 'yes' },
              ],
              value: 'no',
            }),
          ],
          actions: [
            {
              title: 'Raise this concern',
              verb: 'concern-raise',
              data: { participantId: 'p-amara', submissionId: 's-91' },
            },
          ],
        },
      ],
    }),
  },
  {
    title: 'a concern at level 2, to the Team Manager',
    data: exampleOf({
      heading: 'A concern about Amara Okoro’s programme',
      tone: 'warning',
      state: 'Level 2: with the Team Manager',
      facts: [
        { title: 'What it is about', value: 'Protected time' },
        { title: 'Open since', value: 'Monday 5 October 2026' },
        { title: 'Whose turn', value: 'Yours' },
        { title: 'By', value: 'Tuesday 20 October 2026' },
      ],
      history: [
        'Mon 5 Oct 2026, 10:00 (UK time): raised, Amara Okoro',
        'Tue 13 Oct 2026, 11:30 (UK time): discussed with the Team Manager on Mon 12 Oct 2026, Lindiwe Moyo',
      ],
      sections: [
        {
          title: 'When you have talked it through',
          inputs: [inputOf('date', 'heldOn', 'Date of the talk', { latest })],
          actions: [
            step('concern-step', 'We agree', concern, 'agree', 4),
            step('concern-step', 'No agreement', concern, 'no-agreement', 4),
          ],
        },
      ],
    }),
  },
  {
    title: 'a concern whose review was corrected',
    data: exampleOf({
      heading: 'A concern about Amara Okoro’s programme',
      tone: 'warning',
      state: 'Level 0: between the NQSW, the Senior Practitioner and the Practice Educator',
      facts: [
        { title: 'What it is about', value: 'Progress' },
        { title: 'Open since', value: 'Tuesday 9 March 2027' },
        { title: 'Its review', value: 'corrected, and no longer asks for it' },
        { title: 'Whose turn', value: 'Yours' },
        { title: 'By', value: 'Tuesday 16 March 2027' },
      ],
      history: [
        'Tue 9 Mar 2027, 10:00 (UK time): raised, Marta Kowalczyk',
        'Tue 9 Mar 2027, 10:20 (UK time): the review behind it was corrected, and no longer asks for it, Marta Kowalczyk',
      ],
      sections: [
        {
          title: 'Settled?',
          inputs: [],
          actions: [step('concern-step', 'Resolved', concern, 'resolve', 2)],
        },
        {
          title: 'Not settled? Take it to the Academy Manager',
          inputs: [],
          actions: [step('concern-step', 'Take it further', concern, 'escalate', 2)],
        },
      ],
    }),
  },
  {
    title: 'a concern that was too early, to the Academy Manager',
    data: exampleOf({
      heading: 'A concern about Amara Okoro’s programme',
      tone: 'warning',
      state: 'Level 1: with the Academy Manager',
      facts: [{ title: 'What it is about', value: 'Protected time' }],
      sections: [
        {
          title: 'When you have discussed it with the Team Manager',
          inputs: [inputOf('date', 'heldOn', 'Date of the discussion', { latest })],
          actions: [step('concern-step', 'Discussion held', concern, 'discuss', 2)],
        },
        {
          title: 'Settled?',
          inputs: [],
          actions: [step('concern-step', 'Resolved', concern, 'resolve', 2)],
        },
      ],
      error: 'Not yet: the discussion with the Team Manager is recorded first, by Monday 12 October 2026.',
    }),
  },
];
