import { expect, it } from 'vitest';
import { pairSampleTypes } from '../../../../src/core/analysis/comparison/pair-sample-types.ts';

/** `name before×factor after×factor unit`, a line for each pair. */
function pairs(before: string, after: string): string[] {
  const typed = (text: string) => ({
    sampleTypes: text.split(' ').map((pair) => {
      const [type = '', unit = ''] = pair.split('/');
      return { type, unit };
    }),
  });
  return pairSampleTypes(typed(before), typed(after)).map(
    (p) => `${p.type} ${p.before}×${p.beforeFactor} ${p.after}×${p.afterFactor} ${p.unit}`,
  );
}

it('pairs by name whatever the position, and lists what one side alone has at the end', () => {
  expect(
    pairs('gone/count space/bytes objects/count', 'objects/count new/count space/bytes'),
  ).toEqual([
    'space 1×1 2×1 bytes',
    'objects 2×1 0×1 count',
    'gone 0×1 -1×1 count',
    'new -1×1 1×1 count',
  ]);
});

it('brings both sides into the finer unit', () => {
  expect(pairs('cpu/milliseconds', 'cpu/nanoseconds')).toEqual(['cpu 0×1000000 0×1 nanoseconds']);
  expect(pairs('cpu/us', 'cpu/seconds')).toEqual(['cpu 0×1 0×1000000 us']);
  expect(pairs('cpu/ns', 'cpu/nanoseconds')).toEqual(['cpu 0×1 0×1 ns']);
});

it('takes different dimensions for different types', () => {
  expect(pairs('cpu/count', 'cpu/nanoseconds')).toEqual([
    'cpu 0×1 -1×1 count',
    'cpu -1×1 0×1 nanoseconds',
  ]);
});

it('tolerates a plural and the prefix inuse_, once nothing has the very name', () => {
  expect(pairs('inuse_space/bytes', 'space/bytes')).toEqual(['inuse_space 0×1 0×1 bytes']);
  expect(pairs('sample/count', 'samples/count')).toEqual(['sample 0×1 0×1 count']);
  expect(pairs('space/bytes inuse_space/bytes', 'inuse_space/bytes')).toEqual([
    'inuse_space 1×1 0×1 bytes',
    'space 0×1 -1×1 bytes',
  ]);
});

it('uses each column once', () => {
  expect(pairs('n/count n/count', 'n/count')).toEqual(['n 0×1 0×1 count', 'n 1×1 -1×1 count']);
});
