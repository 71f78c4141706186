/** What stands on any card: words, buttons, facts and choices, ready for a reader. */

export type Tone = 'default' | 'good' | 'warning' | 'attention';

/** A button that acts: the verb is one of the table in `cards/index.ts`, `data` its versioned payload. */
export interface ActionView {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

export interface FactView {
  readonly title: string;
  readonly value: string;
}

export interface ChoiceView {
  readonly title: string;
  readonly value: string;
}

/** A button that opens an address. */
export interface LinkView {
  readonly title: string;
  readonly url: string;
}
