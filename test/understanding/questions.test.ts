import { describe, expect, it } from 'vitest';
import { intents } from '../../src/understanding/intents.ts';
import { concepts, isConcept } from '../../src/understanding/lexicon.ts';
import { compiledQuestions, UnknownConcept } from '../../src/understanding/match.ts';
import { questions } from '../../src/understanding/questions.ts';

describe('the table of questions', () => {
  it('says how every intent is asked, each once', () => {
    const asked = questions.map(({ intent }) => intent);
    expect([...asked, 'wellbeing', 'unknown'].sort()).toEqual([...intents].sort());
  });

  it('refuses a concept that the vocabulary does not know, by name', () => {
    const misspelt = { intent: 'next-review', asked: 'reveiw next', alongside: 'when' } as const;
    expect(() => compiledQuestions([misspelt])).toThrow(UnknownConcept);
    expect(() => compiledQuestions([misspelt])).toThrow('"reveiw" in "reveiw next"');
  });

  it('has a question or a rule for every concept of the vocabulary', () => {
    const used = new Set(
      questions.flatMap(({ asked, alongside }) => `${asked} ${alongside}`.split(/[\s,|!~]+/u)),
    );
    const byRule = new Set(['distress', 'worn', 'low', 'casework', 'office', 'world']);
    expect(
      Object.keys(concepts).filter((name) => isConcept(name) && !used.has(name) && !byRule.has(name)),
    ).toEqual([]);
  });
});
