import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { ben, marta, owen, ruth, tom } from './roles-in-teams.ts';

const everybody = [amara, priya, helen, tom, ruth, marta, ben, owen];
const refusal = 'I cannot show or change that for you';

let teams: AcademyInTeams;
const ids = new Map<string, string>();

const as = (who: typeof amara) => teams.client.person(who);
const asked = async (who: typeof amara, text: string) => {
  await as(who).says(text);
  return wordsOf(as(who).lastCard());
};
const pressed = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  return wordsOf(answer.card ?? {});
};
const titles = (card: Json) => buttonsOf(card).map(({ title }) => title);
const idOf = (who: typeof amara) => ids.get(who.email) ?? '';
const addresses = (card: Json) =>
  [...JSON.stringify(card).matchAll(/"url":"https:\/\/academy\.example\.org([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
const fetched = (path: string) => fetch(`http://127.0.0.1:${teams.bot.port}${path}`);

const personOf = (who: typeof amara) => teams.academy.ports.people.byEmail(who.email);

/** The one file that the newest card leads to. */
async function sheetOf(who: typeof amara) {
  const [path = ''] = addresses(as(who).lastCard());
  const file = await fetched(path);
  return { name: file.headers.get('content-disposition'), rows: (await file.text()).split('\n') };
}

/** What stands in the audit of the academy as a whole under a verb. */
async function academyAudits(verb: string): Promise<readonly string[]> {
  const found: string[] = [];
  const { tables } = teams.academy.storage;
  const rows = { from: 'audit', to: 'audiu' };
  for await (const row of tables.range({ table: 'audit', partition: 'academy', rows })) {
    found.push(JSON.stringify(row).replaceAll('\\', ''));
  }
  return found.filter((row) => row.includes(verb));
}

async function audits(who: typeof amara): Promise<readonly string[]> {
  const found: string[] = [];
  const partition = idOf(who);
  const { tables } = teams.academy.storage;
  for await (const row of tables.range({
    table: 'participants',
    partition,
    rows: { from: 'audit', to: 'audiu' },
  })) {
    found.push(JSON.stringify(row));
  }
  return found.filter((row) => row.includes('see-chronology'));
}

beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-09-07T09:00:00Z', programme: lutonQuiet });
  teams.time.now = Temporal.Instant.from('2026-10-07T09:00:00Z');
  for (const who of everybody) {
    await as(who).says('hello');
    ids.set(who.email, (await teams.academy.ports.people.byEmail(who.email))?.participantId ?? '');
  }
  await as(amara).says('my caseload is 16');
  await as(priya).presses('Record supervision');
  const first = Temporal.PlainDate.from('2026-09-14');
  await as(priya).presses('Record supervision', {
    inputs: {
      item: 'reflective-supervision-1',
      heldOn: first.toString(),
      minutes: '95',
      mode: 'face-to-face',
      themes: 'risk',
      childFile: 'yes',
      templateUsed: 'yes',
      coWorkerRecorded: 'yes',
    },
  });
  await teams.settled();
});
afterAll(() => teams.stop());

