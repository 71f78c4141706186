import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Clock } from '../services/ports.ts';

/** What the clock asks of the store: one row, which every process on the same data reads. */
export interface ClockRows {
  get(
    table: 'local',
    partitionKey: string,
    rowKey: string,
  ): Promise<{ readonly schema: number; readonly body: unknown } | undefined>;
  put(
    table: 'local',
    row: {
      readonly partitionKey: string;
      readonly rowKey: string;
      readonly schema: number;
      readonly body: unknown;
    },
  ): Promise<unknown>;
}

/** Real time plus an offset that can be changed and outlives the process. */
export interface MovableClock extends Clock {
  /** Makes it `to` now, for every process on the same data; from there the clock runs on. */
  moveTo(to: Temporal.Instant): Promise<void>;
  /** Takes over what another process has set: asked for before each turn and each round of work. */
  refresh(): Promise<void>;
}

const place = { partitionKey: 'clock', rowKey: 'offset' } as const;
const offsetSchema = z.object({ offsetMilliseconds: z.int() });

/** `realNow` is the machine's clock. An offset that does not parse counts as none. */
export async function openMovableClock(
  rows: ClockRows,
  realNow: () => Temporal.Instant = Temporal.Now.instant,
): Promise<MovableClock> {
  let offsetMilliseconds = 0;
  const clock: MovableClock = {
    now: () => realNow().add({ milliseconds: offsetMilliseconds }),
    moveTo: async (to) => {
      const moved = to.epochMilliseconds - realNow().epochMilliseconds;
      await rows.put('local', { ...place, schema: 1, body: { offsetMilliseconds: moved } });
      offsetMilliseconds = moved;
    },
    refresh: async () => {
      const row = await rows.get('local', place.partitionKey, place.rowKey);
      const parsed = offsetSchema.safeParse(row?.body);
      offsetMilliseconds = parsed.success ? parsed.data.offsetMilliseconds : 0;
    },
  };
  await clock.refresh();
  return clock;
}
