import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../src/academy/calendar.ts';
import { decidePause } from '../../src/academy/decide-pause.ts';
import {
  awaitedFor,
  isUndecided,
  type PauseAct,
  type PauseParty,
  type PauseState,
  type PauseStep,
  pauseParties,
  pauseStateOf,
  roundOf,
  stepsOfPause,
  tasksLeft,
} from '../../src/academy/pause.ts';
import { type AcademyFunction, academyFunctions } from '../../src/academy/roles.ts';
import type { TimeGround } from '../../src/academy/time-limit.ts';
import { preset } from './support/luton.ts';

const ground: TimeGround = { programme: await preset('luton'), calendar: workingCalendar() };
const day = (text: string) => Temporal.PlainDate.from(text);
const [startOn, today] = [day('2026-09-07'), day('2026-10-19')];

const propose: PauseAct = {
  step: 'propose',
  reason: 'not-disclosed',
  fromOn: day('2026-11-02'),
  untilOn: day('2026-12-13'),
};
const agree = (...parties: readonly PauseParty[]): PauseAct => ({ step: 'agree', parties });
const decline = (...parties: readonly PauseParty[]): PauseAct => ({ step: 'decline', parties });
const lengthen: PauseAct = { step: 'lengthen', untilOn: day('2027-01-10') };
const end: PauseAct = { step: 'end', backOn: day('2026-11-30') };
const withdraw: PauseAct = { step: 'withdraw' };
const all = pauseParties.map((party) => agree(party));

const taken = (act: PauseAct): PauseStep => ({
  ...act,
  pauseId: 'b-1',
  by: 'u-1',
  byName: 'Somebody',
  at: Temporal.Instant.from('2026-10-19T09:30:00Z'),
  told: [],
  asked: [],
});
const stateAfter = (acts: readonly PauseAct[]) => pauseStateOf(ground, acts.map(taken));

const ways: Readonly<Record<string, readonly PauseAct[]>> = {
  none: [],
  asked: [{ step: 'ask' }],
  proposed: [propose],
  'three agreed': [propose, ...all.slice(1)],
  agreed: [propose, ...all],
  lengthening: [propose, ...all, lengthen],
  declined: [propose, decline('nqsw')],
  withdrawn: [propose, withdraw],
};

/** Each column of the table: an act, and the party on whose behalf it is taken where it is an answer. */
const columns: Readonly<Record<string, (as: AcademyFunction) => PauseAct>> = {
  ask: () => ({ step: 'ask' }),
  propose: () => propose,
  agree: (as) => agree(...pauseParties.filter((party) => party === as)),
  decline: (as) => decline(...pauseParties.filter((party) => party === as)),
  lengthen: () => lengthen,
  end: () => end,
  withdraw: () => withdraw,
  agreement: () => ({ step: 'record', task: 'agreement' }),
  portfolio: () => ({ step: 'record', task: 'portfolio' }),
  portal: () => ({ step: 'record', task: 'portal' }),
};

/*
 * Every cell of state × actor × step. A cell says where the step leads, or why it is refused:
 *   .        not this person's step     begun    there is one already, or its longer end is still to be agreed
 *   none     there is no such pause     nothing  there is nothing to agree to
 *   notyet   it is not agreed yet       done     has been done
 *   closed   it is not proposed any more
 * `partly` is proposed with one more agreement, `lengthening+` the same of a later last day. Every function that is not
 * named is refused every step.
 */
