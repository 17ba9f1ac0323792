import { afterEach, beforeEach, vi } from 'vitest';
import type { Coloring } from '../../../src/core/drawing/box-colors.ts';
import type { FlameSlice } from '../../../src/core/layout/flame-slice.ts';
import { FlameCamera } from '../../../src/renderer/views/flame/flame-camera.ts';
import { FlameScene } from '../../../src/renderer/views/flame/flame-scene.ts';
import { FlameStage } from '../../../src/renderer/views/flame/flame-stage.ts';
import type { Compared, FlameInputs } from '../../../src/renderer/views/flame/flame-types.ts';
import { LoggedContext } from '../../helpers/logged-context.ts';

/** Callbacks for the next frame of the screen. */
let frames = new Map<number, (nowMillis: number) => void>();
let lastFrame = 0;

/** Puts up, for each test of a file, what stages need of a browser. */
export function stubScreen(): void {
  beforeEach(() => {
    frames = new Map();
    vi.stubGlobal('requestAnimationFrame', (act: (nowMillis: number) => void) => {
      frames.set(++lastFrame, act);
      return lastFrame;
    });
    vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
    vi.stubGlobal('document', {
      documentElement: { dataset: {} },
      createElement: () => ({ getContext: () => null }),
    });
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
  });
  afterEach(() => vi.unstubAllGlobals());
}

/** Lets the engine answer and the screen show frames, until nothing is to be drawn any more. */
export async function rest(): Promise<void> {
  for (let left = 50; left > 0; left--) {
    await new Promise<void>((resolve) => setTimeout(resolve));
    const due = [...frames.values()];
    if (due.length === 0) return;
    frames.clear();
    for (const act of due) act(performance.now());
  }
  throw new Error('It does not come to rest.');
}

function canvasOf() {
  const ctx = new LoggedContext();
  const canvas = { width: 0, height: 0, getContext: () => ctx } as unknown as HTMLCanvasElement;
  return { ctx, canvas };
}

interface StageOver {
  readonly compared?: Compared;
  readonly scale?: FlameInputs['scale'];
  readonly onDrawn?: () => void;
}

/** A stage of its own for a slice, in one colour. */
export function stageOf(slice: FlameSlice, color: string, over: StageOver = {}) {
  const { ctx, canvas } = canvasOf();
  const coloring: Coloring = () => ({ of: () => color });
  const texts = () => '';
  const inputs: FlameInputs = {
    source: {
      key: color,
      frames: { name: texts, place: texts, package: texts, module: texts },
      sampleTypes: [],
      sampleType: 0,
      compared: over.compared ?? null,
      requestSlice: () => Promise.resolve(slice),
      requestPlace: () => Promise.resolve(null),
    },
    coloring,
    orientation: 'icicle',
    theme: 'light',
    highlighted: null,
    selection: null,
    scale: over.scale ?? 'own',
  };
  const events = {
    onStatus: vi.fn(),
    onHover: vi.fn(),
    onRest: vi.fn(),
    onDrawn: vi.fn(over.onDrawn),
  };
  const camera = new FlameCamera();
  const overlay = canvasOf();
  const stage = new FlameStage(new FlameScene(canvas, overlay.canvas), camera, inputs, events);
  stage.resize(100, 60, 1);
  return { stage, camera, inputs, events, log: ctx.log, marks: overlay.ctx.log };
}
