import { describe, expect, it } from 'vitest';
import { escapes } from '../../src/cli/escape.ts';
import { InputError } from '../../src/cli/read-input.ts';
import { UsageError } from '../../src/cli/usage.ts';

/** With slashes on Windows too, where they are printed as they are given. */
const said = (side: string, name = 'escape.txt') => `tests/fixtures/seed-story/${side}/${name}`;
const heap = (side: string) => `tests/fixtures/pprof/seed-story/${side}/heap.pb.gz`;
const head = (text: string, lines: number) => `\n${text.split('\n').slice(0, lines).join('\n')}\n`;

describe('the text of escape', () => {
  it('is what was said by function, with what it costs per request', async () => {
    const text = await escapes([said('before'), '--profile', heap('before'), '--per', '80k']);
    expect(head(text, 20)).toMatchInlineSnapshot(`
      "
      escape.txt: 385 messages about 9 files

      Explained               47.4% of objects  57.6% of bytes
      Explained at the call    2.6% of objects   1.8% of bytes
      No compiler message     18.6% of objects  22.2% of bytes
      Not compiled with -m    31.5% of objects  18.4% of bytes

        objects      bytes

           40.4   1.40 KiB  myservice/handlers.makeLine  /src/myservice/handlers/handlers.go
           40.4   1.40 KiB    120      no compiler message

           35.2      767 B  myservice/keys.buildKey  /src/myservice/keys/keys.go
           14.5      347 B    26:13    ":" + ~r0 escapes to heap
                              26:19    n escapes to heap
           10.9      262 B    27:13    ":" + version escapes to heap
           9.83      157 B    25:13    ":" + tenant escapes to heap

           34.1   1.80 KiB  myservice/handlers.checksum  /src/myservice/handlers/handlers.go
           34.1   1.80 KiB    133:47   crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)) escapes to heap
      "
    `);
  });

  it('is by file without a profile, and explains if asked to', async () => {
    const text = await escapes([said('before'), '--flow']);
    expect(head(text, 12)).toMatchInlineSnapshot(`
      "
      escape.txt: 385 messages about 9 files

      main  cmd/api/main.go
          26:13    "usage: api serve|load [flags]" escapes to heap
                   The address of “"usage: api serve|load [flags]"” goes to the slice of the last arguments
                     “"usage: api serve|load [flags]"”: it needs an address (main.go:26:13)
                     the slice of the last arguments: it is an element of a slice (main.go:26:12)
                   The value of the slice of the last arguments goes to the heap
                     the slice of the last arguments: it needs an address (main.go:26:12)
                     “log.Fatal(... argument...)”: it is passed to a call that keeps it, or may (main.go:26:12)
          34:43    os.Args[1] escapes to heap
                   The address of “os.Args[1]” goes to the slice of the last arguments
      "
    `);
  });

  it('is the same of a folder of -json', async () => {
    const text = await escapes(['tests/fixtures/escape/go1.19-json']);
    expect(head(text, 6)).toMatchInlineSnapshot(`
      "
      go1.19-json: 21 messages about 2 files, go1.19.8

      function unknown  /src/odd/box/box.go
          6:21     moved to heap: box.v
          8:44     &[2]string{...} escapes to heap

      "
    `);
  });

  it('is what changed of two builds', async () => {
    const profiles = ['--profile', heap('before'), '--profile', heap('after')];
    const text = await escapes([said('before'), said('after'), ...profiles, '--per', '80k']);
    expect(head(text, 7)).toMatchInlineSnapshot(`
      "
      escape.txt: 385 messages about 9 files
      escape.txt: 422 messages about 10 files
      Allocations: new 25, gone 42, moved 6, unchanged 60

      New:
        14.0   3.50 KiB  checksum: moved to heap: in  handlers/handlers.go:125
        11.5      551 B  makeLine: make([]string, len(it.Tags)) escapes to heap  handlers/handlers.go:108
      "
    `);
    expect(text.split('\n').filter((line) => line.includes('now: '))).toHaveLength(3);
    expect(text).not.toContain('Unchanged:');
  });
});

describe('the JSON of escape', () => {
  it('adds up to the profile, and has all that was said', async () => {
    const json = JSON.parse(await escapes([said('before'), '--profile', heap('before'), '--json']));
    const sum = (key: string) =>
      json.lines.reduce((all: number, line: Record<string, number>) => all + (line[key] ?? 0), 0);
    expect([sum('objects'), sum('bytes')]).toEqual([26528286, 2986976263]);
    expect(json.costs).toMatchObject({ objects: 26528286, bytes: 2986976263 });
    const messages = new Set(
      json.lines.flatMap(
        ({
          messages,
        }: {
          messages: { file: string; line: number; column: number; message: string }[];
        }) =>
          messages.map(
            ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
          ),
      ),
    );
    expect(messages.size).toBe(385);
  });

  it('counts the changes of two builds', async () => {
    const json = JSON.parse(await escapes([said('before'), said('after'), '--json']));
    expect(json.counts).toEqual({ new: 25, gone: 42, moved: 6, unchanged: 60 });
    expect(json.lines).toHaveLength(133);
  });
});

describe('escape refuses', () => {
  it('what is no output of the compiler, and what is no heap profile', async () => {
    await expect(escapes([said('before', 'gctrace.log')])).rejects.toThrow(InputError);
    await expect(
      escapes([said('before'), '--profile', 'tests/fixtures/pprof/seed-story/before/cpu.pb.gz']),
    ).rejects.toThrow('does not count objects');
    await expect(escapes(['tests/fixtures/gctrace'])).rejects.toThrow('no file in it tells');
  });

  it('a faulty command', async () => {
    await expect(escapes([])).rejects.toThrow(UsageError);
    await expect(escapes([said('before'), '--per', '0'])).rejects.toThrow(UsageError);
    const twice = ['--profile', heap('before'), '--profile', heap('before')];
    await expect(escapes([said('before'), ...twice])).rejects.toThrow(UsageError);
  });
});
