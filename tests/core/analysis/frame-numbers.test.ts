import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameNumbers } from '../../../src/core/analysis/frame-numbers.ts';

const text = fc.constantFrom('', 'a', 'b', 'a\0b');
/** Also what no file has, and what 32 bits do not hold. */
const line = fc.constantFrom(0, 1, 7, -1, -3, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 7, 2 ** 53);
const address = fc.constantFrom(0n, 1n, 0x40_0000n, 2n ** 64n - 1n);
const frame = fc.record({
  name: text,
  file: text,
  objectFile: text,
  line,
  column: fc.constantFrom(0, 1, 7),
  startLine: line,
  address,
});

it('numbers frames from 0 on, those alike whose functions, lines and addresses are', () => {
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 200 }), (frames) => {
      const numbers = new FrameNumbers();
      const met = new Map<string, number>();
      for (const { name, file, objectFile, line, column, startLine, address } of frames) {
        const key = JSON.stringify([name, file, objectFile, line, column, startLine, `${address}`]);
        if (!met.has(key)) met.set(key, met.size);
        const fn = numbers.ofFunction(name, file, objectFile);
        expect(numbers.ofFrame(fn, line, column, startLine, address)).toBe(met.get(key));
      }
    }),
  );
});
