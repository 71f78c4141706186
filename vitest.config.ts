import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The machines that this must pass on have two cores; by default one of them would stand idle.
    maxWorkers: 2,
  },
});
