import { expect, it } from 'vitest';
import { movedBlocks } from '../../src/cards/moved-blocks.ts';

const single = { title: 'Reviews', lines: ['6-month review: Mon → Tue'] };
const series = { title: 'Case supervision: 2', lines: ['6: Mon → Tue', '7: Wed → Thu'] };
const fresh = { title: 'New dates', lines: ['Case supervision 9: Mon'], apart: true } as const;
const gone = {
  title: 'No longer due',
  lines: ['3-month review: Mon', '6-month review: Tue'],
  apart: true,
} as const;

const titles = (moved: Parameters<typeof movedBlocks>[0]['moved'], movedTitle?: string) => {
  const blocks = movedBlocks({
    ...(moved === undefined ? {} : { moved }),
    ...(movedTitle === undefined ? {} : { movedTitle }),
  });
  const { movedFirst, movedNext, movedApart } = blocks;
  return [
    movedFirst.length === 0 ? 'nothing' : `${blocks.movedTitle}: ${movedFirst[0]?.title}`,
    ...movedNext.map(({ title }) => `${blocks.movedNextTitle}: ${title}`),
    ...movedApart.map(({ title, text }) => `${title}: ${text}`),
  ];
};

it('puts what moves under its heading, and what comes or goes under its own', () => {
  expect(titles([single, series, fresh, gone])).toEqual([
    'Dates that move: Reviews',
    'More dates that move: Case supervision: 2',
    'New dates: Case supervision 9: Mon',
    'No longer due: 3-month review: Mon; 6-month review: Tue',
  ]);
});

it('says of dates that moved already what they are', () => {
  expect(titles([single, series], 'Dates that moved')).toEqual([
    'Dates that moved: Reviews',
    'Series: Case supervision: 2',
  ]);
});

it('stands what comes or goes first where nothing moves, a line for each', () => {
  expect(titles([gone, fresh])).toEqual(['No longer due: ', 'New dates: Case supervision 9: Mon']);
  expect(movedBlocks({ moved: [gone] }).movedFirst).toEqual([
    { title: '', lines: [{ line: '3-month review: Mon' }, { line: '6-month review: Tue' }] },
  ]);
  expect(titles([])).toEqual(['nothing']);
});
