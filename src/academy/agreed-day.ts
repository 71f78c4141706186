import type { Temporal } from 'temporal-polyfill';
import { type CivilDay, civilDay } from './civil-days.ts';
import type { Draft } from './draft.ts';
import { type Ground, type PauseSpan, type Placement, place } from './placement.ts';
import { shortDay } from './wording.ts';
import { entriesOf, type YearEntry } from './year-entry.ts';

/** Another day that the NQSW and whoever leads the session have agreed for it (P7). */
export interface AgreedDay {
  readonly item: string;
  readonly on: Temporal.PlainDate;
  /** The item's date by cadence when they agreed: where the rhythm or the start has changed since, the day is off. */
  readonly nominalOn: Temporal.PlainDate;
  /** The agreed day with the pauses of that time taken out: a pause that is agreed later moves it from there (A6). */
  readonly unpausedOn: Temporal.PlainDate;
  /** The civil day, in the programme's zone, on which it was agreed, and who proposed it and agreed to it. */
  readonly agreedOn: Temporal.PlainDate;
  readonly between: readonly [string, string];
}

/** The same, as the dates of a plan are computed. */
export interface Agreed {
  readonly on: CivilDay;
  readonly unpaused: CivilDay;
  readonly agreedOn: CivilDay;
  readonly between: readonly [string, string];
}

/** A day with the pauses before it taken out, so that the same pauses put it back where it is (A6). */
export function unpausedDay(day: CivilDay, pauses: readonly PauseSpan[]): CivilDay {
  return pauses.reduce(
    (left, { from, until }) => (until !== null && until < day ? left - (until - from + 1) : left),
    day,
  );
}

/** What has been agreed of each item; of several agreements the last counts. */
export function agreedDays(entries: readonly YearEntry[], timeZone: string): readonly AgreedDay[] {
  const proposals = new Map(entriesOf(entries, 'reschedule-proposed').map((one) => [one.entryId, one]));
  const agreed = entriesOf(entries, 'reschedule-answered').flatMap((answer): AgreedDay[] => {
    const proposal = proposals.get(answer.proposal);
    if (proposal === undefined || answer.agreed === null) return [];
    const { item, to: on, byName } = proposal;
    const agreedOn = answer.at.toZonedDateTimeISO(timeZone).toPlainDate();
    return [{ item, on, ...answer.agreed, agreedOn, between: [byName, answer.byName] }];
  });
  return [...new Map(agreed.map((one) => [one.item, one])).values()];
}

/** The drafts of a plan with the days that were agreed: no other item's date depends on them. */
export function withAgreedDays(drafts: readonly Draft[], agreed: readonly AgreedDay[]): readonly Draft[] {
  if (agreed.length === 0) return drafts;
  const byItem = new Map(agreed.map((one) => [one.item, one]));
  return drafts.map((draft) => {
    const one = byItem.get(draft.id);
    if (one === undefined || civilDay(one.nominalOn) !== draft.nominal) return draft;
    const { on, unpausedOn, agreedOn, between } = one;
    const days = { on: civilDay(on), unpaused: civilDay(unpausedOn), agreedOn: civilDay(agreedOn) };
    return { ...draft, agreed: { ...days, between } };
  });
}

/**
 * Where an item stands: by its cadence, or on the day agreed for it, which keeps even where it is no working day. A pause
 * agreed since moves that day like any date, and then it rolls like any date (A4, A6).
 */
export function placeDraft(draft: Draft, heldOn: CivilDay | null, ground: Ground): Placement {
  const { nominal, roll, agreed } = draft;
  const usual = place(nominal, roll, heldOn, ground);
  if (agreed === undefined) return usual;
  const placed = place(agreed.unpaused, roll, heldOn, ground);
  const due = placed.moved === agreed.on ? agreed.on : placed.due;
  return { ...placed, due, instead: usual };
}

/** Who agreed on the day, and when; and what a later pause has made of it. */
export function agreedLines({ agreed }: Draft, { due, instead, moved }: Placement): readonly string[] {
  if (agreed === undefined || instead === undefined) return [];
  const { on, agreedOn, between } = agreed;
  const was = instead.due === null ? '' : ` instead of ${shortDay(instead.due)}`;
  const line = `${between[0]} and ${between[1]} agreed on ${shortDay(agreedOn)}: ${shortDay(on)}${was}`;
  if (moved === on) return [line];
  const since = due === null ? 'holds it with no end yet' : `moves it to ${shortDay(due)}`;
  return [line, `A pause since then ${since}`];
}
