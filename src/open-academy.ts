import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { calendarOf } from './academy/plan.ts';
import type { Programme } from './academy/programme.ts';
import type { Config, ConfigProblem } from './config.ts';
import { createAlarms, type DeliveryAlarms } from './delivery/alarms.ts';
import { type MovableClock, openMovableClock } from './local/movable-clock.ts';
import { createRespond } from './services/conversation.ts';
import type { Needs } from './services/needs.ts';
import type { Clock, Log, NewId } from './services/ports.ts';
import { createShowSubject } from './services/show-subject.ts';
import type { Suggest } from './services/suggestion.ts';
import type { Respond } from './services/turn.ts';
import { openStorage, type StorageHome } from './storage/open-storage.ts';
import { loadProgramme } from './storage/programme-files.ts';
import { createRepositories, type Repositories } from './storage/repositories.ts';
import type { Storage } from './storage/storage.ts';

/** The academy with its records open: everything but Teams. */
export interface Academy {
  readonly config: Config;
  readonly programme: Programme;
  readonly storage: Storage;
  readonly ports: Repositories;
  readonly clock: Clock;
  /** Null in Teams, where time is what it is. */
  readonly movableClock: MovableClock | null;
  readonly newId: NewId;
  readonly log: Log;
  readonly alarms: DeliveryAlarms;
  readonly needs: Needs;
  readonly respond: Respond;
  readonly showSubject: ReturnType<typeof createShowSubject>;
  /** Told when an alarm has been sent, so that a worker of this process need not wait for its next look. */
  onAlarm(listener: () => void): void;
}

/** The council's programme cannot be used; `faults` are lines for the person who starts the bot. */
export class ProgrammeError extends Error {
  override readonly name = 'ProgrammeError';
  readonly code = 'programme';
  readonly faults: readonly string[];
  constructor(programme: string, faults: readonly string[]) {
    super(`PROGRAMME=${programme} cannot be used`);
    this.faults = faults;
  }
}

/** Told with the other settings when one of them is wrong already; otherwise opening the academy finds the same. */
export async function programmeProblems(name: string): Promise<readonly ConfigProblem[]> {
  const reading = await loadProgramme(name);
  if (reading.ok) return [];
  const variable = `PROGRAMME=${name}`;
  return reading.faults.map(({ path, message }) => ({ variable, message: `${path} ${message}`.trim() }));
}

async function programmeOf(config: Config): Promise<Programme> {
  const reading = await loadProgramme(config.programme);
  if (reading.ok) return reading.programme;
  throw new ProgrammeError(
    config.programme,
    reading.faults.map(({ path, message }) => `${path} ${message}`.trim()),
  );
}

/** A clock that can be handed out before the one behind it is known. */
function settableClock(): { readonly clock: Clock; set(clock: Clock): void } {
  let inner: Clock = { now: () => Temporal.Now.instant() };
  return {
    clock: { now: () => inner.now() },
    set: (clock) => {
      inner = clock;
    },
  };
}

/** A bot with a user-assigned identity has its storage rights under that identity, not the machine's own. */
function homeOf({ storage, identity }: Config): StorageHome {
  if (storage.kind !== 'azure-identity' || identity?.appType !== 'UserAssignedMsi') return storage;
  return { ...storage, clientId: identity.appId };
}

async function openHome(config: Config, clock: Clock, newId: NewId): Promise<Storage> {
  if (config.storage.kind === 'sqlite') await mkdir(config.storage.dataDir, { recursive: true });
  return openStorage(homeOf(config), { clock, newId });
}

/** The language model, where one is configured; its classes are loaded only then. */
async function modelOf({ languageModel: choice, identity }: Config, log: Log): Promise<Suggest | undefined> {
  if (choice === undefined) return undefined;
  const [{ createLanguageModel }, { languageModelToken }] = await Promise.all([
    import('./teams/language-model.ts'),
    import('./storage/managed-identity.ts'),
  ]);
  const clientId = identity?.appType === 'UserAssignedMsi' ? identity.appId : null;
  return createLanguageModel({ choice, token: languageModelToken(clientId), log });
}

/** Opens storage and joins the services to it. Close `storage` when done. Tests give their own clock and ids. */
export async function openAcademy(
  config: Config,
  log: Log,
  given: {
    readonly clock?: Clock;
    readonly newId?: NewId;
    readonly storage?: Storage;
    readonly suggest?: Suggest;
  } = {},
): Promise<Academy> {
  const programme = await programmeOf(config);
  const newId: NewId = given.newId ?? (() => randomUUID());
  const { clock, set } = settableClock();
  if (given.clock !== undefined) set(given.clock);
  const storage = given.storage ?? (await openHome(config, clock, newId));
  const movableClock = config.identity === null ? await openMovableClock(storage.tables) : null;
  if (movableClock !== null) set(movableClock);
  let listener = () => {};
  const alarms = createAlarms(storage.alarms, clock, () => listener());
  const ports = createRepositories({
    tables: storage.tables,
    clock,
    newId,
    log,
    onReachable: (entraId) => alarms.seen(entraId, clock.now()),
    onSaved: (participantId) => alarms.participant(participantId, clock.now()),
    publicUrl: config.publicUrl,
  });
  const suggest = given.suggest ?? (await modelOf(config, log));
  const needs: Needs = {
    ...(suggest === undefined ? {} : { suggest }),
    programme,
    calendar: calendarOf(programme),
    people: ports.people,
    files: ports.files,
    enrolling: ports.enrolling,
    addresses: ports.addresses,
    openAlerts: ports.openAlerts,
    learningSets: ports.learningSets,
    sending: ports.sending,
    outbox: ports.outbox,
    ledger: ports.ledger,
    preferences: ports.preferences,
    calendarLinks: ports.calendarLinks,
    audit: ports.audit,
    postedCards: ports.postedCards,
    alarms,
    clock,
    newId,
    log,
  };
  return {
    config,
    programme,
    storage,
    ports,
    clock,
    movableClock,
    newId,
    log,
    alarms,
    needs,
    respond: createRespond(needs),
    showSubject: createShowSubject(needs),
    onAlarm: (heard) => {
      listener = heard;
    },
  };
}
