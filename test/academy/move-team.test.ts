import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../src/academy/calendar.ts';
import {
  decideMove,
  isOpenMove,
  type MoveAct,
  type MoveState,
  type MoveStep,
  type MoveStepName,
  moveReaches,
  moveStateOf,
  moveSteps,
  stepsOfMove,
  toldOfMove,
} from '../../src/academy/move-team.ts';
import { type AcademyFunction, academyFunctions } from '../../src/academy/roles.ts';
import type { TimeGround } from '../../src/academy/time-limit.ts';
import { preset } from './support/luton.ts';

const ground: TimeGround = { programme: await preset('luton'), calendar: workingCalendar() };
const day = (text: string) => Temporal.PlainDate.from(text);

/** What each step brings when nothing is wrong with it; the plan of 14 September is to be reviewed on 12 October. */
const acts: Readonly<Record<MoveStepName, MoveAct>> = {
  wish: { step: 'wish' },
  conversation: { step: 'conversation', heldOn: day('2026-09-08') },
  meeting: {
    step: 'meeting',
    heldOn: day('2026-09-14'),
    aims: ['workload'],
    supports: ['mentor'],
    link: 'https://documents.example.org/plan',
  },
  invite: { step: 'invite', meetOn: day('2026-09-14') },
  'accept-day': { step: 'accept-day' },
  'propose-day': { step: 'propose-day', meetOn: day('2026-09-15') },
  review: { step: 'review', heldOn: day('2026-10-12') },
  stay: { step: 'stay' },
  'go-on': { step: 'go-on' },
  request: { step: 'request', reasons: ['kind-of-work'] },
  approve: { step: 'approve' },
  refuse: { step: 'refuse', reason: 'no-place' },
  'ask-more': { step: 'ask-more', questions: ['timing'] },
  'answer-more': { step: 'answer-more', reasons: ['travel'], link: 'https://documents.example.org/more' },
  withdraw: { step: 'withdraw' },
};

/** The day on which each step is recorded. */
const days: Readonly<Record<MoveStepName, string>> = {
  wish: '2026-09-07',
  conversation: '2026-09-08',
  invite: '2026-09-08',
  'accept-day': '2026-09-09',
  'propose-day': '2026-09-09',
  meeting: '2026-09-14',
  review: '2026-10-12',
  stay: '2026-10-13',
  'go-on': '2026-10-13',
  request: '2026-10-14',
  approve: '2026-10-20',
  refuse: '2026-10-20',
  'ask-more': '2026-10-20',
  'answer-more': '2026-10-21',
  withdraw: '2026-10-22',
};

const taken = (act: MoveAct, on = days[act.step]): MoveStep => ({
  ...act,
  requestId: 'm-1',
  by: 'u-1',
  byName: 'Somebody',
  at: Temporal.Instant.from(`${on}T09:30:00Z`),
  told: [],
  asked: [],
});
const played = (...names: readonly MoveStepName[]) => names.map((name) => taken(acts[name]));
const stateAfter = (...names: readonly MoveStepName[]) => moveStateOf(ground, played(...names));

const toRequest: readonly MoveStepName[] = ['wish', 'conversation', 'meeting', 'review', 'go-on', 'request'];
const ways: Readonly<Record<string, readonly MoveStepName[]>> = {
  none: [],
  'wish-expressed': toRequest.slice(0, 1),
  'conversation-held': toRequest.slice(0, 2),
  'held, invited': [...toRequest.slice(0, 2), 'invite'],
  'held, accepted': [...toRequest.slice(0, 2), 'invite', 'accept-day'],
  'held, other day': [...toRequest.slice(0, 2), 'invite', 'propose-day'],
  'plan-agreed': toRequest.slice(0, 3),
  'plan-reviewed': toRequest.slice(0, 4),
  'going-on': toRequest.slice(0, 5),
  requested: toRequest,
  'more-asked': [...toRequest, 'ask-more'],
  stayed: [...toRequest.slice(0, 4), 'stay'],
  approved: [...toRequest, 'approve'],
  refused: [...toRequest, 'refuse'],
  withdrawn: ['wish', 'withdraw'],
};

/*
 * Every cell of state × step × actor. A cell says what comes of it: the state it leads to, or why it is refused:
 *   .        not this person's step          early:X  X has to come first
 *   done     has been done                   closed   the request has been answered or ended
 *   open     one is open already             none     there is no request
 *   unasked  nobody has asked for more       uninvited  no day has been proposed to them
 * Only the NQSW, the reflective supervisor (RS), the Team Manager (TM) and the Head ever take a step; every other
 * function is refused.
 */
