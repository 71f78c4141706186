import { z } from 'zod';
import { settledCap } from './caseload-rules.ts';
import type { ProgrammeSettings } from './programme.ts';
import type { ProgrammeFault } from './programme-fault.ts';
import { source, words } from './programme-fields.ts';
import { academyFunctions } from './roles.ts';

/*
 * What people ask about how the year works (Q15): a topic is a few sentences in plain words, and where they come from.
 * Numbers and titles stand in braces and are filled in from the programme, so that a council that changes a setting
 * does not have to change its sentences.
 */

const also = z.string().trim().max(400);

export const topic = z.strictObject({
  title: words,
  /** Words that people use for it, for the search alone: as text with commas, or as a list. */
  also: z
    .union([also, z.array(also).transform((list) => list.join(', '))], 'must be text or a list of words')
    .default(''),
  text: z.string().trim().min(1, 'must not be empty').max(900),
  /** The settings that its sentences put in words, by path: a council that changes one is told to look at the topic. */
  tells: z.array(z.string()).default([]),
  source,
});

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly also: string;
  /** Filled in: ready to be read. */
  readonly text: string;
  readonly source: z.output<typeof source>;
}

const braces = /\{([^{}]*)\}/gu;

type Filled = Pick<
  ProgrammeSettings,
  'titles' | 'caseload' | 'supervision' | 'observations' | 'learningSets' | 'protectedTimePercent'
>;

/** Undefined for a name that is none; null for a setting that the council has not set. */
function settingNamed(name: string, settings: Filled): string | null | undefined {
  const title = academyFunctions.find((each) => each === name);
  if (title !== undefined) return settings.titles[title];
  const { caseload, supervision, observations, learningSets } = settings;
  const cap = settledCap(caseload);
  const { least, most } = learningSets.presentationMinutes;
  const values: Readonly<Record<string, string | null>> = {
    cap: cap === null ? null : String(cap),
    unit: caseload.unit,
    minutes: String(supervision.minimumMinutes),
    protectedPercent: String(settings.protectedTimePercent),
    observations: String(observations.total),
    byAssessor: String(observations.byAssessor),
    present: least === most ? String(least) : `${least} to ${most}`,
  };
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** A brace that names nothing. One whose setting is missing is no fault: the topic is left out until it is set. */
export function guidanceFaults(settings: Filled & Pick<ProgrammeSettings, 'guidance'>): ProgrammeFault[] {
  return Object.entries(settings.guidance).flatMap(([id, one]) =>
    [...one.text.matchAll(braces)].flatMap(([written, name = '']): ProgrammeFault[] => {
      if (settingNamed(name, settings) !== undefined) return [];
      return [
        { path: `guidance.${id}.text`, message: `names ${written}, which is no setting that can stand here` },
      ];
    }),
  );
}

/** The topics that can be answered: never with a hole where a setting is missing. */
export function topicsOf(settings: ProgrammeSettings): Topic[] {
  return Object.entries(settings.guidance).flatMap(([id, one]): Topic[] => {
    const missing = [...one.text.matchAll(braces)].some(
      ([, name = '']) => settingNamed(name, settings) === null,
    );
    if (missing) return [];
    return [
      { id, ...one, text: one.text.replace(braces, (_, name: string) => settingNamed(name, settings) ?? '') },
    ];
  });
}
