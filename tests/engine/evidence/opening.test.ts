import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Session } from '../../../src/engine/session.ts';

const TERMINAL = `$ GODEBUG=gctrace=1 go test -bench=. -gcflags=-m ./...
# example.com/keys
keys/keys.go:12:9: fmt.Sprintf("%d", n) escapes to heap
gc 1 @0.008s 2%: 0.12+3.9+0.072 ms clock, 0.25+0.10/0.13/1.9+0.14 ms cpu, 3->5->4 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P
goos: linux
pkg: example.com/keys
BenchmarkKey-2   	  143082	      2425 ns/op	      24 B/op	       1 allocs/op
gc 2 @0.143s 0%: 0.13+3.8+0.0
PASS
`;

const open = async (bytes: Uint8Array) => {
  const session = new Session();
  const opened = await session.open(7, { name: 'before.log', path: '', bytes }, () => {});
  return opened.kind === 'evidence' ? opened.evidence : opened.kind;
};

describe('opening a text', () => {
  it('finds every kind of evidence in a captured terminal at once', async () => {
    expect(await open(new TextEncoder().encode(TERMINAL))).toEqual({
      id: 7,
      name: 'before.log',
      path: '',
      fileBytes: TERMINAL.length,
      longLines: 0,
      suggestedSide: 'before',
      findings: [
        { kind: 'gctrace', count: 1, unreadable: { count: 1, first: [8] } },
        { kind: 'benchmarks', count: 1, unreadable: { count: 0, first: [] } },
        { kind: 'escape', count: 1, unreadable: { count: 0, first: [] } },
      ],
    });
  });

  it('undoes compression first', async () => {
    expect(await open(gzipSync(TERMINAL))).toMatchObject({ findings: { length: 3 } });
  });

  it('refuses a text in which nothing is found, by its kind', async () => {
    await expect(
      open(new TextEncoder().encode('hello\n')),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[ProfileFault: before.log cannot be opened. It is text of no kind that is known as a profile. Nor does it hold lines of the collector (GODEBUG=gctrace=1), results of Go benchmarks, what the Go compiler says of escapes (-gcflags=-m), or a report of a load generator. Open a pprof profile, such as /debug/pprof/heap or "go test -memprofile" gives.]`,
    );
    await expect(open(new TextEncoder().encode('{"a": 1}'))).rejects.toThrow('It is JSON');
  });

  it('says when a text that a question is about is closed', () => {
    const question = { sides: { before: [], after: [1] }, view: null } as never;
    expect(() => new Session().answer('collector' as never, question)).toThrow(
      'That text is not open any more.',
    );
  });
});
