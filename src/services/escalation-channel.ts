import { showOpenAlerts } from './alert-steps.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { message, newView, notForYou } from './short-answers.ts';
import type { Reply } from './turn.ts';

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
          'Open the channel that caseload alerts should go to, add this app to the team if it is not there yet, and write there: use this channel for escalations',
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
          'From now on a caseload over its limit, and a date long overdue with nothing recorded, is posted here, with buttons to acknowledge, assign and resolve it. Everybody in this channel can read the posts; they name the person and what it is about, never a reason.',
        ],
        { tone: 'good' },
      ),
    ),
  ];
}
