import { describe, expect, it } from 'vitest';
import { CodeOwner } from '../../../../src/core/analysis/sites/code-owner.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';
import { namedWays } from '../../../helpers/named-sites.ts';

const OWNERS = Object.fromEntries(Object.entries(CodeOwner).map(([name, owner]) => [owner, name]));

/** The sites of a drawn profile: place, owner, what is called down to the allocation, objects, sizes, names. */
function sitesOf(drawing: string): string {
  const ways = namedWays(
    drawProfile(`types alloc_objects/count alloc_space/bytes\n${drawing}`),
    {},
  );
  const lines = ways.map(({ path, line, site, chain, objects, way, findings }) =>
    [
      `${path}:${line}`,
      OWNERS[site.owner],
      chain.length === 0 ? 'itself' : chain.join(' > '),
      objects,
      way.sizes?.sizeBytes.join(','),
      ...findings.map(({ rule }) => rule.pattern),
    ].join('  '),
  );
  return `\n${lines.join('\n')}\n`;
}

describe('the sites of a profile', () => {
  it('are the nearest lines that are not the library’s, with the ways in which they allocate', () => {
    const sites = sitesOf(`
      main.main@/src/app/main.go:9;app/keys.key@/src/app/keys/keys.go:5    5 160
      main.main@/src/app/main.go:9;app/keys.key@/src/app/keys/keys.go:5    1 64
      main.main@/src/app/main.go:9;app/keys.key@/src/app/keys/keys.go:5;fmt.Sprintf@/go/src/fmt/print.go:240   9 144
      main.main@/src/app/main.go:9>app/keys.key@/src/app/keys/keys.go:7;strings.ToUpper@/go/src/strings/strings.go:6>strings.(*Builder).Grow@/go/src/strings/builder.go:8   3 48
      net/http.(*conn).serve@/go/src/net/http/server.go:20;net/url.parse@/go/src/net/url/url.go:5   2 288
    `);
    expect(sites).toMatchInlineSnapshot(`
      "
      /src/app/keys/keys.go:5  own  itself  6  32,64
      /src/app/keys/keys.go:5  own  fmt.Sprintf  9  16  fmt-formatting
      /go/src/net/url/url.go:5  library  itself  2  144
      /src/app/keys/keys.go:7  own  strings.ToUpper > strings.(*Builder).Grow  3  16  library-result
      "
    `);
  });

  it('leave out what has not been counted yet', () => {
    const sites = sitesOf(`
      main.main@/src/app/main.go:9    5 160
      main.main@/src/app/main.go:10   0 0
    `);
    expect(sites).toMatchInlineSnapshot(`
      "
      /src/app/main.go:9  own  itself  5  32
      "
    `);
  });

  it('tell a module that the program uses from its own code', () => {
    const sites = sitesOf(`
      main.main@/src/app/main.go:9;github.com/x/log.Add@/root/go/pkg/mod/github.com/x/log@v1.2.0/log.go:5  5 160
      main.main@/src/app/main.go:9;github.com/x/log.Add@github.com/x/log@v1.2.0/log.go:8  5 160
      main.main@/src/app/main.go:9;github.com/y/z.Add@/src/app/vendor/github.com/y/z/z.go:5  5 160
      main.main@/src/app/main.go:9;github.com/me/app/sub.Add@/src/app/sub/z.go:5  5 160
    `);
    expect(sites).toMatchInlineSnapshot(`
      "
      /root/go/pkg/mod/github.com/x/log@v1.2.0/log.go:5  dependency  itself  5  32
      github.com/x/log@v1.2.0/log.go:8  dependency  itself  5  32
      /src/app/vendor/github.com/y/z/z.go:5  dependency  itself  5  32
      /src/app/sub/z.go:5  own  itself  5  32
      "
    `);
  });

  it('keep what the runtime calls, where a profile has it', () => {
    const sites = sitesOf(`
      main.main@/src/app/main.go:9;app.add@/src/app/add.go:5;runtime.growslice@/go/src/runtime/slice.go:5;runtime.mallocgc@/go/src/runtime/malloc.go:9  5 160
      main.main@/src/app/main.go:9;app.add@/src/app/add.go:6;runtime.convTstring@/go/src/runtime/iface.go:5  5 80
      main.main@/src/app/main.go:9;app.add@/src/app/add.go:7;runtime.concatstring2@/go/src/runtime/string.go:5  5 80
    `);
    expect(sites).toMatchInlineSnapshot(`
      "
      /src/app/add.go:5  own  itself  5  32  growing-append
      /src/app/add.go:6  own  itself  5  16  interface-boxing
      /src/app/add.go:7  own  itself  5  16  string-concatenation
      "
    `);
  });

  it('tell what a pool’s New makes', () => {
    const sites = sitesOf(`
      app.get@/src/app/pool.go:5;sync.(*Pool).Get@/go/src/sync/pool.go:5;app.newBuffer@/src/app/pool.go:9  4 800
      app.get@/src/app/pool.go:5;sync.(*Pool).Get@/go/src/sync/pool.go:5;sync.(*Pool).pinSlow@/go/src/sync/pool.go:9  4 800
      app.print@/src/app/pool.go:7;fmt.Fprint@/go/src/fmt/print.go:5;sync.(*Pool).Get@/go/src/sync/pool.go:5;fmt.glob..func1@/go/src/fmt/print.go:9  4 800
    `);
    expect(sites).toMatchInlineSnapshot(`
      "
      /src/app/pool.go:9  own  itself  4  200  pool-miss
      /src/app/pool.go:5  own  sync.(*Pool).Get > sync.(*Pool).pinSlow  4  200
      /src/app/pool.go:7  own  fmt.Fprint > sync.(*Pool).Get > fmt.glob..func1  4  200  pool-miss  fmt-formatting
      "
    `);
  });

  it('tell what runs when packages start', () => {
    const sites = sitesOf(`
      runtime.main@/go/src/runtime/proc.go:5;runtime.doInit@/go/src/runtime/proc.go:9;app.init@/src/app/keys.go:5;app.match@/src/app/keys.go:9;regexp.MustCompile@/go/src/regexp/regexp.go:5  40 8000
      app.handle@/src/app/http.go:5;app.match@/src/app/keys.go:9;regexp.MustCompile@/go/src/regexp/regexp.go:5  30 6000
    `);
    expect(sites).toMatchInlineSnapshot(`
      "
      /src/app/keys.go:9  own  regexp.MustCompile  40  200
      /src/app/keys.go:9  own  regexp.MustCompile  30  200  regexp-per-call
      "
    `);
  });

  it('are there without files and lines, too', () => {
    expect(
      sitesOf('main.main;app.add  4 64\n main.main;app.add;errors.New 2 32'),
    ).toMatchInlineSnapshot(`
      "
      :0  own  itself  4  16
      :0  own  errors.New  2  16  error-per-call
      "
    `);
  });
});
