/** Cover (P13): somebody does a function in its holder's place for some days. */

import type { Temporal } from 'temporal-polyfill';
import { type Cover, coversOf, type Holding, holdingsOn } from '../academy/holding.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { allocatedFunctions } from '../academy/roles.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { functionTitle, supporters } from './allocation-form.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { coverArranged, coverWords } from './cover-words.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Fact, Subject } from './ports.ts';
import { peopleOf } from './procedure-people.ts';
import { type CodedList, dayInput, type Filled, listInput, procedureCard } from './procedure-view.ts';
import { rolesFor } from './roster-checks.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';
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

/** Longer is no cover: the function is then given to somebody else, who is handed over to. */
const longestDays = 184;

const isManager = ({ person }: Asker) => may('arrange-cover', person.roles, ['academy']);

/** What the asker may arrange cover for: what they hold themselves, for an Academy Manager everything that is held. */
const arrangeable = (asker: Asker, file: ParticipantFile): readonly Holding[] =>
  holdingsOn(file, asker.today)
    .filter((one) => one.as !== 'cover')
    .filter(({ personId }) => isManager(asker) || personId === asker.person.id);

/** Covers that have not passed. */
const standingCovers = ({ entries }: ParticipantFile, today: Temporal.PlainDate): readonly Cover[] =>
  coversOf(entries).filter(({ untilOn }) => untilOn.toString() >= today.toString());

const mayEnd = (asker: Asker, { holderId }: Cover) => isManager(asker) || holderId === asker.person.id;

/** What the form is about: a cover that is to end, or the days, the person and the function that it begins with. */
const compact = (on: Temporal.PlainDate) => on.toString().replaceAll('-', '');
const prefilledAs = (cover: Cover): string =>
  [
    allocatedFunctions.indexOf(cover.function),
    cover.personId,
    compact(cover.fromOn),
    compact(cover.untilOn),
  ].join('~');

function prefilled(about: string): Filled['values'] {
  const [at, personId, fromOn, untilOn] = about.split('~');
  if (untilOn === undefined) return {};
  const day = (text = '') => text.replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3');
  const choice = allocatedFunctions[Number(at)] ?? '';
  return { choice, personId: personId ?? '', on: day(fromOn), to: day(untilOn) };
}

function factsOf(needs: Needs, file: ParticipantFile, today: Temporal.PlainDate) {
  return standingCovers(file, today).map((cover) => ({
    title: functionTitle(needs, cover.function),
    value: coverWords(cover),
  }));
}

function endingView(ground: YearGround, cover: Cover, { submissionId, about, filled }: Given): View {
  const { asker, file } = ground;
  const values = { on: asker.today.toString(), ...filled.values };
  return procedureCard({
    heading: `End the cover for ${file.participant.name}`,
    state: coverWords(cover),
    sections: [
      {
        title: `When is ${cover.holderName} back?`,
        inputs: [dayInput({ values, errors: filled.errors }, 'on', 'First day without cover')],
        actions: [saveYear('End this cover', ground, 'cover', { submissionId, about }, 'end')],
      },
    ],
    note: 'From that day on the holder gets the reminders again, and whoever covered sees nothing of it any more.',
  });
}

