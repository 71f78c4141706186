/** Days going by in a simulated academy: in the afternoon people record what they are taken to, and deal with alerts. */
import { Temporal } from 'temporal-polyfill';
import type { ParticipantFile, SessionRecord } from '../academy/participant-file.ts';
import { recordedAct } from '../academy/recorded-act.ts';
import { recordingIn } from '../academy/recording.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import type { YearAct } from '../academy/year-entry.ts';
import { isInForce } from '../services/asker.ts';
import { changeFile } from '../services/change-file.ts';
import type { ParticipantChange, PersonChange } from '../services/import-roster.ts';
import type { Fact, Person } from '../services/ports.ts';
import { recordFacts } from '../services/record-facts.ts';
import { type AssumedRecord, type Assumption, assumedRecords } from './assumed-records.ts';
import type { SimulatedAcademy } from './simulated-academy.ts';

export interface SimulatedTime {
  /** Civil days, both included. */
  readonly fromOn: Temporal.PlainDate;
  readonly toOn: Temporal.PlainDate;
  readonly assume: Assumption;
  readonly seed: number;
}

interface Enrolled {
  readonly participants: readonly ParticipantChange[];
  readonly people: readonly PersonChange[];
}

/** After the hour of reminders, and within the sending hours of every preset. */
const afternoon = '16:00';
const sessionMinutes = 90;
/** With its notices and its audit a record is a few rows of the hundred of a transaction. */
const recordsTogether = 10;

type ByDay = ReadonlyMap<
  string,
  readonly { readonly participantId: string; readonly record: AssumedRecord }[]
>;

function recordsByDay(
  { needs }: SimulatedAcademy,
  { participants, people }: Enrolled,
  { assume, seed }: SimulatedTime,
): ByDay {
  const emailOf = new Map(people.map(({ person }) => [person.participantId, person.email]));
  const all = participants.flatMap(({ participant: { id }, plan }) => {
    const chance = { name: emailOf.get(id) ?? id, seed, calendar: needs.calendar };
    return assumedRecords(plan, assume, chance).map((record) => ({ participantId: id, record }));
  });
  return Map.groupBy(all, ({ record }) => record.on.toString());
}

/** Whoever leads an item on a day; undefined when nobody does: then nobody records it. */
async function leaderOf(
  { needs, ports }: SimulatedAcademy,
  { participant, allocations }: ParticipantFile,
  lead: AcademyFunction,
  on: Temporal.PlainDate,
): Promise<Person | undefined> {
  if (lead === 'nqsw') return needs.people.byId(participant.personId);
  if (lead === 'academy-manager' || lead === 'head-of-academy') return (await ports.people.withRole(lead))[0];
  const held = allocations.find((one) => one.function === lead && isInForce(one, on));
  return held === undefined ? undefined : needs.people.byId(held.personId);
}

function recordOf(
  { needs }: SimulatedAcademy,
  by: Person,
  { item, outcome, on }: AssumedRecord,
): SessionRecord {
  const base = {
    recordId: needs.newId(),
    item: item.id,
    recordedBy: by.id,
    recordedByName: by.name,
    recordedAt: needs.clock.now(),
    submissionId: needs.newId(),
  };
  if (outcome === 'did-not-happen')
    return { ...base, outcome, reason: 'other', rearrangedOn: on.add({ days: 7 }) };
  return {
    ...base,
    outcome,
    heldOn: on,
    minutes: sessionMinutes,
    mode: 'face-to-face',
    themes: [],
    childFile: 'no-case-discussed',
    templateUsed: true,
    coWorkerRecorded: false,
    actions: [],
  };
}

/** A session that is kept by its day alone, or as attendance, asks nobody to agree. */
function entryFact(
  { needs }: SimulatedAcademy,
  { entries }: ParticipantFile,
  by: Person,
  act: YearAct,
): Fact {
  const entered = { entryId: needs.newId(), by: by.id, byName: by.name, at: needs.clock.now() };
  return { fact: 'year-entered', entry: { ...act, ...entered }, position: entries.length };
}

/** What is entered at one moment keeps an order. */
const inOrder = (fact: Fact, index: number): Fact =>
  fact.fact === 'year-entered' ? { ...fact, position: fact.position + index } : fact;

