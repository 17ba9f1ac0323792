import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gctrace } from '../../src/cli/gctrace.ts';
import { InputError } from '../../src/cli/read-input.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { seedFile } from '../helpers/gctrace.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

/** With slashes on Windows too, where they are printed as they are given. */
const story = (side: string, name: string) => `tests/fixtures/seed-story/${side}/${name}`;
const before = story('before', 'gctrace-full.log');
const after = story('after', 'gctrace-full.log');
const trace = (name: string) => `tests/fixtures/gctrace/${name}`;

describe('the text of gctrace', () => {
  it('is what the collector did in one run', async () => {
    expect(await gctrace([before])).toMatchInlineSnapshot(`
      "Trace: gctrace-full.log, 774 collections in 19.576 s
      A collection every 25 ms (median): the collector runs 39.5 times a second and takes 9.8% of the CPU.
      The program allocates about 409 MiB/s, which fills the 12 MiB between the live heap (12 MiB) and the goal (24 MiB) in about 29 ms.
      Goroutines that allocate do 22.2% of the marking themselves (assists), and wait for it.

      Collections:
        Collections                          774
        Collections per second            39.5/s
        From one to the next, median       25 ms
        Asked for by the program           0.26%
      Stop-the-world pause of a collection:
        Pause, median                     179 µs
        Pause, p95                        679 µs
        Pause, p99                        930 µs
        Pause, longest                   1.33 ms
        Paused, of each second           9.45 ms
      What it costs:
        CPU of the collector                9.8%
        CPU that was idle otherwise         6.1%
        Marking by assists                 22.2%
        Allocation rate               ≈409 MiB/s
      Heap:
        Live, median                     ≈12 MiB
        Live, most                       ≈15 MiB
        At the start, median              21 MiB
        At the start, most                27 MiB
        At the end, median                22 MiB
        At the end, most                  29 MiB
        Goal, median                      24 MiB
        Goal, most                        32 MiB
        Ended over their goal              0.65%

      ≈ may be off by more than 5%, since Go cuts heap sizes to whole MB and starts to whole milliseconds.
      "
    `);
  });

  it('puts two runs beside each other, as the documentation shows', async () => {
    const docs = readFileSync('docs/cli.md', 'utf8');
    const [, shown = ''] = /^\$ allocscope gctrace [^\n]*\n(.*?)^```/ms.exec(docs) ?? [];
    expect(await gctrace(['before', 'after'].map((side) => story(side, 'gctrace.log')))).toBe(
      shown,
    );
  });

  it('is of a window', async () => {
    const text = await gctrace([before, after, '--from', '5', '--to', '6.5']);
    expect(text.split('\n').slice(0, 6).join('\n')).toMatchInlineSnapshot(`
      "Before: gctrace-full.log, 57 collections in 1.5 s from 5 s to 6.5 s
      After: gctrace-full.log, 42 collections in 1.5 s from 5 s to 6.5 s
      A collection every 25 ms before, every 36 ms after.
      Before: A collection every 25 ms (median): the collector runs 38 times a second and takes 11.1% of the CPU.
      Before: The program allocates about 375 MiB/s, which fills the 12 MiB between the live heap (11 MiB) and the goal (23 MiB) in about 32 ms.
      Before: Goroutines that allocate do 25.0% of the marking themselves (assists), and wait for it."
    `);
  });

  it('says what could not be read, and of which process it tells', async () => {
    const damaged = await gctrace([trace('interleaved.log')]);
    expect(damaged.split('\n').slice(0, 2).join('\n')).toMatchInlineSnapshot(`
      "Trace: interleaved.log, 6 collections in 0.268 s
      Warning: 7 lines look like a collection and could not be read: lines 6, 8, 9, 10, 11, 12, 14."
    `);
    const all = await gctrace([trace('restart.log')]);
    expect(all.split('\n')[0]).toMatchInlineSnapshot(
      `"Trace: restart.log, 14 collections in 0.62 s, of 3 processes"`,
    );
    const second = await gctrace([trace('restart.log'), '--process', '2', '--from', '0.1']);
    expect(second.split('\n')[0]).toMatchInlineSnapshot(
      `"Trace: restart.log, 2 collections in 0.074 s from 0.1 s to 0.174 s, process 2 of 3"`,
    );
  });

  it('says nothing of what a few collections cannot bear out', async () => {
    const [first, empty] = (await gctrace([trace('go1.5.log')])).split('\n');
    expect([first, empty]).toEqual(['Trace: go1.5.log, 4 collections in 0.071 s', '']);
  });
});

describe('the JSON of gctrace', () => {
  it('has the figures in full, and null for what is not known', async () => {
    const json = JSON.parse(await gctrace([before, '--json']));
    expect(json).toMatchObject({
      file: 'gctrace-full.log',
      unreadable: { count: 0, firstLines: [] },
      processes: [{ from: 0, collections: 774 }],
      process: 1,
      window: { from: 0 },
      figures: { collections: 774, pauseP99Millis: 0.93, heapGoalMedianMB: 24 },
      coarse: ['heapLiveMedianMB', 'heapLiveMostMB', 'allocatedMBPerSecond'],
    });
    const one = JSON.parse(await gctrace([trace('go1.5.log'), '--to', '0.015', '--json']));
    expect(one.figures).toMatchObject({ collections: 1, intervalMedianMillis: null });
  });

  it('has both sides', async () => {
    const json = JSON.parse(await gctrace([before, after, '--json']));
    expect(json.sentences).toEqual(['A collection every 25 ms before, every 34 ms after.']);
    expect([json.before.figures.collections, json.after.figures.collections]).toEqual([774, 453]);
  });
});

describe('what gctrace refuses', () => {
  it.each([
    [[], 'It takes one text with gctrace, or two: the one before and the one after.'],
    [[before, '--from', 'x'], '--from: it is a number of seconds, such as 2.5, not “x”.'],
    [
      [before, '--from', '3', '--to', '2'],
      '--from and --to: the window has to end after it begins.',
    ],
    [[before, '--process', '0'], '--process: it is a whole number from 1 on, not “0”.'],
    [[before, '--process', '2'], '--process: gctrace-full.log is of 1 process.'],
    [[before, '--from', '30'], '--from and --to: gctrace-full.log tells of 0 s to 19.576 s.'],
    [
      [trace('restart.log'), '--from', '0.1'],
      '--from and --to: restart.log is of 3 processes, each with seconds of its own. Choose one with --process.',
    ],
  ])('%s', async (args, message) => {
    await expect(gctrace(args)).rejects.toThrow(new UsageError(message));
  });

  it('files without collections, each for its reason', async () => {
    const folder = await scratchFolder();
    const file = async (name: string, text: string | Uint8Array) => {
      await writeFile(join(folder, name), text);
      return gctrace([join(folder, name)]).catch((thrown: unknown) => {
        expect(thrown).toBeInstanceOf(InputError);
        return (thrown as Error).message;
      });
    };
    expect([
      await file('words.log', 'the gc is fine\n'),
      await file('cut.log', 'gc 1 @0.008s 2%: 0.12+3.9+0.0'),
      await gctrace([trace('go1.4.log')]).catch((thrown: Error) => thrown.message),
      await gctrace(['resources/example/before/heap.pb.gz']).catch(
        (thrown: Error) => thrown.message,
      ),
      await gctrace([before, join(folder, 'missing.log')]).catch((thrown: Error) =>
        thrown.message.replace(folder, ''),
      ),
    ]).toMatchInlineSnapshot(`
      [
        "words.log cannot be opened. There is no line of the collector in it. Run the program with GODEBUG=gctrace=1 and save what it writes to standard error.",
        "cut.log cannot be used. None of the lines about collections could be read: they are cut off or written over. Save standard error to a file of its own.",
        "go1.4.log cannot be used. None of the lines about collections could be read: 3 are of Go 1.4 or older, which says other things in other units. Build the program with Go 1.5 or later.",
        "heap.pb.gz cannot be opened. It is a profile, not a text. See it with “allocscope top”.",
        "After: /missing.log cannot be opened. It does not exist: was it moved, renamed or deleted?",
      ]
    `);
    const packed = await file('packed.gz', gzipSync(seedFile('before', 'gctrace.log')));
    expect(packed.split('\n')[0]).toMatchInlineSnapshot(
      `"Trace: packed.gz, 314 collections in 7.493 s"`,
    );
  });
});
