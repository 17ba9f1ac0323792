import { describe, expect, it } from 'vitest';
import { INKS } from '../../../src/core/drawing/colors.ts';
import { drawFlame } from '../../../src/core/drawing/draw-flame.ts';
import { drawMap } from '../../../src/core/drawing/draw-map.ts';
import { drawMarks } from '../../../src/core/drawing/draw-marks.ts';
import { oneSidedRow } from '../../../src/core/drawing/draw-one-sided.ts';
import { drawScroll } from '../../../src/core/drawing/draw-scroll.ts';
import { emptyBoxes, layoutBoxes } from '../../../src/core/layout/flame-boxes.ts';
import type { FlameSlice } from '../../../src/core/layout/flame-slice.ts';
import { type Pane, wholeGraph } from '../../../src/core/layout/viewport.ts';
import { comparedSlice } from '../../helpers/compared-slices.ts';
import { sliceOf } from '../../helpers/flame-slices.ts';
import { LoggedContext } from '../../helpers/logged-context.ts';

const FONT = { css: '10px Test', sizePx: 10 };

const look = {
  fill: (row: number) => (row === 0 ? 'root' : row % 2 === 1 ? 'odd' : 'even'),
  ink: (row: number) => (row === 0 ? 'root ink' : 'ink'),
  label: (row: number, maxWidth: number) => `row ${row} in ${maxWidth}`,
  remainder: 'remainder',
  hatch: 'hatch',
  oneSided: null,
};

const pane: Pane = { viewWidth: 200, viewHeight: 60, rowHeight: 20, orientation: 'icicle' };

function boxesOf(slice: FlameSlice, over: Partial<Pane> = {}, scroll = 0) {
  const boxes = emptyBoxes();
  layoutBoxes(slice, { ...wholeGraph(slice.weight[0] ?? 0), scroll }, { ...pane, ...over }, boxes);
  return boxes;
}

function drawn(slice: FlameSlice, ratio = 1, over: Partial<Pane> = {}): string[] {
  const ctx = new LoggedContext();
  drawFlame(ctx, boxesOf(slice, over), look, FONT, ratio);
  return ctx.log;
}

const story = sliceOf({
  self: 0,
  children: [{ self: 100, children: [{ self: 60 }] }, { self: 35 }, { self: 4, merged: 7 }],
});

describe('drawFlame', () => {
  it('draws boxes by colour with a gap between them, then labels', () => {
    expect(drawn(story)).toMatchInlineSnapshot(`
      [
        "setTransform(1, 0, 0, 1, 0, 0)",
        "clearRect(0, 0, 200, 60)",
        "fillStyle = root",
        "fillRect(0, 0, 199, 19)",
        "fillStyle = odd",
        "fillRect(0, 20, 160, 19)",
        "fillRect(161, 20, 34, 19)",
        "fillStyle = even",
        "fillRect(0, 40, 59, 19)",
        "fillStyle = hatch",
        "fillRect(196, 20, 3, 19)",
        "fillStyle = root ink",
        "fillText(row 0 in 191, 4, 13)",
        "fillStyle = ink",
        "fillText(row 1 in 152, 4, 33)",
        "fillText(row 2 in 51, 4, 53)",
        "fillText(row 3 in 26, 165, 33)",
      ]
    `);
  });

  it('stands a flame on its root', () => {
    const flame = drawn(story, 1, { orientation: 'flame' });
    expect(flame.filter((call) => call.startsWith('fillRect'))).toMatchInlineSnapshot(`
      [
        "fillRect(0, 40, 199, 19)",
        "fillRect(0, 20, 160, 19)",
        "fillRect(161, 20, 34, 19)",
        "fillRect(0, 0, 59, 19)",
        "fillRect(196, 20, 3, 19)",
      ]
    `);
  });

  it('puts every edge on a pixel of the screen', () => {
    for (const ratio of [1, 1.25, 2, 3]) {
      const rects = drawn(story, ratio, { viewWidth: 173.7, rowHeight: 19 })
        .filter((call) => call.startsWith('fillRect'))
        .map((call) => call.match(/[\d.]+/g)?.map(Number) ?? []);
      for (const [left = 0, top = 0] of rects) {
        expect(left * ratio).toBeCloseTo(Math.round(left * ratio), 6);
        expect(top * ratio).toBeCloseTo(Math.round(top * ratio), 6);
      }
    }
  });

  it('gives the narrowest remainder a pixel, without lines', () => {
    const slice = sliceOf({ self: 0, children: [{ self: 1_000_000 }, { self: 1 }] });
    expect(drawn(slice)).toContain('fillStyle = remainder');
    expect(drawn(slice)).toContain('fillRect(199, 20, 1, 19)');
  });

  it('writes where a box that begins left of the pane is seen', () => {
    const boxes = emptyBoxes();
    layoutBoxes(story, { weightX0: 50, weightX1: 100, scroll: 0 }, pane, boxes);
    const ctx = new LoggedContext();
    drawFlame(ctx, boxes, look, FONT, 1);
    expect(ctx.log.filter((call) => call.startsWith('fillText'))).toEqual([
      'fillText(row 0 in 191, 4, 13)',
      'fillText(row 1 in 191, 4, 33)',
      'fillText(row 2 in 31, 4, 53)',
    ]);
  });
});

