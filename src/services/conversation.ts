import { findIdentifier } from '../academy/identifier-guard.ts';
import { isChooseEscalationChannel } from '../understanding/escalation-channel.ts';
import {
  confidenceThreshold,
  type FullUnderstanding,
  type Intent,
  intents,
  type Understanding,
} from '../understanding/intents.ts';
import { scopeOf } from '../understanding/scope.ts';
import { understandFully } from '../understanding/understand.ts';
import { showOpenAlerts, takeAlertStep } from './alert-steps.ts';
import { answerAllocation, openAllocation, saveAllocation } from './allocate.ts';
import { answerAssessment } from './answer-assessment.ts';
import { answerErrand } from './answer-errand.ts';
import { topicButtons } from './answer-handbook.ts';
import { answerHeld } from './answer-held.ts';
import { answerIntent, buttonTitles, whoseDates } from './answer-intent.ts';
import { answerOwnTitle } from './answer-own-title.ts';
import { openPauseCard } from './answer-pause.ts';
import { answerSending, pressSending } from './answer-sending.ts';
import { answerAskPerson, openQuestion, sendQuestion } from './ask-person.ts';
import { type Asker, identify } from './asker.ts';
import { showConcernTo, takeConcernStep } from './concern-step.ts';
import { confirmRecord } from './confirm-record.ts';
import { openEnrol, sendEnrol } from './enrol-nqsw.ts';
import { channelHello, chooseEscalationChannel } from './escalation-channel.ts';
import { withKnownNames } from './heard-names.ts';
import { expressWish, openMove, takeMoveStep } from './move-request.ts';
import type { Needs } from './needs.ts';
import { openNotHappened, submitNotHappened } from './not-happened.ts';
import { openRecord } from './open-record.ts';
import type { Person } from './ports.ts';
import { isOfAssessment, pressAssessment } from './press-assessment.ts';
import { isOfBoard, pressBoard } from './press-board.ts';
import { isOfLearningSet, pressLearningSet } from './press-learning-set.ts';
import { chooseReminder, putOffReminder } from './put-off-reminder.ts';
import { openConcern, raiseConcern } from './raise-concern.ts';
import { submitRecord } from './record-supervision.ts';
import { openCaseload, submitCaseload } from './report-caseload.ts';
import { seeQuestion } from './see-question.ts';
import { removeLeave, saveSettings } from './settings.ts';
import { message, newView, notForYou, pressedView, unknownPerson } from './short-answers.ts';
import type { Submission } from './submissions.ts';
import { suggestedUnderstanding } from './suggestion.ts';
import { previewPause, showPauseTo, takePauseStep } from './take-pause-step.ts';
import type { Reply, Respond, Turn } from './turn.ts';
import type { View } from './views.ts';
import { mainActions, welcome } from './welcome-and-help.ts';
import { answerYearForm, isOfYear, pressYear } from './year-forms.ts';

const inPrivateOnly: Reply = {
  kind: 'text',
  text: 'Please ask me that in our private chat: what I answer there is for you alone.',
};

const pressedOrRefused = (needs: Needs, view: View | null): readonly Reply[] => [
  view === null ? notForYou(needs.programme) : pressedView(view),
];

/** A form in place of the pressed card, or, where that card is to stay, as a message of its own. */
const openedOrRefused = (needs: Needs, { opens }: { readonly opens?: 'new' }, view: View | null) =>
  view !== null && opens === 'new' ? [newView(view)] : pressedOrRefused(needs, view);

/** The verbs that may be pressed in a channel: what they show is neutral (ARCHITECTURE, "Channels"). */
const channelVerbs = new Set<Submission['verb']>(['alert-acknowledge', 'alert-assign', 'alert-resolve']);