const table = `
                               | ask   | propose  | agree        | decline   | lengthen    | end    | withdraw  | agreement | portfolio | portal
none         | nqsw            | asked | .        | none         | none      | .           | .      | .         | .         | none      | .
none         | assessor        | .     | .        | none         | none      | .           | .      | .         | none      | .         | .
none         | host-manager    | .     | .        | none         | none      | .           | .      | .         | .         | .         | .
none         | academy-manager | .     | proposed | none         | none      | none        | none   | none      | .         | .         | none
asked        | nqsw            | begun | .        | nothing      | .         | .           | .      | withdrawn | .         | notyet    | .
asked        | assessor        | .     | .        | nothing      | .         | .           | .      | .         | notyet    | .         | .
asked        | host-manager    | .     | .        | nothing      | .         | .           | .      | .         | .         | .         | .
asked        | academy-manager | .     | proposed | nothing      | withdrawn | notyet      | notyet | withdrawn | .         | .         | notyet
proposed     | nqsw            | begun | .        | partly       | declined  | .           | .      | .         | .         | notyet    | .
proposed     | assessor        | .     | .        | partly       | declined  | .           | .      | .         | notyet    | .         | .
proposed     | host-manager    | .     | .        | partly       | declined  | .           | .      | .         | .         | .         | .
proposed     | academy-manager | .     | begun    | partly       | declined  | notyet      | notyet | withdrawn | .         | .         | notyet
three agreed | nqsw            | begun | .        | agreed       | declined  | .           | .      | .         | .         | notyet    | .
three agreed | assessor        | .     | .        | done         | declined  | .           | .      | .         | notyet    | .         | .
three agreed | host-manager    | .     | .        | done         | declined  | .           | .      | .         | .         | .         | .
three agreed | academy-manager | .     | begun    | done         | declined  | notyet      | notyet | withdrawn | .         | .         | notyet
agreed       | nqsw            | begun | .        | nothing      | nothing   | .           | .      | .         | .         | agreed    | .
agreed       | assessor        | .     | .        | nothing      | nothing   | .           | .      | .         | agreed    | .         | .
agreed       | host-manager    | .     | .        | nothing      | nothing   | .           | .      | .         | .         | .         | .
agreed       | academy-manager | .     | begun    | nothing      | nothing   | lengthening | agreed | withdrawn | .         | .         | agreed
lengthening  | nqsw            | begun | .        | lengthening+ | agreed    | .           | .      | .         | .         | lengthening | .
lengthening  | assessor        | .     | .        | lengthening+ | agreed    | .           | .      | .         | lengthening | .       | .
lengthening  | host-manager    | .     | .        | lengthening+ | agreed    | .           | .      | .         | .         | .         | .
lengthening  | academy-manager | .     | begun    | lengthening+ | agreed    | begun       | begun  | agreed    | .         | .         | lengthening
declined     | nqsw            | closed | .       | closed       | closed    | .           | .      | .         | .         | closed    | .
declined     | assessor        | .     | .        | closed       | closed    | .           | .      | .         | closed    | .         | .
declined     | host-manager    | .     | .        | closed       | closed    | .           | .      | .         | .         | .         | .
declined     | academy-manager | .     | closed   | closed       | closed    | closed      | closed | closed    | .         | .         | closed
withdrawn    | nqsw            | closed | .       | closed       | closed    | .           | .      | .         | .         | closed    | .
withdrawn    | assessor        | .     | .        | closed       | closed    | .           | .      | .         | closed    | .         | .
withdrawn    | host-manager    | .     | .        | closed       | closed    | .           | .      | .         | .         | .         | .
withdrawn    | academy-manager | .     | closed   | closed       | closed    | closed      | closed | closed    | .         | .         | closed
`;

const refusals = {
  'no-pause': 'none',
  'already-begun': 'begun',
  closed: 'closed',
  'not-your-step': '.',
  'nothing-proposed': 'nothing',
  'not-yet-agreed': 'notyet',
  'already-done': 'done',
} as const;

function shown(state: PauseState | undefined): string {
  if (state?.at === 'proposed' && state.agreed.length > 0) return 'partly';
  if (state?.at === 'lengthening' && state.agreed.length > 0) return 'lengthening+';
  return state?.at ?? 'none';
}

function outcome(way: readonly PauseAct[], act: PauseAct, as: AcademyFunction): string {
  const decided = decidePause(stateAfter(way), act, { functions: [as], today, startOn });
  if (decided.ok) return shown(stateAfter([...way, act]));
  return (refusals as Readonly<Record<string, string>>)[decided.refused] ?? decided.refused;
}

