/** What is asked for beside the intents: a card that shows it, or an honest word of who does what this bot does not. */
import { type ErrandAsked, errandAsked } from '../understanding/errand-words.ts';
import { answerAlerts } from './answer-alerts.ts';
import { answerAssessment } from './answer-assessment.ts';
import { answerAudits } from './answer-audits.ts';
import { withNextStep } from './answer-intent.ts';
import { answerPeople } from './answer-people.ts';
import { answerPeriod } from './answer-period.ts';
import { answerPutOff } from './answer-put-off.ts';
import { answerCorrecting, answerDisagreements } from './answer-records.ts';
import { ask, whatsNext } from './ask-buttons.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { openChronology } from './chronology-view.ts';
import { openEnrol } from './enrol-nqsw.ts';
import { showFigures } from './learning-set-figures.ts';
import type { Needs } from './needs.ts';
import { answerMyNqsws } from './nqsw-board.ts';
import { may } from './permission.ts';
import { message, newView, notForYou } from './short-answers.ts';
import type { Reply } from './turn.ts';
import type { ActionView, View } from './views.ts';
import { changeReminders } from './welcome-and-help.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';

const mostNamed = 6;
/** Long enough for the whole of anybody's year and its extension. */
const claimsAhead = { years: 2 } as const;

/** One's own, that of the person who was named, or a button for each whose chronology the asker may see (P9, Q19). */
async function chronology(needs: Needs, asker: Asker, person: string | undefined): Promise<View | null> {
  const { participantId } = asker.person;
  if (participantId !== null && (person === undefined || isOwnName(asker, person)))
    return openChronology(needs, asker, { participantId, earlier: '' });
  if (person !== undefined) {
    const meant = await participantMeant(needs, asker, 'see-chronology', person);
    return meant === undefined ? null : openChronology(needs, asker, { participantId: meant, earlier: '' });
  }
  const files = await permittedFiles(needs, asker, 'see-chronology');
  if (files.length === 0) return null;
  const more = files.length > mostNamed ? ['For anybody else write “chronology of” and the name.'] : [];
  return message(
    'Whose chronology?',
    ['It lists what happened, newest first, and can be downloaded.', ...more],
    {
      actions: files.slice(0, mostNamed).map(({ file }) => ({
        title: `Chronology: ${file.participant.name}`,
        verb: 'chronology-open',
        data: { participantId: file.participant.id, earlier: '' },
      })),
    },
  );
}

/** Another day for a review or an observation, which nobody moves in the chat: whom to ask. */
function moveReview(asker: Asker): View {
  const isOwn = asker.person.participantId !== null;
  return message(
    'Another day is agreed with whoever leads it',
    [
      'I cannot move a review or an observation. It counts on the day on which it is held, and the plan keeps the day by which it is due.',
    ],
    {
      actions: isOwn
        ? [ask('Who supports me?', 'people'), ask('When is my next review?', 'next-review')]
        : [ask('My NQSWs', 'my-nqsws'), whatsNext],
    },
  );
}

/** Claims are told to the Academy Manager alone (A16). */
async function claims(needs: Needs, asker: Asker): Promise<View> {
  const { titles } = needs.programme;
  if (!may('see-academy', asker.person.roles, ['academy'])) {
    return message('Funding claims are for the academy', [
      `The ${titles['academy-manager']} makes them and is reminded of them: please ask there.`,
    ]);
  }
  const from = asker.today;
  const period = { from, until: from.add(claimsAhead), words: 'in the next two years' };
  return answerPeriod(needs, asker, { kind: 'own' }, period, ({ kind }) => kind === 'claim');
}

function extend(needs: Needs, asker: Asker): View {
  const { titles } = needs.programme;
  const isPausing = may('manage-pause', asker.person.roles, ['academy']);
  return message(
    'A year is extended by a decision',
    [
      `The ${titles.assessor} recommends it after the last review, and a panel decides. The ${titles['academy-manager']} then enters the new end here, and every date follows.`,
      'A time away is a pause, which moves every date by its length.',
    ],
    {
      actions: [
        { title: isPausing ? 'Pause a programme' : 'About a pause', verb: 'ask', data: { intent: 'pause' } },
        ask('Help', 'help'),
      ],
    },
  );
}

const enrolOne = ({ programme }: Needs): ActionView => ({
  title: `Enrol an ${programme.titles.nqsw}`.slice(0, 60),
  verb: 'enrol-open',
  data: {},
});

