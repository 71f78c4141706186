import { z } from 'zod';
import { limitSending, sendingSummary } from '../services/control-sending.ts';
import type { Person } from '../services/ports.ts';
import { type OpenStore, withStore } from './open-store.ts';
import { emailAddress } from './option-values.ts';
import type { Failed, Outcome } from './outcome.ts';
import { controlNeeds, summaryDocument, summaryText } from './sending.ts';
import type { Terminal } from './terminal.ts';
import { counted } from './text-table.ts';

async function standing(store: OpenStore): Promise<Outcome> {
  const summary = await sendingSummary(controlNeeds(store));
  return { ok: true, json: summaryDocument(summary), text: summaryText(summary, store.programme.timeZone) };
}

/** `academy pilot`: who gets messages, and whether they are being sent. */
export const showPilot = (terminal: Terminal): Promise<Outcome> => withStore(terminal, 'look', standing);

const emails = z.array(emailAddress).min(1);

function misspelt(error: z.ZodError): Failed {
  const points = error.issues.map(({ message }) => message);
  return { ok: false, exit: 2, code: 'usage', message: 'name people by their e-mail addresses', points };
}

function nobody(unknown: readonly string[]): Failed {
  return {
    ok: false,
    exit: 1,
    code: 'unknown-person',
    message: `${counted(unknown.length, 'e-mail names', 'e-mails name')} nobody on the roster; nothing was changed`,
    points: unknown,
    details: { unknown },
  };
}

/** `academy pilot set`: only these people get messages. All of them are known, or nothing changes. */
export async function setPilot(typed: readonly string[], terminal: Terminal): Promise<Outcome> {
  const read = emails.safeParse(typed);
  if (!read.success) return misspelt(read.error);
  const wanted = [...new Set(read.data)];
  return withStore(terminal, 'write', async (store) => {
    const { people } = store.ports;
    const found = await Promise.all(
      wanted.map(async (email) => ({ email, person: await people.byEmail(email) })),
    );
    const unknown = found.filter(({ person }) => person === undefined).map(({ email }) => email);
    if (unknown.length > 0) return nobody(unknown);
    const chosen = found
      .map(({ person }) => person)
      .filter((person): person is Person => person !== undefined);
    const by = { by: 'command-line', at: store.clock.now() };
    await limitSending(
      controlNeeds(store),
      chosen.map(({ id }) => id),
      by,
    );
    return standing(store);
  });
}

/** `academy pilot off`: everybody on the roster gets messages again. */
export const endPilot = (terminal: Terminal): Promise<Outcome> =>
  withStore(terminal, 'write', async (store) => {
    await limitSending(controlNeeds(store), null, { by: 'command-line', at: store.clock.now() });
    return standing(store);
  });
