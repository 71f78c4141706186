import { defineConfig } from 'vitest/config';

/** The tests that mutants of src/academy are tried on: all of its own but those that take long to say the same again. */
export default defineConfig({
  test: {
    include: ['test/academy/**/*.test.ts'],
    exclude: ['test/academy/*-oracle.test.ts', 'test/academy/wall-clock.test.ts'],
    setupFiles: ['scripts/mutation-setup.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});
