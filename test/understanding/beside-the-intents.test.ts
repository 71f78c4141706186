import { expect, it } from 'vitest';
import { labelledUtterances, laterUtterances, type Utterance } from '../../bench/understanding.ts';
import { allocationRequest } from '../../src/understanding/allocation-words.ts';
import { askPersonRequest } from '../../src/understanding/ask-person-words.ts';
import { errandAsked } from '../../src/understanding/errand-words.ts';
import { taskRequest } from '../../src/understanding/task-words.ts';

const isOfAlerts = (text: string) => errandAsked(text)?.errand === 'open-alerts';

/** What is recognised beside the intents, and which labelled messages it may take: those that it is about. */
const recognisers: readonly (readonly [string, (text: string) => unknown, readonly Utterance['intent'][]])[] =
  [
    ['a form of the year', taskRequest, ['record-supervision', 'protected-time', 'caseload', 'unknown']],
    ['a question for a person', askPersonRequest, ['unknown']],
    ['who supports whom', allocationRequest, ['unknown']],
    [
      'a request in so many words',
      (text) => (isOfAlerts(text) ? undefined : errandAsked(text)),
      ['record-supervision', 'pause', 'unknown'],
    ],
    // The list that "any open alerts?" is answered with as a question, too.
    ['a list of the open alerts', (text) => isOfAlerts(text) || undefined, ['concerns']],
  ];

it.each(recognisers)('%s takes no message that asks something else', (_, recognised, about) => {
  const taken = [...labelledUtterances(), ...laterUtterances()].filter(
    ({ text, intent }) => recognised(text) !== undefined && !about.includes(intent),
  );
  expect(taken.map(({ text, intent }) => `${intent}: ${text}`)).toEqual([]);
});

it.each([
  'can you write my chronology for court',
  'whats a chronology of support',
  'my caseload is too high, extend my deadline',
  'how many days until I get to know who is leaving the team',
  'remind me on Mondays only',
  'tell me when my review is',
  'I disagree with my supervisor',
  'turn my alerts off',
  'what are alerts for',
  'use this channel for alerts',
  'log an audit for Amara',
  'what do I prepare for an audit',
  'who can see the audit trail',
  'enrol me on the learning set',
  'my team is too small',
  'the child was enrolled at school',
  'is my team manager in today',
])('“%s” is no request in so many words', (text) => {
  expect(errandAsked(text)).toBeUndefined();
});

it.each([
  ['open alerts', 'open-alerts'],
  ['alerts?', 'open-alerts'],
  ['which overdue alerts are still open', 'open-alerts'],
  ['audit figures', 'audit-figures'],
  ['enrol Nadia Brook', 'enrol'],
  ['enrol an NQSW', 'enrol'],
  ['add a newly qualified social worker', 'enrol'],
  ['can you register a new nqsw', 'enrol'],
  ['how do I enrol someone', 'enrol'],
  ['enrol the new cohort', 'add-people'],
  ['import 12 new NQSWs', 'add-people'],
  ['my team', 'my-team'],
  ['show me my team', 'my-team'],
  ['audits', 'audit-figures'],
  ['how many audits were good so far', 'audit-figures'],
])('“%s” asks for a list', (text, errand) => {
  expect(errandAsked(text)?.errand).toBe(errand);
});
