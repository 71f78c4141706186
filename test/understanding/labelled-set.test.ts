import { describe, expect, it } from 'vitest';
import { evaluate, evaluationText, labelledUtterances } from '../../bench/understanding.ts';
import { intents } from '../../src/understanding/intents.ts';

const all = labelledUtterances();
const later = labelledUtterances(new URL('./later.txt', import.meta.url));

describe('the labelled set', () => {
  it('holds at least 600 messages over all intents, 120 of them to be refused, and none twice', () => {
    const texts = all.map(({ text }) => text.toLowerCase());
    expect(all.length).toBeGreaterThanOrEqual(600);
    expect(all.filter(({ intent }) => intent === 'unknown').length).toBeGreaterThanOrEqual(120);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    const few = intents.filter((intent) => all.filter((each) => each.intent === intent).length < 12);
    expect(few).toEqual([]);
  });

  it('keeps a third back, and none of that third among the messages it was tuned on', () => {
    const heldOut = all.filter((each) => each.heldOut).map(({ text }) => text.toLowerCase());
    const tunedOn = new Set([...all.filter((each) => !each.heldOut)].map(({ text }) => text.toLowerCase()));
    expect(heldOut.length).toBe(Math.ceil(all.length / 3));
    expect(heldOut.filter((text) => tunedOn.has(text))).toEqual([]);
  });
});

describe('understanding', () => {
  it('understands at least 96 % of the third it was never tuned on, and answers at most 3 % of it wrongly', () => {
    const held = evaluate(
      'held out',
      all.filter(({ heldOut }) => heldOut),
    );
    expect(held.right / held.count, evaluationText(held)).toBeGreaterThanOrEqual(0.96);
    expect(held.wrong / held.count, evaluationText(held)).toBeLessThanOrEqual(0.03);
    expect(held.wrongSlots / held.count, evaluationText(held)).toBeLessThanOrEqual(0.03);
  });

  it('has not forgotten what it was tuned on', () => {
    const tuned = evaluate(
      'tuned on',
      all.filter(({ heldOut }) => !heldOut),
    );
    expect(tuned.right / tuned.count, evaluationText(tuned)).toBeGreaterThanOrEqual(0.99);
    const learnt = evaluate('learnt later', later);
    // What is left is asked back, which is dearer than an answer and cheaper than a wrong one.
    expect(learnt.right / learnt.count, evaluationText(learnt)).toBeGreaterThanOrEqual(0.96);
    expect(learnt.wrong / learnt.count, evaluationText(learnt)).toBeLessThanOrEqual(0.005);
  });

  it('takes at most 2 ms of processor time a message', () => {
    evaluate('warming up', all);
    expect(evaluate('measured', all).microsecondsAMessage).toBeLessThanOrEqual(2_000);
  });
});
