import { holdingsOn } from '../academy/holding.ts';
import type { AllocatedFunction } from '../academy/roles.ts';
import { type Asker, permittedFile, permittedFiles } from './asker.ts';
import type { Needs } from './needs.ts';
import type { PermissionVerb } from './permission.ts';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .trim();

/** Whether this is the full name, or one word of it: a pronoun is nobody's name. */
function isNamed(name: string, wanted: string): boolean {
  const full = plain(name);
  return full === wanted || full.split(' ').includes(wanted);
}

/** Whether somebody on the programme speaks of themselves by name, as far as a name can tell. */
export function isOwnName(asker: Asker, name: string): boolean {
  return asker.person.participantId !== null && isNamed(asker.person.name, plain(name));
}

/**
 * What the one person of that name does for the asker, who is on the programme themselves, today: "my supervision with
 * Priya". Empty when it is nobody who does anything for them, or more than one.
 */
export async function functionsOf(
  needs: Needs,
  asker: Asker,
  name: string,
): Promise<readonly AllocatedFunction[]> {
  const { participantId } = asker.person;
  if (participantId === null) return [];
  const versioned = await permittedFile(needs, asker, 'ask-own-plan', participantId);
  const wanted = plain(name);
  const held = versioned === undefined ? [] : holdingsOn(versioned.file, asker.today);
  const meant = held.filter(({ name: holder }) => isNamed(holder, wanted));
  const isOne = new Set(meant.map(({ personId }) => personId)).size === 1;
  return isOne ? meant.map((holding) => holding.function) : [];
}

/** "Ben" of Benedikt: at least three letters that the first name begins with. */
const isShortFor = (wanted: string, name: string) =>
  wanted.length >= 3 && (plain(name).split(' ')[0] ?? '').startsWith(wanted);

/**
 * The name as typed, then as a possessive without its apostrophe ("amaras"), then with the s that was taken for one
 * ("nicola" of "nicolas review"): a later reading counts only when an earlier one is nobody.
 */
function readingsOf(name: string): readonly string[] {
  const wanted = plain(name);
  return [wanted, ...(wanted.endsWith('s') ? [wanted.slice(0, -1)] : []), `${wanted}s`];
}

/**
 * The one person that a name may mean among those the asker may do this for: full name or first name. Undefined
 * when it is nobody, or more than one, so that the caller asks back or refuses, always in the same words.
 */
export async function participantMeant(
  needs: Needs,
  asker: Asker,
  verb: PermissionVerb,
  name: string,
): Promise<string | undefined> {
  const files = await permittedFiles(needs, asker, verb);
  const named = readingsOf(name).map((wanted) =>
    files.filter(({ file }) => isNamed(file.participant.name, wanted)),
  );
  const shortened = files.filter(({ file }) => isShortFor(plain(name), file.participant.name));
  const matches = [...named, shortened];
  const [only, second] = matches.find((some) => some.length > 0) ?? [];
  return second === undefined ? only?.file.participant.id : undefined;
}