const cells = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('state × actor × step of a pause', () => {
  const [head = [], ...rows] = cells;
  const steps = head.slice(1);
  it.each(rows.map(([state = '', actor = '', ...expected]) => ({ state, actor, expected })))(
    '$state, $actor',
    ({ state, actor, expected }) => {
      const as = academyFunctions.find((name) => name === actor) ?? 'mentor';
      const came = steps.map((step) =>
        outcome(ways[state] ?? [], (columns[step] ?? (() => withdraw))(as), as),
      );
      expect(came).toEqual(expected);
    },
  );

  it('has a row for each state and each of the four, and refuses everybody else every step', () => {
    expect(rows).toHaveLength(Object.keys(ways).length * pauseParties.length);
    const others = academyFunctions.filter((name) => !pauseParties.some((party) => party === name));
    for (const way of Object.values(ways))
      for (const as of others)
        for (const column of Object.values(columns)) expect(outcome(way, column(as), as)).toBe('.');
  });
});

describe('the terms of a pause', () => {
  const decide = (way: readonly PauseAct[], act: PauseAct, on = today) => {
    const decided = decidePause(stateAfter(way), act, { functions: ['academy-manager'], today: on, startOn });
    return decided.ok ? 'ok' : decided.refused;
  };
  const proposing = (from: string, until: string | null) =>
    decide([], {
      step: 'propose',
      reason: 'other',
      fromOn: day(from),
      untilOn: until === null ? null : day(until),
    });

  it('begin on programme day 0 at the earliest, and end no earlier than they begin', () => {
    expect(proposing('2026-09-06', null)).toBe('before-start');
    expect(proposing('2026-09-07', null)).toBe('ok');
    expect(proposing('2026-11-02', '2026-11-01')).toBe('ends-before-it-begins');
    expect(proposing('2026-11-02', '2026-11-02')).toBe('ok');
    const pending = decidePause(undefined, propose, { functions: ['academy-manager'], today, startOn: null });
    expect(pending).toEqual({ ok: false, refused: 'before-start', startOn: null });
  });

  it('can be shortened to a day on which the pause has lasted, and lengthened beyond its last day alone', () => {
    const agreed = ways.agreed ?? [];
    const back = (on: string) => decide(agreed, { step: 'end', backOn: day(on) });
    expect(['2026-11-02', '2026-11-03', '2026-12-14', '2026-12-15'].map(back)).toEqual([
      'back-too-early',
      'ok',
      'ok',
      'back-too-late',
    ]);
    const until = (on: string) => decide(agreed, { step: 'lengthen', untilOn: day(on) });
    expect(['2026-12-13', '2026-12-14'].map(until)).toEqual(['not-longer', 'ok']);
    const open: readonly PauseAct[] = [{ ...propose, untilOn: null } as PauseAct, ...all];
    expect(decide(open, lengthen)).toBe('not-longer');
    expect(decide(open, { step: 'end', backOn: day('2027-06-01') })).toBe('ok');
  });

  it('can be taken back until the evening before the first day', () => {
    expect(decide(ways.agreed ?? [], withdraw, day('2026-11-01'))).toBe('ok');
    expect(decide(ways.agreed ?? [], withdraw, day('2026-11-02'))).toBe('has-begun');
  });

  it('stay as they were until all four have agreed to a later last day', () => {
    const terms = (state: PauseState | undefined) =>
      state !== undefined && 'terms' in state ? state.terms.untilOn?.toString() : undefined;
    const longer = ways.lengthening ?? [];
    expect(terms(stateAfter([...longer, ...all.slice(1)]))).toBe('2026-12-13');
    expect(terms(stateAfter([...longer, ...all]))).toBe('2027-01-10');
    expect(terms(stateAfter([...longer, ...all.slice(1), decline('nqsw')]))).toBe('2026-12-13');
    expect(terms(stateAfter([...(ways.agreed ?? []), end]))).toBe('2026-11-29');
  });

  it('are agreed in any order, and somebody who holds two functions agrees for both', () => {
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ];
    for (const order of orders) {
      const acts = order.map((at) => agree(pauseParties[at] ?? 'nqsw'));
      expect(shown(stateAfter([propose, ...acts.slice(0, 3)]))).toBe('partly');
      expect(shown(stateAfter([propose, ...acts]))).toBe('agreed');
    }
    const both = stateAfter([propose, agree('assessor', 'host-manager')]);
    expect(awaitedFor(both)?.parties).toEqual(['nqsw', 'academy-manager']);
  });

  it('leave three things to record, each of them somebody’s, until they are done', () => {
    const recorded = (['agreement', 'portfolio', 'portal'] as const).map(
      (task): PauseAct => ({
        step: 'record',
        task,
      }),
    );
    expect(awaitedFor(stateAfter(ways.agreed ?? []))?.parties).toEqual([
      'assessor',
      'nqsw',
      'academy-manager',
    ]);
    const done = stateAfter([...(ways.agreed ?? []), ...recorded]);
    expect(done?.at === 'agreed' && tasksLeft(done)).toEqual([]);
    expect(awaitedFor(done)).toBeNull();
  });
});

