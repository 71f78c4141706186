import type { Asker } from './asker.ts';
import { permittedFiles } from './asker.ts';
import type { Needs } from './needs.ts';
import type { PermissionVerb } from './permission.ts';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .trim();

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
  const wanted = plain(name);
  const files = await permittedFiles(needs, asker, verb);
  const matches = files.filter(({ file }) => {
    const full = plain(file.participant.name);
    return full === wanted || full.split(' ').includes(wanted);
  });
  const [only, second] = matches;
  return second === undefined ? only?.file.participant.id : undefined;
}
