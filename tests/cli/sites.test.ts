import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/cli/read-input.ts';
import { sites } from '../../src/cli/sites.ts';
import { UsageError } from '../../src/cli/usage.ts';

const fixtures = 'tests/fixtures';
const heap = (side: string) => join(fixtures, 'pprof/seed-story', side, 'heap.pb.gz');
const withAll = (side: string) => [
  heap(side),
  '--escape',
  join(fixtures, 'seed-story', side, 'escape.txt'),
  '--source',
  join(fixtures, '../../resources/example/source', side),
];
const head = (text: string, lines: number) => `\n${text.split('\n').slice(0, lines).join('\n')}\n`;

describe('the text of sites', () => {
  it('has the heaviest lines with their patterns, what those rest on and what helps', async () => {
    const text = await sites([...withAll('before'), '--per', '80k', '--nodes', '3']);
    expect(head(text, 40)).toMatchInlineSnapshot(`
      "
      59 lines allocate; the 3 heaviest of them: 3 have a name, which is 43.2% of all objects

        objects      bytes

           61.3   1.73 KiB  handlers.makeLine  /src/myservice/handlers/handlers.go:120
                             tags = append(tags, strings.ToUpper(t))
           40.4   1.40 KiB    Growing append, shown by the source
                               The compiler says of nothing on this line that it escapes: growth is decided when the program runs.
                               The line appends to tags, which begins without room.
                               Helps: Make the slice with its final or expected capacity, make([]T, 0, n), or use one again with s = s[:0].
           20.9      334 B    String or slice made by a library function, shown by the stack
                               The line calls strings.ToUpper, which makes a new result each time.
                               Helps: Use the form that writes into what is there already (strconv.AppendInt, strings.Cut in place of Split, hex.Encode), or keep the result if the same is asked for again.

           41.2   1.11 KiB  handlers.collectIDs  /src/myservice/handlers/handlers.go:81
                             if _, err := fmt.Sscanf(part, "%d", &id); err == nil {
           41.2   1.11 KiB    Scanning with fmt, shown by the stack (one of several)
                               The line calls fmt.Sscanf, which scans text.
                               Helps: Cut the text with strings.Cut and read numbers with strconv.Atoi or ParseInt, none of which allocate.
           13.9      223 B    Variable moved to the heap, shown by the compiler (one of several)
                               The compiler says that the variable “fmt.str” lives on the heap: its address becomes an interface. “moved to heap: fmt.str”
                               Helps: Pass the value rather than its address, return results instead of filling them in by pointer, and hand values to closures as arguments.

           40.7   1.91 KiB  handlers.checksum  /src/myservice/handlers/handlers.go:133
                             return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(it.SKU+it.Title)))
           34.1   1.80 KiB    String concatenation, shown by the source (one of several)
                               The compiler keeps this sum on the stack, but only up to 32 bytes; what is longer is allocated, and the objects here are. “it.SKU + it.Title does not escape”
                               The line joins strings with +.
                               Helps: Join all parts in one expression, or write them to a strings.Builder whose Grow was called with the length, or append them to a []byte that is used again.
           34.1   1.80 KiB    Interface boxing, shown by the compiler (one of several)
                               The compiler says that crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)) is copied to the heap, which values are when they become interfaces. “crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)) escapes to heap”
                               Helps: Pass the value in its own type: a typed method or a generic function instead of any, strconv instead of fmt, typed fields of a logger.
           34.1   1.80 KiB    Conversion between string and []byte, shown by the compiler (one of several)
                               The compiler says that the copy is allocated. “([]byte)(it.SKU + it.Title) escapes to heap”
                               The line converts with []byte(…).
                               Helps: Stay with one of both: most packages have both forms (WriteString, strconv.Append…, bytes beside strings), and hashes can be fed piece by piece.
           6.55      105 B    fmt.Sprintf of a simple value, shown by the source and the stack
                               fmt.Sprintf formats one value with %08x.
                               The line calls fmt.Sprintf, which makes a new string.
                               Helps: Use strconv: Itoa, FormatInt, Quote, or AppendInt to write into a []byte without making a string. A string needs no formatting at all.
      "
    `);
  });

  it('finds what nobody planned', async () => {
    const text = await sites([...withAll('after'), '--focus', 'checksum']);
    expect(head(text, 12)).toMatchInlineSnapshot(`
      "
      2 lines allocate: 2 have a name, which is 100% of all objects

        objects      bytes

          1.12M    273 MiB  handlers.checksum  /src/myservice/handlers/handlers.go:125
                             var in [256]byte
          1.12M    273 MiB    Large stack object moved to the heap, shown by the compiler and the sizes
                               The compiler says that the variable “in” lives on the heap. “moved to heap: in”
                               The line does nothing but declare “in”, so that what it allocates is the variable itself.
                               The objects have up to 256 bytes.
                               Helps: Find what takes its address: a slice of it that goes to an interface, a function value or assembly. Take the buffer from a pool or from the caller, or use a function that takes a string or value.

      "
    `);
  });

  it('names what it can by the profile alone', async () => {
    expect(head(await sites([heap('before'), '--nodes', '2']), 20)).toMatchInlineSnapshot(`
      "
      59 lines allocate; the 2 heaviest of them: 2 have a name, which is 14.5% of all objects

        objects      bytes

          4.91M    135 MiB  handlers.makeLine  /src/myservice/handlers/handlers.go:120
          1.67M   25.5 MiB    String or slice made by a library function, shown by the stack
                               The line calls strings.ToUpper, which makes a new result each time.
                               Helps: Use the form that writes into what is there already (strconv.AppendInt, strings.Cut in place of Split, hex.Encode), or keep the result if the same is asked for again.

          3.30M   87.0 MiB  handlers.collectIDs  /src/myservice/handlers/handlers.go:81
          2.18M   70.0 MiB    Scanning with fmt, shown by the stack
                               The line calls fmt.Sscanf, which scans text.
                               Helps: Cut the text with strings.Cut and read numbers with strconv.Atoi or ParseInt, none of which allocate.

      "
    `);
  });
});

