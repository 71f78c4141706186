import { showOpenAlerts } from './alert-steps.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { message, newView, notForYou } from './short-answers.ts';
import type { Reply } from './turn.ts';

/** What is posted in the channel for alerts, each as a part of a sentence. */
const posts = [
  'a caseload over its limit',
  'a date that is long overdue with nothing recorded',
  'either of them once more when nobody has acknowledged it for two working days',
  'a concern that has come to the academy',
  'a programme that is paused, and a change of somebody’s enrolment',
];
const neverWhy =
  'Everybody in the channel can read the posts: they name the person and what it is about, never a reason.';

/** What the bot says of itself in a channel. */
export const channelHello: Reply = {
  kind: 'text',
  text: `Hello. In the academy’s channel for alerts I post ${posts.join('; ')}. ${neverWhy} An Academy Manager can make this that channel by writing: use this channel for escalations`,
};

/**
 * Makes the channel in which it is said the one that alerts go to. Alerts that are open go there as well, so
 * that nothing stays behind in somebody's private chat.
 */
export async function chooseEscalationChannel(
  needs: Needs,
  asker: Asker,
  channelId: string | null,
): Promise<readonly Reply[]> {
  if (!may('choose-escalation-channel', asker.person.roles, ['academy'])) return [notForYou(needs.programme)];
  if (channelId === null) {
    return [
      newView(
        message('Say it in the channel', [
          'Open the channel that alerts should go to, add this app to the team if it is not there yet, and write there: use this channel for escalations',
        ]),
      ),
    ];
  }
  await needs.addresses.chooseEscalations(channelId, asker.person.id, asker.now);
  needs.log.info('escalations.channel-chosen', { by: asker.person.id });
  await showOpenAlerts(needs, asker.now);
  return [
    newView(
      message(
        'Alerts will come to this channel',
        [
          `From now on these are posted here: ${posts.join('; ')}.`,
          'An alert has buttons to acknowledge, assign and resolve it.',
          neverWhy,
        ],
        { tone: 'good' },
      ),
    ),
  ];
}
