/** What a command comes to. Commands return it and never write, so that one place decides what is printed and how. */
export type Outcome = Done | Failed;

export interface Done {
  readonly ok: true;
  /** The document for `--json`; an array of `lines` is printed one a line, for the batch forms. */
  readonly json: unknown;
  /** The same for a reader. */
  readonly text: string;
  readonly lines?: readonly unknown[];
  /** With `--json`, one a line in place of the document; a reader is given the text. */
  readonly jsonLines?: readonly unknown[];
  /** 1 when what was found is itself the bad news; 0 when not given. */
  readonly exit?: 0 | 1;
}

export interface Failed {
  readonly ok: false;
  /** 2: the command was not understood. 1: it was, and names nothing, is out of range, or is refused. */
  readonly exit: 1 | 2;
  readonly code: string;
  readonly message: string;
  /** One thing wrong each, for a reader; the message stands above them. */
  readonly points?: readonly string[];
  /** The same for a script, beside `code` and `message`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Something wrong with one option, as a reader and a script are told. */
export interface OptionProblem {
  readonly code: string;
  readonly option: string;
  readonly message: string;
}

/** The outcome of one or more problems with options; a single one is its own message. */
export function optionsFailed(exit: 1 | 2, problems: readonly OptionProblem[]): Failed {
  const sentence = ({ option, message }: OptionProblem) => `${option} ${message}`;
  const [first] = problems;
  const only = problems.length === 1 && first !== undefined;
  return {
    ok: false,
    exit,
    code: exit === 2 ? 'usage' : (first?.code ?? 'refused'),
    message: only ? sentence(first) : `${problems.length} options need mending`,
    ...(only ? {} : { points: problems.map(sentence) }),
    details: { problems },
  };
}
