import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../src/academy/calendar.ts';
import {
  type ConcernAct,
  type ConcernStep,
  type ConcernStepName,
  concernAsked,
  concernChoices,
  concernReaches,
  concernStateOf,
  concernSteps,
  concernTurn,
  decideConcern,
  isOpenConcern,
  nextConcernFunction,
  stepsOfConcern,
  toldOfConcern,
} from '../../src/academy/concern.ts';
import { type AcademyFunction, academyFunctions } from '../../src/academy/roles.ts';
import { nudgesFor, type TimeGround } from '../../src/academy/time-limit.ts';
import { preset } from './support/luton.ts';

const ground: TimeGround = { programme: await preset('luton'), calendar: workingCalendar() };
const day = (text: string) => Temporal.PlainDate.from(text);
const today = '2026-10-05';

const acts: Readonly<Record<ConcernStepName, ConcernAct>> = {
  raise: { step: 'raise', category: 'caseload', aboutId: null },
  discuss: { step: 'discuss', heldOn: day(today) },
  escalate: { step: 'escalate' },
  agree: { step: 'agree', heldOn: day(today) },
  'no-agreement': { step: 'no-agreement', heldOn: day(today) },
  decide: { step: 'decide', decision: 'upheld' },
  resolve: { step: 'resolve' },
};
const about: ConcernAct = { step: 'raise', category: 'supervision', aboutId: 'u-senior' };

const taken = (act: ConcernAct): ConcernStep => ({
  ...act,
  concernId: 'c-1',
  by: 'u-1',
  byName: 'Somebody',
  at: Temporal.Instant.from(`${today}T09:30:00Z`),
  told: [],
  asked: [],
});
const stateAfter = (first: ConcernAct, ...names: readonly ConcernStepName[]) =>
  concernStateOf(ground, [first, ...names.map((name) => acts[name])].map(taken));

const ladder: readonly ConcernStepName[] = ['escalate', 'discuss', 'escalate', 'no-agreement', 'escalate'];
const ways: Readonly<Record<string, readonly ConcernStepName[]>> = {
  'level-0': [],
  'level-1': ladder.slice(0, 1),
  'level-1-discussed': ladder.slice(0, 2),
  'level-2': ladder.slice(0, 3),
  'no-agreement': ladder.slice(0, 4),
  'level-3': ladder,
  resolved: ['resolve'],
  decided: [...ladder, 'decide'],
};

/*
 * Every cell of state × step × actor. A cell is where the step leads, or why it is refused:
 *   .        the level is not with this person    early:X  X has to come first
 *   level    is no step of this level             done     has been done
 *   final    there is no higher level             closed   the concern has ended
 *   raised   it has been raised
 * among: the NQSW, the reflective supervisor and the assessor, each of them.
 */
const table = `
state, actor                       | raise  | discuss           | escalate           | agree    | no-agreement | decide  | resolve
level-0, among                     | raised | level             | level-1            | level    | level        | level   | resolved
level-0, academy-manager           | .      | .                 | .                  | .        | .            | .       | .
level-0, host-manager              | .      | .                 | .                  | .        | .            | .       | .
level-0, head-of-academy           | .      | .                 | .                  | .        | .            | .       | .
level-1, among                     | raised | .                 | .                  | .        | .            | .       | .
level-1, academy-manager           | .      | level-1-discussed | early:discuss      | level    | level        | level   | resolved
level-1, host-manager              | .      | .                 | .                  | .        | .            | .       | .
level-1, head-of-academy           | .      | .                 | .                  | .        | .            | .       | .
level-1-discussed, among           | raised | .                 | .                  | .        | .            | .       | .
level-1-discussed, academy-manager | .      | done              | level-2            | level    | level        | level   | resolved
level-1-discussed, host-manager    | .      | .                 | .                  | .        | .            | .       | .
level-1-discussed, head-of-academy | .      | .                 | .                  | .        | .            | .       | .
level-2, among                     | raised | .                 | .                  | .        | .            | .       | .
level-2, academy-manager           | .      | .                 | .                  | .        | .            | .       | .
level-2, host-manager              | .      | done              | early:no-agreement | resolved | no-agreement | level   | level
level-2, head-of-academy           | .      | .                 | .                  | .        | .            | .       | .
no-agreement, among                | raised | .                 | .                  | .        | .            | .       | .
no-agreement, academy-manager      | .      | done              | level-3            | done     | done         | level   | resolved
no-agreement, host-manager         | .      | .                 | .                  | .        | .            | .       | .
no-agreement, head-of-academy      | .      | .                 | .                  | .        | .            | .       | .
level-3, among                     | raised | .                 | .                  | .        | .            | .       | .
level-3, academy-manager           | .      | .                 | .                  | .        | .            | .       | .
level-3, host-manager              | .      | .                 | .                  | .        | .            | .       | .
level-3, head-of-academy           | .      | done              | final              | done     | done         | decided | level
resolved, among                    | raised | closed            | closed             | closed   | closed       | closed  | closed
resolved, academy-manager          | .      | closed            | closed             | closed   | closed       | closed  | closed
resolved, host-manager             | .      | closed            | closed             | closed   | closed       | closed  | closed
resolved, head-of-academy          | .      | closed            | closed             | closed   | closed       | closed  | closed
decided, among                     | raised | closed            | closed             | closed   | closed       | closed  | closed
decided, academy-manager           | .      | closed            | closed             | closed   | closed       | closed  | closed
decided, host-manager              | .      | closed            | closed             | closed   | closed       | closed  | closed
decided, head-of-academy           | .      | closed            | closed             | closed   | closed       | closed  | closed
`;

