/** A learning set as people live it: planned and led in one window, waited for and presented at in another. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePorts } from '../../src/local/free-port.ts';
import { createBotClient, type TestPerson } from '../support/bot-client.ts';
import { launchBrowser } from '../support/browser.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { quickFolder } from '../support/quick-folder.ts';
import { openPlayground, type PlaygroundPage } from './playground-page.ts';
import { type StartedBot, startBot } from './started-bot.ts';

/** Pictures for the guide are taken only when asked for: they are looked at before they are kept. */
const wantsPictures = process.env.UPDATE_PICTURES === '1';
const guide = join(import.meta.dirname, '../../docs/guide');

let dataDir: string;
let bot: StartedBot;
let browser: Browser;
let connector: FakeConnector;
let nqsw: PlaygroundPage;
let manager: PlaygroundPage;
/** Somebody without a window, who takes the only place. */
let colleague: TestPerson;

const picture = async (of: { picture(path: string): Promise<void> }, name: string) => {
  if (wantsPictures) await of.picture(join(guide, `${name}.png`));
};

/** Wednesday 14 October 2026, ten in the morning in London. */
beforeAll(async () => {
  dataDir = quickFolder('learning-sets-');
  if (wantsPictures) await mkdir(guide, { recursive: true });
  const [port = 0] = await freePorts(41_310, 1);
  [bot, browser, connector] = await Promise.all([
    startBot(dataDir, ['--now', '2026-10-14T10:00'], { PORT: String(port) }),
    launchBrowser(),
    startFakeConnector(),
  ]);
  const open = (name: string) => openPlayground(browser, bot.urlOf(name));
  [nqsw, manager] = await Promise.all([open('Amara Okoro'), open('Helen Marsh')]);
  const endpoint = `http://127.0.0.1:${port}/api/messages`;
  colleague = createBotClient({ endpoint, connector }).person({
    entraId: '5ca1ab1e-0000-4000-8000-000000000016',
    name: 'Callum Reid',
    email: 'callum.reid@example.org',
  });
}, 150_000);

afterAll(async () => {
  await browser?.close();
  await bot?.stop();
  await connector?.close();
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

it('is planned, booked, passed on from the waiting list, presented at and marked', async () => {
  await manager.say('action learning sets');
  await manager.card(/No session is planned yet/).press('Plan sessions');
  const form = manager.card('Plan sessions');
  await form.choose('Who leads it', 'Helen Marsh');
  await form.pickDate('Date', Temporal.PlainDate.from('2026-10-15'));
  await form.fill('Where', 'Room 2.14');
  await form.fill('Places', '1');
  await picture(form, 'manager-plan-session');
  await form.press('Plan it');
  await manager.card('Everybody who may come is told.').shows(/Thursday 15 October 2026, 14:00 to 15:30/);
  await nqsw.card('A session is planned.').shows('1 place left.');

  await colleague.says('book me on the learning set on 15 October');
  await nqsw.say('what learning sets are there?');
  const list = nqsw.card(/1 session to come/);
  await list.shows('Every place is taken.');
  await list.press('Join the waiting list');
  await nqsw.card(/You are first on the waiting list/).text();

  await colleague.says('cancel my place on 15 October');
  const offer = nqsw.card('A place has become free.');
  await offer.shows(/A place is kept for you until Thu 15 Oct 2026, 10:00/);
  await picture(offer, 'nqsw-place-offered');
  await offer.press('Take the place');
  const placed = nqsw.card(/You have a place/);
  await placed.press('Volunteer to present');
  const topic = nqsw.card('Present: Action learning set');
  await topic.fill('Your topic', 'Working with parents who avoid us');
  await topic.press('Present this topic');
  const presents = nqsw.card(/You present “Working with parents who avoid us”, 10 minutes/);
  await presents.shows(/while the presenter only listens/);
  await picture(presents, 'nqsw-presents');

  await manager.say('/clock 2026-10-15 15:31');
  await manager.page.getByText('It is now').first().waitFor({ timeout: 60_000 });
  const who = manager.card('Action learning set: who came?');
  await who.shows('Amara Okoro');
  await who.press('Save attendance');
  const marked = manager.card(/Attendance marked by Helen Marsh/);
  await marked.shows(/Amara Okoro \(presents “Working with parents who avoid us”\): came/);
  await picture(marked, 'manager-attendance');
  await nqsw.card(/You came\./).text();
  expect(bot.console()).not.toMatch(/\{.*Working with parents/);
}, 90_000);
