/** Local mode's own part of the start: the clock, the demo academy, and Microsoft's Playground for three people. */
import type { Academy } from './open-academy.ts';
import type { StartOptions } from './start-options.ts';

export async function prepare(_academy: Academy, _options: StartOptions): Promise<void> {}

export async function openWindows(
  _academy: Academy,
  _options: StartOptions,
  _port: number,
): Promise<{ stop(): Promise<void> } | null> {
  return null;
}
