import type { ActionView } from './views.ts';

/** The button that asks a question as if it had been typed. */
export const ask = (title: string, intent: string): ActionView => ({ title, verb: 'ask', data: { intent } });

/** Where an answer leads to nothing of its own, this is the next useful step. */
export const whatsNext: ActionView = ask('What’s next', 'whats-next');
