import { placeDraft } from './agreed-day.ts';
import type { CivilDay } from './civil-days.ts';
import type { Draft } from './draft.ts';
import { type Groundwork, lapseDay, nextDueAfter } from './groundwork.ts';
import { stateOf } from './item-state.ts';
import type { ItemStatus } from './plan-item.ts';
import { type PlanRecord, recordedOn, recordHistory } from './record-history.ts';

/** How each item of a participant's year stands on any day: the plan of that day, asked item by item. */
export interface Standings extends Groundwork {
  /** Every due date that the item has on some day: a record made before a pause keeps it where it was (A6). */
  duesOf(draft: Draft, position: number): readonly CivilDay[];
  dueOn(draft: Draft, position: number, day: CivilDay): CivilDay | null;
  statusOn(draft: Draft, position: number, day: CivilDay): ItemStatus;
  isRecordedOn(draft: Draft, day: CivilDay): boolean;
}

export function standings(groundwork: Groundwork, records: readonly PlanRecord[]): Standings {
  const { drafts, ground, last } = groundwork;
  const history = recordHistory(records, ground);
  const unrecordedDues = drafts.map((draft) => placeDraft(draft, null, ground).due);

  const dueWith = (draft: Draft, position: number, heldOn: CivilDay | null) => {
    if (heldOn === null || ground.pauses.length === 0) return unrecordedDues[position] ?? null;
    return placeDraft(draft, heldOn, ground).due;
  };
  const recordDay = ({ id }: Draft, day: CivilDay) => recordedOn(history, id, day)?.on ?? null;
  const dueOn = (draft: Draft, position: number, day: CivilDay) =>
    dueWith(draft, position, recordDay(draft, day));

  return {
    ...groundwork,
    dueOn,
    duesOf(draft, position) {
      const recorded = history.get(draft.id)?.map(({ recorded: made }) => made?.on ?? null) ?? [];
      const heldOns = ground.pauses.length === 0 ? [null] : [null, ...recorded];
      const dues = heldOns.map((heldOn) => dueWith(draft, position, heldOn));
      return [...new Set(dues)].filter((due) => due !== null);
    },
    statusOn(draft, position, day) {
      const recorded = recordedOn(history, draft.id, day);
      const due = dueWith(draft, position, recorded?.on ?? null);
      const late = due !== null && due <= day && recorded === null;
      const dueOfItem = (at: number) => {
        const other = drafts[at];
        return other === undefined ? null : dueOn(other, at, day);
      };
      const nextDue = late ? nextDueAfter(drafts, position, due, dueOfItem) : null;
      const lapsesOn = late ? lapseDay(draft, due, groundwork) : null;
      return stateOf({ kind: draft.kind, due, recorded, nextDue, lapsesOn }, day, ground.pauses, last);
    },
    isRecordedOn: (draft, day) => recordedOn(history, draft.id, day) !== null,
  };
}
