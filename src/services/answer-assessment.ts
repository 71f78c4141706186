import type { AssessmentRequest } from '../understanding/assessment-words.ts';
import type { Slots } from '../understanding/intents.ts';
import { answerReviewCorrection, notYoursToCorrect } from './answer-correction.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { openEvidence } from './evidence.ts';
import { finalShownTo, finalView } from './final-view.ts';
import type { Needs } from './needs.ts';
import { openObservation } from './observation-form.ts';
import type { PermissionVerb } from './permission.ts';
import type { VersionedFile } from './ports.ts';
import { openReview } from './review-form.ts';
import { newView, notForYou } from './short-answers.ts';
import type { Reply } from './turn.ts';
import type { ChoosePersonView, View } from './views.ts';
import { whoAssesses } from './who-assesses.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';

interface Way {
  readonly permission: PermissionVerb;
  readonly verb: ChoosePersonView['verb'];
  readonly heading: string;
}

const ways: Readonly<Record<AssessmentRequest, Way>> = {
  'record-review': { permission: 'record-review', verb: 'assess-review-open', heading: 'Record a review' },
  'correct-review': {
    permission: 'correct-review',
    verb: 'assess-correction-open',
    heading: 'Correct a review',
  },
  'record-observation': {
    permission: 'record-observation',
    verb: 'assess-observation-open',
    heading: 'Record an observation',
  },
  evidence: { permission: 'see-assessment', verb: 'assess-evidence-open', heading: 'Evidence so far' },
  'review-pack': { permission: 'see-assessment', verb: 'assess-evidence-open', heading: 'Review pack' },
  final: { permission: 'see-assessment', verb: 'assess-final-open', heading: 'Final assessment' },
};

async function openFor(
  needs: Needs,
  asker: Asker,
  request: AssessmentRequest,
  participantId: string,
  { stage }: Slots,
): Promise<View | null> {
  switch (request) {
    case 'record-review':
      return openReview(needs, asker, { participantId, item: '' });
    case 'correct-review':
      return answerReviewCorrection(
        needs,
        asker,
        participantId,
        stage === undefined ? '' : `review-${stage}`,
      );
    case 'record-observation':
      return openObservation(needs, asker, { participantId });
    case 'evidence':
    case 'review-pack':
      return openEvidence(needs, asker, { participantId, show: request === 'evidence' ? 'all' : 'next' });
    case 'final': {
      const versioned = await needs.files.load(participantId);
      const shown = versioned && finalShownTo(needs, asker, versioned.file);
      return shown === undefined ? null : finalView(needs, shown);
    }
    default:
      return request satisfies never;
  }
}

function chooseWhom({ verb, heading }: Way, files: readonly VersionedFile[]): View {
  return {
    card: 'choose-person',
    summary: heading,
    data: {
      heading,
      question: 'Who is it about?',
      people: files.map(({ file }) => ({ value: file.participant.id, title: file.participant.name })),
      chosen: files[0]?.file.participant.id ?? '',
      error: null,
      verb,
      actionTitle: 'Continue',
    },
  };
}

/** Whom a typed request is about: '' when it must be asked; null when it is nobody the asker may do this for. */
async function whoseAssessment(
  needs: Needs,
  asker: Asker,
  way: Way,
  person: string | undefined,
  files: readonly VersionedFile[],
): Promise<string | null> {
  const own = asker.person.participantId;
  const [first, second] = files;
  if (person === undefined || isOwnName(asker, person)) {
    const isOwnMeant = own !== null && files.length === 0 && way.permission === 'see-assessment';
    if (isOwnMeant) return own;
    return first !== undefined && second === undefined ? first.file.participant.id : '';
  }
  return (await participantMeant(needs, asker, way.permission, person)) ?? null;
}

/** Answers what was typed about the assessment of a year: the form, the evidence, or the question whom it is about. */
export async function answerAssessment(
  needs: Needs,
  asker: Asker,
  request: AssessmentRequest,
  slots: Slots,
): Promise<readonly Reply[]> {
  const way = ways[request];
  const files = await permittedFiles(needs, asker, way.permission);
  if (request === 'correct-review' && files.length === 0 && asker.person.participantId !== null)
    return [newView(notYoursToCorrect(needs))];
  const participantId = await whoseAssessment(needs, asker, way, slots.person, files);
  if (participantId === '' && files.length > 0) return [newView(chooseWhom(way, files))];
  const opened = participantId === null ? null : await openFor(needs, asker, request, participantId, slots);
  const view = opened ?? (await whoAssesses(needs, asker, request, slots.person));
  return [view === null ? notForYou(needs.programme) : newView(view)];
}
