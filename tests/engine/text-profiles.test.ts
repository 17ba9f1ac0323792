import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { indexFrames } from '../../src/core/analysis/frames.ts';
import { sumFrames, topFrames } from '../../src/core/analysis/top.ts';
import { weighStacks } from '../../src/core/analysis/weights.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { readProfile } from '../../src/engine/read-profile.ts';
import { foldedText } from '../helpers/folded-text.ts';

/* What Go writes as text, beside the protobuf that it wrote of the same process a moment before. */

const sides = ['before', 'after'];
const types = ['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space'];

describe.each(sides)('the heap text of the example %s', (side) => {
  it.each(types)('has the functions that weigh most by %s, inlined ones too', async (type) => {
    const text = await open(side, 'heap.debug1.txt');
    const protobuf = await open(side, 'heap.pb.gz');
    for (const inlines of [true, false]) {
      expect(top(text, type, inlines)).toEqual(top(protobuf, type, inlines));
    }
  });

  it('says the same of how it was sampled', async () => {
    const text = await open(side, 'heap.debug1.txt');
    const protobuf = await open(side, 'heap.pb.gz');
    expect(text.sampleTypes).toEqual(protobuf.sampleTypes);
    expect(text.periodType).toEqual(protobuf.periodType);
    expect(text.period).toBe(protobuf.period);
    expect(text.warnings).toEqual([]);
  });
});

it('a goroutine text has the labels, and what Go shows of the stacks', async () => {
  const { samples, labels, ...profile } = await open('before', 'goroutine.debug1.txt');
  expect(top({ samples, labels, ...profile }, 'goroutine', true).slice(0, 5)).toEqual([
    ['myservice/handlers.(*Handler).enrich.func1', 67],
    ['internal/poll.runtime_pollWait', 12],
    ['sync.runtime_Semacquire', 6],
    ['myservice/handlers.checksum', 1],
    ['runtime/pprof.writeRuntimeProfile', 1],
  ]);
  // Six goroutines had only just begun: of their stacks Go shows nothing.
  const begun = samples.stack.findIndex((row) => row < 0);
  expect(samples.values[0]?.[begun]).toBe(6);
  expect(labels.text.slice(0, 5)).toEqual(['', 'endpoint', '/v1/orders', 'tenant', 'tenant-004']);
  expect(profile.warnings).toEqual([]);
});

describe('what Go 1.19 writes as text', () => {
  // Of the heap the text was written later: what writing the protobuf allocated is in it too.
  it.each(['heap', 'mutex', 'block', 'threadcreate'])(
    'has each sample of its protobuf of %s, with stack, inlined calls, values and labels',
    async (kind) => {
      const text = await samplesOf(`${kind}.debug1.txt`);
      const protobuf = await samplesOf(`${kind}.pb.gz`);
      expect(text).toEqual(expect.arrayContaining(protobuf));
      if (kind !== 'heap') expect(text).toHaveLength(protobuf.length);
    },
  );

  it('lacks in goroutines what the runtime does at the leaf', async () => {
    const protobuf = await samplesOf('goroutine.pb.gz');
    const cut = protobuf
      .map((sample) => sample.replace(/(;runtime\.[^; ]+)+ /, ' '))
      // The protobuf has labels in the random order of a map of Go.
      .map((sample) => sample.replace('n=1 job=a "q"', 'job=a "q" n=1'));
    expect(cut).not.toEqual(protobuf);
    expect(await samplesOf('goroutine.debug1.txt')).toEqual(cut.sort());
  });

  async function samplesOf(name: string): Promise<string[]> {
    const folder = join(import.meta.dirname, '../fixtures/pprof/go1.19-texts');
    const lines = foldedText(await openFile(join(folder, name))).split('\n');
    return lines.filter((line) => line !== '' && !/^(types|period|default) /.test(line)).sort();
  }
});

it('a compressed text is read while it is inflated', async () => {
  const path = join(import.meta.dirname, '../fixtures/pprof/seed-story/after/heap.debug1.txt');
  const bytes = gzipSync(readFileSync(path));
  const profile = await readProfile({ name: '', path: '', bytes }, () => {});
  expect(foldedText(profile)).toBe(foldedText(await openFile(path)));
  expect(profile.memStats?.numGC).toBe(110);
});

/** The ten functions with the largest flat values. */
function top(profile: Profile, type: string, inlines: boolean): [name: string, flat: number][] {
  const index = indexFrames(profile, 'functions', inlines);
  const sampleType = profile.sampleTypes.findIndex((candidate) => candidate.type === type);
  const sums = sumFrames(profile.stacks, index, weighStacks(profile, sampleType));
  const frames = topFrames(index.frames, sums, 'flat').slice(0, 10);
  return Array.from(frames, (frame) => [index.frames.name[frame] ?? '', sums.flat[frame] ?? 0]);
}

function open(side: string, name: string): Promise<Profile> {
  return openFile(join(import.meta.dirname, '../fixtures/pprof/seed-story', side, name));
}

function openFile(path: string): Promise<Profile> {
  return readProfile({ name: '', path, bytes: readFileSync(path) }, () => {});
}
