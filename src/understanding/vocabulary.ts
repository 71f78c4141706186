import { actionConcepts } from './action-words.ts';
import { askingConcepts } from './asking-words.ts';
import { smallTalkConcepts } from './small-talk-words.ts';
import { subjectConcepts } from './subject-words.ts';

/**
 * The words people use, gathered into concepts. A question (questions.ts) is written in concepts, so a new spelling
 * or synonym is one word in one of these lists and nothing else. The longest phrase that fits wins; plurals in -s and
 * slips of the keyboard are found by themselves. A word may stand in several concepts.
 */
export const spokenConcepts = {
  ...subjectConcepts,
  ...actionConcepts,
  ...askingConcepts,
  ...smallTalkConcepts,
} as const;
