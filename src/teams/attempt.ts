/** One try at reaching the connector: whether the request left this machine, and how it ended. */
export type Attempted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly cause: unknown; readonly departed: boolean; readonly late: boolean };

/** Which attempts have handed their request to the network; kept by the signal that travels with the request. */
const departed = new WeakSet<object>();

/** Called by the last step before the network, see `connection.ts`. */
export function markDeparted(signal: object): void {
  departed.add(signal);
}

/** Runs once after so many milliseconds; the answer cancels it. Passed in so that tests decide when time passes. */
export type After = (milliseconds: number, run: () => void) => () => void;

/**
 * Runs one call to the connector and cuts it off at the deadline. The SDK itself has none: a connector that
 * never answers would hold the call for ever.
 */
export async function attempt<T>(
  deadlineMs: number,
  after: After,
  call: (options: { readonly abortSignal: AbortSignal }) => Promise<T>,
): Promise<Attempted<T>> {
  const controller = new AbortController();
  const { promise: deadline, reject: cutOff } = Promise.withResolvers<never>();
  const cancel = after(deadlineMs, () => {
    controller.abort();
    cutOff(new DeadlineError());
  });
  try {
    const value = await Promise.race([call({ abortSignal: controller.signal }), deadline]);
    return { ok: true, value };
  } catch (cause) {
    const { signal } = controller;
    return { ok: false, cause, departed: departed.has(signal), late: signal.aborted };
  } finally {
    cancel();
  }
}

class DeadlineError extends Error {
  readonly code = 'deadline';
  constructor() {
    super('The connector did not answer in time.');
  }
}
