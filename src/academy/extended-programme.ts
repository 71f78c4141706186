import type { ProgrammeFault } from './programme-fault.ts';
import type { ProgrammeNote } from './programme-notes.ts';

/*
 * A council's file over the programme that it extends. What the file says stands; what it leaves out is taken from
 * there. Lists and sources are never mixed: words of one document must not be quoted as another's.
 */

type Fields = Readonly<Record<string, unknown>>;

/** What building on another programme gives rise to beside the document itself. */
export interface Inheritance {
  readonly faults: readonly ProgrammeFault[];
  readonly notes: readonly ProgrammeNote[];
  /** The topics that are the extended programme's own words. */
  readonly topics: readonly string[];
}

export const nothingInherited: Inheritance = { faults: [], notes: [], topics: [] };

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** Members of these groups are taken away with `null`. */
const removable = ['series', 'arrangements', 'guidance'] as const;

function over(base: unknown, own: unknown): unknown {
  if (!isFields(base) || !isFields(own)) return own;
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(own)) {
    merged[name] = name !== 'source' && Object.hasOwn(base, name) ? over(base[name], value) : value;
  }
  return merged;
}

/** The document without the series, arrangements and topics that are `null`. */
export function withoutRemoved(document: unknown): unknown {
  if (!isFields(document)) return document;
  const kept: Record<string, unknown> = { ...document };
  for (const group of removable) {
    const members = kept[group];
    if (!isFields(members)) continue;
    kept[group] = Object.fromEntries(Object.entries(members).filter(([, member]) => member !== null));
  }
  return kept;
}

/** What a `null` takes away must be there. */
function removalFaults(base: Fields, own: Fields, name: string): ProgrammeFault[] {
  return removable.flatMap((group) => {
    const inherited = fieldsOf(base[group]);
    return Object.entries(fieldsOf(own[group])).flatMap(([id, member]): ProgrammeFault[] => {
      if (member !== null || Object.hasOwn(inherited, id)) return [];
      const all = Object.keys(inherited).join(', ');
      const message = `is null and takes nothing away, for ${name} has none of that name: remove it, or name one of ${all}`;
      return [{ path: `${group}.${id}`, message }];
    });
  });
}

/** What says how something is called and who does it, rather than what the source promises. */
const naming = new Set(['source', 'title', 'lead', 'with', 'unit', 'inPlan', 'also', 'offered']);

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Settings that a file changed under a source that speaks of the value before. */
function sourceNotes(base: Fields, own: Fields, name: string, path: readonly string[] = []): ProgrammeNote[] {
  // What is not in the plan quotes nothing to anybody.
  if (path[0] === 'arrangements' && path.length === 2 && (own.inPlan ?? base.inPlan) !== true) return [];
  const deeper = Object.entries(own).flatMap(([key, value]) => {
    const before = base[key];
    return isFields(value) && isFields(before) ? sourceNotes(before, value, name, [...path, key]) : [];
  });
  const changed = Object.keys(own).filter((key) => !naming.has(key) && !isSame(own[key], base[key]));
  const { source } = base;
  if (!isFields(source) || 'source' in own || changed.length === 0) return deeper;
  const message = `is still that of ${name} (“${String(source.where)}”), while ${changed.join(', ')} is your own: say where that comes from`;
  return [...deeper, { code: 'source-inherited', path: [...path, 'source'].join('.'), message }];
}

/** Undefined where the document says nothing of it, null where it takes it away, or what it is part of. */
const valueAt = (document: unknown, path: string) =>
  path.split('.').reduce<unknown>((value, key) => (value === null ? null : fieldsOf(value)[key]), document);

/** Inherited topics whose sentences put a setting in words that the file has changed. */
function topicNotes(base: Fields, own: Fields, name: string): ProgrammeNote[] {
  const ownTopics = fieldsOf(own.guidance);
  return Object.entries(fieldsOf(base.guidance)).flatMap(([id, topic]): ProgrammeNote[] => {
    if (Object.hasOwn(ownTopics, id) || !isFields(topic) || !Array.isArray(topic.tells)) return [];
    const changed = topic.tells.map(String).filter((path) => {
      const value = valueAt(own, path);
      return value !== undefined && !isSame(value, valueAt(base, path));
    });
    if (changed.length === 0) return [];
    const message = `is in the words of ${name}, which were written for its ${changed.join(', ')} and not for yours: write a topic of this name, or take it away with “${id}: null”`;
    return [{ code: 'topic-inherited', path: `guidance.${id}`, message }];
  });
}

/** A file over its base. `name` is the base's id, for whoever reads what comes of it. */
export function extended(
  base: Fields,
  own: Fields,
  name: string,
): { readonly document: unknown; readonly inherited: Inheritance } {
  const ownTopics = fieldsOf(own.guidance);
  // Who has begun a request when it is turned off still finds the lists that its steps choose from.
  const said = own.moveTeam === null ? { ...own, moveTeam: { offered: false } } : own;
  return {
    document: over(base, said),
    inherited: {
      faults: removalFaults(base, own, name),
      notes: [...sourceNotes(base, own, name), ...topicNotes(base, own, name)],
      topics: Object.keys(fieldsOf(base.guidance)).filter((id) => !Object.hasOwn(ownTopics, id)),
    },
  };
}
