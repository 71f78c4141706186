import type { ArrangementTime } from './arrangement.ts';
import { periodWords, rhythmWords } from './period.ts';
import type { Phase } from './programme-fields.ts';

const phaseWords = ({ every, until }: Phase) =>
  `${rhythmWords(every)} ${until === 'end' ? 'to the end' : `until ${periodWords(until)}`}`;

/** When an arrangement takes place: "2 weeks before the reviews at 3, 6 and 12 months", "quarterly to the end". */
export function arrangementWords(when: ArrangementTime): string {
  switch (when.by) {
    case 'cadence':
      return when.phases.map(phaseWords).join(', then ');
    case 'review': {
      const stages = new Intl.ListFormat('en-GB').format(when.stages.map(({ count }) => String(count)));
      const reviews = `the ${when.stages.length === 1 ? 'review' : 'reviews'} at ${stages} months`;
      return when.before === null ? `with ${reviews}` : `${periodWords(when.before)} before ${reviews}`;
    }
    case 'window': {
      const until = `at the latest ${periodWords(when.until)} after the start`;
      return when.from === null ? until : `not before ${periodWords(when.from)}, ${until}`;
    }
    case 'end':
      return 'with the end of the programme';
    case 'agreement':
      return when.lasts === null ? 'when people agree' : `for ${periodWords(when.lasts)}, when people agree`;
  }
}
