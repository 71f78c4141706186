import { type InductionStanding, inductionStanding, topicsLeft } from '../academy/induction.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { countWords, longDate, shortDate, whenWords } from '../academy/wording.ts';
import { standing } from './asker.ts';
import { may } from './permission.ts';
import { chosenOf, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import { tickedOutcome, tickingSection } from './ticked-list.ts';
import type { ProcedureView, View } from './views.ts';
import {
  freshGiven,
  type Given,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
} from './year-form.ts';

const standingOf = ({ needs, asker, file }: Pick<YearGround, 'needs' | 'asker' | 'file'>) =>
  inductionStanding(
    needs.programme,
    file.entries,
    planOf(needs, file, asker.today),
    file.participant.knownOn,
  );

const topicsLeftWords = (stand: InductionStanding): string =>
  `${countWords(topicsLeft(stand).length, 'topic')} still to be covered`;

function stateWords({ needs, asker }: YearGround, stand: InductionStanding): string {
  const { endsOn } = stand;
  const isDone = topicsLeft(stand).length === 0;
  if (isDone) return 'Everything has been covered';
  if (endsOn === null) return `${topicsLeftWords(stand)}; the induction has no last day`;
  if (stand.isFromBefore)
    return `It ended on ${longDate(endsOn)}, before records were kept here: nothing is asked for`;
  if (stand.isOverdue) return `${topicsLeftWords(stand)}, ${whenWords(endsOn, asker.today, needs.calendar)}`;
  return `${topicsLeftWords(stand)}, by ${longDate(endsOn)}`;
}

const pathOf = ({ topics, isFromBefore }: InductionStanding): ProcedureView['path'] =>
  topics.map(({ title, coveredOn }) => ({
    title:
      coveredOn === null
        ? `${title}: ${isFromBefore ? 'no record' : 'not yet'}`
        : `${title}: covered on ${shortDate(coveredOn)}`,
    mark: coveredOn === null ? 'ahead' : 'done',
  }));

const ticking = {
  title: 'What has been covered',
  list: 'Topics',
  on: 'Covered on',
  button: 'Save these topics',
} as const;

function sectionsOf(ground: YearGround, stand: InductionStanding, given: Given): ProcedureView['sections'] {
  const left = topicsLeft(stand);
  const { asker, file } = ground;
  if (left.length === 0 || !may('cover-induction', asker.person.roles, standing(asker, file))) return [];
  return [tickingSection(ground, 'induction', ticking, left, given)];
}

function noteOf({ needs, asker, file }: YearGround, stand: InductionStanding): string | null {
  const isOwn = file.participant.personId === asker.person.id;
  if (!isOwn || stand.isFromBefore || topicsLeft(stand).length === 0) return null;
  return `Your ${needs.programme.titles['reflective-supervisor']} ticks what has been covered: tell them if something is missing here.`;
}

function inductionView(ground: YearGround, given: Given, note: string | null = null): View {
  const { needs, asker, file } = ground;
  const stand = standingOf(ground);
  const isOwn = file.participant.personId === asker.person.id;
  const heading = isOwn ? 'Your induction' : `Induction of ${file.participant.name}`;
  if (stand.topics.length === 0) {
    const { council, titles } = needs.programme;
    return message(heading, [
      `What ${council} has written down names no topics for an induction, so there is no list to tick.`,
      `Please ask the ${titles['academy-manager']} what yours is to cover.`,
    ]);
  }
  const isDone = topicsLeft(stand).length === 0;
  return procedureCard({
    heading,
    tone: isDone ? 'good' : stand.isOverdue ? 'warning' : 'default',
    state: stateWords(ground, stand),
    pathTitle: 'The topics',
    path: pathOf(stand),
    sections: sectionsOf(ground, stand, given),
    note: note ?? noteOf(ground, stand),
  });
}

const ticked = ({ codes }: YearSent) => codes.split(',').filter((code) => code !== '');

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const stand = standingOf(ground);
  const topics = chosenOf(topicsLeft(stand), sent.codes);
  const isKnown = ticked(sent).some((code) => stand.topics.some((topic) => topic.code === code));
  const fresh = (file: ParticipantFile, note: string | null = null) =>
    inductionView({ ...ground, file }, freshGiven(ground.needs), note);
  if (topics.length === 0 && isKnown) {
    return { view: fresh(ground.file, 'What you ticked had been ticked already. Nothing has been changed.') };
  }
  return tickedOutcome(ground, 'induction', topics, sent, {
    noneTicked: 'Choose at least one topic.',
    act: (topic, on) => ({ entry: 'induction-topic', topic, on }),
    shown: (after) => fresh(after),
  });
}

/** The list of what an induction covers (P10, L21): whoever supervises ticks it, the NQSW and the academy read it. */
export const inductionForm: YearForm = {
  permission: 'see-induction',
  saving: 'cover-induction',
  title: 'Induction checklist',
  view: inductionView,
  decide,
};
