import type { ProcedureView } from '../services/views.ts';

type Group = NonNullable<ProcedureView['moved']>[number];

const asLines = ({ lines }: Group) => lines.map((line) => ({ line }));
const asText = ({ title, lines }: Group) => ({ title, text: lines.join('; ') });

/**
 * The dates of a procedure's card in blocks, each under a heading that is true of it: those that move, and apart from
 * them those that come or go. The first group stands above the buttons, a line for each date; a series is one text,
 * because a year has more dates than a card has room for.
 */
export function movedBlocks({ moved = [], movedTitle }: Pick<ProcedureView, 'moved' | 'movedTitle'>) {
  const [first, ...next] = moved.filter(({ apart }) => apart !== true);
  const apart = moved.filter((group) => group.apart === true);
  if (first === undefined) {
    const [only, ...others] = apart;
    return {
      movedTitle: only?.title ?? '',
      movedFirst: only === undefined ? [] : [{ title: '', lines: asLines(only) }],
      movedNextTitle: '',
      movedNext: [],
      movedApart: others.map(asText),
    };
  }
  return {
    movedTitle: movedTitle ?? 'Dates that move',
    movedFirst: [{ title: first.title, lines: asLines(first) }],
    movedNextTitle: movedTitle === undefined ? 'More dates that move' : 'Series',
    movedNext: next.map(asText),
    movedApart: apart.map(asText),
  };
}
