import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  pairSampleTypes,
  type SampleTypePair,
} from '../../src/core/analysis/comparison/pair-sample-types.ts';
import {
  diffBaseTotal,
  netTotal,
  normaliseRatio,
  scaleValues,
} from '../../src/core/analysis/comparison/pprof-totals.ts';
import { type Granularity, indexFrames } from '../../src/core/analysis/frames.ts';
import { type FrameSums, sumFrames, topFrames } from '../../src/core/analysis/top.ts';
import { weighStacks } from '../../src/core/analysis/weights.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { pprofPercent } from '../../src/core/units/pprof-percent.ts';
import { pprofLabel } from '../../src/core/units/pprof-value.ts';
import { dataFolder, hasOracle, readOracleProfile } from './oracle-data.ts';
import { parseTopOutput, type TopOutput, type TopRow } from './top-output.ts';

/** `base-lines.heap.alloc_space.txt`: options of pprof, profile, sample type. */
const outputName = /^((?:diff_)?base)(-lines|-normalize)?\.(\w+)\.(\w+)\.txt$/;

const folder = join(dataFolder, 'oracle/seed-story');

interface DiffOutput {
  readonly file: string;
  readonly isDiffBase: boolean;
  readonly option: string;
  readonly kind: string;
  readonly sampleType: string;
}

const outputs = (existsSync(folder) ? readdirSync(folder) : []).flatMap((file): DiffOutput[] => {
  const [name, base, option = '', kind = '', sampleType = ''] = outputName.exec(file) ?? [];
  if (name === undefined) return [];
  return [{ file, isDiffBase: base === 'diff_base', option, kind, sampleType }];
});

/*
 * The marks of inlined frames are left out: whether a frame gets one depends on the edges of the merged
 * graph, which a comparison by frame does not have.
 */
describe.skipIf(!hasOracle)('differences equal those of go tool pprof -base and -diff_base', () => {
  const counts = { outputs: 0, rows: 0 };

  for (const kind of new Set(outputs.map((output) => output.kind))) {
    const ofKind = outputs.filter((output) => output.kind === kind);
    it(`${kind}: ${ofKind.length} outputs`, async () => {
      const before = await readOracleProfile(`seed-story/before/${kind}.pb.gz`);
      const after = await readOracleProfile(`seed-story/after/${kind}.pb.gz`);
      for (const output of ofKind) {
        const expected = parseTopOutput(readFileSync(join(folder, output.file), 'utf8'));
        expect.soft(differenceTable(before, after, output), output.file).toEqual({
          accounted: expected.accounted,
          rows: expected.rows.map((row) => ({ ...row, name: withoutMark(row.name) })),
        });
        counts.outputs++;
        counts.rows += expected.rows.length;
      }
    });
  }

  afterAll(() => {
    process.stdout.write(
      `checked ${counts.outputs} of ${outputs.length} differences of pprof, ${counts.rows} rows\n`,
    );
  });
});

/** The difference as pprof prints it. */
function differenceTable(before: Profile, after: Profile, output: DiffOutput): TopOutput {
  const pair = pairSampleTypes(before, after).find(({ type }) => type === output.sampleType);
  if (pair === undefined) throw new Error(`There is no ${output.sampleType} on both sides.`);
  const shown = output.option === '-normalize' ? normalised(before, after, pair) : after;
  const granularity: Granularity = output.option === '-lines' ? 'lines' : 'functions';
  const { names, sums } = subtract(
    tableOf(before, pair.before, granularity),
    tableOf(shown, pair.after, granularity),
  );
  const total = (output.isDiffBase ? diffBaseTotal : netTotal)(before, shown, pair);
  const label = (value: number) => pprofLabel(value, pair.unit, pair.unit);
  const frames = { ...indexFrames(after, granularity, true).frames, name: names };

  let flatSum = 0;
  const rows = Array.from(topFrames(frames, sums, 'flat'), (row): TopRow => {
    const [flat = 0, cum = 0] = [sums.flat[row], sums.cum[row]];
    flatSum += flat;
    return {
      flat: label(flat),
      flatPercent: pprofPercent(flat, total),
      sumPercent: pprofPercent(flatSum, total),
      cum: label(cum),
      cumPercent: pprofPercent(cum, total),
      name: names[row] ?? '',
    };
  });
  const accounted = `Showing nodes accounting for ${label(flatSum)}, ${pprofPercent(flatSum, total)} of ${label(total)} total`;
  return { accounted, rows };
}

function normalised(before: Profile, after: Profile, pair: SampleTypePair): Profile {
  const ratio = normaliseRatio(before, after, pair);
  const values = after.samples.values.map((column) => scaleValues(column, ratio));
  return { ...after, samples: { ...after.samples, values } };
}

type Table = ReadonlyMap<string, readonly [flat: number, cum: number]>;

function tableOf(profile: Profile, sampleType: number, granularity: Granularity): Table {
  const index = indexFrames(profile, granularity, true);
  const { flat, cum } = sumFrames(profile.stacks, index, weighStacks(profile, sampleType));
  return new Map(index.frames.name.map((name, row) => [name, [flat[row] ?? 0, cum[row] ?? 0]]));
}

function subtract(before: Table, after: Table): { names: string[]; sums: FrameSums } {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const difference = (column: 0 | 1) =>
    Float64Array.from(
      names,
      (name) => (after.get(name)?.[column] ?? 0) - (before.get(name)?.[column] ?? 0),
    );
  return { names, sums: { flat: difference(0), cum: difference(1) } };
}

const withoutMark = (name: string) => name.replace(/ \((?:partial-)?inline\)$/, '');
