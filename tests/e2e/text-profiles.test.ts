import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { fixture, type RunningApp, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { textOf } from './helpers/reading.ts';

const BEFORE = fixture('seed-story/before/heap.debug1.txt');
const AFTER = fixture('seed-story/after/heap.debug1.txt');

let app: RunningApp;

afterEach(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});
const card = (type: string): Locator =>
  app.page.locator('.measure').filter({ has: app.page.getByText(type, { exact: true }) });

describe('heap profiles in text form', () => {
  it('show what the runtime counted since the start', async () => {
    app = await startApp({ files: [BEFORE] });
    await app.idle();
    expect(await textOf(card('alloc_objects'))).toContain('26,528,286 objects');
    const section = app.page.getByRole('region', { name: 'Since the process started' });
    const facts = await section.locator('dl > div').allInnerTexts();
    expect(facts.map((fact) => fact.replace(/\s+/g, ' '))).toMatchInlineSnapshot(`
      [
        "allocated 33,589,886 objects, 2.82 GiB",
        "live 104,466 objects, 12.9 MiB",
        "collections 315, 2 of them forced",
        "pauses p50 189 µs, p99 746 µs, longest 988 µs, 59.7 ms in all, of the last 256",
        "GC CPU 10.2%",
        "memory 37.4 MiB from the system, at most 38.4 MiB resident",
      ]
    `);
    expect(await textOf(app.page.getByRole('region', { name: 'Facts of the profile' }))).toContain(
      '315 collections since the start',
    );
    await expectNone(app.page, 'a heap profile in text form');
  });

  it('compare by what was counted too, and can be divided by collections', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    await app.idle();
    expect(await textOf(card('alloc_objects'))).toContain('counted 33.6M → 11.9M, −64.6%');
    const table = app.page.getByRole('table', { name: /^Since the processes started/ });
    const rows = await table.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' '))).toMatchInlineSnapshot(`
      [
        "objects 33,589,886 11,880,230 −64.6%",
        "bytes 2.82 GiB 980 MiB −66.0%",
        "collections 315 110 −65.1%",
        "pause p50 189 µs 165 µs −12.5%",
        "pause p99 746 µs 749 µs +0.30%",
        "longest 988 µs 983 µs −0.51%",
        "GC CPU 10.2% 6.1% −40.1%",
      ]
    `);
    await expectNone(app.page, 'two heap profiles in text form');

    await app.page.getByRole('button', { name: /^Values are/ }).click();
    await app.page.getByText('Divided', { exact: true }).click();
    await app.page.getByRole('button', { name: /^Use the collections/ }).click();
    await app.page.keyboard.press('Escape');
    await app.idle();
    expect(await textOf(card('alloc_objects'))).toContain('counted 107k → 108k, +1.3%');
  });

  it('come back from an investigation that holds them, with what was counted', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    await app.idle();
    await app.page.keyboard.press('ControlOrMeta+s');
    await app.idle();
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('checkbox').setChecked(true);
    const download = app.page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    const folder = mkdtempSync(join(tmpdir(), 'allocscope-text-profiles-'));
    try {
      const path = join(folder, 'texts.allocscope');
      await (await download).saveAs(path);
      await app.close();
      app = await startApp({ files: [path] });
      await app.idle();
      expect(await textOf(card('alloc_objects'))).toContain('counted 33.6M → 11.9M, −64.6%');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
