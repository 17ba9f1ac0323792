import { afterAll, describe, expect, it } from 'vitest';
import { type FrameIndex, type Granularity, indexFrames } from '../../src/core/analysis/frames.ts';
import { INLINE_MARKS, inlineMarks } from '../../src/core/analysis/inline-marks.ts';
import { defaultSampleType } from '../../src/core/analysis/sample-types.ts';
import { reportTotal, sumFrames, topFrames } from '../../src/core/analysis/top.ts';
import { weighStacks } from '../../src/core/analysis/weights.ts';
import { checkProfile } from '../../src/core/profile/check-profile.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { pprofPercent } from '../../src/core/units/pprof-percent.ts';
import { selectReportUnit } from '../../src/core/units/pprof-report-unit.ts';
import { pprofLabel } from '../../src/core/units/pprof-value.ts';
import {
  hasOracle,
  legacyFormats,
  namedInComments,
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
        const own = tables.table(output);
        if (namedInComments.has(path)) {
          expect.soft(totalOf(own), output.report).toBe(totalOf(expected));
        } else {
          expect.soft(own, output.report).toEqual(expected);
        }
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

/** `26528286 total`, which ends the line above a table. */
const totalOf = ({ accounted }: TopOutput) => accounted.slice(accounted.lastIndexOf(' of ') + 4);

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
    const type =
      sampleType === 'default'
        ? defaultSampleType(profile)
        : profile.sampleTypes.findIndex((candidate) => candidate.type === sampleType);
    const unit = profile.sampleTypes[type]?.unit ?? '';
    const index = this.index(granularity, options !== 'noinlines');
    const weights = weighStacks(profile, type);
    const sums = sumFrames(profile.stacks, index, weights);
    const marks = inlineMarks(profile.stacks, index, weights);
    const total = reportTotal(profile, type);

    const frames = topFrames(index.frames, sums, options === 'cum' ? 'cum' : 'flat');
    const values = (column: Float64Array) => Array.from(frames, (frame) => column[frame] ?? 0);
    const [flats, cums] = [values(sums.flat), values(sums.cum)];
    // Where pprof was not asked for a sample type, it was not asked for a unit either.
    const shownUnit =
      sampleType === 'default' ? selectReportUnit({ flat: flats, cum: cums }, total, unit) : unit;
    const label = (value: number) => pprofLabel(value, unit, shownUnit);
    let flatSum = 0;
    const rows = Array.from(frames, (frame, at): TopRow => {
      const [flat = 0, cum = 0] = [flats[at], cums[at]];
      flatSum += flat;
      return {
        flat: label(flat),
        flatPercent: pprofPercent(flat, total),
        sumPercent: pprofPercent(flatSum, total),
        cum: label(cum),
        cumPercent: pprofPercent(cum, total),
        name: `${index.frames.name[frame]}${INLINE_MARKS[marks[frame] ?? 0]}`,
      };
    });
    const accounted =
      `Showing nodes accounting for ${label(flatSum)}, ` +
      `${pprofPercent(flatSum, total)} of ${label(total)} total`;
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