async function answerSubmission(
  needs: Needs,
  asker: Asker,
  submission: Submission,
): Promise<readonly Reply[]> {
  if (isOfAssessment(submission)) return [await pressAssessment(needs, asker, submission)];
  if (isOfLearningSet(submission)) return [await pressLearningSet(needs, asker, submission)];
  if (isOfYear(submission)) return [await pressYear(needs, asker, submission)];
  if (isOfBoard(submission)) return [await pressBoard(needs, asker, submission)];
  switch (submission.verb) {
    case 'ask':
      return answerIntent(needs, asker, { ...submission.data, slots: {}, confidence: 1 });
    case 'record-open':
      return openedOrRefused(needs, submission.data, await openRecord(needs, asker, submission.data));
    case 'record-supervision':
      return [await submitRecord(needs, asker, submission.data)];
    case 'not-happened-open':
      return openedOrRefused(needs, submission.data, await openNotHappened(needs, asker, submission.data));
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
    case 'move-wish':
      return [await expressWish(needs, asker, submission.data)];
    case 'move-open':
      return [await openMove(needs, asker, submission.data)];
    case 'move-step':
      return [await takeMoveStep(needs, asker, submission.data)];
    case 'allocation-open':
      return pressedOrRefused(needs, await openAllocation(needs, asker, submission.data.participantId));
    case 'allocation-save':
      return [await saveAllocation(needs, asker, submission.data)];
    case 'enrol-open':
      return pressedOrRefused(needs, await openEnrol(needs, asker));
    case 'enrol-save':
      return [await sendEnrol(needs, asker, submission.data)];
    case 'pause-open':
      return pressedOrRefused(needs, await openPauseCard(needs, asker, submission.data));
    case 'pause-show':
      return [await showPauseTo(needs, asker, submission.data)];
    case 'pause-preview':
      return [await previewPause(needs, asker, submission.data)];
    case 'pause-step':
      return [await takePauseStep(needs, asker, submission.data)];
    case 'concern-open':
      return pressedOrRefused(needs, await openConcern(needs, asker, submission.data.participantId));
    case 'concern-raise':
      return [await raiseConcern(needs, asker, submission.data)];
    case 'concern-show':
      return [await showConcernTo(needs, asker, submission.data)];
    case 'concern-step':
      return [await takeConcernStep(needs, asker, submission.data)];
    case 'question-open':
      return [await openQuestion(needs, asker, submission.data)];
    case 'question-send':
      return [await sendQuestion(needs, asker, submission.data)];
    case 'question-seen':
      return [await seeQuestion(needs, asker, submission.data)];
    case 'settings-save':
      return [await saveSettings(needs, asker, submission.data)];
    case 'settings-leave-remove':
      return [await removeLeave(needs, asker, submission.data)];
    case 'reminder-choose':
      return [await chooseReminder(needs, asker, submission.data)];
    case 'reminder-snooze':
      return [await putOffReminder(needs, asker, submission.data)];
    case 'alert-acknowledge':
      return [await takeAlertStep(needs, asker, submission.data, { step: 'acknowledge' })];
    case 'alert-resolve':
      return [await takeAlertStep(needs, asker, submission.data, { step: 'resolve' })];
    case 'alert-assign': {
      const { to } = submission.data;
      return [await takeAlertStep(needs, asker, submission.data, { step: 'assign', to })];
    }
    case 'sending-open':
    case 'sending-stop':
    case 'sending-stop-now':
    case 'sending-resume':
    case 'delivery-report':
    case 'undelivered-open':
    case 'undelivered-retry':
      return pressSending(needs, asker, submission);
    default:
      return submission satisfies never;
  }
}

/** Unsure between a few things: ask which, with a button for each. Undefined when there is nothing to choose from. */
function askBack(needs: Needs, text: string, candidates: readonly Intent[]): Reply | undefined {
  const offered = candidates.flatMap((intent) => {
    const title = buttonTitles[intent];
    return title === undefined ? [] : [{ title, verb: 'ask', data: { intent } }];
  });
  const actions = [...offered, ...topicButtons(needs.programme, text)].slice(0, mostOffered);
  if (actions.length === 0) return undefined;
  return newView(
    message('Did you mean one of these?', ['I am not sure that I understood you.'], { actions }),
  );
}

/** A text that nothing was understood of: case detail is turned away, anything else gets what can be asked. */
function notUnderstood(needs: Needs, asker: Asker, text: string): Reply {
  const found = findIdentifier(text);
  if (found !== null) {
    return newView(
      message('Please keep case detail out of this chat', [found.words], {
        tone: 'warning',
        actions: mainActions(needs.programme, asker.person.roles),
      }),
    );
  }
  return newView(
    message(
      'I did not understand that',
      ['Try it in other words, or press one of these. Type “help” to see everything I can do.'],
      { actions: mainActions(needs.programme, asker.person.roles) },
    ),
  );
}

