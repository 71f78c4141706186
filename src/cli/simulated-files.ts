/** Reading once what nobody else changes: a simulation is alone with its store. */
import type { People, Person, VersionedFile } from '../services/ports.ts';
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

/** The same repositories, of which files are read again only after a commit, and people not at all once they are told of. */
export function inMemory(ports: Repositories): Repositories {
  const { files, people } = ports;
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
