import { arrangementFaults } from './arrangement-faults.ts';
import { cadenceFaults } from './cadence-faults.ts';
import { caseloadFaults, caseloadRules, settledCap } from './caseload-rules.ts';
import { withWeeklyStart } from './enforced-floor.ts';
import { guidanceFaults, topicsOf } from './guidance.ts';
import { isShorter, periodWords } from './period.ts';
import { type Programme, type ProgrammeSettings, programmeSchema, type Series } from './programme.ts';
import type { ProgrammeFault } from './programme-fault.ts';
import { extendsAdvice, schemaFaults } from './schema-faults.ts';
import { standardsFaults } from './standards.ts';

/** Something that a programme may do, but that its council should know. */
export interface ProgrammeNote {
  readonly code: 'caseload-cap-missing' | 'ramp-missing' | 'cadence-missing';
  readonly path: string;
  readonly message: string;
}

export type ProgrammeReading =
  | { readonly ok: true; readonly programme: Programme; readonly notes: readonly ProgrammeNote[] }
  | { readonly ok: false; readonly faults: readonly ProgrammeFault[] };

function reviewFaults({ reviews, length }: ProgrammeSettings): ProgrammeFault[] {
  return reviews.flatMap(({ at }, index): ProgrammeFault[] => {
    const path = `reviews[${index}].at`;
    const before = reviews[index - 1];
    if (before !== undefined && !isShorter(before.at, at)) {
      return [{ path, message: 'must be later than the review before it: put the reviews in order' }];
    }
    if (!isShorter(length.period, at)) return [];
    return [{ path, message: `is after the programme's end at ${periodWords(length.period)}` }];
  });
}

/** What no single field can show. */
function crossFaults(settings: ProgrammeSettings): ProgrammeFault[] {
  const faults = Object.entries(settings.series).flatMap(([id, { cadence }]) =>
    cadenceFaults(`series.${id}.cadence`, cadence),
  );
  faults.push(
    ...reviewFaults(settings),
    ...caseloadFaults(settings.caseload),
    ...arrangementFaults(settings),
    ...guidanceFaults(settings),
  );
  if (settings.reviews.filter(({ final }) => final).length !== 1) {
    faults.push({ path: 'reviews', message: 'must mark exactly one review with final: true' });
  }
  if (settings.observations.byAssessor > settings.observations.total) {
    faults.push({ path: 'observations.byAssessor', message: 'must not be more than observations.total' });
  }
  faults.push(...standardsFaults(settings));
  const { least, most } = settings.learningSets.presentationMinutes;
  if (least > most) {
    faults.push({ path: 'learningSets.presentationMinutes.least', message: 'must not be more than most' });
  }
  if (settings.sendingHours.from >= settings.sendingHours.until) {
    faults.push({ path: 'sendingHours.until', message: 'must be later than sendingHours.from' });
  }
  const codes = settings.supervision.themes.map(({ code }) => code);
  codes.forEach((code, index) => {
    if (codes.indexOf(code) === index) return;
    faults.push({ path: `supervision.themes[${index}].code`, message: `repeats ${code}: codes must differ` });
  });
  if ('child-file-recording' in settings.series) {
    const message = 'belongs in supervision.childFile.attestEvery: remove it here';
    faults.push({ path: 'series.child-file-recording', message });
  }
  return faults;
}

function notesOf({ caseload, series }: ProgrammeSettings): ProgrammeNote[] {
  const notes: ProgrammeNote[] = [];
  if (settledCap(caseload) === null) {
    const message = 'is not set, so no caseload can be a breach: set the number that this council protects';
    notes.push({ code: 'caseload-cap-missing', path: 'caseload.cap', message });
  }
  if (caseload.ramp === null) {
    const message = 'is not set, so the cap applies from the first day: set the build-up, or [] for none';
    notes.push({ code: 'ramp-missing', path: 'caseload.ramp', message });
  }
  for (const [id, { cadence }] of Object.entries(series)) {
    if (cadence.length > 0) continue;
    const message = 'is empty, so the series has no dates: set how often it is held';
    notes.push({ code: 'cadence-missing', path: `series.${id}.cadence`, message });
  }
  return notes;
}

function ownSeries({ series, floorCheck }: ProgrammeSettings): Series[] {
  return Object.entries(series).map(([id, one]) => {
    const isEnforced = floorCheck === 'enforce' && id === 'reflective-supervision';
    return { id, ...one, cadence: isEnforced ? [...withWeeklyStart(one.cadence)] : one.cadence };
  });
}

/** Recording on the child's file is a series like any other, kept with the rest of what is asked about that file. */
function childFileSeries({ supervision: { childFile } }: ProgrammeSettings): Series[] {
  if (childFile.attestEvery === null) return [];
  return [
    {
      id: 'child-file-recording',
      title: childFile.title,
      kind: 'recording',
      lead: childFile.lead,
      with: [],
      cadence: [{ every: childFile.attestEvery, until: 'end' }],
      source: childFile.source,
    },
  ];
}

/** An arrangement with a rhythm that the council has turned on is a series like any other. */
function arrangedSeries({ arrangements }: ProgrammeSettings): Series[] {
  return Object.entries(arrangements).flatMap(([id, arrangement]): Series[] => {
    const { inPlan, when, ...rest } = arrangement;
    return inPlan && when.by === 'cadence' ? [{ id, ...rest, cadence: when.phases }] : [];
  });
}

/** Reads a programme document, as YAML or JSON gave it. Every fault is named at once, by path and with its remedy. */
export function parseProgramme(document: unknown): ProgrammeReading {
  const parsed = programmeSchema.safeParse(document, { reportInput: true });
  if (!parsed.success) {
    const found = parsed.error.issues.flatMap(schemaFaults);
    return { ok: false, faults: [...extendsAdvice(found), ...found] };
  }
  const settings = parsed.data;
  const faults = crossFaults(settings);
  if (faults.length > 0) return { ok: false, faults };
  const programme: Programme = {
    ...settings,
    caseload: caseloadRules(settings.caseload),
    series: [...ownSeries(settings), ...childFileSeries(settings), ...arrangedSeries(settings)],
    guidance: topicsOf(settings),
    arrangements: Object.entries(settings.arrangements).map(([id, arrangement]) => ({ id, ...arrangement })),
    reviews: settings.reviews.map((review) => ({
      ...review,
      id: `review-${review.at.count}m`,
      title: `${review.at.count}-month review`,
    })),
  };
  return { ok: true, programme, notes: notesOf(settings) };
}
