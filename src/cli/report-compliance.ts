import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { percentOf, summedCompliance } from '../academy/compliance.ts';
import { calendarOf } from '../academy/plan.ts';
import { complianceCsv } from '../services/compliance-file.ts';
import { type Group, groupsOf, type Kept, keptIn } from '../services/compliance-groups.ts';
import { openTo } from '../services/open-plan.ts';
import { planOf } from '../services/recordable-items.ts';
import { type OpenStore, withStore } from './open-store.ts';
import { formProblems } from './option-values.ts';
import { type Failed, type Outcome, optionsFailed } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';
import { typedPath } from './typed-path.ts';

const options = z.object({
  cohort: z.string().min(1, 'is empty: name a cohort').optional(),
  out: z.string().min(1, 'is empty: name a file').optional(),
});
type Options = z.output<typeof options>;

/** Everybody’s year as the academy may see it: without the sessions of closed series (L7). */
async function everyone({ programme, clock, ports }: OpenStore): Promise<readonly Kept[]> {
  const ground = { programme, calendar: calendarOf(programme) };
  const today = clock.now().toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const people = await ports.people.withRole('nqsw');
  const kept: Kept[] = [];
  for (const { participantId } of people) {
    const file = participantId === null ? undefined : (await ports.files.load(participantId))?.file;
    if (file === undefined) continue;
    kept.push(keptIn(file, openTo(ground, planOf(ground, file, today), []), today));
  }
  return kept.toSorted((one, other) =>
    one.file.participant.name.localeCompare(other.file.participant.name, 'en-GB'),
  );
}

interface Row {
  readonly name: string;
  readonly members: readonly Kept[];
}

const rowsOf = (all: readonly Kept[], groups: readonly Group[], academy: string): readonly Row[] => [
  { name: academy, members: all },
  ...groups.map(({ title, members }) => ({ name: title, members })),
];

function figuresOf({ name, members }: Row) {
  const { fellDue, done, onTime, missed, overdue, floorBreaches } = summedCompliance(
    members.map(({ compliance }) => compliance),
  );
  const shares = { donePercent: percentOf(done, fellDue), onTimePercent: percentOf(onTime, fellDue) };
  const people = members.length;
  return { name, people, fellDue, done, onTime, ...shares, missed, overdue, belowNational: floorBreaches };
}
type Figures = ReturnType<typeof figuresOf>;

const shareWords = (part: number, percent: number | null) =>
  percent === null ? 'no data' : `${part} (${percent} %)`;

const table = (rows: readonly Figures[]) =>
  textTable(rows, [
    { title: 'who', cell: ({ name }) => name },
    { title: 'people', cell: ({ people }) => String(people), align: 'right' },
    { title: 'fell due', cell: ({ fellDue }) => String(fellDue), align: 'right' },
    {
      title: 'on time',
      cell: ({ onTime, onTimePercent: share }) => shareWords(onTime, share),
      align: 'right',
    },
    { title: 'done', cell: ({ done, donePercent: share }) => shareWords(done, share), align: 'right' },
    { title: 'missed', cell: ({ missed }) => String(missed), align: 'right' },
    { title: 'overdue', cell: ({ overdue }) => String(overdue), align: 'right' },
    { title: 'below national', cell: ({ belowNational }) => String(belowNational), align: 'right' },
  ]);

async function writtenTo(path: string, sheet: string): Promise<Failed | null> {
  try {
    await writeFile(path, sheet);
    return null;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    const message = `--out ${path} cannot be written (${code}): name a file in a folder that exists`;
    return { ok: false, exit: 1, code: 'file-not-written', message };
  }
}

function noSuchCohort(cohort: string, groups: readonly Group[]): Outcome {
  const known = groups.filter(({ of }) => of === 'cohort').map(({ name }) => name);
  const message = `names no cohort${known.length === 0 ? '' : `: there is ${known.join(', ')}`}`;
  return optionsFailed(1, [{ code: 'unknown-cohort', option: `--cohort "${cohort}"`, message }]);
}

async function report(store: OpenStore, { cohort, out }: Options, terminal: Terminal): Promise<Outcome> {
  const { programme, ports, clock } = store;
  const all = await everyone(store);
  const groups = groupsOf({ programme }, all);
  const chosen = groups.find(({ of, name }) => of === 'cohort' && name === cohort);
  if (cohort !== undefined && chosen === undefined) return noSuchCohort(cohort, groups);
  const path = out === undefined ? null : typedPath(out, terminal.env);
  const failed = path === null ? null : await writtenTo(path, complianceCsv({ programme }, all, chosen));
  if (failed !== null) return failed;
  const outcome = path === null ? 'shown' : 'csv';
  await ports.audit.note({ verb: 'see-compliance', by: 'command-line', outcome, at: clock.now() });
  const people = (chosen?.members ?? all).map((one) => ({
    name: one.file.participant.name,
    members: [one],
  }));
  const whole =
    chosen === undefined
      ? rowsOf(all, groups, programme.academy)
      : [{ name: chosen.title, members: chosen.members }];
  const [figures, persons] = [whole.map(figuresOf), people.map(figuresOf)];
  const where = path === null ? '' : `\n\nIt is in ${path}`;
  return {
    ok: true,
    json: { cohort: cohort ?? null, groups: figures, people: persons, file: path },
    text: `Compliance: ${chosen?.title ?? programme.academy}\n\n${table([...figures, ...persons])}${where}`,
  };
}

/** `academy report compliance`: how the academy, or a cohort, keeps its year (M5), as a table or a sheet. */
export async function reportCompliance(typed: unknown, terminal: Terminal): Promise<Outcome> {
  const read = options.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  return withStore(terminal, 'write', (store) => report(store, read.data, terminal));
}
