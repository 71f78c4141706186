import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { calendarOf } from '../academy/plan.ts';
import { shortDate } from '../academy/wording.ts';
import { createAlarms } from '../delivery/alarms.ts';
import { createLog } from '../log.ts';
import { changeFile } from '../services/change-file.ts';
import { chronologyCsv, chronologyPdf } from '../services/chronology-file.ts';
import { academyReader, type ChronologyLine, chronologyLines } from '../services/chronology-lines.ts';
import type { VersionedFile } from '../services/ports.ts';
import { type OpenStore, withStore } from './open-store.ts';
import { emailAddress, formProblems } from './option-values.ts';
import { type Failed, type Outcome, optionsFailed } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';
import { typedPath } from './typed-path.ts';

const file = z.string().min(1, 'is empty: name a file').optional();
const options = z.object({ csv: file, pdf: file });
type Options = z.output<typeof options>;

const refused = (code: string, message: string): Failed => ({ ok: false, exit: 1, code, message });

const table = (lines: readonly ChronologyLine[]) =>
  textTable(lines, [
    { title: 'date', cell: ({ on }) => shortDate(on) },
    { title: 'what', cell: ({ what, isSuperseded }) => (isSuperseded ? `${what} (replaced later)` : what) },
    { title: 'recorded by', cell: ({ who }) => who },
  ]);

const documentOf = (email: string, name: string, lines: readonly ChronologyLine[]) => ({
  email,
  name,
  entries: lines.map(({ on, what, who, recordedAt, isSuperseded }) => ({
    on: on.toString(),
    what,
    who: who === '' ? null : who,
    recordedAt: recordedAt?.toString() ?? null,
    replaced: isSuperseded,
  })),
});

/** Writes what was asked for; the first file that cannot be written is the outcome. */
async function written(
  wanted: Options,
  terminal: Terminal,
  contentOf: (format: keyof Options) => Promise<string | Uint8Array>,
): Promise<{ readonly files: readonly string[]; readonly failed: Failed | null }> {
  const files: string[] = [];
  for (const format of ['csv', 'pdf'] as const) {
    const typed = wanted[format];
    if (typed === undefined) continue;
    const path = typedPath(typed, terminal.env);
    try {
      await writeFile(path, await contentOf(format));
      files.push(path);
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
      const message = `--${format} ${path} cannot be written (${code}): name a file in a folder that exists`;
      return { files, failed: refused('file-not-written', message) };
    }
  }
  return { files, failed: null };
}

async function told(
  store: OpenStore,
  email: string,
  versioned: VersionedFile,
  wanted: Options,
  terminal: Terminal,
): Promise<Outcome> {
  const { programme, clock, ports, storage } = store;
  const now = clock.now();
  const today = now.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const needs = { programme, calendar: calendarOf(programme), people: ports.people };
  const lines = await chronologyLines(needs, versioned.file, academyReader, today);
  const alarms = createAlarms(storage.alarms, clock);
  const audited = { fact: 'audited', verb: 'see-chronology', by: 'command-line', outcome: 'shown' } as const;
  await changeFile({ files: ports.files, alarms, log: createLog('silent') }, versioned, now, () => ({
    facts: [audited],
    result: undefined,
  }));
  const { files, failed } = await written(wanted, terminal, async (format) =>
    format === 'csv'
      ? chronologyCsv(lines, programme.timeZone)
      : chronologyPdf(programme, versioned.file, lines, { by: 'the academy’s administrator', at: now }),
  );
  if (failed !== null) return failed;
  const { name } = versioned.file.participant;
  const where = files.map((path) => `\n\nIt is in ${path}`).join('');
  return {
    ok: true,
    json: { ...documentOf(email, name, lines), files },
    text: `Chronology: ${name}\n\n${table(lines)}${where}`,
  };
}

/** `academy chronology`: what happened to an NQSW, in order, as a table, a sheet or a document to print. */
export async function chronology(typedEmail: string, typed: unknown, terminal: Terminal): Promise<Outcome> {
  const read = options.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  const email = emailAddress.safeParse(typedEmail);
  if (!email.success) {
    const problem = { code: 'usage', option: `"${typedEmail}"`, message: 'is not an e-mail address' };
    return optionsFailed(2, [problem]);
  }
  return withStore(terminal, 'write', async (store) => {
    const person = await store.ports.people.byEmail(email.data);
    if (person === undefined)
      return refused('unknown-person', `${email.data} names nobody the academy knows`);
    const versioned = await store.ports.files.load(person.participantId ?? '');
    if (versioned === undefined) {
      return refused('no-nqsw', `${person.name} is not an NQSW of this academy, so there is no chronology`);
    }
    return told(store, email.data, versioned, read.data, terminal);
  });
}
