import { describe, expect, it } from 'vitest';
import {
  compareRows,
  type RowConfidence,
} from '../../../../src/core/analysis/comparison/confidence.ts';
import {
  type RowSampling,
  recoverSampling,
  type Sampling,
  sumRowSampling,
} from '../../../../src/core/analysis/comparison/sampling.ts';
import { logGamma } from '../../../../src/core/analysis/comparison/special-functions.ts';
import { type FrameIndex, indexFrames } from '../../../../src/core/analysis/frames.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import { type Allocated, randomNumbers, takeHeapProfile } from './simulate-heap.ts';

/*
 * What intervals and tests promise, put to the test: functions that are known to allocate so and so much
 * are sampled a thousand times as Go does it, and compared.
 */

const TRIALS = 1000;
const LEVEL = 0.95;
/** Three standard deviations of a share of 5 % in so many trials. */
const LUCK = 3 * Math.sqrt((LEVEL * (1 - LEVEL)) / TRIALS);
const PERIOD = 524288;

interface Regime {
  readonly name: string;
  readonly before: readonly Allocated[];
  readonly after: readonly Allocated[];
  readonly divisors?: readonly [number, number];
  readonly periods?: readonly [number, number];
  /** Sizes of which often nothing is drawn hide objects; bytes are bounded all the same. */
  readonly hidesObjects?: boolean;
}

/** So many objects of a size that about so many draws are made of them. */
function drawn(draws: number, size: number): Allocated {
  return { size, count: Math.max(1, Math.round(draws / -Math.expm1(-size / PERIOD))) };
}

function times(factor: number, allocated: readonly Allocated[]): Allocated[] {
  return allocated.map(({ size, count }) => ({ size, count: Math.round(count * factor) }));
}

function mixed(draws: number): Allocated[] {
  return [16, 1024, 65536, PERIOD].map((size) => drawn(draws, size));
}

const REGIMES: readonly Regime[] = [
  ...[1, 3, 10, 100, 1000].map((draws) => alike(`48 B, ${draws} draws`, [drawn(draws, 48)])),
  ...[3, 10, 100].map((draws) => alike(`512 KiB, ${draws} draws`, [drawn(draws, PERIOD)])),
  ...[3, 30].map((draws) => alike(`1 MiB, ${draws} draws`, [drawn(draws, 2 * PERIOD)])),
  ...[3, 10, 100].map((draws) => alike(`four sizes, ${draws} draws each`, mixed(draws))),
  { ...alike('four sizes, 1 draw each', mixed(1)), hidesObjects: true },
  alike('3 small draws and 800 MiB', [drawn(3, 1024), { size: 1 << 23, count: 100 }]),
  {
    ...alike('a tenth of the requests', [drawn(10, 48)], times(10, [drawn(10, 48)])),
    divisors: [1, 10],
  },
  { ...alike('a seventh, four sizes', mixed(3), times(7, mixed(3))), divisors: [1, 7] },
  { ...alike('an eighth of the period', mixed(5)), periods: [PERIOD, PERIOD / 8] },
  { ...alike('everything counted after', [drawn(5, 65536)]), periods: [PERIOD, 1] },
  { name: 'halved, 10 draws', before: [drawn(10, 48)], after: [drawn(5, 48)] },
  { name: 'halved, 120 draws', before: [drawn(120, 48)], after: [drawn(60, 48)] },
  { name: 'small ones gone', before: [drawn(10, 16), drawn(10, 1024)], after: [drawn(10, 1024)] },
  {
    name: 'small ones grown to large',
    before: [drawn(10, 16)],
    after: [{ size: 1024, count: 200_000 }],
    divisors: [1, 10],
  },
  { name: 'gone', before: [drawn(10, 48)], after: [] },
];

function alike(name: string, before: Allocated[], after: Allocated[] = before): Regime {
  return { name, before, after };
}

/** Shares of the trials. */
interface Outcome {
  before: number;
  after: number;
  delta: number;
  ratio: number;
  found: number;
}

