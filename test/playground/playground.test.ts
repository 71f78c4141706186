import { readdir, readFile, rm } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoColleagues, demoTeam, demoWindows } from '../../src/local/demo-windows.ts';
import { type PlaygroundOptions, type Playgrounds, startPlaygrounds } from '../../src/local/playground.ts';
import { preset } from '../academy/support/luton.ts';
import { launchBrowser } from '../support/browser.ts';
import { quickFolder } from '../support/quick-folder.ts';
import { type Activity, type EchoBot, startEchoBot } from './echo-bot.ts';
import { openPlayground } from './playground-page.ts';

const personas = demoWindows(await preset('luton')).map(({ persona }) => persona);
const planted = 'Discussed J.S., DOB 12/03/2015, LCS 1234567';
const adaptive = 'application/vnd.microsoft.card.adaptive';

const form = (heading: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: heading, wrap: true },
    { type: 'Input.Text', id: 'what', label: 'What was agreed', isRequired: true, errorMessage: 'Say what' },
    { type: 'Input.Date', id: 'on', label: 'Date held' },
    { type: 'Input.Number', id: 'minutes', label: 'Minutes' },
    {
      type: 'Input.ChoiceSet',
      id: 'how',
      label: 'How',
      choices: [
        { title: 'Face to face', value: 'face' },
        { title: 'Remote', value: 'remote' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'themes',
      label: 'Themes',
      style: 'expanded',
      isMultiSelect: true,
      choices: [
        { title: 'Wellbeing', value: 'w' },
        { title: 'Learning', value: 'l' },
      ],
    },
    { type: 'TextBlock', id: 'why', text: 'Because of the cadence', isVisible: false },
  ],
  actions: [
    { type: 'Action.ToggleVisibility', title: 'Why this date?', targetElements: ['why'] },
    { type: 'Action.Execute', title: 'Send', verb: 'send', data: { v: 1 } },
  ],
});

const message = (heading: string) => ({
  type: 'message',
  attachments: [{ contentType: adaptive, content: form(heading) }],
});

const activitiesOf = (conversationId: string) =>
  `/v3/conversations/${encodeURIComponent(conversationId)}/activities`;

async function answer(activity: Activity | undefined, bot: EchoBot): Promise<unknown> {
  if (activity?.type === 'message') {
    await bot.connector(activity, 'POST', activitiesOf(activity.conversation.id), message('A form for you'));
  }
  return activity?.type === 'invoke'
    ? { statusCode: 200, type: adaptive, value: form('Thank you, it is kept') }
    : undefined;
}

let dataDir: string;
let bot: EchoBot;
let browser: Browser;
let windows: Playgrounds;

const options = (): PlaygroundOptions => ({
  botPort: bot.port,
  dataDir,
  personas,
  colleagues: demoColleagues,
  team: demoTeam,
  firstPort: 57_150,
});

const urlOf = (key: string) => windows.addresses.find(({ persona }) => persona.key === key)?.url ?? '';

beforeAll(async () => {
  dataDir = quickFolder('playground-');
  bot = await startEchoBot(answer);
  [browser, windows] = await Promise.all([launchBrowser(), startPlaygrounds(options())]);
}, 90_000);

