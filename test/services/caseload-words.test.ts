import { describe, expect, it } from 'vitest';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import type { Programme } from '../../src/academy/programme.ts';
import { categoriesWords, limitWords, nextCapWords } from '../../src/services/caseload-words.ts';
import { date, preset } from '../academy/support/luton.ts';
import { amara, nothingHappened } from '../support/empty-file.ts';

const file: ParticipantFile = {
  ...nothingHappened,
  participant: { ...amara, id: 'p', team: 'Family Safeguarding 1' },
};

const builtUp = ({ caseload, ...rest }: Programme): Programme => ({
  ...rest,
  caseload: {
    ...caseload,
    ramp: [
      { untilMonth: 3, cap: 8 },
      { untilMonth: 6, cap: 12 },
    ],
  },
});
const words = (programme: Programme, on: string) => limitWords(programme, file, { today: date(on) });

describe('the limit in words (P17)', () => {
  it('is a number, or the share of what others carry', async () => {
    expect(words(await preset('luton'), '2026-10-07')).toBe('The limit is 15.');
    expect(words(await preset('slough'), '2026-10-07')).toBe(
      'The limit is 14 children, 90 % of the 16 that are usual.',
    );
    expect(words(await preset('durham'), '2026-10-07')).toBe('Your council has not set a limit yet.');
  });

  it('says with a build-up which one this month has, and from when which other one applies', async () => {
    const programme = builtUp(await preset('luton'));
    expect(words(programme, '2026-10-07')).toBe(
      'The limit this month is 8. From Mon 7 Dec 2026: up to 12 children.',
    );
    expect(words(programme, '2026-12-07')).toBe(
      'The limit this month is 12. From Sun 7 Mar 2027: up to 15 children.',
    );
    expect(words(programme, '2027-03-07')).toBe('The limit is 15.');
    expect(nextCapWords(programme, file, { today: date('2027-03-07') })).toBe('');
  });

  it('says for Doncaster that the steps are still to come from the council', async () => {
    expect(words(await preset('doncaster'), '2026-10-07')).toBe(
      'The limit is 15. It is to be built up to; your council has not said in which steps yet.',
    );
  });
});

describe('a caseload by kind in words', () => {
  it('names the kinds as the council does, and one that it no longer has by its code', async () => {
    const counts = [
      { code: 'court-work', count: 2 },
      { code: 'long-gone', count: 1 },
    ];
    expect(categoriesWords(await preset('luton'), counts)).toBe('2 court work, 1 long-gone');
    expect(categoriesWords(await preset('slough'), [])).toBe('');
  });
});
