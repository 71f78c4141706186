import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { choicesOf, exampleOf, inputOf, saveButton } from './procedure-example-parts.ts';

/* The cards of the beginning and the end of a year: induction, probation, audits, exit. */

const latest = '2026-09-21';

const induction = exampleOf({
  heading: 'Induction of Amara Okoro',
  tone: 'warning',
  state: '2 topics still to be covered, 3 days overdue (1 working day)',
  pathTitle: 'The topics',
  path: [
    { title: 'LiquidLogic: covered on Fri 11 Sep 2026', mark: 'done' },
    { title: 'Luton’s Practice Framework: not yet', mark: 'ahead' },
    { title: 'Tri.X procedures: not yet', mark: 'ahead' },
  ],
  sections: [
    {
      title: 'What has been covered',
      inputs: [
        inputOf('many', 'codes', 'Topics', {
          choices: choicesOf('Luton’s Practice Framework', 'Tri.X procedures'),
          error: 'Choose at least one topic.',
        }),
        inputOf('date', 'on', 'Covered on', { latest, value: latest }),
      ],
      actions: [saveButton('Save these topics', 'induction')],
    },
  ],
});

const ownInduction = exampleOf({
  heading: 'Your induction',
  state: '1 topic still to be covered, by Friday 18 September 2026',
  pathTitle: 'The topics',
  path: [
    { title: 'LiquidLogic: covered on Fri 11 Sep 2026', mark: 'done' },
    { title: 'Luton’s Practice Framework: covered on Mon 14 Sep 2026', mark: 'done' },
    { title: 'Tri.X procedures: not yet', mark: 'ahead' },
  ],
  sections: [],
  note: 'Your Senior Practitioner ticks what has been covered: tell them if something is missing here.',
});

const probation = exampleOf({
  heading: 'Probation of Amara Okoro',
  tone: 'warning',
  state: 'Ends on Tuesday 7 September 2027, in 29 days',
  sections: [
    {
      title: 'How does the probation end?',
      inputs: [
        inputOf('one', 'choice', 'Your answer', {
          choices: choicesOf('Confirmed', 'Extended', 'Not confirmed'),
          value: 'extended',
        }),
        inputOf('date', 'to', 'If extended: it goes on until', {
          error: 'Choose the day until which it goes on.',
        }),
      ],
      actions: [saveButton('Save this answer', 'probation', { about: '0' })],
    },
  ],
  note: 'If it is confirmed or extended, the NQSW and the Academy Manager are told. If not, nobody is told from here: please speak to them yourself, as your council’s procedure says.',
});

const audit = exampleOf({
  heading: 'Log an audit of Amara Okoro’s practice',
  state: 'A day, a grade and a theme, and nothing of what was read.',
  facts: [
    { title: 'Audits so far', value: '2, of which 1 good or better (50 %)' },
    { title: 'Of work held by the NQSW', value: '1, of which 1 good or better (100 %)' },
  ],
  sections: [
    {
      title: 'The audit',
      inputs: [
        inputOf('date', 'on', 'Audited on', { latest, value: latest }),
        inputOf('one', 'choice', 'Grade', {
          choices: choicesOf('Outstanding', 'Good', 'Requires improvement', 'Inadequate'),
        }),
        inputOf('one', 'codes', 'Theme', {
          choices: choicesOf('Assessment and analysis', 'Risk and safeguarding'),
        }),
        inputOf('one', 'to', 'Was the work held by the NQSW?', { choices: choicesOf('Yes', 'No') }),
      ],
      actions: [saveButton('Log this audit', 'audit')],
    },
  ],
});

const exit = exampleOf({
  heading: 'The end of your programme',
  state: 'The programme ends on Tuesday 7 September 2027',
  pathTitle: 'The tasks',
  path: [
    { title: 'Career development plan for two to five years (you): done on Mon 30 Aug 2027', mark: 'done' },
    { title: 'Feedback on the programme (you)', mark: 'now' },
    {
      title:
        'Notice to Human Resources for the increment (Service Improvement Manager): once the programme is completed',
      mark: 'ahead',
    },
  ],
  link: { title: 'Open the form', url: 'https://forms.example.org/feedback' },
  sections: [
    {
      title: 'What you have done',
      inputs: [
        inputOf('many', 'codes', 'Tasks', { choices: choicesOf('Feedback on the programme') }),
        inputOf('date', 'on', 'Done on', { latest, error: 'Choose the day.' }),
      ],
      actions: [saveButton('Save what is done', 'exit')],
    },
  ],
});

export const yearEndExamples: readonly Example<ProcedureView>[] = [
  { title: 'an induction that is over with topics left, and nothing ticked', data: induction },
  { title: 'an induction as the NQSW reads it', data: ownInduction },
  { title: 'an answer about probation without its day', data: probation },
  { title: 'an audit', data: audit },
  { title: 'the tasks of an exit', data: exit },
];