/** The app has come to a channel: when it is the one for alerts, what is open is shown there again. */
async function greetChannel(needs: Needs, { place, now }: Turn): Promise<readonly Reply[]> {
  const chosen = await needs.addresses.escalations();
  if (chosen !== undefined && chosen.channelId === place.channelId) await showOpenAlerts(needs, now);
  return [channelHello];
}

/** In a channel only what concerns the channel is answered: everybody there reads it. */
function answerInChannel(asker: Asker, text: string): Reply {
  const { intent } = understandFully(text, { today: asker.today });
  return intent === 'help' || intent === 'greeting' ? channelHello : inPrivateOnly;
}

/** What is recognised beside the intents: sending as a whole, the assessment, a form of the year. */
async function answerRequested(
  needs: Needs,
  asker: Asker,
  text: string,
  { sending, assessment, task, slots }: FullUnderstanding,
): Promise<readonly Reply[] | undefined> {
  if (sending !== undefined) return answerSending(needs, asker, sending, slots);
  if (assessment !== undefined) return answerAssessment(needs, asker, assessment, slots);
  return task === undefined ? undefined : answerYearForm(needs, asker, task, { text, slots });
}

async function answerText(
  needs: Needs,
  memory: Memory,
  asker: Asker,
  turn: Turn & { kind: 'text' },
): Promise<readonly Reply[]> {
  const { channelId } = turn.place;
  if (isChooseEscalationChannel(turn.text)) {
    return chooseEscalationChannel(needs, asker, channelId);
  }
  if (turn.place.kind !== 'personal') return [answerInChannel(asker, turn.text)];
  const follows = memory.of(asker);
  const text = await withKnownNames(needs, asker, turn.text);
  const context = { today: asker.today, ...(follows === undefined ? {} : { follows }) };
  const understood = understandFully(text, context);
  memory.keep(asker, understood);
  const beside = await answerBeside(needs, asker, { typed: turn.text, text }, understood);
  if (beside !== undefined) return beside;
  if (understood.task === undefined) return answerUnderstood(needs, asker, text, understood);
  // A form that the asker has no role for: the same words are a question.
  const question = understandFully(text, { ...context, withoutForms: true });
  memory.keep(asker, question);
  return answerUnderstood(needs, asker, text, question);
}

/** What is asked for in so many words, beside the intents; words of distress are never taken for any of it. */
async function answerBeside(
  needs: Needs,
  asker: Asker,
  { typed, text }: { readonly typed: string; readonly text: string },
  understood: FullUnderstanding,
): Promise<readonly Reply[] | undefined> {
  if (understood.intent === 'wellbeing') return undefined;
  const handed = await answerAskPerson(needs, asker, typed);
  if (handed !== undefined) return [newView(handed)];
  const requested = await answerRequested(needs, asker, text, understood);
  if (requested !== undefined) return requested;
  const support = await answerAllocation(needs, asker, text, understood.slots);
  if (support !== undefined) return [support === null ? notForYou(needs.programme) : newView(support)];
  return answerErrand(needs, asker, text);
}

/** What a language model, where there is one, takes a text to mean that nothing was understood of: marked as its guess. */
async function answerSuggested(
  needs: Needs,
  asker: Asker,
  text: string,
): Promise<readonly Reply[] | undefined> {
  const suggested = await suggestedUnderstanding(needs, text);
  if (suggested === undefined) return undefined;
  const replies = await answerIntent(needs, asker, { ...suggested, text });
  return replies.map((reply) => ({ ...reply, suggested: true }));
}

/** What has been is told from the records: "when was my last supervision?". Undefined when it is of no one kind. */
async function answerPast(
  needs: Needs,
  asker: Asker,
  { intent, slots }: Understanding,
): Promise<readonly Reply[] | undefined> {
  const kind = intent === 'next-review' ? 'review' : 'supervision';
  if (intent !== 'next-review' && intent !== 'next-supervision' && intent !== 'record-supervision')
    return undefined;
  const whose = await whoseDates(needs, asker, slots.person);
  if (whose === null) return [notForYou(needs.programme)];
  if (whose.kind === 'own' && asker.person.participantId === null) return undefined;
  const { series } = slots;
  return [newView(await answerHeld(needs, asker, whose, series === undefined ? { kind } : { kind, series }))];
}

