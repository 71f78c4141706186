/** Records that somebody is to agree with, owed in a store which other processes send from. */
import type { Temporal } from 'temporal-polyfill';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { type Academy, openAcademy } from '../../src/open-academy.ts';
import type { Fact, Person } from '../../src/services/ports.ts';

/** Where the processes keep their rows: the same settings for all of them. */
export type Store = Readonly<Record<string, string>>;

export async function openStore(store: Store): Promise<Academy> {
  const reading = readConfig({ ...store, PORT: '0' });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return openAcademy(reading.config, createLog('silent'));
}

/** Which records: `until` is no longer among them, `each` are one participant's. */
export interface OwedNumbers {
  readonly from: number;
  readonly until: number;
  readonly each: number;
}

/** Records that their NQSWs are to agree with: the notices stand in the participants' files, owed since now. */
export async function owe(
  academy: Academy,
  { from, until, each }: OwedNumbers,
  serviceUrl: string,
): Promise<void> {
  const { ports, clock } = academy;
  const at = clock.now();
  const startOn = at.toZonedDateTimeISO('Europe/London').toPlainDate();
  for (let first = from; first < until; first += each) {
    const id = `participant-${first}`;
    const person: Person = {
      id: `person-${first}`,
      email: `nqsw.${first}@example.org`,
      name: `Nqsw ${first}`,
      roles: ['nqsw'],
      team: 'North',
      entraId: `entra-${first}`,
      nonWorkingDays: [],
      participantId: id,
    };
    const participant = { id, personId: person.id, name: person.name, cohort: 'Autumn', team: 'North' };
    const enrolled = { ...participant, startOn, fte: 1, contractedHours: 37 };
    await ports.roster.save([person], [{ participant: enrolled, allocations: [] }]);
    await ports.addresses.savePerson({
      entraId: `entra-${first}`,
      personId: person.id,
      tenantId: 'tenant',
      serviceUrl,
      conversationId: `a:${first}`,
      userId: `29:${first}`,
      botId: '28:bot',
      status: 'reachable',
      welcomedAt: at,
      seenAt: at,
    });
    const file = await ports.files.load(id);
    if (file === undefined) throw new Error('The file is missing.');
    const numbers = Array.from({ length: Math.min(each, until - first) }, (_, n) => first + n);
    const facts = numbers.flatMap((n) => factsOf(n, n - first + 1, id, person.id, startOn, at));
    if ((await ports.files.commit(id, file.version, facts, at)) !== 'committed') throw new Error('conflict');
    await academy.alarms.participant(id, at);
  }
}

function factsOf(
  n: number,
  session: number,
  participantId: string,
  personId: string,
  heldOn: Temporal.PlainDate,
  at: Temporal.Instant,
): readonly Fact[] {
  const recordId = `owed-${n}`;
  const subject = { card: 'confirm-record', participantId, recordId } as const;
  const notice = {
    key: recordId,
    recipient: { kind: 'person', personId },
    subject,
    mode: 'show',
    owedAt: at,
  } as const;
  const record = {
    recordId,
    item: `reflective-supervision-${session}`,
    recordedBy: 'person-0',
    recordedByName: 'Nqsw 0',
    recordedAt: at,
    submissionId: `submission-${n}`,
    outcome: 'held',
    heldOn,
    minutes: 90,
    mode: 'remote',
    themes: [],
    childFile: 'yes',
    templateUsed: true,
    coWorkerRecorded: false,
    actions: [],
  } as const;
  return [
    { fact: 'session-recorded', record },
    { fact: 'notice-owed', notice },
  ];
}
