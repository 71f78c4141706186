import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import { dateAndTime, longDate, shortDate } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import { standing } from './asker.ts';
import { changeFile } from './change-file.ts';
import { type ChronologyLine, chronologyLines, readerOf } from './chronology-lines.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { CalendarTarget } from './ports.ts';
import { printCsv } from './print-csv.ts';

/** A file to be kept by whoever asked for it. */
export interface DownloadedFile {
  readonly name: string;
  readonly type: 'text/csv' | 'application/pdf';
  readonly content: Uint8Array;
}

const header = ['happened on', 'what', 'recorded by', 'recorded at', 'replaced'];

function localTime(at: Temporal.Instant, timeZone: string): string {
  return at
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}

/** The chronology as a sheet: dates as ISO, times on the academy's wall clock; no cell is taken for a formula. */
export function chronologyCsv(lines: readonly ChronologyLine[], timeZone: string): string {
  const rows = lines.map(({ on, what, who, recordedAt, isSuperseded }) => [
    on.toString(),
    what,
    who,
    recordedAt === null ? '' : localTime(recordedAt, timeZone),
    isSuperseded ? 'yes' : '',
  ]);
  return printCsv(header, rows);
}

/** Who asked for a file and when: it stands on every page. */
export interface Asked {
  readonly by: string;
  readonly at: Temporal.Instant;
}

const columns = ['Date', 'What', 'Recorded by', 'Recorded'].map((text) => ({ text, style: 'head' }));

/** "14 Sep 2026, 16:00": the weekday of an entry is not what anybody looks for, and the line stays short. */
function shortTime(at: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  const [, ...day] = shortDate(local.toPlainDate()).split(' ');
  return `${day.join(' ')}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

function pdfRow(
  { on, what, who, recordedAt, isSuperseded }: ChronologyLine,
  timeZone: string,
  headlineLevel: number,
) {
  const replaced = isSuperseded ? [{ text: '\nReplaced by a later record', italics: true }] : [];
  return [
    { text: shortDate(on), noWrap: true, headlineLevel },
    { text: [what, ...replaced] },
    who,
    { text: recordedAt === null ? 'from the roster' : shortTime(recordedAt, timeZone), noWrap: true },
  ];
}

/** A part of the document as pdfmake has laid it out; `pages` is how many there are in all. */
interface PlacedPart {
  readonly headlineLevel?: number;
  readonly pageNumbers: readonly number[];
  readonly pages: number;
}

/** Beside the row that did not fit on the page before, which pdfmake counts to that page. */
const fewestOnLastPage = 2;
/** Room at the foot of a page, in points: more of it sends more rows on to the next. */
const bottoms = [60, 84, 108, 132] as const;

/** Sets the document, and anew with more room at the foot while its last page would hold no more than a row or two. */
async function withoutOrphans(
  setWith: (bottom: number) => Promise<{ readonly content: Uint8Array; readonly onLast: number }>,
): Promise<Uint8Array> {
  const [first, ...others] = bottoms;
  let set = await setWith(first);
  for (const bottom of others) {
    if (set.onLast >= fewestOnLastPage) break;
    set = await setWith(bottom);
  }
  return set.content;
}

/** The chronology set for paper: A4, the heads of the columns on each page, no entry torn apart, pages numbered. */
export async function chronologyPdf(
  programme: Programme,
  file: ParticipantFile,
  lines: readonly ChronologyLine[],
  asked: Asked,
): Promise<Uint8Array> {
  // Imported only now: it is large, and few processes ever set a page.
  const [{ default: pdfmake }, { default: fonts }] = await Promise.all([
    import('pdfmake'),
    import('pdfmake/fonts/Roboto.js'),
  ]);
  const paths = new Set(Object.values(fonts.Roboto));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => paths.has(path));
  const { name, cohort, startOn } = file.participant;
  const { timeZone, academy } = programme;
  const when = dateAndTime(asked.at, timeZone);
  const begun = startOn === null ? 'not started' : `started on ${longDate(startOn)}`;
  const documentWith = (bottom: number, onLast: Set<number>) => ({
    info: { title: `Chronology: ${name}`, author: academy, subject: 'Chronology of support and supervision' },
    language: 'en-GB',
    pageSize: 'A4',
    pageMargins: [48, 56, 48, bottom],
    // Asked of every part once it has its place: the rows are told by their numbers.
    pageBreakBefore: ({ headlineLevel, pageNumbers, pages }: PlacedPart) => {
      if (headlineLevel !== undefined && pageNumbers.includes(pages)) onLast.add(headlineLevel);
      return false;
    },
    content: [
      { text: `Chronology: ${name}`, style: 'title' },
      { text: `${academy} · ${cohort} · ${begun}`, margin: [0, 0, 0, 2] },
      {
        text: `Asked for by ${asked.by} on ${when}. ${lines.length} entries, oldest first.`,
        margin: [0, 0, 0, 12],
      },
      {
        layout: 'lightHorizontalLines',
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          widths: [72, '*', 92, 82],
          body: [columns, ...lines.map((line, at) => pdfRow(line, timeZone, at + 1))],
        },
      },
    ],
    footer: (page: number, pages: number) => ({
      margin: [48, 16, 48, 0],
      fontSize: 8,
      columns: [
        { text: `${name} · asked for by ${asked.by} on ${when}`, width: '*' },
        { text: `Page ${page} of ${pages}`, alignment: 'right', width: 80 },
      ],
    }),
    defaultStyle: { fontSize: 9, lineHeight: 1.15 },
    styles: { title: { fontSize: 18, bold: true, margin: [0, 0, 0, 4] }, head: { bold: true } },
  });
  return withoutOrphans(async (bottom) => {
    const onLast = new Set<number>();
    const content = await pdfmake.createPdf(documentWith(bottom, onLast)).getBuffer();
    return { content, onLast: onLast.size };
  });
}

const fileName = (name: string) =>
  `chronology-${name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}`;

/**
 * The file that an address stands for, as the chronology stands now; undefined when whoever it was made for may no
 * longer see it. Each time it is fetched stands in the audit.
 */
export async function chronologyDownload(
  needs: Needs,
  target: Extract<CalendarTarget, { kind: 'chronology' }>,
  now: Temporal.Instant,
): Promise<DownloadedFile | undefined> {
  const [versioned, person] = await Promise.all([
    needs.files.load(target.participantId),
    needs.people.byId(target.personId),
  ]);
  if (versioned === undefined || person === undefined) return undefined;
  const today = now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const asker: Asker = { person, now, today };
  const { file } = versioned;
  if (!may('see-chronology', person.roles, standing(asker, file))) return undefined;
  const audited = { fact: 'audited', verb: 'see-chronology', by: person.id, outcome: target.format } as const;
  await changeFile(needs, versioned, now, () => ({ facts: [audited], result: undefined }));
  return fileFor(needs, asker, file, target);
}

async function fileFor(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  { format, askedAt }: Extract<CalendarTarget, { kind: 'chronology' }>,
): Promise<DownloadedFile> {
  const { programme } = needs;
  const reader = { ...readerOf(asker, file), isForFile: true };
  const lines = await chronologyLines(needs, file, reader, asker.today);
  const name = `${fileName(file.participant.name)}.${format}`;
  if (format === 'csv') {
    const content = new TextEncoder().encode(chronologyCsv(lines, programme.timeZone));
    return { name, type: 'text/csv', content };
  }
  const asked = { by: asker.person.name, at: askedAt };
  return { name, type: 'application/pdf', content: await chronologyPdf(programme, file, lines, asked) };
}
