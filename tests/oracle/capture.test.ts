import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture } from '../../src/backend/capture/capture.ts';
import type { CaptureOrder } from '../../src/bridge/capture-api.ts';
import { reportTotal } from '../../src/core/analysis/top.ts';
import { readProfile } from '../../src/engine/read-profile.ts';
import { captureOrder } from '../helpers/capture-orders.ts';
import { goPprof } from '../helpers/go-pprof.ts';
import { type GoService, hasGoService, startGoService } from '../helpers/go-service.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

const stats = { kind: 'counter', address: '/debug/stats', metric: 'mallocs' } as const;

describe.skipIf(!hasGoService)('a Go service (needs Go and ../shared)', () => {
  let folder: string;
  let service: GoService;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allocscope-go-'));
    service = await startGoService(folder);
  }, 120_000);
  afterAll(async () => {
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (change: Partial<CaptureOrder>) =>
    capture(captureOrder(service.host, change), {
      report: () => {},
      signal: new AbortController().signal,
    });

  /** A capture with what it measured. */
  const opened = async (change: Partial<CaptureOrder>) => {
    const { facts, bytes } = await run(change);
    const profile = await readProfile({ name: 'captured', path: '', bytes }, () => {});
    const types = profile.sampleTypes.map(({ type }) => type).join(' ');
    const total = (type: string) =>
      reportTotal(
        profile,
        profile.sampleTypes.findIndex((sampleType) => sampleType.type === type),
      );
    return { facts, bytes, profile, types, total };
  };

  it('gives a heap profile as go tool pprof reads it, with the count of its own', async () => {
    await service.load(2000);
    const { facts, bytes, types, total } = await opened({ gc: true, count: stats });
    expect(types).toBe('alloc_objects alloc_space inuse_objects inuse_space');
    expect(facts.remarks).toEqual([]);
    expect(facts.count?.value).toBeGreaterThan(100_000);
    const file = join(await scratchFolder(), 'heap.pb.gz');
    await writeFile(file, bytes);
    const top = await goPprof('-top', '-unit=B', '-sample_index=alloc_space', file);
    expect(top).toContain(`of ${total('alloc_space')}B total`);
  });

  it('gives what was allocated in a time, and how much it did meanwhile', async () => {
    const whole = await opened({ kind: 'allocs' });
    const [delta] = await Promise.all([
      opened({ kind: 'allocs', seconds: 2, count: stats }),
      service.load(1500),
    ]);
    expect(delta.facts.remarks).toEqual([]);
    expect(Number(delta.profile.durationNanos)).toBeGreaterThan(1.9e9);
    expect(delta.total('alloc_space')).toBeGreaterThan(0);
    expect(delta.total('alloc_space')).toBeLessThan(whole.total('alloc_space') * 2);
    const { before, after, value } = delta.facts.count ?? {};
    expect(value).toBe(Number(after) - Number(before));
  });

  it('gives CPU, mutex, block, goroutine and thread profiles', async () => {
    const [cpu] = await Promise.all([opened({ kind: 'cpu', seconds: 1 }), service.load(1500)]);
    expect(cpu.types).toBe('samples cpu');
    expect(cpu.total('cpu')).toBeGreaterThan(0);
    expect((await opened({ kind: 'mutex' })).types).toBe('contentions delay');
    expect((await opened({ kind: 'block' })).types).toBe('contentions delay');
    const goroutines = await opened({ kind: 'goroutine' });
    expect(goroutines.total('goroutine')).toBeGreaterThan(1);
    expect((await opened({ kind: 'threadcreate' })).types).toBe('threadcreate');
  });

  it('says what Go says when it cannot', async () => {
    const both = await Promise.allSettled([1, 2].map(() => run({ kind: 'cpu', seconds: 1 })));
    const said = both.flatMap((one) => (one.status === 'rejected' ? [`${one.reason}`] : []));
    expect(said).toEqual([expect.stringContaining('Somebody else takes a CPU profile of it')]);
    const unknown = run({ address: `${service.host}/debug/pprof/leases` });
    await expect(unknown).rejects.toThrow('has no profile named “leases”');
    await expect(run({ address: `${service.host}/orders` })).rejects.toThrow(
      'There is no net/http/pprof at that address',
    );
  });
});
