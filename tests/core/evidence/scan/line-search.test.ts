import { describe, expect, it } from 'vitest';
import { LineSearch } from '../../../../src/core/evidence/line-search.ts';
import { nodeByteTools } from '../../../../src/engine/evidence/node-byte-tools.ts';
import { searched, utf8 } from './drawn-search.ts';

const gc = (number: number) =>
  `gc ${number} @0.${number}s 2%: 0.1+3+0 ms clock, 0.2+0/1/1+0 ms cpu, 3->5->4 MB, 4 MB goal, 2 P`;

const terminal = `$ GODEBUG=gctrace=1 go test -bench . -gcflags -m ./...
# myservice/keys
keys/keys.go:12:6: moved to heap: buf
keys/keys.go:14:9: "key" escapes to heap
keys/keys.go:15:9: moved to heap
goos: linux
pkg: myservice/keys
note: not a result
BenchmarkKey-8   \t  100\t  114.5 ns/op
BenchmarkJoin-8  \t${gc(1)}
gc 2 @0.2s 2%: 0.1+3+0 ms cl
   10000\t  99 ns/op
PASS
`;

const terminalSearched = `
gctrace
  BenchmarkJoin-8  →gc 1 @0.1s 2%: 0.1+3+0 ms clock, 0.2+0/1/1+0 ms cpu, 3->5->4 MB, 4 MB goal, 2 P
  1 unreadable: 11
benchmarks
  goos: linux
  pkg: myservice/keys
  note: not a result
  BenchmarkKey-8   →  100→  114.5 ns/op
     10000→  99 ns/op
escape
  # myservice/keys
  keys/keys.go:12:6: moved to heap: buf
  keys/keys.go:14:9: "key" escapes to heap
  1 unreadable: 5
13 lines`.trimStart();

/** As PowerShell redirects it. */
function utf16(text: string, order: 'little' | 'big', mark: boolean): Uint8Array {
  const units = [...(mark ? ['\ufeff'] : []), ...text.split('')].join('');
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at++) {
    view.setUint16(at * 2, units.charCodeAt(at), order === 'little');
  }
  return bytes;
}

