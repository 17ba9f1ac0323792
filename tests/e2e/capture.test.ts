import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type PprofServer, pprofServer } from '../helpers/pprof-server.ts';
import { type RunningApp, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { takePictures } from './helpers/pictures.ts';
import { textOf } from './helpers/reading.ts';

let app: RunningApp | null = null;

afterEach(async () => {
  expect(app?.faults ?? []).toEqual([]);
  await app?.close();
  app = null;
});
async function start(options?: Parameters<typeof startApp>[0]): Promise<RunningApp> {
  app = await startApp(options);
  return app;
}

/** Opens the dialog from the menu, and names the service. */
async function openDialog({ page }: RunningApp, address: string): Promise<void> {
  // By keys: where the machine is slow, a click may be taken for a press, drag and release beside the menu.
  await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Capture from a running service…' }).press('Enter');
  await page.getByRole('dialog').getByLabel('Service', { exact: true }).fill(address);
}

const choose = ({ page }: RunningApp, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

const send = ({ page }: RunningApp) =>
  page.getByRole('button', { name: 'Capture', exact: true }).click();

const notices = ({ page }: RunningApp) => page.locator('.notice p').allInnerTexts();

describe('capturing', () => {
  it('takes the side before now and the side after later, and divides by what each served', async () => {
    const server = await pprofServer();
    const running = await start();
    const { page, idle } = running;
    await page.getByRole('button', { name: 'Capture from a running service…' }).click();
    await page.getByLabel('Service', { exact: true }).fill(server.host);
    await choose(running, 'Before');
    await choose(running, 'Read a counter');
    await page.getByLabel('Address', { exact: true }).fill('/metrics');
    await page.getByLabel('Counter', { exact: true }).fill('http_requests_total');
    expect(await textOf(page.locator('.capture-plan'))).toContain(
      `http://${server.host}/debug/pprof/heap`,
    );
    await send(running);
    await page.locator('.start-side[data-taken]').waitFor();
    await idle();
    const [said = ''] = await notices(running);
    expect(said).toMatch(
      /^The heap profile of 127\.0\.0\.1:\d+ is saved as heap-127.*\.pb\.gz in .*captures\. /,
    );
    expect(said).toContain('80,000 requests so far, the sum of 2 series');
    server.side = 'after';
    server.served = 40_000;
    await page.getByRole('button', { name: 'Capture from a running service…' }).click();
    const after = page.getByRole('dialog').getByRole('button', { name: 'After', exact: true });
    expect(await after.getAttribute('aria-pressed')).toBe('true');
    await send(running);
    await page.locator('.side-chip').nth(1).waitFor();
    await idle();
    const fairness = page.getByRole('button', { name: /^Values are/ });
    expect(await fairness.getAttribute('aria-label')).toBe(
      'Values are per request 80,000 / 40,000',
    );
    expect(server.requests).toEqual([
      'GET /metrics',
      'GET /debug/pprof/heap',
      'GET /metrics',
      'GET /debug/pprof/heap',
    ]);
  });

  it('shows how far it is, goes on behind the window, and can be cancelled', async () => {
    const server = await pprofServer({ secondMillis: null });
    const running = await start();
    const { page, idle } = running;
    await openDialog(running, server.host);
    await choose(running, 'CPU');
    await page.getByLabel('Seconds', { exact: true }).fill('20');
    await send(running);
    const bar = page.getByRole('progressbar');
    await page.getByText(/^Waiting for 127\.0\.0\.1:\d+, \d+ of 20 s$/).waitFor();
    expect(await bar.getAttribute('aria-valuetext')).toContain('of 20 s');
    await page.getByRole('button', { name: 'Go on behind the window' }).click();
    const tray = page.getByRole('region', { name: 'Profiles being captured' });
    await tray.getByRole('button', { name: /^Cancel capturing CPU profile of/ }).click();
    await tray.waitFor({ state: 'detached' });
    await idle();
    expect(await notices(running)).toEqual([]);
    expect(await page.locator('.start').count()).toBe(1);
  });

  it('says in the dialog what is wrong, and takes it as it is mended', async () => {
    const tls = await pprofServer({
      isTls: true,
      routes: {
        '/debug/pprof/mutex': (request, response) =>
          response.writeHead(request.headers.authorization === 'Bearer hush' ? 204 : 401).end(),
      },
    });
    const configFolder = mkdtempSync(join(tmpdir(), 'allocscope-e2e-'));
    try {
      const running = await start({ configFolder });
      const { page, idle } = running;
      await openDialog(running, 'ftp://here');
      const dialog = page.getByRole('dialog');
      expect(await textOf(dialog.locator('.form-error'))).toContain('Only http and https');
      expect(await dialog.getByRole('button', { name: 'Capture', exact: true }).isDisabled()).toBe(
        true,
      );
      await dialog.getByLabel('Service', { exact: true }).fill(tls.origin);
      await send(running);
      await dialog.getByRole('alert').waitFor();
      expect(await textOf(dialog.getByRole('alert'))).toContain('It is self-signed');
      await dialog.getByLabel(/^Accept any certificate/).check();
      expect(await dialog.getByRole('alert').count()).toBe(0);
      await choose(running, 'Mutex');
      await send(running);
      await dialog.getByText('It wants to know who asks').waitFor();
      await dialog.getByLabel('Value', { exact: true }).fill('Bearer hush');
      await send(running);
      await dialog.getByText('204 No Content').waitFor();
      await choose(running, 'Heap');
      await dialog.getByLabel('Service', { exact: true }).press('Enter');
      await page.locator('.measure').first().waitFor();
      await idle();
      expect(await dialog.count()).toBe(0);
      for (const name of readdirSync(configFolder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.json')) continue;
        expect(readFileSync(join(configFolder, name), 'utf8')).not.toContain('hush');
      }
      await page.reload();
      await page.locator('.measure').first().waitFor();
      await idle();
      await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: /^Capture/ }).click();
      expect(await dialog.getByLabel('Service', { exact: true }).inputValue()).toBe(tls.origin);
    } finally {
      rmSync(configFolder, { recursive: true, force: true });
    }
  });

  it('tells of a failure behind the window, with a way back', async () => {
    let answer = () => {};
    const server = await pprofServer({
      routes: {
        '/debug/pprof/profile': (_, response) => {
          answer = () => response.writeHead(404).end('404 page not found\n');
        },
      },
    });
    const running = await start();
    const { page } = running;
    await openDialog(running, server.host);
    await choose(running, 'CPU');
    await send(running);
    await page.getByText(/^Waiting for/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    answer();
    await page.getByText('There is no net/http/pprof at that address').waitFor();
    await page.getByRole('button', { name: 'Change and ask again' }).click();
    expect(await page.getByLabel('Service', { exact: true }).inputValue()).toBe(server.host);
  });

  it('lets the browser save a copy', async () => {
    const server = await pprofServer();
    const running = await start();
    const { page } = running;
    await openDialog(running, `${server.host}/debug/pprof/allocs`);
    await page.getByText('as the address says').waitFor();
    await send(running);
    await page.locator('.measure').first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a copy' }).click();
    expect((await download).suggestedFilename()).toMatch(/^allocs-127.*-\d{8}-\d{6}\.pb\.gz$/);
  });
});

it('the dialog looks well, and has nothing that axe finds', async () => {
  const server: PprofServer = await pprofServer({ secondMillis: null });
  const running = await start({});
  const { page, idle } = running;
  const shoot = async (view: string, app: RunningApp = running) => {
    await takePictures(app, `capture-${view}`);
    await expectNone(page, view, view === 'tray' ? undefined : '[role=dialog]');
  };
  // A page does not rest while it waits for a service.
  const restless: RunningApp = { ...running, idle: () => Promise.resolve() };
  await openDialog(running, 'localhost:6060');
  await shoot('heap');
  await choose(running, 'After');
  await choose(running, 'From now on, for');
  await choose(running, 'Read a counter');
  await page.getByLabel('Counter', { exact: true }).fill('requests.total');
  await page.getByText('Authentication, certificate, limits').click();
  await page.getByLabel('Value', { exact: true }).fill('Bearer hush');
  await shoot('all');
  await page.getByLabel('Service', { exact: true }).fill('http://127.0.0.1:1/');
  await choose(running, 'No number');
  await send(running);
  await page.getByRole('alert').waitFor();
  await idle();
  await shoot('failed');
  await page.getByLabel('Service', { exact: true }).fill(server.host);
  await choose(running, 'CPU');
  await send(running);
  await page.getByText(/^Waiting for/).waitFor();
  await shoot('waiting', restless);
  await page.getByRole('button', { name: 'Go on behind the window' }).click();
  const tray = page.getByRole('region', { name: 'Profiles being captured' });
  await tray.evaluate((region) => Promise.all(region.getAnimations().map((fade) => fade.finished)));
  await shoot('tray', restless);
  await page.getByRole('button', { name: /^Cancel capturing/ }).click();
});
