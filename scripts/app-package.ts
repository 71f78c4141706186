/** The Teams app package: the manifest filled in for one council, with its icons, as a zip. */
import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { z } from 'zod';

const appFolder = new URL('../appPackage/', import.meta.url);

const guid = z.guid('must be a GUID such as 11111111-2222-3333-4444-555555555555');
const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https address' });

/** What a council sets; everything that has a default follows from the domain. */
const settings = z
  .object({
    MicrosoftAppId: guid.describe("the bot's app id in Entra ID"),
    PUBLIC_DOMAIN: z
      .string()
      .regex(
        /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/i,
        'must be a host name only, such as academy.example.org',
      ),
    TEAMS_APP_ID: guid.optional(),
    DEVELOPER_NAME: z.string().min(1).max(32).optional(),
    WEBSITE_URL: httpsUrl.optional(),
    PRIVACY_URL: httpsUrl.optional(),
    TERMS_URL: httpsUrl.optional(),
  })
  .transform((given) => ({
    botId: given.MicrosoftAppId.toLowerCase(),
    appId: (given.TEAMS_APP_ID ?? given.MicrosoftAppId).toLowerCase(),
    domain: given.PUBLIC_DOMAIN.toLowerCase(),
    developer: given.DEVELOPER_NAME,
    websiteUrl: given.WEBSITE_URL ?? `https://${given.PUBLIC_DOMAIN}`,
    privacyUrl: given.PRIVACY_URL ?? `https://${given.PUBLIC_DOMAIN}/privacy`,
    termsOfUseUrl: given.TERMS_URL ?? `https://${given.PUBLIC_DOMAIN}/terms`,
  }));

export type PackageSettings = z.output<typeof settings>;

export type ReadSettings =
  | { readonly ok: true; readonly settings: PackageSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the package's settings from the environment; an empty value counts as not set. Names every problem at once. */
export function readPackageSettings(env: Readonly<Record<string, string | undefined>>): ReadSettings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(given);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return Object.hasOwn(given, name) ? `${name} ${issue.message}` : `${name} is not set`;
  });
  return { ok: false, problems };
}

const manifest = z.looseObject({
  version: z.string(),
  id: z.string(),
  developer: z.looseObject({ name: z.string() }),
  bots: z.array(z.looseObject({ botId: z.string() })).length(1),
  validDomains: z.array(z.string()),
});

/** The manifest for one council: its ids, its domain and addresses, and the version that is being packaged. */
export function fillManifest(document: unknown, given: PackageSettings, version: string): object {
  const template = manifest.parse(document);
  return {
    ...template,
    version,
    id: given.appId,
    developer: {
      ...template.developer,
      name: given.developer ?? template.developer.name,
      websiteUrl: given.websiteUrl,
      privacyUrl: given.privacyUrl,
      termsOfUseUrl: given.termsOfUseUrl,
    },
    bots: template.bots.map((bot) => ({ ...bot, botId: given.botId })),
    validDomains: [given.domain],
  };
}

const packageJson = z.object({ version: z.string() });

async function readJson(url: URL): Promise<unknown> {
  return JSON.parse(await readFile(url, 'utf8'));
}

/** The zip that is uploaded to Teams: manifest.json and the two icons at its root. */
export async function buildPackage(given: PackageSettings): Promise<Uint8Array> {
  const { version } = packageJson.parse(await readJson(new URL('../package.json', import.meta.url)));
  const filled = fillManifest(await readJson(new URL('manifest.json', appFolder)), given, version);
  return zipSync(
    {
      'manifest.json': new TextEncoder().encode(`${JSON.stringify(filled, null, 2)}\n`),
      'color.png': await readFile(new URL('color.png', appFolder)),
      'outline.png': await readFile(new URL('outline.png', appFolder)),
    },
    // A fixed time, so that the same inputs give the same bytes.
    { mtime: '2026-01-01T00:00:00Z' },
  );
}
