/** An item of a year in somebody's own calendar: as a Teams meeting to be filled in, or as a file. */
import { Temporal } from 'temporal-polyfill';
import { leadOn } from '../academy/holding.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { type Asker, standing } from './asker.ts';
import { type CalendarTime, calendarFile } from './calendar-file.ts';
import { sessionCalendar } from './learning-set-calendar.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { CalendarTarget, Person } from './ports.ts';
import { planOf } from './recordable-items.ts';
import type { CalendarLinksView } from './views.ts';

/** What takes an hour or two of two people's day, and needs a time that nobody but they can choose. */
const isMeeting = new Set<PlanItem['kind']>(['supervision', 'review']);
/** Filled in as a start: most sessions are held in the morning. */
const usualStart = '10:00';

/** How long an address of a calendar file is good for. */
const addressDays = 14;

const startOf = (on: Temporal.PlainDate, { programme }: Pick<Needs, 'programme'>) =>
  on.toZonedDateTime({ timeZone: programme.timeZone, plainTime: Temporal.PlainTime.from(usualStart) });

function timeOf(needs: Pick<Needs, 'programme'>, item: PlanItem, on: Temporal.PlainDate): CalendarTime {
  if (item.kind !== 'supervision') return { on };
  const from = startOf(on, needs).toInstant();
  return { from, minutes: needs.programme.supervision.minimumMinutes };
}

/** For whoever supports somebody the name tells one "Reflective supervision 3" from another. */
const titleFor = (file: ParticipantFile, item: PlanItem, person: Pick<Person, 'id'>) =>
  file.participant.personId === person.id ? item.title : `${item.title}: ${file.participant.name}`;

/** The others who take part, by e-mail, for the invitation. */
async function invited(
  needs: Pick<Needs, 'people'>,
  file: ParticipantFile,
  item: PlanItem,
  person: Person,
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  const ids = [file.participant.personId, leadOn(file, item, today)?.personId];
  const others = [...new Set(ids)].filter((id) => id !== undefined && id !== person.id);
  const people = await Promise.all(others.map((id) => needs.people.byId(id ?? '')));
  return people.filter((one) => one !== undefined).map(({ email }) => email);
}

async function meetingLink(
  needs: Pick<Needs, 'people' | 'programme'>,
  file: ParticipantFile,
  item: PlanItem & { readonly due: Temporal.PlainDate },
  person: Person,
  today: Temporal.PlainDate,
): Promise<string> {
  const start = startOf(item.due, needs);
  const end = start.add({ minutes: needs.programme.supervision.minimumMinutes });
  const iso = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never' });
  const fields = {
    subject: titleFor(file, item, person),
    startTime: iso(start),
    endTime: iso(end),
    attendees: (await invited(needs, file, item, person, today)).join(','),
  };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://teams.microsoft.com/l/meeting/new?${query.join('&')}`;
}

const hasDate = (item: PlanItem): item is PlanItem & { readonly due: Temporal.PlainDate } =>
  item.due !== null;

/** The ways into a calendar that a reader is offered for an item; null where there is none. */
export async function calendarLinksFor(
  needs: Pick<Needs, 'people' | 'programme' | 'calendarLinks'>,
  file: ParticipantFile,
  item: PlanItem,
  person: Person,
  at: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<CalendarLinksView | null> {
  if (!hasDate(item)) return null;
  const target = {
    kind: 'item',
    participantId: file.participant.id,
    item: item.id,
    personId: person.id,
  } as const;
  const fileUrl = await needs.calendarLinks.to(target, at.now.add({ hours: 24 * addressDays }));
  const meets = isMeeting.has(item.kind);
  if (!meets && fileUrl === null) return null;
  const pick = meets
    ? `The programme gives the day, not the time: ${usualStart} is filled in. Pick the time in your calendar.`
    : 'It goes into your calendar as a whole day.';
  return {
    hint: fileUrl === null ? pick : `${pick} The calendar file can be fetched for ${addressDays} days.`,
    meetingUrl: meets ? await meetingLink(needs, file, item, person, at.today) : '',
    fileUrl: fileUrl ?? '',
  };
}

/** Who takes part, a line each: names, and nothing of what is talked about. */
function takingPart(
  needs: Pick<Needs, 'programme'>,
  file: ParticipantFile,
  item: PlanItem,
  today: Temporal.PlainDate,
) {
  const { titles } = needs.programme;
  const lead = leadOn(file, item, today);
  const named = `${titles.nqsw}: ${file.participant.name}`;
  return lead === undefined ? [named] : [named, `${titles[item.lead]}: ${lead.name}`];
}

/** The asker's file, when their calendar may hold dates of it. */
async function readable(
  needs: Needs,
  { participantId, personId }: Extract<CalendarTarget, { kind: 'item' }>,
  today: Temporal.PlainDate,
) {
  const [versioned, person] = await Promise.all([
    needs.files.load(participantId),
    needs.people.byId(personId),
  ]);
  if (versioned === undefined || person === undefined) return undefined;
  const { file } = versioned;
  const asker: Asker = { person, now: needs.clock.now(), today };
  return may('answer-reminder', person.roles, standing(asker, file)) ? { file, person } : undefined;
}

/**
 * The calendar file that an address stands for, as the item stands now; undefined when the address is not ours or past
 * its time, and when whoever it was made for has no part in the item any more.
 */
export async function answerCalendar(needs: Needs, token: string): Promise<string | undefined> {
  const now = needs.clock.now();
  const today = now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const target = await needs.calendarLinks.read(token, now);
  if (target?.kind === 'learning-set') return sessionCalendar(needs, target, now);
  if (target?.kind !== 'item') return undefined;
  const read = await readable(needs, target, today);
  if (read === undefined) return undefined;
  const { file, person } = read;
  const item = planOf(needs, file, today).items.find(({ id }) => id === target.item);
  if (item === undefined || !hasDate(item)) return undefined;
  const date = 'The date comes from the programme.';
  const entry = {
    id: `${file.participant.id}.${item.id}`,
    title: titleFor(file, item, person),
    details: [...takingPart(needs, file, item, today), date].join('\n'),
    time: timeOf(needs, item, item.due),
    isCancelled: item.status === 'cancelled',
  };
  return calendarFile(needs.programme.academy, [entry], now);
}
