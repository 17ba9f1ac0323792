import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/core/formats/detect.ts';
import { profileBytes } from '../../helpers/pprof-bytes.ts';

const binary = (...content: number[]) => Uint8Array.from(content);
const text = (content: string) => new TextEncoder().encode(content);

/** Sixteen-bit words of a legacy CPU profile: 0, 3, 0, 10000, 0. */
function cpuWords(size: 4 | 8, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(size * 5);
  const view = new DataView(bytes.buffer);
  const low = size === 8 && !littleEndian ? 4 : 0;
  view.setUint32(size + low, 3, littleEndian);
  view.setUint32(3 * size + low, 10_000, littleEndian);
  return bytes;
}

const refused: [what: string, bytes: Uint8Array][] = [
  ['It is empty.', binary()],
  ['It is a compressed file that was saved as if it were text', text('\x1f\x8b\b\0')],
  ['It is a compressed file that was saved as if it were text', text('\x1f\ufffd\b\0')],
  [
    'It is a compressed file that was saved as if it were text',
    binary(0xff, 0xfe, 0x1f, 0, 0xef, 0, 8, 0, 0, 0),
  ],
  ['It is a compressed file written as text, in base64', text('H4sIAAAAAAAE/+xc\nW3Pa=\n')],
  ['It is the answer of a server with its headers', text('HTTP/1.1 200 OK\r\n\r\n\x1f\x8b\b')],
  ['It is the answer of a server with its headers', text('HTTP/2 404 \r\n\r\n<html>')],
  ['It is a zip archive.', text('PK\x03\x04rest')],
  ['It is a tar archive.', text(`${'heap.pb.gz'.padEnd(257, '\0')}ustar\0`)],
  ['It is a Go execution trace', text('go 1.22 trace\0\0\0rest')],
  ['It is a Java Flight Recorder recording.', text('FLR\0\0\x02')],
  ['It is a raw recording of Linux perf', text('PERFILE2\0\0')],
  ["It is a CPU profile in gperftools' binary form.", cpuWords(8, true)],
  ["It is a CPU profile in gperftools' binary form.", cpuWords(8, false)],
  ["It is a CPU profile in gperftools' binary form.", cpuWords(4, true)],
  ["It is a CPU profile in gperftools' binary form.", cpuWords(4, false)],
  ['It is a web page', text('\n<!DOCTYPE html>\n<html><body>404')],
  ['It is a web page', text('<html>')],
  ['It is an error message of a server', text('404 page not found\n')],
  ['It is an error message of a server', text('Unknown profile\n')],
  ['It is a profile of a C++ program in an old text form.', text('--- threadz 1 ---\n')],
  ['It is a profile of a C++ program in an old text form.', text('--- heapz 1 ---\n')],
  ['It is a dump of goroutine stacks', text('goroutine 1 [running]:\nmain.main()\n')],
  [
    'It is a dump of goroutine stacks',
    text('panic: x\n\ngoroutine 7 gp=0xc0 m=0 mp=0x1 [chan receive, 2 minutes]:\n'),
  ],
  [
    'It is a log of garbage collections',
    text(
      '2025/11/23 up\ngc 1 @0.011s 2%: 0.013+0.5+0.1 ms clock, 0.1+0/0/0+0.2 ms cpu, 4->4->1 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 8 P\n',
    ),
  ],
  [
    'It is the output of Go benchmarks',
    text('goos: linux\nBenchmarkEncode-8   \t  10000\t    114.5 ns/op\t  48 B/op\n'),
  ],
  [
    "It is the output of the compiler's escape analysis",
    text('./key.go:12:6: moved to heap: buf\n'),
  ],
  [
    'It is a speedscope profile.',
    text('{"$schema":"https://www.speedscope.app/file-format-schema.json"}'),
  ],
  [
    'It is a JavaScript CPU profile.',
    text('{"nodes":[{"id":1,"callFrame":{},"hitCount":0}],"endTime":2}'),
  ],
  ['It is a JavaScript heap profile.', text('{"head":{"callFrame":{},"selfSize":0}}')],
  ['It is a JavaScript heap snapshot', text('{"snapshot":{"meta":{"node_fields":[]}}}')],
  ['It is a Chrome trace.', text('{"traceEvents":[]}')],
  ['It is a Chrome trace.', text('[{"ph":"X","ts":1,"pid":2}')],
  ['It is a profile of the Firefox Profiler.', text('{"meta":{"processType":0},"libs":[]}')],
  ["It is a flame graph in Pyroscope's JSON form.", text('{"flamebearer":{},"metadata":{}}')],
  ['It is a Ruby profile of stackprof.', text('{"mode":"wall","interval":1,"gc_samples":0}')],
  ['It is the output of "go test -json"', text('{"Time":"x","Action":"run","Package":"p"}')],
  ['It is JSON, but of no kind', text('{"a":1}')],
  [
    'It is the output of "perf script".',
    text('node 1234/1235 [001] 100.5: 250 cycles:\n\tffff81 do_syscall ([kernel.kallsyms])\n'),
  ],
  ['It is folded stacks', text('main;handle;encode 42\nmain;idle 7\n')],
  ['It is folded stacks', binary(0xff, 0xfe, ...[...text('a;b 1\n')].flatMap((byte) => [byte, 0]))],
  ['It is folded stacks', binary(0xfe, 0xff, ...[...text('a;b 1\n')].flatMap((byte) => [0, byte]))],
  ['It is folded stacks', binary(0xef, 0xbb, 0xbf, ...text('a;b 1\r\n'))],
  ['It is text of no kind', text('hello\n')],
  ['It is text of no kind', text('H4sI is how it begins.\n')],
  ['It is text of no kind', text('\n')],
  ['It is not a profile', binary(0, 1, 2, 3)],
];

