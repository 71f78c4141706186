import { Temporal } from 'temporal-polyfill';

/** A day of the calendar as people and cards write it, "2026-09-07"; undefined for any other text and for no real day. */
export function typedDate(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
