import { describe, expect, it } from 'vitest';
import {
  CHANGE_STEPS,
  changeColoring,
  changePart,
  changeScale,
  changeShare,
} from '../../../src/core/drawing/change-colors.ts';
import { INKS, type Theme } from '../../../src/core/drawing/colors.ts';
import { contrast } from '../../../src/core/drawing/oklch.ts';
import { comparedSlice } from '../../helpers/compared-slices.ts';

const themes: readonly Theme[] = ['light', 'dark'];
const READABLE = 4.5;
const MIDDLE = (CHANGE_STEPS - 1) / 2;

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

function linearOf(hex: string): Vector {
  const channel = (at: number) => {
    const encoded = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (matrix: Matrix, [a, b, c]: Vector): Vector => {
  const row = ([x, y, z]: Vector) => x * a + y * b + z * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

/** https://bottosson.github.io/posts/oklab */
function oklabOf(linear: Vector): Vector {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    linear,
  ).map((cone) => Math.cbrt(Math.max(0, cone))) as unknown as Vector;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l, m, s],
  );
}

/** How people with one kind of cones missing see, after Machado, Oliveira and Fernandes (2009), severity 1. */
const DEFICIENCIES: Readonly<Record<string, Matrix>> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const distance = (one: string, two: string, seenBy: Matrix) => {
  const seen = (hex: string) => oklabOf(times(seenBy, linearOf(hex)));
  const [a, b] = [seen(one), seen(two)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

describe.each(themes)('the scale of changes: %s', (theme) => {
  const scale = changeScale(theme);
  const at = (step: number) => scale[step] ?? '';

  it('leaves labels readable on each of its colours', () => {
    expect(scale).toHaveLength(CHANGE_STEPS);
    for (const ground of scale) {
      expect(contrast(ground, INKS[theme].label)).toBeGreaterThanOrEqual(READABLE);
    }
  });

  it('goes by even steps to the eye, away from grey on both sides', () => {
    const steps = scale.slice(1).map((color, step) => distance(at(step), color, NORMAL));
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    for (const step of steps) {
      expect(step).toBeGreaterThan(mean * 0.6);
      expect(step).toBeLessThan(mean * 1.5);
    }
    expect(distance(at(0), at(MIDDLE), NORMAL)).toBeCloseTo(
      distance(at(CHANGE_STEPS - 1), at(MIDDLE), NORMAL),
      1,
    );
  });

  it.each(Object.keys(DEFICIENCIES))('tells falls from rises with %s', (deficiency) => {
    const seenBy = DEFICIENCIES[deficiency] ?? NORMAL;
    // Two hundredths are what an eye just tells apart side by side.
    expect(distance(at(0), at(CHANGE_STEPS - 1), seenBy)).toBeGreaterThan(0.08);
    expect(distance(at(MIDDLE / 2), at(MIDDLE * 1.5), seenBy)).toBeGreaterThan(0.04);
  });

  it('has marks that are seen on each of its colours', () => {
    for (const ground of scale) {
      expect(contrast(ground, INKS[theme].added)).toBeGreaterThanOrEqual(3);
    }
  });
});

const NORMAL: Matrix = DEFICIENCIES['none'] as Matrix;

describe('the change of a box', () => {
  // Rows: 0 all 100 → 40, 1 fell 50 → 5, 2 gone 40 → 0, 3 new 0 → 25, 4 same 10 → 10.
  const slice = comparedSlice(
    {
      self: [0, 0],
      children: [{ self: [50, 5] }, { self: [40, 0] }, { self: [0, 25] }, { self: [10, 10] }],
    },
    'all',
  );

  it('is a share of the larger whole, or of what it was', () => {
    const shares = (of: 'absolute' | 'relative') =>
      Array.from({ length: slice.length }, (_, row) => changeShare(slice, row, [1, 1], of));
    expect(shares('absolute')).toEqual([-0.6, -0.45, -0.4, 0.25, 0]);
    expect(shares('relative')).toEqual([-0.6, -0.9, -1, Infinity, 0]);
  });

  it('is that of what is shown, with divisors', () => {
    expect(changeShare(slice, 4, [0.1, 0.2], 'relative')).toBe(1);
    expect(changeShare(slice, 4, [0.1, 0.2], 'absolute')).toBeCloseTo(0.1);
    expect(changeShare(slice, 1, [0.1, 1], 'relative')).toBe(0);
  });

  it('stands between the ends of the scale', () => {
    expect(changePart(-0.25, 'absolute')).toBe(-0.5);
    expect(changePart(-0.25, 'relative')).toBe(-0.25);
    expect(changePart(Infinity, 'relative')).toBe(1);
    expect(changePart(Number.NaN, 'absolute')).toBe(0);
  });

  it('colours what fell, what stayed and what rose', () => {
    const scale = changeScale('light');
    const colors = changeColoring([1, 1], 'relative')(
      { package: () => '', module: () => '' },
      'light',
    );
    expect([2, 4, 3].map((row) => colors.of(slice, row))).toEqual([
      scale[0],
      scale[MIDDLE],
      scale.at(-1),
    ]);
  });
});
