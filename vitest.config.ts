import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { assemblyPlugin } from './scripts/assembly-plugin.mjs';
import { pageReaderPlugin } from './scripts/page-reader-plugin.mjs';

/** Long enough on a machine that is busy with other things: a test that hangs ends, a slow one does not fail. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000 };

/** A browser or an Electron window starts cold and draws in software: generous limits, few at a time. */
const shell = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Tests whose files put fakes in the place of modules, and so want modules of their own. */
const faking = ['tests/main/**', 'tests/preload/**'];

/** On two cores vitest would take but one: it leaves one to itself, and needs little of it. */
const allCores = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [pageReaderPlugin(), assemblyPlugin()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/electron/**', ...faking],
          maxWorkers: allCores,
          // Modules are loaded once for a process and not for each file, which takes a third less time.
          isolate: false,
          ...patient,
        },
      },
      {
        test: {
          name: 'unit-faking',
          include: faking.map((folder) => `${folder}/*.test.ts`),
          maxWorkers: allCores,
          ...patient,
        },
      },
      {
        plugins: [pageReaderPlugin(), assemblyPlugin()],
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // Pages wait for frames: a third one takes up what two leave idle of two cores, a tenth of the time.
          maxWorkers: 3,
          // The files of a process share a browser.
          isolate: false,
          ...shell,
        },
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
