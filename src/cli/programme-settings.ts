/** Changes to a programme document before it is read: `--set`, `--closure` and `--roll`. */
import { parse } from 'yaml';
import type { DateRange, Setting } from './option-values.ts';
import type { OptionProblem } from './outcome.ts';

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** The value at one step of a path; a list's members are counted from 0. */
function step(container: Container, key: string): unknown {
  if (Array.isArray(container)) return /^\d+$/.test(key) ? container[Number(key)] : undefined;
  return Object.hasOwn(container, key) ? container[key] : undefined;
}

function put(container: Container, key: string, value: unknown): boolean {
  if (!Array.isArray(container)) {
    container[key] = value;
    return true;
  }
  const index = /^\d+$/.test(key) ? Number(key) : Number.NaN;
  if (!(index <= container.length)) return false;
  container[index] = value;
  return true;
}

function yamlValue(written: string): { readonly value: unknown } | undefined {
  try {
    return { value: parse(written) };
  } catch {
    return undefined;
  }
}

const problem = ({ path, written }: Setting, message: string): OptionProblem => ({
  code: 'unknown-setting',
  option: `--set ${path.join('.')}=${written}`,
  message,
});

/** Puts one setting into the document, or says why it has no place there. The schema judges the value afterwards. */
function applySetting(document: unknown, setting: Setting): OptionProblem | undefined {
  const read = yamlValue(setting.written);
  if (read === undefined)
    return problem(setting, 'has a value that is not YAML: put text in quotation marks');
  let container: unknown = document;
  for (const [index, key] of setting.path.slice(0, -1).entries()) {
    container = isContainer(container) ? step(container, key) : undefined;
    if (!isContainer(container)) {
      return problem(
        setting,
        `names nothing: the programme has no ${setting.path.slice(0, index + 1).join('.')}`,
      );
    }
  }
  const last = setting.path.at(-1) ?? '';
  if (isContainer(container) && put(container, last, read.value)) return undefined;
  return problem(setting, `names nothing: the programme has no ${setting.path.join('.')}`);
}

export interface Changes {
  readonly settings: readonly Setting[];
  readonly closures: readonly DateRange[];
  readonly roll: 'following' | 'preceding' | undefined;
}

/** A copy of the document with the changes made, or what is wrong with them. */
export function changed(
  original: unknown,
  { settings, closures, roll }: Changes,
): { readonly document: unknown; readonly problems: readonly OptionProblem[] } {
  const document: unknown = structuredClone(original);
  const problems = settings
    .map((setting) => applySetting(document, setting))
    .filter((found) => found !== undefined);
  if (isContainer(document) && !Array.isArray(document)) {
    if (roll !== undefined) document.roll = roll;
    const already = Array.isArray(document.closures) ? document.closures : [];
    const added = closures.map(({ fromOn, untilOn }) => ({
      from: fromOn.toString(),
      until: untilOn.toString(),
    }));
    if (added.length > 0) document.closures = [...already, ...added];
  }
  return { document, problems };
}
