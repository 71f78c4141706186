import type { z } from 'zod';
import type { ProgrammeFault } from './programme-fault.ts';
import { academyFunctions } from './roles.ts';

/*
 * What the schema finds wrong with a programme file, in the words of somebody who writes YAML.
 */

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** What zod calls a type, as somebody who writes YAML would. */
const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of two',
  object: 'a group of settings',
  record: 'a group of settings',
};

/** The titles are by function, and only the functions are the product's own words. */
const noFunction = `is no function: they are ${academyFunctions.join(', ')}, each with what your council calls it`;

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys): ProgrammeFault[] {
  const isTitle = issue.path.at(-1) === 'titles';
  return issue.keys.map((key) => ({
    path: pathText([...issue.path, key]),
    message: isTitle ? noFunction : 'is not a setting of a programme: remove it, or mend its spelling',
  }));
}

const noSource =
  'is missing: say where this comes from, such as source: { where: "Council handbook, page 4" }';

/** What a council may want to take away with null, and cannot. */
const notRemovable: Readonly<Record<string, string>> = {
  concerns:
    'cannot be taken away: everybody on the programme may raise a concern. Leave it out, or set your own lists',
  moveTeam: 'must be a group of settings: turn the procedure off with moveTeam: { offered: false }',
  reviews: 'cannot be taken away: a year has at least its final review. Leave it out, or list your own',
};

function wrongType(issue: z.core.$ZodIssueInvalidType): string {
  if (!issue.message.startsWith('Invalid input')) return issue.message;
  if (issue.path.at(-1) === 'source' && issue.input === undefined) return noSource;
  const always = issue.input === null ? notRemovable[issue.path.join('.')] : undefined;
  if (always !== undefined) return always;
  const expected = typeWords[issue.expected] ?? issue.expected;
  return issue.input === undefined ? `is missing: it must be ${expected}` : `must be ${expected}`;
}

/** What a limit counts, where it is not the number itself. */
const counted: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return 'must not be empty: write something, or leave the line out';
  return origin === 'array' ? 'must have at least one entry' : `must be at least ${minimum}`;
}

const tooBig = ({ origin, maximum }: z.core.$ZodIssueTooBig) =>
  `must be at most ${maximum}${counted[origin] ?? ''}${origin === 'string' ? ' long' : ''}`;

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'too_small':
      return issue.message.startsWith('Too small') ? tooSmall(issue) : issue.message;
    case 'too_big':
      return issue.message.startsWith('Too big') ? tooBig(issue) : issue.message;
    case 'invalid_value': {
      const choice = `must be one of ${issue.values.map(String).join(', ')}`;
      return issue.input === undefined ? `is missing: it ${choice}` : choice;
    }
    case 'invalid_union':
      return issue.discriminator === 'by'
        ? 'must say by what it is dated: cadence, review, window, end or agreement'
        : issue.message;
    default:
      return issue.message;
  }
}

/** One finding of the schema: each key that does not belong is a fault of its own. */
export function schemaFaults(issue: z.core.$ZodIssue): ProgrammeFault[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue);
  const path = pathText(issue.path);
  if (issue.code !== 'invalid_key') return [{ path, message: messageOf(issue) }];
  return issue.issues.map(({ message }) => ({
    path,
    message: `has a name that does not serve: it ${message}`,
  }));
}

/** With fewer top-level settings missing than these it is a slip; with more, a file that was meant to build on another. */
const manyMissing = 5;

/**
 * What to say first of a file that leaves most of a programme out: a council writes only what differs, on top of a
 * programme that comes with the product.
 */
export function extendsAdvice(faults: readonly ProgrammeFault[]): ProgrammeFault[] {
  const missing = faults.filter(
    ({ path, message }) => !path.includes('.') && message.startsWith('is missing'),
  );
  if (missing.length < manyMissing) return [];
  const message =
    'is missing: begin the file with “extends: national”, and only what differs need stand in it';
  return [{ path: 'extends', message }];
}
