import { type ConcernAct, decideConcern } from '../academy/concern.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { type Asker, permittedFiles, standing } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import { concernFacts, shownConcern } from './concern-step.ts';
import { concernView } from './concern-view.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Subject, VersionedFile } from './ports.ts';
import { functionsFor, type Holders, holdersFor, peopleOf, refuseAudited } from './procedure-people.ts';
import { chosenOf, type Filled, listInput, nothingFilled, procedureCard } from './procedure-view.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

const isOwn = (asker: Asker, file: ParticipantFile) => file.participant.personId === asker.person.id;

const yesOrNo = [
  { code: 'no', title: 'No' },
  { code: 'yes', title: 'Yes' },
];

/** The form: a category from a list and, for the NQSW, whether it is about the one who supervises them. */
function raiseForm(
  { programme }: Pick<Needs, 'programme'>,
  asker: Asker,
  file: ParticipantFile,
  submissionId: string,
  filled: Filled = nothingFilled,
): View {
  const { titles, concerns } = programme;
  const own = isOwn(asker, file);
  const supervisor = titles['reflective-supervisor'];
  const who = own
    ? `You, your ${supervisor} and your ${titles.assessor} see it first. If it is about your ${supervisor}, they see nothing of it: it goes to the ${titles['academy-manager']}.`
    : `${file.participant.name}, the ${supervisor} and the ${titles.assessor} see it.`;
  const heading = own ? 'Raise a concern' : `Raise a concern about ${file.participant.name}’s programme`;
  return procedureCard({
    heading,
    state: 'Only the kind of concern is kept: talk about the rest.',
    sections: [
      {
        title: 'What is it about?',
        inputs: [
          listInput(filled, 'one', 'category', 'Kind of concern', concerns.categories),
          ...(own ? [listInput(filled, 'one', 'about', `Is it about your ${supervisor}?`, yesOrNo)] : []),
        ],
        actions: [
          {
            title: 'Raise this concern',
            verb: 'concern-raise',
            data: { participantId: file.participant.id, submissionId },
          },
        ],
      },
    ],
    note: who,
  });
}

/** The file of somebody whose concern the asker may raise; an attempt on anybody else's is audited in it (G3). */
async function fileToRaiseIn(
  needs: Needs,
  asker: Asker,
  participantId: string,
): Promise<VersionedFile | undefined> {
  const versioned = participantId === '' ? undefined : await needs.files.load(participantId);
  const isTheirs =
    versioned !== undefined && may('raise-concern', asker.person.roles, standing(asker, versioned.file));
  if (!isTheirs) await refuseAudited(needs, asker, 'raise-concern', versioned);
  return isTheirs ? versioned : undefined;
}

/** The form for the asker, for the one whom they support, or the question whom it is about (Q16). */
export async function openConcern(needs: Needs, asker: Asker, participantId: string): Promise<View | null> {
  const wanted = participantId === '' ? asker.person.participantId : participantId;
  if (wanted !== null) {
    const versioned = await fileToRaiseIn(needs, asker, wanted);
    return versioned === undefined ? null : raiseForm(needs, asker, versioned.file, needs.newId());
  }
  const files = await permittedFiles(needs, asker, 'raise-concern');
  const [first, second] = files;
  if (first !== undefined && second === undefined) return raiseForm(needs, asker, first.file, needs.newId());
  return first === undefined ? null : chooseWhom(files);
}

/** The question whose programme it is about, also when it can only be one: a name was given that is not theirs. */
export async function askWhoseConcern(needs: Needs, asker: Asker): Promise<View | null> {
  const files = await permittedFiles(needs, asker, 'raise-concern');
  return files.length === 0 ? null : chooseWhom(files);
}

function chooseWhom(files: readonly VersionedFile[]): View {
  return {
    card: 'choose-person',
    summary: 'Whose programme is it about?',
    data: {
      heading: 'Raise a concern',
      question: 'Whose programme is it about?',
      people: files.map(({ file }) => ({ value: file.participant.id, title: file.participant.name })),
      chosen: files[0]?.file.participant.id ?? '',
      error: null,
      verb: 'concern-open',
      actionTitle: 'Continue',
    },
  };
}

