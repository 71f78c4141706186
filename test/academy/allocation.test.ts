import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { allocate, unallocated } from '../../src/academy/allocation.ts';
import type { Allocation } from '../../src/academy/participant-file.ts';
import type { AllocatedFunction } from '../../src/academy/roles.ts';
import { date } from './support/luton.ts';

/** "supervisor tom 2026-09-07..2027-09-07"; without a day after the dots for one with no end. */
function held(line: string): Allocation {
  const [short, person = '', span = ''] = line.split(' ');
  const [from = '', until = ''] = span.split('..');
  const functions: Readonly<Record<string, AllocatedFunction>> = {
    supervisor: 'reflective-supervisor',
    assessor: 'assessor',
    manager: 'host-manager',
    mentor: 'mentor',
  };
  const name = person.charAt(0).toUpperCase() + person.slice(1);
  return {
    function: functions[short ?? ''] ?? 'mentor',
    personId: person,
    name,
    fromOn: date(from),
    untilOn: until === '' ? null : date(until),
  };
}
const line = ({ function: of, personId, fromOn, untilOn }: Allocation) =>
  `${of} ${personId} ${fromOn}..${untilOn ?? ''}`;

const today = date('2026-10-14');
const helen = { by: 'helen', byName: 'Helen Marsh', at: Temporal.Instant.from('2026-10-14T09:00Z') };
const given = (standing: readonly string[], wanted: string) =>
  allocate(standing.map(held), held(wanted), today);

describe('a function given to somebody', () => {
  it('says who gave it, and of whoever it ends for who ended it', () => {
    const wanted = { ...held('supervisor tom 2026-10-14..2026-11-14'), given: helen };
    const outcome = allocate([held('supervisor bo 2026-09-07..')], wanted, today);
    expect(outcome.ok && outcome.changed.map(({ given: by, ended }) => [by, ended])).toEqual([
      [undefined, helen],
      [helen, helen],
    ]);
  });

  it.each([
    ['nobody', [], 'supervisor tom 2026-10-14..', []],
    [
      'a holder with no end',
      ['supervisor bo 2026-09-07..'],
      'supervisor tom 2026-10-14..',
      ['reflective-supervisor bo 2026-09-07..2026-10-13'],
    ],
    [
      'a holder on their last day',
      ['supervisor bo 2026-09-07..2026-10-14'],
      'supervisor tom 2026-10-14..',
      ['reflective-supervisor bo 2026-09-07..2026-10-13'],
    ],
    [
      'one whose time ended the evening before',
      ['supervisor bo 2026-09-07..2026-10-13'],
      'supervisor tom 2026-10-14..',
      [],
    ],
    [
      'one that was to begin on that very day',
      ['supervisor bo 2026-10-20..'],
      'supervisor tom 2026-10-20..',
      [],
    ],
    ['another function', ['assessor bo 2026-09-07..'], 'supervisor tom 2026-10-14..', []],
    [
      'another function from later on',
      ['assessor bo 2026-11-02..'],
      'supervisor tom 2026-10-14..2026-10-14',
      [],
    ],
    [
      'the same person, until another day',
      ['supervisor tom 2026-09-07..'],
      'supervisor tom 2026-10-14..2027-01-31',
      ['reflective-supervisor tom 2026-09-07..2026-10-13'],
    ],
  ])('in the place of %s', (_, standing, wanted, ended) => {
    const outcome = given(standing, wanted);
    if (!outcome.ok) expect.fail(outcome.refused);
    expect(outcome.ended.map(line)).toEqual(ended);
    expect(outcome.changed.map(line)).toEqual([...ended, line(held(wanted))]);
  });

  it.each([
    [[], 'supervisor tom 2026-10-13..', { refused: 'in-the-past' }],
    [[], 'supervisor tom 2026-10-20..2026-10-19', { refused: 'ends-before-it-begins' }],
    [['supervisor tom 2026-09-07..'], 'supervisor tom 2026-10-14..', { refused: 'already-theirs' }],
    [
      ['supervisor tom 2026-09-07..2027-09-07'],
      'supervisor tom 2026-10-14..2027-09-07',
      { refused: 'already-theirs' },
    ],
    [
      ['supervisor bo 2026-09-07..2026-10-31', 'supervisor ada 2026-11-01..'],
      'supervisor tom 2026-10-31..',
      { refused: 'taken-later', by: 'Ada', fromOn: date('2026-11-01') },
    ],
  ])('beside %j is refused: %s', (standing, wanted, refusal) => {
    expect(given(standing, wanted)).toEqual({ ok: false, ...refusal });
  });

  it.each([
    [[], 'reflective-supervisor assessor host-manager'],
    [['supervisor tom 2026-10-14..', 'mentor bo 2026-09-07..'], 'assessor host-manager'],
    [
      ['supervisor tom 2026-10-15..', 'assessor bo 2026-09-07..2026-10-13'],
      'reflective-supervisor assessor host-manager',
    ],
    [['supervisor tom 2026-09-07..2026-10-14', 'assessor bo 2026-09-07..', 'manager ada 2026-09-07..'], ''],
  ])('%j leaves without anybody: %s', (standing, missing) => {
    expect(unallocated(standing.map(held), today).join(' ')).toBe(missing);
  });
});
