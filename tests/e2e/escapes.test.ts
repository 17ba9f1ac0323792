import { afterEach, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, fixture, type RunningApp, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { takePictures } from './helpers/pictures.ts';
import { textOf } from './helpers/reading.ts';

const said = (side: 'before' | 'after') => fixture(`../seed-story/${side}/escape.txt`);

let app: RunningApp;

afterEach(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});
const show = async (facet: string) => {
  await app.page.getByRole('button', { name: facet, exact: true }).click();
  await app.idle();
};
const rowTexts = async (count: number) => {
  await app.idle();
  const rows = await app.page.locator('.escapes .grid-row').allInnerTexts();
  return rows.slice(0, count).map((row) => row.replace(/\s+/g, ' ').trim());
};
const panel = () => app.page.locator('.escape-details');

describe('what the compiler says of one build', () => {
  it('is listed by cost, with the share that it explains, and how each value gets to the heap', async () => {
    app = await startApp({ files: [BEFORE, said('before')] });
    await show('Escapes');
    expect(
      await app.page.locator('.explained-key').first().locator('li').allInnerTexts(),
    ).toMatchInlineSnapshot(`
      [
        "Explained
      47.4% of objects, 57.6% of bytes",
        "Explained at the call
      2.6% of objects, 1.8% of bytes",
        "No compiler message
      18.6% of objects, 22.2% of bytes",
        "Not compiled with -m
      31.5% of objects, 18.4% of bytes",
      ]
    `);
    expect(await rowTexts(4)).toMatchInlineSnapshot(`
      [
        "3.24M 12.2% 110 MiB no compiler message myservice/handlers. makeLine handlers/handlers.go :120",
        "2.73M 10.3% 141 MiB crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)) escapes to heap +3 myservice/handlers. checksum handlers/handlers.go :133",
        "2.14M 8.1% 34.0 MiB not compiled with -m fmt. Sprintf fmt/print.go :240",
        "1.67M 6.3% 25.5 MiB not compiled with -m strings. (*Builder).grow strings/builder.go :61",
      ]
    `);

    await app.page.locator('.escapes .grid-row').nth(1).click();
    await app.idle();
    expect(await panel().locator('h2, p, li li').allInnerTexts()).toMatchInlineSnapshot(`
      [
        "myservice/handlers.
      checksum",
        "/src/myservice/handlers/handlers.go:133",
        "2.73M objects (10.3%), 141 MiB (5.0%)",
        "The compiler says of the line that something on it is allocated on the heap.",
        "crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)) escapes to heap",
        "handlers.go:133:47",
        "The address of crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)) goes to the slice of the last arguments",
        "crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)): it needs an addresshandlers.go:133:47",
        "the slice of the last arguments: it is an element of a slicehandlers.go:133:20",
        "The value of the slice of the last arguments goes to the heap",
        "the slice of the last arguments: it needs an addresshandlers.go:133:20",
        "fmt.Sprintf("%08x", ... argument...): it is passed to a call that keeps it, or mayhandlers.go:133:20",
        "([]byte)(it.SKU + it.Title) escapes to heap",
        "handlers.go:133:61",
        "The address of ([]byte)(it.SKU + it.Title) goes to the heap",
        "([]byte)(it.SKU + it.Title): it needs an addresshandlers.go:133:61",
        "crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)): it is passed to a call that keeps it, or mayhandlers.go:133:47",
        "... argument does not escape",
        "handlers.go:133:20",
        "it.SKU + it.Title does not escape",
        "handlers.go:133:61",
      ]
    `);
    await expectNone(app.page, 'escapes of one build');

    await app.page.keyboard.press('ArrowDown');
    await app.idle();
    expect(await textOf(panel().locator('h2'))).toBe('fmt.Sprintf');

    // What is selected here is selected in the profile.
    await show('Profile');
    expect(await textOf(app.page.locator('.details h2').first())).toContain('Sprintf');
  });

  it('can be grouped, filtered and chosen by kind', async () => {
    app = await startApp({ files: [BEFORE, said('before')] });
    await show('Escapes');
    await app.page.getByRole('button', { name: 'By file', exact: true }).click();
    expect(await rowTexts(3)).toMatchInlineSnapshot(`
      [
        "11.8M 44.5% 1.88 GiB 21 lines /src/myservice/handlers/handlers.go",
        "3.24M 12.2% 110 MiB no compiler message myservice/handlers. makeLine handlers/handlers.go :120",
        "2.73M 10.3% 141 MiB crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)) escapes to heap +3 myservice/handlers. checksum handlers/handlers.go :133",
      ]
    `);
    await app.page.getByRole('button', { name: 'No message', exact: true }).click();
    await app.page.getByRole('button', { name: 'By function', exact: true }).click();
    await app.page.getByLabel('Filter by function, file or message').fill('renderAudit');
    expect(await rowTexts(9)).toMatchInlineSnapshot(`
      [
        "1.52M 5.7% 1.23 GiB 4 lines myservice/handlers. renderAudit /src/myservice/handlers/handlers.go",
        "1.41M 5.3% 21.5 MiB it.SKU escapes to heap +3 myservice/handlers. renderAudit handlers/handlers.go :141",
        "79.2k 0.30% 1.21 GiB &bytes.Buffer{...} escapes to heap +2 myservice/handlers. renderAudit handlers/handlers.go :138",
        "32.8k 0.12% 512 KiB crc32.ChecksumIEEE(~r0) escapes to heap +2 myservice/handlers. renderAudit handlers/handlers.go :143",
        "0 0% 0 B tenant escapes to heap +3 myservice/handlers. renderAudit handlers/handlers.go :139",
      ]
    `);
    await app.page.getByLabel('Filter by function, file or message').fill('no such thing');
    await app.idle();
    expect(await textOf(app.page.locator('.escapes .grid-empty'))).toBe(
      'No line is of these kinds and matches the filter.',
    );
  });

  it('stands alone where no profile is open', async () => {
    app = await startApp({ files: [said('before')], awaits: '.escapes' });
    await app.idle();
    expect(await app.page.locator('.explained').count()).toBe(0);
    expect(await rowTexts(2)).toMatchInlineSnapshot(`
      [
        "&Recorder{...} escapes to heap +2 NewRecorder metrics/metrics.go :20",
        "all escapes to heap +2 (*Recorder).Percentiles metrics/metrics.go :44",
      ]
    `);
    await expectNone(app.page, 'escapes without a profile');
  });
});

