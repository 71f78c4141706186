import type { Temporal } from 'temporal-polyfill';
import { lapsed } from '../academy/question.ts';
import { changeFile } from '../services/change-file.ts';
import type { Needs } from '../services/needs.ts';
import type { VersionedFile } from '../services/ports.ts';
import { lapsedFacts } from '../services/question-facts.ts';

/**
 * Erases the words of questions that nobody has seen in their time, and tells their NQSW (Q14). The instants at which
 * that is due for those that are still open.
 */
export async function lapseQuestions(
  needs: Pick<Needs, 'files' | 'alarms' | 'log'>,
  versioned: VersionedFile,
  now: Temporal.Instant,
): Promise<readonly Temporal.Instant[]> {
  const { questions } = versioned.file;
  if (questions.some((one) => lapsed(one, now) !== null)) {
    await changeFile(needs, versioned, now, (file) => {
      const over = file.questions.flatMap((one) => lapsed(one, now) ?? []);
      return { facts: over.flatMap((one) => lapsedFacts(file, one, now)), result: undefined };
    });
  }
  return questions.filter(({ ended }) => ended === null).map(({ lapsesAt }) => lapsesAt);
}
