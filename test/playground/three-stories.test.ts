/** The three stories as people live them: the bot as it is started, three real windows, a real browser. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { quickFolder } from '../support/quick-folder.ts';
import { openPlayground, type PlaygroundPage } from './playground-page.ts';
import { type StartedBot, startBot } from './started-bot.ts';

/** Pictures for the guide are taken only when asked for: they are looked at before they are kept. */
const wantsPictures = process.env.UPDATE_PICTURES === '1';
const guide = join(import.meta.dirname, '../../docs/guide');

const planted = 'Discussed J.S., DOB 12/03/2015, LCS 1234567';

/** Twelve days of reminders to a whole academy are sent before the clock has moved; on a busy machine that takes long. */
const clockPatience = 60_000;

let dataDir: string;
let bot: StartedBot;
let browser: Browser;
let nqsw: PlaygroundPage;
let senior: PlaygroundPage;
let manager: PlaygroundPage;

const picture = async (of: { picture(path: string): Promise<void> }, name: string) => {
  if (wantsPictures) await of.picture(join(guide, `${name}.png`));
};

/** Wednesday 14 October 2026, ten in the morning in London. */
beforeAll(async () => {
  dataDir = quickFolder('stories-');
  if (wantsPictures) await mkdir(guide, { recursive: true });
  [bot, browser] = await Promise.all([startBot(dataDir, ['--now', '2026-10-14T10:00']), launchBrowser()]);
  const open = (name: string) => openPlayground(browser, bot.urlOf(name));
  [nqsw, senior, manager] = await Promise.all([
    open('Amara Okoro'),
    open('Ruth Calder'),
    open('Helen Marsh'),
  ]);
}, 150_000);