describe('intervals hold the truth as often as they say', () => {
  it.each(REGIMES.map((regime, seed) => [regime.name, regime, seed] as const))(
    '%s',
    (_, regime, seed) => {
      for (const sampleType of [0, 1]) {
        const outcome = simulate(regime, sampleType, seed + 1, (rows) => rows.cum);
        const isHidden = sampleType === 0 && regime.hidesObjects === true;
        const least = (isHidden ? 0.8 : LEVEL) - LUCK;
        expect(outcome.before).toBeGreaterThan(least);
        expect(outcome.after).toBeGreaterThan(least);
        expect(outcome.delta).toBeGreaterThan(LEVEL - LUCK);
        expect(outcome.ratio).toBeGreaterThan(LEVEL - LUCK);
        const isAlike = truths(regime, sampleType).before === truths(regime, sampleType).after;
        if (isAlike) expect(outcome.found).toBeLessThan(0.05 + LUCK);
        if (regime.name === 'halved, 120 draws') expect(outcome.found).toBeGreaterThan(0.95);
      }
    },
  );

  it('in flat as in cum', () => {
    const regime = alike('', [drawn(20, 16), drawn(20, 1024), drawn(20, 4096)]);
    // Every other size is the callee's.
    const own = { ...alike('', [drawn(20, 16), drawn(20, 4096)]) };
    const outcome = simulate(regime, 1, 99, (rows) => rows.flat, own);
    for (const share of [outcome.before, outcome.after, outcome.delta, outcome.ratio]) {
      expect(share).toBeGreaterThan(LEVEL - LUCK);
    }
    expect(outcome.found).toBeLessThan(0.05 + LUCK);
  });

  it('so that the table of coverage reads', async () => {
    const percent = (share: number) => (100 * share).toFixed(1).padStart(8);
    const lines = REGIMES.flatMap((regime, seed) =>
      [0, 1].map((sampleType) => {
        const { before, after, delta, ratio, found } = simulate(
          regime,
          sampleType,
          seed + 1,
          (rows) => rows.cum,
        );
        const type = sampleType === 0 ? 'objects' : 'bytes';
        const name = regime.name.padEnd(30);
        return `${name}${type.padEnd(8)}${[before, after, delta, ratio, found].map(percent).join('')}`;
      }),
    );
    const head = `${' '.repeat(38)}  before   after   delta   ratio p < .05`;
    await expect([head, ...lines, ''].join('\n')).toMatchFileSnapshot('coverage.txt');
  });
});

describe('the interval of a value, over all outcomes', () => {
  it.each([8, 65536, PERIOD / 2, PERIOD, 2 * PERIOD, 4 * PERIOD])(
    'holds the truth with at least 95 %% for objects of %d bytes',
    (size) => {
      const p = -Math.expm1(-size / PERIOD);
      for (const draws of [0.3, 1, 2, 3.2, 5, 10, 16.5, 30, 77, 140]) {
        const count = Math.max(1, Math.round(draws / p));
        const most = Math.min(count, Math.ceil(draws + 12 * Math.sqrt(draws) + 20));
        const bounds = boundsOfDraws(most, size);
        let covered = 0;
        for (let k = 0; k <= most; k++) {
          if (bounds.low(k) <= count && count <= bounds.high(k)) {
            covered += binomialShare(count, k, p);
          }
        }
        expect(covered).toBeGreaterThan(0.95);
      }
    },
  );

  /** The bounds that rows with 0 to `most` draws of a size have. */
  function boundsOfDraws(most: number, size: number) {
    const [rawCount, value] = [new Float64Array(most + 1), new Float64Array(most + 1)];
    const p = -Math.expm1(-size / PERIOD);
    rawCount.forEach((_, k) => {
      rawCount[k] = k;
      value[k] = Math.trunc(k / p);
    });
    const [w, u] = [1 / p, (1 - p) / p];
    const rows: RowSampling = {
      rule: { kind: 'heap-objects', period: PERIOD },
      value,
      rawCount,
      seen: rawCount,
      estimate: rawCount.map((k) => k * w),
      variance: rawCount.map((k) => k * w * u),
      otherVariance: rawCount.map((k) => k * w * u),
      skew: rawCount.map((k) => k * w * u * (w + u)),
      step: rawCount.map((k) => k * w * u * w),
      smallestSize: rawCount.map((k) => (k > 0 ? size : Number.POSITIVE_INFINITY)),
    };
    // The other side shows the size where this one drew nothing.
    const other = {
      ...rows,
      rawCount: rawCount.map(() => 1),
      smallestSize: rawCount.map(() => size),
    };
    const { beforeLow, beforeHigh } = compareRows(rows, other, [1, 1], LEVEL);
    return {
      low: (k: number) => beforeLow[k] ?? Number.NaN,
      high: (k: number) => beforeHigh[k] ?? Number.NaN,
    };
  }

  function binomialShare(n: number, k: number, p: number): number {
    const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
    return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
  }
});

