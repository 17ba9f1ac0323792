import { describe, expect, it } from 'vitest';
import { readTextProfile, textProfile } from '../../../helpers/text-profile.ts';

describe('the header of a heap text', () => {
  const rows = '1: 1024 [2: 2048] @ 0x11\n';

  it.each([
    ['heap/1048576', 'period 524288', '[0x10] 1025 1049600 512 524800 bytes=1024'],
    ['heap_v2/524288', 'period 524288', '[0x10] 1025 1049600 512 524800 bytes=1024'],
    ['heapz_v2/1024', 'period 1024', '[0x10] 3 3239 1 1619 bytes=1024'],
    ['heap/2', 'period 1', '[0x10] 2 2048 1 1024 bytes=1024'],
    ['heap/0', 'period 0', '[0x10] 2 2048 1 1024 bytes=1024'],
    ['heapprofile', 'period 1', '[0x10] 2 2048 1 1024 bytes=1024'],
    ['growthz', 'period 1', '[0x10] 1 1024 bytes=1024'],
    ['fragmentation', 'period 1', '[0x10] 1 1024 bytes=1024'],
  ])('of the kind %s gives the period and how values are scaled', (kind, period, sample) => {
    const text = textProfile(`heap profile: 1: 1024 [2: 2048] @ ${kind}\n${rows}`);
    expect(text).toContain(`${period} space/bytes`);
    expect(text).toContain(`\n${sample}\n`);
  });

  it('tells by its sums whether allocations are counted too, as pprof has it', () => {
    const types = (header: string) =>
      readTextProfile(`heap profile: ${header} @ heap/2\n`).sampleTypes.map(({ type }) => type);
    expect(types('1: 8 [2: 16]')).toEqual([
      'alloc_objects',
      'alloc_space',
      'inuse_objects',
      'inuse_space',
    ]);
    expect(types('1: 8 [1: 8]')).toEqual(['objects', 'space']);
    expect(types('1: 8 [0: 0]')).toEqual(['objects', 'space']);
  });

  it.each([
    'heap profile: 1: 8 [2: 16] @ heapz/1',
    'heap profile: 1: 8 @ heap/2',
    'heap profile: nothing',
  ])('that is another gives a sentence: %s', (header) => {
    expect(textProfile(`${header}\n`)).toBe(
      `Its line 1 is not the first line of a heap profile: “${header}”. The file is damaged, or the program that wrote it has a defect: capture it again.`,
    );
  });
});

