import type { Programme } from '../academy/programme.ts';

/** What goes with a review, such as a document of its portfolio: `<arrangement>-<months>m`. */
function withReview({ arrangements, reviews }: Programme, item: string): string | undefined {
  const [, id, months] = item.match(/^(.*)-(\d+)m$/) ?? [];
  const arrangement = arrangements.find((candidate) => candidate.id === id);
  const review = reviews.find(({ at }) => String(at.count) === months);
  return arrangement === undefined || review === undefined
    ? undefined
    : `${arrangement.title}, ${review.title}`;
}

/** What people call an item, from its id alone: "Reflective supervision 3". The id itself when nobody has named it. */
export function itemTitle(programme: Programme, item: string): string {
  const [, id, sequence] = item.match(/^(.*)-(\d+)$/) ?? [];
  if (id === 'review-additional') return `Additional review ${sequence}`;
  const series = programme.series.find((candidate) => candidate.id === id);
  if (series !== undefined) return `${series.title} ${sequence}`;
  const single = [...programme.reviews, ...programme.arrangements].find((candidate) => candidate.id === item);
  return single?.title ?? withReview(programme, item) ?? item;
}
