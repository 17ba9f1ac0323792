import type { Browser } from 'playwright-core';
import { launchChromium } from '../tests/helpers/chromium.ts';
import { measureCompare } from './engine/compare-part.ts';
import { measureEngine } from './engine/engine-part.ts';
import { measureJoin } from './engine/join-part.ts';
import { describeMachine } from './machine.ts';
import { type Options, type Part, parseOptions, usage } from './options.ts';
import { measureComparedPage, measurePage } from './page/page-part.ts';
import { measurePeers } from './peers/peers-part.ts';
import { findSpeedscope } from './peers/speedscope.ts';
import { type Places, placesIn } from './places.ts';
import { type ProfileFile, profileFile } from './profile/profile-file.ts';
import { report } from './report/report.ts';
import type { Compared, Results } from './report/results.ts';
import { measureScan } from './scan/scan-part.ts';

/** Where this run's built files lie. */
interface Folders {
  readonly root: string;
  readonly built: string;
}

/** Runs the benchmarks; `buildApplication` tells whether it succeeded. Gives the exit code. */
export async function main(
  args: readonly string[],
  { root, built }: Folders,
  buildApplication: () => Promise<boolean>,
): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const options = optionsOrUsage(args);
  if (options === null) return 2;
  const places = placesIn(root, built);
  if (options.generate !== null) {
    const { path } = await profileFile(places.profiles, options.generate);
    process.stdout.write(`${path}\n`);
    return 0;
  }
  if (!(await buildApplication())) return 1;
  const results = await measure(options, places);
  process.stdout.write(
    options.json ? `${JSON.stringify(results, null, 2)}\n` : `${report(results)}\n`,
  );
  return 0;
}

function optionsOrUsage(args: readonly string[]): Options | null {
  try {
    return parseOptions(args);
  } catch (thrown) {
    process.stderr.write(`${(thrown as Error).message}\n\n${usage}\n`);
    return null;
  }
}

/** Measures one thing after the other: two at once would disturb each other. */
async function measure(options: Options, places: Places): Promise<Results> {
  const machine = describeMachine();
  const date = new Date().toISOString();
  const warnings: string[] = [];
  const warn = (sentence: string) => {
    warnings.push(sentence);
  };
  const runs = (part: Part) => options.only.includes(part);
  const files: ProfileFile[] = [];
  const profiled = options.only.some((part) => part !== 'scan');
  for (const samples of profiled ? options.sizes : []) {
    say(`profile of ${samples} samples`);
    files.push(await profileFile(places.profiles, samples));
  }
  const largest = files.at(-1);
  if (runs('engine')) say('engine');
  const engine = runs('engine')
    ? await measureEngine(files, options.rounds, places, options.cpuProfiles)
    : null;
  const compare = runs('compare') ? await compareRuns(options, places, warn) : null;
  if (runs('join')) say('join');
  const join =
    runs('join') && largest !== undefined
      ? await measureJoin(largest, options.rounds, places)
      : null;
  if (runs('page')) say('page');
  const page =
    runs('page') && largest !== undefined
      ? await inChromium((browser) => measurePage(browser, largest, places), warn)
      : null;
  if (runs('scan')) say('scan');
  const scan = runs('scan') ? await measureScan(options.rounds, places) : null;
  if (runs('peers')) say('peers');
  const speedscope = findSpeedscope(places.root, options.speedscope);
  const peers = runs('peers') ? await measurePeers(files, speedscope, launchChromium, warn) : null;
  return {
    format: 1,
    date,
    machine,
    rounds: options.rounds,
    engine,
    compare,
    join,
    page,
    scan,
    peers,
    warnings,
  };
}

/** Two runs of the largest size. */
async function compareRuns(
  options: Options,
  places: Places,
  warn: (sentence: string) => void,
): Promise<Compared | null> {
  const samples = options.sizes.at(-1);
  if (samples === undefined) return null;
  say(`two runs of ${samples} samples`);
  const before = await profileFile(places.profiles, samples);
  const after = await profileFile(places.profiles, samples, 1);
  say('compare');
  const engine = await measureCompare(before, after, options.rounds, places);
  const page = await inChromium(
    (browser) => measureComparedPage(browser, [before, after], places),
    warn,
  );
  return { engine, page };
}

/** Null where Chromium does not start. */
async function inChromium<T>(
  act: (browser: Browser) => Promise<T>,
  warn: (sentence: string) => void,
): Promise<T | null> {
  const browser = await launchChromium().catch((error: unknown) => {
    warn(`Chromium did not start, so the page was not measured: ${String(error)}`);
    return null;
  });
  if (browser === null) return null;
  try {
    return await act(browser);
  } finally {
    await browser.close();
  }
}

/** Standard output is for the results. */
function say(step: string): void {
  process.stderr.write(`bench: ${step} …\n`);
}
