/** What the conversation is told of one activity, and what it answers: no Teams type crosses this line. */
import type { Temporal } from 'temporal-polyfill';
import type { Subject } from './ports.ts';
import type { Submission } from './submissions.ts';
import type { View } from './views.ts';

export interface Sender {
  /** Entra object id of the authenticated sender: the only thing that says who acts. */
  readonly entraId: string;
  /** The e-mail that Teams holds for the sender; asked for only when the id is not yet known. */
  readonly email: () => Promise<string | undefined>;
}

export interface Place {
  readonly kind: 'personal' | 'group' | 'channel';
  /** Set in a channel. */
  readonly channelId: string | null;
}

export type Turn = {
  readonly sender: Sender;
  readonly place: Place;
  readonly now: Temporal.Instant;
} & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'submission'; readonly submission: Submission }
  /** The person, or somebody in a channel, has just added the app. */
  | { readonly kind: 'installed' }
);

export type Reply =
  | {
      readonly kind: 'view';
      readonly view: View;
      /** `pressed` replaces the card whose button was pressed; `new` is a message of its own. */
      readonly at: 'pressed' | 'new';
      /** Remember this message as the place where the subject is shown, to update it later. */
      readonly shows?: Subject;
      readonly suggested?: true;
    }
  /** `suggested`: a language model took the message to mean this; Teams labels the reply as such. */
  | { readonly kind: 'text'; readonly text: string; readonly suggested?: true };

export type Respond = (turn: Turn) => Promise<readonly Reply[]>;
