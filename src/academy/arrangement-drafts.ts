import { type Draft, endDate, type Frame, single, stageDate } from './draft.ts';
import { plusPeriod } from './period.ts';
import type { Arrangement } from './programme.ts';

type WithReviews = Arrangement['when'] & { readonly by: 'review' };

/**
 * One item for each review of the stages named that this participant has. What is wanted some time before a review rolls
 * back to a working day, so that it is never later than that.
 */
function withReviews(arrangement: Arrangement, when: WithReviews, frame: Frame): Draft[] {
  const { stages, before } = when;
  return frame.programme.reviews
    .filter(({ at }) => stages.some(({ count }) => count === at.count))
    .filter(({ id, mode }) => mode === 'always' || frame.required.includes(id))
    .map(({ at, title }, index): Draft => {
      const { nominal, basis } = stageDate(frame, at.count);
      return {
        id: `${arrangement.id}-${at.count}m`,
        series: arrangement.id,
        sequence: index + 1,
        kind: arrangement.kind,
        title: `${arrangement.title}, ${title}`,
        lead: arrangement.lead,
        single: true,
        nominal: before === null ? nominal : plusPeriod(nominal, { ...before, count: -before.count }),
        roll: before === null ? frame.programme.roll : 'preceding',
        basis: before === null ? basis : { by: 'before', stage: basis, stageDay: nominal, before },
        source: arrangement.source,
      };
    });
}

function draftsOfArrangement(arrangement: Arrangement, frame: Frame): Draft[] {
  const { id, kind, when } = arrangement;
  const { roll } = frame.programme;
  switch (when.by) {
    case 'review':
      return withReviews(arrangement, when, frame);
    case 'window': {
      const basis = { by: 'window', start: frame.start, from: when.from, until: when.until } as const;
      return [
        single(id, kind, { ...arrangement, roll, nominal: plusPeriod(frame.start, when.until), basis }),
      ];
    }
    case 'end':
      return [single(id, kind, { ...arrangement, roll, ...endDate(frame) })];
    case 'cadence': // among the programme's series
    case 'agreement':
      return [];
  }
}

/** The dated items of the arrangements that the council has turned on. */
export function arrangementDrafts(frame: Frame): Draft[] {
  return frame.programme.arrangements
    .filter(({ inPlan }) => inPlan)
    .flatMap((arrangement) => draftsOfArrangement(arrangement, frame));
}
