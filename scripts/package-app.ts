/** `npm run package`: builds dist/academy-assistant.zip from the environment. */
import { mkdir, writeFile } from 'node:fs/promises';
import { buildPackage, readPackageSettings } from './app-package.ts';

const read = readPackageSettings(process.env);
if (read.ok) {
  const { settings } = read;
  const folder = new URL('../dist/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('academy-assistant.zip', folder), await buildPackage(settings));
  process.stdout.write(
    [
      'dist/academy-assistant.zip is ready: upload it in the Teams admin centre under "Manage apps".',
      `It names these pages, which must exist: ${settings.websiteUrl}, ${settings.privacyUrl}, ${settings.termsOfUseUrl}.`,
      '',
    ].join('\n'),
  );
} else {
  process.stderr.write(
    [
      'The app package cannot be built:',
      ...read.problems.map((problem) => `  - ${problem}`),
      'Set MicrosoftAppId (the app id of the bot) and PUBLIC_DOMAIN (the host name of the council’s pages about it).',
      'Optional: TEAMS_APP_ID, DEVELOPER_NAME, WEBSITE_URL, PRIVACY_URL, TERMS_URL.',
      '',
    ].join('\n'),
  );
  process.exitCode = 1;
}