function view(ground: YearGround, given: Given): View {
  const { needs, asker, file, people } = ground;
  const ending = standingCovers(file, asker.today).find(({ entryId }) => entryId === given.about);
  if (ending !== undefined && mayEnd(asker, ending)) return endingView(ground, ending, given);
  const held = arrangeable(asker, file);
  const { name, id } = file.participant;
  const [first] = held;
  if (first === undefined) {
    return message(`You cannot arrange cover for ${name}`, [
      'Cover is arranged by whoever holds the function, or by the Academy Manager. You cover for somebody yourself.',
    ]);
  }
  const functions = held.map((one) => ({
    code: one.function,
    title: isManager(asker)
      ? `${functionTitle(needs, one.function)}: ${one.name}`
      : functionTitle(needs, one.function),
  }));
  const values = { choice: first.function, ...prefilled(given.about), ...given.filled.values };
  const filled = { values, errors: given.filled.errors };
  const colleagues = people
    .filter((person) => person.id !== asker.person.id || isManager(asker))
    .map((person) => ({ code: person.id, title: person.name }));
  const ended = standingCovers(file, asker.today)
    .filter((cover) => mayEnd(asker, cover))
    .map((cover) => ({ title: `End cover by ${cover.name}`.slice(0, 60), cover }));
  return procedureCard({
    heading: `Cover for ${name}`,
    state: 'A colleague does it for some days',
    facts: factsOf(needs, file, asker.today),
    sections: [
      {
        title: 'Arrange cover',
        inputs: [
          ...(functions.length === 1
            ? []
            : [listInput(filled, 'one', 'choice', 'Whose function?', functions)]),
          listInput(filled, 'one', 'personId', 'Who covers?', colleagues),
          dayInput(filled, 'on', 'First day of cover'),
          dayInput(filled, 'to', 'Last day of cover'),
        ],
        actions: [saveYear('Arrange this cover', ground, 'cover', given)],
      },
      ...(ended.length === 0
        ? []
        : [
            {
              title: 'Back earlier?',
              inputs: [],
              actions: ended.map(({ title, cover }) => openYearForm(title, id, 'cover', cover.entryId)),
            },
          ]),
    ],
    note: 'On those days they see what the holder sees, and get the reminders instead of the holder; before and after it nothing. Everybody concerned is told.',
  });
}

function daysErrors(
  on: Temporal.PlainDate | undefined,
  to: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
) {
  const errors: Record<string, string> = {};
  if (on === undefined) errors.on = 'Choose the first day.';
  else if (on.toString() < today.toString())
    errors.on = 'Choose today or a later day: what somebody could see until now is not changed afterwards.';
  if (to === undefined) errors.to = 'Choose the last day.';
  else if (on !== undefined && to.toString() < on.toString())
    errors.to = 'The last day is before the first one.';
  else if (on !== undefined && on.until(to).days >= longestDays)
    errors.to =
      'That is more than half a year. Then the function is given to somebody else: ask the Academy Manager.';
  return errors;
}

const noColleague = {
  missing: 'Choose a colleague.',
  holder: 'They hold it themselves. Choose a colleague.',
  powerless: 'Their role does not let them do this here. Choose somebody else.',
} as const;

function arrange(ground: YearGround, sent: YearSent): YearOutcome {
  const { asker, file, people } = ground;
  const held = arrangeable(asker, file);
  const holding = held.length === 1 ? held[0] : held.find((one) => one.function === sent.choice);
  const person = people.find(({ id }) => id === sent.personId);
  const [on, to] = [typedDate(sent.on), typedDate(sent.to)];
  const errors: Record<string, string> = daysErrors(on, to, asker.today);
  if (holding === undefined) errors.choice = 'Choose the function.';
  if (person === undefined) errors.personId = noColleague.missing;
  else if (person.id === holding?.personId) errors.personId = noColleague.holder;
  else if (holding !== undefined && !person.roles.some((role) => rolesFor(holding.function).includes(role)))
    errors.personId = noColleague.powerless;
  const same = standingCovers(file, asker.today).find(
    (one) =>
      one.function === holding?.function &&
      one.holderId === holding.personId &&
      one.fromOn.toString() <= sent.to &&
      sent.on <= one.untilOn.toString(),
  );
  if (same !== undefined) errors.on ??= `${coverWords(same)}. End that first, or choose other days.`;
  const isWrong = Object.keys(errors).length > 0;
  if (isWrong || holding === undefined || person === undefined || on === undefined || to === undefined)
    return { errors };
  const act = {
    entry: 'cover',
    function: holding.function,
    personId: person.id,
    name: person.name,
    holderId: holding.personId,
    holderName: holding.name,
    fromOn: on,
    untilOn: to,
  } as const;
  return {
    acts: [act],
    facts: (entries) =>
      entries.flatMap((entry) => told(ground, act, { ...subjectOf(file, entry.entryId) }, entry)),
    shown: (after, entries) => arrangedView(ground, after, entries[0]?.entryId ?? ''),
  };
}

