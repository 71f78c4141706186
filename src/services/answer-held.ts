import type { Temporal } from 'temporal-polyfill';
import { isUnheardFromBefore } from '../academy/before-records.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { longDate } from '../academy/wording.ts';
import { notOnProgramme, type Whose, yearOf } from './answer-dates.ts';
import { ask } from './ask-buttons.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { isOwedUntilRecorded } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

interface Held {
  readonly item: string;
  readonly heldOn: Temporal.PlainDate;
  readonly byName: string;
}

/** Who recorded what of an item last: on a record's card, as a review, by its day, or as attendance. */
function recorders({ records, assessed, entries }: ParticipantFile): ReadonlyMap<string, string> {
  return new Map([
    ...records.map(({ item, recordedByName }) => [item, recordedByName] as const),
    ...assessed.flatMap((one) => (one.entry === 'review' ? [[one.item, one.byName] as const] : [])),
    ...entries.flatMap((one) =>
      one.entry === 'date-held' || one.entry === 'attendance' ? [[one.item, one.byName] as const] : [],
    ),
  ]);
}

/**
 * "When was my last supervision?", "how many have I had?": what the records say, and nothing that they do not. The
 * newest of an item counts: records, reviews, days and attendance.
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
  const byWhom = recorders(file);
  const held = items
    .flatMap(({ id, heldOn, status }): Held[] =>
      heldOn === undefined || status !== 'done' ? [] : [{ item: id, heldOn, byName: byWhom.get(id) ?? '' }],
    )
    .toSorted((a, b) => String(a.heldOn).localeCompare(String(b.heldOn)));
  const missed = items.filter((item) => item.status === 'missed' && !isUnheardFromBefore(file, item)).length;
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
    ...(missed === 0 ? [] : [{ title: 'Missed', value: String(missed) }]),
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
    facts: [{ title: 'Recorded by', value: last.byName }, ...counts],
    actions,
  });
}
