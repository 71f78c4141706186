import { wordsOf } from './words.ts';

const place = new Set('channel here'.split(' '));
const purpose = new Set(
  'escalation escalations escalated escalate alert alerts alerting notifications notification concerns breaches warnings'.split(
    ' ',
  ),
);
const choosing = new Set(
  'use make set choose send post put have be point direct this want should'.split(' '),
);

/**
 * Whether a message in a channel makes it the one for alerts: "use this channel for escalations" and its like.
 * It says only what was meant; who may decide it is for the permission table.
 */
export function isChooseEscalationChannel(text: string): boolean {
  const words = wordsOf(text).map((word) => word.text);
  if (
    words.length > 16 ||
    words.some((word) => /^(?:not|dont|never|stop|why|what|who|when|which|is|does|did)$/u.test(word))
  )
    return false;
  return (
    words.some((word) => place.has(word)) &&
    words.some((word) => purpose.has(word)) &&
    words.some((word) => choosing.has(word))
  );
}
