import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type Attendee,
  advance,
  booked,
  endsAt,
  held,
  isInvited,
  type LearningSet,
  newLearningSet,
  type Place,
  placeOf,
  placesLeft,
  type Step,
  type Terms,
  waiting,
} from '../../src/academy/learning-set.ts';

const now = Temporal.Instant.from('2026-11-16T09:00:00Z');
const startsAt = Temporal.Instant.from('2026-12-03T14:00:00Z');
const afterwards = Temporal.Instant.from('2026-12-03T16:00:00Z');

const terms: Terms = {
  title: 'Action learning set',
  facilitator: { personId: 'ruth', name: 'Ruth Calder' },
  startsAt,
  minutes: 90,
  place: 'Room 2.14',
  link: '',
  capacity: 2,
  presenterSlots: 1,
  audience: { kind: 'everybody' },
  countsFor: null,
  acceptWithinHours: 24,
};
const who = (personId: string): Attendee => ({
  personId,
  name: `Person ${personId}`,
  participantId: `p-${personId}`,
  cohort: 'Autumn 2026',
  team: 'North',
});
const empty = newLearningSet({ id: 's', series: 's', terms, createdBy: 'helen' });

/** Takes steps that must all succeed. */
function having(set: LearningSet, ...steps: readonly Step[]): LearningSet {
  return steps.reduce((each, step) => {
    const stepped = advance(each, step, now);
    if (!stepped.ok) throw new Error(`${step.step} was refused: ${stepped.refused}`);
    return stepped.set;
  }, set);
}
const book = (id: string): Step => ({ step: 'book', who: who(id) });
const wait = (id: string): Step => ({ step: 'wait', who: who(id) });
const leave = (personId: string): Step => ({ step: 'leave', personId });
const presentation = { topic: 'Working with reluctant parents', minutes: 10 };
const present = (personId: string): Step => ({ step: 'present', personId, presentation });
const cancelled = (set: LearningSet) => having(set, { step: 'cancel', by: 'helen', name: 'Helen Marsh' });
const full = having(empty, book('x'), book('y'));

/** Where "me" can stand, and in which session. */
const states: Readonly<Record<string, { set: LearningSet; at: Temporal.Instant }>> = {
  'free, I am nobody': { set: having(empty, book('x')), at: now },
  'full, I am nobody': { set: full, at: now },
  'I am booked': { set: having(empty, book('me'), book('x')), at: now },
  'I present': { set: having(empty, book('me'), book('x'), present('me')), at: now },
  'I am booked, x presents': { set: having(empty, book('me'), book('x'), present('x')), at: now },
  'I wait': { set: having(full, wait('me')), at: now },
  'I am offered': { set: having(full, wait('me'), leave('x')), at: now },
  'my offer has run out': { set: having(full, wait('me'), leave('x')), at: now.add({ hours: 24 }) },
  'I have left': { set: having(empty, book('me'), book('x'), leave('me')), at: now },
  'it is cancelled, I was booked': { set: cancelled(having(empty, book('me'))), at: now },
  'it has begun, I am booked': { set: having(empty, book('me')), at: startsAt },
  'it is over, I was booked': { set: having(empty, book('me')), at: afterwards },
};
const steps: Readonly<Record<string, Step>> = {
  book: book('me'),
  wait: wait('me'),
  accept: { step: 'accept', personId: 'me' },
  leave: leave('me'),
  present: present('me'),
  'not-present': { step: 'not-present', personId: 'me' },
  'places to 1': { step: 'edit', terms: { ...terms, capacity: 1 }, whenOverbooked: 'ask' },
  cancel: { step: 'cancel', by: 'helen', name: 'Helen Marsh' },
  mark: { step: 'mark', by: 'ruth', name: 'Ruth', attended: new Set(['me']), apologies: new Set() },
  look: { step: 'look' },
};

