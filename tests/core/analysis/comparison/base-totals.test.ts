import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pairSampleTypes } from '../../../../src/core/analysis/comparison/pair-sample-types.ts';
import {
  netTotal,
  normaliseRatio,
  scaleValues,
} from '../../../../src/core/analysis/comparison/pprof-totals.ts';
import { readProfile } from '../../../../src/engine/read-profile.ts';

const folder = join(import.meta.dirname, '../../../fixtures/pprof/seed-story');

const open = (path: string) => {
  const bytes = readFileSync(join(folder, path));
  return readProfile({ name: path, path, bytes }, () => {});
};

/*
 * What `go tool pprof -top -base heap-start.pb.gz heap.pb.gz` of Go 1.19.8 gives for the total, and with
 * -normalize: two captures of one process, most of whose samples merge.
 */
it.each([
  ['before', 'alloc_objects', 26457423, 141348],
  ['before', 'alloc_space', 2982805917, 8329037],
  ['before', 'inuse_objects', 10593, 14600],
  ['before', 'inuse_space', 6306291, 4735438],
  ['after', 'alloc_objects', 8361735, 104218],
  ['after', 'alloc_space', 1032474858, 10495347],
  ['after', 'inuse_objects', 9448, 16011],
  ['after', 'inuse_space', 3678182, 4334018],
])('two captures of one process (%s) have pprof’s total of %s', async (side, type, net, scaled) => {
  const start = await open(`${side}/heap-start.pb.gz`);
  const end = await open(`${side}/heap.pb.gz`);
  const pair = pairSampleTypes(start, end).find((candidate) => candidate.type === type);
  if (pair === undefined) throw new Error(`There is no ${type} on both sides.`);
  expect(netTotal(start, end, pair)).toBe(net);

  const ratio = normaliseRatio(start, end, pair);
  const values = end.samples.values.map((column) => scaleValues(column, ratio));
  const normalised = { ...end, samples: { ...end.samples, values } };
  expect(netTotal(start, normalised, pair)).toBe(scaled);
});
