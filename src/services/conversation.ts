import { findIdentifier } from '../academy/identifier-guard.ts';
import { isChooseEscalationChannel } from '../understanding/escalation-channel.ts';
import { understand } from '../understanding/understand.ts';
import { answerIntent } from './answer-intent.ts';
import { type Asker, identify } from './asker.ts';
import { showOpenAlerts, takeAlertStep } from './caseload-alert.ts';
import { confirmRecord } from './confirm-record.ts';
import { chooseEscalationChannel } from './escalation-channel.ts';
import type { Needs } from './needs.ts';
import type { OpenAlerts, Person } from './ports.ts';
import { openNotHappened, openRecord, submitNotHappened, submitRecord } from './record-supervision.ts';
import { openCaseload, submitCaseload } from './report-caseload.ts';
import type { Submission } from './submissions.ts';
import type { Reply, Respond, Turn } from './turn.ts';
import type { View } from './views.ts';
import {
  mainActions,
  message,
  newView,
  notForYou,
  pressedView,
  unknownPerson,
  welcome,
} from './welcome-and-help.ts';

export type ConversationNeeds = Needs & { readonly openAlerts: OpenAlerts };

const inPrivateOnly: Reply = {
  kind: 'text',
  text: 'Please ask me that in our private chat: what I answer there is for you alone.',
};

const pressedOrRefused = (needs: Needs, view: View | null): readonly Reply[] => [
  view === null ? notForYou(needs.programme) : pressedView(view),
];

/** The verbs that may be pressed in a channel: what they show is neutral (ARCHITECTURE, "Channels"). */
const channelVerbs = new Set<Submission['verb']>(['alert-acknowledge', 'alert-assign', 'alert-resolve']);

async function answerSubmission(
  needs: ConversationNeeds,
  asker: Asker,
  submission: Submission,
): Promise<readonly Reply[]> {
  switch (submission.verb) {
    case 'ask':
      return answerIntent(needs, asker, { intent: submission.data.intent, slots: {}, confidence: 1 });
    case 'record-open':
      return pressedOrRefused(needs, await openRecord(needs, asker, submission.data));
    case 'record-supervision':
      return [await submitRecord(needs, asker, submission.data)];
    case 'not-happened-open':
      return pressedOrRefused(needs, await openNotHappened(needs, asker, submission.data));
    case 'record-not-happened':
      return [await submitNotHappened(needs, asker, submission.data)];
    case 'confirm-agree':
      return [await confirmRecord(needs, asker, submission.data, { answer: 'agreed' })];
    case 'confirm-not-right':
      return [
        await confirmRecord(needs, asker, submission.data, {
          answer: 'not-right',
          reason: submission.data.reason,
        }),
      ];
    case 'caseload-open':
      return pressedOrRefused(needs, await openCaseload(needs, asker, submission.data.participantId));
    case 'caseload-report':
      return [await submitCaseload(needs, asker, submission.data)];
    case 'alert-acknowledge':
      return [await takeAlertStep(needs, asker, submission.data, { step: 'acknowledge' })];
    case 'alert-resolve':
      return [await takeAlertStep(needs, asker, submission.data, { step: 'resolve' })];
    case 'alert-assign': {
      const to = submission.data.to === '' ? undefined : await needs.people.byId(submission.data.to);
      return [await takeAlertStep(needs, asker, submission.data, { step: 'assign', to })];
    }
    default:
      return submission satisfies never;
  }
}

/** A text that nothing was understood of: case detail is turned away, anything else gets what can be asked. */
function notUnderstood(asker: Asker, text: string): Reply {
  const found = findIdentifier(text);
  if (found !== null) {
    return newView(
      message('Please keep case detail out of this chat', [found.words, 'I have not kept what you wrote.'], {
        tone: 'warning',
        actions: mainActions(asker.person.roles),
      }),
    );
  }
  return newView(
    message(
      'I did not understand that',
      ['Try it in other words, or press one of these. Type “help” to see everything I can do.'],
      { actions: mainActions(asker.person.roles) },
    ),
  );
}

async function answerText(
  needs: ConversationNeeds,
  asker: Asker,
  turn: Turn & { kind: 'text' },
): Promise<readonly Reply[]> {
  const { channelId } = turn.place;
  if (isChooseEscalationChannel(turn.text)) {
    const openOnes = () => (channelId === null ? Promise.resolve() : showOpenAlerts(needs, asker, channelId));
    return chooseEscalationChannel(needs, asker, channelId, openOnes);
  }
  if (turn.place.kind !== 'personal') return [inPrivateOnly];
  const understanding = understand(turn.text, { today: asker.today });
  if (understanding.intent === 'unknown') return [notUnderstood(asker, turn.text)];
  return answerIntent(needs, asker, understanding);
}

const channelHello: Reply = {
  kind: 'text',
  text: 'Hello. I post caseload alerts for the academy. An Academy Manager can make this their channel by writing: use this channel for escalations',
};

function answerPerson(needs: ConversationNeeds, person: Person, turn: Turn): Promise<readonly Reply[]> {
  const today = turn.now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const asker: Asker = { person, now: turn.now, today };
  switch (turn.kind) {
    case 'installed':
      return Promise.resolve([newView(welcome(needs.programme, person))]);
    case 'text':
      return answerText(needs, asker, turn);
    case 'submission':
      if (turn.place.kind !== 'personal' && !channelVerbs.has(turn.submission.verb)) {
        return Promise.resolve([inPrivateOnly]);
      }
      return answerSubmission(needs, asker, turn.submission);
    default:
      return turn satisfies never;
  }
}

/**
 * The whole conversation: who is asking, what they want, may they, and the answer. Everything that Teams brings
 * passes here, and nothing here knows Teams.
 */
export function createRespond(needs: ConversationNeeds): Respond {
  return async (turn) => {
    if (turn.kind === 'installed' && turn.place.kind !== 'personal') return [channelHello];
    const person = await identify(needs, turn.sender);
    if (person === undefined) {
      needs.log.info('identity.unknown');
      return turn.place.kind === 'personal' ? [newView(unknownPerson(needs.programme))] : [inPrivateOnly];
    }
    return answerPerson(needs, person, turn);
  };
}
