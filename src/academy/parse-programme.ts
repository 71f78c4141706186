import type { z } from 'zod';
import { caseloadRules } from './caseload-rules.ts';
import { crossFaults } from './cross-faults.ts';
import { withWeeklyStart } from './enforced-floor.ts';
import { type Inheritance, isFields, nothingInherited, withoutRemoved } from './extended-programme.ts';
import { topicsOf } from './guidance.ts';
import {
  type Programme,
  type ProgrammeSettings,
  programmeSchema,
  type Series,
  type SomeSettings,
} from './programme.ts';
import type { ProgrammeFault } from './programme-fault.ts';
import { notesOf, type ProgrammeNote } from './programme-notes.ts';
import { extendsAdvice, schemaFaults } from './schema-faults.ts';

export type ProgrammeReading =
  | { readonly ok: true; readonly programme: Programme; readonly notes: readonly ProgrammeNote[] }
  | { readonly ok: false; readonly faults: readonly ProgrammeFault[] };

/** What can be told of the settings in which the schema has found nothing wrong. */
function soundSettings(document: unknown, issues: readonly z.core.$ZodIssue[]): SomeSettings {
  if (!isFields(document)) return {};
  const faulty = new Set(
    issues.flatMap((issue) =>
      issue.path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
    ),
  );
  const sound = Object.fromEntries(Object.entries(document).filter(([name]) => !faulty.has(name)));
  return programmeSchema.partial().safeParse(sound).data ?? {};
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

/**
 * Reads a programme document, as YAML or JSON gave it. Every fault is named at once, by path and with its remedy, and
 * what came of extending another programme with them.
 */
export function parseProgramme(
  written: unknown,
  inherited: Inheritance = nothingInherited,
): ProgrammeReading {
  const document = withoutRemoved(written);
  const parsed = programmeSchema.safeParse(document, { reportInput: true });
  if (!parsed.success) {
    const { issues } = parsed.error;
    const found = [...inherited.faults, ...issues.flatMap(schemaFaults)];
    const advice = extendsAdvice(found);
    const others = advice.length > 0 ? [] : crossFaults(soundSettings(document, issues));
    return { ok: false, faults: [...advice, ...found, ...others] };
  }
  const settings = parsed.data;
  const faults = [...inherited.faults, ...crossFaults(settings)];
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
  return { ok: true, programme, notes: [...notesOf(settings), ...inherited.notes] };
}
