import { describe, expect, it } from 'vitest';
import { picture } from './draw-join.ts';

const joined = (before: string[], after: string[], granularity: 'filefunctions' | 'files') =>
  picture([before.join(';')], [after.join(';')], { granularity });

describe('functions of files', () => {
  it.each([
    [
      'built with -trimpath',
      'fmt.Print@/usr/lib/go-1.23/src/fmt/print.go',
      'fmt.Print@fmt/print.go',
    ],
    [
      'of another Go installation',
      'fmt.Print@/usr/lib/go-1.23/src/fmt/print.go',
      'fmt.Print@/usr/local/go/src/fmt/print.go',
    ],
    [
      'of another version of a module',
      'github.com/x/y.F@/root/go/pkg/mod/github.com/x/y@v1.2.3/z.go',
      'github.com/x/y.F@github.com/x/y@v1.2.4/z.go',
    ],
    ['built elsewhere', 'main.main@/home/ann/api/main.go', 'main.main@/build/main.go'],
    ['that were a bare name', 'f@/src/lib/util.c', 'f@util.c'],
    ['that had no file', 'f', 'f@/src/lib/util.c'],
  ])('are joined: %s', (_, before, after) => {
    const [one, other] = [before, after].map((text) => text.replace('@', ' '));
    expect(joined([before], [after], 'filefunctions')).toEqual([`${one} → ${other}  path`]);
    expect(joined([after], [before], 'filefunctions')).toEqual([`${other} → ${one}  path`]);
  });

  it('are joined where the name differs too', () => {
    expect(
      joined(
        ['m.F.func1@/a/m/f.go', 'm.F@/a/m/f.go'],
        ['m.F.func2@m/f.go', 'm.F@m/f.go'],
        'filefunctions',
      ),
    ).toEqual([
      'm.F.func1 /a/m/f.go → m.F.func2 m/f.go  closure',
      'm.F /a/m/f.go → m.F m/f.go  path',
    ]);
    expect(
      joined(
        ['x.com/y.F@/mod/x.com/y@v1.0.0/z.go'],
        ['x.com/y/v2.F@/mod/x.com/y/v2@v2.0.0/z.go'],
        'filefunctions',
      ),
    ).toEqual([
      'x.com/y.F /mod/x.com/y@v1.0.0/z.go → x.com/y/v2.F /mod/x.com/y/v2@v2.0.0/z.go  version',
    ]);
  });

  it('are not joined across files', () => {
    expect(joined(['m.F@/a/m/f.go'], ['m.F@/a/m/g.go'], 'filefunctions')).toHaveLength(2);
    // Static functions of C may be called alike.
    expect(joined(['f@/a/x/util.c'], ['f@/a/y/util.c'], 'filefunctions')).toHaveLength(2);
  });
});

describe('files', () => {
  it('are joined by the longest end that they alone have in common', () => {
    expect(
      joined(
        ['a@/src/app/http/server.go', 'b@/go/src/net/http/server.go', 'c@/src/app/main.go'],
        ['b@net/http/server.go', 'a@app/http/server.go', 'c@main.go'],
        'files',
      ),
    ).toEqual([
      '/go/src/net/http/server.go → net/http/server.go  path',
      '/src/app/http/server.go → app/http/server.go  path',
      '/src/app/main.go → main.go  path',
    ]);
  });

  it('are all joined where all were built elsewhere', () => {
    const files = ['main.go', 'keys/keys.go', 'http/server.go', 'api/http/server.go'];
    const built = (root: string) => files.map((file, at) => `f${at}@${root}/${file}`);
    expect(joined(built('/home/ann/api'), built('/build/api'), 'files')).toEqual(
      files.map((file) => `/home/ann/api/${file} → /build/api/${file}  path`),
    );
  });

  it('are not joined by their last element alone, or where several would do', () => {
    expect(joined(['a@/x/a/doc.go'], ['a@/x/b/doc.go'], 'files')).toHaveLength(2);
    expect(joined(['a@/x/a/doc.go'], ['a@/y/a/doc.go', 'a@/z/a/doc.go'], 'files')).toHaveLength(3);
  });

  it('of one path are joined line by line where functions start, as pprof tells them apart', () => {
    const before = ['a@f.go:2^1', 'b@f.go:12^11', 'c@f.go:22^21'];
    const after = ['a@f.go:2^1', 'b@f.go:15^14', 'c@f.go:25^24'];
    expect(joined(before, after, 'files')).toEqual(['f.go', 'f.go  line', 'f.go  line']);
    expect(joined(before, after.slice(0, 2), 'files')).toEqual([
      'f.go',
      '+ f.go',
      '- f.go',
      '- f.go',
    ]);
  });
});
