import { readFile } from 'node:fs/promises';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Explanation, explained } from '../understanding/explained.ts';
import { understand, understandFully } from '../understanding/understand.ts';
import { civilDate, formProblems } from './option-values.ts';
import { type Failed, type Outcome, optionsFailed } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { typedPath } from './typed-path.ts';

const understandOptions = z.object({
  file: z.string().min(1).optional(),
  stdin: z.boolean().default(false),
  today: civilDate.optional(),
  why: z.boolean().default(false),
});

/** Messages say "next Monday" in the United Kingdom's day, whatever the machine's zone. */
const zone = 'Europe/London';

const usage: Failed = {
  ok: false,
  exit: 2,
  code: 'usage',
  message: 'say what to understand: one text, or --file, or --stdin, and only one of them',
};

async function contentOf(file: string, terminal: Terminal): Promise<string | Failed> {
  try {
    return await readFile(typedPath(file, terminal.env), 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return {
      ok: false,
      exit: 1,
      code: 'file-unreadable',
      message: `${file} cannot be read (${code}): check its name`,
    };
  }
}

function batch(content: string, today: Temporal.PlainDate): Outcome {
  const texts = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (texts.at(-1) === '') texts.pop();
  const lines = texts.map((text) => understand(text, { today }));
  return { ok: true, json: lines, text: '', lines };
}

function becauseLines({ heard, unexplained, secondOpinion }: Explanation): readonly string[] {
  const percent = Math.round(secondOpinion.probability * 100);
  return [
    'because',
    ...heard.map(({ words, as }) => `  “${words}” says ${as.join(' or ')}`),
    ...(unexplained.length > 0 ? [`  not explained: ${unexplained.join(', ')}`] : []),
    `  second opinion: ${secondOpinion.intent} (${percent} %)`,
  ];
}

/** `academy understand`: what the bot takes a message, or many, to mean. */
export async function understandTexts(
  text: string | undefined,
  typed: unknown,
  terminal: Terminal,
): Promise<Outcome> {
  const read = understandOptions.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  const { file, stdin } = read.data;
  const given = [text !== undefined, file !== undefined, stdin].filter(Boolean).length;
  if (given !== 1) return usage;
  const today = read.data.today ?? terminal.now().toZonedDateTimeISO(zone).toPlainDate();
  if (file !== undefined) {
    const content = await contentOf(file, terminal);
    return typeof content === 'string' ? batch(content, today) : content;
  }
  if (stdin) return batch(await terminal.readInput(), today);
  return one(text ?? '', today, read.data.why);
}

function one(text: string, today: Temporal.PlainDate, why: boolean): Outcome {
  const { intent, slots, confidence, candidates, also } = understandFully(text, { today });
  const because = explained(text);
  const named = Object.entries(slots).map(([name, value]) => `  ${name}: ${String(value)}`);
  const lines = [`${intent} (${Math.round(confidence * 100)} % sure)`, ...named];
  return {
    ok: true,
    json: { intent, slots, confidence, ...(why ? { candidates, also, because } : {}) },
    text: [...lines, ...(why ? becauseLines(because) : [])].join('\n'),
  };
}
