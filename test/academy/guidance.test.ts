import { beforeAll, describe, expect, it } from 'vitest';
import { guidanceFaults, topicsOf } from '../../src/academy/guidance.ts';
import type { Programme, ProgrammeSettings } from '../../src/academy/programme.ts';
import { preset } from './support/luton.ts';

const source = { where: 'Fernshire handbook' };
const topic = (text: string) => ({ title: 'A topic', also: 'words', text, tells: [], source });

let luton: Programme;
beforeAll(async () => {
  luton = await preset('luton');
});

/** Luton's settings with one topic of its own, and with other settings. */
const settings = (text: string, changes: Partial<ProgrammeSettings> = {}) =>
  ({ ...luton, guidance: { one: topic(text) }, ...changes }) as unknown as ProgrammeSettings;
const filledIn = (text: string, changes?: Partial<ProgrammeSettings>) =>
  topicsOf(settings(text, changes)).map((one) => one.text);

describe('what is answered about the year', () => {
  it.each([
    ['at most {cap} {unit}', 'at most 15 children'],
    ['{minutes} minutes, {protectedPercent} per cent', '90 minutes, 10 per cent'],
    ['{observations} observations, {byAssessor} by the {assessor}', null],
    ['ask the {reflective-supervisor} or the {academy-manager}', null],
    ['nothing to fill in', 'nothing to fill in'],
  ])('has the council’s own numbers and titles: %s', (text, expected) => {
    const { observations, titles } = luton;
    const byHand = new Map([
      [
        '{observations} observations, {byAssessor} by the {assessor}',
        `${observations.total} observations, ${observations.byAssessor} by the ${titles.assessor}`,
      ],
      [
        'ask the {reflective-supervisor} or the {academy-manager}',
        `ask the ${titles['reflective-supervisor']} or the ${titles['academy-manager']}`,
      ],
    ]);
    expect(filledIn(text)).toEqual([expected ?? byHand.get(text)]);
    expect(guidanceFaults(settings(text))).toEqual([]);
  });

  it.each([
    [10, 20, 'for 10 to 20 minutes'],
    [15, 15, 'for 15 minutes'],
  ])('says %d to %d minutes in one or two numbers', (least, most, expected) => {
    const learningSets = { ...luton.learningSets, presentationMinutes: { least, most } };
    expect(filledIn('for {present} minutes', { learningSets })).toEqual([expected]);
  });

  it('is left out, and no fault, while a setting that it names is missing', () => {
    const without = { caseload: { ...luton.caseload, cap: null, norm: null } } as Partial<ProgrammeSettings>;
    expect(filledIn('{unit}: {cap}', without)).toEqual([]);
    expect(filledIn('{unit} alone', without)).toEqual([`${luton.caseload.unit} alone`]);
    expect(guidanceFaults(settings('{unit}: {cap}', without))).toEqual([]);
  });

  it('is at fault for each brace that names no setting', () => {
    expect(guidanceFaults(settings('at most {caps}, and {toString} of {cap} {}'))).toEqual(
      ['{caps}', '{toString}', '{}'].map((written) => ({
        path: 'guidance.one.text',
        message: `names ${written}, which is no setting that can stand here`,
      })),
    );
  });

  it('keeps its title, its other words and its source', () => {
    const { text: _, ...rest } = topic('');
    expect(topicsOf(settings('as it is'))).toEqual([{ id: 'one', ...rest, text: 'as it is' }]);
  });
});
