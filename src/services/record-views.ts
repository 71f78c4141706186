import type {
  ChildFileAnswer,
  Confirmation,
  DidNotHappenReason,
  DisagreementReason,
  HeldRecord,
  ParticipantFile,
  SessionRecord,
} from '../academy/participant-file.ts';
import { disagreementReasons } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import { dateAndTime, longDate, shortDate } from '../academy/wording.ts';
import { whatsNext } from './ask-buttons.ts';
import { itemTitle } from './item-title.ts';
import type { ConfirmRecordView, FactView, Tone, View } from './views.ts';

export const didNotHappenWords = ({
  titles,
}: Pick<Programme, 'titles'>): Readonly<Record<DidNotHappenReason, string>> => ({
  'nqsw-leave': `The ${titles.nqsw} was on leave`,
  'nqsw-sickness': `The ${titles.nqsw} was off sick`,
  'supervisor-leave': 'The supervisor was on leave',
  'supervisor-sickness': 'The supervisor was off sick',
  'urgent-work': 'Urgent work came first',
  training: 'Training or a meeting came first',
  other: 'Another reason',
});

export const disagreementWords: Readonly<Record<DisagreementReason, string>> = {
  'not-held': 'We did not meet',
  'wrong-date': 'The date is wrong',
  'wrong-length': 'The length is wrong',
  'wrong-themes': 'The themes are wrong',
  'wrong-attestation': 'What is said about the child’s file or co-worker is wrong',
  'wrong-action': 'An agreed action is wrong',
};

const childFileWords: Readonly<Record<ChildFileAnswer, string>> = {
  yes: 'Recorded on the child’s file',
  'not-yet': 'Not yet on the child’s file',
  'no-case-discussed': 'No case was discussed',
};

function themeTitles(programme: Programme, codes: readonly string[]): string {
  const titles = new Map(programme.supervision.themes.map((theme) => [theme.code, theme.title]));
  return codes.map((code) => titles.get(code) ?? code).join(', ');
}

function attestationWords(record: HeldRecord): string {
  const template =
    record.childFile !== 'no-case-discussed'
      ? record.templateUsed
        ? ', on the template'
        : ', not on the template'
      : '';
  const coWorker = record.coWorkerRecorded
    ? 'Co-worker recorded on every case'
    : 'Co-worker not yet recorded on every case';
  return `${childFileWords[record.childFile]}${template}. ${coWorker}.`;
}

function lengthWords(programme: Programme, minutes: number): string {
  const least = programme.supervision.minimumMinutes;
  return minutes < least ? `${minutes} minutes (less than the ${least} expected)` : `${minutes} minutes`;
}

function heldFacts(programme: Programme, record: HeldRecord): readonly FactView[] {
  return [
    { title: 'Held on', value: longDate(record.heldOn) },
    { title: 'Length', value: lengthWords(programme, record.minutes) },
    { title: 'How', value: record.mode === 'face-to-face' ? 'Face to face' : 'Remote' },
    { title: 'Themes', value: themeTitles(programme, record.themes) },
    { title: 'Attested', value: attestationWords(record) },
  ];
}

function actionLines(file: ParticipantFile, record: HeldRecord): readonly string[] {
  return record.actions.map((action) => {
    const owner = action.owner === 'nqsw' ? file.participant.name : record.recordedByName;
    return `${action.what} (${owner}, by ${shortDate(action.dueOn)})`;
  });
}

const confirmationOf = (file: ParticipantFile, recordId: string): Confirmation | undefined =>
  file.confirmations.find((confirmation) => confirmation.recordId === recordId);

/** The held record that this one took the place of, if any: what it says stays on the file (FEATURES P2). */
function recordBefore(file: ParticipantFile, record: SessionRecord): HeldRecord | undefined {
  const at = file.records.findIndex(({ recordId }) => recordId === record.recordId);
  return file.records
    .slice(0, Math.max(at, 0))
    .filter((other) => other.outcome === 'held')
    .findLast(({ item }) => item === record.item);
}

