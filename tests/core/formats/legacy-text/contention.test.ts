import { describe, expect, it } from 'vitest';
import { readTextProfile, textProfile } from '../../../helpers/text-profile.ts';

describe('a contention text', () => {
  it('of a mutex is multiplied with its sampling period, cycles become nanoseconds', () => {
    expect(
      textProfile(`
        --- mutex:
        cycles/second=3000000000
        sampling period=5
        3000000 7 @ 0x211 0x311 0x901
        #\t0x210\tsync.(*Mutex).Unlock+0x10\t/go/src/sync/mutex.go:223
        #\t0x310\tmain.main+0x10\t\t\t/src/main.go:3

      `),
    ).toMatchInlineSnapshot(`
      "types contentions/count delay/nanoseconds
      period 5 contentions/count
      main.main@/src/main.go:3;sync.(*Mutex).Unlock@/go/src/sync/mutex.go:223 35 5000000
      "
    `);
  });

  it('of blocking has all that happened', () => {
    expect(
      textProfile(`
        --- contention:
        cycles/second=1500000000
        3000001 7 @ 0x111 0x311 0x901
        #\t0x110\truntime.chanrecv1+0x10\t/go/src/runtime/chan.go:442
        #\t0x310\tmain.main+0x10\t\t/src/main.go:3
      `),
    ).toMatchInlineSnapshot(`
      "types contentions/count delay/nanoseconds
      period 1 contentions/count
      main.main@/src/main.go:3;runtime.chanrecv1@/go/src/runtime/chan.go:442 7 2000000
      "
    `);
  });

  it('of C++ may say how long was measured and what the process had mapped', () => {
    const profile = readTextProfile(`
      --- contentionz 1 ---
      cycles/second = 1000000000
      sampling period = 0
      ms since reset = 1500
      discarded samples = 3
      20 2 @ 0x401000
      --- Memory map: ---
      00400000-00500000 r-xp 00000000 08:01 17 /srv/api
    `);
    expect(profile.durationNanos).toBe(1_500_000_000n);
    expect(profile.samples.values.map((column) => column[0])).toEqual([2, 20]);
    expect(profile.mappings.filename).toEqual(['/srv/api']);
  });

  it.each([
    ['format = java', 'Its line 2 is not a row of a contention profile: “format = java”.'],
    ['cycles/second=fast', 'Its line 2 is not a whole number there: “cycles/second=fast”.'],
    ['1 @ 0x1', 'Its line 2 is not a row of a contention profile: “1 @ 0x1”.'],
  ])('is refused with a sentence for %j', (row, sentence) => {
    expect(textProfile(`--- mutex:\n${row}\n`)).toContain(`${sentence} The file is damaged`);
  });
});
