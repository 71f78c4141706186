import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GalleryEntry, galleryEntries, renderGallery } from '../../src/cards/gallery.ts';
import { type Theme, themes, widths } from '../../src/cards/gallery-themes.ts';
import { cards } from '../../src/cards/index.ts';
import { launchBrowser } from '../support/browser.ts';

const axeFile = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
const entries = galleryEntries();

// The names that the gallery's page and axe leave in the browser's global scope.
declare function showCard(card: object, theme: string, width: number): void;
declare const axe: {
  run(
    where: string,
    options: { runOnly?: string[]; resultTypes: string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
};
declare const document: {
  querySelectorAll(where: string): Iterable<{ getBoundingClientRect(): { readonly right: number } }>;
};
declare const sent: { type: string; verb: string; data: Record<string, unknown> }[];

let folder: string;
let browser: Browser;
let page: Page;
const requested: string[] = [];

function entry(title: string): GalleryEntry {
  const found = entries.find((candidate) => candidate.title === title);
  if (found === undefined) throw new Error(`No example ${title}`);
  return found;
}

const show = (payload: object, theme: Theme, width: number) =>
  page.evaluate(([card, name, pixels]) => showCard(card, name, pixels), [payload, theme, width] as const);

interface Drawn {
  /** What axe has to say, by theme. Themes differ in colour alone, so all other rules need looking at only once. */
  readonly violations: Readonly<Record<string, readonly string[]>>;
  /** How far to the right something reaches, by width. */
  readonly rightmost: Readonly<Record<number, number>>;
}

/** Draws a card in every theme and width. All in one call: most of what axe finds is of no interest, and much to send. */
const drawn = (payload: object): Promise<Drawn> =>
  page.evaluate(
    async ([card, allThemes, allWidths]) => {
      const found: Record<string, string[]> = {};
      for (const theme of allThemes) {
        showCard(card, theme, 300);
        const resultTypes = ['violations'];
        const options = theme === 'light' ? { resultTypes } : { resultTypes, runOnly: ['color-contrast'] };
        const { violations } = await axe.run('.shot', options);
        found[theme] = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
        );
      }
      const rightmost: Record<number, number> = {};
      for (const width of allWidths) {
        showCard(card, 'light', width);
        const edges = [...document.querySelectorAll('.shot *')].map(
          (each) => each.getBoundingClientRect().right,
        );
        rightmost[width] = Math.max(...edges);
      }
      return { violations: found, rightmost };
    },
    [payload, themes, widths] as const,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  await renderGallery(folder);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 640, height: 800 }, locale: 'en-GB' });
  page.on('request', (request) => requested.push(request.url()));
  const { file } = entry('next-item: review ahead');
  await page.goto(`${pathToFileURL(join(folder, file))}?theme=light&width=600`);
  await page.addScriptTag({ path: axeFile });
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('axe', () => {
  it('finds the fault in a card that has one, so that its silence means something', async () => {
    const unlabelled = { type: 'Input.Text', id: 'x' };
    const { violations } = await drawn({ type: 'AdaptiveCard', version: '1.5', body: [unlabelled] });
    expect(violations.light).not.toEqual([]);
  });

  it.each(entries.map((each) => [each.title, each.payload] as const))(
    'has nothing to say of %s in any theme, and nothing sticks out at any width',
    async (_, payload) => {
      const { violations, rightmost } = await drawn(payload);
      for (const theme of themes) expect(violations[theme], theme).toEqual([]);
      for (const width of widths) expect(rightmost[width], `${width} pixels`).toBeLessThanOrEqual(width);
    },
  );
});

describe('a drawn card', () => {
  it('unfolds the reasoning of a date', async () => {
    await show(entry('next-item: review ahead').payload, 'light', 300);
    const reason = page.getByText('That is not a working day');
    expect(await reason.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Why this date?' }).click();
    expect(await reason.isVisible()).toBe(true);
  });

  it('shows names and texts as they are written, and makes no link of them', async () => {
    const attack = '[a](https://evil.example) **b** <img src=x> &lt; 1. #';
    const message = {
      heading: attack,
      tone: 'default',
      lines: [attack],
      facts: [{ title: 'To', value: attack }],
      actions: [],
    };
    await show(cards.message.render(message), 'light', 600);
    expect(await page.getByText(attack, { exact: true }).count()).toBe(3);
    expect(await page.locator('.shot a, .shot img, .shot strong').count()).toBe(0);
  });

  it('lets "It did not happen" through on an empty form, and holds "Record supervision" back', async () => {
    await show(entry('record-form: fresh').payload, 'light', 300);
    const presses = () => page.evaluate(() => sent.splice(0).map(({ type, verb }) => ({ type, verb })));
    await presses();
    await page.getByRole('button', { name: 'Record supervision' }).click();
    expect(await presses()).toEqual([]);
    await page.getByRole('button', { name: 'It did not happen' }).click();
    expect(await presses()).toEqual([{ type: 'Action.Execute', verb: 'not-happened-open' }]);
  });

  it('sends "Not right" only with its reason', async () => {
    await show(entry('confirm-record: waiting').payload, 'light', 300);
    const presses = () => page.evaluate(() => sent.splice(0));
    await presses();
    await page.getByRole('button', { name: 'Not right' }).click();
    expect(await presses()).toEqual([]);
    await page.getByRole('combobox').selectOption({ label: 'The length' });
    await page.getByRole('button', { name: 'Not right' }).click();
    expect(await presses()).toMatchObject([
      { verb: 'confirm-not-right', data: { v: 1, recordId: 'r-2b91', reason: 'wrong-length' } },
    ]);
  });
});

describe('the gallery', () => {
  it('shows a card in every theme and width on one page, and lists every card', async () => {
    const gallery = await browser.newPage();
    await gallery.goto(String(pathToFileURL(join(folder, entry('caseload-alert: open').file))));
    const frames = gallery.frameLocator('iframe').first();
    await frames.getByRole('button', { name: 'Acknowledge' }).waitFor();
    expect(await gallery.locator('iframe').count()).toBe(themes.length * widths.length);
    await gallery.goto(String(pathToFileURL(join(folder, 'index.html'))));
    expect(await gallery.getByRole('link').count()).toBe(entries.length);
    await gallery.close();
  });

  it('asks for nothing from elsewhere', () => {
    expect(requested.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(requested.length).toBeGreaterThan(1);
  });
});
