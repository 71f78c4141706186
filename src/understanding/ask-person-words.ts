import { plainText, wordsOf } from './words.ts';

/** A message that is meant for a person: what it says to them, as it was typed; '' where that is still to be said. */
export interface AskPersonRequest {
  readonly words: string;
}

const whom =
  '(?:my |the |a |our )?(?:duty |reflective |line |academy |team |deputy |host |practice )*(?:sps?|senior practitioner|senior prac|senior|supervisor|practitioner|pe|practice educator|educator|assessor|manager|tm|dtm|deputy|mentor|buddy|coach)(?![\\p{L}\\d])';
const someone = '(?:someone|somebody|a (?:real )?(?:person|human)|a real one)(?![\\p{L}\\d])';
const please =
  '(?:(?:please|pls|can you|could you|would you|will you|can i|could i|may i|i want to|i would like to|id like to|i need to|i need you to|just|hi|hello|hey|bot|and|so) ?,? ?)*';

/** "ask my SP whether …", "message my manager: …": what follows is for them. */
const said = new RegExp(
  `^${please}(?:ask|message|email|e-mail|write to|query) (?:${whom}|${someone})(?: in the academy| at the academy)?(?: (?:for me|please|pls|today))*[\\s,:;.–-]*(?<words>.*)$`,
  'isu',
);
/** "a question for my PE: …" */
const question = new RegExp(
  `^${please}(?:(?:i have|ive got|i got|i've got|got|there is) )?(?:a|an|this|one|my)? ?(?:quick |small |short )?(?:question|query|message) (?:for|to) (?:${whom}|${someone})[\\s,:;.–-]*(?<words>.*)$`,
  'isu',
);
/** "pass this to my senior practitioner", "hand it over to a person" */
const passed = new RegExp(
  `^${please}(?:pass|forward|send|hand|give|relay|get)(?: (?:this|that|it|on|over|along|a message|my message|this message|a question|my question|this question|me))* (?:to|through to|over to) (?:${whom}|${someone})[\\s,:;.–-]*(?<words>.*)$`,
  'isu',
);
/** "can I speak to a human", "let me talk to a real person" */
const spoken = new RegExp(
  `^${please}(?:speak|talk|chat|let me (?:speak|talk)|be put through|get through|put me through) (?:to|with) (?:${someone}|${whom})(?: instead| please| pls| about)*[\\s?!.]*(?<words>)$`,
  'isu',
);

/** What the words that are left ask of the bot itself, and not of a person. */
const ofTheBot = /^(?:who|whos|who's|what is (?:the|their|his|her) (?:name|email|number))\b/iu;

const mostWords = 120;

/**
 * Whether a message is to be handed to a person (Q14). Who that is, where one was named, is read from the same words
 * by whoever asks; distress is looked for before this.
 */
export function askPersonRequest(text: string): AskPersonRequest | undefined {
  const plain = plainText(text).replace(/\s+/gu, ' ').trim();
  if (wordsOf(plain).length > mostWords) return undefined;
  for (const form of [said, question, passed, spoken]) {
    const words = form.exec(plain)?.groups?.words;
    if (words !== undefined && !ofTheBot.test(words)) return { words: tidied(words) };
  }
  return undefined;
}

/** "if I can …", "whether …": what is left is what they want to say. */
const tidied = (words: string) => words.replace(/^(?:to ask |asking |that )/iu, '').trim();
