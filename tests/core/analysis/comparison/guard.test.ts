import { describe, expect, it } from 'vitest';
import { findHazards } from '../../../../src/core/analysis/comparison/guard.ts';
import { pairSampleTypes } from '../../../../src/core/analysis/comparison/pair-sample-types.ts';
import type { MappingTable, Profile } from '../../../../src/core/profile/profile.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';

interface Options {
  type?: string;
  hasDivisors?: boolean;
  isNormalised?: boolean;
}

function hazardsOf(before: Profile, after: Profile, options: Options = {}) {
  const pairs = pairSampleTypes(before, after);
  const pair = pairs.find(({ type }) => options.type === undefined || type === options.type);
  if (pair === undefined) throw new Error('The profiles have no sample types.');
  const { hasDivisors = false, isNormalised = false } = options;
  return findHazards(before, after, { sampleType: pair, hasDivisors, isNormalised });
}

/** `kind severity: message`. */
const told = (before: Profile, after: Profile, options: Options = {}) =>
  hazardsOf(before, after, options).map(
    ({ kind, severity, message }) => `${kind} ${severity}: ${message}`,
  );

const cpu = (text = 'main;work 500 5000', header = 'period 10 cpu/ms') =>
  drawProfile(`types samples/count cpu/ms\n${header}\n${text}`);

const lasting = (profile: Profile, seconds: number): Profile => ({
  ...profile,
  durationNanos: BigInt(seconds) * 1_000_000_000n,
});

const mapped = (profile: Profile, ...files: readonly string[]): Profile => {
  const zeros = new BigUint64Array(files.length);
  const mappings: MappingTable = {
    length: files.length,
    start: zeros,
    limit: zeros,
    offset: zeros,
    filename: files,
    buildId: files.map(() => ''),
    flags: new Uint8Array(files.length),
  };
  return { ...profile, mappings };
};

const other = 'main;work 400 4000';

it('has nothing to say of two proper profiles', () => {
  expect(told(lasting(cpu(), 20), lasting(cpu(other), 21))).toEqual([]);
});

it('gives advice with every hazard, as sentences', () => {
  const hazards = hazardsOf(cpu(), cpu('main -1 -10', 'period 20 cpu/ms'), { type: 'samples' });
  expect(hazards.length).toBeGreaterThan(1);
  for (const { message, advice } of hazards) {
    expect(message).toMatch(/^\S.*\.$/);
    expect(advice).toMatch(/^[A-Z].*\.$/);
  }
});

describe('what is measured', () => {
  it('must be something in common', () => {
    expect(told(cpu(), drawProfile('types in\u202euse/count\na 1'))).toEqual([
      'kind stop: Before measures “samples”, “cpu”, after “in\\u{202E}use”: they have no sample type in common.',
    ]);
  });

  it('must be of the type that is shown; others may be missing', () => {
    const timeless = drawProfile('types samples/count\nperiod 10 cpu/ms\nmain 500');
    expect(told(cpu(), timeless, { type: 'cpu' })).toContain(
      'sampleTypes stop: After has no “cpu”: everything would look gone.',
    );
    expect(told(cpu(), timeless, { type: 'samples' })).toEqual([
      'sampleTypes note: The sample types differ: only before has “cpu”.',
    ]);
  });

  it('must not be who blocks on one side and who is blocked on the other', () => {
    const contention = (leaf: string) => drawProfile(`types contentions/count\nmain;${leaf} 5`);
    const found = told(contention('sync.(*Mutex).Unlock'), contention('runtime.selectgo'));
    expect(found[0]).toMatch(/^kind stop: Before is a mutex profile, after a block profile:/);
  });
});