/** What this bot does not do, in plain words, with who does. */
function beyond(
  needs: Needs,
  asker: Asker,
  errand: 'add-people' | 'leaving' | 'broadcast' | 'absences',
): View {
  const manager = needs.programme.titles['academy-manager'];
  const isManager = may('see-academy', asker.person.roles, ['academy']);
  const askManager = isManager ? [] : [`Please tell your ${manager}.`];
  const actions = isManager ? [ask('My NQSWs', 'my-nqsws'), ask('Help', 'help')] : [ask('Help', 'help')];
  switch (errand) {
    case 'add-people':
      return isManager
        ? message(
            'One at a time here, many with the roster',
            [
              `You can enrol one ${needs.programme.titles.nqsw} on a card. A whole cohort, and everybody who supports them, comes with the roster: whoever runs this bot imports it (academy import roster.csv).`,
            ],
            { actions: [enrolOne(needs), ...actions] },
          )
        : message(
            `The ${manager} enrols people`,
            [`Whoever is to join the programme is enrolled by them. ${askManager.join(' ')}`],
            { actions },
          );
    case 'leaving':
      return message(
        `The ${manager} enters that somebody leaves`,
        [
          'Only the kind of reason is kept. Every date and reminder follows from the last day that is entered.',
          ...askManager,
        ],
        { actions },
      );
    case 'broadcast':
      return message(
        'I pass no messages on',
        [
          'I remind each person of their own dates and tell them of records, bookings and requests. For anything else please write to them in Teams or by e-mail.',
        ],
        { actions: isManager ? [ask('What’s overdue', 'overdue'), ...actions] : actions },
      );
    case 'absences':
      return message(
        'I do not show who is away',
        [
          'What people tell me of their leave only keeps reminders from them. Please look in their calendar, or ask their manager.',
        ],
        { actions: [...actions, changeReminders] },
      );
    default:
      return errand satisfies never;
  }
}

async function viewOf(needs: Needs, asker: Asker, asked: ErrandAsked): Promise<View | null> {
  switch (asked.errand) {
    case 'chronology':
      return chronology(needs, asker, asked.person);
    case 'put-off':
      return answerPutOff(needs, asker, asked.typed);
    case 'disagreements':
      return answerDisagreements(needs, asker);
    case 'claims':
      return claims(needs, asker);
    case 'correct-record':
      return answerCorrecting(needs, asker);
    case 'move-review':
      return moveReview(asker);
    case 'extend':
      return extend(needs, asker);
    case 'my-team':
      return asker.person.participantId === null
        ? answerMyNqsws(needs, asker)
        : answerPeople(needs, asker, { functions: [] });
    case 'enrol':
      return (await openEnrol(needs, asker, asked.person)) ?? beyond(needs, asker, 'add-people');
    case 'add-people':
    case 'leaving':
    case 'broadcast':
    case 'absences':
      return beyond(needs, asker, asked.errand);
    default:
      return null;
  }
}

/** Lists for those who oversee the academy; undefined for others, whose words are then a question. */
async function answerList(
  needs: Needs,
  asker: Asker,
  errand: ErrandAsked['errand'],
): Promise<View | undefined | 'no-list'> {
  if (errand === 'open-alerts') return (await answerAlerts(needs, asker)) ?? undefined;
  return errand === 'audit-figures' ? answerAudits(needs, asker) : 'no-list';
}

/** What was asked for in so many words; undefined when it is none of these, or is answered as a question instead. */
export async function answerErrand(
  needs: Needs,
  asker: Asker,
  text: string,
): Promise<readonly Reply[] | undefined> {
  const asked = errandAsked(text);
  if (asked === undefined) return undefined;
  const listed = await answerList(needs, asker, asked.errand);
  if (listed !== 'no-list') return listed === undefined ? undefined : [newView(listed)];
  const plansSets = may('plan-learning-set', asker.person.roles, ['academy']);
  if (asked.errand === 'learning-set-figures')
    return plansSets ? [await showFigures(needs, asker, 'new')] : undefined;
  if (asked.errand === 'observations') {
    const slots = asked.person === undefined ? {} : { person: asked.person };
    return answerAssessment(needs, asker, 'evidence', slots);
  }
  const view = await viewOf(needs, asker, asked);
  if (view === null) return [notForYou(needs.programme)];
  return [newView(withNextStep(needs, view, asker))];
}
