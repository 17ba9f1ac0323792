import { expect, it } from 'vitest';
import { sliceOf } from '../../helpers/flame-slices.ts';
import { rest, stageOf, stubScreen } from './put-up-stage.ts';

stubScreen();

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
