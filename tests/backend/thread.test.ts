import { expect, it } from 'vitest';
import { threadLimits } from '../../src/backend/thread.ts';

const GIB = 2 ** 30;

it('threads have half of the memory, and together what Electron has for all of them', () => {
  const limits = [1, 4, 16, 64].map((gib) => [
    `${gib} GiB`,
    ...[false, true].map(
      (isElectron) => threadLimits(gib * GIB, isElectron).maxOldGenerationSizeMb,
    ),
  ]);
  expect(limits).toEqual([
    ['1 GiB', 1024, 1024],
    ['4 GiB', 2048, 1536],
    ['16 GiB', 4096, 1536],
    ['64 GiB', 4096, 1536],
  ]);
});