/** Who recorded it and when, with how long after the session where it was not on the day. */
function recordedWords(programme: Programme, record: HeldRecord): string {
  const on = record.recordedAt.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const { days } = record.heldOn.until(on, { largestUnit: 'day' });
  const late = days < 1 ? '' : `, ${days === 1 ? 'a day' : `${days} days`} after the session`;
  return `${dateAndTime(record.recordedAt, programme.timeZone)} by ${record.recordedByName}${late}`;
}

/** What a record says, with what the record before it said where the two differ, and who recorded each. */
function heldFactsSince(
  programme: Programme,
  file: ParticipantFile,
  record: HeldRecord,
): readonly FactView[] {
  const before = recordBefore(file, record);
  const recorded = { title: 'Recorded', value: recordedWords(programme, record) };
  if (before === undefined) return [...heldFacts(programme, record), recorded];
  const earlier = heldFacts(programme, before);
  const changed = heldFacts(programme, record).map((fact, at) => {
    const was = earlier[at]?.value ?? fact.value;
    return was === fact.value ? fact : { ...fact, value: `${fact.value}; before: ${was}` };
  });
  return [...changed, recorded, { title: 'First recorded', value: recordedWords(programme, before) }];
}

/** The later record that took this one's place, if any. */
function supersededBy(file: ParticipantFile, record: SessionRecord): SessionRecord | undefined {
  const newest = file.records.findLast((other) => other.item === record.item);
  return newest?.recordId === record.recordId ? undefined : newest;
}

function heldStatus(
  programme: Programme,
  file: ParticipantFile,
  record: HeldRecord,
): { status: string; tone: Tone } {
  const answer = confirmationOf(file, record.recordId);
  if (answer === undefined) {
    return { status: `Waiting for ${file.participant.name} to agree.`, tone: 'default' };
  }
  const at = dateAndTime(answer.at, programme.timeZone);
  if (answer.answer === 'agreed')
    return { status: `${file.participant.name} agreed on ${at}.`, tone: 'good' };
  const reason = answer.reason === null ? '' : ` “${disagreementWords[answer.reason]}”.`;
  return {
    status: `${file.participant.name} said on ${at} that it is not right:${reason} Please talk it over; the ${programme.titles['academy-manager']} can see this.`,
    tone: 'attention',
  };
}

function replacedWords(programme: Programme, later: SessionRecord): string {
  return `Replaced by the record of ${dateAndTime(later.recordedAt, programme.timeZone)}.`;
}

const correctAction = (file: ParticipantFile, { item, recordId }: HeldRecord) => ({
  title: 'Correct this record',
  verb: 'record-open' as const,
  data: { participantId: file.participant.id, item, corrects: recordId },
});

/** What the recorder sees of a record, now: waiting, agreed, not right, or replaced by a later one. */
export function recordedView(programme: Programme, file: ParticipantFile, record: SessionRecord): View {
  const session = `${itemTitle(programme, record.item)} with ${file.participant.name}`;
  const actions = [
    {
      title: 'Record another session',
      verb: 'record-open',
      data: { participantId: '', item: '' },
    },
  ];
  const later = supersededBy(file, record);
  if (record.outcome === 'did-not-happen') {
    const facts = [
      { title: 'Reason', value: didNotHappenWords(programme)[record.reason] },
      { title: 'New date', value: longDate(record.rearrangedOn) },
    ];
    return {
      card: 'recorded',
      summary: `Saved: ${session} did not happen`,
      data: {
        heading: `${session}: did not happen`,
        tone: later === undefined ? 'warning' : 'default',
        status:
          later === undefined
            ? `Saved. It counts as missed until it is held; ${file.participant.name} will be told the new date.`
            : replacedWords(programme, later),
        facts,
        agreedActions: [],
        actions,
      },
    };
  }
  const { status, tone } = heldStatus(programme, file, record);
  return {
    card: 'recorded',
    summary: `Recorded: ${session}`,
    data: {
      heading: `Recorded: ${session}`,
      tone: later === undefined ? tone : 'default',
      status: later === undefined ? status : replacedWords(programme, later),
      facts: heldFactsSince(programme, file, record),
      agreedActions: actionLines(file, record),
      actions: later === undefined ? [...actions, correctAction(file, record)] : actions,
    },
  };
}

