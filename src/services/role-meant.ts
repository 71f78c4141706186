import type { Programme } from '../academy/programme.ts';
import { type AcademyFunction, academyFunctions, type Role, roles } from '../academy/roles.ts';
import { nearestWord } from './nearest-word.ts';

/** The role that whoever holds a function usually has. */
const roleOf: Readonly<Record<AcademyFunction, Role>> = {
  nqsw: 'nqsw',
  'reflective-supervisor': 'senior-practitioner',
  assessor: 'practice-educator',
  'host-manager': 'team-manager',
  'deputy-manager': 'deputy-team-manager',
  mentor: 'mentor',
  'academy-manager': 'academy-manager',
  'head-of-academy': 'head-of-academy',
};

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/**
 * What to write instead of a word that is no role: a council's own title means the role of the function that has it,
 * before any role that is merely spelt alike ("Practice Mentor" is no slip for `practice-educator`).
 */
export function roleRemedy(written: string, titles: Programme['titles']): string {
  const named = academyFunctions.filter((name) => plain(titles[name]) === plain(written));
  const [first] = named;
  if (first !== undefined) {
    const meant = [...new Set(named.map((name) => roleOf[name]))].join(' or ');
    return `: it is what the programme calls its ${named.join(' and ')}, whose role is ${meant}`;
  }
  const role = nearestWord(written, roles);
  return role === undefined ? `: use ${roles.join(', ')}, separated by ;` : ` – did you mean ${role}?`;
}
