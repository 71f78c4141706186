import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSubmission, submissionVerbs } from '../../src/cards/index.ts';

const record = {
  v: 1,
  verb: 'record-supervision',
  participantId: 'p-1',
  submissionId: 's-1',
  item: 'reflective-supervision-3',
  heldOn: '2026-09-29',
  minutes: 95,
  mode: 'face-to-face',
  themes: 'reflection,wellbeing',
  childFile: 'yes',
  templateUsed: 'yes',
  coWorkerRecorded: 'no',
  action1What: ' Draft the\nlog ',
  action1Owner: 'nqsw',
  action1Due: '2026-10-09',
};

describe('a record that comes back', () => {
  it('gathers the rows of actions and fills in what is missing', () => {
    expect(parseSubmission('record-supervision', record)).toEqual({
      ok: true,
      submission: {
        verb: 'record-supervision',
        data: {
          participantId: 'p-1',
          submissionId: 's-1',
          item: 'reflective-supervision-3',
          heldOn: '2026-09-29',
          minutes: '95',
          mode: 'face-to-face',
          themes: 'reflection,wellbeing',
          childFile: 'yes',
          templateUsed: 'yes',
          coWorkerRecorded: 'no',
          confirmDate: '',
          corrects: '',
          actionRows: [
            { what: 'Draft the log', owner: 'nqsw', dueOn: '2026-10-09' },
            { what: '', owner: '', dueOn: '' },
            { what: '', owner: '', dueOn: '' },
          ],
        },
      },
    });
  });

  it('keeps what a person mistyped, so that a service can answer at the field', () => {
    const parsed = parseSubmission('record-supervision', {
      ...record,
      minutes: 'ninety',
      heldOn: 'last Tuesday',
    });
    expect(parsed).toMatchObject({
      ok: true,
      submission: { data: { minutes: 'ninety', heldOn: 'last Tuesday' } },
    });
  });

  it.each([
    ['an id with a path in it', { participantId: '../people/1' }],
    ['an id that is too long', { participantId: 'p'.repeat(65) }],
    ['no participant', { participantId: undefined }],
    ['no submission id', { submissionId: '' }],
    ['a theme that is no code', { themes: 'reflection, <b>' }],
    ['a text without end', { action1What: 'x'.repeat(501) }],
    ['an object for a text', { action1What: { text: 'x' } }],
    ['a list for a date', { heldOn: ['2026-09-29'] }],
    ['another version', { v: 2 }],
    ['no version', { v: undefined }],
  ])('is refused with %s', (_, fault) => {
    expect(parseSubmission('record-supervision', { ...record, ...fault })).toEqual({
      ok: false,
      code: 'bad-data',
    });
  });
});

describe('any submission', () => {
  it.each(['', 'toString', '__proto__', 'constructor', 'Record-Supervision', 'record-supervision '])(
    'with the verb "%s" is unknown',
    (verb) => {
      expect(parseSubmission(verb, record)).toEqual({ ok: false, code: 'unknown-verb' });
    },
  );

  it.each([null, undefined, 'x', 1, [], {}])('with %j for data is bad data', (data) => {
    for (const verb of submissionVerbs)
      expect(parseSubmission(verb, data)).toEqual({ ok: false, code: 'bad-data' });
  });

  it('carries nothing that its verb does not know, so nothing in it can say who acts', () => {
    const parsed = parseSubmission('alert-assign', {
      v: 1,
      participantId: 'p',
      alertId: 'a',
      to: 'u',
      by: 'boss',
      role: 'x',
    });
    expect(parsed).toEqual({
      ok: true,
      submission: { verb: 'alert-assign', data: { participantId: 'p', alertId: 'a', to: 'u' } },
    });
  });

  it('opens forms for a person who is still to be chosen', () => {
    expect(parseSubmission('record-open', { v: 1 })).toMatchObject({
      submission: { data: { participantId: '', item: '' } },
    });
    expect(parseSubmission('caseload-open', { v: 1 })).toMatchObject({
      submission: { data: { participantId: '' } },
    });
  });

  it('never throws, and lets no long or unseen text through, whatever is sent', () => {
    const keys = [
      'v',
      'participantId',
      'alertId',
      'item',
      'intent',
      'count',
      'minutes',
      'reason',
      'action2What',
      'to',
    ];
    const field = fc.oneof(fc.constant(1), fc.string({ unit: 'binary', maxLength: 700 }), fc.jsonValue());
    fc.assert(
      fc.property(
        fc.constantFrom(...submissionVerbs),
        fc.dictionary(fc.constantFrom(...keys), field),
        (verb, data) => {
          const parsed = parseSubmission(verb, { v: 1, submissionId: 's', recordId: 'r', ...data });
          if (!parsed.ok) return;
          const printed = JSON.stringify(parsed.submission.data);
          expect(printed.length).toBeLessThan(4000);
          expect(printed).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\\u00[01]|\\[nrt]/);
        },
      ),
      { seed: 20260914, numRuns: 500 },
    );
  });
});