describe('drawMap', () => {
  it('draws all boxes without gaps, and writes nothing', () => {
    const ctx = new LoggedContext();
    drawMap(ctx, boxesOf(story, { viewHeight: 9, rowHeight: 3 }), look, 1);
    expect(ctx.log.filter((call) => call.startsWith('fill'))).toMatchInlineSnapshot(`
      [
        "fillStyle = root",
        "fillRect(0, 0, 199.99999999999997, 3)",
        "fillStyle = odd",
        "fillRect(0, 3, 160.8040201005025, 3)",
        "fillRect(160.8040201005025, 3, 35.175879396984925, 3)",
        "fillStyle = even",
        "fillRect(0, 6, 60.30150753768844, 3)",
        "fillStyle = hatch",
        "fillRect(195.97989949748742, 3, 4.0201005025125625, 3)",
      ]
    `);
  });
});

const STYLE = { inks: INKS.light, font: FONT, ratio: 1 };

describe('drawMarks', () => {
  const marksOf = (marks: Partial<Parameters<typeof drawMarks>[3]>) => {
    const ctx = new LoggedContext();
    const none = { hovered: -1, frame: -1, box: null, linked: null, missing: 'gone' };
    drawMarks(ctx, boxesOf(story), story, { ...none, ...marks }, STYLE);
    return ctx.log.slice(2);
  };

  it('draws nothing where nothing is marked', () => {
    expect(marksOf({})).toEqual([]);
  });

  it('outlines what is pointed at finely, and what is selected firmly', () => {
    const box = { node: 1, depth: 1, x: 0, weight: 160 };
    expect(marksOf({ hovered: 2, frame: 0, box })).toMatchInlineSnapshot(`
      [
        "strokeStyle = #1d1c1ab3",
        "strokeRect(0.5, 40.5, 58, 18)",
        "strokeStyle = #1d1c1a",
        "strokeRect(1, 21, 157.80402010050253, 17)",
      ]
    `);
  });

  it('outlines other boxes of the selected function', () => {
    const log = marksOf({ frame: 2 });
    expect(log).toContain(`strokeStyle = ${INKS.light.related}`);
    expect(log.filter((call) => call.startsWith('strokeRect'))).toHaveLength(1);
  });

  it('widens a selected sliver so that it can be found', () => {
    const box = { node: 99, depth: 1, x: 100, weight: 0.001 };
    expect(marksOf({ frame: 5, box }).at(-1)).toMatch(/^fillRect\([\d.]+, 20, 5, 19\)$/);
  });
});

describe('drawMarks of a comparison', () => {
  const marksOf = (x: number, weight: number) => {
    const ctx = new LoggedContext();
    const linked = { node: 9, depth: 1, x, weight };
    const marks = { hovered: -1, frame: -1, box: null, linked, missing: 'gone' };
    drawMarks(ctx, boxesOf(story), story, marks, STYLE);
    return ctx.log.slice(2);
  };

  it('outline what is pointed at on the other side', () => {
    expect(marksOf(0, 160)).toEqual([
      `strokeStyle = ${INKS.light.hovered}`,
      'strokeRect(0.5, 20.5, 158.80402010050253, 18)',
    ]);
  });

  it('say where a box would stand, inside the pane, and that it is not there', () => {
    const log = marksOf(100, 0);
    expect(log).toContain('moveTo(96.50251256281408, 16)');
    expect(log.at(-1)).toMatch(/^fillText\(gone, 104\.5/);
    expect(marksOf(199, 0).at(-1)).toMatch(/^fillText\(gone, 168/);
    expect(marksOf(300, 0)).toEqual([]);
  });
});

describe('what one side of a comparison does not have', () => {
  const slice = comparedSlice(
    { self: [0, 0], children: [{ self: [100, 0] }, { self: [0, 60] }, { self: [20, 20] }] },
    'all',
  );

  it('is hatched if it is gone, and has a bar on its upper edge if it is new', () => {
    const ctx = new LoggedContext();
    const oneSided = { of: (row: number) => oneSidedRow(slice, row), hatch: 'lines', bar: 'bar' };
    drawFlame(ctx, boxesOf(slice), { ...look, oneSided }, FONT, 1);
    const from = ctx.log.indexOf('fillStyle = lines');
    expect(ctx.log.slice(from, from + 4)).toEqual([
      'fillStyle = lines',
      'fillRect(0, 20, 99, 19)',
      'fillStyle = bar',
      'fillRect(100, 20, 59, 3)',
    ]);
  });

  it('is nothing where both have it, or where there is one profile', () => {
    expect(oneSidedRow(slice, 3)).toBeNull();
    expect(oneSidedRow(story, 1)).toBeNull();
  });
});

describe('drawScroll', () => {
  const scrolled = (orientation: Pane['orientation'], scroll: number, viewHeight = 30) => {
    const ctx = new LoggedContext();
    drawScroll(ctx, boxesOf(story, { orientation, viewHeight }, scroll), 'gray');
    return ctx.log.slice(1);
  };

  it('moves away from the root as the graph is scrolled', () => {
    expect(scrolled('icicle', 0)).toEqual(['fillRect(195, 2, 3, 24)']);
    expect(scrolled('icicle', 30)).toEqual(['fillRect(195, 4, 3, 24)']);
    expect(scrolled('flame', 0)).toEqual(['fillRect(195, 4, 3, 24)']);
    expect(scrolled('flame', 30)).toEqual(['fillRect(195, 2, 3, 24)']);
  });

  it('is not there while everything is in view', () => {
    expect(scrolled('icicle', 0, 60)).toEqual([]);
  });
});
