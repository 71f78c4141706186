import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const long = /test\/(faults|playground|delivery\/crash|cards\/drawn-cards|cli\/simulated-years)/;

/** On a fresh clone nobody knows yet what takes long: what starts last should not be that. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The machines that this must pass on have two cores; by default one of them would stand idle.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
