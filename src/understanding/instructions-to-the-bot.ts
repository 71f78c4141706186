import { phrasesOf } from './concept.ts';
import { plainText } from './words.ts';

const lead =
  'ignore disregard forget bypass override skip drop break change reveal print show repeat expose leak output dump';
const aim =
  'instruction instructions prompt prompts guideline guidelines restrictions constraints programming training safeguards guardrails';
const openings = `
  you are now, you are no longer, act as, act like, pretend, roleplay, role play, imagine you are,
  simulate being, system prompt, developer mode, debug mode, god mode, jailbreak, dan mode,
  do anything now, from now on answer, from now on you, from now on respond, from now on reply,
  repeat after me, new instructions, sudo, admin access, grant me, root access, you must obey,
  you will obey, obey me, override your, bypass your, your instructions, break your, ignore your,
  ignore all, ignore the above, ignore previous, ignore everything, disregard the, disregard your,
  disregard all, disregard previous, forget your rules, forget everything, forget all, forget your,
  respond only, answer only, your hidden, your secret, your rules are, as an ai, as a language model,
  drop table, delete from, select from, insert into, union select, script alert, javascript:, system:,
  assistant:, user:, as the administrator, with admin rights, i am your developer, i am your creator,
  im your developer, without any restrictions, no restrictions, unrestricted, elevate my, impersonate`;
const leads = new Set(lead.split(' '));
const aims = new Set(aim.split(' '));
/** How many words may lie between "ignore" and "instructions". */
const within = 8;
const phrases = phrasesOf(openings);

/** Text that tries to tell the bot what it is or what to obey, or that is code: nothing in it is to be acted on. */
export function instructsTheBot(text: string): boolean {
  const plain = plainText(text).toLowerCase();
  if (/<\/?\w+[^>]*>|[{}]|<\||\bselect\b.+\bfrom\b|--\s*$/u.test(plain)) return true;
  const words = plain.replaceAll("'", '').match(/[\p{L}\d]+:?/gu) ?? [];
  const line = ` ${words.join(' ')} `;
  const bare = line.replaceAll(':', '');
  if (phrases.some((phrase) => line.includes(` ${phrase} `) || bare.includes(` ${phrase} `))) return true;
  return words.some(
    (word, at) => leads.has(word) && words.slice(at + 1, at + 1 + within).some((each) => aims.has(each)),
  );
}
