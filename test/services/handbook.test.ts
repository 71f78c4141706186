import { describe, expect, it } from 'vitest';
import { handbookFigures, labelledQuestions } from '../../bench/handbook.ts';
import { parseProgramme } from '../../src/academy/parse-programme.ts';
import type { Programme } from '../../src/academy/programme.ts';
import { loadProgramme, presetIds, readProgrammeDocument } from '../../src/storage/programme-files.ts';
import { topicFinder, topicsThatAnswer } from '../../src/understanding/find-topics.ts';

async function preset(id: string): Promise<Programme> {
  const reading = await loadProgramme(id);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.programme;
}

/** Luton's document with one topic more. */
async function withTopic(topic: unknown, settings: Readonly<Record<string, unknown>> = {}) {
  const reading = await readProgrammeDocument('luton');
  if (!reading.ok) throw new Error('no document');
  const document = reading.document as { readonly guidance: object };
  return parseProgramme({ ...document, ...settings, guidance: { ...document.guidance, extra: topic } });
}

const source = { where: 'A handbook' };

describe('the guidance of every preset', () => {
  it('has 12 to 25 topics of one to five sentences, each with its source and nothing left to fill in', async () => {
    for (const id of await presetIds()) {
      const { guidance } = await preset(id);
      expect(guidance.length, id).toBeGreaterThanOrEqual(12);
      expect(guidance.length, id).toBeLessThanOrEqual(25);
      for (const topic of guidance) {
        const sentences = topic.text
          .replaceAll('Tri.X', '')
          .split(/[.?!](?:\s|$)/u)
          .filter((part) => part !== '');
        expect(sentences.length, `${id} ${topic.id}`).toBeLessThanOrEqual(5);
        expect(topic.text, `${id} ${topic.id}`).not.toMatch(/[{}]/u);
        expect(topic.source.where, `${id} ${topic.id}`).not.toBe('');
      }
    }
  });

  it('says the council’s own numbers and titles', async () => {
    const text = async (id: string, topic: string) =>
      (await preset(id)).guidance.find((each) => each.id === topic)?.text ?? '';
    expect(await text('luton', 'caseload')).toContain('15 children');
    expect(await text('slough', 'caseload')).toContain('14 children');
    expect(await text('doncaster', 'caseload')).toContain('15');
    expect(await text('luton', 'reviews')).toContain('Practice Educator');
    expect(await text('durham', 'reviews')).toContain('nine months is added only when');
    expect(await text('sefton', 'practice-reflective-meetings')).toContain('Every week');
  });
});

describe('a topic', () => {
  it('may name only what can be filled in', async () => {
    const reading = await withTopic({ title: 'Extra', text: 'Ask {somebody} at {cap}.', source });
    expect(reading.ok ? [] : reading.faults).toEqual([
      { path: 'guidance.extra.text', message: 'names {somebody}, which is no setting that can stand here' },
    ]);
  });

  it('is left out while the number that it names is not set', async () => {
    const caseload = { unit: 'cases', cap: null, ramp: [], source };
    const reading = await withTopic({ title: 'Extra', text: 'At most {cap}.', source }, { caseload });
    expect(reading.ok && reading.programme.guidance.map(({ id }) => id)).not.toContain('extra');
    expect(reading.ok && reading.programme.guidance.map(({ id }) => id)).not.toContain('caseload');
  });

  it('of the programme extended goes when a council says null', async () => {
    const reading = await withTopic(null);
    expect(reading.ok && reading.programme.guidance.map(({ id }) => id)).not.toContain('extra');
  });
});

describe('the search', () => {
  it('finds the topic of at least nine questions in ten, and answers at most 3 % wrongly', async () => {
    const questions = labelledQuestions();
    expect(questions.length).toBeGreaterThanOrEqual(60);
    const figures = handbookFigures(await preset('luton'), questions);
    expect(figures.right / figures.count).toBeGreaterThanOrEqual(0.9);
    expect(figures.wrong.length / figures.count, JSON.stringify(figures.wrong)).toBeLessThanOrEqual(0.03);
  });

  it.each<[string, string, string]>([
    ['durham', 'who makes the final decision if I pass', 'panel'],
    ['durham', 'do I get a mentor', 'case-mapping'],
    ['slough', 'how long is induction', 'induction'],
    ['slough', 'is there a consolidation module', 'consolidation'],
    ['doncaster', 'when do I rotate to child protection', 'rotation'],
    ['doncaster', 'will I have a buddy', 'shadowing'],
    ['sefton', 'what are practice reflective meetings', 'practice-reflective-meetings'],
    ['national', 'what is the suport and assesment agreement', 'agreement'],
    ['national', 'what happens when my assessor leaves', 'assessor-changes'],
  ])('knows %s: “%s”', async (id, text, topic) => {
    const find = topicFinder((await preset(id)).guidance);
    expect(topicsThatAnswer(find(text)).map((found) => found.id)).toEqual([topic]);
  });

  it('finds nothing in an empty text, in gibberish, or where there is no guidance', async () => {
    const find = topicFinder((await preset('luton')).guidance);
    for (const text of ['', '???', 'what is it', 'qwertz uiop'])
      expect(topicsThatAnswer(find(text)), text).toEqual([]);
    expect(topicFinder([])('how many reviews are there')).toEqual([]);
  });
});
