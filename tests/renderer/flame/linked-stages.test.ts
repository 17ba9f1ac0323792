import { expect, it } from 'vitest';
import type { LinkScale, SideIndex } from '../../../src/core/layout/linked-viewport.ts';
import { boxOfRow } from '../../../src/renderer/views/flame/boxes-of-slice.ts';
import { LinkedStages } from '../../../src/renderer/views/flame/linked-stages.ts';
import { comparedSlice } from '../../helpers/compared-slices.ts';
import { rest, stageOf, stubScreen } from './put-up-stage.ts';

stubScreen();

// Before: a 0-40, b 40-100 with rows below. After: a 0-30, new 30-50.
const tree = {
  self: [0, 0] as const,
  children: [
    { self: [40, 30] as const },
    { self: [0, 20] as const },
    { self: [10, 0] as const, children: [{ self: [50, 0] as const }] },
  ],
};
const [A, NEW, B] = [1, 2, 3];
const slices = [comparedSlice(tree, 0), comparedSlice(tree, 1)] as const;

/** Both sides, linked; the words of the engine's answers are all there. */
async function linked(scale: LinkScale) {
  const link = new LinkedStages(scale);
  const put = (side: SideIndex) => {
    const compared = {
      key: 'tree',
      drawn: side,
      type: { type: 'n', unit: 'count' },
      scales: [1, 1] as const,
      per: '',
    };
    const made = stageOf(slices[side], ['red', 'blue'][side] ?? '', {
      compared,
      scale,
      onDrawn: () => link.drawn(side),
    });
    link.join(side, made.stage);
    return made;
  };
  const [before, after] = [put(0), put(1)];
  await rest();
  return { link, before, after };
}

const window = ({ camera }: ReturnType<typeof stageOf>) => [
  camera.viewport?.weightX0,
  camera.viewport?.weightX1,
];
const boxOf = (side: SideIndex, node: number) =>
  boxOfRow(slices[side], slices[side].node.indexOf(node));

it('shows as much of both sides on a shared scale, and all of each on its own', async () => {
  const shared = await linked('shared');
  expect([window(shared.before), window(shared.after)]).toEqual([
    [0, 100],
    [0, 100],
  ]);
  const own = await linked('own');
  expect([window(own.before), window(own.after)]).toEqual([
    [0, 100],
    [0, 50],
  ]);
});

it('takes the other side along, whichever is moved', async () => {
  const { before, after } = await linked('own');
  before.camera.jump({ weightX0: 0, weightX1: 40, scroll: 5 });
  expect(after.camera.viewport).toEqual({ weightX0: 0, weightX1: 30, scroll: 5 });
  after.camera.jump({ weightX0: 15, weightX1: 30, scroll: 0 });
  expect(before.camera.viewport).toEqual({ weightX0: 20, weightX1: 40, scroll: 0 });
  await rest();
  expect(window(after)).toEqual([15, 30]);
});

it('zooms to a box as wide as it is on the side where it is wider', async () => {
  const { before, after } = await linked('shared');
  after.stage.zoomTo(boxOf(1, A).place);
  await rest();
  expect([window(before), window(after)]).toEqual([
    [0, 40],
    [0, 40],
  ]);
});

it('gives rows of equal depth equal height', async () => {
  const { before, after } = await linked('shared');
  expect(before.stage.rows).toBe(3);
  expect(after.stage.rows).toBe(2);
  expect(after.camera.pane.rowHeight).toBe(before.camera.pane.rowHeight);
});

it('keeps showing the whole when the scale is another one', async () => {
  const { link, before, after } = await linked('shared');
  const to = (scale: LinkScale) => {
    for (const { stage, inputs } of [before, after]) stage.update({ ...inputs, scale });
    link.setScale(scale);
  };
  to('own');
  await rest();
  expect([window(before), window(after)]).toEqual([
    [0, 100],
    [0, 50],
  ]);
});

it('marks what the pointer is on, and where it would stand', async () => {
  const { link, before, after } = await linked('shared');
  before.log.length = 0;
  link.hover(1, boxOf(1, A));
  await rest();
  expect(before.marks.join()).toContain('strokeRect');
  link.hover(0, boxOf(0, B));
  await rest();
  expect(after.marks.at(-1)).toMatch(/^fillText\(gone/);
  link.hover(1, boxOf(1, NEW));
  await rest();
  expect(before.marks.at(-1)).toMatch(/^fillText\(not yet/);
  const drawings = before.marks.length;
  link.hover(1, null);
  await rest();
  expect(before.marks.slice(drawings).join()).not.toMatch(/fillText|strokeRect/);
});

it('comes to rest, and stops when a side is let go', async () => {
  const { link, before, after } = await linked('own');
  link.join(0, before.stage)();
  before.camera.jump({ weightX0: 0, weightX1: 40, scroll: 0 });
  await rest();
  expect(window(after)).toEqual([0, 50]);
});
