import type { Programme } from '../academy/programme.ts';

/** What people call an item, from its id alone: "Reflective supervision 3". The id itself when it is of no series. */
export function itemTitle(programme: Programme, item: string): string {
  const [, id, sequence] = item.match(/^(.*)-(\d+)$/) ?? [];
  if (id === 'review-additional') return `Additional review ${sequence}`;
  const series = programme.series.find((candidate) => candidate.id === id);
  if (series !== undefined) return `${series.title} ${sequence}`;
  return programme.reviews.find((review) => review.id === item)?.title ?? item;
}