describe('the false discovery rate', () => {
  it('is held where half of the rows changed', () => {
    const random = randomNumbers(7);
    const tables = 40;
    const rows = 100;
    let rate = 0;
    let found = 0;
    for (let table = 0; table < tables; table++) {
      const before = Array.from({ length: rows }, () => [drawn(5 + 200 * random(), 64)]);
      const after = before.map((each, row) => (row % 2 === 0 ? each : times(0.4, each)));
      const [one, two] = [before, after].map((truth) => takeHeapProfile(truth, PERIOD, random));
      if (one === undefined || two === undefined) throw new Error('Two were taken.');
      const { qValue } = compareProfiles(one, two, 1, rows, [1, 1], (sums) => sums.cum);
      let right = 0;
      let wrong = 0;
      for (let row = 0; row < rows; row++) {
        if ((qValue[row] ?? 1) >= 0.05) continue;
        if (row % 2 === 0) wrong++;
        else right++;
      }
      rate += wrong / Math.max(1, wrong + right) / tables;
      found += right / (rows / 2) / tables;
    }
    // A false one among about fifty found: the rate of a table spreads by about 0.03.
    expect(rate).toBeLessThan(0.05 + (3 * 0.03) / Math.sqrt(tables));
    expect(found).toBeGreaterThan(0.7);
  });
});

type Sums = ReturnType<typeof sumRowSampling>;

function simulate(
  regime: Regime,
  sampleType: number,
  seed: number,
  choose: (sums: Sums) => RowSampling,
  truth: Regime = regime,
): Outcome {
  const { periods = [PERIOD, PERIOD], divisors = [1, 1] } = regime;
  const random = randomNumbers(seed);
  const take = (allocated: readonly Allocated[], period: number) =>
    takeHeapProfile(new Array<readonly Allocated[]>(TRIALS).fill(allocated), period, random);
  const before = take(regime.before, periods[0]);
  const after = take(regime.after, periods[1]);
  const scale = [1 / divisors[0], 1 / divisors[1]] as const;
  const found = compareProfiles(before, after, sampleType, TRIALS, scale, choose);
  const real = truths(truth, sampleType);
  const outcome = { before: 0, after: 0, delta: 0, ratio: 0, found: 0 };
  for (let row = 0; row < TRIALS; row++) {
    const holds = (low: keyof RowConfidence, high: keyof RowConfidence, value: number) => {
      const slack = 1e-9 * Math.abs(value);
      // What is unknown promises nothing.
      const isOut =
        (found[low][row] ?? 0) > value + slack || (found[high][row] ?? 0) < value - slack;
      return isOut ? 0 : 1 / TRIALS;
    };
    outcome.before += holds('beforeLow', 'beforeHigh', real.before);
    outcome.after += holds('afterLow', 'afterHigh', real.after);
    outcome.delta += holds('deltaLow', 'deltaHigh', real.after - real.before);
    outcome.ratio += holds('ratioLow', 'ratioHigh', real.after / real.before - 1);
    if ((found.pValue[row] ?? 1) < 0.05) outcome.found += 1 / TRIALS;
  }
  return outcome;
}

/** What was really allocated per divisor. */
function truths(
  { before, after, divisors = [1, 1] }: Regime,
  sampleType: number,
): { readonly before: number; readonly after: number } {
  const sum = (allocated: readonly Allocated[]) =>
    allocated.reduce((all, { size, count }) => all + count * (sampleType === 0 ? 1 : size), 0);
  return { before: sum(before) / divisors[0], after: sum(after) / divisors[1] };
}

function compareProfiles(
  before: Profile,
  after: Profile,
  sampleType: number,
  trials: number,
  scale: readonly [number, number],
  choose: (sums: Sums) => RowSampling,
): RowConfidence {
  const [one, two] = [drawsOf(before, sampleType), drawsOf(after, sampleType)];
  return compareRows(
    choose(sumRowSampling(before, indexTrials(before, trials), one, null, two.rule)),
    choose(sumRowSampling(after, indexTrials(after, trials), two, null, one.rule)),
    scale,
    LEVEL,
  );
}

function drawsOf(profile: Profile, sampleType: number): Sampling {
  const sampling = recoverSampling(profile, sampleType);
  if ('reason' in sampling) throw new Error(sampling.reason);
  return sampling;
}

/** Frames that are the same on both sides: the trials, then what they call. */
function indexTrials(profile: Profile, trials: number): FrameIndex {
  const index = indexFrames(profile, 'functions', true);
  const rows = index.frames.name.map((name) => {
    const trial = Number(/\d+$/.exec(name)?.[0]);
    return name.startsWith('trial') ? trial : trials + trial;
  });
  return {
    frames: { ...index.frames, length: 2 * trials },
    frameStart: index.frameStart,
    frameOf: index.frameOf.map((frame) => rows[frame] ?? 0),
  };
}
