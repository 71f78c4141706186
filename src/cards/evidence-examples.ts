import type { EvidenceView } from '../services/views.ts';
import type { Example } from './card.ts';

const facts = [
  { title: 'Observations', value: '1 of 3, by the Practice Educator 1 of 2' },
  { title: 'Critical reflection log', value: '1 of 3' },
  { title: 'Personal development plan for the next part', value: '0 of 2' },
  { title: 'Professional documentation', value: '0 of 3' },
  { title: 'Feedback from children and families', value: '0 of 3' },
  { title: 'Feedback from professionals', value: '1 of 3' },
  { title: 'Supervision since the start', value: '8 held of 9 due: 1 late, 1 missed' },
];

const threeMonths = {
  title: '3-month review',
  detail: 'due Mon 7 Dec 2026 · 2 of 5 documents',
  lines: [
    { mark: 'there' as const, title: 'Critical reflection log', words: 'received Fri 20 Nov 2026' },
    {
      mark: 'late' as const,
      title: 'Professional documentation',
      words: 'due Mon 7 Dec 2026, 2 days overdue (2 working days)',
    },
    {
      mark: 'late' as const,
      title: 'Feedback from children and families',
      words: 'due Mon 7 Dec 2026, 2 days overdue (2 working days)',
    },
    { mark: 'there' as const, title: 'Feedback from professionals', words: 'received Wed 2 Dec 2026' },
  ],
};
const sixMonths = {
  title: '6-month review',
  detail: 'due Mon 8 Mar 2027 · 0 of 2 documents',
  lines: [
    { mark: 'ahead' as const, title: 'Critical reflection log', words: 'due Mon 22 Feb 2027, in 75 days' },
    { mark: 'ahead' as const, title: 'Feedback from professionals', words: 'due Mon 8 Mar 2027, in 89 days' },
  ],
};

const form = {
  choices: [
    { value: 'professional-documentation-3m', title: 'Professional documentation, 3-month review' },
    { value: 'critical-reflection-6m', title: 'Critical reflection log, 6-month review' },
  ],
  item: 'professional-documentation-3m',
  receivedOn: '2026-12-09',
  latest: '2026-12-09',
  errors: { item: null, receivedOn: null },
};

const tracker: EvidenceView = {
  participantId: 'p-amara',
  show: 'all',
  heading: 'Evidence of Amara Okoro',
  intro: '4 documents not there yet.',
  saved: '',
  warning: '',
  facts,
  stages: [threeMonths, sixMonths],
  form,
  actions: [
    {
      title: 'Record a review',
      verb: 'assess-review-open',
      data: { participantId: 'p-amara', item: '' },
    },
    { title: 'Record an observation', verb: 'assess-observation-open', data: { participantId: 'p-amara' } },
    {
      title: 'Pack for the next review',
      verb: 'assess-evidence-open',
      data: { participantId: 'p-amara', show: 'next' },
    },
  ],
};

export const evidenceExamples: readonly Example<EvidenceView>[] = [
  { title: 'every stage, for the assessor', data: tracker },
  {
    title: 'the pack for a review, just marked',
    data: {
      ...tracker,
      show: 'next',
      heading: 'Your 3-month review: what is there',
      intro: '2 documents not there yet.',
      saved: 'Feedback from professionals, 3-month review: received on Wednesday 2 December 2026.',
      facts: [{ title: 'Review due', value: 'Monday 7 December 2026' }, ...facts],
      stages: [threeMonths],
      actions: [
        {
          title: 'All stages',
          verb: 'assess-evidence-open',
          data: { participantId: 'p-amara', show: 'all' },
        },
      ],
    },
  },
  {
    title: 'with an error, and few observations late in the year',
    data: {
      ...tracker,
      warning: '2 observations still to be held, with a quarter of the programme left.',
      stages: [sixMonths],
      form: {
        ...form,
        receivedOn: '2026-12-24',
        errors: {
          item: null,
          receivedOn: 'That day is still to come. Choose today or a day before it.',
        },
      },
    },
  },
  {
    title: 'everything is there, for an Academy Manager',
    data: {
      ...tracker,
      intro: 'Nothing is missing so far.',
      stages: [
        {
          ...threeMonths,
          lines: threeMonths.lines.map((line) => ({
            ...line,
            mark: 'there',
            words: 'received Wed 2 Dec 2026',
          })),
        },
      ],
      form: null,
      actions: [],
    },
  },
];
