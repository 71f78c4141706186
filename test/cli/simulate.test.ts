import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { academy, documentOf } from './string-terminal.ts';

/** What scripts rely on. Strict, so that a field that comes or goes is noticed here. */
const row = z.strictObject({
  at: z.iso.datetime(),
  to: z.union([z.email(), z.literal('academy-manager-channel')]),
  kind: z.string().min(1),
  item: z.string().nullable(),
  stage: z.string().nullable(),
  text: z.string().min(1),
  about: z.email().nullable(),
});

const header =
  'email,name,roles,team,entraId,nonWorkingDays,cohort,start,fte,contractedHours,reflectiveSupervisor,assessor,hostManager,deputyManager,mentor';
const none = ',,,,,,,,,,,';
const emailOf = {
  nqsw: 'nqsw@example.org',
  'reflective-supervisor': 'senior@example.org',
  assessor: 'educator@example.org',
  'host-manager': 'manager@example.org',
  'deputy-manager': 'deputy@example.org',
  mentor: 'mentor@example.org',
  'academy-manager': 'academy@example.org',
  'head-of-academy': 'head@example.org',
  'academy-manager-channel': 'academy-manager-channel',
} as const;

/** One NQSW, and one person for each function. */
async function roster(seniorName = 'Sam Senior'): Promise<string> {
  const rows = [
    header,
    `senior@example.org,${seniorName},senior-practitioner,Academy${none}`,
    `educator@example.org,Esi Educator,practice-educator,Academy${none}`,
    `manager@example.org,Tom Adeyemi,team-manager,North${none}`,
    `deputy@example.org,Dee Deputy,deputy-team-manager,North${none}`,
    `mentor@example.org,Mo Mentor,mentor,Academy${none}`,
    `academy@example.org,Helen Boateng,academy-manager,Academy${none}`,
    `head@example.org,Ruth Castellan,head-of-academy,Academy${none}`,
    `nqsw@example.org,Amara Okoro,nqsw,North,,,Autumn,2026-09-07,1,37,senior@example.org,educator@example.org,manager@example.org,deputy@example.org,mentor@example.org`,
  ];
  const file = join(await mkdtemp(join(tmpdir(), 'academy-simulate-')), 'roster.csv');
  await writeFile(file, rows.join('\n'));
  return file;
}

const autumn = ['--from', '2026-09-01', '--to', '2026-10-31'];

async function rowsOf(file: string, ...more: readonly string[]) {
  const ran = await academy(['simulate', file, ...autumn, ...more, '--json']);
  expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 0, err: '' });
  return ran.out
    .trim()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)));
}

const noticesSchema = z.object({
  notices: z.array(
    z.object({
      item: z.string(),
      stage: z.string(),
      recipient: z.enum(Object.keys(emailOf) as (keyof typeof emailOf)[]),
      sendAt: z.iso.datetime(),
    }),
  ),
});

it('sends through the whole engine what the rules say is owed, to the minute, and nothing else', async () => {
  const sent = await rowsOf(await roster());
  const year = ['--programme', 'luton', '--start', '2026-09-07', '--hours', '37'];
  const time = ['--from', '2026-08-31T23:00Z', '--to', '2026-11-01T00:00Z'];
  const { notices } = noticesSchema.parse(documentOf(await academy(['remind', ...year, ...time, '--json'])));
  const owed = notices
    // Of a claim the channel hears nothing: it is the Academy Managers' own.
    .filter(({ item, recipient }) => !(item.startsWith('claim') && recipient === 'academy-manager-channel'))
    // Nor of what is between the NQSW and the host manager.
    .filter(
      ({ item, recipient }) =>
        !(item.startsWith('personal-supervision-') && recipient === 'academy-manager-channel'),
    )
    .map(({ sendAt, recipient, item, stage }) => [sendAt, emailOf[recipient], item, stage].join(' '));
  expect(owed.length).toBeGreaterThan(100);
  // Beside the reminders, what the year asks of somebody: nobody has ticked the induction.
  owed.push('2026-09-21T08:00:00Z senior@example.org induction-end after-1');
  expect(sent.map(({ at, to, item, stage }) => [at, to, item, stage].join(' ')).toSorted()).toEqual(
    owed.toSorted(),
  );
}, 300_000);

it('chases nobody while everything is recorded on its day, and asks the NQSW to agree to each session', async () => {
  const file = await roster();
  const sent = await rowsOf(file, '--assume', 'on-time');
  expect(sent.filter(({ stage }) => stage?.startsWith('overdue'))).toEqual([]);
  const asked = sent.filter(({ kind }) => kind === 'confirm-record');
  expect(asked[0]).toEqual({
    at: '2026-09-14T15:00:00Z',
    to: 'nqsw@example.org',
    kind: 'confirm-record',
    item: 'reflective-supervision-1',
    stage: null,
    text: 'Sam Senior recorded your reflective supervision 1: please agree',
    about: 'nqsw@example.org',
  });
  // As if it had been so before: what is simulated twice is the same.
  expect(await rowsOf(file, '--assume', 'on-time')).toEqual(sent);
}, 300_000);

it('lets a mixed course be another one with another seed, and lie between the two others', async () => {
  const file = await roster();
  const overdue = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
    rows.filter(({ stage }) => stage?.startsWith('overdue')).length;
  const [never, one, other] = [
    await rowsOf(file),
    await rowsOf(file, '--assume', 'mixed'),
    await rowsOf(file, '--assume', 'mixed', '--seed', '2'),
  ];
  expect(one).not.toEqual(other);
  for (const mixed of [one, other]) {
    expect(overdue(mixed)).toBeGreaterThan(0);
    expect(overdue(mixed)).toBeLessThan(overdue(never));
  }
}, 300_000);

it('writes a sheet in which no name is a formula, and a timeline with who gets how many', async () => {
  const file = await roster('=HYPERLINK(1)');
  const day = ['--from', '2026-09-14', '--to', '2026-09-14', '--assume', 'on-time'];
  const sheet = (await academy(['simulate', file, ...day, '--csv'])).out;
  expect(sheet).toContain('\ufeffat,to,kind,item,stage,text,about\n');
  expect(sheet).toContain(",'=HYPERLINK(1) recorded your reflective supervision 1: please agree,");
  const text = (await academy(['simulate', file, ...day])).out;
  expect(text).toContain('Mon 14 Sep 2026\n  09:00  Amara Okoro: Reflective supervision 1 is due today');
  expect(text).toMatch(/^Amara Okoro +2 +3 +2$/m);
}, 120_000);

it('names what is wrong with the dates, the roster and the programme', async () => {
  const file = await roster();
  const codeOf = async (...words: readonly string[]) => {
    const ran = await academy(['simulate', ...words, '--json']);
    return [ran.exit, z.object({ error: z.object({ code: z.string() }) }).parse(documentOf(ran)).error.code];
  };
  expect(await codeOf(file, '--from', '2026-10-01', '--to', '2026-09-01')).toEqual([1, 'range-reversed']);
  expect(await codeOf(file, '--from', 'soon', '--to', '2026-09-01')).toEqual([2, 'usage']);
  expect(await codeOf(file, ...autumn, '--assume', 'always')).toEqual([2, 'usage']);
  expect(await codeOf(file, ...autumn, '--programme', 'nowhere')).toEqual([1, 'programme']);
  expect(await codeOf(join(file, '..', 'no.csv'), ...autumn)).toEqual([1, 'file-unreadable']);
  await writeFile(file, (await readFile(file, 'utf8')).replace('senior-practitioner', 'wizard'));
  expect(await codeOf(file, ...autumn)).toEqual([1, 'roster-faults']);
});
