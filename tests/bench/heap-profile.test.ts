import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type HeapProfileCounts, heapProfile } from '../../bench/profile/heap-profile.ts';
import { shapeOf } from '../../bench/profile/shape.ts';
import { recoverSampling } from '../../src/core/analysis/comparison/sampling.ts';
import { decodePprof } from '../../src/core/formats/pprof/decode.ts';

const shape = { ...shapeOf(500), functions: 200 };

function make(): { bytes: Buffer; counts: HeapProfileCounts } {
  const chunks: Uint8Array[] = [];
  const profile = heapProfile(shape);
  for (let step = profile.next(); ; step = profile.next()) {
    if (step.done) return { bytes: Buffer.concat(chunks), counts: step.value };
    chunks.push(step.value);
  }
}

describe('a made-up heap profile', () => {
  const { bytes, counts } = make();
  const profile = decodePprof(bytes, () => {});

  it('has the same bytes on every machine', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '3946291fa303c83b22494516d1accac73dad5747a0f876b44a0aba03abdb7b0a',
    );
  });

  it('holds what it says', () => {
    expect({
      samples: profile.samples.length,
      locations: profile.locations.length,
      functions: profile.functions.length,
      treeNodes: profile.stacks.length,
    }).toEqual(counts);
    expect(counts.samples).toBe(shape.samples);
  });

  it('is scaled as Go scales it, so that its draws can be recovered', () => {
    const sampling = recoverSampling(profile, 0);
    expect(sampling).not.toHaveProperty('reason');
  });

  it('looks like one of Go’s', () => {
    expect(profile.sampleTypes.map(({ type, unit }) => `${type}/${unit}`)).toEqual([
      'alloc_objects/count',
      'alloc_space/bytes',
      'inuse_objects/count',
      'inuse_space/bytes',
    ]);
    expect(profile.defaultSampleType).toBe('inuse_space');
    expect(profile.warnings).toEqual([]);
    expect(profile.lines.length).toBeGreaterThan(profile.locations.length);
  });
});
