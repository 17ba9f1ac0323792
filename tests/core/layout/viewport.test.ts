import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  depthAt,
  insideGraph,
  narrowestSpan,
  type Pane,
  panBy,
  revealing,
  rowHeightFor,
  scrollBy,
  type Viewport,
  viewXOf,
  viewYOf,
  weightXAt,
  wholeGraph,
  zoomAbout,
  zoomedTo,
} from '../../../src/core/layout/viewport.ts';

const TOTAL = 1e6;
const pane: Pane = { viewWidth: 1000, viewHeight: 400, rowHeight: 20, orientation: 'icicle' };
const flame: Pane = { ...pane, orientation: 'flame' };

const viewports = fc
  .tuple(
    fc.double({ min: 0, max: 0.9, noNaN: true }),
    fc.double({ min: 1e-6, max: 1, noNaN: true }),
  )
  .map(([start, part]): Viewport => {
    const weightX0 = start * TOTAL;
    return { weightX0, weightX1: weightX0 + (TOTAL - weightX0) * part, scroll: 0 };
  });
const viewXs = fc.double({ min: 0, max: pane.viewWidth, noNaN: true });

const span = ({ weightX0, weightX1 }: Viewport) => weightX1 - weightX0;

describe('the way between graph and screen', () => {
  it('leads back to where it began', () => {
    fc.assert(
      fc.property(viewports, viewXs, (viewport, viewX) => {
        const there = weightXAt(viewport, pane, viewX);
        expect(viewXOf(viewport, pane, there)).toBeCloseTo(viewX, 3);
      }),
    );
  });

  it.each([pane, flame])('finds the row that is drawn at a height: $orientation', (it) => {
    const viewport = { ...wholeGraph(TOTAL), scroll: 33 };
    for (const depth of [2, 3, 10, 21]) {
      const top = viewYOf(viewport, it, depth);
      expect(depthAt(viewport, it, top)).toBe(depth);
      expect(depthAt(viewport, it, top + it.rowHeight / 2)).toBe(depth);
      expect(depthAt(viewport, it, top + it.rowHeight - 0.01)).toBe(depth);
    }
  });

  it('puts the root on top of an icicle and at the bottom of a flame', () => {
    expect(viewYOf(wholeGraph(TOTAL), pane, 0)).toBe(0);
    expect(viewYOf(wholeGraph(TOTAL), flame, 0)).toBe(380);
  });
});

describe('zoomAbout', () => {
  it('leaves what is under the pointer where it is', () => {
    const factors = fc.double({ min: 1, max: 50, noNaN: true });
    fc.assert(
      fc.property(viewports, viewXs, factors, (viewport, viewX, factor) => {
        const zoomed = zoomAbout(viewport, pane, viewX, factor, TOTAL);
        const place = weightXAt(viewport, pane, viewX);
        expect(viewXOf(zoomed, pane, place)).toBeCloseTo(viewX, 2);
        expect(span(zoomed)).toBeCloseTo(span(viewport) / factor, 3);
      }),
    );
  });

  it('never leaves the graph, nor goes where doubles cannot follow', () => {
    const factors = fc.double({ min: 1e-12, max: 1e18, noNaN: true });
    fc.assert(
      fc.property(viewports, viewXs, factors, (viewport, viewX, factor) => {
        const zoomed = zoomAbout(viewport, pane, viewX, factor, TOTAL);
        expect(zoomed.weightX0).toBeGreaterThanOrEqual(0);
        expect(zoomed.weightX1).toBeLessThanOrEqual(TOTAL);
        expect(span(zoomed)).toBeGreaterThanOrEqual(narrowestSpan(TOTAL) * 0.999);
      }),
    );
  });

  it('tells neighbouring pixels apart at the narrowest', () => {
    const total = 2 ** 53 - 1;
    const narrow = zoomAbout(wholeGraph(total), pane, 999, 1e300, total);
    const places = Array.from({ length: 100 }, (_, viewX) => weightXAt(narrow, pane, viewX));
    expect(new Set(places).size).toBe(100);
  });
});

