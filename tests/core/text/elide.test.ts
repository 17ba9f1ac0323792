import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elide, fitLabel } from '../../../src/core/text/elide.ts';

/** Ten pixels to a UTF-16 unit. */
const measure = (text: string) => text.length * 10;

describe('elide', () => {
  const symbol = 'myservice/handlers.(*Handler).enrich';

  it.each([
    [360, symbol],
    [359, 'handlers.(*Handler).enrich'],
    [260, 'handlers.(*Handler).enrich'],
    [259, '(*Handler).enrich'],
    [169, 'enrich'],
    [60, 'enrich'],
    [59, '…rich'],
    [20, '…h'],
    [19, ''],
    [0, ''],
    [-1, ''],
    [Number.NaN, ''],
  ])('in %d px is %j', (maxWidth, expected) => {
    expect(elide(symbol, measure, maxWidth)).toBe(expected);
  });

  it('shows the end of names that have no short form', () => {
    expect(elide('operator new(unsigned long)', measure, 100)).toBe('…ned long)');
  });

  it('shows of a path its end, which is none where a slash is last', () => {
    expect(elide('/usr/lib/libc.so', measure, 70)).toBe('libc.so');
    expect(elide('/usr/lib/', measure, 40)).toBe('…ib/');
  });

  it('does not cut a surrogate pair', () => {
    expect(elide('a😀😀', measure, 40)).toBe('…😀');
    expect(elide('a😀', measure, 20)).toBe('');
    expect(elide('😀', measure, 10)).toBe('');
  });

  it('measures no more of an endless name than could ever be read', () => {
    let measured = 0;
    const label = elide(
      'x'.repeat(1_000_000),
      (text) => {
        measured += text.length;
        return 0;
      },
      100,
    );
    expect(label).toHaveLength(1001);
    expect(measured).toBeLessThan(20_000);
  });

  it('never exceeds the width, whatever the font, and is as long as it can be', () => {
    const narrow = 'ilj.(*)';
    const proportional = (text: string) => {
      return [...text].reduce((sum, letter) => sum + (narrow.includes(letter) ? 3 : 8), 0);
    };
    const symbols = fc.string({ unit: fc.constantFrom('i', 'w', '.', '/', '(*T).', '😀') });
    fc.assert(
      fc.property(symbols, fc.integer({ min: 0, max: 300 }), (name, maxWidth) => {
        const label = elide(name, proportional, maxWidth);
        expect(proportional(label)).toBeLessThanOrEqual(maxWidth);
        expect(label.isWellFormed()).toBe(true);
        if (label !== '') expect(name.endsWith(label.replace('…', ''))).toBe(true);
        if (proportional(name) <= maxWidth) expect(label).toBe(name);
      }),
    );
  });
});

describe('fitLabel', () => {
  it('takes the first form that fits', () => {
    expect(fitLabel(['long.name', 'name'], measure, 50)).toBe('name');
    expect(fitLabel([], measure, 50)).toBe('');
  });
});
