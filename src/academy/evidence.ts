import type { Temporal } from 'temporal-polyfill';
import type { AssessmentEntry } from './assessment.ts';
import type { PlanItem, YearPlan } from './plan-item.ts';
import type { Programme } from './programme.ts';

/*
 * The portfolio by stage (Q12, A4): which documents are there since when, and which are missing. Only that they are
 * there is known, never what they say.
 */

const isByStage = ({ kind, when }: Programme['arrangements'][number]) =>
  when.by === 'review' && (kind === 'document' || kind === 'observation');

const dated = new WeakMap<Programme, Programme>();

/**
 * The programme with every document and observation of a stage among its dates, whether or not its council is reminded
 * of them: the tracker shows when each is due in any case.
 */
export function programmeWithEvidence(programme: Programme): Programme {
  const known = dated.get(programme);
  if (known !== undefined) return known;
  const arrangements = programme.arrangements.map((one) => (isByStage(one) ? { ...one, inPlan: true } : one));
  const made = { ...programme, arrangements };
  dated.set(programme, made);
  return made;
}

/** When a document was received; of several entries for one the last counts. */
export function receivedOn(
  entries: readonly AssessmentEntry[],
  item: string,
): Temporal.PlainDate | undefined {
  const found = entries.findLast((entry) => entry.entry === 'evidence' && entry.item === item);
  return found?.entry === 'evidence' ? found.receivedOn : undefined;
}

/** One review with the documents that belong to it. */
export interface EvidenceStage {
  readonly review: PlanItem;
  readonly documents: readonly PlanItem[];
}

/** The documents by the review they are for, in the order of the reviews; `plan` is of `programmeWithEvidence`. */
export function evidenceStages({ reviews }: Programme, { items }: YearPlan): readonly EvidenceStage[] {
  return reviews.flatMap(({ id, at }) => {
    const review = items.find((item) => item.id === id);
    const documents = items.filter(
      (item) => item.kind === 'document' && item.id === `${item.series}-${at.count}m`,
    );
    return review === undefined || documents.length === 0 ? [] : [{ review, documents }];
  });
}

/** How many of a kind of document are there: a count and nothing else. */
export interface EvidenceCount {
  readonly series: string;
  readonly there: number;
  readonly wanted: number;
}

export function evidenceCounts(stages: readonly EvidenceStage[]): readonly EvidenceCount[] {
  const documents = stages.flatMap((stage) => stage.documents);
  return [...new Set(documents.map(({ series }) => series))].map((series) => {
    const ofSeries = documents.filter((item) => item.series === series);
    return {
      series,
      there: ofSeries.filter(({ status }) => status === 'done').length,
      wanted: ofSeries.length,
    };
  });
}

/** The supervision of a stretch of the year in figures (A4). */
export interface SupervisionCompliance {
  readonly due: number;
  readonly held: number;
  /** Held after their date, among `held`. */
  readonly late: number;
  readonly missed: number;
  /** Past their date, with nothing recorded yet. */
  readonly open: number;
}

/** Reflective supervision that fell due after `since` and by the plan's day; suspended and cancelled ones left out. */
export function supervisionSince(
  { items, today }: Pick<YearPlan, 'items' | 'today'>,
  since: Temporal.PlainDate | null,
): SupervisionCompliance {
  const after = since?.toString() ?? '';
  const fell = items.filter(({ series, due, status }) => {
    const day = due?.toString();
    if (series !== 'reflective-supervision' || day === undefined) return false;
    return after < day && day <= today.toString() && status !== 'suspended' && status !== 'cancelled';
  });
  const held = fell.filter(({ status }) => status === 'done');
  return {
    due: fell.length,
    held: held.length,
    late: held.filter(({ heldOn, due }) => String(due) < String(heldOn ?? due)).length,
    missed: fell.filter(({ status }) => status === 'missed').length,
    open: fell.filter(({ status }) => status === 'overdue' || status === 'due').length,
  };
}