/** How I stand afterwards; "=" when nothing has changed, or why it was refused. */
function cell(set: LearningSet, step: Step, at: Temporal.Instant): string {
  const stepped = advance(set, step, at);
  if (!stepped.ok) return `refused: ${stepped.refused}`;
  if (stepped.set === set) return '=';
  if (stepped.set.cancelled !== null) return 'cancelled';
  const place = placeOf(stepped.set, 'me');
  if (place === undefined) return 'nobody';
  const standing = place.standing.is === 'left' ? place.standing.how : place.standing.is;
  return [standing, place.presents === null ? null : 'presenting', place.attendance]
    .filter((word) => word !== null)
    .join(', ');
}

/*
 * Every state × every step, as somebody ("me") finds it afterwards. x and y are others; there are two places.
 */
const table = `
state                         | book               | wait               | accept             | leave              | present                  | not-present | places to 1          | cancel             | mark                 | look
free, I am nobody             | booked             | booked             | refused: no-offer  | refused: no-place  | refused: not-booked      | =           | nobody               | cancelled          | refused: not-started | =
full, I am nobody             | refused: full      | waiting            | refused: no-offer  | refused: no-place  | refused: not-booked      | =           | refused: overbooked  | cancelled          | refused: not-started | =
I am booked                   | =                  | =                  | =                  | themselves         | booked, presenting       | =           | refused: overbooked  | cancelled          | refused: not-started | =
I present                     | =                  | =                  | =                  | themselves         | booked, presenting       | booked      | refused: overbooked  | cancelled          | refused: not-started | =
I am booked, x presents       | =                  | =                  | =                  | themselves         | refused: presenters-full | =           | refused: overbooked  | cancelled          | refused: not-started | =
I wait                        | refused: full      | =                  | refused: no-offer  | themselves         | refused: not-booked      | =           | refused: overbooked  | cancelled          | refused: not-started | =
I am offered                  | booked             | =                  | booked             | themselves         | refused: not-booked      | =           | refused: overbooked  | cancelled          | refused: not-started | =
my offer has run out          | booked             | booked             | refused: no-offer  | refused: no-place  | refused: not-booked      | offer-lapsed | offer-lapsed        | cancelled          | refused: not-started | offer-lapsed
I have left                   | booked             | booked             | refused: no-offer  | refused: no-place  | refused: not-booked      | =           | themselves           | cancelled          | refused: not-started | =
it is cancelled, I was booked | refused: cancelled | refused: cancelled | refused: cancelled | refused: cancelled | refused: cancelled       | refused: cancelled | refused: cancelled | =              | refused: cancelled   | =
it has begun, I am booked     | refused: started   | refused: started   | refused: started   | refused: started   | refused: started         | refused: started | refused: started | refused: started   | booked, attended     | =
it is over, I was booked      | refused: started   | refused: started   | refused: started   | refused: started   | refused: started         | refused: started | refused: started | refused: started   | booked, attended     | =
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((text) => text.trim()));
const [header = [], ...lines] = table;

describe('a step in each state', () => {
  it('is in the table, for every state and step there is', () => {
    expect(lines.map(([state]) => state)).toEqual(Object.keys(states));
    expect(header.slice(1)).toEqual(Object.keys(steps));
  });

  for (const [state = '', ...cells] of lines) {
    for (const [at, expected] of cells.entries()) {
      const name = header[at + 1] ?? '';
      it(`${state}, ${name}: ${expected}`, () => {
        const given = states[state];
        const step = steps[name];
        if (given === undefined || step === undefined) throw new Error('no such cell');
        expect(cell(given.set, step, given.at)).toBe(expected);
      });
    }
  }
});

describe('a session is meant for', () => {
  const nqsw = who('a');
  const colleague: Attendee = { ...nqsw, participantId: null, cohort: null };
  const meant = (audience: Terms['audience'], each: Attendee) => isInvited({ ...terms, audience }, each);

  it('everybody on the programme, and nobody else', () => {
    expect(meant({ kind: 'everybody' }, nqsw)).toBe(true);
    expect(meant({ kind: 'everybody' }, colleague)).toBe(false);
  });

  it('one cohort of it', () => {
    expect(meant({ kind: 'cohort', cohort: 'Autumn 2026' }, nqsw)).toBe(true);
    expect(meant({ kind: 'cohort', cohort: 'Spring 2027' }, nqsw)).toBe(false);
    expect(meant({ kind: 'cohort', cohort: 'Autumn 2026' }, colleague)).toBe(false);
  });

  it('a whole team, with its staff', () => {
    expect(meant({ kind: 'team', team: 'North' }, nqsw)).toBe(true);
    expect(meant({ kind: 'team', team: 'North' }, colleague)).toBe(true);
    expect(meant({ kind: 'team', team: 'South' }, colleague)).toBe(false);
  });
});

describe('a waiting list', () => {
  const queued = having(full, wait('a'), wait('b'), wait('c'));

  it('is offered a place in order of joining, one for each that becomes free', () => {
    const one = having(queued, leave('x'));
    expect(placeOf(one, 'a')?.standing).toEqual({ is: 'offered', until: now.add({ hours: 24 }), offer: 1 });
    expect(waiting(one).map(({ personId }) => personId)).toEqual(['b', 'c']);
    expect(placesLeft(one)).toBe(0);
    const two = having(one, leave('y'));
    expect(placeOf(two, 'b')?.standing).toMatchObject({ is: 'offered', offer: 2 });
  });

  it('passes an offer on that nobody took, and not one that somebody took', () => {
    const offered = having(queued, leave('x'));
    const later = advance(offered, { step: 'look' }, now.add({ hours: 24 }));
    if (!later.ok) throw new Error(later.refused);
    expect(placeOf(later.set, 'a')?.standing).toEqual({ is: 'left', how: 'offer-lapsed' });
    expect(placeOf(later.set, 'b')?.standing).toMatchObject({ is: 'offered', offer: 2 });
    const taken = having(offered, { step: 'accept', personId: 'a' });
    const unchanged = advance(taken, { step: 'look' }, now.add({ hours: 24 }));
    expect(unchanged).toEqual({ ok: true, set: taken });
  });

  it('keeps no offer beyond the start, and offers nothing from then on', () => {
    const soon = startsAt.subtract({ hours: 2 });
    const left = advance(queued, leave('x'), soon);
    if (!left.ok) throw new Error(left.refused);
    expect(placeOf(left.set, 'a')?.standing).toMatchObject({ is: 'offered', until: startsAt });
    const begun = advance(left.set, { step: 'look' }, startsAt);
    if (!begun.ok) throw new Error(begun.refused);
    expect(placeOf(begun.set, 'a')?.standing.is).toBe('left');
    expect(placeOf(begun.set, 'b')?.standing.is).toBe('waiting');
  });

  it('gets every place that more places make', () => {
    const more = having(queued, { step: 'edit', terms: { ...terms, capacity: 4 }, whenOverbooked: 'ask' });
    expect(held(more).map(({ personId }) => personId)).toEqual(['x', 'y', 'a', 'b']);
  });
});

describe('fewer places than are taken', () => {
  const queued = having(full, wait('a'));
  const edit = (whenOverbooked: 'ask' | 'keep-everybody' | 'last-wait'): Step => ({
    step: 'edit',
    terms: { ...terms, capacity: 1 },
    whenOverbooked,
  });

  it('is asked about, with how many are taken', () => {
    expect(advance(queued, edit('ask'), now)).toEqual({ ok: false, refused: 'overbooked', held: 2 });
  });

  it('keeps everybody when that is chosen', () => {
    const kept = having(queued, edit('keep-everybody'));
    expect(kept.terms.capacity).toBe(2);
    expect(booked(kept)).toHaveLength(2);
  });

  it('lets the last wait ahead of everybody else when that is chosen, and loses nobody', () => {
    const fewer = having(queued, edit('last-wait'));
    expect(booked(fewer).map(({ personId }) => personId)).toEqual(['x']);
    expect(waiting(fewer).map(({ personId }) => personId)).toEqual(['y', 'a']);
    const free = having(fewer, leave('x'));
    expect(placeOf(free, 'y')?.standing.is).toBe('offered');
  });

  it('never takes a presenter slot away from somebody', () => {
    const presenting = having(full, present('x'));
    const step: Step = { step: 'edit', terms: { ...terms, presenterSlots: 0 }, whenOverbooked: 'ask' };
    expect(advance(presenting, step, now)).toEqual({ ok: false, refused: 'presenters-over', presenting: 1 });
  });
});

describe('in any order of steps', () => {
  const id = fc.integer({ min: 1, max: 12 }).map(String);
  const capacity = fc.integer({ min: 1, max: 6 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: id.map(book) },
    { weight: 4, arbitrary: id.map(wait) },
    { weight: 4, arbitrary: id.map(leave) },
    { weight: 2, arbitrary: id.map((personId): Step => ({ step: 'accept', personId })) },
    { weight: 1, arbitrary: id.map(present) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(capacity, fc.constantFrom('ask' as const, 'keep-everybody' as const, 'last-wait' as const))
        .map(
          ([places, whenOverbooked]): Step => ({
            step: 'edit',
            terms: { ...terms, capacity: places },
            whenOverbooked,
          }),
        ),
    },
    { weight: 1, arbitrary: fc.constant<Step>({ step: 'look' }) },
  );
  const history = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 80 });

  interface Moment {
    readonly before: LearningSet;
    readonly set: LearningSet;
    readonly at: Temporal.Instant;
  }

  /** The session before and after each step, one after the other. */
  function moments(taken: readonly (readonly [Step, number])[]): readonly Moment[] {
    const found: Moment[] = [];
    let set = empty;
    let at = now;
    for (const [next, hours] of taken) {
      at = at.add({ hours });
      const stepped = advance(set, next, at);
      if (stepped.ok) found.push({ before: set, set: stepped.set, at });
      set = stepped.ok ? stepped.set : set;
    }
    return found;
  }

  const always = (holds: (moment: Moment) => void) =>
    fc.assert(
      fc.property(history, (taken) => moments(taken).forEach(holds)),
      { numRuns: 300, seed: 20261203 },
    );

  it('no more have a place than there are', () => {
    always(({ set }) => expect(held(set).length).toBeLessThanOrEqual(set.terms.capacity));
  });

  it('nobody disappears, and nobody stands there twice', () => {
    always(({ before, set }) => {
      const ids = set.places.map(({ personId }) => personId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(before.places.map(({ personId }) => personId)));
    });
  });

  it('nobody is offered a place while somebody who joined earlier waits', () => {
    always(({ before, set }) => {
      const isNew = ({ personId, standing }: Place) =>
        standing.is === 'offered' && placeOf(before, personId)?.standing.is === 'waiting';
      const first = waiting(set)[0]?.order ?? Number.POSITIVE_INFINITY;
      for (const { order } of set.places.filter(isNew)) expect(order).toBeLessThan(first);
    });
  });

  it('no place stands empty while somebody waits for it', () => {
    always(({ set, at }) => {
      const isOpen = Temporal.Instant.compare(at, startsAt) < 0;
      if (isOpen && waiting(set).length > 0) expect(held(set)).toHaveLength(set.terms.capacity);
    });
  });
});

describe('what is kept of a session', () => {
  const enrolled = newLearningSet({ id: 's', series: 's', terms, createdBy: 'helen' }, [who('b'), who('a')]);

  it('is everybody who was enrolled from the start, in that order', () => {
    expect(enrolled.places.map(({ personId, order, standing }) => [personId, order, standing.is])).toEqual([
      ['b', 1, 'booked'],
      ['a', 2, 'booked'],
    ]);
    expect(enrolled).toMatchObject({ arrivals: 2, changes: 0, offers: 0, cancelled: null, marked: null });
    const joined = having(enrolled, wait('c'));
    expect(placeOf(joined, 'c')).toMatchObject({ order: 3, onFile: false });
    expect(joined.arrivals).toBe(3);
  });

  it('is its end, and how often it was changed', () => {
    expect(String(endsAt(terms))).toBe('2026-12-03T15:30:00Z');
    const edited = having(empty, {
      step: 'edit',
      terms: { ...terms, place: 'Room 3' },
      whenOverbooked: 'ask',
    });
    expect([edited.changes, edited.terms.place]).toEqual([1, 'Room 3']);
    const over = cancelled(edited);
    expect(over).toMatchObject({ changes: 2, cancelled: { by: 'helen', name: 'Helen Marsh', at: now } });
    expect(over.places).toEqual(edited.places);
  });

  it('is the order of joining, whoever stood there before', () => {
    const again = having(full, wait('a'), wait('b'), leave('a'), wait('a'));
    expect(waiting(again).map(({ personId }) => personId)).toEqual(['b', 'a']);
    expect(again.places.map(({ order }) => order)).toEqual([1, 2, 4, 5]);
    const shuffled = { ...again, places: again.places.toReversed() };
    expect(waiting(shuffled).map(({ personId }) => personId)).toEqual(['b', 'a']);
  });

  it('is no topic any more once its place is given up, and the same topic while it is kept', () => {
    const presenting = having(full, present('x'));
    const keeping = having(presenting, wait('a'), leave('y'));
    expect(placeOf(keeping, 'x')?.presents).toEqual(presentation);
    expect(placeOf(having(keeping, leave('x')), 'x')?.presents).toBeNull();
    const two = { ...terms, capacity: 1 };
    const waits = having(having(full, present('y')), {
      step: 'edit',
      terms: two,
      whenOverbooked: 'last-wait',
    });
    expect(placeOf(waits, 'y')).toMatchObject({ standing: { is: 'waiting' }, presents: null });
  });
});

describe('two who change one session', () => {
  const room = (place: string, seen?: number, rest: Partial<Terms> = {}): Step => ({
    step: 'edit',
    terms: { ...terms, ...rest, place },
    whenOverbooked: 'ask',
    ...(seen === undefined ? {} : { edited: { by: 'helen', name: 'Helen Marsh', seen } }),
  });
  const once = having(full, room('Room 1', 0));

  it('are told apart by what they were shown: the second changes nothing', () => {
    expect(advance(once, room('Room 2', 0), now)).toEqual({ ok: false, refused: 'changed-since' });
    expect(having(once, room('Room 2', 1)).terms.place).toBe('Room 2');
    expect(having(once, room('Room 2')).terms.place).toBe('Room 2');
  });

  it('who say the same have one change, also where places were kept for everybody', () => {
    expect(advance(once, room('Room 1', 0), now)).toEqual({ ok: true, set: once });
    const fewer = { ...room('Room 1', 0, { capacity: 1 }), whenOverbooked: 'keep-everybody' } as Step;
    const kept = having(full, fewer);
    expect(advance(kept, fewer, now)).toEqual({ ok: true, set: kept });
    expect(advance(kept, room('Room 1', 0, { capacity: 1 }), now)).toMatchObject({ ok: false });
    for (const other of [
      { title: 'Other' },
      { startsAt: startsAt.add({ hours: 1 }) },
      { audience: { kind: 'team', team: 'A' } },
    ] as const)
      expect(advance(once, room('Room 1', 0, other), now)).toMatchObject({ refused: 'changed-since' });
  });

  it('can be told who changed what: the last five changes are kept', () => {
    expect(once.edits).toEqual([{ change: 0, by: 'helen', name: 'Helen Marsh', at: now, before: terms }]);
    const rooms = [1, 2, 3, 4, 5, 6].map((seen) => room(`Room ${seen + 1}`, seen));
    expect(having(once, ...rooms).edits.map(({ change, before }) => `${change} ${before.place}`)).toEqual([
      '2 Room 2',
      '3 Room 3',
      '4 Room 4',
      '5 Room 5',
      '6 Room 6',
    ]);
  });
});

describe('attendance', () => {
  it('of a session that did not take place is nobody’s absence', () => {
    const step: Step = {
      step: 'mark',
      by: 'ruth',
      name: 'Ruth',
      attended: new Set(),
      apologies: new Set(['y']),
      notHeld: 'urgent-work',
    };
    const fell = advance(full, step, afterwards);
    if (!fell.ok) throw new Error(fell.refused);
    expect(fell.set.places.map(({ attendance }) => attendance)).toEqual(['not-held', 'not-held']);
    expect(fell.set.marked).toEqual({ by: 'ruth', name: 'Ruth', at: afterwards, notHeld: 'urgent-work' });
    const held = advance(
      fell.set,
      { step: 'mark', by: 'ruth', name: 'Ruth', attended: new Set(['x']), apologies: new Set() },
      afterwards,
    );
    if (!held.ok) throw new Error(held.refused);
    expect(held.set.marked).toEqual({ by: 'ruth', name: 'Ruth', at: afterwards });
    expect(held.set.places.map(({ attendance }) => attendance)).toEqual(['attended', 'absent']);
  });

  const marked = (set: LearningSet) =>
    advance(
      set,
      { step: 'mark', by: 'ruth', name: 'Ruth', attended: new Set(['x', 'gone']), apologies: new Set(['y']) },
      afterwards,
    );

  it('is marked for those who had a place: here, with apologies, or absent', () => {
    const three = having(
      empty,
      { step: 'edit', terms: { ...terms, capacity: 4 }, whenOverbooked: 'ask' },
      ...['x', 'y', 'z', 'gone'].map(book),
      leave('gone'),
    );
    const stepped = marked(three);
    if (!stepped.ok) expect.fail(stepped.refused);
    expect(stepped.set.places.map(({ personId, attendance }) => [personId, attendance])).toEqual([
      ['x', 'attended'],
      ['y', 'apologies'],
      ['z', 'absent'],
      ['gone', null],
    ]);
    expect(stepped.set.marked).toEqual({ by: 'ruth', name: 'Ruth', at: afterwards });
  });

  it('goes on somebody’s file and off it again, at any time', () => {
    const onFile = (set: LearningSet, personId: string, attended: boolean) =>
      advance(set, { step: 'on-file', personId, attended }, afterwards);
    const on = onFile(full, 'x', true);
    if (!on.ok) expect.fail(on.refused);
    expect(on.set.places.map((place) => place.onFile)).toEqual([true, false]);
    const off = onFile(on.set, 'x', false);
    expect(off.ok && off.set.places.map((place) => place.onFile)).toEqual([false, false]);
    expect(onFile(full, 'nobody', true)).toEqual({ ok: false, refused: 'no-place' });
  });
});

describe('a whole service’s meeting', () => {
  const many = (capacity: number, booked: number) =>
    newLearningSet(
      { id: 's', series: 's', terms: { ...terms, capacity }, createdBy: 'helen' },
      Array.from({ length: booked }, (_, index) => who(`n${index}`)),
    );
  const fewer = (set: LearningSet, capacity: number) =>
    advance(set, { step: 'edit', terms: { ...terms, capacity }, whenOverbooked: 'last-wait' }, now);

  it('sends at most twenty-five back to waiting at once', () => {
    expect(fewer(many(40, 40), 14)).toEqual({ ok: false, refused: 'too-many-would-wait', least: 15 });
    const stepped = fewer(many(40, 40), 15);
    if (!stepped.ok) expect.fail(stepped.refused);
    expect(booked(stepped.set).map(({ order }) => order)).toEqual(
      Array.from({ length: 15 }, (_, at) => at + 1),
    );
    expect(waiting(stepped.set)).toHaveLength(25);
  });

  it('offers twelve places at once, ends twelve offers at once, and does the others with the next look', () => {
    const queue = Array.from({ length: 15 }, (_, index) => wait(`w${index}`));
    const waits = having(many(1, 1), ...queue);
    const offers = having(waits, { step: 'edit', terms: { ...terms, capacity: 20 }, whenOverbooked: 'ask' });
    expect(held(offers)).toHaveLength(13);
    const looked = having(offers, { step: 'look' });
    expect(held(looked)).toHaveLength(16);
    const lapse = advance(looked, { step: 'look' }, now.add({ hours: 24 }));
    if (!lapse.ok) expect.fail(lapse.refused);
    expect(held(lapse.set)).toHaveLength(4);
  });
});
