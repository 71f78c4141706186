import type { Recogniser } from './task-words.ts';

/*
 * The beginning and the end of a year in what people type: the induction checklist, the answer about probation, an audit,
 * the tasks of the exit. Questions about when and how are for the plan and the guidance.
 */

const lineOf = (words: readonly string[]) => ` ${words.join(' ')} `;

/** "Amara's probation" */
const isSomebodys = (text: string, what: string) => new RegExp(`\\p{L}['’]s ${what}\\b`, 'iu').test(text);

const asking =
  / (?:when|whens|how|what|whats|why|who|whos|where|which|does|do|is|are|can|could|should|explain|mean|means|tell|about|long|date|end|ends|ending|end date|handbook|policy|not|didnt|never|no|dont|cannot|cant) /u;

/** "induction checklist", "my induction", "tick induction topics for Amara". */
export const asksForInduction: Recogniser = (words, text) => {
  const line = lineOf(words);
  if (asking.test(line) || !/ inductions? /u.test(line)) return false;
  return (
    / induction (?:check ?lists?|check lists?|list|topics?|progress|for|of) /u.test(line) ||
    / (?:my|our) induction /u.test(line) ||
    isSomebodys(text, 'induction') ||
    / (?:tick|ticked|record|log|update|covered) /u.test(line)
  );
};

/** "probation for Amara", "Amara's probation", "confirm probation": never of one's own, which is asked about. */
export const asksForProbation: Recogniser = (words, text) => {
  const line = lineOf(words);
  if (asking.test(line) || / (?:my|our|period|review) /u.test(line)) return false;
  return (
    isSomebodys(text, 'probation') ||
    / probation (?:for|of|answer|decision) | (?:confirm|extend|answer|decide|record) (?:the |his |her |their |\S+ )?probation /u.test(
      line,
    )
  );
};

/** "log an audit for Amara", "audit of Tom's work": not the log of who saw what. */
export const asksForAudit: Recogniser = (words) => {
  const line = lineOf(words);
  if (asking.test(line) || / (?:trail|report) /u.test(line)) return false;
  return / (?:log|record|enter|add|save) (?:an? |another |the |my )?(?:practice |case |case file |file )?audit | audit (?:for|of) | audit log (?:for|of) /u.test(
    line,
  );
};

/** "exit tasks", "my exit checklist", "end of programme tasks for Amara". */
export const asksForExit: Recogniser = (words) => {
  const line = lineOf(words)
    .replace(' end of programme ', ' exit ')
    .replace(' end of the programme ', ' exit ');
  if (asking.test(line)) return false;
  return / exit (?:tasks?|check ?lists?|list|card|form|things) | (?:tick|finish|do) (?:the |my )?exit /u.test(
    line,
  );
};