afterAll(async () => {
  await Promise.all([browser?.close(), windows?.stop()]);
  await bot?.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('the Playground of three people', { timeout: 60_000 }, () => {
  it('opens a window for each, and each meets the bot when it is looked at', async () => {
    expect(windows.problems).toEqual([]);
    expect(windows.addresses.map(({ persona }) => persona.key)).toEqual(personas.map(({ key }) => key));
    const senior = await openPlayground(browser, urlOf('demo-senior'));
    const met = () =>
      bot.received
        .filter((one) => one?.type === 'installationUpdate' && one.action === 'add')
        .map((one) => `${one.from.aadObjectId} ${one.conversation.conversationType}`);
    await expect.poll(met, { timeout: 10_000 }).toEqual([`${personas[1]?.person.entraId} personal`]);
    await senior.close();
  });

  it('tells the bot each person’s e-mail', async () => {
    for (const { persona, url } of windows.addresses) {
      const member = `/v3/conversations/a:${persona.key}/members/29:${persona.person.entraId}`;
      const { body } = await bot.connector({ serviceUrl: `${url}/_connector` }, 'GET', member);
      expect(body).toMatchObject({ email: persona.person.email, aadObjectId: persona.person.entraId });
    }
  });

  it('is reachable from this machine only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    const hosts = ['[::1]', ...(outside === undefined ? [] : [outside.address])];
    for (const host of hosts) {
      const { port } = new URL(urlOf('demo-nqsw'));
      await expect(
        fetch(`http://${host}:${port}/`, { signal: AbortSignal.timeout(2_000) }),
      ).rejects.toThrow();
    }
    expect((await fetch(urlOf('demo-nqsw'))).status).toBe(200);
  });

  it('shows cards that a person can fill in and send, in the chat and in the channel', async () => {
    const page = await openPlayground(browser, urlOf('demo-manager'));
    await page.say('hello');
    const card = page.card('A form for you');
    await card.press('Why this date?');
    await card.shows('Because of the cadence');
    await card.press('Send');
    await card.shows('Say what');
    await card.fill('What was agreed', planted);
    await card.pickDate('Date held', Temporal.PlainDate.from('2026-09-18'));
    await card.fill('Minutes', '90');
    await card.choose('How', 'Remote');
    await card.tick('Themes', 'Wellbeing');
    await card.tick('Themes', 'Learning');
    await card.press('Send');
    await page.card('Thank you, it is kept').text();
    expect(bot.received.at(-1)?.value).toEqual({
      action: {
        type: 'Action.Execute',
        title: 'Send',
        verb: 'send',
        data: { v: 1, what: planted, on: '2026-09-18', minutes: '90', how: 'remote', themes: 'w,l' },
      },
    });

    await page.openChannel('Academy escalations');
    await page.post('use this channel for escalations');
    await page.card('A form for you').text();
    const posted = bot.received.findLast((one) => one?.type === 'message');
    expect(posted?.text).toContain('<at>Academy Assistant</at>');
    expect(posted?.channelData).toMatchObject({ channel: { id: '19:demo-manager-channel@thread.tacv2' } });
    await page.close();
  });

  it('shows a message that comes by itself, and its update in place', async () => {
    const serviceUrl = `${urlOf('demo-nqsw')}/_connector`;
    const page = await openPlayground(browser, urlOf('demo-nqsw'));
    await expect
      .poll(() => bot.received.some((one) => one?.conversation.id === 'a:demo-nqsw'), { timeout: 10_000 })
      .toBe(true);
    const sent = await bot.connector(
      { serviceUrl },
      'POST',
      activitiesOf('a:demo-nqsw'),
      message('First words'),
    );
    await page.card('First words').text();
    const { id } = sent.body as { id: string };
    await bot.connector(
      { serviceUrl },
      'PUT',
      `${activitiesOf('a:demo-nqsw')}/${id}`,
      message('Changed since'),
    );
    await page.card('Changed since').text();
    expect(await page.page.getByText('First words').count()).toBe(0);
    await page.close();
  });

  it('writes nothing of what was said to the disk', async () => {
    const files = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    expect(files.map(({ name }) => name)).toEqual(personas.map(() => 'config.yml'));
    for (const { parentPath, name } of files) {
      expect(await readFile(join(parentPath, name), 'utf8')).not.toContain(planted);
    }
  });
});

describe('a window that cannot open', { timeout: 60_000 }, () => {
  it('says why, in the Playground’s own words', async () => {
    const twice = demoColleagues[1] ?? demoColleagues[0];
    const colleagues = demoColleagues.map((one, index) => (index === 2 && twice !== undefined ? twice : one));
    const started = await startPlaygrounds({
      ...options(),
      personas: personas.slice(0, 1),
      colleagues,
      firstPort: 57_250,
    });
    expect(started.addresses).toEqual([]);
    expect(started.problems).toEqual([expect.stringContaining('User ID must be unique')]);
    await started.stop();
  });

  it('finds another port when somebody takes its own at the same moment', async () => {
    const one = { ...options(), personas: personas.slice(0, 1), firstPort: 57_350 };
    const both = await Promise.all([startPlaygrounds(one), startPlaygrounds(one)]);
    expect(both.flatMap(({ problems }) => problems)).toEqual([]);
    const urls = both.flatMap(({ addresses }) => addresses.map(({ url }) => url));
    expect(new Set(urls).size).toBe(2);
    for (const url of urls) expect((await fetch(url)).status).toBe(200);
    await Promise.all(both.map((started) => started.stop()));
  });

  it('is gone when stopped', async () => {
    const persona = personas.slice(0, 1).map((one) => ({ ...one, key: `stopped-${process.pid}` }));
    const started = await startPlaygrounds({ ...options(), personas: persona, firstPort: 57_450 });
    const chat = `${started.addresses[0]?.url}/_connector/v3/conversations/a:stopped-${process.pid}/members`;
    expect((await fetch(chat)).status).toBe(200);
    await started.stop();
    expect(
      await fetch(chat).then(
        ({ status }) => status,
        () => 'refused',
      ),
    ).not.toBe(200);
  });
});
