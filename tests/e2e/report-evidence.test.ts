import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { type RunningApp, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { textOf } from './helpers/reading.ts';

const EXAMPLE = ['before', 'after'].flatMap((side) =>
  ['heap.pb.gz', 'gctrace.log', 'bench.txt', 'escape.txt', 'load.json'].map((name) =>
    join(import.meta.dirname, '../../resources/example', side, name),
  ),
);

const report = ({ page }: RunningApp) => page.getByRole('main', { name: 'Report' });

/** The rows of the results: figure, before, after, change. */
async function results(app: RunningApp): Promise<string> {
  const rows = await report(app).getByRole('region', { name: 'Results' }).locator('tbody tr').all();
  const lines = rows.map(async (row) => {
    const [figure, ...values] = await row.locator('th, td').all();
    const name = figure === undefined ? '' : await drawn(figure);
    return [name, ...(await Promise.all(values.map(drawn)))].join(' | ');
  });
  return (await Promise.all(lines)).join('\n');
}

/** A cell in words, and its second line in brackets. */
async function drawn(cell: Locator): Promise<string> {
  const note = cell.locator('small');
  if ((await note.count()) === 0) return await textOf(cell);
  const second = await textOf(note);
  return `${(await textOf(cell)).slice(0, -second.length)} [${second}]`;
}

/** What is missing, by its labels. */
const missing = (app: RunningApp): Promise<string[]> =>
  report(app).locator('h3', { hasText: 'What is missing' }).locator('+ dl dt').allTextContents();

it('reports what both runs and their eight texts tell, opened together, and misses a text that is closed', async () => {
  const app = await startApp({ files: EXAMPLE, width: 1600, awaits: '.comparison-details' });
  const { page, idle } = app;
  try {
    const chips = page.getByRole('list', { name: 'Evidence' }).getByRole('button');
    await chips.nth(7).waitFor();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await idle();
    expect(await results(app)).toMatchInlineSnapshot(`
      "Objects allocated per request [heap.pb.gz, divided by the 80,000 and 80,000 requests of load.json] | 332 | 105 | −68.3% [beyond sampling noise]
      Bytes allocated per request [heap.pb.gz, divided by the 80,000 and 80,000 requests of load.json] | 36.5 KiB | 12.7 KiB | −65.3% [beyond sampling noise]
      Collections per second [gctrace.log] | 41.9/s | 31.1/s | −25.8% [one run a side: not tested]
      GC pause, p99 [gctrace.log] | 737 µs | 747 µs | +1.4% [one run a side: not tested]
      CPU of the collector [gctrace.log] | 10.5% | 6.6% | −37.6% [one run a side: not tested]
      LogValue-2, allocs/op, median [bench.txt] | 18 | 0 | −100% [p=0.000 n=10]
      CollectIDs-2, allocs/op, median [bench.txt] | 52 | 1 | −98.1% [p=0.000 n=10]
      RenderAudit-2, allocs/op, median [bench.txt] | 27 | 1 | −96.3% [p=0.000 n=10]
      CacheKey-2, allocs/op, median [bench.txt] | 21 | 1 | −95.2% [p=0.000 n=10]
      ProcessRequest-2, allocs/op, median [bench.txt] | 328 | 99 | −69.8% [p=0.000 n=10]
      BuildKey-2, allocs/op, median [bench.txt] | 5 | 2 | −60.0% [p=0.000 n=10]
      CollectIDs-2, sec/op, median [bench.txt] | 3.22 µs | 117 ns | −96.4% [p=0.000 n=10]
      RenderAudit-2, sec/op, median [bench.txt] | 4.09 µs | 230 ns | −94.4% [p=0.000 n=10]
      LogValue-2, sec/op, median [bench.txt] | 599 ns | 46.0 ns | −92.3% [p=0.000 n=10]
      CacheKey-2, sec/op, median [bench.txt] | 667 ns | 99.5 ns | −85.1% [p=0.000 n=10]
      ProcessRequest-2, sec/op, median [bench.txt] | 51.7 µs | 8.12 µs | −84.3% [p=0.000 n=10]
      BuildKey-2, sec/op, median [bench.txt] | 128 ns | 45.8 ns | −64.2% [p=0.000 n=10]
      Requests per second [load.json] | 10.9k/s | 23.7k/s | +117.5% [one run a side: not tested]
      Latency, p50 [load.json] | 1.17 ms | 520 µs | −55.4% [one run a side: not tested]
      Latency, p99 [load.json] | 5.86 ms | 4.22 ms | −28.0% [one run a side: not tested]
      Latency, p99.9 [load.json] | 8.02 ms | 6.27 ms | −21.8% [one run a side: not tested]"
    `);
    expect(await missing(app)).toEqual([]);
    await expectNone(page, 'a report with evidence');

    await chips.and(page.getByRole('button', { name: /load\.json, After/ })).click();
    await page.getByRole('button', { name: 'Close it' }).click();
    await idle();
    expect(await chips.count()).toBe(7);
    expect(await missing(app)).toEqual(['Latencies and the number of requests, after']);
    const left = (await results(app)).split('\n').filter((row) => /heap|load/.test(row));
    expect(left.join('\n')).toMatchInlineSnapshot(`
      "Objects allocated [heap.pb.gz] | 26.5M | 8.41M | −68.3% [beyond sampling noise (95%: −71.4% to −64.8%)]
      Bytes allocated [heap.pb.gz] | 2.78 GiB | 990 MiB | −65.3% [beyond sampling noise (95%: −67.0% to −63.4%)]
      Requests per second [load.json] | 10.9k/s | — | —
      Latency, p50 [load.json] | 1.17 ms | — | —
      Latency, p99 [load.json] | 5.86 ms | — | —
      Latency, p99.9 [load.json] | 8.02 ms | — | —"
    `);
    expect(app.faults).toEqual([]);
  } finally {
    await app.close();
  }
}, 60_000);
