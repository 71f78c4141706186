import type { Topic } from '../academy/guidance.ts';

const rhythm = /\bhow\s+(?:often|long|frequent(?:ly)?|regular(?:ly)?|many\s+times)\b/iu;
const meeting =
  /\b(?:supervisions?|supo|sup|one\s+to\s+ones?|1\s*[:-]?\s*(?:to\s*)?1s?|(?:see|meet|meeting|seeing)\s+(?:with\s+)?(?:her|him|them|my))\b/iu;
const named = /\b(?:case|personal|peer|group|reflective|assessor|review|team\s+meeting|scrum|induction)\b/iu;

/**
 * The topics that a question about rhythm or length may mean when it does not say which supervision: "how often do I need
 * to see her". Reflective supervision first; empty for every other question, and where it is plain which one is meant.
 */
export function rhythmTopics(guidance: readonly Topic[], text: string): readonly Topic[] {
  if (!rhythm.test(text) || !meeting.test(text) || named.test(text)) return [];
  const ofSupervision = guidance.filter(
    ({ id }) => id.endsWith('supervision') && id !== 'recording-supervision',
  );
  const isFirst = ({ id }: Topic) => id === 'reflective-supervision';
  return [...ofSupervision.filter(isFirst), ...ofSupervision.filter((one) => !isFirst(one))].slice(0, 3);
}
