import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const long =
  /test\/(faults|playground|delivery\/crash|simulation|cli\/simulated-years|cards\/drawn|understanding\/second-opinion|conversation|teams\/malformed)/;

/**
 * On a fresh clone nobody knows yet what takes long: what starts last should not be that. Files that share a worker
 * follow one another, because a worker is given up as soon as a file of the other kind is next.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification) =>
      (project.name === 'together' ? 2 : 0) + (long.test(moduleId) ? 0 : 1);
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/**
 * What starts processes or browsers, or leans on the machine's own time, has a worker of its own for each file. So has
 * what starts Azure's emulator: two of them in one process share what they keep.
 */
const apart = [
  'test/{playground,simulation}/**',
  'test/faults/killed-*.test.ts',
  'test/start-process.test.ts',
  'test/cards/drawn-cards.test.ts',
  'test/cli/process.test.ts',
  'test/{storage,delivery}/*azure*.test.ts',
  'test/storage/{sqlite-processes,repositories}.test.ts',
  'test/services/{full-learning-set,learning-sets-at-once}*.test.ts',
];

/** Two whole years lived through the bot, day by day: minutes, so they are played by `npm run play-years`. */
const years = 'test/conversation/whole-year-*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The machines that this must pass on have two cores; a third worker makes the browsers miss their time.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Packages are compiled once for all workers and for the processes that they start.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
    projects: [
      {
        extends: true,
        // Importing the whole bot anew for each file costs as much as the tests themselves.
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...apart, years],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'apart', include: apart.map((one) => one.replace('/**', '/**/*.test.ts')) },
      },
      { extends: true, test: { name: 'years', include: [years] } },
    ],
  },
});
