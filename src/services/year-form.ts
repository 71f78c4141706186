/**
 * One frame for everything that is entered of a year beside records, reviews and procedures: whoever may opens a form for
 * one NQSW, sends it, and gets it back with the reason at each field, or what has come of it. Each form in
 * `year-forms.ts` says what it asks and what its answers mean.
 */
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import type { YearAct, YearEntry } from '../academy/year-entry.ts';
import type { YearFormName } from '../academy/year-form-name.ts';
import type { Slots } from '../understanding/intents.ts';
import { type Asker, permittedFile, standing } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import { may, type PermissionVerb } from './permission.ts';
import type { Fact, Person, Subject } from './ports.ts';
import { type Holders, holdersFor } from './procedure-people.ts';
import { type CodedList, type Filled, nothingFilled } from './procedure-view.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { ActionView, View } from './views.ts';

export type YearSent = Submissions['year-save'];

/** The form as it is to stand: empty, or as it was sent with what is wrong. */
export interface Given {
  readonly submissionId: string;
  /** What the form is about, where there are several: an item, a proposal; '' for none. */
  readonly about: string;
  readonly filled: Filled;
}

/** A form as it is opened. */
export const freshGiven = ({ newId }: Pick<Needs, 'newId'>, about = ''): Given => ({
  submissionId: newId(),
  about,
  filled: nothingFilled,
});

export interface YearGround {
  readonly needs: Needs;
  readonly asker: Asker;
  readonly file: ParticipantFile;
  readonly holders: Holders;
  /** Whom the form lets choose from; empty where it names nobody. */
  readonly people: readonly Person[];
  /** What the form has gathered from beyond the file, by code; empty where it gathers nothing. */
  readonly gathered: CodedList;
}

/** What a form that was sent comes to. */
export type YearOutcome =
  /** Nothing is kept: the form comes back with the reason at each field. */
  | { readonly errors: Filled['errors'] }
  /** Nothing is to be kept: what to show instead. */
  | { readonly view: View }
  | {
      readonly acts: readonly YearAct[];
      /** Whatever else the commit adds: notices, another list of the file. */
      readonly facts?: (entries: readonly YearEntry[]) => readonly Fact[];
      /** What is shown, on the file as it is then. */
      readonly shown: (after: ParticipantFile, entries: readonly YearEntry[]) => View;
      /** What the card shows from then on, where it is to be brought up to date later. */
      readonly shows?: (entries: readonly YearEntry[]) => Subject | undefined;
    };

export interface YearForm {
  /** Who may open and send it. */
  readonly permission: PermissionVerb;
  /** Who may send it, where more people may read it. */
  readonly saving?: PermissionVerb;
  /** Over the question about whom it is. */
  readonly title: string;
  /** The people that it lets choose from. */
  readonly choosesFrom?: (needs: Needs) => Promise<readonly Person[]>;
  /** What else it has to know from beyond the file. */
  readonly gathers?: (needs: Needs, asker: Asker, file: ParticipantFile) => Promise<CodedList>;
  /** What the form is about, as the words that asked for it say. */
  readonly heard?: (text: string, slots: Slots, today: Asker['today']) => string;
  /** Whoever has no role for it has asked a question with these words, and gets the answer to that. */
  readonly elseAsked?: true;
  /** What whoever has this form for nobody of that name is answered in its place; null for nobody they may ask about. */
  readonly instead?: (needs: Needs, asker: Asker, person: string | undefined) => Promise<View | null>;
  /** What is said before whom it is about has been chosen, of those whom it may be about. */
  readonly intro?: (needs: Needs, asker: Asker, files: readonly ParticipantFile[]) => readonly string[];
  /** The words on the button that opens it from the reminder of an item that it settles; null of any other item. */
  readonly settles?: (ground: Pick<YearGround, 'needs' | 'asker' | 'file'>, item: PlanItem) => string | null;
  readonly view: (ground: YearGround, given: Given) => View;
  readonly decide: (ground: YearGround, sent: YearSent) => YearOutcome;
}

/** The button that sends a form. `step` tells several buttons of one form apart. */
export function saveYear(
  title: string,
  { file }: Pick<YearGround, 'file'>,
  form: YearFormName,
  { submissionId, about }: Pick<Given, 'submissionId' | 'about'>,
  step = '',
): ActionView {
  const participantId = file.participant.id;
  return { title, verb: 'year-save', data: { participantId, submissionId, form, about, step } };
}

/** The button that opens a form; `participantId` may be '': then the person is still to be chosen, or is the asker. */
export const openYearForm = (
  title: string,
  participantId: string,
  form: YearFormName,
  about = '',
): ActionView => ({ title, verb: 'year-open', data: { participantId, form, about } });

