/**
 * What a stored body says, or undefined when it is not JSON: the reader's own schema then rejects it and sets the
 * row aside, where a throw would stall every row behind it.
 */
export function parseBody(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}
