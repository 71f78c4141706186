import { arrangementDrafts } from './arrangement-drafts.ts';
import { type Nominal, nominalsOf } from './cadence.ts';
import { addMonths, type CivilDay, civilDay } from './civil-days.ts';
import { type Draft, endDate, type Frame, probationDate, single, stageDate } from './draft.ts';
import type { Basis } from './explanation.ts';
import { plusPeriod } from './period.ts';
import type { Programme, Series } from './programme.ts';

/** The items of a series that stand on these dates. */
export function seriesDrafts(series: Series, programme: Programme, dates: readonly Nominal[]): Draft[] {
  return dates.map((basis, index) => ({
    id: `${series.id}-${index + 1}`,
    series: series.id,
    sequence: index + 1,
    kind: series.kind,
    title: `${series.title} ${index + 1}`,
    lead: series.lead,
    single: false,
    nominal: basis.day,
    roll: programme.roll,
    basis,
    source: series.source,
  }));
}

function reviewDrafts(frame: Frame): Draft[] {
  return frame.programme.reviews
    .filter(({ id, mode }) => mode === 'always' || frame.required.includes(id))
    .map(({ id, title, at, source }, index) => ({
      id,
      series: 'review',
      sequence: index + 1,
      kind: 'review',
      title,
      lead: 'assessor',
      single: true,
      roll: frame.programme.roll,
      source,
      ...stageDate(frame, at.count),
    }));
}

/** Their day is the one that the assessor entered: nothing stretches it, and only a pause or a day off moves it (L13). */
const additionalSource = { where: 'The record of the review before it, which was unsatisfactory' };

function additionalDrafts({ programme, additional }: Frame): Draft[] {
  return additional.map(({ id, number, on }) => ({
    id,
    series: 'review-additional',
    sequence: number,
    kind: 'review',
    title: `Additional review ${number}`,
    lead: 'assessor',
    single: true,
    nominal: civilDay(on),
    roll: programme.roll,
    basis: { by: 'entered' },
    source: additionalSource,
  }));
}

function milestoneDrafts(frame: Frame): Draft[] {
  const { programme, start } = frame;
  const { roll, induction, probation, length } = programme;
  const drafts = [single('programme-end', 'milestone', { ...length, roll, ...endDate(frame) })];
  if (probation !== null) {
    const when = probationDate(frame, probation.length.count);
    drafts.push(single('probation-end', 'milestone', { ...probation, roll, ...when }));
  }
  if (induction !== null) {
    const nominal = plusPeriod(start, induction.length) - 1;
    const basis = { by: 'induction', start, length: induction.length } as const;
    drafts.push(single('induction-end', 'milestone', { ...induction, roll: 'preceding', nominal, basis }));
  }
  return drafts;
}

function decisionDrafts({ programme: { cadenceDecision, roll }, start }: Frame): Draft[] {
  if (cadenceDecision === null) return [];
  const months = cadenceDecision.at.count;
  const nominal = addMonths(start, months);
  const basis = { by: 'months', start, months } as const;
  return [single('cadence-decision', 'decision', { ...cadenceDecision, roll, nominal, basis })];
}

/** Calendar dates of the funding body, the same for everybody who starts on one day (A16). */
function claimDrafts({ programme, start }: Frame): Draft[] {
  const { claims, length } = programme;
  const lastDay = civilDay(claims.lastDay);
  if (start > lastDay) return [];
  const fullTimeEnd = addMonths(start, length.period.count);
  const claim = (sequence: 1 | 2, nominal: CivilDay, basis: Basis): Draft => ({
    id: `claim-${sequence}`,
    series: 'claim',
    sequence,
    kind: 'claim',
    title: claims.titles[sequence - 1] ?? `Claim ${sequence}`,
    lead: claims.lead,
    single: true,
    nominal,
    roll: 'never',
    basis,
    source: claims.source,
  });
  return [
    claim(1, start, { by: 'start' }),
    claim(2, Math.min(fullTimeEnd, lastDay), {
      by: 'claim-end',
      start,
      months: length.period.count,
      programmeEnd: fullTimeEnd,
      lastDay,
    }),
  ];
}

/** Every item of a participant's programme, each series in order of its dates. */
export function draftsOf(frame: Frame): Draft[] {
  const end = endDate(frame).nominal;
  return [
    ...frame.programme.series.flatMap((series) =>
      seriesDrafts(series, frame.programme, nominalsOf(series.cadence, frame.start, end)),
    ),
    ...reviewDrafts(frame),
    ...additionalDrafts(frame),
    ...milestoneDrafts(frame),
    ...decisionDrafts(frame),
    ...claimDrafts(frame),
    ...arrangementDrafts(frame),
  ];
}
