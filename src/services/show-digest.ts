import { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { countWords, longDate, whenWords } from '../academy/wording.ts';
import { isOverdue, type OpenItem, openItems } from './answer-dates.ts';
import { whatsNext } from './ask-buttons.ts';
import { type Asker, standing } from './asker.ts';
import type { Needs } from './needs.ts';
import { concernedWith } from './own-participants.ts';
import { may } from './permission.ts';
import type { Subject } from './ports.ts';
import { planOf } from './recordable-items.ts';
import { functionsTold, readerAt } from './reminder-now.ts';
import { message } from './short-answers.ts';
import type { ActionView, DigestView, View } from './views.ts';
import { changeReminders } from './welcome-and-help.ts';

/** A date of somebody's week, and whose it is. */
interface Dated {
  readonly open: OpenItem;
  readonly file: ParticipantFile;
  readonly isOwn: boolean;
}

/** Dates are told to the NQSW and to whoever leads them, as single reminders are; claims to the Academy Manager alone. */
function concerns({ programme }: Needs, asker: Asker, file: ParticipantFile): (item: PlanItem) => boolean {
  const held = functionsTold(asker, file);
  return ({ kind, lead }) =>
    programme.reminders.stages[kind].length > 0 &&
    (held.includes(lead) || (kind !== 'claim' && held.includes('nqsw')));
}

async function datesOf(needs: Needs, asker: Asker): Promise<readonly Dated[]> {
  const ids = await concernedWith(needs, asker.person);
  const files = await Promise.all(ids.map((id) => needs.files.load(id)));
  const dated = files.flatMap((versioned) => {
    if (versioned === undefined) return [];
    const { file } = versioned;
    const isTold = concerns(needs, asker, file);
    const isOwn = file.participant.personId === asker.person.id;
    return openItems(planOf(needs, file, asker.today), file)
      .filter(({ item }) => isTold(item))
      .map((open) => ({ open, file, isOwn }));
  });
  return dated.toSorted((a, b) => Temporal.PlainDate.compare(a.open.on, b.open.on));
}

const mostDates = 30;

type Line = DigestView['overdue'][number];

function lineOf(needs: Needs, today: Temporal.PlainDate): (dated: Dated) => Line {
  return ({ open, file, isOwn }) => ({
    title: open.rearranged ? `${open.item.title} (new date)` : open.item.title,
    who: isOwn ? '' : file.participant.name,
    when: whenWords(open.on, today, needs.calendar),
  });
}

function byDay(dates: readonly Dated[], toLine: (dated: Dated) => Line): DigestView['days'] {
  const grouped = Map.groupBy(dates, ({ open }) => longDate(open.on));
  return [...grouped].map(([day, items]) => ({ day, items: items.map(toLine) }));
}

const record: ActionView = {
  title: 'Record supervision',
  verb: 'record-open',
  data: { participantId: '', item: '', opens: 'new' },
};

function introOf(week: number, overdue: number): string {
  const late = overdue === 0 ? '' : `${overdue} overdue`;
  if (week === 0) return `Nothing new this week, but ${late}.`;
  return `${countWords(week, 'date')} this week${late === '' ? '' : `, and ${late}`}.`;
}

const nothingLeft = message(
  'Nothing is left of your week',
  ['Everything that this message named is done or has another date.'],
  { tone: 'good', actions: [whatsNext, changeReminders] },
);

/** Sunday of the week that a moment lies in. */
function lastDayOf(moment: string, timeZone: string): Temporal.PlainDate {
  const day = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.add({ days: 7 - day.dayOfWeek });
}

/**
 * Somebody's week in one message: what is overdue, then the dates up to Sunday by day (Q20). Undefined when there is
 * nothing in it, so that nobody is told that they have nothing to do.
 */
export async function showDigest(
  needs: Needs,
  { personId, moment }: Extract<Subject, { card: 'digest' }>,
  isStanding: boolean,
): Promise<View | undefined> {
  const person = await needs.people.byId(personId);
  if (person === undefined) return undefined;
  const asker = readerAt(needs, person);
  const { today } = asker;
  const { timeZone } = needs.programme;
  const until = lastDayOf(moment, timeZone);
  const dates = await datesOf(needs, asker);
  const overdue = dates.filter(({ open }) => isOverdue(open, today));
  const ahead = dates.filter(({ open }) => !isOverdue(open, today));
  const week = ahead.filter(({ open }) => Temporal.PlainDate.compare(open.on, until) <= 0);
  const all = [...overdue, ...week];
  if (all.length === 0) return isStanding ? nothingLeft : undefined;
  const listed = new Set(all.slice(0, mostDates));
  const toLine = lineOf(needs, today);
  const mayRecord = all.some(({ file }) => may('record-supervision', person.roles, standing(asker, file)));
  const day = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  const heading = `Your week from ${longDate(day)}`;
  return {
    card: 'digest',
    summary: `${heading}: ${introOf(week.length, overdue.length)}`,
    data: {
      heading,
      intro: introOf(week.length, overdue.length),
      overdue: overdue.filter((one) => listed.has(one)).map(toLine),
      days: byDay(
        week.filter((one) => listed.has(one)),
        toLine,
      ),
      more: all.length > mostDates ? `… and ${all.length - mostDates} more: ask “what’s next”` : '',
      actions: mayRecord ? [whatsNext, record, changeReminders] : [whatsNext, changeReminders],
    },
  };
}