describe('the stacks of a heap text', () => {
  it('have the names of the comments, and what is inlined as lines of one location', () => {
    // As Go 1.23 writes it: makeslice is left out at the leaf and goexit at the root; fill is inlined into put.
    expect(
      textProfile(`
        heap profile: 1: 8 [2: 16] @ heap/2
        1: 8 [2: 16] @ 0x101 0x211 0x221 0x311 0x901
        #\t0x210\tcache.fill+0x10\t\t/src/cache/fill.go:7
        #\t0x220\tcache.put+0x20\t\t\t/src/cache/put.go:9
        #\t0x310\tmain.main+0x10\t\t\t/src/main.go:3

      `),
    ).toMatchInlineSnapshot(`
      "types alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes
      period 1 space/bytes
      main.main@/src/main.go:3;cache.put@/src/cache/put.go:9>cache.fill@/src/cache/fill.go:7 2 16 1 8 bytes=8
      "
    `);
  });

  it('keep calls of a function by itself apart, though they lie in the same machine code', () => {
    expect(
      textProfile(`
        heap profile: 1: 8 [2: 16] @ heap/2
        1: 8 [2: 16] @ 0x211 0x221 0x211 0x221 0x221 0x901
        #\t0x210\tt.visit+0x10\t/src/t.go:7
        #\t0x220\tt.walk+0x20\t/src/t.go:9
        #\t0x210\tt.visit+0x10\t/src/t.go:7
        #\t0x220\tt.walk+0x20\t/src/t.go:9
        #\t0x220\tt.walk+0x20\t/src/t.go:9
      `),
    ).toContain(
      '\nt.walk@/src/t.go:9;t.walk@/src/t.go:9>t.visit@/src/t.go:7;t.walk@/src/t.go:9>t.visit@/src/t.go:7 2 16',
    );
  });

  it('take several comments about one address for inlined calls, as Go 1.9 to 1.11 write them', () => {
    expect(
      textProfile(`
        heap profile: 2: 16 [4: 32] @ heap/2
        1: 8 [2: 16] @ 0x211 0x211 0x311
        #\t0x210\tcache.fill+0x10\t/src/cache/fill.go:7
        #\t0x210\tcache.put+0x10\t/src/cache/put.go:9
        #\t0x210\tcache.fill+0x10\t/src/cache/fill.go:7
        #\t0x210\tcache.put+0x10\t/src/cache/put.go:9
        #\t0x310\tmain.main+0x10\t/src/main.go:3

        1: 8 [2: 16] @ 0x211 0x311
        #\t0x210\tcache.fill+0x10\t/src/cache/fill.go:7
        #\t0x210\tcache.put+0x10\t/src/cache/put.go:9
        #\t0x310\tmain.main+0x10\t/src/main.go:3
      `),
    ).toMatchInlineSnapshot(`
      "types alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes
      period 1 space/bytes
      main.main@/src/main.go:3;cache.put@/src/cache/put.go:9>cache.fill@/src/cache/fill.go:7;cache.put@/src/cache/put.go:9>cache.fill@/src/cache/fill.go:7 2 16 1 8 bytes=8
      main.main@/src/main.go:3;cache.put@/src/cache/put.go:9>cache.fill@/src/cache/fill.go:7 2 16 1 8 bytes=8
      "
    `);
  });

  it('are named where the comments have the addresses of the stack, as Go 1.4 writes them', () => {
    expect(
      textProfile(`
        heap profile: 1: 8 [2: 16] @ heap/2
        1: 8 [2: 16] @ 0x211 0x311
        #\t0x211\tcache.put+0x11\t/src/cache/put.go:9
        #\t0x311\tmain.main+0x11\t/src/main.go:3
      `),
    ).toContain('\nmain.main@/src/main.go:3;cache.put@/src/cache/put.go:9 2 16 1 8');
  });

  it('keep what is nameless in their middle, and all of a stack without comments', () => {
    expect(
      textProfile(`
        heap profile: 3: 24 [6: 48] @ heap/2
        1: 8 [2: 16] @ 0x211 0x411 0x311 0x901
        #\t0x210\tcache.put+0x10\t/src/cache/put.go:9
        #\t0x310\tmain.main+0x10\t/src/main.go:3

        1: 8 [2: 16] @ 0x511 0x611
        1: 8 [2: 16] @ 0x711 0x311
        #\t0x710
        #\t0x310\tmain.main+0x10\t/src/main.go:3
      `),
    ).toMatchInlineSnapshot(`
      "types alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes
      period 1 space/bytes
      main.main@/src/main.go:3;[0x410];cache.put@/src/cache/put.go:9 2 16 1 8 bytes=8
      [0x610];[0x510] 2 16 1 8 bytes=8
      main.main@/src/main.go:3;[0x710] 2 16 1 8 bytes=8
      "
    `);
  });

  it.each([
    [
      'spaces for tabs',
      '#   0x210   cache.put+0x10      /src/cache/put.go:9',
      'cache.put@/src/cache/put.go:9',
    ],
    [
      'type arguments with spaces',
      '#\t0x210\tcache.Put[go.shape.struct { K int; V string }]+0x10\t/src/put.go:9',
      'cache.Put[go.shape.struct { K int; V string }]@/src/put.go:9',
    ],
    [
      'a path of Windows',
      '#\t0x210\tmain.f+0x10\tC:/src/a b/put.go:9',
      'main.f@C:/src/a b/put.go:9',
    ],
    ['no line', '#\t0x210\tmain.f+0x10\tput.go', 'main.f@put.go'],
    ['no offset', '#\t0x210\tmain.f\tput.go:9', 'main.f@put.go:9'],
    ['no file', '#\t0x210\tmain.f+0x10', 'main.f'],
    [
      'letters beyond ASCII',
      '#\t0x210\tmain.größe+0x10\t/src/größe.go:9',
      'main.größe@/src/größe.go:9',
    ],
  ])('are named by comments with %s', (_, comment, frame) => {
    const text = `heap profile: 1: 8 [2: 16] @ heap/2\n1: 8 [2: 16] @ 0x211\n${comment}\n`;
    expect(textProfile(text)).toContain(`\n${frame} 2 16 1 8`);
  });

  it('lie in the files of the memory map, the binary first', () => {
    const { mappings, locations } = readTextProfile(`
      heap profile: 2: 16 [2: 16] @ heap_v2/1
      1: 8 [1: 8] @ 0x401001 0x7f0000000101 0x12
      MAPPED_LIBRARIES:
      7f0000000000-7f0000001000 r-xp 00000000 08:01 17 /lib/libc-2.31.so
      7f0000001000-7f0000002000 rw-p 00001000 08:01 17 /lib/libc-2.31.so
      401000-402000: /srv/api (@1000) abc123
      402000-403000: /srv/api
      7ffd00000000-7ffd00001000: [vdso]
    `);
    expect(mappings.filename).toEqual(['/srv/api', '/lib/libc-2.31.so', '[vdso]']);
    expect([...mappings.start].map(Number)).toEqual([0x400000, 0x7f0000000000, 0x7ffd00000000]);
    expect([...mappings.limit].map(Number)).toEqual([0x403000, 0x7f0000001000, 0x7ffd00001000]);
    expect(mappings.buildId[0]).toBe('abc123');
    expect([...locations.mapping]).toEqual([0, 1, -1]);
  });

  it('may have 64-bit addresses, and one below zero', () => {
    expect(
      textProfile('heap profile: 1: 8 [2: 16] @ heap/2\n1: 8 [2: 16] @ 0xffffffff81000001 0x0\n'),
    ).toContain('\n[0xffffffffffffffff];[0xffffffff81000000] 2 16');
  });
});

