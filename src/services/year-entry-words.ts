import { rhythmOf } from '../academy/cadence-decision.ts';
import { rhythmWords } from '../academy/period.ts';
import type { Programme } from '../academy/programme.ts';
import { countWords, shortDate } from '../academy/wording.ts';
import type { YearEntry, YearEntryKind } from '../academy/year-entry.ts';
import { itemTitle } from './item-title.ts';
import { notHeldWords } from './not-held.ts';
import { titlesOf } from './procedure-view.ts';

type Words<Kind extends YearEntryKind> = (
  programme: Programme,
  entry: Extract<YearEntry, { entry: Kind }>,
) => string;

const probationWords = { confirmed: 'confirmed', 'not-confirmed': 'not confirmed' } as const;
const rescheduleWords = {
  agreed: 'The new day was agreed',
  declined: 'The new day was not agreed',
  withdrawn: 'The proposal of a new day was taken back',
} as const;

const words: { readonly [Kind in YearEntryKind]: Words<Kind> } = {
  enrolled: (_, { cohort }) => `Enrolled on the programme, in the cohort ${cohort}`,
  'cadence-decided': (programme, entry) =>
    `How often reflective supervision is held: ${rhythmWords(rhythmOf(programme, entry))}`,
  'protected-time': (_, { weekOf, hours }) =>
    `Protected time in the week of ${shortDate(weekOf)}: ${countWords(hours, 'hour')}`,
  attested: (programme, { item }) => `${itemTitle(programme, item)}: stated to be up to date`,
  'induction-topic': ({ inductionTopics }, { topic }) =>
    `Induction: ${titlesOf(inductionTopics?.topics ?? [], [topic])} covered`,
  probation: (_, { answer, to }) =>
    answer === 'extended'
      ? `Probation extended${to === null ? '' : ` to ${shortDate(to)}`}`
      : `Probation ${probationWords[answer]}`,
  audit: ({ audits, titles }, { grade, theme, heldByNqsw }) =>
    `Audit: ${titlesOf(audits?.grades ?? [], [grade])}, ${titlesOf(audits?.themes ?? [], [theme])}, ${heldByNqsw ? '' : 'not '}held by the ${titles.nqsw}`,
  'exit-task': ({ exit }, { task }) => `End of the programme: ${titlesOf(exit?.tasks ?? [], [task])}: done`,
  'date-held': (programme, { item }) => `${itemTitle(programme, item)} held`,
  attendance: (programme, { item, attended, because, rearrangedOn }) => {
    const title = itemTitle(programme, item);
    if (because === undefined) return `${title}: ${attended ? 'attended' : 'not attended'}`;
    const another = rearrangedOn === undefined ? '' : `; rearranged to ${shortDate(rearrangedOn)}`;
    return `${title} did not take place (${notHeldWords[because]})${another}`;
  },
  'reschedule-proposed': (programme, { item, from, to }) =>
    `${itemTitle(programme, item)}: ${shortDate(to)} proposed instead of ${shortDate(from)}`,
  'reschedule-answered': (_, { answer }) => rescheduleWords[answer],
  cover: ({ titles }, entry) =>
    `${entry.name} covers for ${entry.holderName} as ${titles[entry.function]} from ${shortDate(entry.fromOn)} to ${shortDate(entry.untilOn)}`,
  'cover-ended': (_, { on }) => `Cover ended early: the holder is back from ${shortDate(on)}`,
  handover: ({ titles }, entry) => `Handover as ${titles[entry.function]} held`,
  'caseload-confirmed': ({ titles }, { reported, counted }) =>
    counted === reported
      ? `Caseload confirmed by the ${titles['host-manager']}: ${reported}`
      : `Caseload differs: ${reported} reported, ${counted} counted by the ${titles['host-manager']}`,
};

/** What an entry of a year says, in the council's words: dates, numbers and codes. */
export function yearEntryWords<Kind extends YearEntryKind>(
  programme: Programme,
  entry: Extract<YearEntry, { entry: Kind }> & { readonly entry: Kind },
): string {
  return words[entry.entry](programme, entry);
}