afterAll(async () => {
  await browser?.close();
  await bot?.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

describe('in three windows at once', { timeout: 90_000 }, () => {
  it('each is welcomed with what they can do', async () => {
    await Promise.all([
      nqsw.card('Hello Amara').shows('Ask when your next review is, and why it is on that date.'),
      senior.card('Hello Ruth').shows(/Record a supervision/),
      manager.card('Hello Helen').shows(/caseload alerts/),
    ]);
    await picture(nqsw, 'welcome');
  });

  it('an NQSW asks when the next review is, and why on that date', async () => {
    await nqsw.say('hi, wens my next review??');
    const card = nqsw.card('6-month review');
    const words = await card.text();
    for (const part of [
      'Tuesday 27 October 2026',
      'in 13 days',
      'Practice Educator',
      'Martin Ellery',
      'Before then',
      'Reflective supervision 15',
      '2 days overdue (2 working days)',
    ]) {
      expect(words).toContain(part);
    }
    expect(words).not.toContain('+ 6 months');
    await picture(nqsw, 'nqsw-next-review');
    await card.press('Why this date?');
    await card.shows(/\+ 6 months/);
    await picture(card, 'nqsw-why-this-date');

    await card.press('When is my next supervision?');
    await nqsw.card('Your next supervision').shows('Monday 12 October 2026');
    await nqsw.say("what's next");
    const ahead = nqsw.card('What’s next for you');
    await ahead.shows('Martin Ellery');
    await picture(ahead, 'nqsw-whats-next');
  });

  it('a Senior Practitioner records a supervision, and the NQSW agrees', async () => {
    await senior.say('record supervision');
    const choice = senior.card('Whom did you meet?');
    await choice.shows('Amara Okoro – 1 overdue');
    expect(await choice.text()).not.toContain('Priya');
    await picture(senior, 'senior-whom');
    await choice.press('Continue');

    const form = senior.card('Supervision record');
    await form.shows('Amara Okoro');
    expect(await form.value('Which session?')).toContain('Reflective supervision 15');
    await picture(form, 'senior-record-form');
    await form.pickDate('Held on', Temporal.PlainDate.from('2026-10-13'));
    await form.fill('Length in minutes', '95');
    await form.tick('How you met', 'Face to face');
    await form.tick('Themes discussed', 'Assessment and analysis');
    await form.tick('Themes discussed', 'Wellbeing and resilience');
    await form.tick('Is every case discussion recorded', 'Yes');
    await form.tick('template used', 'Yes');
    await form.tick('recorded as co-worker', 'Yes');
    await form.fill('Action 1', planted);
    await form.pickDate('Action 1: by when', Temporal.PlainDate.from('2026-11-02'));
    await form.press('Record supervision');
    await form.shows(/looks like a date of birth/);
    expect(await form.value('Length in minutes')).toBe('95');
    await picture(form, 'senior-case-detail-refused');
    await form.fill('Action 1', 'Book on court skills training');
    await form.press('Record supervision');
    const kept = senior.card(/Waiting for Amara Okoro to agree/);
    await kept.text();

    const asked = nqsw.card(/Ruth Calder has recorded this session with you/);
    await asked.shows('Book on court skills training');
    await picture(nqsw, 'nqsw-confirm');
    await asked.press('Agree');
    await nqsw.card(/You agreed on/).text();
    await senior.card(/Amara Okoro agreed on/).text();
    await picture(senior, 'senior-agreed');

    await nqsw.say('when is my next supervision?');
    await nqsw.card('Your next supervision').shows('Monday 26 October 2026');
  });

  it('a session that did not happen gets a reason and a new date, and the NQSW is told', async () => {
    // That it did not happen can be said from the day on which the session is due.
    await senior.say('/clock 2026-10-26 10:00');
    await senior.page.getByText('It is now').first().waitFor({ timeout: clockPatience });
    await senior.say('record supervision for Amara');
    await senior.card('Supervision record').press('It did not happen');
    const form = senior.card('It did not happen');
    await form.pickDate('New date', Temporal.PlainDate.from('2026-10-29'));
    await form.choose('Why it did not happen', 'Urgent work came first');
    await form.press('Save: it did not happen');
    await nqsw.card('Thursday 29 October 2026').text();
  });

  it('a caseload over the limit is one alert in the manager’s channel, followed to its end', async () => {
    await manager.openChannel('Academy escalations');
    await manager.post('use this channel for escalations');
    await manager.card('Alerts will come to this channel').text();

    await nqsw.say('my caseload is 16');
    await nqsw.card('Your caseload: 16 children').shows(/over the limit/);
    const alert = manager.card(/Amara Okoro’s caseload/);
    await alert.shows('16 of 15 children');
    await picture(manager, 'manager-alert');

    await senior.say("Amara's caseload is 17");
    await alert.shows('17 of 15 children');
    await alert.press('Acknowledge');
    await alert.shows(/acknowledged by Helen Marsh/);
    await alert.choose('Who takes it on', 'Ruth Calder');
    await alert.press('Assign');
    await alert.shows(/assigned to Ruth Calder by Helen Marsh/);
    expect(await manager.page.getByText('of 15 children').count()).toBe(1);
    await picture(manager, 'manager-assigned');

    await nqsw.say('my caseload is 15');
    await alert.shows(/Resolved/);
    await nqsw.say('my caseload is 18');
    await manager.card('18 of 15 children').text();
    expect(await manager.page.getByText('of 15 children').count()).toBe(2);
    await picture(manager, 'manager-new-crossing');
  });

  it('the clock is moved from the chat', async () => {
    await nqsw.say('/clock +3 days');
    await nqsw.page
      .getByText('It is now Thursday 29 October 2026')
      .last()
      .waitFor({ timeout: clockPatience });
  });

  it('keeps nothing of the case detail that was typed, logs no name, and ends on Ctrl-C', async () => {
    expect(await bot.stop()).toBe(0);
    expect(bot.console()).toContain('bot.stopped');
    const files = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const { parentPath, name } of files) {
      expect((await readFile(join(parentPath, name))).includes('1234567')).toBe(false);
    }
    const log = bot
      .console()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(log.length).toBeGreaterThan(5);
    expect(log.filter((line) => /Amara|Ruth|Helen|example\.org|1234567|caseload is/.test(line))).toEqual([]);
  });
});
