import { describe, expect, it, vi } from 'vitest';
import type { BoxPlace } from '../../../src/bridge/tree-api.ts';
import type { FlameSlice } from '../../../src/core/layout/flame-slice.ts';
import type { FlameFrames, TreeSource } from '../../../src/renderer/views/flame/flame-types.ts';
import { TreeHandover } from '../../../src/renderer/views/flame/tree-handover.ts';
import { sliceOf } from '../../helpers/flame-slices.ts';

const frames: FlameFrames = {
  name: () => '',
  place: () => '',
  package: () => '',
  module: () => '',
};
const place: BoxPlace = { node: 1, frame: 0, depth: 1, x: 0, weight: 5, sides: [] };
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A source whose answers the test gives. */
function sourceOf(key: string, of = frames) {
  const answers = { slice: (_: FlameSlice) => {}, refuse: () => {}, place: (_: BoxPlace) => {} };
  const source: TreeSource = {
    key,
    frames: of,
    sampleTypes: [],
    sampleType: 0,
    compared: null,
    requestSlice: () =>
      new Promise((resolve, reject) => {
        answers.slice = resolve;
        answers.refuse = () => reject(new Error('no'));
      }),
    requestPlace: () =>
      new Promise((resolve) => {
        answers.place = resolve;
      }),
  };
  return { source, answers };
}

function start() {
  const events = { onShown: vi.fn(), onChange: vi.fn(), onFailure: vi.fn() };
  return { events, trees: new TreeHandover(events) };
}

const slice = () => sliceOf({ self: 0, children: [{ self: 5 }] });
const noPath = () => null;

describe('TreeHandover', () => {
  it('shows the tree before until the next one is there', async () => {
    const { trees, events } = start();
    const [one, two] = [sourceOf('one'), sourceOf('two', { ...frames })];
    trees.load(one.source, noPath);
    expect(trees.isWaiting).toBe(true);
    one.answers.slice(slice());
    await settle();
    expect(trees.shown?.source).toBe(one.source);
    expect(trees.isWaiting).toBe(false);
    trees.load(two.source, noPath);
    expect(trees.shown?.source).toBe(one.source);
    two.answers.slice(slice());
    await settle();
    expect(trees.shown?.source).toBe(two.source);
    expect(events.onShown).toHaveBeenCalledTimes(2);
  });

  it('waits for the place that was zoomed to where frames are the same, and asks for none where not', async () => {
    const { trees } = start();
    const [one, two, three] = [sourceOf('one'), sourceOf('two'), sourceOf('three', { ...frames })];
    trees.load(one.source, noPath);
    one.answers.slice(slice());
    await settle();
    trees.load(two.source, () => Int32Array.of(0));
    two.answers.slice(slice());
    await settle();
    expect(trees.shown?.source).toBe(one.source);
    two.answers.place(place);
    await settle();
    expect(trees.shown).toMatchObject({ source: two.source, zoomed: place });
    const path = vi.fn(noPath);
    trees.load(three.source, path);
    expect(path).not.toHaveBeenCalled();
  });

  it('drops a tree that another one has overtaken', async () => {
    const { trees, events } = start();
    const [one, two] = [sourceOf('one'), sourceOf('two')];
    trees.load(one.source, noPath);
    trees.load(two.source, noPath);
    one.answers.slice(slice());
    await settle();
    expect(trees.shown).toBeNull();
    two.answers.slice(slice());
    await settle();
    expect(events.onShown).toHaveBeenCalledOnce();
    expect(trees.shown?.source).toBe(two.source);
  });

  it('looks at the next tree once it is there, and only where it was told last', async () => {
    const { trees } = start();
    const { source, answers } = sourceOf('one');
    const [first, last, now] = [vi.fn(), vi.fn(), vi.fn()];
    trees.load(source, noPath);
    trees.whenThere(first);
    trees.whenThere(last);
    answers.slice(slice());
    await settle();
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
    trees.whenThere(now);
    expect(now).toHaveBeenCalledOnce();
  });

  it('shows nothing where the tree does not come', async () => {
    const { trees, events } = start();
    const [one, two] = [sourceOf('one'), sourceOf('two')];
    trees.load(one.source, noPath);
    one.answers.slice(slice());
    await settle();
    trees.load(two.source, noPath);
    two.answers.refuse();
    await settle();
    expect(events.onFailure).toHaveBeenCalledOnce();
    expect(trees.shown).toBeNull();
    expect(trees.isWaiting).toBe(false);
  });
});
