/**
 * Keeps text that may identify a child, or carry case detail, out of everything that is stored (RULES "What is never
 * stored"). A safety net under the wording of the forms, not a proof: it looks for the signs that people actually type.
 */
export type IdentifierKind =
  | 'e-mail'
  | 'date-of-birth'
  | 'case-number'
  | 'nhs-number'
  | 'pupil-number'
  | 'phone-number'
  | 'long-number'
  | 'postcode'
  | 'address'
  | 'initials'
  | 'named-child'
  | 'age';

export interface IdentifierFinding {
  readonly kind: IdentifierKind;
  /** What to tell the writer: what it looks like, and what to do instead. Never the text itself. */
  readonly words: string;
}

interface Sign {
  readonly kind: IdentifierKind;
  readonly pattern: RegExp;
  /** Decides a match that the pattern alone cannot; `before` is the text up to the match. */
  readonly isHarmless?: (match: RegExpMatchArray, before: string) => boolean;
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const dayOfMonth = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const relative =
  'child|baby|infant|toddler|boy|girl|son|daughter|sibling|brother|sister|mother|mum|father|dad|nan|grandmother|grandfather|stepmother|stepfather|aunt|uncle';
const about = `${relative}|family|parent|carer|client|young person|yp|service user|surname|first name|initials|name`;
const caseSystem =
  'lcs|ics|liquid ?logic|mosaic|framework ?i|care ?first|care ?director|system ?one|systmone|ehm|pnc|urn|case|file|client|child|reference|ref';

/** Dates before this service began are nobody's plan; dates since then mostly are. */
const firstPlannedYear = 2026;
const planningWord =
  /\b(?:by|on|before|due|until|till|from|to|after|since|for|between|and|w\/c|commencing|starting|ending|dated|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[\s:,]*$/i;
const relativeWord = new RegExp(`\\b(?:${relative})\\b`, 'i');

/** A date with its year is a plan when its year or the words before it say so, and a birthday otherwise. */
function isPlannedDate([match]: RegExpMatchArray, before: string): boolean {
  const year = /(?:19|20)\d{2}/.exec(match)?.[0];
  if (year !== undefined && Number(year) < firstPlannedYear) return false;
  if (planningWord.test(before)) return true;
  return year !== undefined && !relativeWord.test(before);
}

/** Letters that stand for people's functions, meetings and laws, and never for a child. */
const professionalLetters = new Set(
  'AI AM AMP ASYE BA BSC CCE CE CIC CIN CLA CP CPD CPP CRL CSE CV DA DBS DFE DO DTM DV EDT EG EH EHC EHCP EP ESWP EU FGC FTE GP HR IE ICPC IRO IT KSS LA LAC LADO LCS LD LGA MA MASH MH NHS NQSW NVR OP PA PAMS PD PDP PE PHD PLO PM PQS PR PS PSW QA RCPC RSPA SDQ SEN SEND SG SP SW SWE TAF TM UK US VSH'.split(
    ' ',
  ),
);
const areProfessional = (letters: string) =>
  professionalLetters.has(letters.replace(/[^A-Za-z]/g, '').toUpperCase());

/** What follows "Child" or "Mother" in the names of plans, laws and services. */
const institution =
  /^(?:Access|Act|Adoption|And|Arrangements|Assessments?|Benefit|Care|Centre|Conferences?|Criminal|Death|Development|Exploitation|First|Focused|Friendly|Group|Health|Impact|In|Law|Looked|Mental|Need|Needs|Network|Observation|Of|Permanence|Placement|Plans?|Poverty|Practice|Protection|Psychology|Review|Safeguarding|Service|Services|Sexual|Social|Support|The|To|Units?|Voice|Welfare)$/;

const signs: readonly Sign[] = [
  { kind: 'e-mail', pattern: /[\w.+-]+@[\w-]+\.\w[\w.-]*/ },
  {
    kind: 'date-of-birth',
    pattern: /\bd\.?\s?o\.?\s?b(?![a-z])|\b(?:date of birth|birth ?dates?|birthday|born)\b/i,
  },
  {
    kind: 'date-of-birth',
    pattern: new RegExp(
      `(?<!\\d)${dayOfMonth}\\s*([/. -])\\s*(?:0?[1-9]|1[0-2])\\s*\\1\\s*(?:(?:19|20)\\d{2}|\\d{2})\\b`,
      'i',
    ),
    isHarmless: isPlannedDate,
  },
  {
    kind: 'date-of-birth',
    pattern: /\b(?:19|20)\d{2}([/.-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])\b/,
    isHarmless: isPlannedDate,
  },
  {
    kind: 'date-of-birth',
    pattern: new RegExp(
      `\\b(?:${dayOfMonth}(?: of)? ${month}|${month} ${dayOfMonth}),?\\s+(?:19|20)\\d{2}\\b`,
      'i',
    ),
    isHarmless: isPlannedDate,
  },
  { kind: 'pupil-number', pattern: /\bUPN\b[\s:#]*[A-Z]?\d{3,}|\b[A-Z]\d{11}[\dA-Z]\b/i },
  { kind: 'nhs-number', pattern: /\bNHS\s*(?:no\.?|number|#|:)?[\s:]*\d{3}|\b\d{3}[ -]\d{3}[ -]\d{4}\b/i },
  {
    kind: 'case-number',
    pattern: new RegExp(
      `\\b(?:${caseSystem})(?![a-z])\\s*(?:id|no|num|number|ref|reference)?\\s*[.:#-]*\\s*[A-Z]{0,3}-?\\d(?:[ -]?\\d){2,}`,
      'i',
    ),
  },
  { kind: 'phone-number', pattern: /(?:\+44\s?(?:\(0\))?|\b0)(?:[\s-]?\d){9,10}\b/ },
  { kind: 'long-number', pattern: /(?<![£\d.,])\d{6,}/ },
  {
    kind: 'postcode',
    pattern: /\b[A-Z]{1,2}\d(?:\d|[A-Z])?\s?\d[ABD-HJLNP-UW-Z]{2}\b/i,
    isHarmless: ([match]) => /\d(?:st|nd|rd|th)$/.test(match),
  },
  {
    kind: 'address',
    pattern:
      /\b\d{1,4}[a-z]?,? (?:[A-Z][\w'’]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Gardens|Terrace|Grove)\b/,
  },
  {
    kind: 'address',
    pattern: /\b\d{1,4}[a-z]? [a-z'’]+ (?:street|road|avenue|lane|crescent|terrace)\b(?! ?map)/i,
  },
  {
    kind: 'initials',
    pattern: new RegExp(`\\b([A-Z]{2,3})(?:['’]s (?:${relative})\\b| \\((?:${relative})\\))`),
    isHarmless: ([, letters = '']) => areProfessional(letters),
  },
  {
    kind: 'initials',
    pattern: /\b(?:[Dd]iscussed|[Rr]egarding|[Rr]e:?) ([A-Z]{2})(?![\w&/-])/,
    isHarmless: ([, letters = '']) => areProfessional(letters),
  },
  {
    kind: 'initials',
    pattern: /(?<![\w.])[A-Z]\.\s?[A-Z](?:\.\s?[A-Z])?(?:\.|(?=[,;:)'’]))|(?<![\w.])[A-Z]\.[A-Z](?![\w.])/,
    isHarmless: ([match]) => areProfessional(match),
  },
  {
    kind: 'initials',
    pattern: new RegExp(
      `\\b(?:${about})\\s*[:=-]?\\s+(?:(?:is|was|named|called)\\s+)?([A-Z]{1,3})(?![\\w&/-])`,
      'i',
    ),
    isHarmless: ([, letters = '']) =>
      !/^[A-Z]+$/.test(letters) || /^[AI]$/.test(letters) || areProfessional(letters),
  },
  {
    kind: 'named-child',
    pattern: new RegExp(
      `\\b(?:${about})(?:['’]s)?(?: (?:first |last |full )?name)?\\s*(?:[:=]|\\bis called\\b|\\bis named\\b|\\bcalled\\b|\\bnamed\\b)\\s*([A-Z][a-z'’]+)`,
      'i',
    ),
    isHarmless: ([, name = '']) => !/^[A-Z]/.test(name),
  },
  {
    kind: 'named-child',
    pattern: new RegExp(`\\b(?:${relative}) ([A-Z][a-z'’]+)`, 'i'),
    isHarmless: ([, name = '']) => !/^[A-Z]/.test(name) || institution.test(name),
  },
  {
    kind: 'named-child',
    pattern:
      /\b[A-Z][a-z]+['’]s (?:mum|mother|dad|father|brother|sister|siblings?|son|daughter|baby|nan|parents|carers?|stepdad|stepmum)\b/,
  },
  {
    kind: 'named-child',
    pattern: new RegExp(`\\b[A-Z][a-z'’]+ \\((?:${relative})\\)|\\b(?:${relative}) \\([A-Z][a-z'’]+\\)`),
  },
  { kind: 'age', pattern: new RegExp(`\\b(?:${relative})(?: of|,) \\d{1,2}\\b`, 'i') },
  {
    kind: 'age',
    pattern:
      /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?:yo|y\/o|(?:years?|yrs?|months?|weeks?)[ -]old)\b|\baged? \d{1,2}\b/i,
    isHarmless: (_match, before) => /\b(?:over|under|all|every|any)\s*$/i.test(before),
  },
];

const looksLike: Readonly<Record<IdentifierKind, string>> = {
  'e-mail': 'an e-mail address',
  'date-of-birth': 'a date of birth',
  'case-number': 'a case or file number',
  'nhs-number': 'an NHS number',
  'pupil-number': 'a pupil number',
  'phone-number': 'a phone number',
  'long-number': 'a number that may identify a child',
  postcode: 'a postcode',
  address: 'an address',
  initials: 'somebody’s initials',
  'named-child': 'the name of a child or of their family',
  age: 'a child’s age',
};

const inPlainForm = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ');

/** The first sign of an identifier or of case detail in a text, or null. Nothing of the text is kept. */
export function findIdentifier(text: string): IdentifierFinding | null {
  const plain = inPlainForm(text);
  for (const { kind, pattern, isHarmless } of signs) {
    for (const match of plain.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
      if (isHarmless?.(match, plain.slice(0, match.index)) ?? false) continue;
      return { kind, words: identifierWords(kind) };
    }
  }
  return null;
}

/** What the writer is told: what it looked like, and where it belongs. */
function identifierWords(kind: IdentifierKind): string {
  return `This looks like ${looksLike[kind]}. These words have not been kept. Please say what is to be done without anything that points to a child or a case; details belong on the child’s file.`;
}
