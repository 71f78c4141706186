import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import { planInputOf } from '../../src/academy/plan.ts';
import { nothingHappened } from '../support/empty-file.ts';
import { date } from './support/luton.ts';

const file: ParticipantFile = {
  ...nothingHappened,
  participant: {
    id: 'p-1',
    personId: 'n-1',
    name: 'Amara Okoro',
    cohort: 'autumn',
    startOn: date('2026-09-07'),
    fte: 0.8,
    contractedHours: 29.6,
    team: 'Family 1',
  },
  records: [
    {
      recordId: 'r-1',
      item: 'case-supervision-1',
      outcome: 'did-not-happen',
      reason: 'nqsw-leave',
      rearrangedOn: date('2026-10-14'),
      recordedBy: 'm-1',
      recordedByName: 'Tom Adeyemi',
      recordedAt: Temporal.Instant.from('2026-10-07T23:30Z'),
      submissionId: 's-1',
    },
  ],
};

describe('A participant’s file as the plan reads it', () => {
  it('requires the conditional reviews that the file names, and none when it names none', () => {
    expect(planInputOf(file).required).toEqual([]);
    expect(planInputOf({ ...file, required: ['review-9m'] }).required).toEqual(['review-9m']);
  });

  it('dates what was recorded late in the evening by the clock of the academy', () => {
    const [record] = planInputOf(file).records;
    expect(record).toMatchObject({ item: 'case-supervision-1', outcome: 'did-not-happen' });
    expect(String(record?.on)).toBe('2026-10-08');
    expect(String(planInputOf(file, 'UTC').records[0]?.on)).toBe('2026-10-07');
  });

  it('holds the reviews against the standards that were chosen last', () => {
    const chosen = (standards: string | null, at: string) => ({
      standards,
      by: 'command-line',
      at: Temporal.Instant.from(at),
    });
    const first = chosen('ecs', '2026-10-01T09:00Z');
    expect(planInputOf({ ...file, standards: [first] }).standards).toBe('ecs');
    const again = chosen(null, '2026-10-02T09:00Z');
    expect(planInputOf({ ...file, standards: [first, again] }).standards).toBeNull();
    expect(planInputOf(file).standards).toBeNull();
  });
});
