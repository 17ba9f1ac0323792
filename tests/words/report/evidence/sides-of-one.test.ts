import { expect, it } from 'vitest';
import { sidesOfOne } from '../../../../src/words/report/evidence/sides-of-one.ts';

const named = (name: string) => ({ name, path: '' });

it.each([
  ['heap.pb.gz', [1], [2], [2]],
  ['heap-after.pb.gz', [1], [2], [2]],
  ['heap-before.pb.gz', [1], [2], [1]],
  ['heap-before.pb.gz', [], [2], [2]],
  ['heap-after.pb.gz', [1], [], [1]],
  ['heap.pb.gz', [], [], []],
])('of %s with %j before and %j after are %j', (name, before, after, texts) => {
  expect(sidesOfOne({ before, after }, named(name))).toEqual({ before: [], after: texts });
});
