import type { z } from 'zod';
import { isShorter, periodWords } from './period.ts';
import { type Programme, type ProgrammeSettings, programmeSchema, type Series } from './programme.ts';

/** One thing wrong with a programme file: where, and what to write instead. */
export interface ProgrammeFault {
  /** "series.case-supervision.cadence[0].every"; empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
}

/** Something that a programme may do, but that its council should know. */
export interface ProgrammeNote {
  readonly code: 'caseload-cap-missing' | 'ramp-missing' | 'cadence-missing';
  readonly path: string;
  readonly message: string;
}

export type ProgrammeReading =
  | { readonly ok: true; readonly programme: Programme; readonly notes: readonly ProgrammeNote[] }
  | { readonly ok: false; readonly faults: readonly ProgrammeFault[] };

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** What zod calls a type, as somebody who writes YAML would. */
const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of two',
  object: 'a group of settings',
  record: 'a group of settings',
};

function faultsOf(issue: z.core.$ZodIssue): ProgrammeFault[] {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      message: 'is not a setting of a programme: remove it, or mend its spelling',
    }));
  }
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    const expected = typeWords[issue.expected] ?? issue.expected;
    return [
      {
        path,
        message: issue.input === undefined ? `is missing: it must be ${expected}` : `must be ${expected}`,
      },
    ];
  }
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) {
    return [{ path, message: `must be at least ${issue.minimum}` }];
  }
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) {
    return [{ path, message: `must be at most ${issue.maximum}` }];
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({
      path,
      message: `has a name that does not serve: it ${message}`,
    }));
  }
  if (issue.code === 'invalid_value') {
    return [{ path, message: `must be one of ${issue.values.map(String).join(', ')}` }];
  }
  return [{ path, message: issue.message }];
}

const cadenceFaults = (id: string, { cadence }: ProgrammeSettings['series'][string]) =>
  cadence.flatMap((phase, index): ProgrammeFault[] => {
    const path = `series.${id}.cadence[${index}].until`;
    const next = cadence[index + 1];
    if (phase.until === 'end') {
      return next === undefined
        ? []
        : [{ path, message: 'is end, so no phase can follow: remove those after it' }];
    }
    if (next === undefined || next.until === 'end' || isShorter(phase.until, next.until)) return [];
    const message = `must be later than the phase before it, which runs to ${periodWords(phase.until)}`;
    return [{ path: `series.${id}.cadence[${index + 1}].until`, message }];
  });

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

function rampFaults({ caseload: { ramp } }: ProgrammeSettings): ProgrammeFault[] {
  return (ramp ?? []).flatMap(({ untilMonth }, index): ProgrammeFault[] => {
    const before = ramp?.[index - 1];
    if (before === undefined || before.untilMonth < untilMonth) return [];
    return [{ path: `caseload.ramp[${index}].untilMonth`, message: 'must be later than the step before it' }];
  });
}

/** What no single field can show. */
function crossFaults(settings: ProgrammeSettings): ProgrammeFault[] {
  const faults = Object.entries(settings.series).flatMap(([id, series]) => cadenceFaults(id, series));
  faults.push(...reviewFaults(settings), ...rampFaults(settings));
  if (settings.reviews.filter(({ final }) => final).length !== 1) {
    faults.push({ path: 'reviews', message: 'must mark exactly one review with final: true' });
  }
  if (settings.observations.byAssessor > settings.observations.total) {
    faults.push({ path: 'observations.byAssessor', message: 'must not be more than observations.total' });
  }
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
  if (caseload.cap === null) {
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

/** Reads a programme document, as YAML or JSON gave it. Every fault is named at once, by path and with its remedy. */
export function parseProgramme(document: unknown): ProgrammeReading {
  const parsed = programmeSchema.safeParse(document, { reportInput: true });
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.flatMap(faultsOf) };
  const settings = parsed.data;
  const faults = crossFaults(settings);
  if (faults.length > 0) return { ok: false, faults };
  const programme: Programme = {
    ...settings,
    series: [
      ...Object.entries(settings.series).map(([id, series]) => ({ id, ...series })),
      ...childFileSeries(settings),
    ],
    reviews: settings.reviews.map((review) => ({
      ...review,
      id: `review-${review.at.count}m`,
      title: `${review.at.count}-month review`,
    })),
  };
  return { ok: true, programme, notes: notesOf(settings) };
}
