import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { pageReaderPlugin } from './scripts/page-reader-plugin.mjs';

/** A browser or an Electron window starts cold and draws in software: generous limits, few at a time. */
const shell = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [pageReaderPlugin()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/electron/**'],
          // On two cores vitest would take but one: it leaves one to itself, and needs little of it.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        plugins: [pageReaderPlugin()],
        test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], maxWorkers: 2, ...shell },
      },
      {
        test: {
          name: 'electron',
          include: ['tests/electron/**/*.test.ts'],
          maxWorkers: 1,
          ...shell,
        },
      },
    ],
  },
});
