import { wordsOf } from './words.ts';

/** A step of an enrolment as it can be typed; `any` where only the enrolment as a whole is meant. */
export type EnrolmentAsked = 'start' | 'extend' | 'complete' | 'leave' | 'return' | 'any';

const steps: readonly (readonly [EnrolmentAsked, RegExp])[] = [
  [
    'extend',
    / (?:extend|lengthen|prolong) (?:the )?(?:(?!the )\w+ ){0,2}(?:programme|year|asye|assessed year|end date) | extension (?:of|for) /u,
  ],
  [
    'leave',
    / (?:has left|have left|is leaving|leaves|left us|has resigned|has quit|resigned|dropped out|has gone to another council) | (?:(?:withdraw|remove) (?:\w+ ){1,2}(?:from|off)|take (?!a |some )(?:\w+ ){1,2}off) (?:the )?(?:programme|asye|academy) /u,
  ],
  [
    'return',
    / (?:returns|is returning|returned|comes back|is coming back|rejoins) (?:on|from|to|in|into|next|the) /u,
  ],
  [
    'complete',
    / (?:has )?(?:completed|completes|finished) (?:the |her |his |their )?(?:programme|asye|assessed year) | complete \w+ (?:programme|asye|year) /u,
  ],
  [
    'start',
    / start \w+ (?:programme|asye) | (?:starts|started|begins) (?:the |her |his |their )?(?:programme|asye) | registration (?:has )?(?:come|came) through /u,
  ],
  ['any', / (?:enrolment|enrollment) (?:of|for) | (?:change|open|show) \w+ (?:enrolment|enrollment) /u],
];

/** Somebody's own year, a question, a child, or something else that ends or comes back. */
const never =
  / (?:i|im|my|me|mine|we|our|how|why|when|whens|what|whats|who|whos|does|can|could|should|if|many|child|children|family|home|mum|dad|placement|case|cases|cohort|rate|pause|paused|probation|deadline|report|records?|supervision|session|email|message|nqsws|people|everyone) /u;

const mostWords = 12;

/** The step of somebody else's enrolment that a message asks for (M4); undefined for everything else. */
export function enrolmentAsked(text: string): EnrolmentAsked | undefined {
  const words = wordsOf(text).map((word) => word.text);
  if (words.length === 0 || words.length > mostWords) return undefined;
  const line = ` ${words.join(' ')} `;
  if (never.test(line)) return undefined;
  return steps.find(([, asks]) => asks.test(line))?.[0];
}