/** The first thing that was asked, and a second when the same message asked for it. */
async function answerUnderstood(
  needs: Needs,
  asker: Asker,
  text: string,
  understood: FullUnderstanding,
): Promise<readonly Reply[]> {
  const titled = await answerOwnTitle(needs, asker, text, understood);
  if (titled !== undefined) return [titled];
  const scope = scopeOf(text, asker.today);
  if (understood.intent === 'unknown' || understood.confidence < confidenceThreshold) {
    const held = scope.isOfThePast(understood.intent)
      ? await answerPast(needs, asker, understood)
      : undefined;
    if (held !== undefined) return held;
    const offered = findIdentifier(text) === null && askBack(needs, text, understood.candidates);
    if (offered) return [offered];
    return (await answerSuggested(needs, asker, text)) ?? [notUnderstood(needs, asker, text)];
  }
  const first = await answerIntent(needs, asker, { ...understood, text, scope });
  const second = understood.also[0];
  return second === undefined
    ? first
    : [...first, ...(await answerIntent(needs, asker, { ...second, text, scope }))];
}

/** A number that is typed after somebody else's form is asked after, for it is not said whose it is. */
const isOwnOrOpen = ({ person }: Asker, participantId: string) =>
  participantId === '' || participantId === person.participantId;

/** More than three to choose from is no question. */
const mostOffered = 3;

const mostRemembered = 2_000;
const rememberedFor = { minutes: 10 } as const;

/**
 * What each person last asked, so that "why?" and "and the one after?" mean something. In memory only, for ten
 * minutes: after a restart a follow-up is asked back, which is harmless.
 */
function createMemory() {
  const last = new Map<string, { readonly at: Asker['now']; readonly understood: Understanding }>();
  return {
    of(asker: Asker): Understanding | undefined {
      const kept = last.get(asker.person.id);
      if (kept === undefined) return undefined;
      return kept.at.add(rememberedFor).epochMilliseconds < asker.now.epochMilliseconds
        ? undefined
        : kept.understood;
    },
    keep(asker: Asker, understood: Understanding): void {
      if (understood.intent === 'unknown' || understood.intent === 'wellbeing') return;
      if (last.size >= mostRemembered) last.clear();
      // A count is kept when it is said, and never because of what is said after it.
      const { count: _, ...slots } = understood.slots;
      last.set(asker.person.id, { at: asker.now, understood: { ...understood, slots } });
    },
    /** A button that asks is as good as the words; after the form for a caseload a bare number is the count. */
    keepPressed(asker: Asker, { verb, data }: Submission): void {
      if (verb === 'caseload-open' && isOwnOrOpen(asker, data.participantId)) {
        this.keep(asker, { intent: 'caseload', slots: {}, confidence: 1 });
      }
      const asked = verb === 'ask' ? intents.find((known) => known === data.intent) : undefined;
      if (asked !== undefined) this.keep(asker, { intent: asked, slots: {}, confidence: 1 });
    },
  };
}
type Memory = ReturnType<typeof createMemory>;

function answerPerson(needs: Needs, memory: Memory, person: Person, turn: Turn): Promise<readonly Reply[]> {
  const today = turn.now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const asker: Asker = { person, now: turn.now, today };
  switch (turn.kind) {
    case 'installed':
      return Promise.resolve([newView(welcome(needs.programme, person))]);
    case 'text':
      return answerText(needs, memory, asker, turn);
    case 'submission':
      if (turn.place.kind !== 'personal' && !channelVerbs.has(turn.submission.verb)) {
        return Promise.resolve([inPrivateOnly]);
      }
      memory.keepPressed(asker, turn.submission);
      return answerSubmission(needs, asker, turn.submission);
    default:
      return turn satisfies never;
  }
}

/**
 * The whole conversation: who is asking, what they want, may they, and the answer. Everything that Teams brings
 * passes here, and nothing here knows Teams.
 */
export function createRespond(needs: Needs): Respond {
  const memory = createMemory();
  return async (turn) => {
    if (turn.kind === 'installed' && turn.place.kind !== 'personal') return greetChannel(needs, turn);
    const person = await identify(needs, turn.sender);
    if (person === undefined) {
      needs.log.info('identity.unknown');
      return turn.place.kind === 'personal' ? [newView(unknownPerson(needs.programme))] : [inPrivateOnly];
    }
    return answerPerson(needs, memory, person, turn);
  };
}
