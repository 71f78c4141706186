import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildPackage, readPackageSettings } from '../../scripts/app-package.ts';

const schema = createRequire(import.meta.url)(
  '@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json',
);
const read = (name: string) => readFileSync(new URL(`../../appPackage/${name}`, import.meta.url));
const committed = JSON.parse(read('manifest.json').toString('utf8'));
const faultsOf = (manifest: unknown): Promise<string[]> =>
  AppManifestUtils.validateAgainstSchema(manifest as never, schema);

const env = { MicrosoftAppId: '1B2C3D4E-0000-4000-8000-00000000000A', PUBLIC_DOMAIN: 'academy.example.org' };

function settingsFrom(given: Record<string, string>) {
  const settings = readPackageSettings(given);
  if (!settings.ok) throw new Error(settings.problems.join('; '));
  return settings.settings;
}

async function packaged(given: Record<string, string>) {
  const files = unzipSync(await buildPackage(settingsFrom(given)));
  return { files, manifest: JSON.parse(new TextDecoder().decode(files['manifest.json'])) };
}

/** Width, height and colour type (6: with transparency) from a PNG's header. */
function png(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  expect(view.getUint32(0)).toBe(0x89504e47);
  return { width: view.getUint32(16), height: view.getUint32(20), colorType: bytes[25] };
}

describe('the manifest', () => {
  it('keeps to the official schema, which refuses a manifest that does not', async () => {
    expect(await faultsOf(committed)).toEqual([]);
    expect((await faultsOf({ ...committed, name: { short: 'x'.repeat(31) } })).length).toBeGreaterThan(0);
    expect(
      (await faultsOf({ ...committed, bots: [{ ...committed.bots[0], botId: 'x' }] })).length,
    ).toBeGreaterThan(0);
  });

  it('offers one bot, to a person and in a team, with its commands explained', () => {
    expect(committed.bots).toHaveLength(1);
    expect(committed.bots[0].scopes.toSorted()).toEqual(['personal', 'team']);
    const scopes = committed.bots[0].commandLists.flatMap((list: { scopes: string[] }) => list.scopes);
    expect(scopes.toSorted()).toEqual(['personal', 'team']);
  });
});

describe('the package', () => {
  it('holds the manifest filled in for one council, and the icons it names', async () => {
    const { files, manifest } = await packaged(env);
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(manifest).toMatchObject({
      id: '1b2c3d4e-0000-4000-8000-00000000000a',
      bots: [{ botId: '1b2c3d4e-0000-4000-8000-00000000000a' }],
      validDomains: ['academy.example.org'],
      developer: { privacyUrl: 'https://academy.example.org/privacy' },
      icons: { color: 'color.png', outline: 'outline.png' },
    });
    expect(await faultsOf(manifest)).toEqual([]);
  });

  it('takes a council’s own pages, name and app id', async () => {
    const own = { TEAMS_APP_ID: '22222222-0000-4000-8000-000000000002', DEVELOPER_NAME: 'Example Council' };
    const { manifest } = await packaged({
      ...env,
      ...own,
      PRIVACY_URL: 'https://www.example.org/privacy-notice',
    });
    expect(manifest).toMatchObject({
      id: '22222222-0000-4000-8000-000000000002',
      bots: [{ botId: '1b2c3d4e-0000-4000-8000-00000000000a' }],
      developer: { name: 'Example Council', privacyUrl: 'https://www.example.org/privacy-notice' },
    });
  });

  it('is the same bytes for the same settings', async () => {
    const [once, again] = await Promise.all([
      buildPackage(settingsFrom(env)),
      buildPackage(settingsFrom(env)),
    ]);
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });

  it('is refused with every setting that is missing or wrong', () => {
    expect(readPackageSettings({})).toEqual({
      ok: false,
      problems: ['MicrosoftAppId is not set', 'PUBLIC_DOMAIN is not set'],
    });
    const wrong = {
      MicrosoftAppId: 'abc',
      PUBLIC_DOMAIN: 'https://academy.example.org',
      PRIVACY_URL: 'http://x.example',
    };
    const settings = readPackageSettings(wrong);
    expect(settings.ok ? [] : settings.problems.map((problem) => problem.split(' ')[0])).toEqual([
      'MicrosoftAppId',
      'PUBLIC_DOMAIN',
      'PRIVACY_URL',
    ]);
  });
});

describe('the icons', () => {
  it('are pictures of the sizes that Teams asks for, the outline with transparency', () => {
    expect(png(read('color.png'))).toMatchObject({ width: 192, height: 192 });
    expect(png(read('outline.png'))).toEqual({ width: 32, height: 32, colorType: 6 });
  });
});
