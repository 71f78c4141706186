/** Small views for the shell's own tests; what the academy really answers is tested with the services. */
import type { Reply } from '../../src/services/turn.ts';
import type { ActionView, View } from '../../src/services/views.ts';

export function message(heading: string, actions: readonly ActionView[] = []): View {
  return {
    card: 'message',
    summary: heading,
    data: { heading, tone: 'default', lines: ['A line.'], facts: [], actions },
  };
}

export const newMessage = (heading: string, actions: readonly ActionView[] = []): Reply => ({
  kind: 'view',
  at: 'new',
  view: message(heading, actions),
});

export const askHelp: ActionView = { title: 'Show help', verb: 'ask', data: { intent: 'help' } };

export const welcome: Reply = {
  kind: 'view',
  at: 'new',
  view: {
    card: 'welcome',
    summary: 'Welcome to the academy',
    data: {
      firstName: 'Amara',
      academy: 'Social Work Academy',
      intro: 'I keep your dates.',
      canDo: ['Ask when your next review is.'],
      actions: [askHelp],
    },
  },
};
