import type { Programme } from '../academy/programme.ts';
import { countWords, shortDate } from '../academy/wording.ts';
import type { YearEntry, YearEntryKind } from '../academy/year-entry.ts';
import { itemTitle } from './item-title.ts';

type Words<Kind extends YearEntryKind> = (
  programme: Programme,
  entry: Extract<YearEntry, { entry: Kind }>,
) => string;

const cadenceWords = { keep: 'goes on as before', monthly: 'becomes monthly' } as const;
const probationWords = { confirmed: 'confirmed', 'not-confirmed': 'not confirmed' } as const;
const rescheduleWords = {
  agreed: 'The new day was agreed',
  declined: 'The new day was not agreed',
  withdrawn: 'The proposal of a new day was taken back',
} as const;

const words: { readonly [Kind in YearEntryKind]: Words<Kind> } = {
  'cadence-decided': (_, { choice, everyWeeks }) =>
    `Reflective supervision ${choice === 'custom' ? `becomes every ${countWords(everyWeeks ?? 1, 'week')}` : cadenceWords[choice]}`,
  'protected-time': (_, { weekOf, hours }) =>
    `Protected time in the week of ${shortDate(weekOf)}: ${countWords(hours, 'hour')}`,
  attested: (programme, { item }) => `${itemTitle(programme, item)}: stated to be up to date`,
  'induction-topic': (_, { topic }) => `Induction: ${topic} covered`,
  probation: (_, { answer, to }) =>
    answer === 'extended'
      ? `Probation extended${to === null ? '' : ` to ${shortDate(to)}`}`
      : `Probation ${probationWords[answer]}`,
  audit: (_, { grade, theme }) => `Audit logged: ${grade}, ${theme}`,
  'exit-task': (_, { task }) => `End of the programme: ${task} done`,
  'date-held': (programme, { item }) => `${itemTitle(programme, item)} held`,
  attendance: (programme, { item, attended }) =>
    `${itemTitle(programme, item)}: ${attended ? 'attended' : 'not attended'}`,
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
