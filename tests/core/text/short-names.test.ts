import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortNames } from '../../../src/core/text/short-names.ts';

it.each([
  [
    'myservice/handlers.(*Handler).enrich',
    ['handlers.(*Handler).enrich', '(*Handler).enrich', 'enrich'],
  ],
  ['runtime.mallocgc', ['mallocgc']],
  ['main.main', ['main']],
  ['main.main.func1', ['main.func1']],
  ['net/http.Header.Clone', ['http.Header.Clone', 'Header.Clone', 'Clone']],
  ['gopkg.in/yaml%2ev3.(*parser).parse', ['yaml.(*parser).parse', '(*parser).parse', 'parse']],
  ['a/b.F[c/d.T]', ['b.F[c/d.T]', 'b.F[...]', 'F[...]']],
  ['p.(*T[go.shape.int]).M.func1', ['p.(*T[...]).M.func1', '(*T[...]).M.func1', 'M.func1']],
  ['p.F[torn', ['F[torn']],
  [
    '00000000006ebd5d myservice/handlers.(*Handler).enrich /src/myservice/handlers/handlers.go:120',
    [
      'myservice/handlers.(*Handler).enrich handlers.go:120',
      'handlers.(*Handler).enrich handlers.go:120',
      '(*Handler).enrich handlers.go:120',
      'enrich handlers.go:120',
      'enrich:120',
      'enrich',
    ],
  ],
  ['main.run /src/main.go', ['main.run main.go', 'run main.go', 'run']],
  [
    'p.F[struct { X q/r.T }] /src/f.go:3',
    ['p.F[struct { X q/r.T }] f.go:3', 'p.F[...] f.go:3', 'F[...] f.go:3', 'F[...]:3', 'F[...]'],
  ],
  ['p.F[struct { X q/r.T }]', ['p.F[...]', 'F[...]']],
  ['/usr/lib/go/src/net/http/server.go', ['server.go']],
  ['malloc', []],
  ['std::vector<int>::push_back(int const&)', []],
  ['', []],
])('%s', (symbol, shorter) => {
  expect(shortNames(symbol)).toEqual([symbol, ...shorter]);
});

it('begins with the symbol and grows shorter', () => {
  const piece = fc.constantFrom('a', 'F', '.', '/', ' ', ':1', '(*T)', '[', ']', '%2e', 'func1');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const names = shortNames(pieces.join(''));
      expect(names[0]).toBe(pieces.join(''));
      for (const [index, name] of names.slice(1).entries()) {
        expect(name.length).toBeLessThan(names[index]?.length ?? 0);
        expect(name).not.toBe('');
      }
    }),
  );
});
