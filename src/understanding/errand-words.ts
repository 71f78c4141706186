import { read } from './reading.ts';

/**
 * What people ask for in so many words that is no question of the intents: something that a card shows, or something that
 * this bot does not do, which it then says together with who does. Like the switches of sending these stand beside the intents.
 */
export type Errand =
  | 'chronology'
  | 'put-off'
  | 'learning-set-figures'
  | 'disagreements'
  | 'claims'
  | 'open-alerts'
  | 'audit-figures'
  | 'observations'
  | 'correct-record'
  | 'move-review'
  | 'extend'
  | 'enrol'
  | 'add-people'
  | 'leaving'
  | 'my-team'
  | 'broadcast'
  | 'absences';

/** What was asked, and of whom where a name was said. */
export interface ErrandAsked {
  readonly errand: Errand;
  readonly person?: string;
  /** ISO date, read by whoever knows today's. */
  readonly typed: string;
}

interface Recogniser {
  readonly errand: Errand;
  /** All of these must be there … */
  readonly all: readonly RegExp[];
  /** … and none of these. */
  readonly none?: RegExp;
}

const day = '(?:mon|tues?|wed(?:nes)?|thur?s?|fri)(?:day)?|week|month|morning|afternoon';
const reviewed = / (?:reviews?|observations?) /u;

