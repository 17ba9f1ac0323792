import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoName } from '../../../src/core/text/go-name.ts';

describe('parseGoName', () => {
  it.each([
    // symbol, package path, package name, receiver, name
    ['runtime.mallocgc', 'runtime', 'runtime', '', 'mallocgc'],
    ['net/http.(*conn).serve', 'net/http', 'http', '*conn', 'serve'],
    ['net/http.Header.Clone', 'net/http', 'http', 'Header', 'Clone'],
    ['net/http.HandlerFunc.ServeHTTP-fm', 'net/http', 'http', 'HandlerFunc', 'ServeHTTP-fm'],
    ['myservice/keys.buildKey', 'myservice/keys', 'keys', '', 'buildKey'],
    ['vendor/golang.org/x/net/idna.f', 'vendor/golang.org/x/net/idna', 'idna', '', 'f'],
    // Versions and dots in paths.
    ['github.com/a/b.v2.F', 'github.com/a/b.v2', 'b', '', 'F'],
    ['gopkg.in/yaml%2ev3.(*parser).parse', 'gopkg.in/yaml.v3', 'yaml', '*parser', 'parse'],
    ['github.com/x/nats%2ego.Dial', 'github.com/x/nats.go', 'nats.go', '', 'Dial'],
    ['github.com/x/nats.go.(*Conn).Flush', 'github.com/x/nats.go', 'nats.go', '*Conn', 'Flush'],
    ['github.com/a/b/v4.(*T).M', 'github.com/a/b/v4', 'b', '*T', 'M'],
    ['math/rand/v2.N[...]', 'math/rand/v2', 'rand', '', 'N[...]'],
    ['math.v2.M', 'math', 'math', 'v2', 'M'],
    ['git.sr.ht/~a/b.F', 'git.sr.ht/~a/b', 'b', '', 'F'],
    // Closures, initialisers and what else the compiler makes.
    ['main.main.func1', 'main', 'main', '', 'main.func1'],
    ['main.F.func2.1', 'main', 'main', '', 'F.func2.1'],
    ['main.F.gowrap1', 'main', 'main', '', 'F.gowrap1'],
    ['main.F-range1', 'main', 'main', '', 'F-range1'],
    ['main.T.M.func1', 'main', 'main', 'T', 'M.func1'],
    ['main.(*T).M.deferwrap2', 'main', 'main', '*T', 'M.deferwrap2'],
    ['main.F.(*T).M.func1', 'main', 'main', '', 'F.(*T).M.func1'],
    ['main.glob..func1', 'main', 'main', '', 'glob..func1'],
    ['main.init.0', 'main', 'main', '', 'init.0'],
    ['main.init.func1', 'main', 'main', '', 'init.func1'],
    ['a.io/dns.map.init.2', 'a.io/dns', 'dns', '', 'map.init.2'],
    ['runtime.goexit.abi0', 'runtime', 'runtime', '', 'goexit.abi0'],
    ['net._C2func_getaddrinfo', 'net', 'net', '', '_C2func_getaddrinfo'],
    // Type arguments with slashes, dots and brackets of their own.
    ['pkg.F[...]', 'pkg', 'pkg', '', 'F[...]'],
    ['a/b.F[c/d.T]', 'a/b', 'b', '', 'F[c/d.T]'],
    ['a/b.F[c/d.T].func1', 'a/b', 'b', '', 'F[c/d.T].func1'],
    ['pkg.(*T[go.shape.int]).M', 'pkg', 'pkg', '*T[go.shape.int]', 'M'],
    ['pkg.T[c/d.U,[]int].M', 'pkg', 'pkg', 'T[c/d.U,[]int]', 'M'],
    [
      'a/b.F[struct { X c/d.T "json:\\"x\\"" }]',
      'a/b',
      'b',
      '',
      'F[struct { X c/d.T "json:\\"x\\"" }]',
    ],
    ['a/b.F[func(c/d.T) (e.F, error)]', 'a/b', 'b', '', 'F[func(c/d.T) (e.F, error)]'],
    // Torn names.
    ['pkg.(*T', 'pkg', 'pkg', '', '(*T'],
    ['pkg.(*T).', 'pkg', 'pkg', '', '(*T).'],
    ['pkg.T.', 'pkg', 'pkg', '', 'T.'],
    ['a/b%2.F', 'a/b%2', 'b%2', '', 'F'],
    ['a/b%0a%e2%80%ae.F', 'a/b%0a%e2%80%ae', 'b%0a%e2%80%ae', '', 'F'],
  ])('%s', (symbol, packagePath, packageName, receiver, name) => {
    expect(parseGoName(symbol)).toEqual({ packagePath, packageName, receiver, name });
  });

  it.each([
    '',
    '.',
    '/',
    'malloc',
    'pkg.',
    '[libc.so.6]',
    '/usr/lib/libc.so.6',
    'libc-2.31.so.clock_gettime',
    'type:.eq.github.com/a/b.T',
    'type..hash.[2]string',
    'go:buildid',
    '_ZN3foo3barEv',
    'memcpy.part.0',
    'std::vector<int>::push_back(int const&)',
    'operator new(unsigned long)',
    '<alloc::vec::Vec<T> as core::ops::Drop>::drop',
    'alloc.rs:181 - alloc::alloc::Global::alloc_impl',
    'core::ptr::drop_in_place<a.b>',
    'Array.map',
    '(anonymous)',
    'Object.assign file:///a/b.js',
    'node:internal/streams/writable.finish',
    'java/io/Writer.<init>',
    './node_modules/morgan/index.js:logger:103',
  ])('leaves %j whole', (symbol) => {
    expect(parseGoName(symbol)).toEqual({
      packagePath: '',
      packageName: '',
      receiver: '',
      name: symbol,
    });
  });

  it('never loses a part of the member', () => {
    const piece = fc.constantFrom(
      'a',
      'F',
      '.',
      '/',
      '(',
      ')',
      '*',
      '[',
      ']',
      '%2e',
      'v2',
      'func1',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const symbol = pieces.join('');
        const { receiver, name } = parseGoName(symbol);
        expect(symbol.endsWith(name)).toBe(true);
        expect(symbol).toContain(receiver);
        if (symbol !== '') expect(name).not.toBe('');
      }),
    );
  });
});