describe('a pause as it is shown', () => {
  it.each([
    ['none', false, ''],
    ['asked', true, 'academy-manager by 2026-10-22'],
    ['proposed', true, 'nqsw assessor host-manager academy-manager by 2026-10-26'],
    ['three agreed', true, 'nqsw by 2026-10-26'],
    ['agreed', false, 'assessor nqsw academy-manager by 2026-10-26'],
    ['lengthening', true, 'nqsw assessor host-manager academy-manager by 2026-10-26'],
    ['declined', false, ''],
    ['withdrawn', false, ''],
  ])('%s: undecided %s, with %s', (name, undecided, awaited) => {
    const state = stateAfter(ways[name] ?? []);
    expect(isUndecided(state)).toBe(undecided);
    const turn = awaitedFor(state);
    expect(turn === null ? '' : `${turn.parties.join(' ')} by ${turn.dueOn}`).toBe(awaited);
  });

  const record = (task: 'agreement' | 'portfolio' | 'portal'): PauseAct => ({ step: 'record', task });

  it('keeps what was recorded while it is made longer, and begins anew with the new terms', () => {
    const longer = [...(ways.agreed ?? []), record('portal'), lengthen, record('agreement')];
    const left = (acts: readonly PauseAct[]) => {
      const state = stateAfter(acts);
      return state !== undefined && 'done' in state ? tasksLeft(state).join(' ') : 'none';
    };
    expect(left(longer)).toBe('portfolio');
    expect(left([...longer, decline('nqsw')])).toBe('portfolio');
    expect(left([...longer, ...all])).toBe('agreement portfolio portal');
    // Nothing can be recorded of what is only proposed, and nothing comes after the end.
    expect(stateAfter([propose, record('portal')])).toEqual(stateAfter([propose]));
    expect(stateAfter([{ step: 'ask' }, ...all])?.at).toBe('asked');
    expect(stateAfter([...(ways.declined ?? []), ...all])?.at).toBe('declined');
  });

  it('ends when the file says so, once it is agreed', () => {
    const kept = { pauseId: 'b-1', fromOn: day('2026-11-02'), untilOn: day('2026-11-08') };
    const until = (name: string) => {
      const state = pauseStateOf(ground, (ways[name] ?? []).map(taken), kept);
      return state !== undefined && 'terms' in state ? String(state.terms.untilOn) : state?.at;
    };
    expect(['agreed', 'lengthening', 'proposed', 'asked', 'none'].map(until)).toEqual([
      '2026-11-08',
      '2026-11-08',
      '2026-12-13',
      'asked',
      undefined,
    ]);
    const agreed = pauseStateOf(ground, (ways.agreed ?? []).map(taken), kept);
    expect(agreed).toMatchObject({
      at: 'agreed',
      terms: { reason: 'not-disclosed', fromOn: day('2026-11-02') },
    });
  });

  it('counts how often the terms were put anew, and tells its steps from another’s', () => {
    const steps = [propose, ...all, record('portal'), lengthen, decline('nqsw'), end].map(taken);
    expect(roundOf(steps)).toBe(4);
    const other = { ...taken(propose), pauseId: 'b-2' };
    expect(stepsOfPause([...steps, other], 'b-1')).toEqual(steps);
  });
});
