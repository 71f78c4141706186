/** What is done most, as those who do it live it: the board, a record from it and a review, in a real browser. */
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
let educator: PlaygroundPage;

const picture = async (of: { picture(path: string): Promise<void> }, name: string) => {
  if (wantsPictures) await of.picture(join(guide, `${name}.png`));
};
const day = (text: string) => Temporal.PlainDate.from(text);
const windows = ['amara.okoro', 'ruth.calder', 'martin.ellery'].flatMap((who) => [
  '--as',
  `${who}@example.org`,
]);

/** Wednesday 14 October 2026, ten in the morning in London: a supervision is owed, and a review comes in 13 days. */
beforeAll(async () => {
  dataDir = quickFolder('busiest-');
  if (wantsPictures) await mkdir(guide, { recursive: true });
  [bot, browser] = await Promise.all([
    startBot(dataDir, ['--now', '2026-10-14T10:00', ...windows], { PROGRAMME: quiet }),
    launchBrowser(),
  ]);
  const open = (name: string) => openPlayground(browser, bot.urlOf(name));
  [nqsw, senior, educator] = await Promise.all([
    open('Amara Okoro'),
    open('Ruth Calder'),
    open('Martin Ellery'),
  ]);
}, 150_000);

afterAll(async () => {
  await browser?.close();
  await bot?.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

describe('the busiest three', { timeout: 90_000 }, () => {
  it('a Senior Practitioner sees who is owed a session, and records it from the board', async () => {
    await senior.say('my NQSWs');
    const board = senior.card('Your NQSWs');
    await board.shows('5 people, 2 overdue.');
    const [first = ''] = (await board.text()).match(/.* · Family Safeguarding \w+/) ?? [];
    expect(first).toBe('Amara Okoro · Family Safeguarding North');
    await picture(board, 'senior-my-nqsws');

    await board.press('Record supervision');
    await senior.card('Whom did you meet?').press('Continue');
    const form = senior.card('Supervision record');
    expect(await form.value('Which session?')).toContain('Reflective supervision 15');
    await form.press('Record supervision');
    await form.shows('Choose at least one theme');
    await form.pickDate('Held on', day('2026-10-13'));
    await form.tick('How you met', 'Remotely');
    await form.tick('Themes discussed', 'Wellbeing and resilience');
    await form.tick('Is every case discussion recorded', 'No case discussed');
    await form.tick('template used', 'Yes');
    await form.tick('recorded as co-worker', 'Yes');
    await form.fill('Length in minutes', '60');
    await form.press('Record supervision');
    const kept = senior.card(/Waiting for Amara Okoro to agree/);
    await kept.shows(/60 minutes/);
    await nqsw.card(/Ruth Calder has recorded this session with you/).press('Agree');
    await senior.card(/Amara Okoro agreed on/).text();
    await senior.say('my NQSWs');
    await senior.card('5 people, 1 overdue.').text();
  });

  it('a Practice Educator records a review, is told what is missing, and the NQSW reads the next one', async () => {
    await educator.say('record a review for Amara');
    const form = educator.card('Record a review of Amara Okoro');
    await form.shows(/due Tuesday 27 October 2026/);
    await picture(form, 'educator-review-form');
    await form.pickDate('Held on', day('2026-10-13'));
    await form.choose('Outcome', 'On track');
    await form.press('Record this review');
    await form.shows(/Choose the day on which the next development plan is due/);
    expect(await form.value('Outcome')).toBe('On track');
    await form.pickDate('Next development plan due on', day('2027-01-25'));
    await form.press('Record this review');
    const recorded = educator.card(/6-month review.*: recorded/);
    await recorded.shows('On track');
    await picture(recorded, 'educator-review-recorded');
    await recorded.press('Evidence so far');
    await educator.card('Evidence of Amara Okoro').shows(/due in|not there yet|Nothing is missing/);

    await nqsw.say('when is my next review?');
    await nqsw.card('9-month review').shows(/Martin Ellery/);
  });
});
