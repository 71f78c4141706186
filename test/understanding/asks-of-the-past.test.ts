import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { confidenceThreshold } from '../../src/understanding/intents.ts';
import { understand } from '../../src/understanding/understand.ts';

const today = Temporal.PlainDate.from('2026-11-04');

describe('a question about what has been', () => {
  it.each([
    'When was my last supervision',
    'whens my last review',
    'last review',
    'my last supervision date',
    'when did I last have supervision',
    'when did amara last have supervision',
    'when was my 3 month review',
    'who did my last supervision',
    'how many supervisions have I had',
    'how many reviews have i had',
  ])('is asked back, and not answered with what is next: %s', (text) => {
    expect(understand(text, { today }).confidence).toBeLessThan(confidenceThreshold);
  });

  it.each([
    ['when did you say my next review is', 'next-review'],
    ['what is the date of my last review of the year', 'next-review'],
    ['what date have I got for my review', 'next-review'],
    ["when's my final review", 'next-review'],
    ['record my last supervision with Tom', 'record-supervision'],
    ['why was my supervision pushed back', 'why-date'],
  ])('is not this: %s', (text, intent) => {
    const understood = understand(text, { today });
    expect(understood.intent).toBe(intent);
    expect(understood.confidence).toBeGreaterThanOrEqual(confidenceThreshold);
  });
});
