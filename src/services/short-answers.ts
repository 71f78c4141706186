import type { Programme } from '../academy/programme.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

/** A short answer on the plain card. */
export function message(
  heading: string,
  lines: readonly string[],
  extra: Partial<Extract<View, { card: 'message' }>['data']> = {},
): View {
  return {
    card: 'message',
    summary: heading,
    data: { heading, lines, tone: 'default', facts: [], actions: [], ...extra },
  };
}

/** For somebody who is on no roster: no data, and whom to ask. The same words whoever they are. */
export function unknownPerson(programme: Programme): View {
  return message('I do not know you yet', [
    `You are not on the ${programme.academy} list that I work from, so I cannot show you anything.`,
    `Please ask your ${programme.titles['academy-manager']} to add you, with the e-mail address you use in Teams.`,
  ]);
}

/** The same words whether the thing does not exist or is somebody else's. */
export function notForYou(programme: Programme): Reply {
  return {
    kind: 'text',
    text: `I cannot show or change that for you. If you think you should be able to, please ask your ${programme.titles['academy-manager']}.`,
  };
}

export const newView = (view: View): Reply => ({ kind: 'view', view, at: 'new' });
export const pressedView = (view: View): Reply => ({ kind: 'view', view, at: 'pressed' });
