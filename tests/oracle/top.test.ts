import { afterAll, describe, expect, it, vi } from 'vitest';
import { type FrameIndex, type Granularity, indexFrames } from '../../src/core/analysis/frames.ts';
import { INLINE_MARKS, inlineMarks } from '../../src/core/analysis/inline-marks.ts';
import { reportTotal, sumFrames, topFrames } from '../../src/core/analysis/top.ts';
import { weighStacks } from '../../src/core/analysis/weights.ts';
import { checkProfile } from '../../src/core/profile/check-profile.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { pprofPercent } from '../../src/core/units/pprof-percent.ts';
import { pprofLabel } from '../../src/core/units/pprof-value.ts';
import {
  hasOracle,
  legacyFormats,
  type OracleOutput,
  oracleOutputs,
  oracleProfiles,
  readOracleProfile,
} from './oracle-data.ts';
import { parseTopOutput, type TopOutput, type TopRow } from './top-output.ts';

/** How each report tells frames apart. */
const reports: Readonly<
  Record<string, { granularity: Granularity; options?: 'cum' | 'noinlines' }>
> = {
  top: { granularity: 'functions' },
  'top-cum': { granularity: 'functions', options: 'cum' },
  'top-noinlines': { granularity: 'functions', options: 'noinlines' },
  'top-filefunctions': { granularity: 'filefunctions' },
  'top-files': { granularity: 'files' },
  'top-lines': { granularity: 'lines' },
  'top-addresses': { granularity: 'addresses' },
};

/** The largest profile has 11 MB of tables to compare, on machines that do other things too. */
vi.setConfig({ testTimeout: 60_000 });

describe.skipIf(!hasOracle)('the top table equals that of go tool pprof', () => {
  const counts = { checked: 0, rows: 0, notCovered: 0, outputs: 0 };

  for (const { path } of hasOracle ? oracleProfiles().filter((p) => p.isAccepted) : []) {
    const outputs = oracleOutputs(path).filter(({ report }) => report in reports);
    counts.outputs += outputs.length;
    if (legacyFormats.has(path)) {
      counts.notCovered += outputs.length;
      continue;
    }
    it(`${path}: ${outputs.length} outputs`, async () => {
      const profile = await readOracleProfile(path);
      expect(checkProfile(profile)).toEqual([]);
      const tables = new Tables(profile);
      for (const output of outputs) {
        const expected = parseTopOutput(output.read());
        expect.soft(tables.table(output), output.report).toEqual(expected);
        counts.checked++;
        counts.rows += expected.rows.length;
      }
    });
  }

  afterAll(() => {
    process.stdout.write(
      `checked ${counts.checked} of ${counts.outputs} top tables of pprof, ${counts.rows} rows; ` +
        `${counts.notCovered} are of ${legacyFormats.size} profiles in older formats\n`,
    );
  });
});

/** The tables of a profile, printed as pprof prints them. */
class Tables {
  private readonly profile: Profile;
  private readonly indices = new Map<string, FrameIndex>();

  constructor(profile: Profile) {
    this.profile = profile;
  }

  table({ report, sampleType }: OracleOutput): TopOutput {
    const { profile } = this;
    const { granularity = 'functions', options } = reports[report] ?? {};
    const type = profile.sampleTypes.findIndex((candidate) => candidate.type === sampleType);
    const unit = profile.sampleTypes[type]?.unit ?? '';
    const index = this.index(granularity, options !== 'noinlines');
    const weights = weighStacks(profile, type);
    const sums = sumFrames(profile.stacks, index, weights);
    const marks = inlineMarks(profile.stacks, index, weights);
    const total = reportTotal(profile, type);

    let flatSum = 0;
    const rows = Array.from(
      topFrames(index.frames, sums, options === 'cum' ? 'cum' : 'flat'),
      (frame): TopRow => {
        const [flat = 0, cum = 0] = [sums.flat[frame], sums.cum[frame]];
        flatSum += flat;
        return {
          flat: pprofLabel(flat, unit, unit),
          flatPercent: pprofPercent(flat, total),
          sumPercent: pprofPercent(flatSum, total),
          cum: pprofLabel(cum, unit, unit),
          cumPercent: pprofPercent(cum, total),
          name: `${index.frames.name[frame]}${INLINE_MARKS[marks[frame] ?? 0]}`,
        };
      },
    );
    const accounted =
      `Showing nodes accounting for ${pprofLabel(flatSum, unit, unit)}, ` +
      `${pprofPercent(flatSum, total)} of ${pprofLabel(total, unit, unit)} total`;
    return { accounted, rows };
  }

  private index(granularity: Granularity, inlines: boolean): FrameIndex {
    const key = `${granularity} ${inlines}`;
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    const index = indexFrames(this.profile, granularity, inlines);
    this.indices.set(key, index);
    return index;
  }
}
