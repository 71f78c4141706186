/** Worker processes of the bot over one store, killed or told to stop while they send; a connector that counts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { type Academy, openAcademy } from '../../src/open-academy.ts';
import type { Fact, Person } from '../../src/services/ports.ts';
import { keysOf } from '../../src/storage/keys.ts';
import type { Chance } from '../simulation/seeded.ts';

/** Where the processes keep their rows: the same settings for all of them. */
export type Store = Readonly<Record<string, string>>;

/** Takes every message and remembers which records it asked about. */
interface CountingConnector {
  readonly url: string;
  readonly posts: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

async function startCountingConnector(): Promise<CountingConnector> {
  const posts = new Map<string, number>();
  let ids = 0;
  const server: Server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const record = /"recordId":"(owed-\d+)"/.exec(text)?.[1];
    if (record !== undefined && request.method === 'POST') posts.set(record, (posts.get(record) ?? 0) + 1);
    await wait(5);
    response.writeHead(201, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ id: `activity-${++ids}` }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    posts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function openStore(store: Store): Promise<Academy> {
  const reading = readConfig({ ...store, PORT: '0' });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return openAcademy(reading.config, createLog('silent'));
}

const perParticipant = 20;

/** Records that their NQSWs are to agree with: the notices stand in the participants' files, owed since now. */
async function owe(academy: Academy, notices: number, serviceUrl: string): Promise<void> {
  const { ports, clock } = academy;
  const at = clock.now();
  const startOn = at.toZonedDateTimeISO('Europe/London').toPlainDate();
  for (let first = 0; first < notices; first += perParticipant) {
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
    const numbers = Array.from({ length: Math.min(perParticipant, notices - first) }, (_, n) => first + n);
    const facts = numbers.flatMap((n) => factsOf(n, id, person.id, startOn, at));
    if ((await ports.files.commit(id, file.version, facts, at)) !== 'committed') throw new Error('conflict');
    await academy.alarms.participant(id, at);
  }
}

function factsOf(
  n: number,
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
    item: `reflective-supervision-${(n % perParticipant) + 1}`,
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

/** Whether a record is still waiting to be shown, in its file or in a lane. */
async function isAnythingLeft(academy: Academy): Promise<boolean> {
  const owed = { table: 'participants', partition: { from: ' ', to: '~' }, rows: keysOf('owed') } as const;
  const waiting = { table: 'outbox', partition: { from: ' ', to: '~' }, rows: keysOf('pending') } as const;
  for (const range of [owed, waiting]) {
    for await (const { rowKey } of academy.storage.tables.range(range)) {
      if (rowKey.includes('~owed-')) return true;
    }
  }
  return false;
}

async function ambiguousIn(academy: Academy): Promise<number> {
  const ledger = { table: 'outbox', partition: { from: ' ', to: '~' }, rows: keysOf('notice') } as const;
  let ambiguous = 0;
  for await (const { body } of academy.storage.tables.range(ledger)) {
    if ((body as { readonly ambiguous?: boolean }).ambiguous === true) ambiguous += 1;
  }
  return ambiguous;
}

class Workers {
  readonly #env: Store;
  readonly #children = new Set<ChildProcess>();

  constructor(store: Store) {
    const { PATH = '' } = process.env;
    this.#env = { PATH, PORT: '0', ROLES: 'worker', LOG_LEVEL: 'silent', NODE_ENV: 'development', ...store };
  }

  start(): void {
    const child = spawn(process.execPath, ['src/main.ts', '--no-playground', '--no-demo'], {
      env: { ...this.#env },
      stdio: 'ignore',
    });
    this.#children.add(child);
    child.once('exit', () => this.#children.delete(child));
  }

  /** One of them, without warning or asked to end; how many milliseconds it took. */
  async end(chance: Chance, signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    const child = chance.pick([...this.#children]);
    const asked = performance.now();
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return performance.now() - asked;
  }

  async stop(): Promise<void> {
    const all = [...this.#children];
    await Promise.all(
      all.map(async (child) => {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }),
    );
  }
}

export interface Plan {
  readonly store: Store;
  readonly notices: number;
  readonly processes: number;
  /** How many are ended at random moments, and how; each is followed by a new one. */
  readonly ends: number;
  readonly signal: 'SIGKILL' | 'SIGTERM';
  /** Milliseconds between two of them, least and most. */
  readonly between: readonly [number, number];
  readonly longestMilliseconds: number;
}

export interface Came {
  readonly notices: number;
  readonly ended: number;
  readonly lost: number;
  readonly doubled: number;
  /** Notices of which an attempt was cut off or its reply lost: these too may come twice. */
  readonly ambiguous: number;
  /** The longest that a process took to end, in milliseconds. */
  readonly slowestEnd: number;
  readonly seconds: number;
}

/** Sends what is owed with processes that end and begin again, and counts what came of it. */
export async function sendWithEnds(plan: Plan, chance: Chance): Promise<Came> {
  const connector = await startCountingConnector();
  const academy = await openStore(plan.store);
  await owe(academy, plan.notices, connector.url);
  const begun = performance.now();
  const workers = new Workers(plan.store);
  for (let n = 0; n < plan.processes; n += 1) workers.start();
  let slowestEnd = 0;
  let ended = 0;
  while (connector.posts.size === 0 && performance.now() - begun < plan.longestMilliseconds) await wait(50);
  while (ended < plan.ends && (await isAnythingLeft(academy))) {
    await wait(chance.between(...plan.between));
    slowestEnd = Math.max(slowestEnd, await workers.end(chance, plan.signal));
    ended += 1;
    workers.start();
  }
  while ((await isAnythingLeft(academy)) && performance.now() - begun < plan.longestMilliseconds) {
    await wait(250);
  }
  const seconds = Math.round((performance.now() - begun) / 1_000);
  await workers.stop();
  const ambiguous = await ambiguousIn(academy);
  await academy.storage.close();
  await connector.close();
  const counts = [...connector.posts.values()];
  return {
    notices: plan.notices,
    ended,
    lost: plan.notices - counts.length,
    doubled: counts.reduce((sum, posts) => sum + posts - 1, 0),
    ambiguous,
    slowestEnd: Math.round(slowestEnd),
    seconds,
  };
}
