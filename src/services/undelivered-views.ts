import { shortDate } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import { type NotInstalled, notInstalled } from './delivery-report.ts';
import { reasonWords, remedies, roleWords } from './delivery-words.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { openDelivery, openSending } from './sending-views.ts';
import { type Retried, retryUndelivered, type UndeliveredLane, undeliveredLanes } from './undelivered.ts';
import type { UndeliveredView, View } from './views.ts';

type ViewNeeds = Pick<Needs, 'outbox' | 'people' | 'addresses' | 'alarms' | 'programme' | 'log' | 'sending'>;

const mostShown = 12;
const mostGroups = 8;
const mostNamed = 8;
const everybody = 'everybody';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function namesOf(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return more > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${more} more` : names.join(', ');
}

/** "NQSW, Family Safeguarding 1": who of them has not got the app. */
function groupsOf(
  needs: ViewNeeds,
  people: readonly NotInstalled[],
): UndeliveredView['notInstalled']['groups'] {
  const titleOf = ({ person: { roles, team } }: NotInstalled) =>
    [roles.map((role) => roleWords(needs.programme, role)).join(' and '), team].filter(Boolean).join(', ');
  return [...Map.groupBy(people, titleOf)]
    .map(([title, all]) => ({ title, value: namesOf(all.map(({ person }) => person.name)) }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .slice(0, mostGroups);
}

function hintsFor(lanes: readonly UndeliveredLane[]): readonly string[] {
  return [...new Set(lanes.map(({ reason }) => remedies[reason]))];
}

function choicesFor(lanes: readonly UndeliveredLane[]): UndeliveredView['choices'] {
  const each = lanes.slice(0, 100).map(({ who, name }) => ({ title: name, value: who }));
  return lanes.length > 1 ? [{ title: 'Everybody on this list', value: everybody }, ...each] : each;
}

async function listView(needs: ViewNeeds, note: string | null): Promise<View> {
  const [lanes, without] = await Promise.all([undeliveredLanes(needs), notInstalled(needs)]);
  const heading = lanes.length === 0 ? 'Every message has arrived' : 'Messages that did not arrive';
  const messages = lanes.reduce((sum, { count }) => sum + count, 0);
  const intro =
    lanes.length === 0
      ? 'No message waits for anybody.'
      : `${counted(messages, 'message', 'messages')} for ${counted(lanes.length, 'person', 'people')}.`;
  const more = lanes.length - mostShown;
  const { timeZone } = needs.programme;
  return {
    card: 'undelivered',
    summary: lanes.length === 0 ? heading : `${heading}: ${intro}`,
    data: {
      heading,
      intro,
      note,
      people: lanes.slice(0, mostShown).map(({ name, reason, since, count }) => ({
        name,
        reason: reasonWords(reason),
        since: `${counted(count, 'message', 'messages')}, since ${shortDate(since.toZonedDateTimeISO(timeZone).toPlainDate())}`,
      })),
      more: more > 0 ? `and ${more} more` : '',
      hints: hintsFor(lanes),
      choices: choicesFor(lanes),
      chosen: lanes.length > 1 ? everybody : (lanes[0]?.who ?? ''),
      notInstalled: {
        intro:
          without.people.length === 0
            ? 'Everybody on the roster has the app.'
            : `${without.people.length} of the ${counted(without.of, 'person', 'people')} on the roster cannot be reached, because they have not added the app or have taken it away.`,
        groups: groupsOf(needs, without.people),
      },
      actions: [openDelivery, openSending],
    },
  };
}

const isAllowed = (needs: Pick<Needs, 'log'>, asker: Asker): boolean => {
  const allowed = may('see-delivery', asker.person.roles, ['academy']);
  if (!allowed) needs.log.warn('permission.refused', { verb: 'see-delivery', person: asker.person.id });
  return allowed;
};

/** Who did not get their messages and who has no app, for an Academy Manager; null for everybody else. */
export async function openUndeliveredList(needs: ViewNeeds, asker: Asker): Promise<View | null> {
  return isAllowed(needs, asker) ? listView(needs, null) : null;
}

async function noteOf(needs: ViewNeeds, { messages, names, nowhere }: Retried): Promise<string> {
  const isStopped = (await needs.sending.state()).paused !== null;
  const how = isStopped ? 'To be tried when sending is started again' : 'Trying again';
  const tried =
    names.length === 0 ? null : `${how}: ${counted(messages, 'message', 'messages')} for ${namesOf(names)}.`;
  const not =
    nowhere.length === 0
      ? null
      : `There is nowhere to send to yet for ${namesOf(nowhere)}: they have not added the app. Their messages go by themselves once they do.`;
  return [tried, not].filter((part) => part !== null).join(' ') || 'No message waits for them any more.';
}

/** Tries again for one of the list, or for everybody on it. */
export async function tryAgain(needs: ViewNeeds, asker: Asker, who: string): Promise<View | null> {
  if (!isAllowed(needs, asker)) return null;
  const lanes = await undeliveredLanes(needs);
  const chosen = who === everybody ? lanes : lanes.filter((lane) => lane.who === who);
  const retried = await retryUndelivered(needs, chosen, asker.now);
  needs.log.info('undelivered.retried', { by: asker.person.id, messages: retried.messages });
  return listView(needs, await noteOf(needs, retried));
}
