import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import bundled from '@sparticuz/chromium';
import type { Browser, LaunchOptions } from 'playwright-core';
import { chromium } from 'playwright-core';

const modules = resolve(import.meta.dirname, '../../node_modules');

const quiet = [
  '--no-sandbox', // the root user of a container cannot have one
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Launches the Chromium inside the package `@sparticuz/chromium` on Linux x64, and the Chrome, Chromium
 * or Edge of this machine elsewhere, or where `ALLOCSCOPE_CHROMIUM=installed` asks for it. The package
 * has the headless shell, which takes half the time: it opens no window with a toolbar of web pages for
 * each page (docs/decisions/0005).
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const launch = (found: LaunchOptions) =>
    chromium.launch({ ...options, ...found, args: [...quiet, ...(options.args ?? [])] });

  if (process.platform !== 'linux') {
    return launch({ channel: 'chrome' }).catch(() => launch({ channel: 'msedge' }));
  }
  const isBundled = process.arch === 'x64' && process.env['ALLOCSCOPE_CHROMIUM'] !== 'installed';
  return launch(isBundled ? await unpackBundled(options.env) : { executablePath: findInstalled() });
}

function findInstalled(): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  const found = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(existsSync);
  if (found !== undefined) return found;
  throw new Error('No Chrome or Chromium is installed: install one, then run the tests again.');
}

/**
 * The package is made for AWS Lambda: it unpacks into the temporary folder, and adds the libraries
 * that a bare Linux lacks (NSS and its like) only where it believes itself at home. It also brings
 * switches for Lambda (a single process, no web security) that tests are better without.
 */
async function unpackBundled(env: LaunchOptions['env'] = process.env): Promise<LaunchOptions> {
  const { version } = JSON.parse(
    await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  const home = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(home)) {
    await mkdir(join(modules, '.cache'), { recursive: true });
    // Unpacked aside and then renamed, so that what stands there is complete.
    const aside = await mkdtemp(`${home}-`);
    await withEnvironment({ TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }, () =>
      bundled.executablePath(),
    );
    await writeFile(
      join(aside, 'fonts/fonts.conf'),
      `<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>\n`,
    );
    await rename(aside, home).catch(() => rm(aside, { recursive: true }));
  }
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...env,
      LD_LIBRARY_PATH: join(home, 'al2023/lib'),
      FONTCONFIG_FILE: join(home, 'fonts/fonts.conf'),
    },
  };
}

async function withEnvironment<T>(
  variables: Record<string, string>,
  action: () => Promise<T>,
): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await action();
  } finally {
    for (const name of Object.keys(variables)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
