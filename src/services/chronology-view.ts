import { dateAndTime, shortDate } from '../academy/wording.ts';
import { type Asker, permittedFile } from './asker.ts';
import { changeFile } from './change-file.ts';
import { type ChronologyLine, chronologyLines, readerOf } from './chronology-lines.ts';
import type { Needs } from './needs.ts';
import type { Submissions } from './submissions.ts';
import type { BoardView, LinkView, View } from './views.ts';

const shownAtOnce = 10;
/** How long an address of a file is good for. */
const addressHours = 48;

function rowOf(line: ChronologyLine, timeZone: string): BoardView['rows'][number] {
  const recorded =
    line.recordedAt === null ? 'from the roster' : `recorded ${dateAndTime(line.recordedAt, timeZone)}`;
  const by = line.who === '' ? recorded : `${line.who} · ${recorded}`;
  return {
    title: `${shortDate(line.on)}: ${line.what}`,
    tone: line.isSuperseded ? 'warning' : 'default',
    lines: [by, ...(line.isSuperseded ? ['Replaced by a later record'] : [])],
  };
}

async function downloads(
  { calendarLinks }: Pick<Needs, 'calendarLinks'>,
  asker: Asker,
  participantId: string,
): Promise<readonly LinkView[]> {
  const until = asker.now.add({ hours: addressHours });
  const target = {
    kind: 'chronology',
    participantId,
    personId: asker.person.id,
    askedAt: asker.now,
  } as const;
  const [pdf, csv] = await Promise.all([
    calendarLinks.to({ ...target, format: 'pdf' }, until),
    calendarLinks.to({ ...target, format: 'csv' }, until),
  ]);
  return [
    { title: 'Download as PDF', url: pdf ?? '' },
    { title: 'Download as CSV', url: csv ?? '' },
  ].filter(({ url }) => url !== '');
}

const linksNote =
  'The downloads work for whoever has their address, for two days. Each one is noted in the audit.';

/**
 * Somebody's chronology (P9, L5), or one's own (Q19): the newest ten entries, older ones on demand, and the whole as a file. Null for
 * whoever may not see it. That it was looked at is audited.
 */
export async function openChronology(
  needs: Needs,
  asker: Asker,
  { participantId, earlier }: Submissions['chronology-open'],
): Promise<View | null> {
  const wanted = participantId === '' ? (asker.person.participantId ?? '') : participantId;
  const versioned = await permittedFile(needs, asker, 'see-chronology', wanted);
  if (versioned === undefined) return null;
  const { file } = versioned;
  const audited = { fact: 'audited', verb: 'see-chronology', by: asker.person.id, outcome: 'shown' } as const;
  await changeFile(needs, versioned, asker.now, () => ({ facts: [audited], result: undefined }));
  const lines = (await chronologyLines(needs, file, readerOf(asker, file), asker.today)).toReversed();
  const passed = Math.min(Number(/^\d{1,5}$/.test(earlier) ? earlier : '0'), lines.length);
  const shown = lines.slice(passed, passed + shownAtOnce);
  const reached = passed + shown.length;
  const links = await downloads(needs, asker, wanted);
  const step = (title: string, count: number) => ({
    title,
    verb: 'chronology-open',
    data: { participantId: wanted, earlier: String(count) },
  });
  const heading =
    file.participant.personId === asker.person.id
      ? 'Your chronology'
      : `Chronology: ${file.participant.name}`;
  const data: BoardView = {
    heading,
    intro: `Entries ${passed + 1} to ${reached} of ${lines.length}, newest first.`,
    figures: null,
    rows: shown.map((line) => rowOf(line, needs.programme.timeZone)),
    more: links.length === 0 ? '' : linksNote,
    choose: null,
    links,
    actions: [
      ...(reached < lines.length ? [step('Show earlier entries', reached)] : []),
      ...(passed > 0 ? [step('Back to the newest', 0)] : []),
    ],
  };
  return { card: 'board', summary: `${heading}: ${lines.length} entries`, data };
}