describe('what the profiles hold', () => {
  it('must be something', () => {
    const empty = drawProfile('types samples/count cpu/ms');
    expect(told(cpu(), empty)).toEqual([
      'empty stop: After has no samples: nothing was recorded while it was taken.',
    ]);
    expect(told(cpu('main 0 5000'), cpu())).toEqual([
      'empty warn: All values of this sample type are zero before.',
    ]);
  });

  it('must not be the same', () => {
    const same = 'identical warn: Before and after are the same profile: nothing can have changed.';
    expect(told(cpu(), cpu())).toEqual([same]);
    expect(told(cpu(), cpu(other))).toEqual([]);
    expect(told(cpu(), cpu('main;rest 500 5000'))).toEqual([]);
  });

  it('must not be a difference', () => {
    expect(told(cpu('a 1000 1\nb -200 -2'), cpu())).toEqual([
      'difference warn: Before is itself a difference: 1 of its 2 values are below zero.',
    ]);
    expect(told(cpu(), cpu('a 500 5 pprof::base=true'))[0]).toMatch(
      /^difference warn: After is itself a comparison, saved by pprof -diff_base:/,
    );
  });

  it('must be of one program', () => {
    const found = told(mapped(cpu(), '/old/api'), mapped(cpu(other), '/new/worker\n'));
    expect(found).toEqual([
      'binary warn: Before is of the program “api”, after of “worker\\u{A}”.',
    ]);
    expect(told(mapped(cpu(), '/old/api'), mapped(cpu(other), '/new/api'))).toEqual([]);
  });

  it('must not be merged from several builds', () => {
    const merged = mapped(cpu(), '/a/api', '/lib/x86/libc.so.6', '[vdso]', '/b/api');
    expect(told(merged, cpu(other))).toEqual([
      'merged warn: Before is merged from profiles of 2 builds of “api”.',
    ]);
  });
});

describe('how long was counted', () => {
  it('must be alike, unless something divides it out', () => {
    const [short, long] = [lasting(cpu(), 20), lasting(cpu(other), 30)];
    expect(told(short, long)).toEqual([
      'uptime warn: Before covers 20 s, after 30 s: as much work would look 50.0% larger after.',
    ]);
    expect(told(short, long, { hasDivisors: true })).toEqual([]);
    expect(told(short, long, { isNormalised: true })).toEqual([]);
  });

  it('is not known of what accumulates since the start', () => {
    const waits = (text: string) => drawProfile(`types contentions/count\n${text}`);
    expect(told(waits('a 1'), waits('b 1'))[0]).toMatch(
      /^uptime note: “contentions” accumulates since each process started/,
    );
    expect(told(waits('a 1'), lasting(waits('b 1'), 30))).toEqual([
      'uptime warn: After covers 30 s, while before names no duration and so counts since its process started.',
    ]);
  });

  it('does not matter for what is live, which is of the last collection', () => {
    const live = (text: string) => drawProfile(`types inuse_space/bytes\n${text}`);
    expect(told(lasting(live('a 1'), 5), live('b 1'))[0]).toMatch(/^stale note:/);
  });
});

describe('how it was sampled', () => {
  it('must be as often', () => {
    const coarse = cpu(other, 'period 20000 cpu/us');
    expect(told(cpu(), coarse, { type: 'cpu' })).toEqual([
      'period warn: The sampling periods differ: one sample every 10 ms before, every 20 ms after. Values are estimates for all, but one side is coarser, and what is rare there may be missing.',
    ]);
    expect(told(cpu(), coarse, { type: 'samples' })[0]).toMatch(/cannot be compared\.$/);
    expect(told(cpu(), cpu(other, 'period 10000 cpu/us'))).toEqual([]);
  });

  it('must be as deep', () => {
    const walk = (count: number) => Array.from({ length: count }, (_, i) => `w${i % 5}`).join(';');
    const shallow = `main.main;${walk(9)} 500 5000`;
    const deep = cpu(`${shallow}\n${walk(64)} 9 90`);
    expect(told(cpu(shallow), deep)[0]).toMatch(
      /^depth warn: Stacks are cut off: none before, 1 stack at 64 frames after\./,
    );
    expect(told(deep, cpu(`${shallow}\n${walk(64)} 8 80`))[0]).toMatch(/^depth note:/);
  });

  it('must be often enough', () => {
    expect(told(cpu('main 99 990'), cpu(), { type: 'cpu' })).toEqual([
      'fewSamples warn: Only 99 samples were taken before: small changes are chance.',
    ]);
  });
});

describe('allocations that the runtime sampled', () => {
  /** Objects of 1 KiB at the default period: each one seen stands for 512.5. */
  const heap = (objects: number, period = 'period 524288 space/bytes') =>
    drawProfile(
      `types alloc_objects/count alloc_space/bytes\n${period}\na ${objects} ${objects * 1024}`,
    );

  it('are counted as they were seen', () => {
    const found = told(heap(3075), heap(512501), { hasDivisors: true });
    expect(found).toEqual([
      'fewSamples warn: Only 6 samples were taken before: small changes are chance.',
    ]);
  });

  it('were seen whole times, unless profiles were merged or scaled', () => {
    const found = told(heap(512501), heap(80_200, ''), { hasDivisors: true });
    expect(found).toEqual([]);
    expect(told(heap(512501), heap(80_200), { hasDivisors: true })[0]).toMatch(
      /^merged warn: After was not written by the runtime as it is:/,
    );
  });
});
