import { z } from 'zod';
import type { BoardView } from '../services/views.ts';
import { text } from './view-parts.ts';

type Figures = NonNullable<BoardView['figures']>;

const bar = z.object({ title: text, share: z.int().min(0).max(100), words: text });
export const figures = z.object({ title: text, bars: z.array(bar).max(12) }) satisfies z.ZodType<Figures>;

/** Strokes of a bar, as on the delivery report: they fit a phone and tell apart without colour. */
const strokes = 18;

function drawn(share: number) {
  const least = share > 0 ? 1 : 0;
  const most = share < 100 ? strokes - 1 : strokes;
  const filled = Math.min(most, Math.max(least, Math.round((share * strokes) / 100)));
  return { filled: '━'.repeat(filled), rest: '─'.repeat(strokes - filled) };
}

/** The bars of a card, drawn in strokes. */
export const barsOf = ({ bars }: Figures) => bars.map((one) => ({ ...one, ...drawn(one.share) }));
