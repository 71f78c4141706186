import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { AssessmentEntry, FinalAct } from '../../src/academy/assessment.ts';
import {
  decideFinal,
  type FinalPart,
  type FinalState,
  type FinalStep,
  finalPlaces,
  finalStateOf,
  finalSteps,
  nextFinalStep,
} from '../../src/academy/final-outcome.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2027-10-01');
const since = day('2027-09-10');
const parts = ['assessor', 'panel', 'academy'] as const satisfies readonly FinalPart[];

const states: Readonly<Record<FinalState['at'], FinalState>> = {
  'not-reviewed': { at: 'not-reviewed' },
  'to-recommend': { at: 'to-recommend', since },
  recommended: { at: 'recommended', since, chosen: { outcome: 'pass', to: null }, by: 'marta' },
  passed: { at: 'passed', since },
  extended: { at: 'extended', since, to: day('2027-12-31') },
  'appeal-opened': { at: 'appeal-opened', since },
  'appeal-acknowledged': { at: 'appeal-acknowledged', since },
  'appeal-heard': { at: 'appeal-heard', since },
  'appeal-closed': { at: 'appeal-closed', since },
};

const actOf = (entry: FinalStep): FinalAct =>
  entry === 'recommend' || entry === 'decide'
    ? { entry, outcome: 'pass', to: null }
    : { entry, on: day('2027-09-20') };

/*
 * Every state × step, for whoever has the part of the step: `ok`, or why not. For everybody else every cell is
 * `not-your-part`.
 */
const table = `
state               | recommend            | decide              | acknowledge-appeal | hear-appeal        | close-appeal
not-reviewed        | final-review-missing | final-review-missing | no-appeal         | no-appeal          | no-appeal
to-recommend        | ok                   | nothing-recommended | no-appeal          | no-appeal          | no-appeal
recommended         | already-recommended  | ok                  | no-appeal          | no-appeal          | no-appeal
passed              | already-decided      | already-decided     | no-appeal          | no-appeal          | no-appeal
extended            | ok                   | already-decided     | no-appeal          | no-appeal          | no-appeal
appeal-opened       | already-decided      | already-decided     | ok                 | appeal-step-first  | appeal-step-first
appeal-acknowledged | already-decided      | already-decided     | appeal-step-done   | ok                 | appeal-step-first
appeal-heard        | already-decided      | already-decided     | appeal-step-done   | appeal-step-done   | ok
appeal-closed       | already-decided      | already-decided     | appeal-step-done   | appeal-step-done   | appeal-step-done
`;
const cells = table
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((row) => {
    const [state = '', ...outcomes] = row.split('|').map((cell) => cell.trim());
    return finalSteps.map((step, at) => [state as FinalState['at'], step, outcomes[at] ?? ''] as const);
  });
const owner: Readonly<Record<FinalStep, FinalPart>> = {
  recommend: 'assessor',
  decide: 'panel',
  'acknowledge-appeal': 'academy',
  'hear-appeal': 'academy',
  'close-appeal': 'academy',
};
const rules = { today, anonymised: true };
const outcomeOf = (decision: ReturnType<typeof decideFinal>) => (decision.ok ? 'ok' : decision.refused);

describe('the final assessment', () => {
  it('has a cell for every state and step', () => {
    expect(cells.map(([state]) => state)).toEqual(finalPlaces.flatMap((at) => finalSteps.map(() => at)));
  });

  it.each(cells)('%s, %s: %s', (at, step, expected) => {
    const act = actOf(step);
    for (const part of parts) {
      const decided = decideFinal(states[at], act, { id: 'helen', parts: [part] }, rules);
      expect(outcomeOf(decided)).toBe(part === owner[step] ? expected : 'not-your-part');
    }
    expect(outcomeOf(decideFinal(states[at], act, { id: 'x', parts: [] }, rules))).toBe('not-your-part');
    expect(nextFinalStep(states[at])?.step === step).toBe(expected === 'ok');
  });

  it('is never decided by whoever recommended, whatever other part they have', () => {
    const both = { id: 'marta', parts: ['assessor', 'panel'] as const };
    expect(outcomeOf(decideFinal(states.recommended, actOf('decide'), both, rules))).toBe('same-person');
    expect(outcomeOf(decideFinal(states.recommended, actOf('decide'), { ...both, id: 'helen' }, rules))).toBe(
      'ok',
    );
  });

  it('does not reach the panel before everything is anonymised', () => {
    const marta = { id: 'marta', parts: ['assessor'] as const };
    const open = { today, anonymised: false };
    expect(outcomeOf(decideFinal(states['to-recommend'], actOf('recommend'), marta, open))).toBe(
      'not-anonymised',
    );
  });

  it('keeps an appeal to days that have come, none before the step that it follows', () => {
    const helen = { id: 'helen', parts: ['academy'] as const };
    const on = (text: string) =>
      decideFinal(states['appeal-opened'], { entry: 'acknowledge-appeal', on: day(text) }, helen, rules);
    expect(on('2027-10-02')).toEqual({ ok: false, refused: 'in-the-future' });
    expect(on('2027-09-09')).toEqual({ ok: false, refused: 'too-early', earliestOn: since });
    for (const text of ['2027-09-10', '2027-10-01']) expect(on(text)).toEqual({ ok: true });
  });

  it('stands where its last entry led', () => {
    const entered = {
      entryId: 'e',
      by: 'marta',
      byName: 'Marta',
      at: Temporal.Instant.from('2027-09-10T23:30:00Z'),
    };
    const entries = (...acts: FinalAct[]): AssessmentEntry[] => acts.map((act) => ({ ...act, ...entered }));
    const at = (...acts: FinalAct[]) => finalStateOf(entries(...acts), since, 'Europe/London');
    const recommend = { entry: 'recommend', outcome: 'extend', to: day('2027-12-31') } as const;
    expect(finalStateOf([], null, 'Europe/London')).toEqual({ at: 'not-reviewed' });
    expect(at()).toEqual({ at: 'to-recommend', since });
    // Half past midnight in London.
    expect(at(recommend)).toMatchObject({ at: 'recommended', since: day('2027-09-11'), by: 'marta' });
    expect(at(recommend, { ...recommend, entry: 'decide' })).toMatchObject({
      at: 'extended',
      to: day('2027-12-31'),
    });
    expect(at({ entry: 'decide', outcome: 'fail', to: null })).toMatchObject({ at: 'appeal-opened' });
    expect(at({ entry: 'hear-appeal', on: day('2027-09-20') })).toEqual({
      at: 'appeal-heard',
      since: day('2027-09-20'),
    });
  });
});