function answeredWords(
  programme: Programme,
  file: ParticipantFile,
  record: SessionRecord,
): ConfirmRecordView['answered'] {
  const later = supersededBy(file, record);
  if (later !== undefined) return { text: replacedWords(programme, later), tone: 'default' };
  const answer = confirmationOf(file, record.recordId);
  if (answer === undefined) return null;
  const at = dateAndTime(answer.at, programme.timeZone);
  if (answer.answer === 'agreed') return { text: `You agreed on ${at}.`, tone: 'good' };
  const reason = answer.reason === null ? '' : `: “${disagreementWords[answer.reason]}”`;
  return {
    text: `You said on ${at} that this is not right${reason}. ${record.recordedByName} can see that and can record it again.`,
    tone: 'warning',
  };
}

/** What the NQSW is asked, or told, about a record of their session (FEATURES Q9). */
export function confirmRecordView(
  programme: Programme,
  file: ParticipantFile,
  record: SessionRecord,
  error: string | null = null,
): View {
  const title = itemTitle(programme, record.item);
  const shared = { participantId: file.participant.id, recordId: record.recordId, error };
  if (record.outcome === 'did-not-happen') {
    return {
      card: 'message',
      summary: `${title} has a new date`,
      data: {
        heading: `${title} has a new date`,
        tone: 'warning',
        lines: [`${record.recordedByName} noted that the session did not happen.`],
        facts: [
          { title: 'New date', value: longDate(record.rearrangedOn) },
          { title: 'Reason', value: didNotHappenWords(programme)[record.reason] },
        ],
        actions: [
          { title: 'When is my next supervision?', verb: 'ask', data: { intent: 'next-supervision' } },
        ],
      },
    };
  }
  const answered = answeredWords(programme, file, record);
  const verb = recordBefore(file, record) === undefined ? 'recorded' : 'corrected the record of';
  return {
    card: 'confirm-record',
    summary: `${record.recordedByName} recorded your ${title.toLowerCase()}: please agree`,
    data: {
      ...shared,
      heading: title,
      intro: `${record.recordedByName} has ${verb} this session with you.${answered === null ? ' Is it right?' : ''}`,
      facts: heldFactsSince(programme, file, record),
      agreedActions: actionLines(file, record),
      reasons: disagreementReasons.map((reason) => ({ value: reason, title: disagreementWords[reason] })),
      answered,
      actions:
        answered === null ? [] : [whatsNext, { title: 'My year', verb: 'ask', data: { intent: 'my-year' } }],
    },
  };
}

/** What the Academy Manager sees when an NQSW disagrees with a record. Undefined while there is no disagreement. */
export function disagreementView(
  programme: Programme,
  file: ParticipantFile,
  record: SessionRecord,
): View | undefined {
  const answer = confirmationOf(file, record.recordId);
  if (answer?.answer !== 'not-right' || record.outcome !== 'held') return undefined;
  const later = supersededBy(file, record);
  const line =
    later === undefined
      ? 'Nothing has been changed: the record stands until a new one is sent.'
      : 'A later record of this session has been sent since.';
  return {
    card: 'message',
    summary: `${file.participant.name} does not agree with a supervision record`,
    data: {
      heading: `${file.participant.name} does not agree with a supervision record`,
      tone: later === undefined ? 'attention' : 'default',
      lines: [line],
      facts: [
        { title: 'Session', value: itemTitle(programme, record.item) },
        { title: 'Recorded by', value: record.recordedByName },
        { title: 'Held on', value: longDate(record.heldOn) },
        {
          title: 'What is not right',
          value: answer.reason === null ? 'Not said' : disagreementWords[answer.reason],
        },
        { title: 'Said', value: dateAndTime(answer.at, programme.timeZone) },
      ],
      actions: [],
    },
  };
}
