import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/*
 * The fences of the architecture, each with a file that breaks it: a fence that has never stopped anything proves
 * nothing. The files under `bad/` and `good/` are linted in a folder of their own, with the project's own rules.
 */
const root = join(import.meta.dirname, '../..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

const diagnosticsSchema = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string().nullish(),
      severity: z.string(),
      location: z.object({ path: z.unknown() }).nullish(),
    }),
  ),
});

function run(command: string, args: readonly string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    execFile(command, args, { maxBuffer: 16_000_000 }, (error, stdout) => {
      resolve({ code: error === null ? 0 : 1, out: stdout });
    });
  });
}

const filesUnder = (folder: string) =>
  readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );

/** What a file outside the folders breaks: the rules that hold everywhere. */
const otherFences = [
  'noRestrictedImports',
  'noDefaultExport',
  'noConsole',
  'noImportCycles',
  'noFloatingPromises',
];

let folder: string;
const faults = new Map<string, string[]>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fences-'));
  for (const kind of ['bad', 'good'])
    cpSync(join(import.meta.dirname, kind), join(folder, kind), { recursive: true });
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  const anywhere = { ...config, vcs: { enabled: false }, files: { includes: ['**'] } };
  for (const override of anywhere.overrides) {
    override.includes = override.includes.flatMap((glob: string) => [`bad/${glob}`, `good/${glob}`]);
  }
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(anywhere));
  const { out } = await run(bin('biome'), [
    'lint',
    '--reporter=json',
    '--max-diagnostics=none',
    `--config-path=${folder}`,
    folder,
  ]);
  for (const diagnostic of diagnosticsSchema.parse(JSON.parse(out)).diagnostics) {
    if (diagnostic.severity !== 'error') continue;
    const path = JSON.stringify(diagnostic.location?.path ?? '');
    const name = path.match(/(bad|good)\/[\w./-]+\.ts/)?.[0] ?? path;
    faults.set(name, [...(faults.get(name) ?? []), String(diagnostic.category)]);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the fences between the folders', () => {
  it.each(filesUnder('bad'))('stop %s', (name) => {
    const rules = name.split('/').length > 2 ? ['noRestrictedImports'] : otherFences;
    const stoppedBy = (faults.get(`bad/${name}`) ?? []).map((category) => category.split('/').at(-1));
    expect(rules).toEqual(expect.arrayContaining(stoppedBy));
    expect(stoppedBy).not.toEqual([]);
  });

  it.each(filesUnder('good'))('let %s pass', (name) => {
    expect(faults.get(`good/${name}`) ?? []).toEqual([]);
  });

  it('keep the environment, the network and the clock of the machine out of the core', async () => {
    const { code, out } = await run(bin('tsc'), ['-p', join(import.meta.dirname, 'bad-core')]);
    expect(code).toBe(1);
    expect(out).toContain('reads-the-environment.ts');
    expect(out).toContain('fetches.ts');
  });
});