type Raising =
  | { readonly ok: true; readonly act: ConcernAct & { step: 'raise' } }
  | { readonly ok: false; readonly filled: Filled };

function readRaise(
  { programme }: Pick<Needs, 'programme'>,
  own: boolean,
  sent: Submissions['concern-raise'],
  holders: Holders,
): Raising {
  const supervisor = programme.titles['reflective-supervisor'];
  const [category] = chosenOf(programme.concerns.categories, sent.category);
  const [about] = chosenOf(yesOrNo, sent.about);
  const [first] = peopleOf(holders, ['reflective-supervisor']);
  const errors: Record<string, string> = {};
  if (category === undefined) errors.category = 'Choose the kind of concern.';
  if (own && about === undefined) errors.about = `Say whether it is about your ${supervisor}.`;
  if (own && about === 'yes' && first === undefined)
    errors.about = `You have no ${supervisor} at the moment.`;
  if (category === undefined || Object.keys(errors).length > 0) {
    return { ok: false, filled: { errors, values: { category: sent.category, about: sent.about } } };
  }
  const aboutId = own && about === 'yes' ? (first?.id ?? null) : null;
  return { ok: true, act: { step: 'raise', category, aboutId } };
}

interface Raised {
  readonly file: ParticipantFile;
  readonly concernId: string;
}

/** Raises a concern, once for each form. Its first card is where it stands from then on, for whoever raised it. */
export async function raiseConcern(
  needs: Needs,
  asker: Asker,
  sent: Submissions['concern-raise'],
): Promise<Reply> {
  const versioned = await fileToRaiseIn(needs, asker, sent.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const own = isOwn(asker, versioned.file);
  const holders = await holdersFor(needs, versioned.file, asker.today);
  const raising = readRaise(needs, own, sent, holders);
  if (!raising.ok) {
    return pressedView(raiseForm(needs, asker, versioned.file, sent.submissionId, raising.filled));
  }
  const { act } = raising;
  const reached =
    act.aboutId === null ? (['reflective-supervisor', 'assessor'] as const) : (['academy-manager'] as const);
  if (peopleOf(holders, reached, [act.aboutId]).length === 0) return pressedView(nobodyToTell(needs));
  const newId = needs.newId();
  const raised = await changeFile(needs, versioned, asker.now, (file): Decision<Raised | null> => {
    const kept = file.submissions.get(sent.submissionId);
    if (kept !== undefined) return { facts: [], result: { file, concernId: kept } };
    const functions = functionsFor(asker, file, 'raise-concern');
    if (!decideConcern(undefined, act, functions, asker.today).ok) return { facts: [], result: null };
    const shown = { file, concernId: newId, steps: [], functions, today: asker.today };
    const { facts, step } = concernFacts(needs, asker, shown, act, holders);
    const submitted = { fact: 'submission-kept', submissionId: sent.submissionId, made: newId } as const;
    const changed = { ...file, concernSteps: [...file.concernSteps, step] };
    return { facts: [...facts, submitted], result: { file: changed, concernId: newId } };
  });
  return raisedReply(needs, asker, raised);
}

function raisedReply(needs: Needs, asker: Asker, raised: Raised | null): Reply {
  if (raised === null) return notForYou(needs.programme);
  const { file, concernId } = raised;
  const shown = shownConcern(needs, asker, file, concernId);
  const view = shown.functions.length === 0 ? null : concernView(needs, shown);
  if (view === null) return notForYou(needs.programme);
  const participantId = file.participant.id;
  const shows: Subject = { card: 'concern', participantId, concernId, turn: 0, nudge: 0 };
  return { kind: 'view', view, at: 'pressed', shows };
}

function nobodyToTell({ programme }: Pick<Needs, 'programme'>): View {
  const manager = programme.titles['academy-manager'];
  return message('Not sent', [
    `There is nobody on the list to whom this would go. Nothing has been kept. Please talk to your ${manager}.`,
  ]);
}
