import { expect, it } from 'vitest';
import { selectReportUnit } from '../../../src/core/units/pprof-report-unit.ts';

const cases: [string, { flat: number[]; cum: number[] }, number, string, string][] = [
  [
    'the unit of the smallest row, if the total is not far above',
    { flat: [4731209, 524328, 0], cum: [4731209, 524328, 526338] },
    8903510,
    'bytes',
    'kB',
  ],
  [
    'a larger unit, if the total is over a hundred times the smallest row',
    { flat: [1320826760, 0], cum: [1327642752, 2621560] },
    2986976263,
    'bytes',
    'MB',
  ],
  [
    'a unit that shows the smallest row as 0.01 at least',
    { flat: [112936450555, 0], cum: [112936450555, 9999] },
    146431400307,
    'nanoseconds',
    'us',
  ],
  ['the type’s own unit for counts', { flat: [3, 2], cum: [3, 2] }, 5, 'count', 'count'],
  ['an unknown unit as it is', { flat: [3], cum: [3] }, 3, 'widgets', 'widgets'],
  ['the unit of the total, if all rows are zero', { flat: [0], cum: [0] }, 4096, 'bytes', 'kB'],
  ['negative rows by their size', { flat: [-2048], cum: [-2048] }, 4096, 'bytes', 'kB'],
  ['no unit without rows', { flat: [], cum: [] }, 4096, 'bytes', 'minimum'],
];

it.each(cases)('takes %s', (_, rows, total, sampleUnit, expected) => {
  expect(selectReportUnit(rows, total, sampleUnit)).toBe(expected);
});
