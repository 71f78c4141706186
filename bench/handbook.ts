import { readFileSync } from 'node:fs';
import type { Programme } from '../src/academy/programme.ts';
import { topicFinder, topicsThatAnswer } from '../src/understanding/find-topics.ts';

/** A question about Luton's programme and the topic that answers it; null when the guidance does not say. */
export interface LabelledQuestion {
  readonly text: string;
  readonly topic: string | null;
}

export function labelledQuestions(): readonly LabelledQuestion[] {
  const file = new URL('../test/services/handbook-questions.txt', import.meta.url);
  const questions: LabelledQuestion[] = [];
  let topic: string | null = null;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('//')) continue;
    if (line.startsWith('# ')) topic = line === '# none' ? null : line.slice(2);
    else questions.push({ text: line, topic });
  }
  return questions;
}

export interface HandbookFigures {
  readonly count: number;
  /** Answered with the topic, or not answered where the guidance does not say. */
  readonly right: number;
  /** Asked which of two, one of them the right one. */
  readonly asked: number;
  readonly unanswered: number;
  readonly wrong: readonly LabelledQuestion[];
}

export function handbookFigures(
  programme: Programme,
  questions: readonly LabelledQuestion[],
): HandbookFigures {
  const find = topicFinder(programme.guidance);
  const judged = questions.map((question) => {
    const ids = topicsThatAnswer(find(question.text)).map(({ id }) => id);
    return { question, outcome: outcomeOf(question, ids) };
  });
  const those = (wanted: string) => judged.filter(({ outcome }) => outcome === wanted);
  return {
    count: questions.length,
    right: those('right').length,
    asked: those('asked').length,
    unanswered: those('unanswered').length,
    wrong: those('wrong').map(({ question }) => question),
  };
}

function outcomeOf({ topic }: LabelledQuestion, ids: readonly string[]): string {
  if (ids.length === 0) return topic === null ? 'right' : 'unanswered';
  if (topic === null || !ids.includes(topic)) return 'wrong';
  return ids.length === 1 ? 'right' : 'asked';
}

export function handbookText(programme: Programme): string {
  const { count, right, asked, unanswered, wrong } = handbookFigures(programme, labelledQuestions());
  return `handbook questions: ${count}, right ${right}, asked which of two ${asked}, "I don't know" too often ${unanswered}, wrong ${wrong.length}`;
}
