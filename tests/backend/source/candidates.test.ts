import { describe, expect, it } from 'vitest';
import { candidatesIn, type FolderLayout } from '../../../src/backend/source/candidates.ts';

/**
 * A chosen folder drawn as its path, the modules in it (`module at folder`) and the files that there are; a case is
 * a profile's file and the package of a function in it.
 */
function picture(drawing: string): string {
  const rows = drawing
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  const [folder = '', ...rest] = rows;
  const modules: { modulePath: string; folder: string }[] = [];
  const files = new Set<string>();
  const told: string[] = [];
  let isModuleCache = false;
  for (const row of rest) {
    const [word = '', first = '', second = ''] = row.split(/\s+/);
    if (word === 'module') modules.push({ modulePath: first, folder: second });
    else if (word === 'cache') isModuleCache = true;
    else if (word === 'has') files.add(first);
    else told.push(`${row} -> ${found(word, first === '-' ? '' : first)}`);
  }

  function found(file: string, packagePath: string): string {
    const layout: FolderLayout = { name: folder.split('/').at(-1) ?? '', modules, isModuleCache };
    const there = candidatesIn({ file, packagePath }, layout).filter(({ root, rest: within }) =>
      files.has(root === '' ? within : `${root}/${within}`),
    );
    const best = there.filter(({ rank }) => rank === there[0]?.rank);
    const places = best.map(({ root, rest: within }) => `${root || '.'} : ${within}`);
    const [doubt = ''] = best.map((candidate) => candidate.doubt);
    return `${places.join(' or ') || 'nothing'}${doubt === '' ? '' : ` (${doubt})`}`;
  }
  return told.join('\n');
}

