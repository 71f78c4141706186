import type { Topic } from '../academy/guidance.ts';
import { actingOn } from '../academy/holding.ts';
import type { Programme } from '../academy/programme.ts';
import { type FindTopics, topicFinder, topicsThatAnswer } from '../understanding/find-topics.ts';
import { type Asker, permittedFile } from './asker.ts';
import type { Needs } from './needs.ts';
import { rhythmTopics } from './rhythm-topics.ts';
import { message } from './short-answers.ts';
import type { ActionView, FactView, View } from './views.ts';

type HandbookNeeds = Pick<Needs, 'programme' | 'people' | 'files' | 'log'>;

/** A question about how the year works: as typed, or the topic on the button that was pressed. */
export interface HandbookQuestion {
  readonly text?: string;
  readonly topic?: string;
}

const finders = new WeakMap<Programme, FindTopics>();

function finderFor(programme: Programme): FindTopics {
  const kept = finders.get(programme) ?? topicFinder(programme.guidance);
  finders.set(programme, kept);
  return kept;
}

/** Buttons for the topics that a text may be about, when it was not plain that the guidance was asked. */
export function topicButtons(programme: Programme, text: string): readonly ActionView[] {
  const ids = topicsThatAnswer(finderFor(programme)(text)).map(({ id }) => id);
  return programme.guidance.filter(({ id }) => ids.includes(id)).map(topicButton);
}

const topicButton = ({ id, title }: Topic): ActionView => ({
  title,
  verb: 'ask',
  data: { intent: 'handbook', topic: id },
});

/**
 * Q15: a topic of the programme's own guidance with the section it comes from; two that are as likely as each other
 * as buttons; otherwise that nothing is known, and whom to ask. What is said is only ever what the programme file says.
 */
export async function answerHandbook(
  needs: HandbookNeeds,
  asker: Asker,
  { text = '', topic }: HandbookQuestion,
): Promise<View> {
  const { guidance } = needs.programme;
  const chosen = guidance.find(({ id }) => id === topic);
  if (chosen !== undefined) return told(chosen, asker);
  const ids = topicsThatAnswer(finderFor(needs.programme)(text)).map(({ id }) => id);
  const found = guidance.filter(({ id }) => ids.includes(id));
  const ofRhythm = rhythmTopics(guidance, text);
  if (ofRhythm.length > 1) return whichOf(ofRhythm);
  const [only, other] = ofRhythm.length === 1 ? ofRhythm : found;
  if (only === undefined) return notInGuidance(needs, asker);
  return other === undefined ? told(only, asker) : whichOf(found);
}

function told({ id, title, text, source }: Topic, asker: Asker): View {
  const from = [{ title: 'From', value: source.where }];
  return message(title, [text], { facts: from, actions: [nextStep(id, asker)] });
}

function whichOf(topics: readonly Topic[]): View {
  const actions = topics.map(topicButton);
  return message(
    'Which of these do you mean?',
    [topics.length === 2 ? 'Both of these may answer it.' : 'Each of these may answer it.'],
    { actions },
  );
}

/** What the answer is most often asked for. */
const leadsTo: Readonly<Record<string, readonly [title: string, intent: string]>> = {
  'reflective-supervision': ['When is my next supervision?', 'next-supervision'],
  'case-supervision': ['When is my next supervision?', 'next-supervision'],
  'personal-supervision': ['When is my next supervision?', 'next-supervision'],
  reviews: ['When is my next review?', 'next-review'],
  caseload: ['Report a caseload', 'caseload'],
  probation: ['My year', 'my-year'],
  'part-time': ['My year', 'my-year'],
  'action-learning-sets': ['Action learning sets', 'learning-sets'],
  presenting: ['Action learning sets', 'learning-sets'],
  'move-team': ['I want to move team', 'move-team'],
  concerns: ['Raise a concern', 'raise-concern'],
  'unsatisfactory-progress': ['I am struggling', 'wellbeing'],
};

function nextStep(topic: string, asker: Asker): ActionView {
  const own = leadsTo[topic];
  const [title, intent] =
    own ?? (asker.person.participantId === null ? ['Help', 'help'] : ['Who supports me?', 'people']);
  return { title, verb: 'ask', data: { intent } };
}

async function notInGuidance(needs: HandbookNeeds, asker: Asker): Promise<View> {
  const { titles, contacts, guidance } = needs.programme;
  // Whoever supports others may hold that function themselves.
  const { participantId, roles } = asker.person;
  const isStaff = participantId === null && !roles.includes('academy-manager');
  const whom = titles[isStaff ? 'academy-manager' : contacts.programme];
  const facts = await holders(needs, asker);
  const lines =
    guidance.length === 0
      ? [`I have no guidance for this programme. Please ask the ${whom}.`]
      : [`What I have of the guidance does not answer that, and I will not guess. Please ask the ${whom}.`];
  return message('I don’t know', lines, {
    facts,
    actions: [{ title: 'Help', verb: 'ask', data: { intent: 'help' } }],
  });
}

/** Who holds that function for the asker today; nobody is named to somebody who is no NQSW. */
async function holders(needs: HandbookNeeds, asker: Asker): Promise<readonly FactView[]> {
  const { participantId } = asker.person;
  const wanted = needs.programme.contacts.programme;
  if (wanted === 'academy-manager') {
    const managers = await needs.people.withRole('academy-manager');
    return managers.map(({ name }) => ({ title: needs.programme.titles[wanted], value: name }));
  }
  if (participantId === null) return [];
  const versioned = await permittedFile(needs, asker, 'ask-own-plan', participantId);
  const acting = versioned === undefined ? [] : actingOn(versioned.file, asker.today);
  return acting
    .filter((holding) => holding.function === wanted)
    .map(({ name }) => ({ title: needs.programme.titles[wanted], value: name }));
}
