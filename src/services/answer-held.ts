import type { SessionRecord } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { longDate } from '../academy/wording.ts';
import { ask, notOnProgramme, type Whose, yearOf } from './answer-dates.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { isOwedUntilRecorded } from './recordable-items.ts';
import type { View } from './views.ts';
import { message } from './welcome-and-help.ts';

type Held = SessionRecord & { readonly outcome: 'held' };

/**
 * "When was my last supervision?", "how many have I had?": what the records say, and nothing that they do not. The
 * newest record of an item counts.
 */
export async function answerHeld(
  needs: Needs,
  asker: Asker,
  whose: Whose,
  asked: { readonly kind: 'review' | 'supervision'; readonly series?: string },
): Promise<View> {
  const year = await yearOf(needs, asker, whose);
  if (year === null) return notOnProgramme(needs);
  const { file, plan } = year;
  const wanted = (item: PlanItem) =>
    item.kind === asked.kind && (asked.series === undefined || item.series === asked.series);
  const items = plan.items.filter((item) => wanted(item) && isOwedUntilRecorded(item));
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const newest = new Map(file.records.filter(({ item }) => titles.has(item)).map((one) => [one.item, one]));
  const held = [...newest.values()]
    .filter((one): one is Held => one.outcome === 'held')
    .toSorted((a, b) => String(a.heldOn).localeCompare(String(b.heldOn)));
  const missed = items.filter(({ status }) => status === 'missed').length;
  const done = items.filter(({ status }) => status === 'done').length;
  const last = held.at(-1);
  const isOwn = whose.kind === 'own';
  const next =
    asked.kind === 'review'
      ? ask('When is my next review?', 'next-review')
      : ask('When is my next supervision?', 'next-supervision');
  const actions = isOwn ? [next, ask('My year', 'my-year')] : [ask('My NQSWs', 'my-nqsws')];
  const counts = [
    { title: 'Recorded as held', value: String(done) },
    ...(missed === 0 ? [] : [{ title: 'Missed', value: `${missed} (nothing was recorded)` }]),
  ];
  if (last === undefined) {
    return message(
      `No ${asked.kind} of the kind is recorded yet`,
      ['Only what has been recorded is known here.'],
      {
        facts: counts,
        actions,
      },
    );
  }
  const heading = `${year.whose} last ${asked.kind}`;
  return message(heading, [`${titles.get(last.item) ?? ''} was held on ${longDate(last.heldOn)}.`], {
    facts: [{ title: 'Recorded by', value: last.recordedByName }, ...counts],
    actions,
  });
}
