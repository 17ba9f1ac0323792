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
