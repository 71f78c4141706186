/** How often reflective supervision is held from the sixth month on (P15, A16). */
import type { Temporal } from 'temporal-polyfill';
import {
  type CadenceChosen,
  type FloorGap,
  mostCustomWeeks,
  rhythmBefore,
} from '../academy/cadence-decision.ts';
import { gapAfterDeciding } from '../academy/cadence-preview.ts';
import { plainDate } from '../academy/civil-days.ts';
import { longestGapDays } from '../academy/national-floor.ts';
import { rhythmWords } from '../academy/period.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { dayOf } from '../academy/time-limit.ts';
import { countWords, longDate, shortDate, whenWords } from '../academy/wording.ts';
import type { CadenceDecided, YearEntry } from '../academy/year-entry.ts';
import { standing } from './asker.ts';
import { choiceWords, decisionFacts, lastDecision, nextSessions } from './cadence-words.ts';
import type { Fact } from './ports.ts';
import { peopleOf } from './procedure-people.ts';
import { listInput, numberInput, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { ActionView, View } from './views.ts';
import {
  type Given,
  openYearForm,
  saveYear,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
  yearNotices,
} from './year-form.ts';

/** So many days before its date the decision can be taken: our own choice, the sources name none. */
const opensDaysBefore = 28;

type Looked = Pick<YearGround, 'needs' | 'asker' | 'file'>;
type Choice = Pick<CadenceDecided, 'choice' | 'everyWeeks'>;

/** The decision as it can be taken now, or the words why it cannot. */
type Standing = { readonly item: PlanItem; readonly due: Temporal.PlainDate } | { readonly view: View };

const seeYear = ({ file }: Looked): ActionView => ({
  title: 'Show their year',
  verb: 'nqsw-open',
  data: { participantId: file.participant.id },
});

function standingOf(ground: Looked): Standing {
  const { needs, asker, file } = ground;
  const { cadenceDecision, titles } = needs.programme;
  const { name } = file.participant;
  const closed = (heading: string, line: string): Standing => ({
    view: message(heading, [line], { actions: [seeYear(ground)] }),
  });
  const item = planOf(needs, file, asker.today).items.find(({ id }) => id === 'cadence-decision');
  if (cadenceDecision === null || item === undefined)
    return closed('There is nothing to decide', 'The programme sets how often supervision is held all year.');
  if (!standing(asker, file).some((relation) => relation === cadenceDecision.lead))
    return closed('Somebody else decides this', `It is for the ${titles[cadenceDecision.lead]} of ${name}.`);
  if (item.due === null || isPausedToday(ground))
    return closed('The programme is paused', `${name}’s dates stand still: please decide when it goes on.`);
  if (item.status === 'cancelled' || item.status === 'missed')
    return closed('There is nothing left to decide', `${name} is no longer on the programme.`);
  const opensOn = item.due.subtract({ days: opensDaysBefore });
  if (asker.today.toString() < opensOn.toString()) {
    const due = `It is due on ${longDate(item.due)}, and can be decided from ${shortDate(opensOn)} on.`;
    return closed(`It is too early to decide for ${name}`, due);
  }
  return { item, due: item.due };
}

const isPausedToday = ({ needs, asker, file }: Looked): boolean =>
  recordStanding(planInputOf(file, needs.programme.timeZone), asker.today, asker.today) === 'in-pause';

/** Nobody decided within the working days, so that the programme's own rhythm holds (A16). */
const isLapsed = ({ status, heldOn }: PlanItem) => status === 'done' && heldOn === undefined;

function stateOf({ needs, asker, file }: YearGround, item: PlanItem, due: Temporal.PlainDate): string {
  const last = lastDecision(file);
  const { programme } = needs;
  if (last !== undefined) {
    const when = shortDate(dayOf(needs, last.at));
    return `Decided on ${when} by ${last.byName}: ${choiceWords(programme, last)}`;
  }
  const { cadenceDecision } = programme;
  if (isLapsed(item) && cadenceDecision !== null) {
    const wait = countWords(cadenceDecision.lapsesAfterWorkingDays, 'working day');
    return `Nobody decided within ${wait}, so it is ${rhythmWords(cadenceDecision.unlessAnswered)} now`;
  }
  return `To be decided on ${longDate(due)}, ${whenWords(due, asker.today, needs.calendar)}`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const keepWords = ({ needs: { programme } }: YearGround) => rhythmWords(rhythmBefore(programme) ?? monthly);
const monthly = { unit: 'month', count: 1 } as const;

const choicesOf = (ground: YearGround) => [
  { code: 'keep', title: `Keep ${keepWords(ground)}` },
  { code: 'monthly', title: 'Monthly' },
  { code: 'custom', title: 'Another number of weeks' },
];

/** "say-keep", "say-custom-3": what was typed, to begin with. */
function typedAs(about: string): Given['filled']['values'] {
  const [, choice, weeks] = /^say-(keep|monthly|custom)(?:-(\d{1,2}))?$/u.exec(about) ?? [];
  return choice === undefined ? {} : { choice, number: weeks ?? '' };
}

const lastId = ({ file }: YearGround) => lastDecision(file)?.entryId ?? 'none';
const confirming = ({ choice, everyWeeks }: Choice) => `confirm-${choice}-${everyWeeks ?? ''}`;

/** What a decision would leave open, and how it may be taken all the same. */
interface Warned {
  readonly gap: FloorGap;
  readonly chosen: Choice;
}

function warningOf({ gap, chosen }: Warned, { needs }: YearGround): string {
  const days = countWords(gap.until - gap.from, 'day');
  const span = `from ${shortDate(plainDate(gap.from))} to ${shortDate(plainDate(gap.until))}`;
  return `${capital(choiceWords(needs.programme, chosen))} leaves ${days} without a session, ${span}. The national standard is ${longestGapDays} days at most. You can change it, or decide so all the same.`;
}

function formView(ground: YearGround, given: Given, warned: Warned | null = null): View {
  const found = standingOf(ground);
  if ('view' in found) return found.view;
  const { needs, asker, file } = ground;
  const { titles } = needs.programme;
  const filled = { values: { ...typedAs(given.about), ...given.filled.values }, errors: given.filled.errors };
  const about = { submissionId: given.submissionId, about: lastId(ground) };
  const preview = (choice: 'keep' | 'monthly') =>
    nextSessions(needs, file, asker.today, { choice, everyWeeks: null, on: asker.today });
  return procedureCard({
    heading: `How often for ${file.participant.name}?`,
    tone: warned === null ? 'default' : 'warning',
    state: stateOf(ground, found.item, found.due),
    facts: [
      { title: `If ${keepWords(ground)}`, value: preview('keep') },
      { title: 'If monthly', value: preview('monthly') },
    ],
    error: warned === null ? null : warningOf(warned, ground),
    sections: [
      {
        title: 'Your decision on reflective supervision',
        inputs: [
          listInput(filled, 'one', 'choice', 'How often from now on', choicesOf(ground)),
          numberInput(filled, 'number', 'Weeks between two sessions, if another number'),
        ],
        actions: [
          saveYear('Save this decision', ground, 'cadence', about),
          ...(warned === null
            ? []
            : [saveYear('Decide so all the same', ground, 'cadence', about, confirming(warned.chosen))]),
        ],
      },
    ],
    note: `Sessions up to today keep their dates. The ${titles.nqsw} is told. It can be decided anew at any time.`,
  });
}

function choiceOf({ choice, number }: YearSent): Choice | { readonly errors: Record<string, string> } {
  if (choice === 'keep' || choice === 'monthly') return { choice, everyWeeks: null };
  if (choice !== 'custom') return { errors: { choice: 'Choose how often.' } };
  const weeks = /^\d{1,2}$/u.test(number.trim()) ? Number(number) : 0;
  if (weeks >= 1 && weeks <= mostCustomWeeks) return { choice, everyWeeks: weeks };
  return { errors: { number: `Enter whole weeks, from 1 to ${mostCustomWeeks}.` } };
}

function decidedView({ needs, asker }: YearGround, file: YearGround['file'], lead: string): View {
  const last = lastDecision(file);
  if (last === undefined) return message('Nothing is decided yet', [lead]);
  const { id, name } = file.participant;
  return message(`${name}’s reflective supervision: ${choiceWords(needs.programme, last)}`, [lead], {
    tone: 'good',
    facts: decisionFacts(needs, file, last, asker.today),
    actions: [openYearForm('Change this decision', id, 'cadence')],
  });
}

/** The NQSW is told, and the Academy Manager where they had been told that nobody decided. */
function noticesOf(ground: YearGround, item: PlanItem, [entry]: readonly YearEntry[]): readonly Fact[] {
  if (entry === undefined) return [];
  const told = isLapsed(item) ? (['nqsw', 'academy-manager'] as const) : (['nqsw'] as const);
  const participantId = ground.file.participant.id;
  const subject = { card: 'year-entry', participantId, entryId: entry.entryId } as const;
  return yearNotices(peopleOf(ground.holders, told), entry, subject);
}

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const { needs, asker, file } = ground;
  const found = standingOf(ground);
  if ('view' in found) return found;
  if (sent.about !== lastId(ground)) {
    const view = decidedView(
      ground,
      file,
      'Somebody has decided since you opened this form: nothing is changed.',
    );
    return { view };
  }
  const chosen = choiceOf(sent);
  if ('errors' in chosen) return chosen;
  const input = planInputOf(file, needs.programme.timeZone);
  const on = asker.today;
  const gap = gapAfterDeciding(needs.programme, needs.calendar, input, {
    ...chosen,
    on,
  } satisfies CadenceChosen);
  if (gap !== null && sent.step !== confirming(chosen)) {
    const { submissionId, about, choice, number } = sent;
    const filled = { values: { choice, number }, errors: {} };
    return { view: formView(ground, { submissionId, about, filled }, { gap, chosen }) };
  }
  return {
    acts: [{ entry: 'cadence-decided', item: found.item.id, ...chosen }],
    facts: (entries) => noticesOf(ground, found.item, entries),
    shown: (after) =>
      decidedView(ground, after, `Sessions up to today keep their dates. ${file.participant.name} is told.`),
  };
}

const saidRhythms = [
  [/\bmonthly\b|\bevery month\b/iu, 'say-monthly'],
  [/\b(?:keep|stay|stays|continue|remain)\b.*\b(?:fortnightly|the same|as (?:it is|now))\b/iu, 'say-keep'],
] as const;

function heard(text: string): string {
  const weeks = /\bevery (\d{1,2}|two|three|four|five|six|eight) weeks\b/iu.exec(text)?.[1]?.toLowerCase();
  if (weeks !== undefined) return `say-custom-${numbers[weeks] ?? weeks}`;
  return saidRhythms.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}
const numbers: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  eight: '8',
};

/** The reflective supervisor says how often: as before, monthly, or every so many weeks. */
export const cadenceForm: YearForm = {
  permission: 'decide-cadence',
  title: 'How often is reflective supervision held?',
  heard,
  settles: ({ needs, asker, file }, { kind }) =>
    kind === 'decision' && !('view' in standingOf({ needs, asker, file })) ? 'Decide how often' : null,
  view: formView,
  decide,
};
