import { describe, expect, it } from 'vitest';
import { textProfile } from '../../../helpers/text-profile.ts';

describe('a text profile that counts', () => {
  it('has the labels and names that stand below its rows', () => {
    // A stack of goexit alone, and one of the runtime alone, of which Go shows all.
    expect(
      textProfile(`
        goroutine profile: total 13
        6 @ 0x101 0x211 0x901
        # labels: {"endpoint":"/v1/orders", "tenant":"a \\"b\\" \\u00e9"}
        #\t0x210\tmain.serve+0x10\t/src/main.go:7

        4 @ 0x901

        2 @ 0x101 0x111
        #\t0x100\truntime.gopark+0x20\t/go/src/runtime/proc.go:424
        #\t0x110\truntime.forcegchelper+0x20\t/go/src/runtime/proc.go:337

        1 @ 0x211 0x901
        # labels: {}
        #\t0x210\tmain.serve+0x10\t/src/main.go:7
      `),
    ).toMatchInlineSnapshot(`
      "types goroutine/count
      period 1 goroutine/count
      main.serve@/src/main.go:7 6 endpoint=/v1/orders tenant=a "b" é
      - 4
      runtime.forcegchelper@/go/src/runtime/proc.go:337;runtime.gopark@/go/src/runtime/proc.go:424 2
      main.serve@/src/main.go:7 1
      "
    `);
  });

  it('may be of any name, and have stacks without addresses', () => {
    expect(
      textProfile(`
        # taken by hand
        threadcreate profile: total 9
        8 @
        #\t0x0

        1 @ 0x211
        --- Memory map: ---
        200-300: /srv/api
      `),
    ).toMatchInlineSnapshot(`
      "types threadcreate/count
      period 1 threadcreate/count
      - 8
      [0x210] 1
      "
    `);
  });

  it('is read with warnings where labels or rows are not whole', () => {
    expect(
      textProfile(`
        goroutine profile: total 3
        1 @ 0x211
        # labels: {"endpoint":"/v1
        1 @ 0x2`),
    ).toMatchInlineSnapshot(`
      "types goroutine/count
      period 1 goroutine/count
      [0x210] 1
      [0x1] 1
      ! Labels of 1 of its stacks are not as Go writes them, and are left out.
      ! Its first line counts 3 in all, its rows 2: a part of the file is missing, or was changed.
      ! It breaks off in its last line, so the last stack may lack callers.
      "
    `);
  });

  it.each(['x @ 0x1', '1 0x1', '1 @ 1', '99999999999999999999 @ 0x1'])(
    'is refused with a sentence for the row %j',
    (row) => {
      expect(textProfile(`goroutine profile: total 1\n${row}\n`)).toBe(
        `Its line 2 is not a row of a profile that counts: “${row}”. The file is damaged, or the program that wrote it has a defect: capture it again.`,
      );
    },
  );
});