const among: readonly AcademyFunction[] = ['nqsw', 'reflective-supervisor', 'assessor'];
const actors = (name: string) => (name === 'among' ? among : [name as AcademyFunction]);

function outcome(way: readonly ConcernStepName[], step: ConcernStepName, as: AcademyFunction): string {
  const state = stateAfter(acts.raise, ...way);
  const decided = decideConcern(state, acts[step], [as], day(today));
  if (decided.ok) return stateAfter(acts.raise, ...way, step)?.at ?? 'none';
  const words: Partial<Record<typeof decided.refused, string>> = {
    'not-your-turn': '.',
    'not-at-this-level': 'level',
    'already-done': 'done',
    'already-raised': 'raised',
    'final-level': 'final',
    closed: 'closed',
  };
  return decided.refused === 'too-early'
    ? `early:${decided.missing}`
    : (words[decided.refused] ?? decided.refused);
}

const [head = '', ...lines] = table.trim().split('\n');
const columns = head
  .split('|')
  .slice(1)
  .map((cell) => cell.trim() as ConcernStepName);
const cells = lines.flatMap((line) => {
  const [row = '', ...outcomes] = line.split('|').map((cell) => cell.trim());
  const [state = '', actor = ''] = row.split(', ');
  return actors(actor).flatMap((as) =>
    columns.map((step, at) => ({ state, as, step, expected: outcomes[at] ?? '' })),
  );
});

describe('a concern, every state × step × actor', () => {
  it('has a row for every state and actor, and a column for every step', () => {
    expect(columns.toSorted()).toEqual(concernSteps.toSorted());
    expect(lines).toHaveLength(Object.keys(ways).length * 4);
    for (const [state, way] of Object.entries(ways)) expect(stateAfter(acts.raise, ...way)?.at).toBe(state);
  });

  it.each(cells)('$state, $step by $as: $expected', ({ state, step, as, expected }) => {
    expect(outcome(ways[state] ?? [], step, as)).toBe(expected);
  });

  it('is nothing to anybody who holds no function of the ladder', () => {
    const others = academyFunctions.filter((name) => !cells.some(({ as }) => as === name));
    expect(others).toEqual(['deputy-manager', 'mentor']);
    for (const way of Object.values(ways)) {
      for (const step of columns) {
        for (const as of others) expect(['.', 'closed']).toContain(outcome(way, step, as));
      }
    }
  });
});

describe('the levels of a concern', () => {
  it('begin at 1 when it is about the reflective supervisor, and never come to them', () => {
    const state = stateAfter(about);
    expect(state).toMatchObject({ at: 'level-1', level: 1, aboutId: 'u-senior' });
    const all = ['discuss', 'escalate', 'no-agreement', 'escalate'] as const;
    for (let n = 0; n <= all.length; n += 1) {
      const standing = stateAfter(about, ...all.slice(0, n));
      const reached = standing === undefined ? [] : concernReaches(standing);
      expect(reached).not.toContain('reflective-supervisor');
      expect(reached).not.toContain('assessor');
    }
  });

  it('each reach one function more, and nobody before their level', () => {
    const reached = (...way: readonly ConcernStepName[]) => {
      const state = stateAfter(acts.raise, ...way);
      return state === undefined ? [] : concernReaches(state).slice(3);
    };
    expect(reached()).toEqual([]);
    expect(reached('escalate', 'discuss')).toEqual(['academy-manager']);
    expect(reached(...ladder.slice(0, 4))).toEqual(['academy-manager', 'host-manager']);
    expect(reached(...ladder)).toEqual(['academy-manager', 'host-manager', 'head-of-academy']);
  });

  it('keep who is told of each step to the level and the NQSW', () => {
    const told = (...way: readonly ConcernStepName[]) => {
      const state = stateAfter(acts.raise, ...way);
      return state === undefined ? [] : toldOfConcern(way.at(-1) ?? 'raise', state);
    };
    expect(told()).toEqual(among);
    expect(told('escalate')).toEqual(['nqsw', 'academy-manager']);
    expect(told('escalate', 'discuss')).toEqual([]);
    expect(told('escalate', 'discuss', 'escalate')).toEqual(['nqsw', 'host-manager']);
    expect(told(...ladder.slice(0, 4))).toEqual(['nqsw', 'academy-manager']);
    expect(told(...ladder)).toEqual(['nqsw', 'head-of-academy']);
    expect(told(...ladder, 'decide')).toBe('told-before');
  });

  it('have each a limit from the day they began, which a discussion does not move', () => {
    const due = (...way: readonly ConcernStepName[]) => {
      const state = stateAfter(acts.raise, ...way);
      return isOpenConcern(state) ? String(state.dueOn) : '';
    };
    expect(due()).toBe('2026-10-19');
    expect(due('escalate')).toBe('2026-10-12');
    expect(due('escalate', 'discuss')).toBe('2026-10-12');
    expect(due(...ladder)).toBe('2026-10-19');
  });

  it('refuse a date to come, and one before the level began', () => {
    const state = stateAfter(acts.raise, 'escalate');
    const decide = (heldOn: string) =>
      decideConcern(state, { step: 'discuss', heldOn: day(heldOn) }, ['academy-manager'], day(today));
    expect(decide('2026-10-06')).toEqual({ ok: false, refused: 'in-the-future' });
    expect(decide('2026-10-04')).toEqual({ ok: false, refused: 'before-it-began', earliestOn: day(today) });
    expect(decide(today)).toEqual({ ok: true });
  });
});

