import { slips } from './slips.ts';
import { wordsOf } from './words.ts';

/**
 * What somebody wants of the assessment of a year. The intents do not part these from a session to record or a date to
 * ask for, so they are recognised beside them.
 */
export type AssessmentRequest =
  | 'record-review'
  | 'correct-review'
  | 'record-observation'
  | 'evidence'
  | 'review-pack'
  | 'final';

const list = (words: string) => words.split(' ');

const recording = list('record log enter add save submit register complete');
const correcting = list('correct amend fix edit redo');
const wrongly = list('wrong wrongly incorrect incorrectly mistake mistakenly error mistyped typo');
const entered = list(
  'entered recorded put logged chose picked selected typed gave ticked made entering recording',
);
const held = list('held done finished had');
const reviews = list('review reviews');
const observations = list('observation observations observed');
const evidence = list('evidence portfolio paperwork documents');
const missing = list('missing outstanding lacking incomplete left tracker received collected status gaps');
const packs = list('pack packs bundle');
const finals = list('recommend recommendation recommending');
const panels = list('panel outcome decision assessment');
const denied = new Set(list('not dont didnt never no cannot cant wasnt cancelled missed cancel move'));
/** Somebody asks how it works, when it is, or how many are wanted: that is for the guidance and the plan. */
const asking = new Set(
  list('how why when who where many should must need needed required due explain mean means do does count'),
);
const mostWords = 14;

class Said {
  readonly #words: readonly string[];
  constructor(words: readonly string[]) {
    this.#words = words;
  }
  /** One of these words, or one slip from a long one. */
  any(wanted: readonly string[]): boolean {
    return this.#words.some((word) =>
      wanted.some((each) => slips(word, each, 1) <= (each.length >= 7 ? 1 : 0)),
    );
  }
  in(words: ReadonlySet<string>): boolean {
    return this.#words.some((word) => words.has(word));
  }
  /** One of the words with one of the others straight after it. */
  follows(before: readonly string[], after: readonly string[]): boolean {
    return this.#words.some((word, at) => before.includes(word) && after.includes(this.#words[at + 1] ?? ''));
  }
  starts(wanted: readonly string[]): boolean {
    const [first, second, third] = this.#words;
    return [first, second, third].some((word) => word !== undefined && wanted.includes(word));
  }
}

function isFinal(said: Said): boolean {
  if (said.any(finals)) return said.any(['pass', 'fail', 'extend', 'extension', 'panel', 'outcome']);
  return said.any(['final']) && said.any(panels) && !said.any(reviews);
}

/** "what evidence is missing", "my evidence", "evidence for Amara", and never what the guidance answers. */
const isEvidence = (said: Said) =>
  said.any(evidence) &&
  !said.in(asking) &&
  (said.any(missing) ||
    said.starts(['my', 'our', 'show', 'open']) ||
    said.follows(evidence, ['of', 'for', 'from', 'so']));

/** "correct the three month review of Maya", "I entered the wrong outcome", and not "the wrong date for my review". */
function isCorrecting(said: Said): boolean {
  if (said.any(finals) || said.any(['panel', 'caseload', 'supervision'])) return false;
  const isOfReview = said.any(reviews);
  const isAsked =
    said.starts(correcting) || said.follows(['to', 'i', 'you', 'please', 'we', 'must', 'should'], correcting);
  if (isOfReview && isAsked) return true;
  return said.any(wrongly) && said.any(entered) && (isOfReview || said.any(['outcome']));
}

function recorded(said: Said): AssessmentRequest | undefined {
  const isOfNow = said.starts(recording) || (said.any(['form', 'card']) && !said.any(held));
  if (!isOfNow || said.in(denied) || said.in(asking)) return undefined;
  if (said.any(observations)) return 'record-observation';
  return said.any(reviews) ? 'record-review' : undefined;
}

/** Whether a message asks for one of these; undefined for everything else. Who may is for the permission table. */
export function assessmentRequest(text: string): AssessmentRequest | undefined {
  const words = wordsOf(text).map((word) => word.text);
  const said = new Said(words);
  if (words.length === 0 || words.length > mostWords) return undefined;
  if (said.any(packs) && said.any(reviews)) return 'review-pack';
  if (isCorrecting(said)) return 'correct-review';
  if (isFinal(said) && !said.in(asking)) return 'final';
  return isEvidence(said) ? 'evidence' : recorded(said);
}