async function keep(
  academy: SimulatedAcademy,
  participantId: string,
  factsOf: (file: ParticipantFile) => Promise<readonly Fact[]>,
): Promise<void> {
  const versioned = await academy.needs.files.load(participantId);
  if (versioned === undefined) return;
  const facts = await factsOf(versioned.file);
  await changeFile(academy.needs, versioned, academy.needs.clock.now(), () => ({ facts, result: undefined }));
}

/** The facts of one record; what was recorded before the simulation began is news to nobody. */
async function factsOf(
  academy: SimulatedAcademy,
  file: ParticipantFile,
  assumed: AssumedRecord,
  isNews: boolean,
): Promise<readonly Fact[]> {
  const by = await leaderOf(academy, file, assumed.item.lead, assumed.on);
  if (by === undefined) return [];
  const recording = recordingIn(academy.needs.programme, assumed.item.series);
  const act = recordedAct(recording, assumed.item, assumed.on, assumed.outcome === 'held');
  if (act !== null) return [entryFact(academy, file, by, act)];
  // Of a session kept by its day alone, that it was not held is said by nobody.
  if (recording === 'date-only') return [];
  const record = recordOf(academy, by, assumed);
  const asksForConsent = isNews && assumed.item.kind === 'supervision';
  return asksForConsent ? recordFacts(file, record, []) : [{ fact: 'session-recorded', record }];
}

async function recordAll(
  academy: SimulatedAcademy,
  records: readonly { readonly participantId: string; readonly record: AssumedRecord }[],
  isNews: boolean,
): Promise<void> {
  for (const [participantId, own] of Map.groupBy(records, (one) => one.participantId)) {
    for (let first = 0; first < own.length; first += recordsTogether) {
      await keep(academy, participantId, async (file) => {
        const together = own.slice(first, first + recordsTogether);
        return (await Promise.all(together.map(({ record }) => factsOf(academy, file, record, isNews))))
          .flat()
          .map(inOrder);
      });
    }
  }
}

/** An Academy Manager acknowledges every alert on the day on which it is posted, so that none is posted again. */
async function acknowledgeAll(academy: SimulatedAcademy, from: number): Promise<void> {
  const [manager] = await academy.ports.people.withRole('academy-manager');
  if (manager === undefined) return;
  const subjects = academy.sent.slice(from).map(({ subject }) => subject);
  const alerts = subjects.flatMap((subject) => (subject.card === 'overdue-alert' ? [subject] : []));
  const acknowledged = { by: manager.id, name: manager.name, at: academy.needs.clock.now() };
  for (const [participantId, own] of Map.groupBy(alerts, (one) => one.participantId)) {
    const ids = new Set(own.map(({ alertId }) => alertId));
    await keep(academy, participantId, async ({ overdueAlerts }) =>
      overdueAlerts
        .filter(({ alertId, acknowledged: known }) => ids.has(alertId) && known === null)
        .map((alert) => ({ fact: 'overdue-alert-changed', alert: { ...alert, acknowledged } })),
    );
  }
}

const startOf = (on: Temporal.PlainDate, timeZone: string) => on.toZonedDateTime(timeZone).toInstant();

/** Lets the time go by. `onDay` is told of each day as it begins. */
export async function simulateTime(
  academy: SimulatedAcademy,
  enrolled: Enrolled,
  time: SimulatedTime,
  onDay: (on: Temporal.PlainDate) => void,
): Promise<void> {
  const { timeZone } = academy.needs.programme;
  const byDay = recordsByDay(academy, enrolled, time);
  const earlier = [...byDay].filter(([on]) => on < time.fromOn.toString()).flatMap(([, records]) => records);
  await recordAll(academy, earlier, false);
  let seen = 0;
  for (let on = time.fromOn; Temporal.PlainDate.compare(on, time.toOn) <= 0; on = on.add({ days: 1 })) {
    onDay(on);
    await academy.until(on.toZonedDateTime({ timeZone, plainTime: afternoon }).toInstant());
    await acknowledgeAll(academy, seen);
    seen = academy.sent.length;
    await recordAll(academy, byDay.get(on.toString()) ?? [], true);
  }
  // The end itself is the first moment that no longer counts.
  await academy.until(startOf(time.toOn.add({ days: 1 }), timeZone).subtract({ nanoseconds: 1 }));
}
