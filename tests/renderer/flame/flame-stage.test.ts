import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FlameSlice } from '../../../src/core/layout/flame-slice.ts';
import type { Coloring } from '../../../src/renderer/canvas/box-colors.ts';
import { FlameCamera } from '../../../src/renderer/views/flame/flame-camera.ts';
import { FlameScene } from '../../../src/renderer/views/flame/flame-scene.ts';
import { FlameStage } from '../../../src/renderer/views/flame/flame-stage.ts';
import type { FlameInputs } from '../../../src/renderer/views/flame/flame-types.ts';
import { sliceOf } from '../../helpers/flame-slices.ts';
import { LoggedContext } from '../../helpers/logged-context.ts';

/** Callbacks for the next frame of the screen. */
let frames = new Map<number, (nowMillis: number) => void>();
let lastFrame = 0;

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
});
afterEach(() => vi.unstubAllGlobals());

/** Lets the engine answer and the screen show frames, until nothing is to be drawn any more. */
async function rest(): Promise<void> {
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
  Object.assign(ctx, { measureText: () => ({ width: 6 }) });
  const canvas = { width: 0, height: 0, getContext: () => ctx } as unknown as HTMLCanvasElement;
  return { ctx, canvas };
}

/** A stage of its own for a slice, in one colour. */
function stageOf(slice: FlameSlice, color: string) {
  const { ctx, canvas } = canvasOf();
  const coloring: Coloring = () => ({ of: () => color });
  const texts = () => '';
  const inputs: FlameInputs = {
    source: {
      key: color,
      frames: { name: texts, place: texts, package: texts, module: texts },
      sampleTypes: [],
      sampleType: 0,
      requestSlice: () => Promise.resolve(slice),
      requestPlace: () => Promise.resolve(null),
    },
    coloring,
    orientation: 'icicle',
    theme: 'light',
    highlighted: null,
    selection: null,
  };
  const events = { onStatus: vi.fn(), onHover: vi.fn(), onDrawn: vi.fn() };
  const camera = new FlameCamera();
  const stage = new FlameStage(new FlameScene(canvas, canvasOf().canvas), camera, inputs, events);
  stage.resize(100, 60, 1);
  return { stage, camera, inputs, events, log: ctx.log };
}

const left = sliceOf({ self: 0, children: [{ self: 40 }, { self: 60 }] });
const right = sliceOf({ self: 0, children: [{ self: 20 }, { self: 180 }] });

it('stands beside another one, each with a tree, colours and a camera of its own', async () => {
  const [one, two] = [stageOf(left, 'red'), stageOf(right, 'blue')];
  await rest();
  expect(one.camera.viewport).toMatchObject({ weightX0: 0, weightX1: 100 });
  expect(two.camera.viewport).toMatchObject({ weightX0: 0, weightX1: 200 });
  expect(one.log).toContain('fillStyle = red');
  expect(two.log).toContain('fillStyle = blue');
  expect(two.log).not.toContain('fillStyle = red');
  one.stage.dispose();
  two.stage.dispose();
});

it('is drawn again when its camera is set from outside, and can be linked to another one so', async () => {
  const [one, two] = [stageOf(left, 'red'), stageOf(right, 'blue')];
  await rest();
  const unlink = one.camera.onMove(() => {
    const { viewport } = one.camera;
    if (viewport === null) return;
    const { weightX0, weightX1 } = viewport;
    two.camera.jump({ ...viewport, weightX0: weightX0 * 2, weightX1: weightX1 * 2 });
  });
  const drawings = two.events.onDrawn.mock.calls.length;
  one.camera.jump({ weightX0: 40, weightX1: 90, scroll: 0 });
  expect(two.camera.viewport).toEqual({ weightX0: 80, weightX1: 180, scroll: 0 });
  await rest();
  expect(two.events.onDrawn.mock.calls.length).toBeGreaterThan(drawings);
  unlink();
  one.camera.jump({ weightX0: 0, weightX1: 10, scroll: 0 });
  expect(two.camera.viewport?.weightX0).toBe(80);
  one.stage.dispose();
  two.stage.dispose();
});

it('leaves its camera when it is disposed of', async () => {
  const { stage, camera, events } = stageOf(left, 'red');
  await rest();
  stage.dispose();
  const drawings = events.onDrawn.mock.calls.length;
  camera.jump({ weightX0: 40, weightX1: 90, scroll: 0 });
  await rest();
  expect(events.onDrawn.mock.calls.length).toBe(drawings);
});

it('is drawn in other colours when they are other ones', async () => {
  const { stage, inputs, log } = stageOf(left, 'red');
  await rest();
  stage.update({ ...inputs, coloring: () => ({ of: () => 'green' }) });
  await rest();
  expect(log).toContain('fillStyle = green');
  stage.dispose();
});
