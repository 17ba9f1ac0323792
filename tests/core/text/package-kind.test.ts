import { expect, it } from 'vitest';
import { packageKind } from '../../../src/core/text/package-kind.ts';

it.each([
  ['', 'none'],
  ['runtime', 'runtime'],
  ['runtime/internal/atomic', 'runtime'],
  ['internal/runtime/maps', 'runtime'],
  ['internal/bytealg', 'runtime'],
  ['runtime/pprof', 'stdlib'],
  ['fmt', 'stdlib'],
  ['net/http', 'stdlib'],
  ['encoding/json', 'stdlib'],
  ['vendor/golang.org/x/net/idna', 'stdlib'],
  ['cmd/compile/internal/ssa', 'stdlib'],
  ['main', 'module'],
  ['myservice/handlers', 'module'],
  ['netflow/http', 'module'],
  ['fmt.example.com/a', 'module'],
  ['github.com/a/fmt', 'module'],
  ['golang.org/x/net/http2', 'module'],
  ['command-line-arguments', 'module'],
])('%j is %s', (path, kind) => {
  expect(packageKind(path)).toBe(kind);
});