describe('where a file of a profile is looked for', () => {
  it('in a module: by the package’s folder, whatever the build’s root was', () => {
    expect(
      picture(`
        ~/work/myservice
        module myservice
        has handlers/handlers.go
        has keys/keys.go
        has cmd/api/main.go
        has internal/api/main.go
        /src/myservice/handlers/handlers.go                 myservice/handlers
        /home/ci/go/src/x/handlers/handlers.go              myservice/handlers
        C:\\build\\myservice\\handlers\\handlers.go         myservice/handlers
        C:/build/myservice/handlers/handlers.go             myservice/handlers
        myservice/handlers/handlers.go                      myservice/handlers
        /src/myservice/handlers/handlers_test.go            myservice/handlers
        /src/myservice/keys/keys.go                         myservice/keys_test
        /src/myservice/cmd/api/main.go                      main
        myservice/cmd/api/main.go                           main
        ./cmd/api/main.go                                   main
        /elsewhere/main.go                                  main
        /src/other/handlers/handlers.go                     other/handlers
        /usr/local/go/src/fmt/print.go                      fmt
        /src/myservice/../../etc/passwd                     myservice
      `),
    ).toMatchInlineSnapshot(`
      "/src/myservice/handlers/handlers.go                 myservice/handlers -> . : handlers/handlers.go
      /home/ci/go/src/x/handlers/handlers.go              myservice/handlers -> . : handlers/handlers.go
      C:\\build\\myservice\\handlers\\handlers.go         myservice/handlers -> . : handlers/handlers.go
      C:/build/myservice/handlers/handlers.go             myservice/handlers -> . : handlers/handlers.go
      myservice/handlers/handlers.go                      myservice/handlers -> . : handlers/handlers.go
      /src/myservice/handlers/handlers_test.go            myservice/handlers -> nothing
      /src/myservice/keys/keys.go                         myservice/keys_test -> . : keys/keys.go
      /src/myservice/cmd/api/main.go                      main -> . : cmd/api/main.go
      myservice/cmd/api/main.go                           main -> . : cmd/api/main.go
      ./cmd/api/main.go                                   main -> . : cmd/api/main.go
      /elsewhere/main.go                                  main -> nothing
      /src/other/handlers/handlers.go                     other/handlers -> nothing
      /usr/local/go/src/fmt/print.go                      fmt -> nothing
      /src/myservice/../../etc/passwd                     myservice -> nothing"
    `);
  });

  it('in nested modules and repositories of several', () => {
    expect(
      picture(`
        ~/work/mono
        module example.com/mono
        module example.com/mono/tools tools
        module example.com/old services/old
        has a/x.go
        has tools/a/x.go
        has services/old/cmd/main.go
        has tools/cmd/main.go
        /b/mono/a/x.go                     example.com/mono/a
        /b/mono/tools/a/x.go               example.com/mono/tools/a
        example.com/old@v1.4.0/cmd/main.go main
        /b/services/old/cmd/main.go        main
        /b/nowhere/cmd/main.go             main
      `),
    ).toMatchInlineSnapshot(`
      "/b/mono/a/x.go                     example.com/mono/a -> . : a/x.go
      /b/mono/tools/a/x.go               example.com/mono/tools/a -> tools : a/x.go
      example.com/old@v1.4.0/cmd/main.go main -> services/old : cmd/main.go (The profile is of version v1.4.0 of the module; the folder does not say which it holds.)
      /b/services/old/cmd/main.go        main -> services/old : cmd/main.go
      /b/nowhere/cmd/main.go             main -> tools : cmd/main.go or services/old : cmd/main.go (Only the end of the profile’s path agrees: cmd/main.go.)"
    `);
  });

  it('in two copies of one module: it cannot tell which', () => {
    expect(
      picture(`
        ~/goalloc
        module myservice before
        module myservice after
        has before/keys/keys.go
        has after/keys/keys.go
        has after/cmd/api/main.go
        has before/cmd/api/main.go
        /src/myservice/keys/keys.go      myservice/keys
        /src/myservice/cmd/api/main.go   main
      `),
    ).toMatchInlineSnapshot(`
      "/src/myservice/keys/keys.go      myservice/keys -> before : keys/keys.go or after : keys/keys.go
      /src/myservice/cmd/api/main.go   main -> before : cmd/api/main.go or after : cmd/api/main.go"
    `);
  });

  it('in a module cache, which escapes capitals', () => {
    expect(
      picture(`
        /root/go/pkg/mod
        cache
        has github.com/!burnt!sushi/toml@v1.2.3/decode.go
        has gopkg.in/yaml.v3@v3.0.1/decode.go
        has golang.org/toolchain@v0.0.1-go1.23.5.linux-amd64/src/fmt/print.go
        has example.com/m/v2@v2.0.0-!r!c1/Sub/X.go
        /home/ci/go/pkg/mod/github.com/!burnt!sushi/toml@v1.2.3/decode.go    github.com/BurntSushi/toml
        github.com/BurntSushi/toml@v1.2.3/decode.go                          github.com/BurntSushi/toml
        gopkg.in/yaml.v3@v3.0.1/decode.go                                    gopkg.in/yaml.v3
        /r/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.23.5.linux-amd64/src/fmt/print.go fmt
        example.com/m/v2@v2.0.0-RC1/Sub/X.go                                 example.com/m/v2/Sub
      `),
    ).toMatchInlineSnapshot(`
      "/home/ci/go/pkg/mod/github.com/!burnt!sushi/toml@v1.2.3/decode.go    github.com/BurntSushi/toml -> . : github.com/!burnt!sushi/toml@v1.2.3/decode.go
      github.com/BurntSushi/toml@v1.2.3/decode.go                          github.com/BurntSushi/toml -> . : github.com/!burnt!sushi/toml@v1.2.3/decode.go
      gopkg.in/yaml.v3@v3.0.1/decode.go                                    gopkg.in/yaml.v3 -> . : gopkg.in/yaml.v3@v3.0.1/decode.go
      /r/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.23.5.linux-amd64/src/fmt/print.go fmt -> . : golang.org/toolchain@v0.0.1-go1.23.5.linux-amd64/src/fmt/print.go
      example.com/m/v2@v2.0.0-RC1/Sub/X.go                                 example.com/m/v2/Sub -> . : example.com/m/v2@v2.0.0-!r!c1/Sub/X.go"
    `);
  });

  it('in the folder of Go itself', () => {
    expect(
      picture(`
        /usr/local/go
        module std src
        module cmd src/cmd
        has src/fmt/print.go
        has src/net/http/server.go
        has src/runtime/memmove_amd64.s
        has src/internal/bytealg/index_amd64.s
        has src/vendor/golang.org/x/net/http2/hpack/hpack.go
        has src/cmd/go/main.go
        /usr/local/go/src/fmt/print.go                          fmt
        /usr/lib/go-1.23/src/net/http/server.go                 net/http
        net/http/server.go                                      net/http
        /usr/lib/go-1.23/src/runtime/memmove_amd64.s            runtime
        /usr/lib/go-1.23/src/internal/bytealg/index_amd64.s     -
        /usr/local/go/src/vendor/golang.org/x/net/http2/hpack/hpack.go vendor/golang.org/x/net/http2/hpack
        /usr/local/go/src/cmd/go/main.go                        main
      `),
    ).toMatchInlineSnapshot(`
      "/usr/local/go/src/fmt/print.go                          fmt -> src : fmt/print.go
      /usr/lib/go-1.23/src/net/http/server.go                 net/http -> src : net/http/server.go
      net/http/server.go                                      net/http -> src : net/http/server.go
      /usr/lib/go-1.23/src/runtime/memmove_amd64.s            runtime -> src : runtime/memmove_amd64.s
      /usr/lib/go-1.23/src/internal/bytealg/index_amd64.s     - -> src : internal/bytealg/index_amd64.s
      /usr/local/go/src/vendor/golang.org/x/net/http2/hpack/hpack.go vendor/golang.org/x/net/http2/hpack -> src : vendor/golang.org/x/net/http2/hpack/hpack.go
      /usr/local/go/src/cmd/go/main.go                        main -> src : cmd/go/main.go"
    `);
  });

  it('in vendor folders, and in the dependency’s own folder', () => {
    expect(
      picture(`
        ~/work/shop
        module shop
        has vendor/github.com/x/y/z.go
        /src/shop/vendor/github.com/x/y/z.go    github.com/x/y
        github.com/x/y@v1.0.0/z.go              github.com/x/y
        /go/pkg/mod/github.com/x/y@v1.0.0/z.go  github.com/x/y
      `),
    ).toMatchInlineSnapshot(`
      "/src/shop/vendor/github.com/x/y/z.go    github.com/x/y -> . : vendor/github.com/x/y/z.go
      github.com/x/y@v1.0.0/z.go              github.com/x/y -> . : vendor/github.com/x/y/z.go
      /go/pkg/mod/github.com/x/y@v1.0.0/z.go  github.com/x/y -> . : vendor/github.com/x/y/z.go"
    `);
    expect(
      picture(`
        ~/work/y
        module github.com/x/y
        has z.go
        github.com/x/y@v1.0.0/z.go              github.com/x/y
        /go/pkg/mod/github.com/x/y@v1.0.0/z.go  github.com/x/y
      `),
    ).toMatchInlineSnapshot(`
      "github.com/x/y@v1.0.0/z.go              github.com/x/y -> . : z.go (The profile is of version v1.0.0 of the module; the folder does not say which it holds.)
      /go/pkg/mod/github.com/x/y@v1.0.0/z.go  github.com/x/y -> . : z.go (The profile is of version v1.0.0 of the module; the folder does not say which it holds.)"
    `);
  });

  it('in a folder without modules: by the end of the path', () => {
    expect(
      picture(`
        ~/work/handlers
        has handlers.go
        has sub/x.go
        /src/myservice/handlers/handlers.go   myservice/handlers
        /src/myservice/handlers/sub/x.go      myservice/handlers/sub
        /src/other/handlers.go                other
      `),
    ).toMatchInlineSnapshot(`
      "/src/myservice/handlers/handlers.go   myservice/handlers -> . : handlers.go
      /src/myservice/handlers/sub/x.go      myservice/handlers/sub -> . : sub/x.go
      /src/other/handlers.go                other -> . : handlers.go (Only the end of the profile’s path agrees: handlers.go.)"
    `);
  });
});
