import { describe, expect, it } from 'vitest';
import { allocationRequest } from '../../src/understanding/allocation-words.ts';

describe('what an Academy Manager asks of who supports whom', () => {
  it.each([
    'who is not allocated',
    'Who isn’t allocated?',
    'unallocated NQSWs',
    'who has no supervisor?',
    'anybody without an assessor',
    'who is unassigned',
  ])('“%s” asks for whom somebody is lacking', (text) => {
    expect(allocationRequest(text)).toBe('list');
  });

  it.each([
    "change Tom's supervisor",
    'change of assessor for Amara',
    'allocate a supervisor',
    'hand over Amara to Owen',
    'assign a new practice educator to Ben',
    'swap Amara’s mentor',
  ])('“%s” asks for the form', (text) => {
    expect(allocationRequest(text)).toBe('change');
  });

  it.each([
    'who is my supervisor',
    'I want to change my supervisor',
    'change my reminders',
    'record supervision with Amara',
    "what's next for Amara",
    'when is the next review',
    'stop all messages',
    'use this channel for escalations',
    'no',
  ])('“%s” asks for neither', (text) => {
    expect(allocationRequest(text)).toBeUndefined();
  });
});
