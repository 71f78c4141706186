/** A request to move team as three people live it at once: the bot as it is started, three real windows, a real browser. */
import { mkdir, rm } from 'node:fs/promises';
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
const quiet = join(import.meta.dirname, '../fixtures/luton-quiet.yaml');

let dataDir: string;
let bot: StartedBot;
let browser: Browser;
let nqsw: PlaygroundPage;
let senior: PlaygroundPage;
let manager: PlaygroundPage;

const picture = async (of: { picture(path: string): Promise<void> }, name: string) => {
  if (wantsPictures) await of.picture(join(guide, `${name}.png`));
};
const day = (text: string) => Temporal.PlainDate.from(text);

/** Wednesday 14 October 2026, ten in the morning in London. */
beforeAll(async () => {
  dataDir = quickFolder('move-team-');
  if (wantsPictures) await mkdir(guide, { recursive: true });
  [bot, browser] = await Promise.all([
    startBot(dataDir, ['--now', '2026-10-14T10:00'], { PROGRAMME: quiet }),
    launchBrowser(),
  ]);
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

describe('a request to move team in three windows at once', { timeout: 90_000 }, () => {
  it('begins with what it means, and comes to the Senior Practitioner', async () => {
    await nqsw.say('I want to move team');
    const meaning = nqsw.card('Thinking of moving to another team?');
    await meaning.shows(/Ruth Calder/);
    await meaning.press('I wish to move team');
    const own = nqsw.card('Your request to move team');
    await own.shows('Next: a conversation about it');
    await picture(own, 'move-team-wish');

    const turn = senior.card('Amara Okoro’s request to move team');
    await turn.pickDate('Date of the conversation', day('2026-10-14'));
    await turn.press('Conversation held');
    await own.shows('Next: the three-way meeting');
  });

  it('gets its plan of support, and a date for the review four weeks later', async () => {
    const form = senior.card('Amara Okoro’s request to move team');
    await form.pickDate('Date of the meeting', day('2026-10-14'));
    await form.tick('What the plan aims at', 'A workload that fits the stage of the year');
    await form.tick('What support was agreed', 'A mentor or buddy');
    await form.fill('Link to the plan', 'support plan.docx');
    await form.press('Save the support plan');
    await form.shows(/beginning with https/);
    await picture(form, 'move-team-plan');
    await form.fill('Link to the plan', 'https://documents.example.org/plans/2026-014');
    await form.press('Save the support plan');
    await senior.card(/A support plan is agreed/).shows('Wednesday 11 November 2026');
    await nqsw.card(/A support plan is agreed/).shows('Open the support plan');
    expect(await manager.page.getByText('Amara Okoro’s request to move team').count()).toBe(0);
  });

  it('is reviewed on its day, and the NQSW goes on', async () => {
    await senior.say('/clock 2026-11-11 10:00');
    await senior.page.getByText('It is now Wednesday 11 November 2026').last().waitFor({ timeout: 40_000 });
    const reminder = senior.card('Reminder: Amara Okoro’s request to move team');
    await reminder.pickDate('Date of the review', day('2026-11-11'));
    await reminder.press('Plan reviewed');
    const decision = nqsw.card(/The plan is reviewed: stay, or go on/);
    await decision.press('Go on with the request');
    const request = nqsw.card(/Next: the formal request/);
    await request.tick('Why you want to move', 'Travel or place of work');
    await request.press('Send the formal request');
    await nqsw.card(/With the Head of the Academy for an answer/).text();
  });

  it('comes to the Academy Manager with plan and reasons, and stands in the tracker', async () => {
    const copy = manager.card('Amara Okoro’s request to move team');
    await copy.shows('Travel or place of work');
    await copy.shows('Open the support plan');
    await picture(copy, 'move-team-request');
    await manager.say('move team requests');
    const tracker = manager.card('Requests to move team');
    await tracker.shows(/Open for 20 working days/);
    await picture(tracker, 'move-team-tracker');
  });
});
