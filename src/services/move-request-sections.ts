import type { Temporal } from 'temporal-polyfill';
import type { Invitation, OpenMove } from '../academy/move-team.ts';
import type { Programme } from '../academy/programme.ts';
import { longDate } from '../academy/wording.ts';
import { dateInput, dayInput, type Filled, linkInput, listInput, stepAction } from './procedure-view.ts';
import type { ActionView, ProcedureView } from './views.ts';

type Sections = ProcedureView['sections'];

interface Asked {
  readonly programme: Programme;
  /** The ids that every button carries. */
  readonly about: ActionView['data'];
  /** How many steps the card shows. */
  readonly seen: number;
  readonly filled: Filled;
  readonly today: Temporal.PlainDate;
}

const button = ({ about, seen }: Asked, title: string, step: string) =>
  stepAction('move-step', title, about, step, seen);

function planSection(asked: Asked): Sections {
  const { programme, filled, today } = asked;
  const { aims, supports } = programme.moveTeam;
  return [
    {
      title: 'When the three-way meeting has been held',
      inputs: [
        dateInput(filled, 'heldOn', 'Date of the meeting', today),
        listInput(filled, 'many', 'aims', 'What the plan aims at', aims),
        listInput(filled, 'many', 'supports', 'What support was agreed', supports),
        linkInput(filled, 'link', 'Link to the plan in your document store'),
      ],
      actions: [button(asked, 'Save the support plan', 'meeting')],
    },
  ];
}

/** Whoever arranges the meeting proposes a day for it; the plan can be recorded without that (T4). */
function inviteSection(asked: Asked, invitation: Invitation | null): Sections {
  const title = asked.programme.titles['host-manager'];
  return [
    {
      title: invitation === null ? `Arrange it with the ${title}` : 'Propose a new day',
      inputs: [dayInput(asked.filled, 'meetOn', 'Day of the three-way meeting')],
      actions: [button(asked, `Invite the ${title}`.slice(0, 60), 'invite')],
    },
  ];
}

/** What whoever is invited to the three-way meeting answers. */
export function invitedSections({ meetOn, answer }: Invitation, asked: Asked): Sections {
  const agree = {
    title: `Three-way meeting on ${longDate(meetOn)}?`,
    inputs: [],
    actions: [button(asked, 'I agree to this day', 'accept-day')],
  };
  const other = {
    title: 'If you cannot',
    inputs: [dayInput(asked.filled, 'meetOn', 'A day when you can')],
    actions: [button(asked, 'Propose another day', 'propose-day')],
  };
  return answer === 'accepted' ? [other] : [agree, other];
}

function answerSections(asked: Asked): Sections {
  const { refusals, questions } = asked.programme.moveTeam;
  return [
    { title: 'Agree to the move', inputs: [], actions: [button(asked, 'Approve', 'approve')] },
    {
      title: 'Refuse it',
      inputs: [listInput(asked.filled, 'one', 'reason', 'Reason for refusing', refusals)],
      actions: [button(asked, 'Refuse', 'refuse')],
    },
    {
      title: 'Ask first',
      inputs: [listInput(asked.filled, 'many', 'questions', 'What you need to know', questions)],
      actions: [button(asked, 'Ask for more', 'ask-more')],
    },
  ];
}

/** What whoever's turn it is is asked, and the buttons that send it. */
export function moveSections(state: OpenMove, asked: Asked): Sections {
  const { programme, filled, today } = asked;
  const { reasons } = programme.moveTeam;
  switch (state.at) {
    case 'wish-expressed':
      return [
        {
          title: 'When you have talked it over',
          inputs: [dateInput(filled, 'heldOn', 'Date of the conversation', today)],
          actions: [button(asked, 'Conversation held', 'conversation')],
        },
      ];
    case 'conversation-held':
      return [...planSection(asked), ...inviteSection(asked, state.invitation)];
    case 'plan-agreed':
      return [
        {
          title: `When you have reviewed the plan, on ${longDate(state.dueOn)} or later`,
          inputs: [dateInput(filled, 'heldOn', 'Date of the review', today)],
          actions: [button(asked, 'Plan reviewed', 'review')],
        },
      ];
    case 'plan-reviewed':
      return [
        {
          title: 'What do you want to do?',
          inputs: [],
          actions: [
            button(asked, 'Stay in my team', 'stay'),
            button(asked, 'Go on with the request', 'go-on'),
          ],
        },
      ];
    case 'going-on':
      return [
        {
          title: 'Your formal request',
          inputs: [listInput(filled, 'many', 'reasons', 'Why you want to move', reasons)],
          actions: [button(asked, 'Send the formal request', 'request')],
        },
      ];
    case 'requested':
      return answerSections(asked);
    case 'more-asked':
      return [
        {
          title: 'Your answer',
          inputs: [
            listInput(filled, 'many', 'reasons', 'Why you want to move', reasons),
            linkInput(filled, 'link', 'Link to the plan, or to your answer'),
          ],
          actions: [button(asked, 'Send my answer', 'answer-more')],
        },
      ];
    default:
      return state satisfies never;
  }
}

/** The NQSW may take it back at any time before the answer. */
export const withdrawSection = (asked: Asked): Sections[number] => ({
  title: 'No longer want to move?',
  inputs: [],
  actions: [button(asked, 'Withdraw my request', 'withdraw')],
});
