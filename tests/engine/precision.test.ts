import { describe, expect, it } from 'vitest';
import { drawProfile } from '../helpers/draw-profile.ts';
import { exportTools } from '../helpers/export-tools.ts';
import { wholeView } from '../helpers/views.ts';

const example = new URL('../../resources/example/before/heap.pb.gz', import.meta.url).pathname;

const drawn = (text: string) => exportTools([{ name: 'drawn.pb.gz', profile: drawProfile(text) }]);

describe('how far sampling noise reaches in one profile', () => {
  it('is as far as in a comparison of it with itself', async () => {
    const { ask } = await exportTools([example, example]);
    const precision = await ask('precision', { view: wholeView });
    const base = {
      profile: 2,
      sampleType: 0,
      rules: { tolerant: false, renames: [] },
      fairness: { kind: 'asMeasured' },
    } as const;
    const compared = await ask('confidence', { view: { ...wholeView, base } });
    if ('reason' in compared || precision.frames === null) throw new Error('It is known.');
    const sorted = (column: Float64Array) => Array.from(column).sort((a, b) => a - b);
    for (const value of ['flat', 'cum'] as const) {
      const { low, high } = precision.frames[value];
      expect(sorted(low)).toEqual(sorted(compared[value].beforeLow));
      expect(sorted(high)).toEqual(sorted(compared[value].beforeHigh));
    }
    const { beforeLow, beforeHigh } = compared.whole;
    expect(precision.totals[0]?.bounds).toEqual({ low: beforeLow[0], high: beforeHigh[0] });
    expect(precision.level).toBe(compared.level);
  });

  it('is known of all sample types, and holds their totals', async () => {
    const { ask, profile } = await exportTools([example]);
    const { totals } = await ask('precision', { view: wholeView });
    expect(totals.map(({ total }) => total)).toEqual(profile(1).totals);
    for (const { total, bounds } of totals) {
      expect(bounds?.low).toBeLessThan(total);
      expect(bounds?.high).toBeGreaterThan(total);
    }
  });

  it('is about what the focus keeps', async () => {
    const { ask } = await exportTools([example]);
    const focus = { kind: 'frame', name: 'myservice/keys.buildKey' } as const;
    const { totals, frames } = await ask('precision', { view: { ...wholeView, focus } });
    const top = await ask('top', {
      view: { ...wholeView, focus },
      sort: { column: 'cum', descending: true },
      filter: null,
    });
    expect(totals[0]?.total).toBe(top.total);
    expect(frames?.frame.length).toBe(top.rowCount);
  });

  it('is nothing where everything was counted', async () => {
    const { ask } = await drawn('types goroutine/count\nmain;wait 7\nmain;run 2');
    const { totals, frames } = await ask('precision', { view: wholeView });
    expect(totals).toEqual([{ total: 9, bounds: { low: 9, high: 9 } }]);
    expect(frames?.flat.low).toEqual(frames?.flat.high);
  });

  it('has a reason where it is not known', async () => {
    const { ask } = await drawn('types contentions/count delay/nanoseconds\nmain;wait 7 100');
    const { totals, frames, reason } = await ask('precision', { view: wholeView });
    expect(frames).toBeNull();
    expect(totals).toEqual([
      { total: 7, bounds: null },
      { total: 100, bounds: null },
    ]);
    expect(reason).toContain('Go scales contention by a rate that it does not write down');
  });
});
