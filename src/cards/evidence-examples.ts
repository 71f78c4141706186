import type { EvidenceView } from '../services/views.ts';
import type { Example } from './card.ts';

const factsOf = (observations: string, counts: readonly string[], supervision: string) => [
  { title: 'Observations', value: observations },
  ...[
    'Critical reflection log',
    'Professional documentation',
    'Feedback from children and families',
    'Feedback from professionals',
  ].map((title, at) => ({ title, value: counts[at] ?? '' })),
  { title: 'Supervision since the start', value: supervision },
];
const facts = factsOf(
  '1 of 3, by the Practice Educator 1 of 2',
  ['1 of 2', '0 of 1', '0 of 1', '1 of 2'],
  '8 held of 9 due: 1 late, 1 missed',
);

const threeMonths = {
  title: '3-month review',
  detail: 'due Mon 7 Dec 2026 · 2 of 4 documents',
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

const twelveMonths = {
  title: '12-month review',
  detail: 'due Tue 7 Sep 2027 · 0 of 2 documents',
  lines: [
    { mark: 'ahead' as const, title: 'Critical reflection log', words: 'due Tue 24 Aug 2027, in 75 days' },
    { mark: 'ahead' as const, title: 'Feedback from professionals', words: 'due Tue 7 Sep 2027, in 89 days' },
  ],
};

/** A stage of which everything has come in. */
const complete = (
  { title, lines }: EvidenceView['stages'][number],
  due: string,
  on: string,
): EvidenceView['stages'][number] => ({
  title,
  detail: `due ${due} · ${lines.length} of ${lines.length} documents`,
  lines: lines.map((line) => ({ ...line, mark: 'there', words: `received ${on}` })),
});
const threeComplete = complete(threeMonths, 'Mon 7 Dec 2026', 'Wed 2 Dec 2026');
const sixComplete = complete(sixMonths, 'Mon 8 Mar 2027', 'Fri 19 Feb 2027');

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
      intro: '2 documents not there yet.',
      warning: '2 observations still to be held, with a quarter of the programme left.',
      facts: factsOf(
        '1 of 3, by the Practice Educator 1 of 2',
        ['2 of 3', '1 of 1', '1 of 1', '2 of 3'],
        '20 held of 22 due: 1 late, 2 missed',
      ),
      stages: [threeComplete, sixComplete, twelveMonths],
      form: {
        ...form,
        choices: [
          { value: 'critical-reflection-12m', title: 'Critical reflection log, 12-month review' },
          { value: 'feedback-professionals-12m', title: 'Feedback from professionals, 12-month review' },
        ],
        item: 'critical-reflection-12m',
        receivedOn: '2027-06-24',
        latest: '2027-06-10',
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
      facts: factsOf(
        '3 of 3, by the Practice Educator 2 of 2',
        ['2 of 2', '1 of 1', '1 of 1', '2 of 2'],
        '18 held of 19 due: 1 late, 1 missed',
      ),
      stages: [threeComplete, sixComplete],
      form: null,
      actions: [],
    },
  },
];
