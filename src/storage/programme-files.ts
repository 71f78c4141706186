import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { extended, type Inheritance, isFields, nothingInherited } from '../academy/extended-programme.ts';
import { type ProgrammeReading, parseProgramme } from '../academy/parse-programme.ts';
import type { ProgrammeFault } from '../academy/programme-fault.ts';

const presetFolder = fileURLToPath(new URL('../../programmes/', import.meta.url));
const presetName = /^[a-z][a-z0-9-]*$/;

export type DocumentReading =
  | {
      readonly ok: true;
      readonly document: unknown;
      /** To be handed on to whatever parses the document. */
      readonly inherited: Inheritance;
    }
  | { readonly ok: false; readonly faults: readonly ProgrammeFault[] };

/** The ids of the programmes that come with the product, in alphabetical order. */
export async function presetIds(): Promise<readonly string[]> {
  const names = await readdir(presetFolder);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

async function fileOf(idOrPath: string): Promise<string | undefined> {
  if (!presetName.test(idOrPath)) return idOrPath;
  return (await presetIds()).includes(idOrPath) ? `${presetFolder}${idOrPath}.yaml` : undefined;
}

const refused = (message: string): DocumentReading => ({ ok: false, faults: [{ path: '', message }] });

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read by this user',
};

async function textOf(file: string): Promise<{ text: string } | { fault: string }> {
  try {
    return { text: await readFile(file, 'utf8') };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return { fault: unreadable[code] ?? 'cannot be read' };
  }
}

async function readDocument(file: string): Promise<DocumentReading> {
  const read = await textOf(file);
  if ('fault' in read) return refused(`the file ${file} ${read.fault}`);
  const lineCounter = new LineCounter();
  const yaml = parseDocument(read.text, { uniqueKeys: true, prettyErrors: false, lineCounter });
  if (yaml.errors.length > 0) {
    return {
      ok: false,
      faults: yaml.errors.map(({ message, pos }) => ({
        path: '',
        message: `line ${lineCounter.linePos(pos[0]).line}: ${message}`,
      })),
    };
  }
  return { ok: true, document: yaml.toJS({ maxAliasCount: 1000 }), inherited: nothingInherited };
}

async function withBase(document: unknown): Promise<DocumentReading> {
  if (!isFields(document) || !('extends' in document)) {
    return { ok: true, document, inherited: nothingInherited };
  }
  const { extends: base, ...own } = document;
  const presets = await presetIds();
  if (typeof base !== 'string' || !presets.includes(base)) {
    const message = `must be the id of a programme that comes with the product: ${presets.join(', ')}`;
    return { ok: false, faults: [{ path: 'extends', message }] };
  }
  const reading = await readDocument(`${presetFolder}${base}.yaml`);
  if (!reading.ok) return reading;
  if (isFields(reading.document) && 'extends' in reading.document) {
    const message = `is ${base}, which itself extends another programme: extend that one`;
    return { ok: false, faults: [{ path: 'extends', message }] };
  }
  if (!isFields(reading.document)) return reading;
  return { ok: true, ...extended(reading.document, own, base) };
}

/**
 * Reads a preset by its id, or a council's own file by its path, as far as YAML goes, together with the programme that
 * it extends. Faults in the YAML name their line. A name without a slash or a dot is always a preset's id.
 */
export async function readProgrammeDocument(idOrPath: string): Promise<DocumentReading> {
  const file = await fileOf(idOrPath);
  if (file === undefined) {
    const known = (await presetIds()).join(', ');
    return refused(
      `no programme is called ${idOrPath}: the presets are ${known}; a file of your own needs its path`,
    );
  }
  const reading = await readDocument(file);
  return reading.ok ? withBase(reading.document) : reading;
}

async function load(idOrPath: string): Promise<ProgrammeReading> {
  const reading = await readProgrammeDocument(idOrPath);
  return reading.ok ? parseProgramme(reading.document, reading.inherited) : reading;
}

/** Presets that have been read: they come with the product, so they stay as they are while it runs. */
const presetsRead = new Map<string, ProgrammeReading>();

/** A programme by its preset id or its path: read, checked, and with every fault named. */
export async function loadProgramme(idOrPath: string): Promise<ProgrammeReading> {
  const known = presetsRead.get(idOrPath);
  if (known !== undefined) return known;
  const reading = await load(idOrPath);
  if (reading.ok && presetName.test(idOrPath)) presetsRead.set(idOrPath, reading);
  return reading;
}
