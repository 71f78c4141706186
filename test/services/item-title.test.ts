import { expect, it } from 'vitest';
import { programmeWithEvidence } from '../../src/academy/evidence.ts';
import { itemTitle } from '../../src/services/item-title.ts';
import { planOf, preset } from '../academy/support/luton.ts';

/** Records, attestations and documents name these; what becomes done by itself is shown from the plan alone. */
const recordable = new Set(['supervision', 'review', 'recording', 'document', 'meeting', 'observation']);

it.each(['luton', 'durham', 'slough', 'doncaster', 'sefton', 'national'])(
  'every item of %s is called from its id alone what the plan calls it',
  async (council) => {
    const programme = programmeWithEvidence(await preset(council));
    const items = planOf(programme).items.filter(({ kind }) => recordable.has(kind));
    expect(items.filter(({ kind }) => kind === 'document').length).toBeGreaterThan(2);
    for (const { id, title } of items) expect(`${id}: ${itemTitle(programme, id)}`).toBe(`${id}: ${title}`);
  },
);
