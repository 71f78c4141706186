/** Draws the app's PNG icons from their SVG: `node scripts/render-icons.ts`. The PNGs are kept in the repository. */
import { readFile, writeFile } from 'node:fs/promises';
import { launchBrowser } from '../test/support/browser.ts';

const icons = [
  { name: 'color', pixels: 192 },
  { name: 'outline', pixels: 32 },
] as const;

const browser = await launchBrowser();
try {
  for (const { name, pixels } of icons) {
    const folder = new URL('../appPackage/', import.meta.url);
    const svg = await readFile(new URL(`${name}.svg`, folder), 'utf8');
    const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
    await page.setContent(`<style>body { margin: 0; } svg { display: block; }</style>${svg}`);
    await writeFile(new URL(`${name}.png`, folder), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
