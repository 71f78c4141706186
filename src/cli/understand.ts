import { readFile } from 'node:fs/promises';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { understand } from '../understanding/understand.ts';
import { civilDate, formProblems } from './option-values.ts';
import { type Failed, type Outcome, optionsFailed } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { typedPath } from './typed-path.ts';

const understandOptions = z.object({
  file: z.string().min(1).optional(),
  stdin: z.boolean().default(false),
  today: civilDate.optional(),
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
  const understood = understand(text ?? '', { today });
  const slots = Object.entries(understood.slots).map(([name, value]) => `  ${name}: ${String(value)}`);
  const percent = Math.round(understood.confidence * 100);
  return {
    ok: true,
    json: understood,
    text: [`${understood.intent} (${percent} % sure)`, ...slots].join('\n'),
  };
}
