import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, daysServed, type Enrolment, type EnrolmentStep } from '../../src/academy/enrolment.ts';
import { date } from './support/luton.ts';

const pending: Enrolment = { state: 'registration-pending', cohort: '2026 autumn' };

/** Takes the steps one after the other; a refusal fails the test. */
function history(...steps: readonly EnrolmentStep[]): Enrolment {
  return steps.reduce((now, step) => {
    const outcome = advance(now, step);
    if (!outcome.ok) throw new Error(`${step.step}: ${outcome.refused}`);
    return outcome.enrolment;
  }, pending);
}

const start = { step: 'start', on: date('2026-09-07') } as const;
const pause = { step: 'pause', on: date('2026-11-02') } as const;
const leave = { step: 'leave', on: date('2027-01-29'), reason: 'other-council' } as const;

const states: Readonly<Record<string, Enrolment>> = {
  'registration-pending': pending,
  active: history(start),
  paused: history(start, pause),
  extended: history(start, { step: 'extend', to: date('2027-12-07') }),
  completed: history(start, { step: 'complete', on: date('2026-12-31') }),
  'left before start': history(leave),
  'left mid-programme': history(start, leave),
  'left after completion': history(start, { step: 'complete', on: date('2026-12-31') }, leave),
};

const steps: Readonly<Record<EnrolmentStep['step'], EnrolmentStep>> = {
  start,
  pause: { step: 'pause', on: date('2027-02-01') },
  resume: { step: 'resume', on: date('2027-02-01') },
  extend: { step: 'extend', to: date('2028-03-07') },
  complete: { step: 'complete', on: date('2027-09-07') },
  leave: { step: 'leave', on: date('2027-02-01'), reason: 'workload' },
  return: { step: 'return', on: date('2027-09-06'), cohort: '2027 autumn' },
};

describe('An enrolment', () => {
  it('goes from each state by each step as this table says', () => {
    const rows = Object.entries(states).map(([name, now]) => {
      const cells = Object.values(steps).map((step) => {
        const outcome = advance(now, step);
        const words = outcome.ok ? outcome.enrolment.state : '–';
        return words.padEnd(20);
      });
      return `${name.padEnd(23)}${cells.join('')}`.trimEnd();
    });
    const head = `${' '.repeat(23)}${Object.keys(steps)
      .map((name) => name.padEnd(20))
      .join('')}`.trimEnd();
    expect([head, ...rows].join('\n')).toMatchInlineSnapshot(`
      "                       start               pause               resume              extend              complete            leave               return
      registration-pending   active              –                   –                   –                   –                   left                –
      active                 –                   paused              –                   extended            completed           left                –
      paused                 –                   –                   active              –                   –                   left                active
      extended               –                   paused              –                   extended            completed           left                –
      completed              –                   –                   –                   –                   –                   left                –
      left before start      –                   –                   –                   –                   –                   –                   registration-pending
      left mid-programme     –                   –                   –                   –                   –                   –                   active
      left after completion  –                   –                   –                   –                   –                   –                   –"
    `);
  });

  it('says of a refused step from which state it was asked', () => {
    expect(advance(pending, pause)).toEqual({
      ok: false,
      refused: 'not-from-here',
      from: 'registration-pending',
    });
  });

  it.each<[string, Enrolment, EnrolmentStep, string]>([
    ['a pause before the start', history(start), { step: 'pause', on: date('2026-09-06') }, '2026-09-07'],
    [
      'a return before the pause',
      history(start, pause),
      { step: 'resume', on: date('2026-11-02') },
      '2026-11-03',
    ],
    ['an end before the start', history(start), { step: 'complete', on: date('2026-09-06') }, '2026-09-07'],
    ['leaving before the pause', history(start, pause), { ...leave, on: date('2026-11-01') }, '2026-11-02'],
    ['leaving before the start', history(start), { ...leave, on: date('2026-09-06') }, '2026-09-07'],
    [
      'an extension to a day gone by',
      history(start),
      { step: 'extend', to: date('2026-09-06') },
      '2026-09-07',
    ],
    [
      'leaving before having completed',
      history(start, { step: 'complete', on: date('2027-09-07') }),
      leave,
      '2027-09-07',
    ],
    [
      'a return before having left',
      history(start, leave),
      { step: 'return', on: leave.on, cohort: 'x' },
      '2027-01-30',
    ],
  ])('refuses %s and says the earliest day', (_, now, step, earliestOn) => {
    const outcome = advance(now, step);
    expect(outcome).toMatchObject({ ok: false, refused: 'too-early' });
    expect(!outcome.ok && outcome.refused === 'too-early' && String(outcome.earliestOn)).toBe(earliestOn);
  });

  it('records how far somebody was when they left', () => {
    expect(history(leave)).toMatchObject({ stage: 'before-start', reason: 'other-council' });
    expect(history(start, leave)).toMatchObject({ stage: 'mid-programme' });
    expect(states['left after completion']).toMatchObject({ stage: 'after-completion' });
  });

  it('keeps the clock start and the time served when somebody returns to a later cohort', () => {
    const returned = history(start, leave, steps.return);
    expect(returned).toMatchObject({ state: 'active', cohort: '2027 autumn' });
    expect('startOn' in returned && String(returned.startOn)).toBe('2026-09-07');
    expect(daysServed(history(start, leave), date('2027-09-05'))).toBe(145);
    expect(daysServed(returned, date('2027-09-05'))).toBe(145);
    expect(daysServed(returned, date('2027-09-06'))).toBe(146);
  });

  it('counts time away after a pause as one standing still', () => {
    const returned = history(start, pause, leave, steps.return);
    expect('standstills' in returned && returned.standstills.map(String)).toHaveLength(1);
    expect(daysServed(returned, date('2027-09-06'))).toBe(57);
  });

  it('is still extended when a pause in the extension is over', () => {
    const extended = history(start, { step: 'extend', to: date('2027-12-07') }, pause);
    expect(extended.state).toBe('paused');
    const outcome = advance(extended, steps.resume);
    expect(outcome).toMatchObject({ ok: true, enrolment: { state: 'extended' } });
  });

  it('has served nothing before the clock starts', () => {
    expect(daysServed(pending, date('2027-01-01'))).toBe(0);
    expect(daysServed(history(leave), date('2027-01-01'))).toBe(0);
    expect(daysServed(history(start), date('2026-09-06'))).toBe(0);
    expect(daysServed(history(start), date('2026-09-07'))).toBe(1);
  });

  it('served plus standing still is every day since the start, however often it paused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))),
        (turns) => {
          let on = start.on;
          let still = 0;
          const taken: EnrolmentStep[] = [start];
          for (const [worked, paused] of turns) {
            on = on.add({ days: worked });
            taken.push({ step: 'pause', on });
            on = on.add({ days: paused });
            still += paused;
            taken.push({ step: 'resume', on });
          }
          expect(daysServed(history(...taken), on)).toBe(start.on.until(on).days + 1 - still);
        },
      ),
      { seed: 11, numRuns: 100 },
    );
  });
});
