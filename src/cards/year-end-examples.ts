import type { ProcedureInputView, ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';

/* The cards of the beginning and the end of a year: induction, probation, audits, exit. */

const save = (title: string, form: string, about = '') => ({
  title,
  verb: 'year-save',
  data: { participantId: 'p-amara', submissionId: 's-1', form, about, step: '' },
});

const plain = {
  tone: 'default',
  facts: [],
  path: [],
  history: [],
  link: null,
  note: null,
  error: null,
} as const;

const day = (label: string, value: string, error: string | null = null): ProcedureInputView => ({
  kind: 'date',
  id: 'on',
  label,
  choices: [],
  latest: '2026-09-21',
  value,
  error,
});

const coded = (titles: readonly string[]) =>
  titles.map((title) => ({ value: title.toLowerCase().replaceAll(/[^a-z]+/g, '-'), title }));

const list = (
  kind: 'one' | 'many',
  id: string,
  label: string,
  titles: readonly string[],
  filled: { readonly value: string; readonly error: string | null } = { value: '', error: null },
): ProcedureInputView => ({ kind, id, label, choices: coded(titles), latest: '', ...filled });

const induction: ProcedureView = {
  ...plain,
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
        list('many', 'codes', 'Topics', ['Luton’s Practice Framework', 'Tri.X procedures'], {
          value: '',
          error: 'Choose at least one topic.',
        }),
        day('Covered on', '2026-09-21'),
      ],
      actions: [save('Save these topics', 'induction')],
    },
  ],
};

const ownInduction: ProcedureView = {
  ...plain,
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
};

const probation: ProcedureView = {
  ...plain,
  heading: 'Probation of Amara Okoro',
  tone: 'warning',
  state: 'Ends on Tuesday 7 September 2027, in 29 days',
  sections: [
    {
      title: 'How does the probation end?',
      inputs: [
        list('one', 'choice', 'Your answer', ['Confirmed', 'Extended', 'Not confirmed'], {
          value: 'extended',
          error: null,
        }),
        {
          kind: 'date',
          id: 'to',
          label: 'If extended: it goes on until',
          choices: [],
          latest: '',
          value: '',
          error: 'Choose the day until which it goes on.',
        },
      ],
      actions: [save('Save this answer', 'probation', '0')],
    },
  ],
  note: 'If it is confirmed or extended, the NQSW and the Academy Manager are told. If not, nobody is told from here: please speak to them yourself, as your council’s procedure says.',
};

const audit: ProcedureView = {
  ...plain,
  heading: 'Log an audit of Amara Okoro’s practice',
  state: 'A day, a grade and a theme, and nothing of what was read.',
  facts: [
    { title: 'So far', value: '2, good or better 1 (50 %)' },
    { title: 'Held by the NQSW', value: '1, good or better 1 (100 %)' },
  ],
  sections: [
    {
      title: 'The audit',
      inputs: [
        day('Audited on', '2026-09-21'),
        list('one', 'choice', 'Grade', ['Outstanding', 'Good', 'Requires improvement', 'Inadequate']),
        list('one', 'codes', 'Theme', ['Assessment and analysis', 'Risk and safeguarding']),
        list('one', 'to', 'Was the work held by the NQSW?', ['Yes', 'No']),
      ],
      actions: [save('Log this audit', 'audit')],
    },
  ],
};

const exit: ProcedureView = {
  ...plain,
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
        list('many', 'codes', 'Tasks', ['Feedback on the programme']),
        day('Done on', '', 'Choose the day.'),
      ],
      actions: [save('Save what is done', 'exit')],
    },
  ],
};

export const yearEndExamples: readonly Example<ProcedureView>[] = [
  { title: 'an induction that is over with topics left, and nothing ticked', data: induction },
  { title: 'an induction as the NQSW reads it', data: ownInduction },
  { title: 'an answer about probation without its day', data: probation },
  { title: 'an audit', data: audit },
  { title: 'the tasks of an exit', data: exit },
];
