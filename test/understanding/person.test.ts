import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Intent, Slots } from '../../src/understanding/intents.ts';
import { confidenceThreshold } from '../../src/understanding/intents.ts';
import { understand } from '../../src/understanding/understand.ts';

const today = Temporal.PlainDate.from('2026-11-04');

describe('a name without capital or apostrophe', () => {
  it.each<[string, Intent, Slots]>([
    ['graces next supervision', 'next-supervision', { person: 'grace' }],
    ['amaras next review', 'next-review', { person: 'amara' }],
    ['daniel 12 month review', 'next-review', { person: 'daniel', stage: '12m' }],
    ['james review', 'next-review', { person: 'james' }],
    ['amaras caseload is 17', 'caseload', { person: 'amara', count: 17 }],
    ['amara caseload 17', 'caseload', { person: 'amara', count: 17 }],
    ['caseload amara 17', 'caseload', { person: 'amara', count: 17 }],
    ['amara missed supervision cos court', 'record-supervision', { person: 'amara', happened: false }],
    ['did not happen amara', 'record-supervision', { person: 'amara', happened: false }],
  ])('is found where only a name can stand: %s', (text, intent, slots) => {
    const understood = understand(text, { today });
    expect({ intent: understood.intent, slots: understood.slots }).toEqual({ intent, slots });
    expect(understood.confidence).toBeGreaterThanOrEqual(confidenceThreshold);
  });

  it.each(['next review', 'missed supervision', 'childs review', 'caseload cases 17', 'reviews next'])(
    'is not a word of ours: %s',
    (text) => {
      expect(understand(text, { today }).slots.person).toBeUndefined();
    },
  );
});
