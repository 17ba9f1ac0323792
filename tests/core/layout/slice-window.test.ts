import { describe, expect, it } from 'vitest';
import { covers, isTooLittle, windowFor } from '../../../src/core/layout/slice-window.ts';
import { type Pane, zoomAbout } from '../../../src/core/layout/viewport.ts';

const pane: Pane = { viewWidth: 1000, viewHeight: 400, rowHeight: 20, orientation: 'icicle' };
const viewport = { weightX0: 4000, weightX1: 6000, scroll: 0 };

describe('windowFor', () => {
  it('asks for half a pane more on each side, down to half a px', () => {
    expect(windowFor(viewport, pane, 10_000)).toEqual({ x0: 3000, x1: 7000, minWeight: 1 });
  });

  it('asks for nothing outside the graph', () => {
    expect(windowFor({ ...viewport, weightX0: 100 }, pane, 6500)).toMatchObject({
      x0: 0,
      x1: 6500,
    });
  });
});

describe('isTooLittle', () => {
  const window = windowFor(viewport, pane, 10_000);

  it('is content with what was asked for', () => {
    expect(covers(window, viewport)).toBe(true);
    expect(isTooLittle(window, viewport, pane, false)).toBe(false);
  });

  it('wants more beyond the margin', () => {
    const moved = { ...viewport, weightX0: 2900, weightX1: 4900 };
    expect(isTooLittle(window, moved, pane, true)).toBe(true);
  });

  it('wants it finer at once when at rest, and from double the scale while moving', () => {
    const nearer = zoomAbout(viewport, pane, 500, 1.5, 10_000);
    expect(isTooLittle(window, nearer, pane, true)).toBe(false);
    expect(isTooLittle(window, nearer, pane, false)).toBe(true);
    expect(isTooLittle(window, zoomAbout(viewport, pane, 500, 2.1, 10_000), pane, true)).toBe(true);
  });
});
