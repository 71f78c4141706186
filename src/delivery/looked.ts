import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../academy/calendar.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanInput } from '../academy/plan.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import type { Programme } from '../academy/programme.ts';
import type { Outbox } from '../services/outbox.ts';
import type { DeliveryAlarms } from './alarms.ts';
import type { Holder } from './holders.ts';

/** What it takes to put a message into somebody's lane. */
export interface LaneNeeds {
  readonly outbox: Pick<Outbox, 'laneOf' | 'accept'>;
  readonly alarms: Pick<DeliveryAlarms, 'lane'>;
}

/** One look at a participant: what has to be said beside the reminders is found from it. */
export interface Looked {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly file: ParticipantFile;
  readonly input: PlanInput;
  readonly plan: YearPlan;
  readonly holders: readonly Holder[];
  readonly now: Temporal.Instant;
  /** What was to be said before it is nobody's debt: a fresh import releases none. */
  readonly since: Temporal.Instant;
}
