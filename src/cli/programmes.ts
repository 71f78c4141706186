import { arrangementWords } from '../academy/arrangement-words.ts';
import { parseProgramme } from '../academy/parse-programme.ts';
import type { Programme } from '../academy/programme.ts';
import { loadProgramme, presetIds, readProgrammeDocument } from '../storage/programme-files.ts';
import type { Failed, Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { counted, textTable } from './text-table.ts';
import { typedPath } from './typed-path.ts';

/** `academy programmes`: the presets that come with the product. */
export async function listProgrammes(): Promise<Outcome> {
  const loaded = await Promise.all(
    (await presetIds()).map(async (id) => ({ id, reading: await loadProgramme(id) })),
  );
  const programmes = loaded.map(({ id, reading }) =>
    reading.ok
      ? { id, council: reading.programme.council, academy: reading.programme.academy, valid: true }
      : { id, council: '', academy: '', valid: false },
  );
  const table = textTable(programmes, [
    { title: 'ID', cell: ({ id }) => id },
    { title: 'COUNCIL', cell: ({ council }) => council },
    {
      title: 'ACADEMY',
      cell: ({ academy, valid }) => (valid ? academy : 'has faults: run programmes check'),
    },
  ]);
  return { ok: true, json: { programmes }, text: table };
}

/** What belongs to the year beside its series, and whether the plan dates it. */
const arrangementsOf = ({ arrangements }: Programme) =>
  arrangements.map(({ id, title, inPlan, when }) => ({ id, title, inPlan, when: arrangementWords(when) }));

function arrangementTable(programme: Programme): string[] {
  const arrangements = arrangementsOf(programme);
  if (arrangements.length === 0) return [];
  const table = textTable(arrangements, [
    { title: 'ARRANGEMENT', cell: ({ id }) => id },
    { title: 'WHAT', cell: ({ title }) => title },
    { title: 'WHEN', cell: ({ when }) => when },
    { title: 'IN THE PLAN', cell: ({ inPlan }) => (inPlan ? 'yes' : 'no') },
  ]);
  return ['', table];
}

/** The topics of the handbook, and whose words they are. */
const topicsOf = ({ guidance }: Programme, inherited: readonly string[]) =>
  guidance.map(({ id, title }) => ({ id, title, inherited: inherited.includes(id) }));

function topicTable(topics: ReturnType<typeof topicsOf>): string[] {
  if (topics.length === 0) return [];
  const table = textTable(topics, [
    { title: 'TOPIC', cell: ({ id }) => id },
    { title: 'TITLE', cell: ({ title }) => title },
    {
      title: 'IN THE WORDS OF',
      cell: ({ inherited }) => (inherited ? 'the programme extended' : 'this file'),
    },
  ]);
  return ['', table];
}

/** `academy programmes check`: a council's own file, every fault by path. */
export async function checkProgramme(file: string, terminal: Terminal): Promise<Outcome> {
  const presets = await presetIds();
  const read = await readProgrammeDocument(presets.includes(file) ? file : typedPath(file, terminal.env));
  const parsed = read.ok ? parseProgramme(read.document, read.inherited) : read;
  if (!parsed.ok) {
    const failed: Failed = {
      ok: false,
      exit: 1,
      code: read.ok ? 'programme-faults' : 'programme-unreadable',
      message: read.ok
        ? `${file} has ${counted(parsed.faults.length, 'fault', 'faults')}`
        : `${file} cannot be read as a programme`,
      // After the first slip in YAML the others are mostly its echo.
      points: (read.ok ? parsed.faults : parsed.faults.slice(0, 1)).map(({ path, message }) =>
        `${path} ${message}`.trim(),
      ),
      details: { faults: parsed.faults },
    };
    return failed;
  }
  const { programme, notes } = parsed;
  const { id, council, series, reviews } = programme;
  const topics = topicsOf(programme, read.ok ? read.inherited.topics : []);
  const summary = `${file} is in order: ${id}, ${council}, ${counted(series.length, 'series', 'series')}, ${counted(reviews.length, 'review', 'reviews')}`;
  return {
    ok: true,
    json: { ok: true, file, id, council, notes, arrangements: arrangementsOf(programme), topics },
    text: [
      summary,
      ...notes.map(({ path, message }) => `Note: ${path} ${message}`),
      ...arrangementTable(programme),
      ...topicTable(topics),
    ].join('\n'),
  };
}