const table = `
                  | NQSW: wish     | stay               | go-on              | request            | answer-more        | withdraw  | RS: conversation  | meeting            | review             | invite             | TM: accept-day     | propose-day        | Head: approve      | refuse             | ask-more           | others
none              | wish-expressed | none               | none               | none               | none               | none      | none              | none               | none               | none               | none               | none               | none               | none               | none               | .
wish-expressed    | open           | early:conversation | early:conversation | early:conversation | early:conversation | withdrawn | conversation-held | early:conversation | early:conversation | early:conversation | early:conversation | early:conversation | early:conversation | early:conversation | early:conversation | .
conversation-held | open           | early:meeting      | early:meeting      | early:meeting      | early:meeting      | withdrawn | done              | plan-agreed        | early:meeting      | held, invited      | uninvited          | uninvited          | early:meeting      | early:meeting      | early:meeting      | .
held, invited     | open           | early:meeting      | early:meeting      | early:meeting      | early:meeting      | withdrawn | done              | plan-agreed        | early:meeting      | held, invited      | held, accepted     | held, other day    | early:meeting      | early:meeting      | early:meeting      | .
held, accepted    | open           | early:meeting      | early:meeting      | early:meeting      | early:meeting      | withdrawn | done              | plan-agreed        | early:meeting      | held, invited      | held, accepted     | held, other day    | early:meeting      | early:meeting      | early:meeting      | .
held, other day   | open           | early:meeting      | early:meeting      | early:meeting      | early:meeting      | withdrawn | done              | plan-agreed        | early:meeting      | held, invited      | held, accepted     | held, other day    | early:meeting      | early:meeting      | early:meeting      | .
plan-agreed       | open           | early:review       | early:review       | early:review       | early:review       | withdrawn | done              | done               | plan-reviewed      | done               | done               | done               | early:review       | early:review       | early:review       | .
plan-reviewed     | open           | stayed             | going-on           | early:stay         | early:stay         | withdrawn | done              | done               | done               | done               | done               | done               | early:stay         | early:stay         | early:stay         | .
going-on          | open           | done               | done               | requested          | early:request      | withdrawn | done              | done               | done               | done               | done               | done               | early:request      | early:request      | early:request      | .
requested         | open           | done               | done               | done               | unasked            | withdrawn | done              | done               | done               | done               | done               | done               | approved           | refused            | more-asked         | .
more-asked        | open           | done               | done               | done               | requested          | withdrawn | done              | done               | done               | done               | done               | done               | early:answer-more  | early:answer-more  | early:answer-more  | .
stayed            | wish-expressed | closed             | closed             | closed             | closed             | closed    | closed            | closed             | closed             | closed             | closed             | closed             | closed             | closed             | closed             | .
approved          | wish-expressed | closed             | closed             | closed             | closed             | closed    | closed            | closed             | closed             | closed             | closed             | closed             | closed             | closed             | closed             | .
refused           | wish-expressed | closed             | closed             | closed             | closed             | closed    | closed            | closed             | closed             | closed             | closed             | closed             | closed             | closed             | closed             | .
withdrawn         | wish-expressed | closed             | closed             | closed             | closed             | closed    | closed            | closed             | closed             | closed             | closed             | closed             | closed             | closed             | closed             | .
`;

const invitedAs = {
  open: 'held, invited',
  accepted: 'held, accepted',
  'other-day': 'held, other day',
} as const;
function shown(state: MoveState | undefined): string {
  if (state?.at === 'conversation-held' && state.invitation !== null)
    return invitedAs[state.invitation.answer];
  return state?.at ?? 'none';
}

/** What comes of one cell, in the words of the table. */
function outcome(way: readonly MoveStepName[], step: MoveStepName, as: AcademyFunction): string {
  const steps = played(...way);
  const decided = decideMove(moveStateOf(ground, steps), acts[step], [as], day(days[step]));
  if (decided.ok)
    return shown(moveStateOf(ground, step === 'wish' ? [taken(acts.wish)] : [...steps, taken(acts[step])]));
  const words: Partial<Record<typeof decided.refused, string>> = {
    'not-your-step': '.',
    'already-done': 'done',
    'already-open': 'open',
    closed: 'closed',
    'no-request': 'none',
    'nothing-asked': 'unasked',
    'not-invited': 'uninvited',
  };
  return decided.refused === 'too-early'
    ? `early:${decided.missing}`
    : (words[decided.refused] ?? decided.refused);
}

