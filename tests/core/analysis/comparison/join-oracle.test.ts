import { describe, expect, it } from 'vitest';
import { joinFrames } from '../../../../src/core/analysis/comparison/join-frames.ts';
import { type FrameIndex, indexFrames } from '../../../../src/core/analysis/frames.ts';
import { sumFrames } from '../../../../src/core/analysis/top.ts';
import { weighStacks } from '../../../../src/core/analysis/weights.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import { pprofLabel } from '../../../../src/core/units/pprof-value.ts';
import { hasOracle, oracleFile, readOracleProfile } from '../../../oracle/oracle-data.ts';
import { parseTopOutput } from '../../../oracle/top-output.ts';

const types = {
  heap: ['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space'],
  cpu: ['samples', 'cpu'],
  mutex: ['contentions', 'delay'],
  block: ['contentions', 'delay'],
};
const cases = Object.entries(types).flatMap(([kind, sampleTypes]) =>
  (['functions', 'lines'] as const).flatMap((granularity) =>
    sampleTypes.map((sampleType) => ({ kind, granularity, sampleType })),
  ),
);

describe.skipIf(!hasOracle)('rows without tolerance are those of go tool pprof -diff_base', () => {
  it.each(cases)(
    '$kind by $granularity: $sampleType',
    async ({ kind, granularity, sampleType }) => {
      const [before, after] = await Promise.all(
        (['before', 'after'] as const).map(async (side) => {
          const profile = await readOracleProfile(`seed-story/${side}/${kind}.pb.gz`);
          return { profile, index: indexFrames(profile, granularity, true) };
        }),
      );
      if (before === undefined || after === undefined) throw new Error('There are two sides.');
      const joined = joinFrames(before, after, granularity, { tolerant: false, renames: [] });
      const type = after.profile.sampleTypes.findIndex((one) => one.type === sampleType);
      const unit = after.profile.sampleTypes[type]?.unit ?? '';
      const sums = (profile: Profile, index: FrameIndex) =>
        sumFrames(profile.stacks, index, weighStacks(profile, type));
      const old = sums(before.profile, joined.before);
      const now = sums(after.profile, joined.after);
      const rows = joined.frames.name.flatMap((name, row) => {
        const flat = (now.flat[row] ?? 0) - (old.flat[row] ?? 0);
        const cum = (now.cum[row] ?? 0) - (old.cum[row] ?? 0);
        const print = (value: number) => pprofLabel(value, unit, unit);
        return flat === 0 && cum === 0 ? [] : [`${print(flat)} ${print(cum)} ${name}`];
      });
      const report = granularity === 'lines' ? 'diff_base-lines' : 'diff_base';
      const expected = parseTopOutput(oracleFile(`seed-story/${report}.${kind}.${sampleType}.txt`));
      const expectedRows = expected.rows.map(
        ({ flat, cum, name }) => `${flat} ${cum} ${name.replace(/ \((?:partial-)?inline\)$/, '')}`,
      );
      expect(rows.sort()).toEqual(expectedRows.sort());
    },
  );
});
