import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  INKS,
  moduleColor,
  packageColor,
  SHARE_STEPS,
  shareScale,
  shareStep,
  type Theme,
} from '../../../src/core/drawing/colors.ts';
import { contrast, hexOf } from '../../../src/core/drawing/oklch.ts';

/** What WCAG 2 AA asks of text of this size. */
const READABLE = 4.5;

const themes: readonly Theme[] = ['light', 'dark'];
const paths = fc.oneof(
  fc.constantFrom('', 'runtime', 'net/http', 'main', 'github.com/acme/billing'),
  fc.string(),
);

/** How far a colour is from grey: the difference of its largest and smallest channel. */
function colorfulness(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Math.max(...channels) - Math.min(...channels);
}

describe('packageColor', () => {
  it('is the same in every version: pictures of different days are compared', () => {
    const colors = ['myservice/handlers', 'net/http', 'runtime', ''].map((path) => [
      packageColor(path, 'light'),
      packageColor(path, 'dark'),
    ]);
    expect(colors).toMatchInlineSnapshot(`
      [
        [
          "#d4cd89",
          "#635c21",
        ],
        [
          "#dfcac3",
          "#6b5a55",
        ],
        [
          "#cfc4c9",
          "#5e555a",
        ],
        [
          "#c5ccca",
          "#565c5a",
        ],
      ]
    `);
  });

  it.each(themes)('leaves text readable on every package and module: %s', (theme) => {
    fc.assert(
      fc.property(paths, (path) => {
        for (const ground of [packageColor(path, theme), moduleColor(path, theme)]) {
          expect(ground).toMatch(/^#[0-9a-f]{6}$/);
          expect(contrast(ground, INKS[theme].label)).toBeGreaterThanOrEqual(READABLE);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each(themes)('colours own code, and lets what comes with Go recede: %s', (theme) => {
    const own = ['main', 'myservice/handlers', 'myservice/keys', 'github.com/acme/billing'];
    const foreign = ['net/http', 'fmt', 'encoding/json', 'runtime', 'internal/abi', ''];
    const least = Math.min(...own.map((path) => colorfulness(packageColor(path, theme))));
    const most = Math.max(...foreign.map((path) => colorfulness(packageColor(path, theme))));
    expect(least).toBeGreaterThan(1.5 * most);
  });

  it('tells packages of one module apart', () => {
    const names = [
      'api',
      'auth',
      'cache',
      'codec',
      'db',
      'handlers',
      'index',
      'keys',
      'store',
      'wal',
    ];
    const colors = names.map((name) => packageColor(`example.com/service/${name}`, 'light'));
    expect(new Set(colors).size).toBe(names.length);
  });
});

describe('shareScale', () => {
  it.each(themes)('leaves text readable on each step: %s', (theme) => {
    const scale = shareScale(theme);
    expect(scale).toHaveLength(SHARE_STEPS);
    for (const ground of scale) {
      expect(contrast(ground, INKS[theme].label)).toBeGreaterThanOrEqual(READABLE);
    }
  });

  it.each([
    [0, 0],
    [-1, 0],
    [1, SHARE_STEPS - 1],
    [2, SHARE_STEPS - 1],
    [0.25, SHARE_STEPS / 2],
  ])('a share of %d is step %i', (share, step) => {
    expect(shareStep(share)).toBe(step);
  });
});

describe('INKS', () => {
  it.each(themes)('are readable on their grounds: %s', (theme) => {
    const { root, rootLabel, dimmed, dimmedLabel } = INKS[theme];
    expect(contrast(root, rootLabel)).toBeGreaterThanOrEqual(READABLE);
    expect(contrast(dimmed, dimmedLabel)).toBeGreaterThanOrEqual(READABLE);
  });
});

describe('hexOf', () => {
  it.each([
    [{ lightness: 1, chroma: 0, hue: 0 }, '#ffffff'],
    [{ lightness: 0, chroma: 0, hue: 0 }, '#000000'],
    [{ lightness: 0.628, chroma: 0.2577, hue: 29.23 }, '#ff0000'],
  ])('knows %o', (color, hex) => {
    expect(hexOf(color)).toBe(hex);
  });

  it('gives up chroma, not lightness, for what no screen shows', () => {
    const gray = hexOf({ lightness: 0.85, chroma: 0, hue: 300 });
    const vivid = hexOf({ lightness: 0.85, chroma: 0.4, hue: 300 });
    expect(contrast(gray, vivid)).toBeLessThan(1.15);
    expect(colorfulness(vivid)).toBeGreaterThan(30);
  });
});

describe('contrast', () => {
  it('is 21 of black and white, whichever comes first, and 1 of equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#808080', '#808080')).toBe(1);
  });
});
