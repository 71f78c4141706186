/** What is kept of one member of a group: whether they were there, or that there was no session. */
import type { Temporal } from 'temporal-polyfill';
import type { Entered } from '../academy/assessment.ts';
import { attendanceAt, attendedItem } from '../academy/attendance.ts';
import type { NotHeldReason } from '../academy/not-held.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import type { Series } from '../academy/programme.ts';
import { isHeldBy } from '../academy/recording.ts';
import type { Attended, YearEntry } from '../academy/year-entry.ts';
import { type Asker, standing } from './asker.ts';
import type { Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact, Person } from './ports.ts';
import { planOf } from './recordable-items.ts';
import { yearFacts, yearNotices } from './year-form.ts';

/** What came of it for one of them. */
export interface Kept {
  readonly name: string;
  readonly is: 'there' | 'not-there' | 'not-held' | 'not-due' | 'not-yours';
}

/** What is said of each member of a group. */
export interface Attending {
  readonly series: Series;
  readonly on: Temporal.PlainDate;
  readonly attended: boolean;
  /** Why there was no session; null where there was one. */
  readonly because: NotHeldReason | null;
  readonly rearrangedOn: Temporal.PlainDate | null;
  readonly submissionId: string;
}

export function isLed(asker: Asker, { lead }: Series, file: ParticipantFile): boolean {
  if (lead === 'academy-manager') return asker.person.roles.includes('academy-manager');
  return standing(asker, file).some((one) => isHeldBy(lead, one));
}

function attendedAct(item: string, { on, attended, because, rearrangedOn }: Attending): Attended {
  return {
    entry: 'attendance',
    item,
    on,
    attended,
    ...(because === null ? {} : { because }),
    ...(because === null || rearrangedOn === null ? {} : { rearrangedOn }),
  };
}

const saysSame = (one: Attended, other: Attended) =>
  one.attended === other.attended &&
  one.because === other.because &&
  one.on.equals(other.on) &&
  String(one.rearrangedOn) === String(other.rearrangedOn);

/** A message about an entry that another takes the place of is brought up to date where it is shown. */
function replacedNotice(
  file: ParticipantFile,
  before: Attended & Entered,
  after: YearEntry,
): readonly Fact[] {
  const { id: participantId, personId } = file.participant;
  const notice = {
    key: `year~${after.entryId}~replaced~${before.entryId}`,
    recipient: { kind: 'person', personId },
    subject: { card: 'year-entry', participantId, entryId: before.entryId },
    mode: 'refresh',
    owedAt: after.at,
  } as const;
  return [{ fact: 'notice-owed', notice }];
}

/** Whether they may say it still, and lead the series for this NQSW, as the file now stands. */
const isStillTheirs = (asker: Asker, series: Series, file: ParticipantFile) =>
  may('record-attendance', asker.person.roles, standing(asker, file)) && isLed(asker, series, file);

function attendingFacts(
  file: ParticipantFile,
  nqsw: Person | undefined,
  before: (Attended & Entered) | undefined,
  entry: Attended & Entered,
): readonly Fact[] {
  const subject = { card: 'year-entry', participantId: file.participant.id, entryId: entry.entryId } as const;
  return [
    ...yearFacts(file, [entry]),
    ...(entry.attended || nqsw === undefined ? [] : yearNotices([nqsw], entry, subject)),
    ...(before === undefined || before.attended ? [] : replacedNotice(file, before, entry)),
  ];
}

const cameTo = ({ attended, because }: Attending): Kept['is'] =>
  attended ? 'there' : because === null ? 'not-there' : 'not-held';

/** One member's file as it stands when the attendance reaches it: kept once, by whoever leads the session for them then. */
export function decideAttending(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  nqsw: Person | undefined,
  said: Attending,
): Decision<Kept> {
  const { series, on, submissionId } = said;
  const { name } = file.participant;
  const only = (is: Kept['is']): Decision<Kept> => ({ facts: [], result: { name, is } });
  // Whoever changed the file meanwhile may have given the function to somebody else.
  if (!isStillTheirs(asker, series, file)) return only('not-yours');
  const item = attendedItem(planOf(needs, file, asker.today).items, file, series.id, on);
  const counts = recordStanding(planInputOf(file, needs.programme.timeZone), on, asker.today) === 'counts';
  if (item === undefined || !counts) return only('not-due');
  const before = attendanceAt(file, item.id);
  const act = attendedAct(item.id, said);
  const isSame = before !== undefined && saysSame(before, act);
  if (isSame || file.submissions.has(submissionId)) return only(cameTo(said));
  const entered = { entryId: needs.newId(), by: asker.person.id, byName: asker.person.name, at: asker.now };
  const entry = { ...act, ...entered };
  return {
    facts: [
      ...attendingFacts(file, nqsw, before, entry),
      { fact: 'submission-kept', submissionId, made: entry.entryId },
    ],
    result: { name, is: cameTo(said) },
  };
}
