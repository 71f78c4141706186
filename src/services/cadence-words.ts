import type { Temporal } from 'temporal-polyfill';
import { type CadenceChosen, decidedSeries, rhythmOf } from '../academy/cadence-decision.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { rhythmWords } from '../academy/period.ts';
import { planInputOf, yearPlan } from '../academy/plan.ts';
import type { Programme } from '../academy/programme.ts';
import { dayOf } from '../academy/time-limit.ts';
import { shortDate } from '../academy/wording.ts';
import { type CadenceDecided, entriesOf, type YearEntry } from '../academy/year-entry.ts';
import { standing } from './asker.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { message } from './short-answers.ts';
import type { ShowEntry } from './show-year-entry.ts';
import type { FactView } from './views.ts';

type Decided = Extract<YearEntry, { entry: 'cadence-decided' }>;

/** "fortnightly", "every 3 weeks". */
export const choiceWords = (
  programme: Programme,
  chosen: Pick<CadenceDecided, 'choice' | 'everyWeeks'>,
): string => rhythmWords(rhythmOf(programme, chosen));

/** What was last decided of an NQSW's supervision; undefined while nothing was. */
export const lastDecision = ({ entries }: Pick<ParticipantFile, 'entries'>): Decided | undefined =>
  entriesOf(entries, 'cadence-decided').at(-1);

const mostDates = 3;

/** The next dates of reflective supervision, as they are or as they would be after one more decision. */
export function nextSessions(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  file: ParticipantFile,
  today: Temporal.PlainDate,
  chosen?: CadenceChosen,
): string {
  const input = planInputOf(file, needs.programme.timeZone);
  const cadence = [...(input.cadence ?? []), ...(chosen === undefined ? [] : [chosen])];
  const { items } = yearPlan(needs.programme, needs.calendar, { ...input, cadence }, today);
  const dates = items
    .filter(({ series, status }) => series === decidedSeries && status === 'upcoming')
    .flatMap(({ due }) => (due === null ? [] : [shortDate(due)]));
  return dates.length === 0 ? 'No session to come' : dates.slice(0, mostDates).join(', ');
}

export function decisionFacts(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  file: ParticipantFile,
  entry: Decided,
  today: Temporal.PlainDate,
): readonly FactView[] {
  return [
    { title: 'Decided by', value: `${entry.byName}, ${shortDate(dayOf(needs, entry.at))}` },
    { title: 'Next sessions', value: nextSessions(needs, file, today) },
  ];
}

/** A decision, for the NQSW and for an Academy Manager who had been told that nobody decided. */
export const showCadenceDecided: ShowEntry<'cadence-decided'> = (needs, asker, file, entry) => {
  if (!may('see-chronology', asker.person.roles, standing(asker, file))) return undefined;
  const isOwn = file.participant.personId === asker.person.id;
  const whose = isOwn ? 'Your reflective supervision' : `${file.participant.name}’s reflective supervision`;
  const isLast = lastDecision(file) === entry;
  const words = choiceWords(needs.programme, entry);
  const lead = needs.programme.titles['reflective-supervisor'];
  return message(
    isLast ? `${whose} is now ${words}` : `${whose} was decided anew`,
    isLast
      ? [
          isOwn
            ? `If you see it otherwise, please talk to your ${lead}.`
            : 'This takes the place of what you were told when nobody had decided.',
        ]
      : [`It was ${words} before that.`],
    {
      facts: decisionFacts(needs, file, lastDecision(file) ?? entry, asker.today),
      actions: [
        isOwn
          ? { title: 'When is my next supervision?', verb: 'ask', data: { intent: 'next-supervision' } }
          : { title: 'Show their year', verb: 'nqsw-open', data: { participantId: file.participant.id } },
      ],
    },
  );
};
