import { describe, expect, it } from 'vitest';
import { findTruncation } from '../../../../src/core/analysis/comparison/truncation.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';

/** A profile of so many frames at most: each line is a sample's whole stack, cut like Go cuts. */
function cut(limit: number, stacks: readonly string[], types = 'samples/count'): Profile {
  const lines = stacks.map((stack) => `${stack.split(';').slice(-limit).join(';')} 1`);
  return drawProfile(`types ${types}\n${lines.join('\n')}`);
}

/** A recursive descent of some depth below a usual root, then `leaf`. */
const descent = (depth: number, leaf = 'leaf') =>
  `main.main;${Array.from({ length: depth - 2 }, (_, i) => `walk${i % 7}`).join(';')};${leaf}`;

describe('stacks cut off by Go', () => {
  it.each([32, 64, 128])('are found at %i frames', (limit) => {
    const profile = cut(limit, [descent(10), descent(limit + 9), descent(limit + 30, 'other')]);
    expect(findTruncation(profile)).toEqual({ depth: limit, stacks: 2, samples: 2 });
  });

  it('are not those of just that depth which begin where programs do', () => {
    expect(findTruncation(cut(99, [descent(10), descent(32)]))).toBeNull();
  });

  it('are not those that begin where no other stack shows a caller', () => {
    const worker = descent(32).replace('main.main', 'api.worker');
    expect(findTruncation(cut(99, [descent(10), worker]))).toBeNull();
  });

  it('are not those that begin like shallower ones do', () => {
    const recursive = (depth: number) => Array.from({ length: depth }, () => 'walk').join(';');
    expect(findTruncation(cut(99, [recursive(9), recursive(32)]))).toBeNull();
  });

  it('are none where a stack is deeper', () => {
    expect(findTruncation(cut(99, [descent(10), descent(40).slice(10), descent(33)]))).toBeNull();
  });

  it('count inlined frames, and may be completed by the outermost ones', () => {
    const deep = descent(41).split(';').slice(-32);
    const inlined = deep.join(';').replace(';', '>').replace(';walk0;', '>walk0;');
    expect(findTruncation(cut(99, [descent(10), inlined]))?.depth).toBe(32);
    expect(
      findTruncation(cut(99, [descent(10), `extra>${inlined}`, 'main.main;extra']))?.depth,
    ).toBe(32);
  });

  it('count locations in profiles of older versions', () => {
    const deep = descent(41).split(';').slice(-32).join(';');
    const wide = deep.replaceAll(';walk3;', ';walk3>walk4>walk5;');
    expect(findTruncation(cut(99, [descent(10), wide]))?.depth).toBe(32);
  });

  it('stand below the limit where the allocator’s frames were taken off, in heap profiles alone', () => {
    const stripped = descent(50).split(';').slice(-30).join(';');
    const types = 'alloc_objects/count';
    expect(findTruncation(cut(99, [descent(10), stripped], types))?.depth).toBe(32);
    expect(findTruncation(cut(99, [descent(10), stripped]))).toBeNull();
  });

  it('show a limit of the user’s by their number', () => {
    const leaves = ['a', 'b', 'c', 'd', 'e'];
    const stacks = leaves.map((leaf) => descent(70, leaf));
    expect(findTruncation(cut(48, [descent(10), ...stacks]))).toEqual({
      depth: 48,
      stacks: 5,
      samples: 5,
    });
    expect(findTruncation(cut(48, [descent(10), ...stacks.slice(1)]))).toBeNull();
  });

  it('are none in a profile without stacks', () => {
    expect(findTruncation(drawProfile('types n/count\n- 1'))).toBeNull();
    expect(findTruncation(drawProfile('types n/count'))).toBeNull();
  });
});
