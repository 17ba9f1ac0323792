import { expect, it } from 'vitest';
import { sideByName } from '../../../src/core/evidence/side-by-name.ts';

it.each([
  ['gctrace.log', '/home/u/run/before/gctrace.log', 'before'],
  ['bench-new.txt', '/tmp/bench-new.txt', 'after'],
  ['old.txt', '', 'before'],
  ['after/bench.txt', '', 'after'],
  ['bench.txt', 'C:\\runs\\baseline\\bench.txt', 'before'],
  // The innermost name that speaks is heard.
  ['before.log', '/runs/after/before.log', 'before'],
  // Both, a longer word, or too far up: nothing.
  ['before-and-after.log', '', null],
  ['renew.log', '', null],
  ['gctrace.log', '/new/home/u/logs/gctrace.log', null],
])('%s in %s is %s', (name, path, side) => {
  expect(sideByName(name, path)).toBe(side);
});
