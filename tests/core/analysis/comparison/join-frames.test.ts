import { describe, expect, it } from 'vitest';
import { sumFrames } from '../../../../src/core/analysis/top.ts';
import { weighStacks } from '../../../../src/core/analysis/weights.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';
import { join, picture, stacks } from './draw-join.ts';

describe('frames of two profiles', () => {
  it('are joined by name, after first, then what is only before', () => {
    expect(picture(['main;gone;old', 'main;kept'], ['new;kept', 'main'])).toEqual([
      '+ new',
      'kept',
      'main',
      '- gone',
      '- old',
    ]);
  });

  it('keep their places in both indices, and sums count every sample once', () => {
    const before = drawProfile('types n/count\nmain;a;b 3\nmain;a>b 4');
    const after = drawProfile('types n/count\nb;c 5\nmain 1');
    const joined = join(before, after);
    expect(joined.frames.name).toEqual(['b', 'c', 'main', 'a']);
    const cum = (profile: typeof before, index: typeof joined.before) =>
      Array.from(sumFrames(profile.stacks, index, weighStacks(profile, 0)).cum);
    expect(cum(before, joined.before)).toEqual([7, 0, 7, 7]);
    expect(cum(after, joined.after)).toEqual([5, 5, 1, 0]);
  });

  it('are described as the after side has them, with mappings of both sides', () => {
    const before = stacks('binary /old/libc.so', 'gone@old.go:7^5;[0x10]', 'main@main.go:9^3');
    const after = stacks('binary /srv/api', 'main@main.go:8^2');
    const { frames } = join(before, after, { tolerant: false });
    expect(frames.name).toEqual(['main', 'gone', '[libc.so]']);
    expect(frames.file).toEqual(['main.go', 'old.go', '']);
    expect(Array.from(frames.line)).toEqual([2, 5, 0]);
    expect(Array.from(frames.startLine)).toEqual([2, 5, 0]);
    expect(Array.from(frames.mapping)).toEqual([1, 0, 0]);
  });

  it('without tolerance are joined as pprof joins them: nothing else', () => {
    const names = [
      ['main.F.func1', 'x.com/m/v2.F'],
      ['main.F.func2', 'x.com/m/v3.F'],
    ] as const;
    expect(picture(...names, { tolerant: false })).toEqual([
      '+ main.F.func2',
      '+ x.com/m/v3.F',
      '- main.F.func1',
      '- x.com/m/v2.F',
    ]);
  });

  it('move to the addresses of the same binary where it was loaded elsewhere', () => {
    const binary = (range: string) => `binary /srv/api ${range} id`;
    const before = [binary('0x1000-0x5000'), '[0x1040]main.F@f.go:4', '[0x1080]main.G@f.go:9'];
    const after = [binary('0x7000-0xb000'), '[0x7040]main.F@f.go:4'];
    expect(picture(before, after, { tolerant: false, granularity: 'addresses' })).toEqual([
      '0000000000001040 main.F f.go:4 → 0000000000007040 main.F f.go:4  exact',
      '- 0000000000001080 main.G f.go:9 → 0000000000007080 main.G f.go:9',
    ]);
  });

  it('without a name are joined by object file, and tolerantly wherever it lies', () => {
    const before = ['binary /lib/libc.so', '[0x10]'];
    const after = ['binary /usr/lib/libc.so', '[0x20]'];
    expect(picture(before, before)).toEqual(['[libc.so]']);
    expect(picture(before, after)).toEqual(['[libc.so]  path']);
    expect(picture(before, after, { tolerant: false })).toEqual(['+ [libc.so]', '- [libc.so]']);
  });
});

describe('rules that rename', () => {
  it('come first, each on what the one before it gave, with groups', () => {
    const renames = [
      { pattern: String.raw`^myservice/keys\.(\w+)$`, replacement: 'myservice/cache.$1' },
      { pattern: '(?P<what>Build)Key', replacement: '$' + '{what}Entry' },
    ];
    expect(
      picture(['myservice/keys.BuildKey', 'main'], ['myservice/cache.BuildEntry', 'main'], {
        renames,
        tolerant: false,
      }),
    ).toEqual(['myservice/keys.BuildKey → myservice/cache.BuildEntry  rename', 'main']);
  });

  it('may make one frame of several, which still counts each sample once', () => {
    const renames = [{ pattern: '^encode.*', replacement: 'encode' }];
    const before = drawProfile('types n/count\nmain;encodeA;encodeB 3\nencode 1');
    const after = drawProfile('types n/count\nencode 5');
    expect(picture(['main;encodeA;encodeB', 'encode'], ['encode'], { renames })).toEqual([
      'encodeA → encode  rename',
      '- main',
    ]);
    const joined = join(before, after, { renames });
    const { cum } = sumFrames(before.stacks, joined.before, weighStacks(before, 0));
    expect(Array.from(cum)).toEqual([4, 3]);
  });

  it('may make one frame of several that are gone', () => {
    const renames = [{ pattern: '^encode.*', replacement: 'encode' }];
    expect(picture(['encodeA;encodeB'], ['main'], { renames })).toEqual([
      '+ main',
      '- encodeA → encode',
    ]);
  });

  it('take a frame away from one of its own name', () => {
    const renames = [{ pattern: '^a$', replacement: 'b' }];
    expect(picture(['a'], ['a;b'], { renames })).toEqual(['+ a', 'a → b  rename']);
  });

  it('see files where those are told apart, and object files that stand for functions', () => {
    const renames = [{ pattern: '/keys/', replacement: '/cache/' }];
    const granularity = 'filefunctions';
    expect(
      picture(['F@/src/keys/k.go'], ['F@/src/cache/k.go'], {
        renames,
        granularity,
        tolerant: false,
      }),
    ).toEqual(['F /src/keys/k.go → F /src/cache/k.go  rename']);
    const toRead = [{ pattern: String.raw`^\[libc\.so\]$`, replacement: 'read' }];
    expect(picture(['binary /lib/libc.so', '[0x10]'], ['read'], { renames: toRead })).toEqual([
      '[libc.so] → read  rename',
    ]);
  });

  it('come before the tolerance', () => {
    const renames = [{ pattern: '^old', replacement: 'new' }];
    expect(picture(['old.F.func1'], ['new.F.func2'], { renames })).toEqual([
      'old.F.func1 → new.F.func2  closure',
    ]);
  });

  it('leave a name of which nothing would be left', () => {
    expect(picture(['a'], ['a'], { renames: [{ pattern: '.*', replacement: '' }] })).toEqual(['a']);
  });

  it.each([
    ['(', 'x', 'This is not a regular expression: missing closing ), at “(”.'],
    ['(?=a)', 'x', 'Look-ahead and look-behind are not available in regular expressions here.'],
    ['', 'x', 'The pattern is empty: it would match everywhere.'],
    [
      '(a)',
      '$2',
      'The replacement refers to a group that the pattern does not have, or to none: “$2”. A plain $ is written \\$.',
    ],
    [
      'a',
      'x$',
      'The replacement refers to a group that the pattern does not have, or to none: “x$”. A plain $ is written \\$.',
    ],
  ])('are refused with a sentence: %s to %s', (pattern, replacement, sentence) => {
    expect(() => picture(['a'], ['b'], { renames: [{ pattern, replacement }] })).toThrow(
      new Error(sentence),
    );
  });
});
