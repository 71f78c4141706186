import { arrangementFaults, observationFaults } from './arrangement-faults.ts';
import { cadenceFaults } from './cadence-faults.ts';
import { caseloadFaults } from './caseload-rules.ts';
import { guidanceFaults } from './guidance.ts';
import { isShorter, periodWords } from './period.ts';
import type { ProgrammeSettings, SomeSettings } from './programme.ts';
import type { ProgrammeFault } from './programme-fault.ts';
import { recordingFaults } from './recording.ts';
import { standardsFaults } from './standards.ts';

/*
 * What no single field of a programme can show. Each check names the settings that it reads: where the schema has
 * found one of them wrong, the others are still looked at, so that a council is told everything in one go.
 */

type Name = keyof ProgrammeSettings;
type Some<Names extends Name> = Pick<ProgrammeSettings, Names>;

function hasAll<Names extends Name>(
  settings: SomeSettings,
  names: readonly Names[],
): settings is SomeSettings & Some<Names> {
  return names.every((name) => settings[name] !== undefined);
}

const check =
  <Names extends Name>(names: readonly Names[], faults: (settings: Some<Names>) => ProgrammeFault[]) =>
  (settings: SomeSettings): ProgrammeFault[] =>
    hasAll(settings, names) ? faults(settings) : [];

function reviewFaults({ reviews, length }: Some<'reviews' | 'length'>): ProgrammeFault[] {
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

const finalReviewFaults = ({ reviews }: Some<'reviews'>): ProgrammeFault[] =>
  reviews.filter(({ final }) => final).length === 1
    ? []
    : [{ path: 'reviews', message: 'must mark exactly one review with final: true' }];

function seriesFaults({ series }: Some<'series'>): ProgrammeFault[] {
  const faults = Object.entries(series).flatMap(([id, { cadence }]) =>
    cadenceFaults(`series.${id}.cadence`, cadence),
  );
  if (!('child-file-recording' in series)) return faults;
  const message = 'belongs in supervision.childFile.attestEvery: remove it here';
  return [...faults, { path: 'series.child-file-recording', message }];
}

function themeFaults({ supervision: { themes } }: Some<'supervision'>): ProgrammeFault[] {
  const codes = themes.map(({ code }) => code);
  return codes.flatMap((code, index): ProgrammeFault[] => {
    if (codes.indexOf(code) === index) return [];
    return [{ path: `supervision.themes[${index}].code`, message: `repeats ${code}: codes must differ` }];
  });
}

const assessorFaults = ({ observations }: Some<'observations'>): ProgrammeFault[] =>
  observations.byAssessor > observations.total
    ? [{ path: 'observations.byAssessor', message: 'must not be more than observations.total' }]
    : [];

const presentationFaults = ({ learningSets }: Some<'learningSets'>): ProgrammeFault[] =>
  learningSets.presentationMinutes.least > learningSets.presentationMinutes.most
    ? [{ path: 'learningSets.presentationMinutes.least', message: 'must not be more than most' }]
    : [];

const sendingFaults = ({ sendingHours }: Some<'sendingHours'>): ProgrammeFault[] =>
  sendingHours.from >= sendingHours.until
    ? [{ path: 'sendingHours.until', message: 'must be later than sendingHours.from' }]
    : [];

const checks = [
  check(['series'], seriesFaults),
  check(['reviews', 'length'], reviewFaults),
  check(['caseload'], ({ caseload }) => caseloadFaults(caseload)),
  check(['arrangements', 'series', 'reviews', 'length'], arrangementFaults),
  check(['arrangements', 'observations', 'reviews'], observationFaults),
  check(
    ['guidance', 'titles', 'caseload', 'supervision', 'observations', 'learningSets', 'protectedTimePercent'],
    guidanceFaults,
  ),
  check(['reviews'], finalReviewFaults),
  check(['observations'], assessorFaults),
  check(['standards'], standardsFaults),
  check(['learningSets'], presentationFaults),
  check(['sendingHours'], sendingFaults),
  check(['supervision'], themeFaults),
  check(['series'], recordingFaults),
];

/** `settings` may lack what the schema has found wrong. */
export const crossFaults = (settings: SomeSettings): ProgrammeFault[] =>
  checks.flatMap((faultsOf) => faultsOf(settings));
