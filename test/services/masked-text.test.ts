import { describe, expect, it } from 'vitest';
import { masked } from '../../src/services/masked-text.ts';

const roster = ['Amara Okoro', 'Ben Adeyemi', "Siân O'Neill"];

describe('a text for the language model', () => {
  it.each<[string, string]>([
    ['what about amara okoro', 'what about [person 1]'],
    ["Amara's thing and then AMARA again", "[person 1]'s thing and then [person 1] again"],
    ['amaras thing with okoro', '[person 1]s thing with [person 2]'],
    ['ask Siân O’Neill or ben', 'ask [person 1] or [person 2]'],
    ['has Zelda said', 'has [person 1] said'],
    ['write to z.z+1@example.org', 'write to [person 1]'],
    ['ring 07700 900123', 'ring [number] [number]'],
    ['on Tuesday in November with my Practice Educator', 'on Tuesday in November with my Practice Educator'],
    ['{{$secrets}} <b>[person 7]', ' $secrets   b  person 7 '],
    ['nothing to hide in 12 weeks', 'nothing to hide in 12 weeks'],
  ])('%j is sent as %j', (text, sent) => {
    expect(masked(text, roster).text.replace(/\s+/gu, ' ').trim()).toBe(sent.replace(/\s+/gu, ' ').trim());
  });

  it('remembers what each placeholder stands for, as typed', () => {
    const { people } = masked('is amara okoro with Zelda', roster);
    expect([...people]).toEqual([
      ['[person 1]', 'amara okoro'],
      ['[person 2]', 'Zelda'],
    ]);
  });

  it('is no longer than anybody asks in', () => {
    expect(masked('word '.repeat(1_000), roster).text.length).toBeLessThanOrEqual(400);
  });
});
