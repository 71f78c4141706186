import { defineConfig } from 'vitest/config';

/** Some of the test files, by their names: `MUTATION_TESTS=enrolment,item-state`. */
const chosen = (process.env.MUTATION_TESTS ?? '').split(',').filter((name) => name !== '');

/** The tests that mutants of src/academy are tried on: all of its own but those that take long to say the same again. */
export default defineConfig({
  test: {
    include:
      chosen.length > 0
        ? chosen.map((name) => `test/academy/${name}.test.ts`)
        : ['test/academy/**/*.test.ts'],
    exclude: ['test/academy/*-oracle.test.ts', 'test/academy/wall-clock.test.ts'],
    setupFiles: ['scripts/mutation-setup.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});
