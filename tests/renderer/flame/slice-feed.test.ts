import { describe, expect, it, vi } from 'vitest';
import type { FlameSlice, SliceWindow } from '../../../src/core/layout/flame-slice.ts';
import { type Pane, wholeGraph } from '../../../src/core/layout/viewport.ts';
import { SliceFeed } from '../../../src/renderer/views/flame/slice-feed.ts';
import { sliceOf } from '../../helpers/flame-slices.ts';

const pane: Pane = { viewWidth: 1000, viewHeight: 400, rowHeight: 20, orientation: 'icicle' };
const narrow = { weightX0: 400, weightX1: 500, scroll: 0 };
const other = { weightX0: 800, weightX1: 900, scroll: 0 };

/** A feed whose requests wait to be answered by the test. */
function startFeed() {
  const asked: {
    window: SliceWindow | null;
    answer: (slice: FlameSlice) => Promise<void>;
    refuse: () => Promise<void>;
  }[] = [];
  const onChange = vi.fn();
  const onFailure = vi.fn();
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  const request = (window: SliceWindow | null) =>
    new Promise<FlameSlice>((resolve, reject) => {
      asked.push({
        window,
        answer: (slice) => {
          resolve(slice);
          return settle();
        },
        refuse: () => {
          reject(new Error('no'));
          return settle();
        },
      });
    });
  const feed = new SliceFeed(request, onChange, onFailure);
  return { feed, asked, onChange, onFailure };
}

const slice = () => sliceOf({ self: 1000 });

describe('SliceFeed', () => {
  it('asks for the whole first, shows it coarse, and then asks for it as fine as the pane is', async () => {
    const { feed, asked, onChange } = startFeed();
    expect(asked.map(({ window }) => window)).toEqual([null]);
    expect(feed.best(narrow)).toBeNull();
    const coarse = slice();
    await asked[0]?.answer(coarse);
    expect(onChange).toHaveBeenCalledOnce();
    expect(feed.best(narrow)).toBe(coarse);
    feed.want(wholeGraph(1000), pane, false);
    expect(asked[1]?.window).toEqual({ x0: 0, x1: 1000, minWeight: 0.5 });
    const fine = slice();
    await asked[1]?.answer(fine);
    expect(feed.whole).toBe(fine);
    feed.want(wholeGraph(1000), pane, false);
    expect(asked).toHaveLength(2);
  });

  it('has one request under way, and asks next for what is missing by then', async () => {
    const { feed, asked } = startFeed();
    await asked[0]?.answer(slice());
    feed.want(narrow, pane, true);
    feed.want(other, pane, true);
    expect(asked).toHaveLength(2);
    expect(feed.isAsking).toBe(true);
    const near = slice();
    await asked[1]?.answer(near);
    expect(feed.best(narrow)).toBe(near);
    expect(feed.best(other)).toBe(feed.whole);
    feed.want(other, pane, true);
    expect(asked[2]?.window).toMatchObject({ x0: 750, x1: 950 });
  });

  it('drops what arrives after it was stopped', async () => {
    const { feed, asked, onChange } = startFeed();
    feed.stop();
    await asked[0]?.answer(slice());
    expect(feed.whole).toBeNull();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('does not ask again for what was refused, but for other things', async () => {
    const { feed, asked, onFailure } = startFeed();
    await asked[0]?.answer(slice());
    feed.want(narrow, pane, false);
    await asked[1]?.refuse();
    expect(onFailure).toHaveBeenCalledOnce();
    feed.want(narrow, pane, false);
    expect(asked).toHaveLength(2);
    feed.want(other, pane, false);
    expect(asked).toHaveLength(3);
  });
});
