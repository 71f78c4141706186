import type { YearFormName } from '../academy/year-form-name.ts';
import { asksToConfirmCaseload } from './confirm-caseload-words.ts';
import { enrolmentAsked } from './enrolment-words.ts';
import { wordsOf } from './words.ts';
import { asksForAudit, asksForExit, asksForInduction, asksForProbation } from './year-end-words.ts';

/*
 * Requests to enter something of a year: "log 3 hours of protected time", "induction checklist for Amara". The intents
 * tell what is asked; what is to be entered is recognised beside them, and only where the words leave no doubt.
 */

/** The words of a message, in lower case. */
export type TaskReading = readonly string[];

/** Whether a message asks for this form. Whose it is, and whether the asker may, is for the services. */
export type Recogniser = (words: TaskReading, text: string) => boolean;

const lineOf = (words: TaskReading) => ` ${words.join(' ')} `;

/** "cover for Amara", "who covers me?", "arrange cover for my leave". */
const asksForCover: Recogniser = (words) =>
  / (?:arrange|set up|organise|add|need|end|cancel|change) (?:a |some |the |my )?cover | cover (?:for|while|during) | who (?:covers|is covering|will cover)(?: for)? me | (?:who|whos|is anyone|anybody) covering for me /u.test(
    lineOf(words),
  ) &&
  !/ (?:visit|visits|duty|court|contact|child|children|case|cases|letter|topics?|how|what|does) /u.test(
    lineOf(words),
  );

/** "record the handover for Amara", "handover held", "handover for Amara"; "handover of Amara to Owen" gives a function. */
const asksForHandover: Recogniser = (words) =>
  /^ (?:(?:open|show|see|the|please) )*hand ?over (?:for|of|with) (?!.* to ) *\w+(?: \w+)? $| (?:record|log|enter|had|held|done) (?:the |a |my )?hand ?over | hand ?over (?:was |is |has been )?(?:held|done|recorded) /u.test(
    lineOf(words),
  );

/** "personal supervision with Amara was on Tuesday", "record personal supervision": the day alone is entered (T2). */
const saysPersonalHeld: Recogniser = (words) =>
  / personal (?:supervisions?|sups?|supos?|sessions?|1:1s?) /u.test(lineOf(words)) &&
  / (?:was|held|had|took place|record|log|done|happened|did) /u.test(lineOf(words)) &&
  !/ (?:when|whens|what|why|how|who|next|not|didnt|wasnt|never|cancelled|missed|my|last|many|can|does) /u.test(
    lineOf(words),
  );

/** "can we move Tuesday's supervision to Thursday": another day for a session to come (P7). */
const asksForAnotherDay: Recogniser = (words) =>
  / (?:move|swap|shift|change|rearrange|reschedule|push back|bring forward|postpone|another day|different day) /u.test(
    lineOf(words),
  ) &&
  / (?:supervisions?|supos?|sups?|sessions?|1:1s?|121s?|one to ones?) /u.test(lineOf(words)) &&
  !/ (?:team|teams|host|why|moved|who|how|often|supervisor|reminders?|request|didnt|not|happened|had|was|peer|group|learning|als|records?|recorded|wrong|time of) /u.test(
    lineOf(words),
  );

/** "cadence decision for Amara", "keep fortnightly for Tom": how often reflective supervision is held (P15). */
const asksForCadence: Recogniser = (words) => {
  const line = lineOf(words);
  const isDecision =
    / cadence (?:decision|review) | (?:decide|set|change|review) (?:the |her |his |their |\w+s )?cadence /u.test(
      line,
    );
  const isRhythm =
    / (?:keep|stay|move|switch|go|change|put) (?:\w+ ){0,4}(?:fortnightly|monthly|every (?:\d|two|three|four|five|six) weeks) /u.test(
      line,
    );
  return (
    (isDecision || isRhythm) &&
    !/ (?:reminders?|messages?|digest|e ?mails?|weekly|meetings?|als|sets?|peer|case|personal|reports?|my|me|i|when|why|how|what|whats|is|are|does|do|not|dont|stop) /u.test(
      line,
    )
  );
};

/** "the child file is up to date for Amara", "co-worker check done": that a recording is up to date is stated (L4, L16). */
const asksToAttest: Recogniser = (words) => {
  const line = lineOf(words);
  const isAbout =
    / (?:child(?:s|rens?)? files?|file recordings?|co ?-?workers? (?:check|checks|recording|recorded)) /u.test(
      line,
    );
  const isStated =
    / (?:up to date|done|complete|completed|checked|attest|attested|attestation|state|stated|confirm|confirmed) /u.test(
      line,
    );
  const isAsked =
    /^ (?:attest|attestation|state that|record that) /u.test(line) &&
    / (?:recordings?|files?|co ?-?workers?|up to date) /u.test(line);
  return (
    ((isAbout && isStated) || isAsked) &&
    !/ (?:how|what|whats|why|when|who|where|should|must|not|isnt|arent|overdue|do i|did i|am i|missing|need) /u.test(
      line,
    )
  );
};

const group = '(?:peer|group) supervisions?';
const gathering = `(?:${group}|development days?|team development(?: sessions?)?|service sessions?|case mapping)`;
/** "nobody came to peer supervision", "group supervision didn't take place" (P4). */
const fellThrough = new RegExp(
  ` (?:nobody|no one|noone) (?:came|turned up|showed up|attended|was|went) (?:to |at |for )?(?:the |our |todays |yesterdays )?${gathering} | ${group} (?:today |yesterday )?(?:did not|didnt|never) (?:happen|take place|go ahead) | ${group} (?:was not|wasnt) held `,
  'u',
);

/** "attendance at peer supervision", "nobody came to the development day": of a group, by whoever leads it (A7). */
const recordsAttendance: Recogniser = (words) =>
  fellThrough.test(lineOf(words)) ||
  (/ (?:record|log|enter|mark|take) (?:the |some )?(?:attendance|register) | attendance (?:at|for|of) (?:the |our )?(?:peer|group|team|service|development|case mapping) /u.test(
    lineOf(words),
  ) &&
    !/ (?:als|learning|set|sets|school|contact|child|court|how|why|report) /u.test(lineOf(words)));

/** "I attended the team meeting": of what nobody else keeps a list. */
const saysAttended: Recogniser = (words) =>
  / (?:i (?:attended|was at|went to)|ive (?:attended|been to)) (?:the |our |my |todays |yesterdays )?(?:host )?(?:team meetings?|scrums?|practice reflective meetings?|meetings?) /u.test(
    lineOf(words),
  ) && !/ (?:but|child|court|core|strategy|family|contact|professionals) /u.test(lineOf(words));

const recognisers: { readonly [Name in YearFormName]?: Recogniser } = {
  cadence: asksForCadence,
  attest: asksToAttest,
  induction: asksForInduction,
  probation: asksForProbation,
  audit: asksForAudit,
  exit: asksForExit,
  cover: asksForCover,
  'date-held': saysPersonalHeld,
  reschedule: asksForAnotherDay,
  attendance: recordsAttendance,
  attended: saysAttended,
  handover: asksForHandover,
  'confirm-caseload': asksToConfirmCaseload,
  enrolment: (_, text) => enrolmentAsked(text) !== undefined,
};

const mostWords = 16;

/** The form that a message asks for; undefined for everything else. */
export function taskRequest(text: string): YearFormName | undefined {
  const words = wordsOf(text).map((word) => word.text);
  if (words.length === 0 || words.length > mostWords) return undefined;
  const found = Object.entries(recognisers).find(([, asksFor]) => asksFor(words, text));
  return found?.[0] as YearFormName | undefined;
}
