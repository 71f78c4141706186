import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { leavingReasons } from '../../src/academy/enrolment.ts';
import { programmeSchema } from '../../src/academy/programme.ts';

const readme = await readFile('README.md', 'utf8');
const [, afterHeading = ''] = readme.split('### Settings of a programme (`--set`)');
const [section = ''] = afterHeading.split('\n## ');
const rows = section.split('\n').filter((line) => line.startsWith('| `'));

const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
const rowOf = (setting: string) => rows.find((row) => quoted(row.split('|')[1] ?? '').includes(setting));

const node = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});

/** The names directly under a setting, whether it is an object, a list of objects, or one that may be null. */
function namesUnder(schema: unknown): string[] {
  const { data } = node.safeParse(schema);
  const own = Object.keys(data?.properties ?? {});
  return [...own, ...(data?.anyOf ?? []).flatMap(namesUnder), ...(data?.items ? namesUnder(data.items) : [])];
}

const document = node.parse(z.toJSONSchema(programmeSchema, { io: 'input', unrepresentable: 'any' }));
const settings = Object.entries(document.properties ?? {});

describe('the settings of a programme that the README lists', () => {
  it.each(settings)('have %s with everything directly under it', (name, schema) => {
    const row = rowOf(name);
    expect(row, `no row names ${name}`).toBeDefined();
    // Functions and their titles are a list of their own that the row only begins.
    if (name !== 'titles') expect(quoted(row ?? '')).toEqual(expect.arrayContaining(namesUnder(schema)));
  });

  it('name every code that a plan warns with', async () => {
    const source = await readFile('src/academy/plan-warnings.ts', 'utf8');
    const codes = [...source.matchAll(/code: '([a-z0-9-]+)'/g)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => rowOf(code) === undefined)).toEqual([]);
  });

  it('are told from docs/programmes.md, which names every warning and every reason for leaving, too', async () => {
    const guide = await readFile('docs/programmes.md', 'utf8');
    expect(readme).toContain('(docs/programmes.md)');
    const sources = [
      'src/academy/plan-warnings.ts',
      'src/academy/programme-notes.ts',
      'src/academy/extended-programme.ts',
    ];
    for (const source of sources) {
      for (const [, code] of (await readFile(source, 'utf8')).matchAll(/code: '([a-z0-9-]+)'/g)) {
        expect(guide).toContain(`\`${code}\``);
      }
    }
    for (const reason of leavingReasons) expect(guide).toContain(`\`${reason}\``);
  });
});
