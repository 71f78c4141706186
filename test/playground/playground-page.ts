/** Drives one person's Playground as that person would: types, reads cards, fills fields by label, presses buttons. */
import type { Browser, Locator, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';

export interface PlaygroundPage {
  readonly page: Page;
  /** Types into the message box and sends. */
  say(text: string): Promise<void>;
  /** Starts a post to the bot in the open channel; without the mention a bot is told nothing, as in Teams. */
  post(text: string): Promise<void>;
  /** The newest card with this text, whole (a string) or in part (a pattern), once it is there. */
  card(text: string | RegExp): CardOnPage;
  openChannel(name: string): Promise<void>;
  openChat(): Promise<void>;
  picture(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface CardOnPage {
  readonly locator: Locator;
  /** What a reader sees, one line for each piece of text; waits for the card. */
  text(): Promise<string>;
  /** Waits until the card shows the text. */
  shows(text: string | RegExp): Promise<void>;
  press(title: string): Promise<void>;
  fill(label: string, value: string): Promise<void>;
  /** From a list that unfolds. */
  choose(label: string, option: string): Promise<void>;
  /** One of the answers that stand under a question. */
  tick(question: string, option: string): Promise<void>;
  pickDate(label: string, on: Temporal.PlainDate): Promise<void>;
  /** What stands in a field. */
  value(label: string): Promise<string>;
  /** The card alone, whole, however tall. What has been typed and not yet sent is lost by it. */
  picture(path: string): Promise<void>;
}

/** A bot that answers takes well under this; a page that does not is a failure, not a slow day. */
const patienceMilliseconds = 15_000;

const windowSize = { width: 1280, height: 900 };
const tallestCard = 2_400;

const cardSelector = '.ac-adaptiveCard';
/** The log panel can be typed into as well. */
const messageBox = '[data-lexical-editor=true]';

function monthShown(text: string): Temporal.PlainYearMonth {
  const [name = '', year = ''] = text.trim().split(' ');
  const names = Array.from({ length: 12 }, (_, index) =>
    Temporal.PlainDate.from({ year: 2026, month: index + 1, day: 1 }).toLocaleString('en-US', {
      month: 'long',
    }),
  );
  return Temporal.PlainYearMonth.from({ year: Number(year), month: names.indexOf(name) + 1 });
}

/** Teams' date field opens a calendar and takes no typing: the months are leafed through, then the day is pressed. */
async function pickInCalendar(page: Page, on: Temporal.PlainDate): Promise<void> {
  const calendar = page.getByRole('dialog', { name: 'Calendar' });
  const heading = calendar.locator('button[aria-label]').first();
  const shown = monthShown((await heading.getAttribute('aria-label')) ?? '');
  const months = shown.until(on.toPlainYearMonth(), { largestUnit: 'months' }).months;
  const leaf = calendar.locator(`button[title^="${months < 0 ? 'Previous' : 'Next'} month"]`);
  for (let turned = 0; turned < Math.abs(months); turned += 1) await leaf.click();
  const month = on.toLocaleString('en-US', { month: 'long' });
  await calendar.locator(`button[aria-label="${on.day}, ${month}, ${on.year}"]`).click();
  await calendar.waitFor({ state: 'hidden' });
}

function cardOnPage(page: Page, locator: Locator): CardOnPage {
  // One locator from label to field: the card may be drawn anew at any moment, and then every id is another.
  const answers = (label: string) =>
    locator
      .locator('label', { hasText: label })
      .first()
      .locator('xpath=following-sibling::div[contains(@class, "ac-input-container")]');
  const field = (label: string) => answers(label).locator('input, textarea').first();
  return {
    locator,
    // biome-ignore lint/performance/useDomNodeTextContent: what a reader cannot see must not count
    text: () => locator.innerText(),
    shows: (text) => locator.getByText(text).first().waitFor(),
    press: (title) => locator.getByRole('button', { name: title, exact: true }).click(),
    fill: async (label, value) => {
      const input = field(label);
      await input.fill(value);
      // A number field keeps its value only once it is left.
      await input.blur();
    },
    choose: async (label, option) => {
      await field(label).click();
      await page.getByRole('option', { name: option }).click();
    },
    tick: (question, option) =>
      answers(question)
        .locator('label')
        .filter({ hasText: new RegExp(`^\\s*${RegExp.escape(option)}\\s*$`) })
        .click(),
    pickDate: async (label, on) => {
      await field(label).click();
      await pickInCalendar(page, on);
    },
    value: (label) => field(label).inputValue(),
    picture: async (path) => {
      await page.setViewportSize({ width: windowSize.width, height: tallestCard });
      await locator.screenshot({ path });
      await page.setViewportSize(windowSize);
    },
  };
}

async function send(page: Page, text: string): Promise<void> {
  const box = page.locator(messageBox).last();
  await box.fill(text);
  await box.press('Enter');
}

/**
 * Opens the Playground at `url`. Requests to other machines (it asks a content network for fonts) are cut off, so
 * that the run shows what a machine without a network shows.
 */
export async function openPlayground(browser: Browser, url: string): Promise<PlaygroundPage> {
  const context = await browser.newContext({ viewport: windowSize, locale: 'en-GB' });
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMilliseconds);
  await page.goto(url);
  await page.locator(messageBox).first().waitFor();
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  return {
    page,
    say: (text) => send(page, text),
    post: async (text) => {
      const box = page.locator(messageBox).first();
      await box.click();
      await page.keyboard.type('@Academy');
      await page.getByRole('menuitem', { name: 'Academy Assistant' }).click();
      await page.keyboard.type(` ${text}`);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
    },
    card: (text) =>
      cardOnPage(page, page.locator(cardSelector, { has: page.getByText(text, { exact: true }) }).last()),
    openChannel: async (name) => {
      await page.getByText(name, { exact: true }).first().click();
      await page.getByRole('button', { name: 'Post', exact: true }).waitFor();
    },
    openChat: async () => {
      await page.getByText('Personal Chat', { exact: true }).first().click();
      await page.locator(messageBox).first().waitFor();
    },
    picture: async (path) => {
      await page.screenshot({ path });
    },
    close: () => context.close(),
  };
}
