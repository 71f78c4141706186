import type { Needs } from './needs.ts';
import type { Subject } from './ports.ts';
import type { View } from './views.ts';

/** Somebody's week in one message; undefined when there is nothing in it. */
export async function showDigest(
  _needs: Needs,
  _subject: Extract<Subject, { card: 'digest' }>,
  _isStanding: boolean,
): Promise<View | undefined> {
  return undefined;
}
