import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { BEFORE, type RunningApp, startApp } from './helpers/app.ts';
import { drop } from './helpers/drop.ts';

let app: RunningApp;

afterEach(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});
const TERMINAL = `$ GODEBUG=gctrace=1 go test -bench=. -gcflags=-m ./...
# example.com/keys
keys/keys.go:12:9: fmt.Sprintf("%d", n) escapes to heap
gc 1 @0.008s 2%: 0.12+3.9+0.072 ms clock, 0.25+0.10/0.13/1.9+0.14 ms cpu, 3->5->4 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P
pkg: example.com/keys
BenchmarkKey-2   	  143082	      2425 ns/op	      24 B/op	       1 allocs/op
gc 2 @0.143s 0%: 0.13+3.8+0.0
PASS
`;

async function paste({ page, idle }: RunningApp, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press('ControlOrMeta+v');
  await idle();
}

const chips = () => app.page.getByRole('list', { name: 'Evidence' }).getByRole('button');

it('searches what is pasted, says what it found and what it could not read, and keeps it', async () => {
  app = await startApp();
  const { page, idle } = app;
  await paste(app, TERMINAL);
  await chips().waitFor();
  expect(await chips().textContent()).toBe(
    'Pasted text1 collection, 1 benchmark result, 1 escape diagnostic',
  );
  await chips().click();
  const facts = page.getByRole('dialog', { name: 'Pasted text' });
  expect(await facts.getByText('could not be read').textContent()).toBe(
    '1 line looks like a collection and could not be read: line 7.',
  );
  await page.keyboard.press('Escape');
  await page.reload();
  await chips().waitFor();
  await idle();
  expect(await chips().textContent()).toContain('Pasted text');
});

it('says what was sought in a text that holds nothing, and leaves text in fields alone', async () => {
  app = await startApp({ files: [BEFORE] });
  const { page } = app;
  await paste(app, 'nothing of interest\n');
  const failure = page.locator('.notice', { hasText: 'Pasted text cannot be opened.' });
  await failure.waitFor();
  expect(await failure.textContent()).toContain('Nor does it hold lines of the collector');
  await page.keyboard.press('/');
  await paste(app, 'Encode');
  expect(await page.getByRole('textbox').first().inputValue()).toBe('Encode');
  expect(await chips().count()).toBe(0);
});

it('searches a compressed log that is dropped', async () => {
  app = await startApp({ files: [BEFORE] });
  const path = join(await scratchFolder(), 'after.log.gz');
  writeFileSync(path, gzipSync(TERMINAL.repeat(100)));
  await drop(app, [path]);
  await chips().waitFor();
  expect(await chips().textContent()).toContain('100 collections');
});

it('is looked at as it was when the page is loaded again', async () => {
  app = await startApp({ files: [BEFORE] });
  const { page, idle } = app;
  await paste(app, TERMINAL);
  await chips().waitFor();
  await page.getByRole('button', { name: 'Benchmarks', exact: true }).click();
  await idle();
  await page.reload();
  await page.getByRole('grid', { name: 'Benchmarks' }).waitFor();
  await idle();
  expect(await page.locator('.facet-tab[aria-current]').textContent()).toBe('Benchmarks');
});