it('gives programs exact integers', async () => {
  const json = JSON.parse(await sites([...withAll('before'), '--nodes', '400', '--json']));
  const [first] = json.sites;
  expect({
    ...first,
    patterns: first.patterns.map((one: { pattern: string }) => one.pattern),
  }).toMatchInlineSnapshot(`
    {
      "bytes": 141563248,
      "calls": [
        "strings.ToUpper",
      ],
      "file": "/src/myservice/handlers/handlers.go",
      "function": "myservice/handlers.makeLine",
      "itself": true,
      "line": 120,
      "objects": 4907141,
      "patterns": [
        "growing-append",
        "library-result",
      ],
      "source": "tags = append(tags, strings.ToUpper(t))",
    }
  `);
  const sum = json.sites.reduce(
    (total: number, site: { objects: number }) => total + site.objects,
    0,
  );
  expect(sum).toBe(json.objects);
  expect(json.sites).toHaveLength(json.siteCount);
});

describe('says what is wrong', () => {
  it.each([
    [[], UsageError],
    [[heap('before'), heap('after')], UsageError],
    [[heap('before'), '--per', '0'], UsageError],
    [[heap('before'), '--nodes', 'x'], UsageError],
    [[heap('before'), '--focus', '('], UsageError],
    [[join(fixtures, 'pprof/seed-story/before/cpu.pb.gz')], InputError],
    [[heap('before'), '--source', 'no/such/folder'], InputError],
    [[heap('before'), '--escape', join(fixtures, 'seed-story/before/gctrace.log')], InputError],
  ] as const)('of %j', async (args, kind) => {
    const fault = await sites([...args]).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(kind);
  });
});
