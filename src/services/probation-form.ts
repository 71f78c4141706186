import type { ParticipantFile } from '../academy/participant-file.ts';
import { type ProbationFault, probationFault, probationStanding } from '../academy/probation.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate, shortDate, whenWords } from '../academy/wording.ts';
import { type ProbationAnswered, probationAnswers, type YearEntry } from '../academy/year-entry.ts';
import { answerWhyDate } from './answer-why.ts';
import type { Asker } from './asker.ts';
import { callsBroughtUpToDate } from './call-notices.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact } from './ports.ts';
import { peopleOf } from './procedure-people.ts';
import { chosenOf, dayInput, type Filled, listInput, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { ShowEntry } from './show-year-entry.ts';
import type { ProcedureView, View } from './views.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';
import {
  freshGiven,
  type Given,
  saveYear,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
  yearNotices,
} from './year-form.ts';

const answerTitles = {
  confirmed: 'Confirmed',
  extended: 'Extended to a later day',
  'not-confirmed': 'Not confirmed',
} as const satisfies Readonly<Record<ProbationAnswered['answer'], string>>;
const answers = probationAnswers.map((code) => ({ code, title: answerTitles[code] }));

const standingOf = ({ needs, asker, file }: YearGround) =>
  probationStanding(file.entries, planOf(needs, file, asker.today));

function answeredWords({ answer, to, on }: ProbationAnswered): string {
  const said = answer === 'extended' && to !== null ? `Extended to ${shortDate(to)}` : answerTitles[answer];
  return `${said}, answered on ${shortDate(on)}`;
}

/** What becomes of the answer: it is told where it can be, and otherwise is for the manager to say in person. */
const reach = ({ needs: { programme } }: YearGround) =>
  `If it is confirmed or extended, the ${programme.titles.nqsw} and the ${programme.titles['academy-manager']} are told. If not, nobody is told from here: please speak to them yourself, as your council’s procedure says.`;

function sectionsOf(ground: YearGround, given: Given, answered: number): ProcedureView['sections'] {
  const { filled, submissionId } = given;
  const to = dayInput(filled, 'to', 'If extended: it goes on until');
  return [
    {
      title: 'How does the probation end?',
      inputs: [listInput(filled, 'one', 'choice', 'Your answer', answers), to],
      actions: [saveYear('Save this answer', ground, 'probation', { submissionId, about: String(answered) })],
    },
  ];
}

function probationView(ground: YearGround, given: Given, note: string | null = null): View {
  const { needs, asker, file } = ground;
  const { endsOn, answer, answers: answered } = standingOf(ground);
  const { name } = file.participant;
  const heading = `Probation of ${name}`;
  if (endsOn === null) {
    return message(heading, ['It has no date at the moment, so there is nothing to answer.']);
  }
  const isConfirmed = answer?.answer === 'confirmed';
  return procedureCard({
    heading,
    tone: isConfirmed ? 'good' : answer === null ? 'warning' : 'default',
    state: `Ends on ${longDate(endsOn)}, ${whenWords(endsOn, asker.today, needs.calendar)}`,
    facts: answer === null ? [] : [{ title: 'Your answer', value: answeredWords(answer) }],
    sections: isConfirmed ? [] : sectionsOf(ground, given, answered),
    note: note ?? (isConfirmed ? null : reach(ground)),
  });
}

const faultWords: Readonly<Record<ProbationFault, { readonly at: 'choice' | 'to'; readonly words: string }>> =
  {
    missing: { at: 'choice', words: 'Choose the answer.' },
    'day-missing': { at: 'to', words: 'Choose the day until which it goes on.' },
    'not-later': { at: 'to', words: 'An extension needs a day after the present end.' },
    'only-extended': { at: 'to', words: 'Only an extension has a day. Leave this empty.' },
  };

function factsOf(ground: YearGround, entry: YearEntry): readonly Fact[] {
  if (entry.entry !== 'probation') return [];
  const participantId = ground.file.participant.id;
  const told = entry.answer === 'not-confirmed' ? [] : (['nqsw', 'academy-manager'] as const);
  const subject = { card: 'year-entry', participantId, entryId: entry.entryId } as const;
  return [
    ...yearNotices(peopleOf(ground.holders, told), entry, subject),
    ...callsBroughtUpToDate(ground, 'probation', entry),
  ];
}

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const { asker, needs } = ground;
  const stand = standingOf(ground);
  const fresh = (file: ParticipantFile, note: string | null = null) =>
    probationView({ ...ground, file }, freshGiven(needs), note);
  if (sent.about !== String(stand.answers) || stand.endsOn === null) {
    const note =
      'It was answered after this card was opened. This is how it stands; nothing has been changed.';
    return { view: fresh(ground.file, note) };
  }
  const [choice] = chosenOf(answers, sent.choice);
  const answer = probationAnswers.find((one) => one === choice);
  const to = typedDate(sent.to);
  const fault = probationFault(answer, to, stand.endsOn);
  if (fault !== null || answer === undefined) {
    const { at, words } = faultWords[fault ?? 'missing'];
    const errors: Filled['errors'] = { [at]: words };
    return { errors };
  }
  return {
    acts: [{ entry: 'probation', answer, on: asker.today, to: to ?? null }],
    facts: (entries) => entries.flatMap((entry) => factsOf(ground, entry)),
    shown: (after) => fresh(after),
  };
}

/** When it ends and why: what these words ask of everybody who has no answer to give. */
async function endOfProbation(needs: Needs, asker: Asker, person: string | undefined): Promise<View | null> {
  if (person === undefined || isOwnName(asker, person)) {
    return answerWhyDate(needs, asker, { kind: 'own' }, { series: 'probation-end' });
  }
  const participantId = await participantMeant(needs, asker, 'ask-own-nqsws', person);
  return participantId === undefined
    ? null
    : answerWhyDate(needs, asker, { kind: 'supported', participantId }, { series: 'probation-end' });
}

/** The host manager says how a probation ends (T3, L20). Whoever else types these words asks when it ends. */
export const probationForm: YearForm = {
  permission: 'answer-probation',
  title: 'Probation',
  elseAsked: true,
  instead: endOfProbation,
  view: probationView,
  decide,
};

/** The answer, for the NQSW and the Academy Manager; one that does not confirm is nobody's to see. */
export const showProbation: ShowEntry<'probation'> = (_, asker, file, entry) => {
  const { personId, name } = file.participant;
  const isOwn = personId === asker.person.id;
  const mayRead = isOwn || may('see-academy', asker.person.roles, ['academy']);
  if (!mayRead || entry.answer === 'not-confirmed') return undefined;
  const whose = isOwn ? 'Your' : `${name}’s`;
  const said = `${entry.byName} answered on ${longDate(entry.on)}.`;
  const lines =
    entry.answer === 'extended' && entry.to !== null
      ? [said, `It goes on until ${longDate(entry.to)}; the programme keeps its own dates.`]
      : [said];
  const heading = `${whose} probation is ${entry.answer}`;
  const actions = isOwn ? [{ title: 'My year', verb: 'ask', data: { intent: 'my-year' } } as const] : [];
  return message(heading, lines, { tone: entry.answer === 'confirmed' ? 'good' : 'default', actions });
};
