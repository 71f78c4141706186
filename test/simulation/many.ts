/** Many seeds one after the other, and their figures. */
import { isGood, type Outcome, play } from './play.ts';

export interface Figures {
  readonly seeds: number;
  readonly owed: number;
  readonly messages: number;
  readonly deaths: number;
  /** Messages that came twice, every one of them excused. */
  readonly doubled: number;
  readonly bad: readonly Outcome[];
}

export async function playMany(
  seeds: Iterable<number>,
  steps: number,
  onEach: (outcome: Outcome) => void = () => {},
): Promise<Figures> {
  const bad: Outcome[] = [];
  const sums = { seeds: 0, owed: 0, messages: 0, deaths: 0, doubled: 0 };
  for (const seed of seeds) {
    const outcome = await play(seed, steps);
    onEach(outcome);
    sums.seeds += 1;
    sums.owed += outcome.owed;
    sums.messages += outcome.taken;
    sums.deaths += outcome.deaths;
    sums.doubled += outcome.doubled;
    if (!isGood(outcome)) bad.push(outcome);
  }
  return { ...sums, bad };
}
