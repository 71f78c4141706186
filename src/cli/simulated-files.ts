/** Reading once what nobody else changes: a simulation is alone with its store. */
import type {
  People,
  Person,
  PersonSettings,
  ReminderLog,
  SendingState,
  VersionedFile,
} from '../services/ports.ts';
import type { Repositories } from '../storage/repositories.ts';

/** Answers as before until `forget` is called for the key. */
function remembered<Value>(read: (key: string) => Promise<Value>) {
  const known = new Map<string, Promise<Value>>();
  return {
    of(key: string): Promise<Value> {
      const standing = known.get(key) ?? read(key);
      known.set(key, standing);
      return standing;
    },
    forget: (key: string) => known.delete(key),
  };
}

type Log = Awaited<ReturnType<ReminderLog['read']>>;

/** A reminder log that is read once: what is kept afterwards is known here too, under the same keys. */
function rememberedLog(log: ReminderLog): ReminderLog {
  const logOf = remembered<Log>((id) => log.read(id));
  const known = new Map<string, Log>();
  return {
    read: async (id) => known.get(id) ?? logOf.of(id),
    async keep(id, change) {
      const { since: before, told } = known.get(id) ?? (await logOf.of(id));
      await log.keep(id, change);
      const gone = new Set([...change.forget, ...change.told].map(({ key }) => key));
      const since = change.since ?? before;
      known.set(id, {
        ...(since === undefined ? {} : { since }),
        told: [...told.filter(({ key }) => !gone.has(key)), ...change.told],
      });
    },
  };
}

/**
 * The same repositories, of which files are read again only after a commit; people, their settings and whether anything
 * may be sent not at all, once they are known: nobody changes them in a simulation.
 */
export function inMemory(ports: Repositories): Repositories {
  const { files, people, preferences, sending, reminders } = ports;
  const settingsOf = remembered<PersonSettings>((id) => preferences.of(id));
  const sendingState = remembered<SendingState>(() => sending.state());
  const fileOf = remembered<VersionedFile | undefined>((id) => files.load(id));
  const personOf = new Map<string, Person>();
  const withRole = new Map<string, Promise<readonly Person[]>>();
  const remembering: People = {
    ...people,
    async byId(id) {
      const known = personOf.get(id) ?? (await people.byId(id));
      if (known !== undefined) personOf.set(id, known);
      return known;
    },
    withRole(role) {
      const known = withRole.get(role) ?? people.withRole(role);
      withRole.set(role, known);
      return known;
    },
    async rememberEntraId(personId, entraId) {
      await people.rememberEntraId(personId, entraId);
      personOf.clear();
      withRole.clear();
    },
  };
  return {
    ...ports,
    people: remembering,
    preferences: { ...preferences, of: settingsOf.of },
    sending: { ...sending, state: () => sendingState.of('') },
    reminders: rememberedLog(reminders),
    files: {
      load: fileOf.of,
      async commit(id, ...change) {
        try {
          return await files.commit(id, ...change);
        } finally {
          fileOf.forget(id);
        }
      },
    },
    roster: {
      async save(everybody, participants) {
        await ports.roster.save(everybody, participants);
        for (const { participant } of participants) fileOf.forget(participant.id);
        personOf.clear();
        withRole.clear();
      },
    },
  };
}
