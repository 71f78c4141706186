import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { YearPlan } from '../../src/academy/plan-item.ts';
import type { Programme } from '../../src/academy/programme.ts';
import { planPicture } from '../../src/cli/plan-picture.ts';
import { presetIds } from '../../src/storage/programme-files.ts';
import { type Case, date, planOf, preset } from '../academy/support/luton.ts';
import { launchBrowser } from '../support/browser.ts';
import { academy, documentOf } from './string-terminal.ts';

let folder: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picture-'));
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const paused = (text: string) => {
  const [from = '', until = ''] = text.split('..');
  return { fromOn: date(from), untilOn: until === '' ? null : date(until) };
};

const pictureOf = (programme: Programme, given: Case): { plan: YearPlan; svg: string } => {
  const plan = planOf(programme, given);
  return { plan, svg: planPicture(plan, programme, (given.pauses ?? []).map(paused)) };
};

interface Drawn {
  readonly broken: boolean;
  readonly items: readonly string[];
  readonly words: readonly string[];
  readonly outside: readonly string[];
  readonly overlapping: readonly string[];
  readonly named: readonly string[];
}

/** What a browser makes of it, read as XML: it says so when the markup is not well-formed. */
const drawn = async (svg: string): Promise<Drawn> => {
  await page.setContent('<!doctype html><body style="margin:0"></body>');
  return page.evaluate(`((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const broken = parsed.querySelector('parsererror') !== null;
    const root = document.body.appendChild(document.importNode(parsed.documentElement, true));
    const box = root.getBoundingClientRect();
    const texts = [...root.querySelectorAll('text')].map((each) => [each.textContent, each.getBoundingClientRect()]);
    const outside = ([, at]) => at.left < 0 || at.right > box.right || at.bottom > box.bottom;
    const overlap = (one, other) =>
      one.left < other.right && other.left < one.right && one.top + 2 < other.bottom && other.top + 2 < one.bottom;
    return {
      broken,
      items: [...root.querySelectorAll('[data-item] > title')].map(
        (each) => each.parentElement.dataset.item + ' | ' + each.textContent,
      ),
      words: texts.map(([words]) => words),
      outside: texts.filter(outside).map(([words]) => words),
      overlapping: texts.flatMap(([words, at], index) =>
        texts.slice(index + 1).filter(([, other]) => overlap(at, other)).map(([other]) => words + ' / ' + other),
      ),
      named: (root.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => root.querySelector('#' + id)?.textContent ?? ''),
    };
  })(${JSON.stringify(svg)})`);
};

describe('The picture of a year', () => {
  it('is well-formed and shows every item of every preset with its date and state, and no words over others', async () => {
    for (const id of await presetIds()) {
      const { plan, svg } = pictureOf(await preset(id), { today: '2026-12-20' });
      const found = await drawn(svg);
      expect(found).toMatchObject({ broken: false, outside: [], overlapping: [] });
      expect(found.items.length, id).toBe(plan.items.length);
      expect(found.items.map((item) => item.split(' | ')[0]).sort()).toEqual(
        plan.items.map((item) => item.id).sort(),
      );
    }
  });

  it('says each item’s date and state, today, the council’s titles and the pauses', async () => {
    const { svg } = pictureOf(await preset('luton'), {
      today: '2026-10-06',
      pauses: ['2026-12-01..2026-12-31'],
      held: { 'reflective-supervision-1': '2026-09-14' },
    });
    const { items, words, named } = await drawn(svg);
    expect(items).toContain('reflective-supervision-1 | Reflective supervision 1: Mon 14 Sep 2026, done');
    expect(items).toContain('reflective-supervision-4 | Reflective supervision 4: Mon 5 Oct 2026, overdue');
    expect(items).toContain('review-3m | 3-month review: Thu 7 Jan 2027, to come');
    for (const wanted of [
      'Today, Tue 6 Oct 2026',
      'Senior Practitioner',
      'Paused',
      'Reviews (4)',
      'overdue',
    ]) {
      expect(words).toContain(wanted);
    }
    expect(named[0]).toBe('Luton Social Work Academy: starts Mon 7 Sep 2026, ends Fri 8 Oct 2027');
    expect(named[1]).toContain('180 items in 16 rows');
    expect(named[1]).toContain('12-month review on Friday 8 October 2027');
  });

  it('draws an open pause and a long part-time year without inventing a date', async () => {
    const programme = await preset('slough');
    const open = await drawn(
      pictureOf(programme, { fte: 0.4, pauses: ['2027-02-01..'], today: '2027-03-01' }).svg,
    );
    expect(open).toMatchObject({ broken: false, outside: [], overlapping: [] });
    expect(open.items).toContain('review-12m | 12-month review: no date, paused');
    expect(open.words).toContain('3 with no date yet');
    const long = await drawn(pictureOf(programme, { fte: 0.4 }).svg);
    expect(long).toMatchObject({ broken: false, outside: [], overlapping: [] });
  });

  it('takes a council’s own words as words', async () => {
    const luton = await preset('luton');
    const academy = 'A & B <script>alert(1)</script> "Academy" \u0001';
    const { broken, words } = await drawn(pictureOf({ ...luton, academy }, {}).svg);
    expect(broken).toBe(false);
    expect(words).toContain('A & B <script>alert(1)</script> "Academy" ');
  });
});

describe('academy plan --picture', () => {
  const asked = ['plan', '--programme', 'durham', '--start', '2026-09-07', '--today', '2026-09-07', '--json'];

  it('writes the picture beside the plan, which is the same as without it', async () => {
    const file = join(folder, 'durham.svg');
    const ran = await academy([...asked, '--picture', file]);
    expect(ran.exit).toBe(0);
    expect(documentOf(ran)).toEqual(documentOf(await academy(asked)));
    const { plan, svg } = pictureOf(await preset('durham'), {});
    expect(await readFile(file, 'utf8')).toBe(svg);
    expect(svg.match(/data-item=/g)).toHaveLength(plan.items.length);
  });

  it('says where it could not be written', async () => {
    const file = join(folder, 'no-such-folder', 'year.svg');
    const ran = await academy([...asked, '--picture', file]);
    expect(ran.exit).toBe(1);
    expect(documentOf(ran)).toMatchObject({
      error: { code: 'picture-not-written', message: expect.stringContaining('no-such-folder') },
    });
  });
});
