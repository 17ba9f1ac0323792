import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from '../../src/main/window-state.ts';

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const monitor: Rectangle = { x: 1440, y: 0, width: 2560, height: 1440 };

const stood = (x: number, y: number, width: number, height: number) => ({
  bounds: { x, y, width, height },
  maximized: false,
});

describe('placeWindow', () => {
  it('starts in the middle of the first screen', () => {
    expect(placeWindow(null, [laptop, monitor])).toEqual({
      x: 80,
      y: 43,
      width: 1280,
      height: 840,
    });
  });

  it('opens where the window stood', () => {
    const { bounds } = stood(1600, 100, 1200, 900);
    expect(placeWindow(stood(1600, 100, 1200, 900), [laptop, monitor])).toEqual(bounds);
  });

  it('brings a window from a screen that is gone to the middle of the first', () => {
    expect(placeWindow(stood(1600, 100, 1200, 800), [laptop])).toEqual({
      x: 120,
      y: 63,
      width: 1200,
      height: 800,
    });
  });

  it('moves and shrinks a window that hangs over the edge', () => {
    expect(placeWindow(stood(1000, 700, 800, 600), [laptop])).toEqual({
      x: 640,
      y: 300,
      width: 800,
      height: 600,
    });
    expect(placeWindow(stood(-50, 0, 4000, 3000), [laptop])).toEqual(laptop);
  });

  it('stays wholly on one screen, whatever is remembered', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const state = fc.tuple(number, number, number, number).map((n) => stood(...n));
    fc.assert(
      fc.property(state, (remembered) => {
        const placed = placeWindow(remembered, [laptop, monitor]);
        expect([laptop, monitor].some((screen) => contains(screen, placed))).toBe(true);
        expect(placed.width).toBeGreaterThanOrEqual(640);
        expect(placed.height).toBeGreaterThanOrEqual(480);
      }),
    );
  });

  it('fits a screen that is smaller than the least size', () => {
    const tiny: Rectangle = { x: 0, y: 0, width: 600, height: 400 };
    expect(placeWindow(null, [tiny])).toEqual(tiny);
  });
});

describe('the file of the window state', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'allocscope-window-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const window = (maximized: boolean) =>
    ({
      getNormalBounds: () => ({ x: 1, y: 2, width: 800, height: 600 }),
      isMaximized: () => maximized,
    }) as BrowserWindow;

  it('is read as it was written, and leaves nothing beside it', () => {
    const file = join(folder, 'new/window.json');
    writeWindowState(file, window(false));
    writeWindowState(file, window(true));
    expect(readWindowState(file)).toEqual({ ...stood(1, 2, 800, 600), maximized: true });
    expect(readdirSync(join(folder, 'new'))).toEqual(['window.json']);
  });

  it('may be impossible to write', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeWindowState(join(folder, 'file/window.json'), window(true))).not.toThrow();
  });

  it.each([
    '',
    'null',
    '[]',
    '{"maximized":true}',
    '{"bounds":{"x":0,"y":0,"width":800},"maximized":true}',
    '{"bounds":{"x":0,"y":0,"width":800,"height":"600"},"maximized":true}',
    '{"bounds":{"x":0.5,"y":0,"width":800,"height":600},"maximized":true}',
    '{"bounds":{"x":0,"y":0,"width":800,"height":600},"maximized":1}',
  ])('is ignored when it holds %j', (text) => {
    const file = join(folder, 'window.json');
    writeFileSync(file, text);
    expect(readWindowState(file)).toBeNull();
  });

  it('need not be there', () => {
    expect(readWindowState(join(folder, 'window.json'))).toBeNull();
  });
});

function contains(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
