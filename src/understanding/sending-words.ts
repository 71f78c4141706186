import { slips } from './slips.ts';
import { wordsOf } from './words.ts';

/**
 * What an Academy Manager wants of sending as a whole. Like the choice of the channel for escalations these are
 * switches and lists of the bot itself, not questions about a programme, so they stand outside the intents.
 */
export type SendingRequest =
  | 'stop'
  | 'resume'
  | 'state'
  | 'delivery-report'
  | 'undelivered'
  | 'not-installed';

const list = (words: string) => words.split(' ');

const stopping = list('stop pause halt suspend freeze hold disable cease off kill switch');
const starting = list('resume restart start continue unpause unfreeze on');
const sending = list('sending sends');
const messages = list('messages messaging notifications reminders');
/** Reminders alone may be one's own: those are a matter of settings. */
const plainly = list('messages messaging');
const everybody = list('all every everybody everyone everything any whole anyone bot academy');
/** Somebody speaks of themselves, or of one other: then it is no switch for everybody. */
const personal = new Set(
  list(
    'me my mine i im ive id ill myself us we our him her his she he them programme caseload supervision review',
  ),
);
const denied = new Set(list('not dont never no nothing cannot cant shouldnt without'));
const asking = new Set(
  list(
    'is are was were did does do has have who what which when where why how whether can could status state show see',
  ),
);
const arriving = list(
  'get getting got receive receiving received arrive arrived delivered reach reached through failed undelivered',
);
const notArriving = list(
  'didnt havent hasnt wasnt werent not never arent isnt without cant cannot doesnt dont',
);
const installing = list('install installed installing added add have has got using app');
const apps = list('app bot assistant');
const reporting = list('report reports figures statistics stats summary numbers overview');
const delivering = list('delivery deliveries delivered sending messages message');
const aMessage = list('message messages reminder reminders notification notifications');
const aPilot = list('pilot');

const mostWords = 14;

class Said {
  readonly #words: readonly string[];
  constructor(words: readonly string[]) {
    this.#words = words;
  }
  get count(): number {
    return this.#words.length;
  }
  /** One of these words, or one slip from a long one. */
  any(...lists: readonly (readonly string[])[]): boolean {
    const wanted = lists.flat();
    return this.#words.some((word) =>
      wanted.some((each) => slips(word, each, 1) <= (each.length >= 7 ? 1 : 0)),
    );
  }
  in(words: ReadonlySet<string>): boolean {
    return this.#words.some((word) => words.has(word));
  }
  is(...phrases: readonly string[]): boolean {
    return phrases.includes(this.#words.join(' '));
  }
}

/** "Stop all messages" and "pause sending", but not "stop messaging me", "I want to stop" or "pause my programme". */
function isStop(said: Said): boolean {
  if (said.is('kill switch', 'stop everything', 'stop all')) return true;
  if (!said.any(stopping) || said.in(denied)) return false;
  if (said.any(sending)) return true;
  return (said.any(messages) && said.any(everybody)) || (said.any(plainly) && said.count <= 2);
}

function isResume(said: Said): boolean {
  if (!said.any(starting) || said.in(denied)) return false;
  return (
    said.any(sending) || (said.any(messages) && said.any(everybody)) || (said.any(plainly) && said.count <= 5)
  );
}

const isState = (said: Said) =>
  said.any(aPilot) ||
  said.is('sending', 'sending card', 'sending state', 'sending status') ||
  (said.in(asking) &&
    said.any(sending, aMessage) &&
    said.any(['paused', 'stopped', 'sending', 'going', 'waiting']));

const isNotInstalled = (said: Said) => said.any(installing) && said.any(apps) && said.any(notArriving);

const isUndelivered = (said: Said) =>
  said.any(['undelivered', 'undeliverable']) ||
  (said.any(aMessage) && said.any(arriving) && (said.any(notArriving) || said.any(['failed']))) ||
  (said.any(['delivered']) && said.any(notArriving));

const isDeliveryReport = (said: Said) =>
  (said.any(reporting) && said.any(delivering)) ||
  (said.any(['what', 'which', 'were', 'did']) && said.any(aMessage) && said.any(arriving));

/**
 * Whether a message asks for one of these; undefined for everything else. It says only what was meant: who may is for
 * the permission table, and words of distress are looked for before this is asked.
 */
export function sendingRequest(text: string): SendingRequest | undefined {
  const words = wordsOf(text).map((word) => word.text);
  const said = new Said(words);
  if (words.length === 0 || words.length > mostWords || said.in(personal)) return undefined;
  if (isNotInstalled(said)) return 'not-installed';
  if (isUndelivered(said)) return 'undelivered';
  if (isDeliveryReport(said)) return 'delivery-report';
  if (isState(said) && (said.in(asking) || !(isStop(said) || isResume(said)))) return 'state';
  if (said.in(asking)) return undefined;
  if (isStop(said)) return 'stop';
  return isResume(said) ? 'resume' : undefined;
}