/** In order: the first that fits is meant. */
const recognisers: readonly Recogniser[] = [
  {
    errand: 'chronology',
    all: [/ chronology /u],
    none: / (?:court|child|childs|children|family|case|write|writing|draft|template|support|how|whats|what|sibling|mum|dad) /u,
  },
  {
    errand: 'put-off',
    all: [
      new RegExp(
        ` snooze | remind me (?:again )?(?:about (?:it|this|that) )?(?:tomorrow|tmrw|tomoz|later|(?:on |next |in the )+(?:${day})|in (?:a|an|\\d+|two|three) \\w+) $| (?:put|push) (?:it|that|this|the reminder|that reminder|this reminder) (?:off|back) | (?:nudge|ask|ping|tell) me (?:again )?(?:tomorrow|later|next week) $`,
        'u',
      ),
    ],
    none: / (?:not|dont|never|always|every|each|how|stop|why) /u,
  },
  {
    errand: 'learning-set-figures',
    all: [
      / (?:als|learning sets?|action sets?|set|sets|sessions?|last one) /u,
      / (?:take ?up|takeup|attendance|attended|turned up|came|no shows?|didnt (?:come|turn up|show)) /u,
    ],
    none: / (?:i|my|me|supervision|review|record|log) /u,
  },
  {
    errand: 'disagreements',
    all: [
      / (?:disagree(?:d|s|ments?)?|disputed?|not right) /u,
      / (?:records?|recorded|supervisions?) /u,
      / (?:any|which|who|whos|show|list|open|outstanding|are|has|have|did) /u,
    ],
    none: / (?:i|my|me|with my) /u,
  },
  {
    errand: 'claims',
    all: [
      / (?:claim|claims|funding|grant) /u,
      / (?:when|whens|due|date|dates|first|second|1st|2nd|next|deadline|dfe) /u,
    ],
    none: / (?:expenses?|mileage|insurance|travel|overtime|benefits?|child|carer|fund) /u,
  },
  {
    errand: 'open-alerts',
    // Nothing else is said: what alerts are for, and how to have fewer, are other questions.
    all: [
      / alerts? /u,
      /^(?: (?:show|list|see|get|give|me|the|any|all|my|our|these|open|current|new|outstanding|unresolved|unacknowledged|overdue|caseload|escalation|escalations|which|what|whats|are|is|there|do|does|we|have|i|still|how|many|please|can|you|alerts?|of|in|channel|academy|left|today|now|waiting|at|moment|and|[?!.,]+)(?= ))+ $/u,
    ],
  },
  {
    errand: 'audit-figures',
    all: [
      / audits? /u,
      /^ (?:the |our |my |all )?audits? (?:[?!.]+ )*$| (?:figures?|numbers?|results?|grades?|graded|overview|summary|how many|how|so far|outcomes?|count|stats|statistics|share|show|list|percent|percentage|good) /u,
    ],
    none: / (?:log|logged by|record|enter|add|do i|prepare|send|when|why|file|template|trail|child|children|case|theme) /u,
  },
  {
    errand: 'observations',
    all: [/ (?:when|whens|by when|deadline|due|how long) /u, / (?:observations?|observed) /u],
    none: / (?:how many|record|log|child|contact) /u,
  },
  {
    errand: 'correct-record',
    all: [
      / (?:mistake|error|wrong|correct|amend|edit|fix|delete|remove|undo|typo|incorrect|change|redo) /u,
      / (?:records?|entry|entered|logged|recorded|form|supervision i (?:did|put in|logged|recorded)) /u,
    ],
    none: / (?:no|isnt|nothing|everyone|everybody|all|team|channel|amount|date|his|number|whats|caseload) /u,
  },
  {
    errand: 'move-review',
    all: [
      / (?:move|moving|swap|shift|change|rearrange|reschedule|push back|bring forward|postpone|different (?:day|time|date)|another (?:day|time|date)) /u,
      reviewed,
    ],
    none: / (?:team|teams|host|why|moved|who|supervisor|reminder|reminders|request|meeting room|didnt|did not|happened|had to|was) /u,
  },
  {
    errand: 'extend',
    all: [
      / (?:extend|extended|extending|extension|lengthen|more time|longer) /u,
      / (?:programme|asye|year|end date|assessed year|probation) /u,
    ],
    none: / (?:pause|leave|maternity|break|deadline|how|does|part time|why|what) /u,
  },
  {
    errand: 'enrol',
    all: [
      / (?:enrol|enroll|onboard|register) |^ (?:please |can you )?add (?:a|an|one|another) | new (?:nqsw|starter|joiner) (?:starts|starting|joining|begins|called|to enrol)|^ new (?:nqsw|starter|joiner) $/u,
      / (?:enrol|enroll) | (?:nqsw|starter|joiner|newly qualified|social worker) /u,
    ],
    none: / (?:nqsws|cohort|cohorts|starters|joiners|people|users|roster|workers|everyone|everybody|all|intake|learning|als|set|sets|session|training|course|note|child|children|family|school|nursery|myself|who|when|why|what|did|supervision|review|supervisor|educator|manager|mentor|record) /u,
  },
  {
    errand: 'add-people',
    all: [
      / (?:add|import|enrol|enroll|onboard|set up|register|upload|create|load) /u,
      / (?:nqsws?|cohorts?|starters?|newly qualified|social workers?|people|users?|roster|joiners?|intake|practitioners?|educators?|managers?) /u,
    ],
    none: / (?:supervision|review|observation|record|learning|als|channel|report|who|how many|session|note|notes) /u,
  },
  {
    errand: 'leaving',
    all: [
      / (?:is leaving|has left|have left|leaves|left us|has resigned|resigned|has quit|handed (?:in )?(?:his|her|their) notice|dropped out|is going to another council|is no longer with us|got another job) /u,
    ],
    none: / (?:i|im|my|me|how|many|why|if|what|when|child|family|home|mum|dad|cohort|rate|left to|of) /u,
  },
  {
    errand: 'my-team',
    all: [/^ (?:(?:show|see|list|open) )?(?:me )?(?:the people in )?my team(?: please)? $/u],
  },
  {
    errand: 'broadcast',
    all: [
      / (?:send|message|email|e mail|text|tell|notify|ping|remind|chase|invite|announce|let) (?:to )?(?:out )?(?:a message to |an email to |an e mail to |a reminder to )?(?:everyone|everybody|all|them all|the cohort|the team|the nqsws|my nqsws|nqsws|whole) /u,
    ],
    none: / (?:stop|dont|not|report|when|show|data|tell me) /u,
  },
  {
    errand: 'absences',
    all: [
      / (?:who|whos|anyone|anybody|is everyone) /u,
      / (?:on leave|off sick|off today|off this week|off tomorrow|away|on annual leave|on holiday|in today|on a l) /u,
    ],
    none: / (?:if|when|contact|covers|covering|speak|go to|paused|pause|maternity) /u,
  },
];

const mostWords = 14;

/** Whether a message asks for one of these; undefined for everything else. Pure: who may is for the services. */
export function errandAsked(text: string): ErrandAsked | undefined {
  const reading = read(text);
  if (reading.texts.length === 0 || reading.texts.length > mostWords) return undefined;
  const line = ` ${reading.texts.join(' ').replace(/ +/gu, ' ')} `;
  const found = recognisers.find(
    ({ all, none }) => all.every((each) => each.test(line)) && none?.test(line) !== true,
  );
  if (found === undefined) return undefined;
  const { errand } = found;
  return reading.person === null
    ? { errand, typed: text }
    : { errand, person: reading.person.name, typed: text };
}
