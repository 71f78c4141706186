import type { PlanItem } from '../academy/plan-item.ts';
import type { Programme } from '../academy/programme.ts';
import { confidenceThreshold, type FullUnderstanding } from '../understanding/intents.ts';
import { seriesWords } from '../understanding/series.ts';
import { understandFully } from '../understanding/understand.ts';
import { nextItem, noneLeft, notOnProgramme, yearOf } from './answer-dates.ts';
import { whoseDates } from './answer-intent.ts';
import { whatsNext } from './ask-buttons.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { newView, notForYou } from './short-answers.ts';
import type { Reply } from './turn.ts';

/** What a council alone has: a series, an arrangement or a review, by its own title. */
interface OwnTitle {
  readonly title: string;
  readonly isOf: (item: PlanItem) => boolean;
}

/** Words that the reading knows for a thing that is held now and then: it stands in for a title that it does not know. */
const standIn = { words: 'case mapping', series: 'case-mapping' };

const known = new Set<string>(seriesWords.map(({ series }) => series));
const knownStages = new Set([3, 6, 9, 12]);

/** The longest first: "Case study workshop" is no "Case study". */
function ownTitles({ series, arrangements, reviews }: Programme): readonly OwnTitle[] {
  const own = [...series, ...arrangements.filter(({ inPlan }) => inPlan)].filter(({ id }) => !known.has(id));
  return [
    ...own.map(({ id, title }): OwnTitle => ({ title, isOf: (item) => item.series === id })),
    ...reviews
      .filter(({ at }) => !knownStages.has(at.count))
      .map(({ id, title }): OwnTitle => ({ title, isOf: (item) => item.id === id })),
  ].toSorted((one, other) => other.title.length - one.title.length);
}

/** The title as people type it: any capitals, hyphens or none, one or several. */
function patternOf(title: string): RegExp {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s\\p{P}]+')}s?(?![\\p{L}\\p{N}])`, 'iu');
}

function titleIn(text: string, programme: Programme): { own: OwnTitle; rewritten: string } | undefined {
  for (const own of ownTitles(programme)) {
    const pattern = patternOf(own.title);
    if (pattern.test(text)) return { own, rewritten: text.replace(pattern, standIn.words) };
  }
  return undefined;
}

/** What was understood for certain stays so; only a question for dates is answered more exactly. */
const isOpen = ({ intent, confidence }: FullUnderstanding) =>
  confidence < confidenceThreshold ||
  ['unknown', 'whats-next', 'next-review', 'next-supervision'].includes(intent);

/**
 * "When is the service forum?" where only this council has one: the next date of what its programme file calls so (Q2).
 * Undefined for any other text.
 */
export async function answerOwnTitle(
  needs: Needs,
  asker: Asker,
  text: string,
  understood: FullUnderstanding,
): Promise<Reply | undefined> {
  const found = isOpen(understood) ? titleIn(text, needs.programme) : undefined;
  if (found === undefined) return undefined;
  const { own, rewritten } = found;
  const { intent, slots } = understandFully(rewritten, { today: asker.today });
  if (intent !== 'whats-next' || slots.series !== standIn.series) return undefined;
  const whose = await whoseDates(needs, asker, slots.person);
  if (whose === null) return notForYou(needs.programme);
  const year = await yearOf(needs, asker, whose);
  if (year === null) return newView(notOnProgramme(needs));
  const next = year.open.find(({ item }) => own.isOf(item));
  const actions = [whatsNext];
  if (next === undefined) return newView(noneLeft(year, needs, own.title, own.isOf));
  return newView(nextItem(needs, year.file, year.plan, year.open, next, `${year.whose} next date`, actions));
}