describe('a damaged heap text', () => {
  const header = 'heap profile: 1: 8 [2: 16] @ heap/2\n';
  const advice =
    'The file is damaged, or the program that wrote it has a defect: capture it again.';

  it.each([
    ['1: 8 [2: 16] @ 0x1g\n', 'Its line 2 is not a row of a heap profile: “1: 8 [2: 16] @ 0x1g”.'],
    ['1: 8 [2: 16\n', 'Its line 2 is not a row of a heap profile: “1: 8 [2: 16”.'],
    ['1: 8 [2: 16', 'It breaks off in line 2.'],
    [
      '\n\0\x1b[1m\u{FFFF}\n',
      'Its line 3 is not a row of a heap profile: “\\u{0}\\u{1B}[1m\\u{FFFF}”.',
    ],
    [
      '0: 8 [2: 16] @ 0x1\n',
      'Its line 2 is not a row of a heap profile: it has bytes of no objects: “0: 8 [2: 16] @ 0x1”.',
    ],
    [
      '1: 8 [2: 99999999999999999999] @ 0x1\n',
      'Its line 2 is not a row of a heap profile: “1: 8 [2: 99999999999999999999] @ 0x1”.',
    ],
    [
      '1: 8 [2: 16] @ 0x1ffffffffffffffff\n',
      'Its line 2 is not a row of a heap profile: “1: 8 [2: 16] @ 0x1ffffffffffffffff”.',
    ],
    [header, `Its line 2 is not a row of a heap profile: “${header.trim()}”.`],
    [`${'x'.repeat(2 ** 20 + 1)}\n`, 'Its line 2 is longer than 1 MiB, which no stack is.'],
    [`${'x'.repeat(100)}\n`, `Its line 2 is not a row of a heap profile: “${'x'.repeat(60)}…”.`],
  ])('%j gives a sentence', (rows, sentence) => {
    // Beyond what a format is recognised by, where control characters would make it no text.
    const filler = '# a comment\n'.repeat(6000);
    const at = (text: string) =>
      text.replaceAll(/line (\d+)/g, (_, n) => `line ${Number(n) + 6000}`);
    expect(textProfile(header + filler + rows)).toBe(`${at(sentence)} ${advice}`);
  });

  it('is read with a warning where rows or the end of the last one are missing', () => {
    expect(textProfile('heap profile: 3: 24 [4: 32] @ heap/2\n1: 8 [2: 16] @ 0x101 0x2')).toContain(
      [
        '! Its first line counts 3 objects in use among the samples, its rows 1: a part of the file is missing, or was changed.',
        '! It breaks off in its last line, so the last stack may lack callers.',
      ].join('\n'),
    );
    expect(textProfile('heap profile: 1: 8 [4: 32] @ heap/2\n1: 8 [2: 16] @ 0x101\n')).toContain(
      '! Its first line counts 4 objects allocated among the samples, its rows 2:',
    );
  });

  it('is read with a warning where numbers are beyond 2^53', () => {
    expect(
      textProfile(
        'heap profile: 0: 0 [1: 9007199254740993] @ heap/2\n0: 0 [1: 9007199254740993] @ 0x11\n',
      ),
    ).toMatchInlineSnapshot(`
      "types alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes
      period 1 space/bytes
      [0x10] 1 9007199254740992 0 0 bytes=9007199254740992
      ! 2 of its numbers are beyond 2^53 and were rounded to the nearest number that can be shown.
      "
    `);
  });
});

describe('the encoding of a heap text', () => {
  const text = [
    'heap profile: 1: 8 [2: 16] @ heap/2',
    '1: 8 [2: 16] @ 0x211',
    '#\t0x210\tmain.größe😀+0x10\t/src/put.go:9',
    '',
    '# runtime.MemStats',
  ];
  const expected = textProfile(text.join('\n'));

  it.each([
    ['lines that end as on Windows', new TextEncoder().encode(text.join('\r\n'))],
    ['lines that end in both ways', new TextEncoder().encode(text.join('\r\n').replace('\r', ''))],
    ['a byte order mark', new TextEncoder().encode(`\u{FEFF}${text.join('\n')}`)],
    ['blank lines before it', new TextEncoder().encode(`\n\r\n${text.join('\n')}`)],
    ['UTF-16', utf16(text.join('\r\n'), true)],
    ['UTF-16 with the high byte first', utf16(text.join('\r\n'), false)],
  ])('may be that with %s', (_, bytes) => {
    expect(textProfile(bytes)).toBe(expected);
  });
});

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, isLittleEndian);
  for (let at = 0; at < text.length; at++) {
    view.setUint16(2 * at + 2, text.charCodeAt(at), isLittleEndian);
  }
  return bytes;
}