describe('detectFormat', () => {
  it.each(refused)('%s', (what, bytes) => {
    const format = detectFormat(bytes);
    expect('refusal' in format && format.refusal).toContain(what);
    expect('advice' in format && format.advice).toMatch(/^[A-Z].*\.$/);
  });

  it('knows the compressions', () => {
    expect(detectFormat(binary(0x1f, 0x8b, 8))).toMatchObject({ compression: 'gzip' });
    expect(detectFormat(binary(0x28, 0xb5, 0x2f, 0xfd))).toMatchObject({ compression: 'zstd' });
    expect(detectFormat(binary(0x5f, 0x2a, 0x4d, 0x18))).toMatchObject({ compression: 'zstd' });
  });

  it('knows pprof, also when it is cut, or when what follows is damaged', () => {
    const whole = profileBytes();
    for (const bytes of [whole, whole.subarray(0, 20), Uint8Array.of(...whole, 0xff, 0xff)]) {
      expect(detectFormat(bytes)).toHaveProperty('startDecoding');
    }
  });

  it.each([
    'heap profile: 1: 2 [3: 4] @ heap/1048576\n',
    '\r\nheap profile:    144:  8498176 [   144:  8498176] @ heapz_v2/524288\r\n',
    'goroutine profile: total 12\n3 @ 0x43 0x54\n',
    '# a comment\nmy.own profile: total 0\n',
    '--- mutex:\ncycles/second=2999998880\n',
    '--- contention:\ncycles/second=2999998880\n',
    '--- contentionz 1 ---\n',
  ])('knows a text profile by its first line: %j', (content) => {
    expect(detectFormat(text(content))).toHaveProperty('startDecoding');
    const utf16 = binary(0xff, 0xfe, ...[...text(content)].flatMap((byte) => [byte, 0]));
    expect(detectFormat(utf16)).toHaveProperty('startDecoding');
  });

  it('sees what stands at the end of a long text', () => {
    const long = text(`{"nodes":[],${' '.repeat(1 << 17)}"callFrame":1,"hitCount":2}`);
    expect(detectFormat(long)).toMatchObject({ refusal: 'It is a JavaScript CPU profile.' });
  });
});