/** A message of its own about an entry for each of these people, but for whoever made it. */
export function yearNotices(people: readonly Person[], entry: YearEntry, subject: Subject): readonly Fact[] {
  return people
    .filter(({ id }) => id !== entry.by)
    .map(({ id }) => ({
      fact: 'notice-owed',
      notice: {
        key: `year~${entry.entryId}~${id}`,
        recipient: { kind: 'person', personId: id },
        subject,
        mode: 'show',
        owedAt: entry.at,
      },
    }));
}

/** The facts of what was entered, and what they are called in the audit. */
export function yearFacts(file: ParticipantFile, entries: readonly YearEntry[]): readonly Fact[] {
  return entries.flatMap((entry, index): readonly Fact[] => [
    { fact: 'year-entered', entry, position: file.entries.length + index },
    { fact: 'audited', verb: `year-${entry.entry}`, by: entry.by, outcome: 'entered' },
  ]);
}

async function groundOf(
  needs: Needs,
  asker: Asker,
  form: YearForm,
  participantId: string,
): Promise<{ readonly ground: YearGround; readonly version: string } | undefined> {
  const versioned = await permittedFile(needs, asker, form.permission, participantId);
  if (versioned === undefined) return undefined;
  const holders = await holdersFor(needs, versioned.file, asker.today);
  const people = (await form.choosesFrom?.(needs)) ?? [];
  const gathered = (await form.gathers?.(needs, asker, versioned.file)) ?? [];
  const { file, version } = versioned;
  return { ground: { needs, asker, file, holders, people, gathered }, version };
}

/** The form for one NQSW; null for whoever may not. */
export async function openForm(
  needs: Needs,
  asker: Asker,
  form: YearForm,
  { participantId, about }: Pick<Submissions['year-open'], 'participantId' | 'about'>,
): Promise<View | null> {
  const opened = await groundOf(needs, asker, form, participantId);
  return opened === undefined ? null : form.view(opened.ground, freshGiven(needs, about));
}

const savedAlready = message('That was saved already', ['Nothing has been changed by sending it again.']);

interface Decided {
  readonly view: View;
  readonly shows?: Subject;
}

function decideOn(form: YearForm, ground: YearGround, sent: YearSent): Decision<Decided> {
  const { needs, asker, file } = ground;
  if (file.submissions.has(sent.submissionId)) return { facts: [], result: { view: savedAlready } };
  const outcome = form.decide(ground, sent);
  if ('errors' in outcome) {
    const { submissionId, about, on, to, choice, codes, number, personId, name = '' } = sent;
    const values = {
      on,
      to,
      choice,
      codes,
      number,
      personId,
      name: outcome.errors.name === undefined ? name : '',
    };
    const filled = { values, errors: outcome.errors };
    return { facts: [], result: { view: form.view(ground, { submissionId, about, filled }) } };
  }
  if ('view' in outcome) return { facts: [], result: { view: outcome.view } };
  const { person, now } = asker;
  const entries = outcome.acts.map(
    (act): YearEntry => ({ ...act, entryId: needs.newId(), by: person.id, byName: person.name, at: now }),
  );
  const made = entries[0]?.entryId ?? sent.submissionId;
  const shows = outcome.shows?.(entries);
  return {
    facts: [
      ...yearFacts(file, entries),
      ...(outcome.facts?.(entries) ?? []),
      { fact: 'submission-kept', submissionId: sent.submissionId, made },
    ],
    result: {
      view: outcome.shown({ ...file, entries: [...file.entries, ...entries] }, entries),
      ...(shows === undefined ? {} : { shows }),
    },
  };
}

/** Keeps what a form says, once for each form that was opened, or sends it back with the reason at each field. */
export async function sendForm(needs: Needs, asker: Asker, form: YearForm, sent: YearSent): Promise<Reply> {
  const permission = form.saving ?? form.permission;
  const opened = await groundOf(needs, asker, { ...form, permission }, sent.participantId);
  if (opened === undefined) return notForYou(needs.programme);
  const { ground, version } = opened;
  const decided = await changeFile(
    needs,
    { file: ground.file, version },
    asker.now,
    (file): Decision<Decided | null> =>
      // Whoever changed the file meanwhile may have given the function to somebody else.
      may(permission, asker.person.roles, standing(asker, file))
        ? decideOn(form, { ...ground, file }, sent)
        : { facts: [], result: null },
  );
  if (decided === null) return notForYou(needs.programme);
  const { view, shows } = decided;
  return shows === undefined ? pressedView(view) : { kind: 'view', view, at: 'pressed', shows };
}