describe('my NQSWs (P3)', () => {
  it('shows a Senior Practitioner each of theirs: what is next, what is late, the caseload and the phase', async () => {
    const words = await asked(priya, 'my NQSWs');
    expect(words).toContain('Amara Okoro · Family Safeguarding 1');
    expect(words).toContain('Next: ');
    expect(words).toMatch(
      /1 overdue: Reflective supervision 4, 2 days \(2 working days\) · 16 of 15 children · weekly supervision, month \d/,
    );
    expect(words).not.toContain('Benedikt');
  });

  it('tells whoever supports nobody that it is so, and not that they are no NQSW', async () => {
    expect(await asked(ruth, 'my NQSWs')).toContain('You support no NQSW today');
  });

  it('names of several that are late the one that is oldest', async () => {
    const { now } = teams.time;
    teams.time.now = now.add({ hours: 24 * 40 });
    const words = await asked(priya, 'my NQSWs');
    teams.time.now = now;
    expect(words).toMatch(/3 overdue, the oldest Case supervision 2, 7 days \(5 working days\) · /);
  });

  it('opens one of them beside the board, and their chronology from there', async () => {
    await asked(priya, 'my NQSWs');
    await as(priya).presses('Show their year', { inputs: { participantId: idOf(amara) } });
    expect(wordsOf(as(priya).lastCard())).toContain('Amara Okoro’s year');
    expect(titles(as(priya).lastCard())).toContain('Show the chronology');
  });

  it('refuses somebody else’s NQSW in the words for nobody at all', async () => {
    for (const participantId of [idOf(ben), 'p-nobody']) {
      expect((await as(priya).invokes('nqsw-open', { v: 1, participantId })).text).toContain(refusal);
    }
  });

  it.each(['my NQSWs', 'my team', 'show me my team'])(
    'shows a host manager supervision, review and probation, and nothing of how the year is kept (T1): %s',
    async (text) => {
      const words = await asked(tom, text);
      const [, amaras = ''] = words.split('Amara Okoro · Autumn 2026');
      const lines = amaras.split('Benedikt')[0]?.trim().split('\n') ?? [];
      expect(lines.map((line) => line.split(':')[0]?.replace(/ \d+$/u, ''))).toEqual([
        'Case supervision',
        'Personal supervision',
        '3-month review',
        'End of probation',
      ]);
      expect(words).toContain('Your team’s NQSWs');
      expect(words).not.toMatch(/of 15|caseload limit|caseload reported/u);
      expect(titles(as(tom).lastCard())).toContain('Confirm caseloads');
      await as(tom).presses('Confirm caseloads');
      expect(wordsOf(as(tom).lastCard())).toContain('Who is it about?');
      expect(words).toContain('Benedikt Søgaard');
      expect(words).not.toMatch(/overdue ·|Reflective supervision/);
      expect(titles(as(tom).lastCard())).not.toContain('Show their year');
    },
  );
});

describe('compliance (M5)', () => {
  it('shows the Academy Manager each cohort and each Senior Practitioner, with both numbers', async () => {
    const words = await asked(helen, 'compliance report');
    expect(words).toContain('Autumn 2026 · 2 people');
    expect(words).toContain('Senior Practitioner: Priya Nandakumar · 1 person');
    expect(words).toMatch(/On time: 1 of \d+, \d+ %/);
    expect(words).toMatch(/below the national standard: [1-9]\d* times/);
  });

  it('leads to the people of one of them, and to a person', async () => {
    await asked(helen, 'compliance report');
    const group = await pressed(helen, 'Show these people', { group: 'cohort:Autumn 2026' });
    expect(group).toContain('Compliance: Autumn 2026');
    expect(group).toContain('Amara Okoro');
    expect(group).toContain('Last below it: no session from');
    await as(helen).presses('Show their year', { inputs: { participantId: idOf(ben) } });
    expect(wordsOf(as(helen).lastCard())).toContain('Benedikt Søgaard’s year');
  });

  it('shows the caseloads against the limit, over four weeks, and the cohort’s average', async () => {
    await asked(helen, 'compliance report');
    const words = await pressed(helen, 'Caseloads');
    expect(words).toContain('16 of 15 children, 1 over the limit of the month · reported Wed 7 Oct 2026');
    expect(words).toContain('Last four weeks: –, –, –, 16');
    expect(words).toContain('Autumn 2026: 16 children on average (1 of 2 reported); the limit is 15');
  });

  it('comes as a sheet with the figures of the card, down to each person, and is noted in the audit (M5)', async () => {
    await asked(helen, 'compliance report');
    const whole = await sheetOf(helen);
    expect(whole.name).toBe('attachment; filename="compliance-academy-2026-10-07.csv"');
    expect(whole.rows[0]).toMatch(
      /^level,name,cohort,supervised by,people,fell due,done,done %,on time,on time %,missed,overdue,/,
    );
    const [fellDue = '', done = '', onTime = ''] =
      /On time: (\d+) of (\d+), \d+ % · done: (\d+)/.exec(wordsOf(as(helen).lastCard()))?.slice(1) ?? [];
    const row = (start: string) => whole.rows.find((line) => line.startsWith(start))?.split(',') ?? [];
    const academy = row('academy,');
    expect([academy[8], academy[5], academy[6]]).toEqual([fellDue, done, onTime]);
    expect(row('cohort,Autumn 2026,')[4]).toBe('2');
    expect(row('Senior Practitioner,Priya Nandakumar,')[4]).toBe('1');
    expect(row('NQSW,Amara Okoro,').slice(2, 5)).toEqual(['Autumn 2026', 'Priya Nandakumar', '1']);
    expect(row('NQSW,Amara Okoro,')[13]).toMatch(/^2026-/);
    await asked(helen, 'compliance report');
    await pressed(helen, 'Show these people', { group: `person:${(await personOf(priya))?.id}` });
    const few = await sheetOf(helen);
    expect(few.name).toContain('compliance-priya-nandakumar-2026-10-07.csv');
    expect(few.rows.map((line) => line.split(',').slice(0, 2).join())).toEqual([
      expect.stringContaining('level'),
      'Senior Practitioner,Priya Nandakumar',
      'NQSW,Amara Okoro',
    ]);
    const helensId = (await personOf(helen))?.id;
    const noted = await academyAudits('see-compliance');
    expect(noted).toHaveLength(2);
    expect(noted.every((one) => one.includes(`"by":"${helensId}"`))).toBe(true);
  });

  it('is for the Academy Manager alone', async () => {
    for (const who of [amara, priya, tom, ruth, marta, owen]) {
      const target = { kind: 'compliance', group: '', personId: (await personOf(who))?.id ?? '' } as const;
      const address = await teams.academy.ports.calendarLinks.to(target, teams.time.now.add({ hours: 1 }));
      expect((await fetched(new URL(address ?? '').pathname)).status, who.name).toBe(404);
      expect((await as(who).invokes('compliance-open', { v: 1, group: '' })).text, who.name).toContain(
        refusal,
      );
      expect((await as(who).invokes('caseloads-open', { v: 1 })).text, who.name).toContain(refusal);
    }
  });
});

