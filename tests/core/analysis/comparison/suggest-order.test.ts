import { expect, it } from 'vitest';
import { suggestBefore } from '../../../../src/core/analysis/comparison/suggest-order.ts';

const facts = (path: string, timeMillis: number | null = null) => ({
  name: path.split(/[/\\]/).at(-1) ?? '',
  path,
  timeMillis,
});

function suggested(a: string, b: string): string {
  const { first, reason } = suggestBefore(facts(a), facts(b));
  const swapped = suggestBefore(facts(b), facts(a));
  // Whatever is opened first must not change it.
  if (!reason.startsWith('it was opened')) {
    expect(swapped).toEqual({ first: first === 'a' ? 'b' : 'a', reason });
  }
  return `${first}: ${reason}`;
}

it.each([
  ['/x/before/heap.pb.gz', '/x/after/heap.pb.gz', 'a: its folder is named “before”'],
  ['/x/new.pb.gz', '/x/base.pb.gz', 'b: its file is named “base.pb.gz”'],
  ['heap-old.pb.gz', 'heap-new.pb.gz', 'a: its file is named “heap-old.pb.gz”'],
  ['/r/main/cpu.pprof', '/r/faster-keys/cpu.pprof', 'a: its folder is named “main”'],
  ['/r/x.pprof', '/r/x-patched.pprof', 'a: the other’s file is named “x-patched.pprof”'],
  ['heapBefore.pb', 'heapAfter.pb', 'a: its file is named “heapBefore.pb”'],
  ['C:\\p\\post\\h.pb', 'C:\\p\\pre\\h.pb', 'b: its folder is named “pre”'],
  ['b.pb.gz', 'a.pb.gz', 'b: its file is named “a.pb.gz”'],
  ['/x/v2/heap.pb', '/x/v1/heap.pb', 'b: its folder is numbered 1, the other’s 2'],
  ['p.api.cpu.010.pb.gz', 'p.api.cpu.009.pb.gz', 'b: its file is numbered 009, the other’s 010'],
  ['v1.10.pb', 'v1.9.pb', 'b: its file is numbered 9, the other’s 10'],
  ['heap (1).pb.gz', 'heap.pb.gz', 'b: its file has no number, the other’s is numbered 1'],
  ['one.pb', 'two.pb', 'a: it was opened first; neither names nor times tell which is older'],
  [
    '/before/after.pb',
    '/before/after.pb',
    'a: it was opened first; neither names nor times tell which is older',
  ],
])('%s and %s', (a, b, expected) => {
  expect(suggested(a, b)).toBe(expected);
});

it('prefers words to numbers, and the innermost name', () => {
  expect(suggested('/2-before/x1.pb', '/1-after/x2.pb')).toBe('a: its folder is named “2-before”');
  expect(suggested('/new/old.pb', '/old/new.pb')).toBe('a: its file is named “old.pb”');
});

it('goes by time where names say nothing', () => {
  const early = facts('/x/one.pb', 1_000);
  const late = facts('/x/two.pb', 39_000);
  expect(suggestBefore(late, early)).toEqual({ first: 'b', reason: 'it was taken 38 s earlier' });
  expect(suggestBefore(facts('/x/before.pb', 39_000), facts('/x/after.pb', 1_000)).first).toBe('a');
  expect(suggestBefore(early, facts('/x/two.pb')).reason).toMatch(/^it was opened first/);
});

it('escapes what hides in names', () => {
  expect(suggested('/x/before\u202e/h', '/x/y/h')).toBe('a: its folder is named “before\\u{202E}”');
});