describe('reminders of a turn', () => {
  it('come at nine on the due day and three working days later, on days on which the person works', () => {
    const at = (due: string, ...off: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[]) =>
      nudgesFor(ground, day(due), off).map(String);
    expect(at('2026-10-12')).toEqual(['2026-10-12T08:00:00Z', '2026-10-15T08:00:00Z']);
    expect(at('2026-10-12', 'mon', 'thu')).toEqual(['2026-10-13T08:00:00Z', '2026-10-16T08:00:00Z']);
    expect(at('2026-12-24')).toEqual(['2026-12-24T09:00:00Z', '2026-12-31T09:00:00Z']);
  });
});

describe('whoever a concern is with', () => {
  /** The turn, the steps that it offers, who is asked, and with whom it is after one more level. */
  it.each([
    ['level-0', among, 'resolve escalate', 'reflective-supervisor assessor', 'academy-manager'],
    ['level-1', ['academy-manager'], 'discuss resolve', 'academy-manager', 'host-manager'],
    ['level-1-discussed', ['academy-manager'], 'resolve escalate', 'academy-manager', 'host-manager'],
    ['level-2', ['host-manager'], 'agree no-agreement', 'host-manager', 'head-of-academy'],
    ['no-agreement', ['academy-manager'], 'escalate resolve', 'academy-manager', 'head-of-academy'],
    ['level-3', ['head-of-academy'], 'decide', 'head-of-academy', undefined],
  ])('at %s: %j', (at, turn, choices, asked, next) => {
    const state = stateAfter(acts.raise, ...(ways[at] ?? []));
    if (!isOpenConcern(state)) expect.fail('is closed');
    expect(concernTurn(state)).toEqual(turn);
    expect(concernChoices(state).join(' ')).toBe(choices);
    expect(concernAsked(state).join(' ')).toBe(asked);
    expect(nextConcernFunction(state)).toBe(next);
  });

  it('may hold another function beside it, and acts in the one that it is with', () => {
    const decide = (way: readonly ConcernStepName[], step: ConcernStepName, as: readonly AcademyFunction[]) =>
      decideConcern(stateAfter(acts.raise, ...way), acts[step], as, day(today));
    expect(decide(['escalate'], 'discuss', ['mentor', 'academy-manager'])).toEqual({ ok: true });
    expect(decideConcern(undefined, acts.raise, ['mentor', 'assessor'], day(today))).toEqual({ ok: true });
    expect(decideConcern(undefined, acts.raise, ['mentor'], day(today))).toEqual({
      ok: false,
      refused: 'not-your-turn',
      whose: among,
    });
    expect(decideConcern(undefined, acts.escalate, ['nqsw'], day(today))).toEqual({
      ok: false,
      refused: 'no-concern',
    });
  });

  it('is told at its beginning, with the NQSW and never the supervisor whom it is about', () => {
    const state = stateAfter(about);
    if (state === undefined) expect.fail('has no state');
    expect(toldOfConcern('raise', state)).toEqual(['nqsw', 'academy-manager']);
    expect(concernReaches(state)).toEqual(['nqsw', 'academy-manager']);
  });
});

describe('steps of which something is missing', () => {
  it('leave a concern where it is known to stand', () => {
    expect(concernStateOf(ground, [taken(acts.escalate)])).toBeUndefined();
    expect(stateAfter(acts.raise, 'discuss')?.at).toBe('level-0');
    expect(stateAfter(acts.raise, 'resolve', 'escalate')?.at).toBe('resolved');
    const takenOver: ConcernStep = { ...taken(acts.resolve), step: 'take-over' } as ConcernStep;
    const raised = concernStateOf(ground, [taken(acts.raise)]);
    expect(concernStateOf(ground, [taken(acts.raise), takenOver])).toEqual(raised);
  });

  it('are told apart from those of another concern', () => {
    const other = { ...taken(acts.raise), concernId: 'c-2' };
    expect(stepsOfConcern([taken(acts.raise), other, taken(acts.escalate)], 'c-1')).toEqual([
      taken(acts.raise),
      taken(acts.escalate),
    ]);
  });
});