describe('panBy and insideGraph', () => {
  it('moves by px and stops at the edges, keeping the scale', () => {
    const viewport = { weightX0: 400_000, weightX1: 500_000, scroll: 0 };
    expect(panBy(viewport, pane, 100, TOTAL).weightX0).toBeCloseTo(390_000);
    expect(panBy(viewport, pane, 1e9, TOTAL)).toMatchObject({ weightX0: 0, weightX1: 100_000 });
    expect(panBy(viewport, pane, -1e9, TOTAL)).toMatchObject({
      weightX0: 900_000,
      weightX1: TOTAL,
    });
  });

  it('leaves alone what is inside', () => {
    fc.assert(
      fc.property(viewports, (viewport) => {
        const kept = insideGraph(viewport, TOTAL);
        expect(kept.weightX0).toBeCloseTo(viewport.weightX0, 6);
        expect(kept.weightX1).toBeCloseTo(viewport.weightX1, 6);
      }),
    );
  });
});

describe('scrollBy', () => {
  it('goes no farther than the limit, but does not jump back from beyond it', () => {
    const at = (scroll: number) => ({ ...wholeGraph(TOTAL), scroll });
    expect(scrollBy(at(0), 50, 30).scroll).toBe(30);
    expect(scrollBy(at(10), -50, 30).scroll).toBe(0);
    expect(scrollBy(at(80), 10, 30).scroll).toBe(80);
    expect(scrollBy(at(80), -10, 30).scroll).toBe(70);
  });
});

describe('zoomedTo and revealing', () => {
  const deep = { depth: 60, x: 10, weight: 100 };

  it('fills the width with a box, and scrolls one that is far from the root into view', () => {
    expect(zoomedTo(wholeGraph(TOTAL), pane, deep, 99, TOTAL)).toEqual({
      weightX0: 10,
      weightX1: 110,
      scroll: 60 * 20 - 160,
    });
    expect(zoomedTo(wholeGraph(TOTAL), pane, { ...deep, depth: 3 }, 99, TOTAL).scroll).toBe(0);
  });

  it('does not scroll farther than what a box calls needs', () => {
    const scrollTo = (depth: number, deepest: number, scroll = 0) =>
      zoomedTo({ ...wholeGraph(TOTAL), scroll }, pane, { ...deep, depth }, deepest, TOTAL).scroll;
    expect(scrollTo(12, 19)).toBe(0);
    expect(scrollTo(12, 21)).toBe(40);
    expect(scrollTo(12, 99)).toBe(80);
    expect(scrollTo(2, 2, 500)).toBe(20);
  });

  it('moves only as far as a box is out of view', () => {
    const viewport = { weightX0: 0, weightX1: 1000, scroll: 0 };
    expect(revealing(viewport, pane, { depth: 3, x: 10, weight: 100 }, TOTAL)).toEqual(viewport);
    const moved = revealing(viewport, pane, { depth: 60, x: 5000, weight: 100 }, TOTAL);
    expect(span(moved)).toBeCloseTo(1000);
    expect(viewXOf(moved, pane, 5050)).toBeCloseTo(500);
    const top = viewYOf(moved, pane, 60);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top + pane.rowHeight).toBeLessThanOrEqual(pane.viewHeight);
  });

  it('comes nearer to a box only if that has to be wider', () => {
    const viewport = { weightX0: 0, weightX1: 1000, scroll: 0 };
    const at = { depth: 3, x: 500, weight: 10 };
    expect(revealing(viewport, pane, at, TOTAL, 10)).toEqual(viewport);
    expect(revealing(viewport, pane, at, TOTAL, 40)).toEqual({
      weightX0: 380,
      weightX1: 630,
      scroll: 0,
    });
  });
});

describe('between', () => {
  it('begins and ends where it should, and never leaves the graph on the way', () => {
    fc.assert(
      fc.property(
        viewports,
        viewports,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, part) => {
          const start = between(a, b, 0);
          expect(start.weightX0).toBeCloseTo(a.weightX0, 3);
          expect(start.weightX1).toBeCloseTo(a.weightX1, 3);
          expect(between(a, b, 1)).toBe(b);
          const there = between(a, b, part);
          expect(there.weightX0).toBeGreaterThanOrEqual(-1e-3);
          expect(there.weightX1).toBeLessThanOrEqual(TOTAL + 1e-3);
        },
      ),
    );
  });
});

describe('rowHeightFor', () => {
  it('is taller where there is room, but within bounds', () => {
    expect(rowHeightFor(800, 10)).toBe(26);
    expect(rowHeightFor(500, 21)).toBe(22);
    expect(rowHeightFor(400, 500)).toBe(19);
    expect(rowHeightFor(0, 0)).toBe(19);
  });
});
