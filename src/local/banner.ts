/** What the console says when local mode is ready: where to go, what to try, how to stop. */
import { styleText } from 'node:util';
import type { Window } from './windows.ts';

export interface BannerFacts {
  readonly botUrl: string;
  /** The windows that opened, each with its address. */
  readonly windows: readonly { readonly window: Window; readonly url: string }[];
  /** In words, from the Playground. */
  readonly problems: readonly string[];
  /** What the clock shows, in words. */
  readonly now: string;
  readonly dataDir: string;
  /** Whether the console shows colours. */
  readonly colour: boolean;
}

type Style = 'bold' | 'cyan' | 'dim' | 'yellow';

/** Plain text, or with colours where the console has them; the words are the same. */
export function localBanner(facts: BannerFacts): string {
  const style = (as: Style, text: string) =>
    facts.colour ? styleText(as, text, { validateStream: false }) : text;
  const windows = facts.windows.flatMap(({ window: { persona, part, tries }, url }) => [
    `  ${style('bold', persona.person.name)}, ${part}`,
    `  ${style('cyan', url)}`,
    ...tries.map((text, index) => `    ${index + 1}. ${text}`),
    '',
  ]);
  const problems = facts.problems.map((problem) => style('yellow', `  Not open: ${problem}`));
  const open =
    facts.windows.length > 0 ? 'Open these side by side in a browser, and type:' : 'No Playground is open.';
  return [
    '',
    style('bold', `Academy Assistant, local mode: ${facts.botUrl}`),
    `Records stay on this machine, in ${facts.dataDir}.`,
    '',
    open,
    '',
    ...windows,
    ...(problems.length > 0 ? [...problems, ''] : []),
    `  It is ${facts.now} (London time). Type "/clock +3 days" to anybody to move on.`,
    style('dim', '  Ctrl-C stops everything; the next start finds the records again.'),
    '',
  ].join('\n');
}
