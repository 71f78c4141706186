/** How and when people are told, and what they have been told: ports of the services, as in `ports.ts`. */
import type { Temporal } from 'temporal-polyfill';

/** How somebody wants to be told. What is overdue, and what waits for an answer, is always told singly. */
export interface PersonSettings {
  /** `single`: each reminder at its stage. `weekly`: the week's dates on its first working day instead. */
  readonly reminders: 'single' | 'weekly';
  /** "HH:mm" on the academy's wall clock, within its sending hours; null for the programme's own time. */
  readonly at: string | null;
  /** Whether reminders offer to put the session into a calendar. */
  readonly calendarLinks: boolean;
  /** Days on which they get no reminders, both included, oldest first. */
  readonly leave: readonly { readonly fromOn: Temporal.PlainDate; readonly untilOn: Temporal.PlainDate }[];
}
export const usualSettings: PersonSettings = {
  reminders: 'single',
  at: null,
  calendarLinks: true,
  leave: [],
};

export interface Preferences {
  /** The usual settings for whoever has chosen none. */
  of(personId: string): Promise<PersonSettings>;
  /**
   * Decides on the settings as they stand and keeps what came of it; on what another device kept meanwhile it is decided
   * anew. Gives back what stands from then on.
   */
  change(
    personId: string,
    decide: (standing: PersonSettings) => PersonSettings,
    at: Temporal.Instant,
  ): Promise<PersonSettings>;
}

/** What a calendar file is made of, for one reader: an item of somebody's year, or a session of a learning set. */
export type CalendarTarget =
  | {
      readonly kind: 'item';
      readonly participantId: string;
      readonly item: string;
      readonly personId: string;
    }
  | { readonly kind: 'learning-set'; readonly sessionId: string; readonly personId: string }
  /** No calendar, and fetched in the same way: somebody's chronology, and who asked for it when. */
  | {
      readonly kind: 'chronology';
      readonly participantId: string;
      readonly personId: string;
      readonly format: 'csv' | 'pdf';
      readonly askedAt: Temporal.Instant;
    }
  /** The compliance board as a sheet: of one group, by its code, or of the whole academy where that is ''. */
  | {
      readonly kind: 'compliance';
      readonly group: string;
      readonly personId: string;
    };

/** Addresses at which a calendar file can be fetched without a sign-in, for a while. Nothing can be read from them. */
export interface CalendarLinks {
  /** Null where the bot has no address that can be reached from outside. */
  to(what: CalendarTarget, until: Temporal.Instant): Promise<string | null>;
  /** What the address stands for; undefined when it is not ours, was changed, or is past its time. */
  read(token: string, now: Temporal.Instant): Promise<CalendarTarget | undefined>;
}

/** What may be sent at all, for the whole academy. */
export interface SendingState {
  /** Set while somebody has stopped all sending; nothing is lost meanwhile. */
  readonly paused: { readonly by: string; readonly at: Temporal.Instant } | null;
  /** Ids of the only people who are sent messages; null when everybody is. */
  readonly pilot: readonly string[] | null;
}
export interface SendingControl {
  state(): Promise<SendingState>;
  /** `by` is a person's id, or `command-line`; here and below. */
  pause(step: { readonly by: string; readonly at: Temporal.Instant }): Promise<void>;
  resume(step: { readonly by: string; readonly at: Temporal.Instant }): Promise<void>;
  pilot(personIds: readonly string[] | null, by: string, at: Temporal.Instant): Promise<void>;
}

/** What somebody has been told of one item: so that a stage is told once, and told messages stay true. */
export interface Told {
  readonly key: string;
  readonly item: string;
  readonly dueOn: Temporal.PlainDate;
  readonly sendAt: Temporal.Instant;
  /** The message that it stands in; null when it was held back, or went to the channel as an alert. */
  readonly message: { readonly personId: string; readonly moment: string } | null;
  /** How the item stood when the message was last brought up to date. */
  readonly shown: string;
}

/** What a participant's reminders have come to, kept beside their file. */
export interface ReminderLog {
  /** `since`: reminders of before then are nobody's debt; undefined before the first look. */
  read(participantId: string): Promise<{ readonly since?: Temporal.Instant; readonly told: readonly Told[] }>;
  /** Keeps what was told (the same key replaces), forgets keys, sets `since`. In one transaction or, for many, in order. */
  keep(
    participantId: string,
    change: {
      readonly since?: Temporal.Instant;
      readonly told: readonly Told[];
      readonly forget: readonly Told[];
    },
  ): Promise<void>;
}

/** Who is to be looked at when: an index by time, so that finding what is due costs the same however many there are. */
export interface WakeTimes {
  /** `new` when nothing stood there: only then is an alarm worth sending. */
  set(who: Waker, at: Temporal.Instant): Promise<'new' | 'standing'>;
  /** Everything whose time has come, earliest first. */
  due(now: Temporal.Instant): AsyncIterable<Wake>;
  /** The earliest after `now`. */
  next(now: Temporal.Instant): Promise<Temporal.Instant | undefined>;
  /** Once it has been looked at; times of the same one that are past by `now` go too. */
  done(who: Waker, now: Temporal.Instant): Promise<void>;
}
/** A participant whose reminders are computed, or a person whose weekly message is. */
export interface Waker {
  readonly kind: 'participant' | 'person';
  readonly id: string;
}
export interface Wake extends Waker {
  readonly at: Temporal.Instant;
}
