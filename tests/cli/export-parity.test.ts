import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { appVersion } from '../../src/backend/app-files.ts';
import { defaults } from '../../src/backend/settings.ts';
import type { ExportChoices, MadeFile, Scene } from '../../src/bridge/export-api.ts';
import type { Host } from '../../src/bridge/host.ts';
import { exportFiles } from '../../src/cli/export.ts';
import { createApp } from '../../src/renderer/state/app.ts';
import { exportSubject, requestFor } from '../../src/renderer/state/export-request.ts';
import { showPair } from '../../src/renderer/state/pairing.ts';
import { keepComparing } from '../../src/renderer/state/preparing.ts';
import { type BuiltEntries, buildEntries } from '../helpers/build-entries.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { fixtures, heapProfile, startBackend } from '../helpers/start-backend.ts';
import { stubPage } from '../helpers/start-page.ts';

/*
 * The window and the command line make the same bytes of the same request: here the window's request is made
 * by the page's own state over a real backend, and the command's by its options.
 */

const AFTER = join(fixtures, 'seed-story/after/heap.pb.gz');
const NOW_SECONDS = 1_795_000_000;

let built: BuiltEntries;
beforeAll(async () => {
  built = await buildEntries({
    engine: 'src/engine/worker.ts',
    export: 'src/export/worker.ts',
  });
});
afterAll(async () => {
  await built.remove();
});

let restore = () => {};
beforeEach(() => {
  restore = stubPage();
  vi.stubEnv('TZ', 'UTC');
  vi.stubEnv('SOURCE_DATE_EPOCH', `${NOW_SECONDS}`);
  vi.spyOn(Date, 'now').mockReturnValue(NOW_SECONDS * 1000);
});
afterEach(() => {
  restore();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

type Files = Readonly<Record<string, string>>;

/** What came of an export: the bytes of its files, as Latin-1, by their names; or the sentence why there are none. */
type Made = Files | string;

async function byWindow(
  profiles: readonly string[],
  choices: Partial<ExportChoices>,
  scene: Scene['kind'],
  name: string,
  texts: readonly string[] = [],
): Promise<Made> {
  const { backend, request } = await startBackend(built.file('engine'), {
    exportFile: built.file('export'),
    version: appVersion(),
  });
  for (const path of [...profiles, ...texts]) await backend.openPath(path);
  const host = { request, on: () => () => {} } as unknown as Host;
  const hello = await request('hello', undefined);
  const app = createApp(host, { ...hello, settings: { ...hello.settings, theme: 'light' } });
  if (profiles.length === 2) {
    keepComparing(app);
    showPair(app, { before: 1, after: 2, isOrdered: true });
  }
  const subject = await vi.waitFor(() => {
    const found = exportSubject(app);
    expect(found).not.toBe(null);
    return found;
  });
  if (subject === null) throw new Error('There is nothing to export.');
  const draft = {
    choices: { ...defaults.exporting, extent: 'whole', ...choices },
    scene,
    title: '',
  };
  const named = requestFor(app, subject, draft as Parameters<typeof requestFor>[2]);
  try {
    const order = { key: 'k', request: named.request, name, to: 'page' } as const;
    const outcome = await request('export', order);
    return outcome.kind === 'made' ? bytesOf(outcome.files) : outcome.kind;
  } catch (thrown) {
    return (thrown as Error).message;
  }
}

async function byCommand(
  profiles: readonly string[],
  options: readonly string[],
  name: string,
): Promise<Made> {
  const folder = await scratchFolder();
  try {
    await exportFiles([...profiles, '--to', join(folder, name), ...options], () => {});
  } catch (thrown) {
    return (thrown as Error).message;
  }
  const names = (await readdir(folder)).sort();
  const files = names.map(async (file) => ({
    name: file,
    bytes: await readFile(join(folder, file)),
  }));
  return bytesOf(await Promise.all(files));
}

function bytesOf(files: readonly MadeFile[]): Files {
  const entries = files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]);
  return Object.fromEntries(entries.sort());
}

interface Case {
  readonly name: string;
  readonly choices: Partial<ExportChoices>;
  readonly scene?: Scene['kind'];
  readonly options?: readonly string[];
}

const svg = { what: 'picture', pictureFormat: 'svg' } as const;

