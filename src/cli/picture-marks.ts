import type { ItemStatus } from '../academy/plan-item.ts';
import { element } from './svg.ts';

/** How a state is drawn: by its shape as well as its colour, for readers who do not see the one or the other. */
interface Mark {
  readonly words: string;
  readonly draw: (x: number, y: number) => string;
}

const radius = 5;

const circle = (x: number, y: number, fill: string, stroke: string) =>
  element('circle', { cx: x, cy: y, r: radius, fill, stroke, 'stroke-width': 1.5 });

const path = (d: string, stroke: string, fill = 'none') =>
  element('path', { d, fill, stroke, 'stroke-width': 1.8, 'stroke-linecap': 'round' });

const diamond = (x: number, y: number, size: number) =>
  `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`;

const square = (x: number, y: number, size: number) =>
  `M${x - size} ${y - size}H${x + size}V${y + size}H${x - size}Z`;

const green = '#0e700e';
const red = '#b10e1c';
const amber = '#835b00';
const blue = '#0f548c';
const grey = '#616161';

export const marks: Readonly<Record<ItemStatus, Mark>> = {
  done: {
    words: 'done',
    draw: (x, y) =>
      circle(x, y, green, green) +
      path(`M${x - 2.4} ${y}L${x - 0.5} ${y + 2}L${x + 2.6} ${y - 2}`, '#ffffff'),
  },
  due: { words: 'due today', draw: (x, y) => path(square(x, y, radius), amber, '#ffe7a3') },
  overdue: { words: 'overdue', draw: (x, y) => path(diamond(x, y, radius + 1.5), red, red) },
  missed: {
    words: 'missed',
    draw: (x, y) => path(`M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x - 4} ${y + 4}L${x + 4} ${y - 4}`, red),
  },
  upcoming: { words: 'to come', draw: (x, y) => circle(x, y, '#ffffff', blue) },
  suspended: {
    words: 'paused',
    draw: (x, y) => path(`M${x - 3} ${y - 4}V${y + 4}M${x + 3} ${y - 4}V${y + 4}`, grey),
  },
  cancelled: { words: 'cancelled', draw: (x, y) => path(`M${x - 4} ${y}H${x + 4}`, grey) },
};
