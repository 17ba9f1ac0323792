import { afterAll, describe, expect, it } from 'vitest';
import { type FrameIndex, indexFrames } from '../../src/core/analysis/frames.ts';
import {
  calleesOf,
  callersOf,
  type NeighbourValues,
  NO_FRAME,
} from '../../src/core/analysis/neighbours.ts';
import { findOccurrences } from '../../src/core/analysis/occurrences.ts';
import { weighStacks } from '../../src/core/analysis/weights.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { pprofLabel } from '../../src/core/units/pprof-value.ts';
import {
  hasOracle,
  legacyFormats,
  type OracleOutput,
  oracleOutputs,
  oracleProfiles,
  readOracleProfile,
  textProfiles,
} from './oracle-data.ts';
import { type PeekBlock, parsePeekOutput } from './peek-output.ts';

/** A name in it contains line breaks, so that the output cannot be taken apart. */
const ambiguous = 'corpus/grafana+pyroscope/pkg/og/convert/pprof/testdata/invalid_utf8.pb.gz';

/*
 * Where a function recurs, pprof counts a sample for each of its callers and callees, so that they add
 * up to more than the function; ours do not. Those functions are left out, and counted.
 */
describe.skipIf(!hasOracle)('callers and callees equal those of go tool pprof', () => {
  const counts = { outputs: 0, functions: 0, recursive: 0 };

  for (const { path } of hasOracle ? oracleProfiles().filter((p) => p.isAccepted) : []) {
    const outputs = oracleOutputs(path).filter(({ report }) => report === 'peek');
    if (outputs.length === 0 || legacyFormats.has(path) || path === ambiguous) continue;
    // Of these pprof was asked without a sample type and a unit, or it knows no names.
    if (textProfiles.has(path)) continue;
    it(`${path}: ${outputs.length} outputs`, async () => {
      const profile = await readOracleProfile(path);
      const index = indexFrames(profile, 'functions', true);
      const recursive = recursiveFrames(profile, index);
      for (const output of outputs) {
        const neighboursOf = neighbourPrinter(profile, index, output);
        for (const block of parsePeekOutput(output.read())) {
          const frame = index.frames.name.indexOf(block.name);
          if (recursive.has(frame)) {
            counts.recursive++;
            continue;
          }
          expect.soft(neighboursOf(frame), output.sampleType).toEqual(block);
          counts.functions++;
        }
        counts.outputs++;
      }
    });
  }

  afterAll(() => {
    process.stdout.write(
      `checked ${counts.outputs} peeks of pprof, ${counts.functions} functions; ` +
        `${counts.recursive} that recur are left out\n`,
    );
  });
});

function neighbourPrinter(
  profile: Profile,
  index: FrameIndex,
  { sampleType }: OracleOutput,
): (frame: number) => PeekBlock {
  const type = profile.sampleTypes.findIndex((candidate) => candidate.type === sampleType);
  const unit = profile.sampleTypes[type]?.unit ?? '';
  const weights = weighStacks(profile, type);
  const printed = ({ frame, value }: NeighbourValues) =>
    new Map(
      Array.from(frame, (row, i): [number, string] => [row, pprofLabel(value[i] ?? 0, unit, unit)])
        .filter(([row]) => row !== NO_FRAME)
        .map(([row, text]) => [index.frames.name[row] ?? '', text]),
    );
  return (frame) => {
    const occurrences = findOccurrences(profile.stacks, index, frame);
    return {
      name: index.frames.name[frame] ?? '',
      callers: printed(callersOf(profile.stacks, index, weights, occurrences)),
      callees: printed(calleesOf(profile.stacks, index, weights, occurrences)),
    };
  };
}

/** The frames that stand more than once in some stack. */
function recursiveFrames(
  { stacks }: Profile,
  { frames, frameStart, frameOf }: FrameIndex,
): Set<number> {
  const found = new Set<number>();
  const onPathUntil = new Int32Array(frames.length);
  stacks.location.forEach((location, row) => {
    for (const frame of frameOf.subarray(frameStart[location], frameStart[location + 1])) {
      if (row < (onPathUntil[frame] ?? 0)) found.add(frame);
      else onPathUntil[frame] = stacks.subtreeEnd[row] ?? 0;
    }
  });
  return found;
}