describe('the search for evidence', () => {
  it('finds every kind in one text, and says which lines it could not read', () => {
    expect(searched(terminal)).toBe(terminalSearched);
  });

  it('counts a last line without an end, and nothing in nothing', () => {
    expect(searched(`a\nb\n${gc(3)}`)).toBe(`gctrace\n  ${gc(3)}\n3 lines`);
    expect(searched('')).toBe('0 lines');
    expect(searched('\n')).toBe('1 lines');
  });

  describe('in whatever bytes', () => {
    it.each([
      ['UTF-8 with a byte order mark', utf8(`\ufeff${terminal}`)],
      ['UTF-16, little end first', utf16(terminal, 'little', true)],
      ['UTF-16, big end first', utf16(terminal, 'big', true)],
      ['UTF-16 without a mark', utf16(terminal, 'little', false)],
      ['UTF-16 without a mark, big end first', utf16(terminal, 'big', false)],
      ['line ends of Windows', utf8(terminal.replaceAll('\n', '\r\n'))],
      ['line ends of Windows in UTF-16', utf16(terminal.replaceAll('\n', '\r\n'), 'little', true)],
    ])('%s', (_, bytes) => {
      expect(searched(bytes)).toBe(terminalSearched);
    });

    it('keeps what is beyond ASCII, lone surrogates and wrong bytes apart', () => {
      const text = 'x.go:1:2: moved to heap: ключ\nx.go:2:2: moved to heap: 🔑\n';
      const found =
        'escape\n  x.go:1:2: moved to heap: ключ\n  x.go:2:2: moved to heap: 🔑\n2 lines';
      expect(searched(text)).toBe(found);
      expect(searched(utf16(text, 'big', true))).toBe(found);
      const lone = 'x.go:1:2: moved to heap: \ud83d\nx.go:2:2: moved to heap: \udd11\ud83d';
      const replaced =
        'escape\n  x.go:1:2: moved to heap: \ufffd\n  x.go:2:2: moved to heap: \ufffd\n2 lines';
      // The last surrogate never gets its other half.
      expect(searched(utf16(lone, 'little', true))).toBe(replaced);
      const wrong = Uint8Array.of(...utf8('x.go:1:2: moved to heap: '), 0xe2, 0x82, 0x0a);
      expect(searched(wrong)).toBe('escape\n  x.go:1:2: moved to heap: \ufffd\n1 lines');
    });

    it('sees what people see on a terminal', () => {
      const text = [
        '\x1b[32m\x1b[1mpkg: a\x1b[0m',
        `\x1b]0;title\x07${gc(1)}`,
        `12%\r57%\r100%\r${gc(2)}`,
        `\0\0\0${gc(3)}`,
        '\x1b[1mBenchmarkX\x1b[22m  10  \x1b[33m5 ns/op\x1b[0m',
        '',
      ].join('\n');
      expect(searched(text)).toBe(
        [
          ...['gctrace', `  ${gc(1)}`, `  ${gc(2)}`, `  ${gc(3)}`],
          ...['benchmarks', '  pkg: a', '  BenchmarkX  10  5 ns/op', '5 lines'],
        ].join('\n'),
      );
    });
  });

  describe('of lines that shippers passed on', () => {
    it('takes off times, so that beginnings tell what lines are', () => {
      const text = [
        '2026-11-28T17:43:31.1234567Z # a/b',
        '2026-11-28T17:43:31.1234567Z commit: abc',
        `2026-11-28T17:43:31+01:00 ${gc(1)}`,
        '[2026-11-28T17:43:31.123Z] pkg: a/b',
        '2026-11-28T17:43:31.123456Z 01O branch: main',
        '2026-11-28T17:43:31.123456Z stderr F cpu: fast',
        `pod/api-1 ${gc(2)}`,
      ].join('\n');
      expect(searched(text)).toMatchInlineSnapshot(`
        "gctrace
          gc 1 @0.1s 2%: 0.1+3+0 ms clock, 0.2+0/1/1+0 ms cpu, 3->5->4 MB, 4 MB goal, 2 P
          pod/api-1 gc 2 @0.2s 2%: 0.1+3+0 ms clock, 0.2+0/1/1+0 ms cpu, 3->5->4 MB, 4 MB goal, 2 P
        benchmarks
          commit: abc
          pkg: a/b
          branch: main
          cpu: fast
        escape
          # a/b
        7 lines"
      `);
    });

    it('finds the configuration of benchmarks behind a prefix that it does not know', () => {
      const prefix = 'test\tRun go test\t2026-11-28T17:43:31.1234567Z ';
      const lines = ['goos: linux', 'goarch: amd64', 'waiting', 'pkg: a/b', 'BenchmarkX 1 2 ns/op'];
      expect(searched(lines.map((line) => prefix + line).join('\n'))).toMatchInlineSnapshot(`
        "benchmarks
          test→Run go test→2026-11-28T17:43:31.1234567Z goos: linux
          test→Run go test→2026-11-28T17:43:31.1234567Z goarch: amd64
          test→Run go test→2026-11-28T17:43:31.1234567Z pkg: a/b
          test→Run go test→2026-11-28T17:43:31.1234567Z BenchmarkX 1 2 ns/op
        5 lines"
      `);
    });

    it('joins what go test -json tells of each package', () => {
      const event = (fields: object) =>
        JSON.stringify({ Time: '2026-11-28T17:43:31Z', Action: 'output', ...fields });
      const text = [
        event({ Action: 'start', Package: 'a' }),
        event({ Package: 'a', Output: 'pkg: a\n' }),
        event({ Package: 'b', Output: 'pkg: b\n' }),
        event({ Package: 'a', Test: 'BenchmarkX', Output: 'BenchmarkX-8 \t' }),
        event({ Package: 'b', Test: 'BenchmarkY', Output: 'BenchmarkY-8 \t' }),
        event({ Package: 'a', Output: '  100\t 5 ns/op\n' }),
        event({ Package: 'b', Output: '  100\t wrong\n' }),
        event({ Action: 'bench', Package: 'a', Test: 'BenchmarkX' }),
        JSON.stringify({
          ImportPath: 'c',
          Action: 'build-output',
          Output: './c.go:1:2: moved to heap: x\n',
        }),
      ].join('\n');
      expect(searched(text)).toMatchInlineSnapshot(`
        "benchmarks
          pkg: a
          pkg: b
          BenchmarkX-8 →  100→ 5 ns/op
          1 unreadable: 5
        escape
          ./c.go:1:2: moved to heap: x
        9 lines"
      `);
    });

    it('joins the pieces of long lines in logs of containers, by their streams', () => {
      const docker = (log: string, stream: string) =>
        JSON.stringify({ log, stream, time: '2026-11-28T17:43:31.1Z' });
      const cri = '2026-11-28T17:43:31.1Z';
      const text = [
        docker(gc(1).slice(0, 20), 'stderr'),
        docker('cpu: fast\n', 'stdout'),
        docker(`${gc(1).slice(20)}\n`, 'stderr'),
        docker('nothing of interest\n', 'stdout'),
        docker('BenchmarkZ \tprinted\n', 'stdout'),
        docker('\t100\t 5 ns/op\n', 'stdout'),
        docker('also printed\n', 'stdout'),
        `${cri} stderr P ${gc(2).slice(0, 30)}`,
        `${cri} stdout F # header`,
        `${cri} stderr F ${gc(2).slice(30)}`,
        docker(
          JSON.stringify({ Time: '', Action: 'output', Package: 'a', Output: 'BenchmarkX ' }) +
            '\n',
          'stdout',
        ),
        docker(
          JSON.stringify({ Time: '', Action: 'output', Package: 'a', Output: '1 2 ns/op\n' }) +
            '\n',
          'stdout',
        ),
        docker('gc 3 @0.3s cut off', 'stderr'),
      ].join('\n');
      expect(searched(text)).toMatchInlineSnapshot(`
        "gctrace
          gc 1 @0.1s 2%: 0.1+3+0 ms clock, 0.2+0/1/1+0 ms cpu, 3->5->4 MB, 4 MB goal, 2 P
          gc 2 @0.2s 2%: 0.1+3+0 ms clock, 0.2+0/1/1+0 ms cpu, 3->5->4 MB, 4 MB goal, 2 P
          1 unreadable: 13
        benchmarks
          cpu: fast
          →100→ 5 ns/op
          BenchmarkX 1 2 ns/op
        escape
          # header
        13 lines"
      `);
    });

    it('takes lines out of the JSON of other shippers, but leaves that of the compiler whole', () => {
      const diagnostic =
        '{"range":{"start":{"line":3}},"code":"escape","message":"x escapes to heap"}';
      const text = [
        JSON.stringify({ date: 1, kubernetes: {}, message: gc(1) }),
        JSON.stringify({ '@timestamp': 'x', log: `${gc(2)}\n${gc(3)}` }),
        JSON.stringify({ level: 'info', caller: 'store/store.go:12', msg: 'x @1' }),
        '{"version":0,"package":"a","goos":"linux"}',
        diagnostic,
        '{"message": "gc 4 @0.4s',
      ].join('\n');
      expect(searched(text)).toMatchInlineSnapshot(`
        "gctrace
          gc 1 @0.1s 2%: 0.1+3+0 ms clock, 0.2+0/1/1+0 ms cpu, 3->5->4 MB, 4 MB goal, 2 P
          gc 2 @0.2s 2%: 0.1+3+0 ms clock, 0.2+0/1/1+0 ms cpu, 3->5->4 MB, 4 MB goal, 2 P
          gc 3 @0.3s 2%: 0.1+3+0 ms clock, 0.2+0/1/1+0 ms cpu, 3->5->4 MB, 4 MB goal, 2 P
          1 unreadable: 6
        escape
          {"version":0,"package":"a","goos":"linux"}
          {"range":{"start":{"line":3}},"code":"escape","message":"x escapes to heap"}
        6 lines"
      `);
    });
  });

  it('lets through what the compiler says in all its forms, and not what loggers say of places', () => {
    const text = [
      './x.go:1:2:   flow: {heap} = v:',
      'C:\\a b\\x.go:1:2: moved to heap: x',
      'x.go:1: moved to heap: no column',
      'x.go:1: y escapes to heap',
      'x.go:1: z does not escape\r',
      '<autogenerated>:1: leaking param: .this',
      '2026/11/28 17:43:31 main.go:123: listening',
      'I1128 17:43:31.123 1 main.go:123] listening',
      '\t/src/x.go:123 +0x1d',
    ].join('\n');
    expect(searched(text)).toMatchInlineSnapshot(`
      "escape
        ./x.go:1:2:   flow: {heap} = v:
        C:\\a b\\x.go:1:2: moved to heap: x
        x.go:1: moved to heap: no column
        x.go:1: y escapes to heap
        x.go:1: z does not escape
        <autogenerated>:1: leaking param: .this
      9 lines"
    `);
  });

  it('knows what Go 1.4 wrote, which it cannot read', () => {
    expect(searched('gc1(1): 4+0+92+0 us, 0 -> 0 MB, 21 (21-0) objects')).toMatch(
      /gctrace\n {2}1 unreadable: 1/,
    );
  });

  describe('in lines that are too long', () => {
    const long = 'x'.repeat(3e5);

    it('looks at the beginning alone, says so, and goes on', () => {
      expect(searched(`${gc(1)}\n${gc(2)} ${long}\n${long}${gc(3)}\n${gc(4)}\n`)).toBe(
        `gctrace\n  ${gc(1)}\n  ${gc(4)}\n  1 unreadable: 2\n4 lines, 2 of them long`,
      );
    });

    it('keeps little of a line of a gigabyte', () => {
      const search = new LineSearch(nodeByteTools, {});
      const piece = new Uint8Array(2 ** 20).fill(0x78);
      const before = process.memoryUsage().arrayBuffers;
      for (let pieces = 0; pieces < 1024; pieces++) search.push(piece);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 2 ** 20);
      search.end();
      expect([search.lines, search.longLines]).toEqual([1, 1]);
    });

    it('looks between the returns of a progress bar, and at what follows a hole in a file', () => {
      const bar = `${'#'.repeat(1000)}\r`.repeat(600);
      expect(searched(`${bar}${gc(1)}\n${'\0'.repeat(6e5)}${gc(2)}\n`)).toBe(
        `gctrace\n  ${gc(1)}\n  ${gc(2)}\n2 lines`,
      );
    });
  });
});
