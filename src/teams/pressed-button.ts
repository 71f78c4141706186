import { z } from 'zod';

/** A button of a card, as pressed: its verb and everything that came with it, none of it trusted. */
export interface PressedButton {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const verb = z.string().min(1).max(64);
const data = z.record(z.string(), z.unknown());

/** `Action.Execute`: the verb stands beside the data. A client that refreshes by itself presses nothing. */
const executed = z.object({
  trigger: z.literal('manual').nullish(),
  action: z.object({ verb, data: data.nullish() }),
});

/** `Action.Submit`, the fallback of older clients: the verb stands among the data. */
const submitted = z.looseObject({ verb });

export function executedButton(value: unknown): PressedButton | undefined {
  const parsed = executed.safeParse(value);
  if (!parsed.success) return undefined;
  return { verb: parsed.data.action.verb, data: parsed.data.action.data ?? {} };
}

export function submittedButton(value: unknown): PressedButton | undefined {
  const parsed = submitted.safeParse(value);
  return parsed.success ? { verb: parsed.data.verb, data: parsed.data } : undefined;
}
