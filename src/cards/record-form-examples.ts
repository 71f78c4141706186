/** The supervision record in its states, for the gallery and the tests. */
import { freshRecordErrors } from '../services/record-form.ts';
import type { RecordFormView } from '../services/views.ts';
import type { Example } from './card.ts';

const emptyRow = { what: '', owner: 'nqsw', dueOn: '' };

const fresh: RecordFormView = {
  submissionId: 's-7f3a',
  participantId: 'p-amara',
  corrects: '',
  correction: null,
  name: 'Amara Okoro',
  sessions: [
    {
      title: 'Reflective supervision 3 – due 28 September, 2 days overdue',
      value: 'reflective-supervision-3',
    },
    { title: 'Reflective supervision 4 – due 5 October', value: 'reflective-supervision-4' },
  ],
  item: 'reflective-supervision-3',
  latestDate: '2026-09-30',
  heldOn: '2026-09-30',
  minutes: '',
  mode: '',
  themeChoices: [
    { title: 'Reflection on practice', value: 'reflection' },
    { title: 'Caseload and workload', value: 'caseload' },
    { title: 'Wellbeing', value: 'wellbeing' },
    { title: 'Learning and development', value: 'learning' },
    { title: 'Direct work and relationships', value: 'direct-work' },
    { title: 'Theory and research', value: 'theory' },
  ],
  themes: '',
  childFile: '',
  templateUsed: '',
  coWorkerRecorded: '',
  actionRows: [emptyRow, emptyRow, emptyRow],
  confirmDate: null,
  errors: freshRecordErrors,
  wording: {
    childFile: 'Is every case discussion recorded on the child’s file?',
    template: 'Was the supervision template used?',
    coWorker: 'Is the co-worker recorded on each case?',
  },
};

const filled: RecordFormView = {
  ...fresh,
  heldOn: '2026-09-29',
  minutes: '95',
  mode: 'face-to-face',
  themes: 'reflection,wellbeing',
  childFile: 'yes',
  templateUsed: 'yes',
  coWorkerRecorded: 'no',
};

export const recordFormExamples: readonly Example<RecordFormView>[] = [
  { title: 'fresh', data: fresh },
  {
    title: 'with errors',
    data: {
      ...filled,
      heldOn: '2026-10-12',
      mode: '',
      actionRows: [
        { what: 'Draft the reflective log for the panel', owner: 'nqsw', dueOn: '2026-10-09' },
        { what: '', owner: 'supervisor', dueOn: '' },
        emptyRow,
      ],
      errors: {
        ...freshRecordErrors,
        summary: 'Three answers need another look. Everything you typed is still here.',
        heldOn: 'The session cannot lie in the future. Enter the day on which you met.',
        mode: 'Choose whether you met face to face or remotely.',
        actionRows: [
          null,
          'This looks like a child’s initials and date of birth. Say it without them.',
          null,
        ],
      },
    },
  },
  {
    title: 'correcting a record',
    data: {
      ...filled,
      sessions: [
        { title: 'Reflective supervision 3 – held Tue 29 Sep 2026', value: 'reflective-supervision-3' },
      ],
      corrects: 'r-1',
      correction:
        'The first record is kept beside the new one. Amara Okoro sees what has changed and is asked to agree again.',
    },
  },
  {
    title: 'confirm the date',
    data: {
      ...filled,
      heldOn: '2026-09-01',
      confirmDate:
        'Tuesday 1 September 2026 is before the programme began on 7 September. A record of that day is kept but does not count towards the cadence.',
    },
  },
];
