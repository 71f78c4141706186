import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { StepTaken } from '../../src/academy/move-team.ts';
import { showingOf } from '../../src/services/procedure-message.ts';

const step = (...told: readonly string[]): StepTaken => ({
  by: 'somebody',
  byName: 'Somebody',
  at: Temporal.Instant.from('2026-10-05T09:00:00Z'),
  told,
  asked: [],
});
/** Amara was told of the first and of the third step, Ruth of the first alone. */
const steps = [step('amara', 'ruth'), step(), step('amara')];

/*
 * What a message has become. `first`, `third`: about which step it is; `new`: nothing stands in the chat yet.
 */
const table = `
message                          | becomes
amara first                      | newer-below
amara first new                  | nothing
amara third                      | standing
amara third new                  | standing
ruth first                       | standing
ruth first new                   | standing
ruth reminder-after-first        | followed
ruth reminder-after-first new    | nothing
amara reminder-after-third new   | reminder
amara reminder-after-third       | reminder
amara reminder-after-third new paused | nothing
amara third paused               | standing
amara third gone                 | not-yours
amara third new gone             | nothing
amara reminder-after-third gone  | not-yours
`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([message = '', becomes = '']) => ({ message, becomes }));

describe('a message about a procedure', () => {
  it.each(rows)('$message: $becomes', ({ message, becomes }) => {
    const [personId = '', about = '', ...more] = message.split(' ');
    const showing = showingOf({
      steps,
      turn: about.endsWith('first') ? 0 : 2,
      nudge: about.startsWith('reminder') ? 1 : 0,
      personId,
      isTheirs: !more.includes('gone'),
      isStanding: !more.includes('new'),
      isPaused: more.includes('paused'),
    });
    expect(showing.as).toBe(becomes);
  });

  it('names the step that followed it', () => {
    const asked = {
      steps,
      turn: 0,
      nudge: 2,
      personId: 'ruth',
      isTheirs: true,
      isStanding: true,
      isPaused: false,
    };
    expect(showingOf(asked)).toEqual({ as: 'followed', by: steps[1] });
  });
});
