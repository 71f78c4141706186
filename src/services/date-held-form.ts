import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { isClosed } from '../academy/recording.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { entriesOf } from '../academy/year-entry.ts';
import { whatsNext } from './ask-buttons.ts';
import { standing } from './asker.ts';
import { itemTitle } from './item-title.ts';
import type { Needs } from './needs.ts';
import { type CodedList, dateInput, listInput, nothingFilled, procedureCard } from './procedure-view.ts';
import { isLedBy, planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { ShowEntry } from './show-year-entry.ts';
import type { View } from './views.ts';
import {
  type Given,
  saveYear,
  type YearForm,
  type YearGround,
  type YearOutcome,
  yearNotices,
} from './year-form.ts';

/* A session of which only the day is kept (T2, L7): by the host manager or the deputy, and seen by nobody in the academy. */

const onlyTheDay =
  'Only the day is kept, and only you, the NQSW and the deputy see it. Please enter nothing of what was said.';

/** A session that has its day already is offered again, last, to correct that day. */
const correcting = '~again';
const mostOffered = 6;

const dayHeld = ({ entries }: ParticipantFile, item: string) =>
  entriesOf(entries, 'date-held').findLast((one) => one.item === item);

const rank: Partial<Record<PlanItem['status'], number>> = { overdue: 0, due: 1, missed: 2, upcoming: 3 };

/** What can be entered: the late ones first, the next to come, and the newest that has its day already. */
function offered(ground: YearGround): readonly { readonly code: string; readonly title: string }[] {
  const { needs, asker, file } = ground;
  const held = planOf(needs, file, asker.today).items.filter((item) =>
    isLedBy(needs.programme, item, standing(asker, file), 'date-only'),
  );
  const next = held.find(({ status }) => status === 'upcoming');
  const open = held
    .filter((item) => rank[item.status] !== undefined && (item.status !== 'upcoming' || item === next))
    .filter(({ due }) => due !== null)
    .toSorted((one, other) => (rank[one.status] ?? 9) - (rank[other.status] ?? 9))
    .slice(0, mostOffered);
  const newest = held.findLast(({ id }) => dayHeld(file, id) !== undefined);
  return [
    ...open.map(({ id, title, due, status }) => ({
      code: id,
      title: `${title}, due ${due === null ? '' : shortDate(due)}${status === 'overdue' ? ', overdue' : ''}`,
    })),
    ...(newest?.heldOn === undefined
      ? []
      : [
          {
            code: `${newest.id}${correcting}`,
            title: `${newest.title}, held ${shortDate(newest.heldOn)}: correct the day`,
          },
        ]),
  ];
}

/** "personal-supervision-2", "~2026-10-06", or both: what a button or the words that were typed say. */
function begun(about: string, list: CodedList) {
  const [item = '', on = ''] = about.split('~');
  const first = list.find(({ code }) => code === item) ?? list[0];
  return { choice: first?.code ?? '', on: typedDate(on) === undefined ? '' : on };
}

const titleFor = ({ needs }: Pick<YearGround, 'needs'>) =>
  needs.programme.series.find(isClosed)?.title ?? 'Personal supervision';

function formView(ground: YearGround, given: Given): View {
  const { asker, file } = ground;
  const { name } = file.participant;
  const list = offered(ground);
  const heading = `${titleFor(ground)} with ${name}`;
  if (list.length === 0) {
    return message(
      heading,
      ['No session of it that you hold waits for its day. Other sessions are recorded on their own form.'],
      {
        actions: [
          { title: 'Record supervision', verb: 'record-open', data: { participantId: '', item: '' } },
          whatsNext,
        ],
      },
    );
  }
  const isFresh = Object.keys(given.filled.values).length === 0;
  const filled = isFresh ? { ...nothingFilled, values: begun(given.about, list) } : given.filled;
  const unusual = filled.errors.unusual ?? '';
  const save = saveYear('Save the day', ground, 'date-held', given);
  const anyway = saveYear('Save it all the same', ground, 'date-held', given, `anyway-${filled.values.on}`);
  return procedureCard({
    heading,
    state: onlyTheDay,
    sections: [
      {
        title: 'When was it held?',
        inputs: [
          listInput(filled, 'one', 'choice', 'Session', list),
          dateInput(filled, 'on', 'Held on', asker.today),
        ],
        actions: unusual === '' ? [save] : [save, anyway],
      },
    ],
    error: unusual === '' ? null : unusual,
  });
}

const standings = {
  'before-start': 'That day is before the programme began. It would be kept and would not count.',
  'in-pause': 'The programme was paused on that day. It would be kept and would not count.',
} as const;

/** What keeps the day from being kept as it was sent, by field; undefined where nothing does. */
function faultIn(ground: YearGround, chosen: string, on: Temporal.PlainDate | undefined, step: string) {
  if (chosen === '') return { choice: 'Choose the session.' };
  if (on === undefined) return { on: 'Enter the day on which it was held.' };
  const { needs, asker, file } = ground;
  const stands = recordStanding(planInputOf(file, needs.programme.timeZone), on, asker.today);
  if (stands === 'counts') return undefined;
  if (stands === 'in-future') return { on: 'That day is still to come. Enter it once it has been held.' };
  return step === `anyway-${on}` ? undefined : { unusual: standings[stands] };
}

function savedView({ file }: YearGround, title: string, on: Temporal.PlainDate, isNew: boolean): View {
  const { name } = file.participant;
  const lines = isNew
    ? ['Only the day is kept. The academy does not see it.']
    : ['It stood there already. Nothing has been changed by sending it again.'];
  return message(`${title} with ${name}: held on ${longDate(on)}`, lines, {
    tone: 'good',
    actions: [whatsNext],
  });
}

function decide(ground: YearGround, sent: Parameters<YearForm['decide']>[1]): YearOutcome {
  const { needs, asker, file, holders } = ground;
  const chosen = offered(ground).some(({ code }) => code === sent.choice) ? sent.choice : '';
  const on = typedDate(sent.on);
  const item = sent.choice.split('~')[0] ?? '';
  const title = itemTitle(needs.programme, item);
  const before = dayHeld(file, item);
  if (before !== undefined && on !== undefined && before.heldOn.equals(on))
    return { view: savedView(ground, title, on, false) };
  if (before !== undefined && chosen === '') {
    return {
      view: message(`${title} has its day already`, [
        `${before.byName} entered ${longDate(before.heldOn)}. What you have just sent was not kept.`,
      ]),
    };
  }
  const errors = faultIn(ground, chosen, on, sent.step);
  if (errors !== undefined || on === undefined) return { errors: errors ?? {} };
  const participantId = file.participant.id;
  return {
    acts: [{ entry: 'date-held', item, heldOn: on }],
    facts: ([entry]) =>
      entry === undefined
        ? []
        : yearNotices(
            (holders.get('nqsw') ?? []).filter(({ id }) => id !== asker.person.id),
            entry,
            { card: 'year-entry', participantId, entryId: entry.entryId },
          ),
    shown: () => savedView(ground, title, on, true),
  };
}

/** The day of a session that is between the NQSW and their manager (T2). */
export const dateHeldForm: YearForm = {
  permission: 'record-date-held',
  title: 'Personal supervision held',
  elseAsked: true,
  settles: ({ needs, asker, file }, item) =>
    isLedBy(needs.programme, item, standing(asker, file), 'date-only') ? 'Record the day' : null,
  heard: (_, { date }) => (date === undefined ? '' : `~${date}`),
  view: formView,
  decide,
};

/** The NQSW is told which day stands there. */
export const showDateHeld: ShowEntry<'date-held'> = ({ programme }: Needs, _, file, entry) => {
  const last = dayHeld(file, entry.item) ?? entry;
  const title = itemTitle(programme, entry.item);
  return message(
    `${title} is recorded as held`,
    [
      `${last.byName} entered ${longDate(last.heldOn)}. Only the day is kept, and the academy does not see it.`,
      `If it was another day, please tell ${last.byName}, who can correct it.`,
    ],
    { actions: [whatsNext] },
  );
};