describe('what the compiler says of two builds', () => {
  it('is told as changes, with what each line cost and costs', async () => {
    app = await startApp({ files: [BEFORE, AFTER, said('before'), said('after')] });
    await show('Escapes');
    const chips = await app.page.locator('.flag-chip').allInnerTexts();
    expect(chips.map((chip) => chip.replace(/\s+/g, ' '))).toEqual([
      'New 25',
      'Gone 42',
      'Moved 6',
      'Unchanged 60',
    ]);
    expect(await rowTexts(3)).toMatchInlineSnapshot(`
      [
        "Gone 2.73M crc32.ChecksumIEEE(([]byte)(it.SKU + it.Title)) escapes to heap checksum handlers/handlers.go :133",
        "Gone 2.73M ([]byte)(it.SKU + it.Title) escapes to heap checksum handlers/handlers.go :133",
        "Gone 1.41M it.SKU escapes to heap renderAudit handlers/handlers.go :141",
      ]
    `);
    await app.page.getByLabel('Filter by function, file or message').fill('(*Entry).Str');
    await app.idle();
    await app.page.locator('.escapes .grid-row').first().click();
    await app.idle();
    expect(await textOf(panel())).toContain('Now the compiler says');
    await expectNone(app.page, 'changes of escapes');
    await app.page.getByRole('button', { name: 'After', exact: true }).click();
    expect(await rowTexts(2)).toMatchInlineSnapshot(`[]`);
  });
});

it('looks right', async () => {
  app = await startApp({ files: [BEFORE, AFTER, said('before'), said('after')] });
  await show('Escapes');
  await app.page.locator('.escapes .grid-row').nth(2).click();
  await takePictures(app, 'escape-changes');
  await expectNone(app.page, 'changes of escapes');
  await app.page.getByRole('button', { name: 'Before', exact: true }).click();
  await app.idle();
  await app.page.locator('.escapes .grid-row').nth(2).click();
  await takePictures(app, 'escape-lines');
  await app.page.getByRole('button', { name: 'By function', exact: true }).click();
  await takePictures(app, 'escape-groups');
});
