import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';

/** How a window stood when it was last closed. */
export interface WindowState {
  /** Its place when it is not maximised. */
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

export const MINIMUM_SIZE = { width: 640, height: 480 } as const;
const FIRST_SIZE = { width: 1280, height: 840 } as const;

/** The state that a file holds; null when there is none, or none that makes sense. */
export function readWindowState(file: string): WindowState | null {
  try {
    const state: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isWindowState(state) ? state : null;
  } catch {
    return null;
  }
}

/**
 * Writes a window's state, at once, because it is asked for when the program is about to end. The file
 * is replaced whole, so that no half of it is ever read. A failure is not told: it can be done without.
 */
export function writeWindowState(file: string, window: BrowserWindow): void {
  const state: WindowState = {
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
  };
  const aside = `${file}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(aside, JSON.stringify(state));
    renameSync(aside, file);
  } catch {
    // What may be left aside is written over the next time.
  }
}

/**
 * Where a window is to open: as it stood, but wholly within the screen that shows most of it; in the
 * middle of the first screen when none does. A screen may have been unplugged or resized since.
 *
 * @param screens the work areas, the primary one first
 */
export function placeWindow(
  state: WindowState | null,
  screens: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  const [primary] = screens;
  const wanted = state?.bounds ?? { ...FIRST_SIZE, x: primary.x, y: primary.y };
  const screen = screens.reduce((best, next) =>
    overlap(next, wanted) > overlap(best, wanted) ? next : best,
  );
  const width = Math.min(Math.max(wanted.width, MINIMUM_SIZE.width), screen.width);
  const height = Math.min(Math.max(wanted.height, MINIMUM_SIZE.height), screen.height);
  if (state === null || overlap(screen, wanted) === 0) {
    return {
      x: screen.x + Math.round((screen.width - width) / 2),
      y: screen.y + Math.round((screen.height - height) / 2),
      width,
      height,
    };
  }
  return {
    x: clamp(wanted.x, screen.x, screen.x + screen.width - width),
    y: clamp(wanted.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(width, 0) * Math.max(height, 0);
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}

function isWindowState(value: unknown): value is WindowState {
  const { bounds, maximized } = (value ?? {}) as Partial<WindowState>;
  const { x, y, width, height } = (bounds ?? {}) as Partial<Rectangle>;
  // Electron takes whole numbers only.
  return typeof maximized === 'boolean' && [x, y, width, height].every(Number.isSafeInteger);
}
