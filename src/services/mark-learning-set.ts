import type { LearningSet, Place } from '../academy/learning-set.ts';
import type { ParticipantFile, SessionRecord } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { changeFile, type Decision } from './change-file.ts';
import { changeSet } from './change-learning-set.ts';
import type { Needs } from './needs.ts';
import { planOf } from './recordable-items.ts';

const recordIdOf = ({ id }: LearningSet, attended: boolean) => `${id}:${attended ? 'attended' : 'corrected'}`;

/** The day of a session on the academy's calendar. */
export const dayOf = (needs: Pick<Needs, 'programme'>, set: LearningSet) =>
  set.terms.startsAt.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();

/** The item of the series that a session counts for: of those without a held record the one due nearest to its day. */
function countedItem(
  items: readonly PlanItem[],
  series: string,
  on: ReturnType<typeof dayOf>,
): PlanItem | undefined {
  const daysAway = (item: PlanItem) =>
    Math.abs((item.due ?? on.add({ years: 9 })).until(on, { largestUnit: 'day' }).days);
  return items
    .filter((item) => item.series === series && item.due !== null && item.heldOn === undefined)
    .toSorted((a, b) => daysAway(a) - daysAway(b) || a.sequence - b.sequence)[0];
}

/** Whoever said who came: the facilitator, or an Academy Manager in their place. */
function markedBy({ marked, terms: { facilitator } }: LearningSet) {
  const { by, name } = marked ?? { by: facilitator.personId, name: facilitator.name };
  return { recordedBy: by, recordedByName: name };
}

/** What every record of a session says: of which item, by whom, when. */
const recordBase = (needs: Needs, set: LearningSet, item: string, recordId: string) => ({
  recordId,
  item,
  submissionId: recordId,
  ...markedBy(set),
  recordedAt: needs.clock.now(),
});

/** The record of a session attended. */
function heldRecord(needs: Needs, set: LearningSet, item: string, recordId: string): SessionRecord {
  const { minutes, link } = set.terms;
  return {
    ...recordBase(needs, set, item, recordId),
    outcome: 'held',
    heldOn: dayOf(needs, set),
    minutes,
    mode: link === '' ? 'face-to-face' : 'remote',
    themes: [],
    childFile: 'no-case-discussed',
    templateUsed: false,
    coWorkerRecorded: false,
    actions: [],
  };
}

/** A record cannot be taken back: a later one of the same item says that it did not happen for this person. */
function correction(needs: Needs, set: LearningSet, item: string, recordId: string): SessionRecord {
  return {
    ...recordBase(needs, set, item, recordId),
    outcome: 'did-not-happen',
    reason: set.marked?.notHeld ?? 'other',
    rearrangedOn: dayOf(needs, set),
  };
}

function recordFor(
  needs: Needs,
  set: LearningSet,
  file: ParticipantFile,
  attended: boolean,
): SessionRecord | undefined {
  const series = set.terms.countsFor;
  if (series === null) return undefined;
  const standing = file.records.findLast(({ recordId }) => recordId.startsWith(`${set.id}:`));
  const isAttended = standing?.outcome === 'held';
  if (isAttended === attended) return undefined;
  const revised = file.records.filter(({ recordId }) => recordId.startsWith(`${set.id}:`)).length;
  const recordId = `${recordIdOf(set, attended)}:${revised}`;
  if (!attended) return standing && correction(needs, set, standing.item, recordId);
  const today = needs.clock.now().toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const item = standing?.item ?? countedItem(planOf(needs, file, today).items, series, dayOf(needs, set))?.id;
  return item === undefined ? undefined : heldRecord(needs, set, item, recordId);
}

async function putPlaceOnFile(needs: Needs, set: LearningSet, place: Place): Promise<void> {
  const attended = place.attendance === 'attended';
  const versioned = place.participantId === null ? undefined : await needs.files.load(place.participantId);
  if (versioned !== undefined) {
    await changeFile(needs, versioned, needs.clock.now(), (file): Decision<null> => {
      const record = recordFor(needs, set, file, attended);
      if (record === undefined) return { facts: [], result: null };
      const { recordId: made, submissionId, recordedBy: by, outcome } = record;
      return {
        facts: [
          { fact: 'session-recorded', record },
          { fact: 'submission-kept', submissionId, made },
          { fact: 'audited', verb: 'record-attendance', by, outcome },
        ],
        result: null,
      };
    });
  }
  const current = await needs.learningSets.load(set.id);
  if (current === undefined) return;
  const step = { step: 'on-file', personId: place.personId, attended } as const;
  await changeSet(needs, current, step, 'the-academy', needs.clock.now());
}

const isBehind = ({ attendance, onFile }: Place) =>
  attendance !== null && onFile !== (attendance === 'attended');

/**
 * Brings participants' files in line with the attendance of a session that counts for a series: whoever came has a held
 * record of that item. Two partitions cannot change in one transaction, so this is done by whoever delivers, again until
 * it has come through; what stands already is left alone.
 */
export async function putOnFile(needs: Needs, sessionId: string): Promise<void> {
  const versioned = await needs.learningSets.load(sessionId);
  if (versioned === undefined || versioned.set.terms.countsFor === null) return;
  for (const place of versioned.set.places.filter(isBehind)) {
    await putPlaceOnFile(needs, versioned.set, place);
  }
}