describe('a chronology (P9, L5, Q19)', () => {
  const open = (who: typeof amara, participantId: string) =>
    as(who).invokes('chronology-open', { v: 1, participantId, earlier: '' });

  it('is shown to those who keep it, to the academy and to the NQSW, and to nobody else', async () => {
    for (const who of [amara, priya, marta, helen]) {
      await open(who, idOf(amara));
      expect(wordsOf(as(who).lastCard()), who.name).toContain('Reflective supervision 1 held, 95 minutes');
    }
    for (const who of [tom, owen, ruth, ben]) {
      expect((await open(who, idOf(amara))).text, who.name).toContain(refusal);
    }
    expect((await open(priya, 'p-nobody')).text).toContain(refusal);
  });

  it('opens from one’s own year', async () => {
    await asked(amara, 'my year');
    await as(amara).presses('My chronology');
    expect(wordsOf(as(amara).lastCard())).toContain('Your chronology');
    expect((await open(tom, '')).text).toContain(refusal);
  });

  it('comes as a sheet and as a document with the name of whoever asked, each noted in the audit', async () => {
    await open(priya, idOf(amara));
    const before = (await audits(amara)).length;
    const [pdfPath = '', csvPath = ''] = addresses(as(priya).lastCard());
    expect(pdfPath).not.toMatch(/amara|priya/i);
    const pdf = await fetched(pdfPath);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toBe('attachment; filename="chronology-amara-okoro.pdf"');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const csv = await fetched(csvPath);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = await csv.text();
    expect(text).toContain('happened on,what,recorded by,recorded at,replaced');
    expect(text).toContain('2026-09-14,');
    const after = await audits(amara);
    expect(after).toHaveLength(before + 2);
    expect(after.some((row) => row.includes('pdf'))).toBe(true);
  });

  it('can no longer be fetched after two days, at another ending, or changed', async () => {
    await open(priya, idOf(amara));
    const [pdfPath = ''] = addresses(as(priya).lastCard());
    for (const path of [
      pdfPath.replace('.pdf', '.csv'),
      pdfPath.replace('.pdf', ''),
      `${pdfPath.slice(0, -8)}.pdf`,
    ]) {
      expect((await fetched(path)).status, path.slice(-8)).toBe(404);
    }
    const { now } = teams.time;
    teams.time.now = now.add({ hours: 49 });
    expect((await fetched(pdfPath)).status).toBe(404);
    teams.time.now = now;
    expect((await fetched(pdfPath)).status).toBe(200);
  });

  it('says nothing of a concern to whom it has not come, and nothing of one about themselves', async () => {
    await as(amara).says('I want to raise a concern');
    await as(amara).presses('Raise this concern', { inputs: { category: 'other', about: 'yes' } });
    await open(amara, idOf(amara));
    expect(wordsOf(as(amara).lastCard())).toContain('Concern: raised');
    await open(priya, idOf(amara));
    expect(wordsOf(as(priya).lastCard())).not.toContain('Concern');
    const [, csvPath = ''] = addresses(as(priya).lastCard());
    expect(await (await fetched(csvPath)).text()).not.toContain('Concern');
  });
});