const ofBoth: readonly Case[] = [
  { name: 'a.svg', choices: svg, scene: 'table', options: ['--what', 'table'] },
  { name: 'a.svg', choices: svg, scene: 'summary', options: ['--what', 'summary'] },
  { name: 'a.html', choices: { what: 'page' } },
  {
    name: 'a.html',
    choices: { what: 'report', reportFormat: 'html' },
    options: ['--what', 'report'],
  },
  { name: 'a.md', choices: { what: 'report', reportFormat: 'md' } },
  { name: 'a.csv', choices: { what: 'table', tableFormat: 'csv' } },
  { name: 'a.tsv', choices: { what: 'table', tableFormat: 'tsv' } },
  { name: 'a.json', choices: { what: 'table', tableFormat: 'json' } },
  { name: 'a.folded', choices: { what: 'stacks', stacksFormat: 'folded' } },
  { name: 'a.speedscope.json', choices: { what: 'stacks', stacksFormat: 'speedscope' } },
  { name: 'a.pb.gz', choices: { what: 'profile' } },
];

const ofOne: readonly Case[] = [
  { name: 'a.svg', choices: svg, scene: 'graph' },
  {
    name: 'a.png',
    choices: { what: 'picture', pictureFormat: 'png', pixelRatio: 1, viewWidth: 400 },
    scene: 'graph',
    options: ['--scale', '1', '--width', '400'],
  },
  ...ofBoth,
];

const ofTwo: readonly Case[] = [
  { name: 'a.svg', choices: svg, scene: 'sides' },
  {
    name: 'a.svg',
    choices: {
      ...svg,
      theme: 'dark',
      viewWidth: 900,
      caption: { ...defaults.exporting.caption, made: false },
    },
    scene: 'difference',
    options: ['--what', 'difference', '--theme', 'dark', '--width', '900', '--no-made'],
  },
  ...ofBoth,
];

describe.each([
  ['one profile', [heapProfile], ofOne],
  ['two profiles', [heapProfile, AFTER], ofTwo],
] as const)('of %s', (_, profiles, cases) => {
  it.each(cases)('$name $options', async ({ name, choices, scene = 'graph', options = [] }) => {
    const window = await byWindow(profiles, choices, scene, name);
    expect(await byCommand(profiles, options, name)).toEqual(window);
    if (typeof window !== 'string') expect(Object.values(window)[0]?.length).toBeGreaterThan(100);
  });
});

const example = (side: 'before' | 'after', name: string) =>
  join(import.meta.dirname, '../../resources/example', side, name);

const TEXTS = (['before', 'after'] as const).flatMap((side) =>
  ['gctrace.log', 'bench.txt', 'escape.txt', 'load.json'].map((name) => example(side, name)),
);

describe.each([
  ['a.md', { what: 'report', reportFormat: 'md' }],
  ['a.html', { what: 'report', reportFormat: 'html' }],
] as const)('a report with texts, %s,', (name, choices) => {
  const report = name === 'a.html' ? ['--what', 'report'] : [];
  const given = (texts: readonly string[]) => texts.flatMap((text) => ['--evidence', text]);

  it('is of two runs by the names of their folders', async () => {
    const profiles = [heapProfile, AFTER];
    const window = await byWindow(profiles, choices, 'graph', name, TEXTS);
    expect(await byCommand(profiles, [...report, ...given(TEXTS)], name)).toEqual(window);
    const main = (window as Files)[name] ?? '';
    for (const text of TEXTS) expect(main).toContain(await sha256OfFile(text));
  });

  it('is of the one run that is known', async () => {
    const texts = [example('before', 'gctrace.log'), example('before', 'load.json')];
    const window = await byWindow([heapProfile], choices, 'graph', name, texts);
    expect(await byCommand([heapProfile], [...report, ...given(texts)], name)).toEqual(window);
    expect((window as Files)[name]).toContain('per request');
  });

  it('takes of texts of both runs those of the profile’s own', async () => {
    const own = TEXTS.slice(0, 4);
    const window = await byWindow([heapProfile], choices, 'graph', name, TEXTS);
    expect(await byCommand([heapProfile], [...report, ...given(own)], name)).toEqual(window);
  });
});

const sha256OfFile = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
