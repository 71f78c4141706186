import { dateAndTime } from '../academy/wording.ts';
import { createAlarms } from '../delivery/alarms.ts';
import {
  type ControlNeeds,
  resumeSending,
  type SendingSummary,
  sendingSummary,
  stopSending,
} from '../services/control-sending.ts';
import { type OpenStore, withStore } from './open-store.ts';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { counted } from './text-table.ts';

const who = 'command-line';

export function controlNeeds({ ports, storage, clock }: OpenStore): ControlNeeds {
  const { sending, outbox, ledger, people } = ports;
  return { sending, outbox, ledger, people, alarms: createAlarms(storage.alarms, clock) };
}

export function summaryText(summary: SendingSummary, timeZone: string): string {
  const { stopped, pilot, waiting } = summary;
  const state =
    stopped === null
      ? 'Messages are being sent.'
      : `All sending is stopped, by ${stopped.by} since ${dateAndTime(stopped.at, timeZone)}.`;
  const group =
    pilot === null
      ? 'Everybody on the roster gets messages.'
      : `Only the pilot group gets messages: ${pilot.length === 0 ? 'nobody' : pilot.join(', ')}.`;
  return [state, group, `${counted(waiting, 'message waits', 'messages wait')}.`].join('\n');
}

export const summaryDocument = ({ stopped, pilot, waiting }: SendingSummary) => ({
  stopped: stopped === null ? null : { by: stopped.by, at: stopped.at.toString() },
  pilot,
  waiting,
});

async function control(terminal: Terminal, step: 'stop' | 'start'): Promise<Outcome> {
  return withStore(terminal, 'write', async (store) => {
    const needs = controlNeeds(store);
    const by = { by: who, at: store.clock.now() };
    const came = step === 'stop' ? await stopSending(needs, by) : await resumeSending(needs, by);
    const summary = await sendingSummary(needs);
    const already = step === 'stop' ? 'It was stopped already.' : 'It was not stopped.';
    const text = summaryText(summary, store.programme.timeZone);
    return {
      ok: true,
      json: { came, ...summaryDocument(summary) },
      text: came === 'already' ? `${already}\n${text}` : text,
    };
  });
}

/** `academy pause-sending`: nothing goes out from now on, and nothing is lost. */
export const pauseSending = (terminal: Terminal): Promise<Outcome> => control(terminal, 'stop');

/** `academy resume-sending`: what waited goes out. */
export const resume = (terminal: Terminal): Promise<Outcome> => control(terminal, 'start');