const subjectOf = (file: ParticipantFile, entryId: string): Subject => ({
  card: 'year-entry',
  participantId: file.participant.id,
  entryId,
});

type Concerned = Pick<Cover, 'personId' | 'holderId'>;

/** Whoever covers, whoever is covered and the NQSW are told, but for whoever did it. */
function told(
  { holders, people, file }: YearGround,
  { personId, holderId }: Concerned,
  subject: Subject,
  entry: Parameters<typeof yearNotices>[1],
): readonly Fact[] {
  const nqsw = peopleOf(holders, ['nqsw']).filter(({ id }) => id === file.participant.personId);
  const concerned = people.filter(({ id }) => id === personId || id === holderId);
  return yearNotices([...concerned, ...nqsw], entry, subject);
}

const mostOthers = 5;

function arrangedView(ground: YearGround, after: ParticipantFile, entryId: string): View {
  const { needs, asker, gathered } = ground;
  const cover = coversOf(after.entries).find((one) => one.entryId === entryId);
  if (cover === undefined) return message('The cover has been arranged', []);
  const others = gathered
    .slice(0, mostOthers)
    .map(({ code, title }) =>
      openYearForm(`The same for ${title}`.slice(0, 60), code, 'cover', prefilledAs(cover)),
    );
  const arranged = coverArranged(needs, after, cover, asker);
  return others.length === 0 ? arranged : { ...arranged, data: { ...arranged.data, actions: others } };
}

function end(ground: YearGround, sent: YearSent): YearOutcome {
  const { asker, file } = ground;
  const cover = standingCovers(file, asker.today).find(({ entryId }) => entryId === sent.about);
  if (cover === undefined || !mayEnd(asker, cover))
    return { view: message('This cover has ended already', ['Nothing has been changed.']) };
  const on = typedDate(sent.on);
  if (on === undefined) return { errors: { on: 'Choose the day.' } };
  if (on.toString() < asker.today.toString()) return { errors: { on: 'Choose today or a later day.' } };
  if (on.toString() > cover.untilOn.toString())
    return {
      errors: { on: `The cover ends by itself after ${shortDate(cover.untilOn)}. Choose a day before that.` },
    };
  return {
    acts: [{ entry: 'cover-ended', cover: cover.entryId, on }],
    facts: (entries) =>
      entries.flatMap((entry) => told(ground, cover, subjectOf(file, entry.entryId), entry)),
    shown: () =>
      message(
        'The cover ends',
        [
          `From ${longDate(on)} ${cover.holderName} does it again, and ${cover.name} sees nothing of it any more.`,
        ],
        { tone: 'good', actions: [openYearForm('Arrange other cover', file.participant.id, 'cover')] },
      ),
  };
}

/** The others for whom the asker holds something: the same days can be arranged for them. */
async function others(needs: Needs, asker: Asker, file: ParticipantFile): Promise<CodedList> {
  if (isManager(asker)) return [];
  const files = await permittedFiles(needs, asker, 'arrange-cover');
  return files
    .map((versioned) => versioned.file)
    .filter((one) => one.participant.id !== file.participant.id && arrangeable(asker, one).length > 0)
    .map(({ participant: { id, name } }) => ({ code: id, title: name }));
}

const mostSaid = 4;

/** Who covers for the asker, or, for an Academy Manager, for anybody. */
function intro(_: Needs, asker: Asker, files: readonly ParticipantFile[]): readonly string[] {
  const all = files.flatMap((file) =>
    standingCovers(file, asker.today)
      .filter((cover) => mayEnd(asker, cover) || cover.personId === asker.person.id)
      .map((cover) => `${file.participant.name}: ${coverWords(cover)}.`),
  );
  return all.length === 0 ? ['No cover is arranged.'] : all.slice(0, mostSaid);
}

/** Cover for some days: arranged by the holder or the Academy Manager, and ended early by either (P13). */
export const coverForm: YearForm = {
  permission: 'arrange-cover',
  title: 'Cover',
  elseAsked: true,
  choosesFrom: supporters,
  gathers: others,
  intro,
  view,
  decide: (ground, sent) => (sent.step === 'end' ? end(ground, sent) : arrange(ground, sent)),
};