const takers: Readonly<Record<string, AcademyFunction>> = {
  NQSW: 'nqsw',
  RS: 'reflective-supervisor',
  TM: 'host-manager',
  Head: 'head-of-academy',
};
const [head = '', ...lines] = table.trim().split('\n');
let taker: AcademyFunction = 'nqsw';
const columns = `x${head}`
  .split('|')
  .slice(1)
  .map((cell) => {
    const [first = '', second] = cell.trim().split(': ');
    if (second !== undefined) taker = takers[first] ?? taker;
    return { step: (second ?? first) as MoveStepName, as: taker };
  });
const cells = lines.flatMap((line) => {
  const [state = '', ...outcomes] = line.split('|').map((cell) => cell.trim());
  return columns.map(({ step, as }, at) => ({ state, step, as, expected: outcomes[at] ?? '' }));
});
const own = cells.filter(({ step }) => moveSteps.includes(step));

describe('the request to move team, every state × step × actor', () => {
  it('has a row for every state and a column for every step', () => {
    expect(lines.map((line) => line.split('|')[0]?.trim())).toEqual(Object.keys(ways));
    expect(
      own
        .map(({ step }) => step)
        .slice(0, moveSteps.length)
        .toSorted(),
    ).toEqual(moveSteps.toSorted());
    for (const [state, way] of Object.entries(ways)) expect(shown(stateAfter(...way))).toBe(state);
  });

  it.each(own)('$state, $step by $as: $expected', ({ state, step, as, expected }) => {
    expect(outcome(ways[state] ?? [], step, as)).toBe(expected);
  });

  it('refuses every other function every step in every state', () => {
    const wrong = Object.values(ways).flatMap((way) =>
      columns
        .slice(0, -1)
        .flatMap(({ step, as }) =>
          academyFunctions
            .filter((other) => other !== as && outcome(way, step, other) !== '.')
            .map((other) => `${way.join(' ')}: ${step} by ${other}`),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('dates of the request', () => {
  const on = (step: 'conversation' | 'meeting' | 'review', heldOn: string): MoveAct =>
    step === 'meeting'
      ? ({ ...acts.meeting, step, heldOn: day(heldOn) } as MoveAct)
      : { step, heldOn: day(heldOn) };
  const decide = (way: readonly MoveStepName[], act: MoveAct, today: string) =>
    decideMove(stateAfter(...way), act, ['reflective-supervisor'], day(today));

  it('review the plan 28 days after the meeting, rolled to a working day (A10, A4)', () => {
    const reviewOn = (meeting: string) => {
      const steps = [...played('wish', 'conversation'), taken(on('meeting', meeting), meeting)];
      const state = moveStateOf(ground, steps);
      return isOpenMove(state) ? String(state.dueOn) : '';
    };
    expect(reviewOn('2026-09-14')).toBe('2026-10-12');
    // 28 days after Friday 27 November is Christmas Day; Monday 28 December stands in for Boxing Day.
    expect(reviewOn('2026-11-27')).toBe('2026-12-29');
    // Easter Monday 2027.
    expect(reviewOn('2027-03-01')).toBe('2027-03-30');
  });

  it('refuse a review before its day, and say which day that is', () => {
    const way: readonly MoveStepName[] = ['wish', 'conversation', 'meeting'];
    expect(decide(way, on('review', '2026-10-09'), '2026-10-12')).toEqual({
      ok: false,
      refused: 'review-not-due',
      reviewOn: day('2026-10-12'),
    });
    expect(decide(way, on('review', '2026-10-12'), '2026-10-12')).toEqual({ ok: true });
    expect(decide(way, on('review', '2026-10-13'), '2026-10-12')).toEqual({
      ok: false,
      refused: 'in-the-future',
    });
  });

  it('refuse what is said to have been held before the step before it', () => {
    expect(decide(['wish'], on('conversation', '2026-09-04'), '2026-09-08')).toEqual({
      ok: false,
      refused: 'before-the-step-before',
      earliestOn: day('2026-09-07'),
    });
    expect(decide(['wish', 'conversation'], on('meeting', '2026-09-07'), '2026-09-14')).toEqual({
      ok: false,
      refused: 'before-the-step-before',
      earliestOn: day('2026-09-08'),
    });
    expect(decide(['wish'], on('conversation', '2026-09-09'), '2026-09-08')).toEqual({
      ok: false,
      refused: 'in-the-future',
    });
  });

  it('set each actor a limit in working days, counted from the day the turn came to them', () => {
    const due = (...way: readonly MoveStepName[]) => {
      const state = stateAfter(...way);
      return isOpenMove(state) ? String(state.dueOn) : '';
    };
    expect(due('wish')).toBe('2026-09-14');
    expect(due('wish', 'conversation')).toBe('2026-09-22');
    expect(due(...toRequest.slice(0, 4))).toBe('2026-10-19');
    expect(due(...toRequest.slice(0, 5))).toBe('2026-10-20');
    expect(due(...toRequest)).toBe('2026-10-28');
    expect(due(...toRequest, 'ask-more')).toBe('2026-10-27');
    expect(due(...toRequest, 'ask-more', 'answer-more')).toBe('2026-11-04');
  });

  it('say what is missing, who does it, and when it is due', () => {
    const state = stateAfter('wish');
    expect(decideMove(state, acts.request, ['nqsw'], day('2026-09-08'))).toEqual({
      ok: false,
      refused: 'too-early',
      missing: 'conversation',
      whose: 'reflective-supervisor',
      dueOn: day('2026-09-14'),
    });
  });
});

describe('whom the request reaches', () => {
  it('is the Head with the formal request, and the Team Manager with that or an invitation, and not before', () => {
    for (const [state, way] of Object.entries(ways)) {
      const isFormal = way.includes('request');
      const reached = moveReaches(played(...way));
      expect([state, reached.includes('head-of-academy')]).toEqual([state, isFormal]);
      const isInvited = way.includes('invite');
      expect([state, reached.includes('host-manager')]).toEqual([state, isFormal || isInvited]);
    }
  });

  it('is exactly three people for the formal request, and never the Head for a wish to stay', () => {
    expect(toldOfMove.request).toEqual(['host-manager', 'head-of-academy', 'academy-manager']);
    expect(toldOfMove.stay).toEqual(['reflective-supervisor']);
  });

  it('keeps what the answer to the Head changes, and what was asked', () => {
    expect(stateAfter(...toRequest, 'ask-more')).toMatchObject({
      questions: ['timing'],
      reasons: ['kind-of-work'],
    });
    expect(stateAfter(...toRequest, 'ask-more', 'answer-more')).toMatchObject({
      at: 'requested',
      reasons: ['travel'],
      plan: { link: 'https://documents.example.org/more', aims: ['workload'] },
    });
  });

  it('makes nothing up when the row of the meeting could not be read', () => {
    expect(moveStateOf(ground, played('wish', 'conversation', 'review'))?.at).toBe('withdrawn');
  });
});

describe('the day of the three-way meeting', () => {
  const decide = (way: readonly MoveStepName[], meetOn: string, today: string) =>
    decideMove(
      stateAfter(...way),
      { step: 'invite', meetOn: day(meetOn) },
      ['reflective-supervisor'],
      day(today),
    );

  it('may be today, and not yesterday', () => {
    expect(decide(['wish', 'conversation'], '2026-09-09', '2026-09-09')).toEqual({ ok: true });
    expect(decide(['wish', 'conversation'], '2026-09-08', '2026-09-09')).toEqual({
      ok: false,
      refused: 'in-the-past',
    });
  });

  it('is arranged after the conversation alone, whatever rows can be read', () => {
    const invited = moveStateOf(ground, played('wish', 'invite'));
    expect(invited).toEqual(stateAfter('wish'));
    expect(moveStateOf(ground, played('invite'))).toEqual({ at: 'withdrawn', since: day(days.invite) });
    expect(moveStateOf(ground, played('wish', 'conversation', 'accept-day'))).toEqual(
      stateAfter('wish', 'conversation'),
    );
  });

  it('can have been that of the conversation, and the conversation that of the wish', () => {
    const held = (way: readonly MoveStepName[], act: MoveAct, today: string) =>
      decideMove(stateAfter(...way), act, ['reflective-supervisor'], day(today));
    const conversation: MoveAct = { step: 'conversation', heldOn: day('2026-09-07') };
    expect(held(['wish'], conversation, '2026-09-08')).toEqual({ ok: true });
    const meeting = { ...acts.meeting, heldOn: day('2026-09-08') } as MoveAct;
    expect(held(['wish', 'conversation'], meeting, '2026-09-14')).toEqual({ ok: true });
    // The conversation was recorded a day after it was held.
    const steps = [...played('wish'), taken(acts.conversation, '2026-09-09')];
    expect(
      decideMove(moveStateOf(ground, steps), meeting, ['reflective-supervisor'], day('2026-09-14')),
    ).toEqual({
      ok: true,
    });
  });
});

describe('steps of a request', () => {
  it('reach three functions from the beginning', () => {
    expect(moveReaches(played('wish'))).toEqual(['nqsw', 'reflective-supervisor', 'academy-manager']);
  });

  it('are told apart from those of another request', () => {
    const [wish, conversation] = played('wish', 'conversation');
    if (wish === undefined || conversation === undefined) expect.fail('no steps');
    const other = { ...wish, requestId: 'another' };
    expect(stepsOfMove([wish, other, conversation], wish.requestId)).toEqual([wish, conversation]);
  });
});
