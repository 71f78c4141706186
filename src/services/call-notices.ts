import { type CallName, yearCalls } from '../academy/year-call.ts';
import type { YearEntry } from '../academy/year-entry.ts';
import type { Fact } from './ports.ts';
import { peopleOf } from './procedure-people.ts';
import { planOf } from './recordable-items.ts';
import type { YearGround } from './year-form.ts';

/** Whoever was called to something sees in that message what has been entered since. */
export function callsBroughtUpToDate(
  { needs, asker, file, holders }: YearGround,
  call: CallName,
  entry: YearEntry,
): readonly Fact[] {
  const { programme, calendar } = needs;
  const participantId = file.participant.id;
  const plan = planOf(needs, file, asker.today);
  return yearCalls({ programme, calendar, plan }, file)
    .filter((one) => one.call === call)
    .flatMap(({ dueOn, stage, to }) =>
      peopleOf(holders, [to]).map(
        ({ id: personId }): Fact => ({
          fact: 'notice-owed',
          notice: {
            key: `year-call~${entry.entryId}~${dueOn}~${stage}~${personId}`,
            recipient: { kind: 'person', personId },
            subject: { card: 'year-call', participantId, call, dueOn, stage },
            mode: 'refresh',
            owedAt: entry.at,
          },
        }),
      ),
    );
}
